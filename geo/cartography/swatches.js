// The signs of the map painted on a canvas, as the style sheet draws them on the page.
import { typeClass } from "./format.js";

const DOT_PX = 4.5;

/** A sign of an incident, `size` pixels wide, as its element says: type, shape, recalled, figures that differ. */
export function paintSymbol(paint, x, y, size, node, colour) {
  const type = colour(/type-\w+/.exec(node.className)[0]);
  const is = (name) => node.classList.contains(name);
  paint.save();
  paint.globalAlpha = is("background") ? 0.6 : 1;
  if (is("wide")) diamond(paint, x, y, size / 2, colour("paper"), type);
  else if (is("near")) disc(paint, x, y, size * 0.39, type, colour("paper"));
  else disc(paint, x, y, size / 2 - 0.75, type, colour("paper"));
  if (is("near")) ring(paint, x, y, size * 0.46, type, 2, [2, 2]);
  const glyph = node.querySelector("svg path");
  if (glyph && !is("type-plain")) paintGlyph(paint, x, y, size * 0.54, glyph.getAttribute("d"), is("wide") ? type : colour("glyph"));
  if (node.querySelector(".differ-dot")) disc(paint, x + size / 2 - 2, y - size / 2 + 2, DOT_PX, colour("differ"), colour("paper"));
  paint.restore();
}

/** A group with its number in a ring of its types; `types` are the types of its members. */
export function paintGroup(paint, x, y, radius, types, words, colour) {
  disc(paint, x, y, radius, colour("paper"), colour("paper"));
  const counts = new Map();
  for (const type of types) counts.set(type, (counts.get(type) ?? 0) + 1);
  let at = -Math.PI / 2;
  for (const [type, n] of counts) {
    const end = at + (2 * Math.PI * n) / types.length;
    ring(paint, x, y, radius - 2, colour(typeClass(type)), 4, [], at, end);
    at = end;
  }
  paint.fillStyle = colour("ink");
  paint.font = `600 ${radius > 10 ? 12 : 10}px system-ui, sans-serif`;
  paint.textAlign = "center";
  paint.textBaseline = "middle";
  paint.fillText(words, x, y + 1);
  paint.textAlign = "start";
}

/** A sign of the legend around a point, 18 pixels wide. */
export function paintSample(paint, x, y, node, colour) {
  const dash = (name, width, pattern) => { line(paint, x - 9, y, x + 9, y, colour(name), width, pattern); };
  const samples = {
    circle: () => { paint.globalAlpha = 0.2; disc(paint, x, y, 9, colour("type-plain"), colour("type-plain")); paint.globalAlpha = 1; ring(paint, x, y, 9, colour("type-plain"), 1); },
    context: () => { disc(paint, x - 5, y, 3.5, colour("land"), colour("muted")); diamond(paint, x + 5, y, 4.5, colour("land"), colour("muted")); },
    differ: () => disc(paint, x, y, DOT_PX, colour("differ"), colour("paper")),
    group: () => paintGroup(paint, x, y, 9, ["battle", "explosion"], node.textContent, colour),
    line: () => dash("line", 2, [7, 4]),
    border: () => dash("border", 1.5, []),
    disputed: () => dash("border", 1.5, [4, 3]),
  };
  samples[/sample-(\w+)/.exec(node.className)[1]]();
}

export function disc(paint, x, y, radius, fill, stroke, width = 1.5) {
  paint.beginPath();
  paint.arc(x, y, radius, 0, 2 * Math.PI);
  paint.fillStyle = fill;
  paint.fill();
  outline(paint, stroke, width, []);
}

function ring(paint, x, y, radius, stroke, width, pattern = [], from = 0, to = 2 * Math.PI) {
  paint.beginPath();
  paint.arc(x, y, radius, from, to);
  outline(paint, stroke, width, pattern);
}

function diamond(paint, x, y, half, fill, stroke) {
  paint.beginPath();
  paint.moveTo(x, y - half);
  for (const [dx, dy] of [[half, 0], [0, half], [-half, 0]]) paint.lineTo(x + dx, y + dy);
  paint.closePath();
  paint.fillStyle = fill;
  paint.fill();
  outline(paint, stroke, half > 6 ? 2 : 1, []);
}

function line(paint, ax, ay, bx, by, stroke, width, pattern) {
  paint.beginPath();
  paint.moveTo(ax, ay);
  paint.lineTo(bx, by);
  outline(paint, stroke, width, pattern);
}

function outline(paint, stroke, width, pattern) {
  paint.strokeStyle = stroke;
  paint.lineWidth = width;
  paint.setLineDash(pattern);
  paint.stroke();
  paint.setLineDash([]);
}

function paintGlyph(paint, x, y, size, path, fill) {
  paint.save();
  paint.translate(x - size / 2, y - size / 2);
  paint.scale(size / 12, size / 12);
  paint.fillStyle = fill;
  paint.fill(new Path2D(path), "evenodd");
  paint.restore();
}
