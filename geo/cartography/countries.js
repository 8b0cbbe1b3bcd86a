// Names of countries: in their middle, or, where that is out of view, beside one of their towns in view.
import { countryName } from "./format.js";
import { pointsOf, thinned } from "./basemap.js";
import { mercator } from "./payload.js";

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
    const lines = near.length ? segments([...shapes.borders, ...shapes.land], reach, size) : [];
    for (const spot of near.length ? gridOf(view) : []) {
      if (onLand(spot, shapes.land) && !crosses(lines, ...diagonals(spot, view.size))) places.get(countryOf(spot, near, lines))?.push(spot);
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

/** The pieces of lines that touch a view, as [x, y, x, y, ...]. */
function segments(lines, view, size) {
  const found = [];
  for (const line of lines) {
    if (line.east < view.west || line.west > view.east || line.south < view.north || line.north > view.south) continue;
    const points = thinned(line, size);
    for (let k = 2; k < points.length; k += 2) {
      const ax = points[k - 2];
      const ay = points[k - 1];
      const bx = points[k];
      const by = points[k + 1];
      if (Math.max(ax, bx) < view.west || Math.min(ax, bx) > view.east || Math.max(ay, by) < view.north || Math.min(ay, by) > view.south) continue;
      found.push(ax, ay, bx, by);
    }
  }
  return found;
}

/** The two diagonals of the room that a name takes: what runs through the room crosses one. */
function diagonals({ x, y }, size) {
  const [dx, dy] = [CLEAR_PX.x / size, CLEAR_PX.y / size];
  return [[x - dx, y - dy, x + dx, y + dy], [x - dx, y + dy, x + dx, y - dy]];
}

/** The country of the nearest town that nothing parts from a spot; null where the nearest are all parted from it. */
function countryOf(spot, towns, lines) {
  const ranked = towns.map((town) => [Math.hypot(town.x - spot.x, town.y - spot.y), town]).sort(([a], [b]) => a - b);
  const tied = ranked.slice(0, MOST_TOWNS).find(([, town]) => !crosses(lines, [spot.x, spot.y, town.x, town.y]));
  return tied ? tied[1].code : null;
}

/** Whether one of the cuts [x, y, x, y] crosses one of the segments. */
export function crosses(lines, ...cuts) {
  for (const [ax, ay, bx, by] of cuts) {
    const [west, east, north, south] = [Math.min(ax, bx), Math.max(ax, bx), Math.min(ay, by), Math.max(ay, by)];
    for (let k = 0; k < lines.length; k += 4) {
      const cx = lines[k];
      const cy = lines[k + 1];
      const dx = lines[k + 2];
      const dy = lines[k + 3];
      if ((cx < west && dx < west) || (cx > east && dx > east) || (cy < north && dy < north) || (cy > south && dy > south)) continue;
      if (onRight(ax, ay, bx, by, cx, cy) !== onRight(ax, ay, bx, by, dx, dy) && onRight(cx, cy, dx, dy, ax, ay) !== onRight(cx, cy, dx, dy, bx, by)) return true;
    }
  }
  return false;
}

function onRight(ax, ay, bx, by, x, y) {
  return (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0;
}

/** Whether a point is inside an odd number of rings. */
function onLand({ x, y }, rings) {
  let inside = false;
  for (const ring of rings) {
    if (x < ring.west || x > ring.east || y < ring.north || y > ring.south) continue;
    const points = pointsOf(ring);
    for (let k = 0, j = points.length - 2; k < points.length; j = k, k += 2) {
      const ay = points[j + 1];
      const by = points[k + 1];
      if ((ay > y) !== (by > y) && x < points[j] + ((y - ay) / (by - ay)) * (points[k] - points[j])) inside = !inside;
    }
  }
  return inside;
}
