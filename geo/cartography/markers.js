// Markers of incidents and groups: only those in view, kept as long as they stay in view.
import { BACKGROUND, figuresDiffer } from "./filters.js";
import { cluster, membersOf } from "./cluster.js";
import { atOneSpot, fanOffsets, MOST_FANNED } from "./fanout.js";
import { element, glyph, shortNumber, typeClass } from "./format.js";
import { t } from "./strings.js";

/** How a precision is drawn: a disc, a disc with a broken ring, a diamond. */
export const SHAPES = {
  site: "exact", district: "exact", city: "exact",
  "near city": "near", "road segment": "near", "water body": "near",
  region: "wide", country: "wide",
};
const SIZE_PX = 26;
/** More circles than this in view would hide the map: then only the chosen incident's is drawn. */
const MOST_CIRCLES = 60;

export function shapeOf(index, i) {
  return SHAPES[index.tables.precision[index.precision[i]]] ?? "near";
}

/** The picture of one incident, as on the map, in lists and in the legend. */
export function symbol(type, shape) {
  return element("span", { class: `symbol ${shape} ${typeClass(type)}` }, glyph(type));
}

/** The same of an incident: dashed without a place, faint where it is only recalled. */
export function symbolOf(index, i) {
  const picture = symbol(index.tables.type[index.type[i]], index.lat[i] === null ? "none" : shapeOf(index, i));
  picture.classList.toggle("background", (index.flags[i] & BACKGROUND) !== 0);
  return picture;
}

export class MarkerLayer {
  /** `events` are functions: `choose(i)`, `list(members, latLng)`, `hover(i or null)`; `describe(i)` names an incident. */
  constructor(map, index, describe, events) {
    Object.assign(this, { map, index, describe, events });
    this.members = [];
    this.byZoom = new Map();
    this.shown = new Map();
    this.circles = new Map();
    this.selected = null;
    this.hovered = null;
    this.fan = null;
    map.createPane("doubt").style.zIndex = 420;
    this.renderer = L.svg({ pane: "doubt", padding: 0.5 });
    map.on("moveend", () => this.refresh());
    map.on("zoomstart", () => this.closeFan());
    map.on("click", () => this.closeFan());
  }

  /** Draws these incidents and no others. */
  show(members) {
    this.members = members;
    this.byZoom.clear();
    this.closeFan(false);
    this.refresh();
  }

  select(i) {
    this.selected = i;
    this.refresh();
  }

  hover(i) {
    this.hovered = i;
    this.mark();
    this.drawCircles();
  }

  groups() {
    const zoom = Math.floor(this.map.getZoom() * 2) / 2;
    if (!this.byZoom.has(zoom)) this.byZoom.set(zoom, cluster(this.members, this.index.x, this.index.y, zoom));
    return this.byZoom.get(zoom);
  }

  refresh() {
    const groups = this.groups();
    const wanted = this.inView(groups);
    for (const [key, marker] of this.shown) {
      if (wanted.has(key)) continue;
      marker.remove();
      this.shown.delete(key);
    }
    for (const [key, draw] of wanted) if (!this.shown.has(key)) this.shown.set(key, draw());
    this.mark();
    this.drawCircles();
  }

  /** What is to be drawn: name of the element to a function that makes it. */
  inView(groups) {
    const bounds = this.map.getBounds().pad(0.25);
    const corner = (latLng) => { const p = this.map.project(latLng, 0); return [p.x / 256, p.y / 256]; };
    const [west, north] = corner(bounds.getNorthWest());
    const [east, south] = corner(bounds.getSouthEast());
    const wanted = new Map();
    this.singles = [];
    for (let k = 0; k < groups.count.length; k += 1) {
      const x = groups.gx[k];
      const y = groups.gy[k];
      if (x < west || x > east || y < north || y > south) continue;
      const i = groups.head[k];
      if (this.fan && this.fan.members.includes(i)) continue;
      if (groups.count[k] === 1) this.want(wanted, i, this.latLngOf(i));
      else wanted.set(`g${groups.count[k]}:${x}:${y}`, () => this.groupMarker(groups, k));
    }
    this.fan?.members.forEach((i, k) => this.want(wanted, i, this.fan.spots[k], "f"));
    return wanted;
  }

