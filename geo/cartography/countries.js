// Names of countries: in their middle, or, where that is out of view, beside one of their towns in view.
import { countryName } from "./format.js";
import { mercator } from "./payload.js";
import { inside, thinned, touches } from "./shapes.js";

/** Below this zoom level the middles of countries name enough of them. */
const BESIDE_TOWNS_FROM = 4;
/** Above it the whole view is a town or two. */
const BESIDE_TOWNS_TO = 11;
/** Places in the view that are tried for a name: columns and rows. */
const GRID_COLUMNS = 7;
const GRID_ROWS = 6;
/** Towns that are asked whose country a spot is in, the nearest first. */
const MOST_TOWNS = 6;
/** How far outside the view they may lie, as a share of its size. */
const REACH = 0.8;
/** Half a name and what is kept clear around it, in pixels. */
const CLEAR_PX = { x: 50, y: 14 };

/** Middles of countries and towns with their country, on the unit square, of the base map. */
export function namedCountries(world) {
  const at = ({ lat, lon }) => { const [x, y] = mercator(lat, lon); return { x, y }; };
  return {
    middles: (world.countries ?? []).map((c) => ({ ...c, ...at(c) })),
    towns: world.towns.filter((town) => town.in).map((town) => ({ code: town.in, ...at(town) })),
  };
}

/**
 * Where to name countries in a view `{west, north, east, south}` of the unit square, `size` pixels to its side.
 *
 * Returns `{code, at: [{x, y}, ...]}`, the largest country first and the best place first: its middle, then what is
 * nearest to the middle of the view. There a name stands on land that no border and no water parts from a town of the country.
 */
export function placeCountries({ middles, towns }, shapes, view, zoom) {
  const fitting = middles.filter((m) => m.from <= zoom);
  const places = new Map(fitting.map((m) => [m.code, inView(m, view) ? [m] : []]));
  if (zoom >= BESIDE_TOWNS_FROM && zoom <= BESIDE_TOWNS_TO) {
    const reach = grown(view, REACH);
    const near = towns.filter((town) => inView(town, reach));
    const size = 256 * 2 ** Math.round(zoom); // that of the tiles, for which the lines are thinned already
    const lines = near.length ? runsIn([...shapes.borders, ...shapes.land], reach, size) : [];
    const land = shapes.land.filter((ring) => touches(ring, view));
    for (const spot of near.length ? gridOf(view) : []) {
      if (inside(spot, land) && !crosses(lines, ...diagonals(spot, view.size))) places.get(countryOf(spot, near, lines))?.push(spot);
    }
  }
  return [...places].filter(([, at]) => at.length).map(([code, at]) => ({ code, at }));
}

/** Items for the layer of names. */
export function countryItems(named, shapes, map) {
  const zoom = map.getZoom();
  const size = 256 * 2 ** zoom;
  const [topLeft, bottomRight] = [[0, 0], [map.getSize().x, map.getSize().y]].map((corner) => map.project(map.containerPointToLatLng(corner), zoom).divideBy(size));
  const view = { west: topLeft.x, north: topLeft.y, east: bottomRight.x, south: bottomRight.y, size };
  return placeCountries(named, shapes, view, zoom).map(({ code, at }) => {
    const [first, ...others] = at.map(({ x, y }) => map.unproject([x * size, y * size], zoom));
    return { name: countryName(code), lat: first.lat, lon: first.lng, kind: "country", dot: 0, centred: true, others };
  });
}

function inView({ x, y }, { west, north, east, south }) {
  return x >= west && x <= east && y >= north && y <= south;
}

function grown({ west, north, east, south }, share) {
  const [dx, dy] = [(east - west) * share, (south - north) * share];
  return { west: west - dx, north: north - dy, east: east + dx, south: south + dy };
}

/** Spots all over a view, those nearest to its middle first. */
function gridOf({ west, north, east, south }) {
  const share = (k, count) => (k + 0.5) / count;
  const spots = Array.from({ length: GRID_COLUMNS * GRID_ROWS }, (_, k) => [share(k % GRID_COLUMNS, GRID_COLUMNS), share(Math.floor(k / GRID_COLUMNS), GRID_ROWS)]);
  return spots.sort(([ax, ay], [bx, by]) => Math.hypot(ax - 0.5, ay - 0.5) - Math.hypot(bx - 0.5, by - 0.5))
    .map(([x, y]) => ({ x: west + (east - west) * x, y: north + (south - north) * y }));
}

/** The runs of shapes that touch a view: their bounds and their points, as many as are drawn. */
function runsIn(shapes, view, size) {
  const runs = shapes.flatMap((shape) => (touches(shape, view) ? shape.runs.filter((run) => touches(run, view)) : []));
  return runs.map((run) => ({ west: run.west, north: run.north, east: run.east, south: run.south, points: thinned(run, size) }));
}

/** The two diagonals of the room that a name takes: what runs through the room crosses one. */
function diagonals({ x, y }, size) {
  const [dx, dy] = [CLEAR_PX.x / size, CLEAR_PX.y / size];
  return [[x - dx, y - dy, x + dx, y + dy], [x - dx, y + dy, x + dx, y - dy]];
}

/** The country of the nearest town that nothing parts from a spot; null where the nearest are all parted from it. */
function countryOf(spot, towns, lines) {
  return nearest(spot, towns).find((town) => !crosses(lines, [spot.x, spot.y, town.x, town.y]))?.code ?? null;
}

/** The nearest of towns, at most MOST_TOWNS: sorting all of them for every spot would take longer than all the rest. */
function nearest(spot, towns) {
  const found = [];
  const gaps = [];
  for (const town of towns) {
    const gap = (town.x - spot.x) ** 2 + (town.y - spot.y) ** 2;
    if (found.length === MOST_TOWNS && gap >= gaps[MOST_TOWNS - 1]) continue;
    let k = gaps.length;
    while (k > 0 && gaps[k - 1] > gap) k -= 1;
    gaps.splice(k, 0, gap);
    found.splice(k, 0, town);
    if (found.length > MOST_TOWNS) [gaps.length, found.length] = [MOST_TOWNS, MOST_TOWNS];
  }
  return found;
}

/** Whether one of the cuts [x, y, x, y] crosses one of the runs. */
export function crosses(runs, ...cuts) {
  return cuts.some(([ax, ay, bx, by]) => {
    const bounds = { west: Math.min(ax, bx), east: Math.max(ax, bx), north: Math.min(ay, by), south: Math.max(ay, by) };
    return runs.some((run) => touches(run, bounds) && cutBy(run.points, ax, ay, bx, by));
  });
}

function cutBy(points, ax, ay, bx, by) {
  for (let k = 2; k < points.length; k += 2) {
    const [cx, cy, dx, dy] = [points[k - 2], points[k - 1], points[k], points[k + 1]];
    if (onRight(ax, ay, bx, by, cx, cy) !== onRight(ax, ay, bx, by, dx, dy) && onRight(cx, cy, dx, dy, ax, ay) !== onRight(cx, cy, dx, dy, bx, by)) return true;
  }
  return false;
}

function onRight(ax, ay, bx, by, x, y) {
  return (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0;
}
