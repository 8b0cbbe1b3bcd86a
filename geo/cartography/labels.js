// Names of places on the map: the most important first, none over another or over a marker.

const GAP_PX = 3;
const MOST_LABELS = 70;
/** Names follow when the map has rested so long, in milliseconds: while it moves they move with it. */
const RESTED_MS = 60;
const EVERYWHERE = { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity };

/**
 * Where labels go. `items` come most important first, each with a position, a size and a dot radius, or, centred
 * on their position, with `others` that will do as well;
 * `taken` are boxes that stay free, `frame` the box that labels stay in. Returns [item, left, top] for those that fit.
 */
export function placeLabels(items, taken, frame = EVERYWHERE, most = MOST_LABELS) {
  const boxes = [...taken];
  const placed = [];
  for (const item of items) {
    if (placed.length >= most) break;
    const spot = spots(item).find((box) => within(box, frame) && !boxes.some((other) => overlap(box, other)));
    const own = { left: item.x - 3, right: item.x + 3, top: item.y - 3, bottom: item.y + 3 };
    if (!spot || (item.marked && boxes.some((other) => overlap(own, other)))) continue;
    boxes.push(spot);
    if (item.marked) boxes.push(own);
    placed.push([item, spot.left, spot.top]);
  }
  return placed;
}

function spots({ x, y, width, height, dot, centred, others = [] }) {
  const box = (left, top) => ({ left, top, right: left + width, bottom: top + height });
  if (centred) return [{ x, y }, ...others].map((at) => box(at.x - width / 2, at.y - height / 2));
  const reach = dot + GAP_PX;
  return [
    box(x + reach, y - height / 2),
    box(x - reach - width, y - height / 2),
    box(x - width / 2, y - reach - height),
    box(x - width / 2, y + reach),
  ];
}

function within(box, frame) {
  return box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
}

export function overlap(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** The layer that shows them. `candidates(zoom)` gives items with `lat`, `lon`, `name`, `kind`, `dot`. */
export function labelLayer(map, candidates, obstacles) {
  const pane = map.createPane("names");
  pane.setAttribute("aria-hidden", "true");
  const measure = document.createElement("canvas").getContext("2d");
  const widths = new Map();
  const width = (name, kind) => {
    const key = `${kind}|${name}`;
    if (!widths.has(key)) {
      measure.font = FONTS[kind] ?? FONTS.town;
      const spacing = kind === "country" ? name.length * 1.6 : 0;
      widths.set(key, measure.measureText(name).width * (kind === "country" ? 1.12 : 1) + spacing + 4);
    }
    return widths.get(key);
  };

  let timer = null;
  function draw() {
    clearTimeout(timer); // what a move has asked for is done with this
    const bounds = map.getBounds().pad(0.1);
    const items = [];
    for (const c of candidates(map.getZoom())) {
      if (!bounds.contains([c.lat, c.lon])) continue;
      const { x, y } = map.latLngToLayerPoint([c.lat, c.lon]);
      const others = c.others?.map((at) => map.latLngToLayerPoint(at));
      items.push({ ...c, x, y, others, width: width(c.name, c.kind), height: 15 });
    }
    const corner = map.containerPointToLayerPoint([0, 0]);
    const size = map.getSize();
    const frame = { left: corner.x, top: corner.y, right: corner.x + size.x, bottom: corner.y + size.y };
    const nodes = placeLabels(items, obstacles(), frame).map(([item, left, top]) => {
      const node = document.createElement("span");
      node.className = `name name-${item.kind}`;
      node.textContent = item.name;
      L.DomUtil.setPosition(node, L.point(Math.round(left), Math.round(top)));
      return item.marked ? [node, spot(item)] : [node];
    });
    pane.replaceChildren(...nodes.flat());
    pane.classList.remove("moving");
  }
  map.on("zoomstart", () => pane.classList.add("moving"));
  const drawSoon = () => { clearTimeout(timer); timer = setTimeout(draw, RESTED_MS); };
  map.on("moveend", drawSoon);
  return { draw, drawSoon };
}

/** The dot of a town of the base map. */
function spot(item) {
  const node = document.createElement("span");
  node.className = "town-dot";
  L.DomUtil.setPosition(node, L.point(Math.round(item.x) - 2, Math.round(item.y) - 2));
  return node;
}

const FONTS = {
  country: "600 11px system-ui, sans-serif",
  scene: "600 13px system-ui, sans-serif",
  group: "600 12px system-ui, sans-serif",
  mention: "400 11px system-ui, sans-serif",
  city: "500 12px system-ui, sans-serif",
  town: "400 12px system-ui, sans-serif",
  water: "italic 400 12px Georgia, serif",
};
