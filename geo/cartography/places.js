// Places that articles mention but that are not the scene of an incident: a quiet layer.
import { element } from "./format.js";
import { overlap } from "./labels.js";
import { t } from "./strings.js";

/** Dots in view at once: the most mentioned. */
const MOST_DOTS = 80;
/** Dots keep so far from the middles of each other, in pixels: the less mentioned gives way. */
const APART_PX = 16;
/** On a map of continents their names would be in the way of all others. */
const NAMED_FROM = 5;
const WIDE = new Set(["admin1", "admin2", "region"]);

export class PlaceLayer {
  /** `obstacles()` are boxes of the markers, in layer pixels: no dot is drawn over one. */
  constructor(map, places, choose, obstacles) {
    Object.assign(this, { map, places, choose, obstacles });
    this.visible = true;
    this.shown = new Map();
    map.on("moveend", () => this.draw());
  }

  toggle(visible) {
    this.visible = visible;
    this.draw();
  }

  draw() {
    const bounds = this.map.getBounds().pad(0.1);
    const wanted = new Set();
    const taken = this.visible ? this.obstacles() : [];
    for (const place of this.visible ? this.places : []) {
      if (wanted.size >= MOST_DOTS) break;
      if (!bounds.contains(place.at)) continue;
      const { x, y } = this.map.latLngToLayerPoint(place.at);
      const half = APART_PX / 2;
      const box = { left: x - half, right: x + half, top: y - half, bottom: y + half };
      if (taken.some((other) => overlap(box, other))) continue;
      wanted.add(place);
      taken.push(box);
    }
    for (const [place, marker] of this.shown) {
      if (wanted.has(place)) continue;
      marker.remove();
      this.shown.delete(place);
    }
    for (const place of wanted) if (!this.shown.has(place)) this.shown.set(place, this.dot(place));
  }

  dot(place) {
    const picture = element("span", { class: WIDE.has(place.feature) ? "context-dot wide" : "context-dot" });
    const icon = L.divIcon({ html: picture, className: "pin context-pin", iconSize: [24, 24] });
    const marker = L.marker(place.at, { icon, zIndexOffset: -3000 }).addTo(this.map);
    marker.getElement().setAttribute("aria-label", t("contextName", { name: place.label[0] }));
    marker.on("click", () => this.choose(place, marker.getLatLng()));
    return marker;
  }

  /** Names of the dots, the most mentioned first. */
  names() {
    if (this.map.getZoom() < NAMED_FROM) return [];
    return [...this.shown.keys()].map((p) => ({ name: p.label[0], lat: p.at[0], lon: p.at[1], kind: "mention", dot: 4 }));
  }
}
