// Places that articles mention but that are not the scene of an incident: a quiet layer.
import { element } from "./format.js";
import { t } from "./strings.js";

/** Dots in view at once: the most mentioned. */
const MOST_DOTS = 80;
const WIDE = new Set(["admin1", "admin2", "region"]);

export class PlaceLayer {
  constructor(map, places, choose) {
    Object.assign(this, { map, places, choose });
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
    const wanted = new Map();
    if (this.visible) {
      for (const place of this.places) {
        if (wanted.size >= MOST_DOTS) break;
        if (bounds.contains(place.at)) wanted.set(place, true);
      }
    }
    for (const [place, marker] of this.shown) {
      if (wanted.has(place)) continue;
      marker.remove();
      this.shown.delete(place);
    }
    for (const place of wanted.keys()) if (!this.shown.has(place)) this.shown.set(place, this.dot(place));
  }

  dot(place) {
    const picture = element("span", { class: WIDE.has(place.feature) ? "context-dot wide" : "context-dot" });
    const icon = L.divIcon({ html: picture, className: "pin context-pin", iconSize: [24, 24] });
    const marker = L.marker(place.at, { icon, zIndexOffset: -3000 }).addTo(this.map);
    marker.getElement().setAttribute("aria-label", t("contextName", { name: place.label[0] }));
    marker.on("click", () => this.choose(place, marker.getLatLng()));
    return marker;
  }

  /** Boxes that labels keep clear of, in layer pixels. */
  boxes() {
    return [...this.shown.values()].map((marker) => {
      const { x, y } = this.map.latLngToLayerPoint(marker.getLatLng());
      return { left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 };
    });
  }

  /** Names for the map, the most mentioned first. */
  names() {
    if (!this.visible) return [];
    return this.places.map((p) => ({ name: p.label[0], lat: p.at[0], lon: p.at[1], kind: "town", dot: 5 }));
  }
}
