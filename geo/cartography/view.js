// What the map shows: all incidents, or where most are; and what it keeps clear of.

/** Fewer incidents than this are all shown at first. */
const MANY = 20;
/** Share of the incidents left out on each side when looking for where most are. */
const TAIL = 0.05;
/** Zoom levels that leaving out what lies far away must gain. */
const GAIN = 1.5;
/** Distances measured far from all incidents are shown, too, while incidents are fewer than this. */
const MOST_WITH_LINES = 5000;

/** Keeps what is shown clear of what stands in the corners. */
export function margins(map) {
  const legend = map.getContainer().querySelector(".legend");
  const bottom = Math.min(Math.max(80, legend?.open ? legend.offsetHeight + 48 : 0), map.getSize().y / 3);
  return { paddingTopLeft: [40, 60], paddingBottomRight: [70, bottom] };
}

/** A card opens beside the zoom buttons: they would lie over its edge. */
export function cardMargins(map) {
  const right = map.getSize().x > 380 + 24 + 64 ? 64 : 24;
  return { autoPanPaddingTopLeft: [24, 24], autoPanPaddingBottomRight: [right, 24] };
}

/** The zoom level at which the world is not shown twice: dots stand in one of its copies only. */
export function onceAround(map) {
  map.options.minZoom = Math.max(1, Math.ceil(2 * Math.log2(map.getSize().x / 256)) / 2); // its setter would fly there
  map.fire("zoomlevelschange");
}

/** Without motion for those who asked their system for less of it: the map is there at once. */
export function stillIfAsked(map) {
  if (!window.matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  map.options.inertia = false;
  const { panBy, setView } = map;
  map.panBy = (offset, options) => panBy.call(map, offset, { ...options, animate: false });
  map.setView = (centre, zoom, options) => setView.call(map, centre, zoom, { ...options, animate: false });
}

/** The bounds of all incidents and measured lines; null where there are none. */
export function everything(index, checks) {
  const { lats, lons } = positions(index);
  const bounds = L.latLngBounds(lats.length ? trimmed(lats, lons, 0) : []);
  if (index.n <= MOST_WITH_LINES) for (const check of checks) check.line?.forEach((end) => bounds.extend(end));
  return bounds.isValid() ? bounds : null;
}

/**
 * Where most incidents are, `{bounds, far}` with the number of those outside; null where leaving them out
 * would not bring the others much nearer.
 */
export function mostOf(map, index) {
  const { lats, lons } = positions(index);
  if (lats.length < MANY) return null;
  const bounds = L.latLngBounds(trimmed(lats, lons, Math.floor(lats.length * TAIL))).pad(0.25);
  const [south, west, north, east] = [bounds.getSouth(), bounds.getWest(), bounds.getNorth(), bounds.getEast()];
  let far = 0;
  for (let i = 0; i < index.n; i += 1) {
    const lat = index.lat[i];
    const lon = index.lon[i];
    if (lat !== null && (lat < south || lat > north || lon < west || lon > east)) far += 1;
  }
  const gained = map.getBoundsZoom(bounds) - map.getBoundsZoom(L.latLngBounds(trimmed(lats, lons, 0)));
  return far > 0 && gained >= GAIN ? { bounds, far } : null;
}

/** Latitudes and longitudes of what has a place, each in order: an object per incident would be slow to make. */
function positions(index) {
  const sorted = (column) => Float64Array.from(column.filter((degrees) => degrees !== null)).sort();
  return { lats: sorted(index.lat), lons: sorted(index.lon) };
}

/** Opposite corners, so many latitudes and longitudes left out at each end. */
function trimmed(lats, lons, cut) {
  const last = lats.length - 1 - cut;
  return [[lats[cut], lons[cut]], [lats[last], lons[last]]];
}