  want(wanted, i, latLng, prefix = "i") {
    this.singles.push(i);
    wanted.set(`${prefix}${i}`, () => this.incidentMarker(i, latLng));
  }

  latLngOf(i) {
    return L.latLng(this.index.lat[i], this.index.lon[i]);
  }

  incidentMarker(i, latLng) {
    const { index } = this;
    const picture = symbolOf(index, i);
    if (figuresDiffer(index, i)) picture.append(element("span", { class: "differ-dot" }));
    const marker = this.marker(latLng, picture, "incident", SIZE_PX, this.describe(i));
    marker.on("click", () => this.events.choose(i, latLng));
    marker.on("mouseover", () => this.events.hover(i));
    marker.on("mouseout", () => this.events.hover(null));
    marker.getElement().dataset.incident = index.id[i];
    return marker;
  }

  groupMarker(groups, k) {
    const count = groups.count[k];
    const members = membersOf(groups, k);
    const size = Math.round(26 + 5 * Math.log10(count)); // 46 for 10,000: groups stand that far apart
    const picture = element("span", { class: "cluster" }, element("span", {}, shortNumber(count)));
    picture.style.background = this.ring(members);
    const world = L.point(groups.gx[k] * 256, groups.gy[k] * 256);
    const latLng = this.map.unproject(world, 0);
    const marker = this.marker(latLng, picture, "group", size, t("groupOf", { n: count }));
    marker.on("click", () => this.open(members, latLng));
    marker.group = { members, radius: size / 2 };
    return marker;
  }

  /** Shares of the types in a group, as a ring. */
  ring(members) {
    const { type, tables } = this.index;
    const counts = new Uint32Array(tables.type.length);
    for (const i of members) counts[type[i]] += 1;
    let at = 0;
    const stops = [];
    counts.forEach((n, k) => {
      if (n === 0) return;
      const end = at + (360 * n) / members.length;
      stops.push(`var(--${typeClass(tables.type[k])}) ${at.toFixed(1)}deg ${end.toFixed(1)}deg`);
      at = end;
    });
    return `conic-gradient(${stops.join(",")})`;
  }

  marker(latLng, picture, className, size, name) {
    const icon = L.divIcon({ html: picture, className: `pin ${className}`, iconSize: [size, size] });
    const marker = L.marker(latLng, { icon, riseOnHover: true, keyboard: true }).addTo(this.map);
    marker.getElement().setAttribute("aria-label", name);
    return marker;
  }

  /** A group is taken apart: by zooming in, by fanning out, or in a list. */
  open(members, latLng) {
    const { x, y } = this.index;
    if (!atOneSpot(members, x, y) && this.map.getZoom() < this.map.getMaxZoom() - 1) {
      const bounds = L.latLngBounds(members.map((i) => this.latLngOf(i)));
      this.map.fitBounds(bounds, { padding: [60, 60], maxZoom: Math.min(this.map.getZoom() + 5, this.map.getMaxZoom()) });
    } else if (members.length <= MOST_FANNED) {
      this.fanOut(members, latLng);
    } else {
      this.events.list(members, latLng);
    }
  }

  fanOut(members, latLng) {
    this.closeFan(false);
    const centre = this.map.latLngToLayerPoint(latLng);
    const sorted = [...members].sort((a, b) => this.index.day[a] - this.index.day[b] || a - b);
    const spots = fanOffsets(sorted.length).map(([dx, dy]) => this.map.layerPointToLatLng(centre.add([dx, dy])));
    const legs = spots.map((spot) => L.polyline([latLng, spot], { className: "leg", interactive: false, pane: "doubt", renderer: this.renderer }));
    this.fan = { members: sorted, spots, legs: L.layerGroup(legs).addTo(this.map) };
    this.refresh();
    this.shown.get(`f${sorted[0]}`)?.getElement().focus({ preventScroll: true });
  }

