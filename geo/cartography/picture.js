// The view as a picture: what is on the map now, painted once on one canvas.
import { creditLine, frameOf } from "./controls.js";
import { shapeOf } from "./markers.js";

/** Pixels of the picture per pixel of the screen. */
const RATIO = 2;

/** A PNG of the map as it is shown, with the credits that its data ask for. */
export async function pictureOf(map, index, markers, credits) {
  const size = map.getSize();
  const canvas = document.createElement("canvas");
  canvas.width = size.x * RATIO;
  canvas.height = size.y * RATIO;
  const paint = canvas.getContext("2d");
  paint.scale(RATIO, RATIO);
  const colours = getComputedStyle(document.documentElement);
  const colour = (name) => colours.getPropertyValue(`--${name}`).trim();
  paintTiles(paint, map);
  paintPaths(paint, map);
  paintNames(paint, map, colour);
  paintMarkers(paint, map, index, markers, colour);
  paintCredits(paint, size, credits, colour);
  return new Promise((done) => { canvas.toBlob(done, "image/png"); });
}

function paintTiles(paint, map) {
  for (const tile of map.getContainer().querySelectorAll(".leaflet-tile-pane canvas")) {
    const { x, y, width, height } = frameOf(map, tile);
    paint.drawImage(tile, x, y, width, height);
  }
}

/** Circles of doubt and measured lines: SVG paths whose styles the browser has worked out. */
function paintPaths(paint, map) {
  for (const path of map.getContainer().querySelectorAll(".leaflet-doubt-pane path, .leaflet-lines-pane path")) {
    const style = getComputedStyle(path);
    const { a, d, e, f } = path.getScreenCTM();
    const frame = map.getContainer().getBoundingClientRect();
    paint.save();
    paint.transform(a, 0, 0, d, e - frame.left, f - frame.top);
    const shape = new Path2D(path.getAttribute("d"));
    if (style.fill !== "none") {
      paint.globalAlpha = Number(style.fillOpacity);
      paint.fillStyle = style.fill;
      paint.fill(shape);
    }
    paint.globalAlpha = Number(style.strokeOpacity);
    paint.strokeStyle = style.stroke;
    paint.lineWidth = parseFloat(style.strokeWidth);
    paint.setLineDash(style.strokeDasharray === "none" ? [] : style.strokeDasharray.split(",").map(parseFloat));
    paint.stroke(shape);
    paint.restore();
  }
}

function paintNames(paint, map, colour) {
  const lines = [...map.getContainer().querySelectorAll(".name, .measure-label > span")];
  for (const node of lines) {
    const { x, y, width, height } = frameOf(map, node);
    const style = getComputedStyle(node);
    paint.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    paint.textBaseline = "middle";
    paint.lineWidth = 3;
    paint.strokeStyle = colour("paper");
    const sign = getComputedStyle(node, "::before").content.replace(/^none$|"/g, "");
    const words = sign ? `${sign} ${node.textContent}` : node.textContent;
    const left = node.matches(".name") ? x : x + (width - paint.measureText(words).width) / 2;
    paint.strokeText(words, left, y + height / 2);
    paint.fillStyle = style.color;
    paint.fillText(words, left, y + height / 2);
  }
}

function paintMarkers(paint, map, index, markers, colour) {
  for (const node of map.getContainer().querySelectorAll(".town-dot, .context-pin .context-dot")) {
    const { x, y, width } = frameOf(map, node);
    disc(paint, x + width / 2, y + width / 2, width / 2, node.matches(".town-dot") ? colour("name") : colour("paper"), colour("muted"));
  }
  for (const [key, marker] of markers.shown) {
    const { x, y } = map.latLngToContainerPoint(marker.getLatLng());
    if (key[0] === "g") paintGroup(paint, x, y, marker, colour);
    else paintIncident(paint, x, y, index, Number(key.slice(1)), marker, colour);
  }
}

function paintGroup(paint, x, y, marker, colour) {
  const node = marker.getElement();
  disc(paint, x, y, node.offsetWidth / 2, colour("paper"), colour("ink"));
  paint.fillStyle = colour("ink");
  paint.font = "600 12px system-ui, sans-serif";
  paint.textAlign = "center";
  paint.fillText(node.textContent, x, y + 1);
  paint.textAlign = "start";
}

function paintIncident(paint, x, y, index, i, marker, colour) {
  const type = colour(`type-${index.tables.type[index.type[i]].split(" ")[0]}`);
  const wide = shapeOf(index, i) === "wide";
  if (wide) {
    paint.beginPath();
    paint.moveTo(x, y - 13);
    for (const [dx, dy] of [[13, 0], [0, 13], [-13, 0]]) paint.lineTo(x + dx, y + dy);
    paint.closePath();
    paint.fillStyle = colour("paper");
    paint.fill();
    paint.strokeStyle = type;
    paint.lineWidth = 2;
    paint.stroke();
  } else {
    disc(paint, x, y, 12, type, colour("paper"));
  }
  const glyph = marker.getElement().querySelector("svg path");
  paint.save();
  paint.translate(x - 7, y - 7);
  paint.scale(14 / 12, 14 / 12);
  paint.fillStyle = wide ? type : colour("glyph");
  paint.fill(new Path2D(glyph.getAttribute("d")), "evenodd");
  paint.restore();
}

function disc(paint, x, y, radius, fill, stroke) {
  paint.beginPath();
  paint.arc(x, y, radius, 0, 2 * Math.PI);
  paint.fillStyle = fill;
  paint.fill();
  paint.strokeStyle = stroke;
  paint.lineWidth = 1.5;
  paint.stroke();
}

function paintCredits(paint, size, credits, colour) {
  const words = creditLine(credits);
  paint.font = "11px system-ui, sans-serif";
  const { width } = paint.measureText(words);
  paint.fillStyle = colour("paper");
  paint.fillRect(size.x - width - 16, size.y - 20, width + 16, 20);
  paint.fillStyle = colour("muted");
  paint.fillText(words, size.x - width - 8, size.y - 10);
}
