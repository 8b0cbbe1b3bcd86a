// Land, water and borders, drawn on canvas tiles from vectors in the page.
import { endsOf, shapeOfSteps, thinned, touches } from "./shapes.js";

export const TILE_PX = 512;
/** How far outside a tile a line may still show, in pixels. */
const EDGE_PX = 4;
/** Width of the line that closes the seam around land drawn in detail: water would shine through it, in pixels. */
const SEAM_PX = 2;

/** What is drawn in detail near incidents, and the borders: those of the base map that it does not replace, and its own. */
export function projectDetail(detail, { borders = { lines: [] } }) {
  const shapes = (list) => list.map((steps) => shapeOfSteps(steps, detail.scale));
  const border = (line, scale) => ({ ...shapeOfSteps(line.points, scale), disputed: line.status !== "agreed" });
  const replaced = new Set(detail.replaced);
  const coarse = borders.lines.filter((line, number) => line.views.includes(detail.worldview) && !replaced.has(number));
  return {
    borders: [...coarse.map((line) => border(line, borders.scale)), ...detail.borders.map((line) => border(line, detail.scale))],
    area: shapes(detail.area), nearLand: shapes(detail.land), nearCoast: shapes(detail.coast),
  };
}

/** The colour of water where tiles show what lies below them. */
export const SEE_THROUGH = "transparent";

/** A layer of tiles; `world` has the shapes of `projectWorld` and `projectDetail`. */
export function basemapLayer(world, colours) {
  const Layer = L.GridLayer.extend({
    createTile(coords) {
      const tile = document.createElement("canvas");
      const ratio = Math.min(2, window.devicePixelRatio || 1);
      tile.width = TILE_PX * ratio;
      tile.height = TILE_PX * ratio;
      const palette = colours();
      const context = tile.getContext("2d", { alpha: palette.water === SEE_THROUGH }); // else nothing below is mixed in
      drawTile(context, coords, ratio, world, palette);
      return tile;
    },
  });
  return new Layer({ tileSize: TILE_PX, updateWhenZooming: false, keepBuffer: 1, noWrap: false });
}

function drawTile(context, coords, ratio, world, colours) {
  const size = 256 * 2 ** coords.z;
  const tiles = size / TILE_PX;
  const column = ((coords.x % tiles) + tiles) % tiles;
  const view = viewOf((column * TILE_PX) / size, (coords.y * TILE_PX) / size, size);
  context.scale(ratio, ratio);
  context.fillStyle = colours.water;
  context.fillRect(0, 0, TILE_PX, TILE_PX);
  context.lineJoin = "round";
  fillShapes(context, world.land, view, colours.land, colours.shore);
  fillShapes(context, world.area, view, colours.water, null);
  fillShapes(context, world.nearLand, view, colours.land, colours.land, SEAM_PX);
  strokeLines(context, world.nearCoast, view, colours.shore);
  fillShapes(context, world.lakes, view, colours.water, colours.shore);
  fillShapes(context, world.islands, view, colours.land, colours.shore);
  strokeBorders(context, world.borders, view, colours, coords.z);
}

/** What a tile shows of a world of so many pixels, and a margin: where a shape or run must lie for something of it to be seen. */
function viewOf(left, top, size) {
  const [edge, span] = [EDGE_PX / size, TILE_PX / size];
  return { left, top, size, west: left - edge, north: top - edge, east: left + span + edge, south: top + span + edge };
}

function fillShapes(context, shapes, view, fill, stroke, width = shoreWidth(view)) {
  context.beginPath();
  for (const shape of shapes) if (touches(shape, view)) trace(context, shape, view, true);
  context.fillStyle = fill;
  context.fill("evenodd");
  if (stroke) strokePath(context, stroke, width);
}

/** Thin where the world is small: coasts would else be all line. */
function shoreWidth(view) {
  return view.size < 8192 ? 0.4 : 0.8;
}

function strokeLines(context, lines, view, stroke) {
  context.beginPath();
  for (const line of lines) if (touches(line, view)) trace(context, line, view, false);
  strokePath(context, stroke, shoreWidth(view));
}

function strokePath(context, colour, width) {
  context.setLineDash([]);
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
}

function strokeBorders(context, borders, view, colours, zoom) {
  for (const disputed of [false, true]) {
    context.beginPath();
    for (const line of borders) if (line.disputed === disputed && touches(line, view)) trace(context, line, view, false);
    context.setLineDash(disputed ? [5, 4] : []);
    context.strokeStyle = colours.border;
    context.lineWidth = zoom < 5 ? 0.7 : 1.4;
    context.stroke();
  }
}

/**
 * Adds a shape to the path, without vertices that only run along outside one side of the tile: between
 * two neighbours beyond the same side, a vertex changes nothing that is seen. Of a run beyond one side, its
 * ends will do.
 */
export function trace(context, shape, view, closed) {
  let drawn = -1;
  let held = 0;
  let heldX = 0;
  let heldY = 0;
  for (const run of shape.runs) {
    const points = touches(run, view) ? thinned(run, view.size) : endsOf(run);
    for (let k = 0; k < points.length; k += 2) {
      const x = (points[k] - view.left) * view.size;
      const y = (points[k + 1] - view.top) * view.size;
      const side = (x < -EDGE_PX ? 1 : x > TILE_PX + EDGE_PX ? 2 : 0) | (y < -EDGE_PX ? 4 : y > TILE_PX + EDGE_PX ? 8 : 0);
      if (drawn < 0) {
        context.moveTo(x, y);
        drawn = side;
      } else if (!(drawn & held & side)) {
        context.lineTo(heldX, heldY);
        drawn = held;
      }
      held = side;
      heldX = x;
      heldY = y;
    }
  }
  context.lineTo(heldX, heldY);
  if (closed) context.closePath();
}

/** Land and water of the base map as shapes. */
export function projectWorld(file) {
  const shapes = (rings) => rings.map((ring) => shapeOfSteps(ring, file.scale));
  return { land: shapes(file.land), lakes: shapes(file.lakes), islands: shapes(file.islands) };
}
