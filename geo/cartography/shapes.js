// Rings and lines of the base map, cut into short runs: runs out of view are passed over whole.
import { mercatorX, mercatorY } from "./payload.js";

/** Most steps in a run. */
const RUN_STEPS = 48;
/** Points closer than this on the screen are skipped, in pixels. */
const SKIP_PX = 0.6;

/**
 * Rings or lines given as integers, so many to a degree, of which each pair but the first is a step: their bounds on
 * the unit square and those of their runs. Each run begins where the one before ends; its points are projected when
 * it is first drawn.
 */
export function shapeOfSteps(steps, scale) {
  const shape = { runs: [], west: Infinity, north: Infinity, east: -Infinity, south: -Infinity };
  const end = { a: steps[0], b: steps[1] };
  for (let from = 2; from === 2 || from < steps.length; from += 2 * RUN_STEPS) {
    const run = runOf(steps, from, scale, end);
    shape.runs.push(run);
    shape.west = Math.min(shape.west, run.west);
    shape.north = Math.min(shape.north, run.north);
    shape.east = Math.max(shape.east, run.east);
    shape.south = Math.max(shape.south, run.south);
  }
  return shape;
}

/** The run of the steps `from` so many; `end` is the point where it begins, and is moved to where it ends. */
function runOf(steps, from, scale, end) {
  const to = Math.min(steps.length, from + 2 * RUN_STEPS);
  const first = { a: end.a, b: end.b };
  let { a, b } = end;
  let [south, north, west, east] = [a, a, b, b];
  for (let k = from; k < to; k += 2) {
    a += steps[k];
    b += steps[k + 1];
    if (a < south) south = a;
    else if (a > north) north = a;
    if (b < west) west = b;
    else if (b > east) east = b;
  }
  end.a = a;
  end.b = b;
  return {
    steps, from, to, scale, first, last: { a, b }, ends: null, points: null, thinned: null, thinnedFor: 0,
    west: mercatorX(west / scale), north: mercatorY(north / scale), east: mercatorX(east / scale), south: mercatorY(south / scale),
  };
}

/** The first and the last point of a run as [x, y, x, y]. */
export function endsOf(run) {
  const { first, last, scale } = run;
  run.ends ??= [mercatorX(first.b / scale), mercatorY(first.a / scale), mercatorX(last.b / scale), mercatorY(last.a / scale)];
  return run.ends;
}

/** All points of a run as [x, y, x, y, ...]. */
export function pointsOf(run) {
  if (run.points === null) {
    const { steps, from, to, scale } = run;
    let { a, b } = run.first;
    const points = new Float64Array(to - from + 2);
    points[0] = mercatorX(b / scale);
    points[1] = mercatorY(a / scale);
    for (let k = from; k < to; k += 2) {
      a += steps[k];
      b += steps[k + 1];
      points[k - from + 2] = mercatorX(b / scale);
      points[k - from + 3] = mercatorY(a / scale);
    }
    run.points = points;
  }
  return run.points;
}

/** A run without points that would not be seen in a world of so many pixels; kept, because many tiles show the same run. */
export function thinned(run, size) {
  if (run.thinnedFor === size) return run.thinned;
  const points = pointsOf(run);
  const near = SKIP_PX / size;
  const kept = [points[0], points[1]];
  for (let k = 2; k < points.length; k += 2) {
    const n = kept.length;
    const last = k === points.length - 2;
    if (!last && Math.abs(points[k] - kept[n - 2]) < near && Math.abs(points[k + 1] - kept[n - 1]) < near) continue;
    kept.push(points[k], points[k + 1]);
  }
  run.thinnedFor = size;
  run.thinned = kept;
  return kept;
}

/** Whether the bounds of a shape or run touch a box `{west, north, east, south}`. */
export function touches(bounds, box) {
  return bounds.east >= box.west && bounds.west <= box.east && bounds.south >= box.north && bounds.north <= box.south;
}

/** Whether a point is inside an odd number of rings; the last point of a ring joins its first. */
export function inside({ x, y }, rings) {
  let odd = false;
  for (const { runs, west, north, east, south } of rings) {
    if (x < west || x > east || y < north || y > south) continue;
    for (const run of runs) if (x <= run.east && y >= run.north && y <= run.south && passed(pointsOf(run), x, y)) odd = !odd;
    const first = endsOf(runs[0]);
    const last = endsOf(runs[runs.length - 1]);
    if (passed([last[2], last[3], first[0], first[1]], x, y)) odd = !odd;
  }
  return odd;
}

/** Whether a row of points is passed an odd number of times on the way from a point eastwards. */
function passed(points, x, y) {
  let odd = false;
  for (let k = 2; k < points.length; k += 2) {
    const ay = points[k - 1];
    const by = points[k + 1];
    if ((ay > y) !== (by > y) && x < points[k - 2] + ((y - ay) / (by - ay)) * (points[k] - points[k - 2])) odd = !odd;
  }
  return odd;
}
