// The view as a picture: what is on the map now, painted once on one canvas.
import { creditLine, frameOf } from "./controls.js";
import { disc, paintGroup, paintSample, paintSymbol } from "./swatches.js";

/** Pixels of the picture per pixel of the screen. */
const RATIO = 2;

/** Room for an entry of the legend, and around all of them, in pixels of the screen. */
const COLUMN_PX = 210;
const ROW_PX_PAINTED = 22;
const PAD_PX = 14;

/** A PNG of the map as it is shown, with its legend and the credits that its data ask for. */
export async function pictureOf(map, index, markers, credits, title) {
  const size = map.getSize();
  const entries = [...map.getContainer().querySelectorAll(".legend-entry")];
  const canvas = document.createElement("canvas");
  canvas.width = size.x * RATIO;
  canvas.height = (size.y + legendHeight(size, entries)) * RATIO;
  const paint = canvas.getContext("2d");
  paint.scale(RATIO, RATIO);
  const colours = getComputedStyle(document.documentElement);
  const colour = (name) => colours.getPropertyValue(`--${name}`).trim();
  paintTiles(paint, map);
  paintPaths(paint, map);
  paintDots(paint, map, colour);
  paintNames(paint, map, colour);
  paintMarkers(paint, map, index, markers, colour);
  paintCredits(paint, size, credits, colour);
  paintLegend(paint, size, entries, title, colour);
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

/** Towns of the base map and places mentioned. */
function paintDots(paint, map, colour) {
  for (const node of map.getContainer().querySelectorAll(".town-dot, .context-pin .context-dot")) {
    const { x, y, width } = frameOf(map, node);
    if (width === 0) continue; // hidden while online tiles bring dots of their own
    disc(paint, x + width / 2, y + width / 2, width / 2 - 0.5, node.matches(".town-dot") ? colour("name") : colour("land"), colour("muted"), 1);
  }
}

function paintMarkers(paint, map, index, markers, colour) {
  for (const marker of markers.shown.values()) {
    const { x, y } = map.latLngToContainerPoint(marker.getLatLng());
    const node = marker.getElement();
    if (!marker.group) paintSymbol(paint, x, y, 26, node.querySelector(".symbol"), colour);
    else paintGroup(paint, x, y, marker.group.radius, marker.group.members.map((i) => index.tables.type[index.type[i]]), node.textContent, colour);
  }
}

/** What the signs mean, below the map, so that it hides nothing; under `title`, which says what is shown. */
function paintLegend(paint, size, entries, title, colour) {
  const columns = Math.max(1, Math.floor(size.x / COLUMN_PX));
  const rows = Math.ceil(entries.length / columns);
  paint.fillStyle = colour("paper");
  paint.fillRect(0, size.y, size.x, legendHeight(size, entries));
  paint.textBaseline = "middle";
  paint.fillStyle = colour("ink");
  paint.font = "600 14px system-ui, sans-serif";
  paint.fillText(title, PAD_PX, size.y + PAD_PX + ROW_PX_PAINTED / 2, size.x - 2 * PAD_PX);
  entries.forEach((entry, k) => {
    const x = PAD_PX + Math.floor(k / rows) * COLUMN_PX;
    const y = size.y + PAD_PX + (1.5 + (k % rows)) * ROW_PX_PAINTED + 4;
    const [sign] = entry.children;
    if (sign.matches(".symbol")) paintSymbol(paint, x + 9, y, 18, sign, colour);
    else paintSample(paint, x + 9, y, sign, colour);
    paint.fillStyle = colour("ink");
    paint.font = "400 12px system-ui, sans-serif";
    paint.fillText(entry.lastChild.textContent, x + 26, y, COLUMN_PX - 32);
  });
}

function legendHeight(size, entries) {
  const columns = Math.max(1, Math.floor(size.x / COLUMN_PX));
  return 2 * PAD_PX + (1 + Math.ceil(entries.length / columns)) * ROW_PX_PAINTED + 4;
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