  closeFan(redraw = true) {
    if (!this.fan) return;
    this.fan.legs.remove();
    this.fan = null;
    if (redraw) this.refresh();
  }

  /** Makes an incident visible on its own, fanned out where it shares its spot. Returns its position. */
  reveal(i) {
    const groups = this.groups();
    for (let k = 0; k < groups.count.length; k += 1) {
      if (groups.count[k] === 1) continue;
      const members = membersOf(groups, k);
      if (!members.includes(i)) continue;
      if (atOneSpot(members, this.index.x, this.index.y) && members.length <= MOST_FANNED) {
        this.fanOut(members, this.latLngOf(i));
        return this.fan.spots[this.fan.members.indexOf(i)];
      }
    }
    return this.latLngOf(i);
  }

  /** Whether an incident is drawn on its own at this zoom, or shares its spot with all of its group. */
  alone(i) {
    const groups = this.groups();
    for (let k = 0; k < groups.count.length; k += 1) {
      if (groups.count[k] === 1) continue;
      const members = membersOf(groups, k);
      if (members.includes(i)) return atOneSpot(members, this.index.x, this.index.y);
    }
    return true;
  }

  mark() {
    for (const [key, marker] of this.shown) {
      const i = key[0] === "g" ? null : Number(key.slice(1));
      const node = marker.getElement();
      node.classList.toggle("selected", i !== null && i === this.selected);
      node.classList.toggle("hovered", this.hovered !== null && (i === null ? marker.group.members.includes(this.hovered) : i === this.hovered));
      if (i !== null) marker.setZIndexOffset(i === this.selected ? 2000 : 0);
    }
  }

  /** Circles as wide as the doubt; those of regions and countries only for the incident looked at. */
  drawCircles() {
    const chosen = (i) => i === this.selected || i === this.hovered;
    const few = this.singles.length <= MOST_CIRCLES;
    const wanted = this.singles.filter((i) => this.index.radius[i] && (chosen(i) || (few && shapeOf(this.index, i) !== "wide")));
    if (this.selected !== null && this.index.radius[this.selected] && this.index.lat[this.selected] !== null) wanted.push(this.selected);
    const keep = new Set(wanted);
    for (const [i, circle] of this.circles) {
      if (keep.has(i)) continue;
      circle.remove();
      this.circles.delete(i);
    }
    for (const i of keep) {
      if (!this.circles.has(i)) this.circles.set(i, this.circle(i));
      const path = this.circles.get(i).getElement();
      path?.classList.toggle("selected", chosen(i));
    }
  }

  circle(i) {
    const { index } = this;
    const className = `doubt ${shapeOf(index, i)} ${typeClass(index.tables.type[index.type[i]])}`;
    return L.circle(this.latLngOf(i), { radius: index.radius[i], className, interactive: false, pane: "doubt", renderer: this.renderer }).addTo(this.map);
  }

  /** Boxes that labels keep clear of, in layer pixels. */
  boxes() {
    return [...this.shown.values()].map((marker) => {
      const { x, y } = this.map.latLngToLayerPoint(marker.getLatLng());
      const half = (marker.options.icon.options.iconSize[0] / 2) + 1;
      return { left: x - half, right: x + half, top: y - half, bottom: y + half };
    });
  }

  /** Focus goes back to the marker of an incident, where it is drawn. */
  focus(i) {
    const marker = this.shown.get(`i${i}`) ?? this.shown.get(`f${i}`);
    marker?.getElement().focus({ preventScroll: true });
    return Boolean(marker);
  }
}
