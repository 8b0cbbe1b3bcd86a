// Grouping of points that would overlap on the screen: a grid, then a greedy merge of neighbours.

/** Markers closer than this many pixels are drawn as one. */
export const CLUSTER_PX = 46;
/** Rows of cells, shifted by half a cell against each other: where every cell is full, groups do not stand in ranks. */
const ROW_HEIGHT = Math.sqrt(3) / 2;
/** Cells of the rows above and below that may hold a neighbour, as steps from a cell of an even and of an odd row. */
const ABOVE_BELOW = [[-1, 0, 1, 2], [-2, -1, 0, 1]];

/**
 * Groups for one zoom level.
 *
 * `members` are the incidents to group, with positions `x`, `y` on the unit square (NaN: not on the map).
 * Returns parallel arrays: `gx`, `gy` the mean position, `count`, `head` the first member; `next` chains
 * the members of a group and ends with -1. A point that stands alone keeps its own position exactly.
 */
export function cluster(members, x, y, zoom, radiusPx = CLUSTER_PX) {
  const cells = 256 * 2 ** zoom / radiusPx;
  const stride = Math.ceil(cells) + 6;
  const groupOf = new Map();
  const next = new Int32Array(x.length).fill(-1);
  const g = { gx: [], gy: [], count: [], head: [], cell: [], next };
  for (const i of members) {
    if (Number.isNaN(x[i])) continue;
    const row = Math.floor((y[i] * cells) / ROW_HEIGHT);
    const key = row * stride + Math.floor(x[i] * cells + (row & 1) / 2) + 2;
    const group = groupOf.get(key);
    if (group === undefined) {
      groupOf.set(key, g.count.length);
      g.gx.push(x[i]);
      g.gy.push(y[i]);
      g.count.push(1);
      g.head.push(i);
      g.cell.push(key);
    } else {
      const share = 1 / (g.count[group] + 1);
      g.gx[group] += (x[i] - g.gx[group]) * share;
      g.gy[group] += (y[i] - g.gy[group]) * share;
      g.count[group] += 1;
      next[i] = g.head[group];
      g.head[group] = i;
    }
  }
  return mergeNeighbours(g, groupOf, stride, 1 / cells);
}

/** Larger groups swallow the groups of adjoining cells that lie within the radius. */
function mergeNeighbours(g, groupOf, stride, radius) {
  const order = g.count.map((_, k) => k).sort((a, b) => g.count[b] - g.count[a] || g.cell[a] - g.cell[b]);
  const gone = new Uint8Array(order.length);
  for (const a of order) {
    if (gone[a]) continue;
    const steps = ABOVE_BELOW[Math.floor(g.cell[a] / stride) & 1];
    for (const step of [...steps.map((s) => s - stride), -1, 1, ...steps.map((s) => s + stride)]) {
      const b = groupOf.get(g.cell[a] + step);
      if (b === undefined || b === a || gone[b] || g.count[b] > g.count[a]) continue;
      if (Math.hypot(g.gx[a] - g.gx[b], g.gy[a] - g.gy[b]) > radius) continue;
      swallow(g, a, b);
      gone[b] = 1;
    }
  }
  const kept = order.filter((k) => !gone[k]);
  const pick = (list) => kept.map((k) => list[k]);
  return { gx: pick(g.gx), gy: pick(g.gy), count: pick(g.count), head: pick(g.head), next: g.next };
}

function swallow(g, a, b) {
  const total = g.count[a] + g.count[b];
  g.gx[a] += ((g.gx[b] - g.gx[a]) * g.count[b]) / total;
  g.gy[a] += ((g.gy[b] - g.gy[a]) * g.count[b]) / total;
  let last = g.head[b];
  while (g.next[last] !== -1) last = g.next[last];
  g.next[last] = g.head[a];
  g.head[a] = g.head[b];
  g.count[a] = total;
}

/** The zoom level from which a member is drawn apart from all others that are not at the very same spot. */
export function separatingZoom(i, members, x, y) {
  let nearest = Infinity;
  for (const j of members) {
    const gap = Math.hypot(x[j] - x[i], y[j] - y[i]);
    if (gap > 1e-9 && gap < nearest) nearest = gap;
  }
  return nearest === Infinity ? 0 : Math.ceil(2 * Math.log2((1.5 * CLUSTER_PX) / (256 * nearest))) / 2;
}

/** The members of a group, in chain order, at most `most` of them. */
export function membersOf(groups, k, most = Infinity) {
  const found = [];
  for (let i = groups.head[k]; i !== -1 && found.length < most; i = groups.next[i]) found.push(i);
  return found;
}
