// Markers of incidents at one spot, spread so that each can be chosen.

const FIRST_RING = 8;
const RING_PX = 38;
const SPIRAL_PX = 30;

/** More than this many at one spot are listed, not fanned out. */
export const MOST_FANNED = 24;

/** Offsets in pixels from the spot: a ring for a few, a spiral for more. */
export function fanOffsets(n) {
  if (n <= FIRST_RING) {
    const radius = Math.max(RING_PX, (n * 32) / (2 * Math.PI));
    return Array.from({ length: n }, (_, k) => polar(radius, (2 * Math.PI * k) / n - Math.PI / 2));
  }
  const offsets = [];
  let angle = 0;
  for (let k = 0; k < n; k += 1) {
    const radius = RING_PX + (SPIRAL_PX * angle) / (2 * Math.PI);
    offsets.push(polar(radius, angle - Math.PI / 2));
    angle += 34 / radius;
  }
  return offsets;
}

function polar(radius, angle) {
  return [Math.cos(angle) * radius, Math.sin(angle) * radius];
}

/** Whether positions on the unit square are one spot that no zoom would take apart. */
export function atOneSpot(members, x, y) {
  const spot = 1 / (256 * 2 ** 17);
  return members.every((i) => Math.abs(x[i] - x[members[0]]) < spot && Math.abs(y[i] - y[members[0]]) < spot);
}
