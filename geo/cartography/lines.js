// Measured distances on the map: the line that was measured, its end on the border, and what came out.
import { element, measuredText, statedText } from "./format.js";
import { overlap } from "./labels.js";
import { t } from "./strings.js";

/** A line shorter than this on the screen carries a label only when it is chosen, in pixels. */
const LABEL_FROM_PX = 90;
/** Half the room of a label, in pixels. */
const LABEL_PX = { x: 92, y: 28 };
/** How far the sign of the chosen incident reaches from its middle, in pixels. */
const MARKER_PX = 24;
/** A line shorter than this is not drawn, in pixels. */
const DRAW_FROM_PX = 12;
/** More lines than this in view: only the chosen one is drawn. */
const MOST_LINES = 40;

/** "stated about 24 mi, measured 26.6 mi (42.8 km): consistent". */
export function checkText(check) {
  return `${figuresOf(check)}: ${t(`verdict.${check.verdict}`)}`;
}

/** "stated about 24 mi, measured 26.6 mi (42.8 km)". */
export function figuresOf(check) {
  const measured = check.measured === null ? t("notMeasured") : t("measured", { value: measuredText(check.measured, check.unit) });
  return `${t("stated", { value: statedText(check) })}, ${measured}`;
}

/** The verdict as a sign and a word: colour alone says nothing to many readers. */
export function verdictMark(verdict) {
  return element("span", { class: `verdict verdict-${verdict}` }, t(`verdict.${verdict}`));
}

export class LineLayer {
  /** `obstacles()` are boxes that labels keep clear of, in layer pixels. */
  constructor(map, choose, obstacles) {
    Object.assign(this, { map, choose, obstacles });
    this.checks = [];
    this.chosen = null;
    this.boxes = [];
    this.drawn = L.layerGroup().addTo(map);
    map.createPane("lines").style.zIndex = 430;
    this.renderer = L.svg({ pane: "lines", padding: 0.5 });
    map.on("moveend", () => this.draw());
  }

  /** `checks` are [number, check] pairs; those without a line are left out. */
  show(checks) {
    this.checks = checks.filter(([, check]) => check.line);
    this.draw();
  }

  select(number) {
    this.chosen = number;
    this.draw();
  }

  draw() {
    this.drawn.clearLayers();
    this.boxes = [];
    const bounds = this.map.getBounds();
    const visible = this.checks.filter(([, check]) => bounds.intersects(L.latLngBounds(check.line)));
    this.taken = visible.length ? this.obstacles() : [];
    const few = visible.length <= MOST_LINES;
    for (const [number, check] of visible) {
      if (number === this.chosen || (few && check.verdict !== "uncheckable")) this.drawOne(number, check);
    }
  }

  drawOne(number, check) {
    const ends = check.line.map((p) => this.map.latLngToLayerPoint(p));
    const length = ends[0].distanceTo(ends[1]);
    if (length < DRAW_FROM_PX) return;
    const chosen = number === this.chosen ? " chosen" : "";
    const style = (className) => ({ className: `${className}${chosen} line-${check.verdict}`, interactive: false, pane: "lines", renderer: this.renderer });
    L.polyline(check.line, style("measure-casing")).addTo(this.drawn);
    L.polyline(check.line, style("measure")).addTo(this.drawn);
    const steps = Math.ceil(length / 12);
    for (let k = 0; k <= steps; k += 1) {
      const { x, y } = ends[0].add(ends[1].subtract(ends[0]).multiplyBy(k / steps));
      this.boxes.push({ left: x - 3, right: x + 3, top: y - 3, bottom: y + 3 });
    }
    L.circleMarker(check.line[1], { ...style("measure-end"), radius: 4 }).addTo(this.drawn);
    if (length >= LABEL_FROM_PX || chosen) this.label(number, check, ends);
  }

  label(number, check, ends) {
    const text = element("span", { class: `measure-label line-${check.verdict}` },
      element("span", {}, t("stated", { value: statedText(check) })),
      element("span", {}, t("measured", { value: measuredText(check.measured, check.unit) })),
      verdictMark(check.verdict));
    const spots = labelSpots(ends);
    const free = spots.find(({ box }) => this.inView(box) && !this.taken.some((other) => overlap(box, other)));
    if (!free && number !== this.chosen) return;
    const { at, box } = free ?? spots[0];
    const icon = L.divIcon({ html: text, className: "measure-label-holder", iconSize: [LABEL_PX.x * 2, LABEL_PX.y * 2] });
    const marker = L.marker(this.map.layerPointToLatLng(at), { icon, keyboard: false, interactive: true, zIndexOffset: -1000 });
    marker.on("click", () => this.choose(number));
    marker.addTo(this.drawn);
    marker.getElement().setAttribute("aria-hidden", "true");
    marker.getElement().removeAttribute("role");
    this.boxes.push(box);
    this.taken.push(box);
  }

  inView(box) {
    const { x, y } = this.map.containerPointToLayerPoint([0, 0]);
    const size = this.map.getSize();
    return box.left >= x && box.top >= y && box.right <= x + size.x && box.bottom <= y + size.y;
  }
}

/** Where a label may stand beside a line: below it first, since it hides neither line nor ends there, and cards open above. */
function labelSpots([a, b]) {
  const along = b.subtract(a);
  const length = a.distanceTo(b) || 1;
  const normal = L.point(along.y, -along.x).divideBy(length);
  const down = normal.y < 0 ? normal.multiplyBy(-1) : normal;
  const gap = length / 2 < LABEL_PX.x + MARKER_PX ? MARKER_PX : 8;
  const away = Math.abs(down.x) * LABEL_PX.x + Math.abs(down.y) * LABEL_PX.y + gap;
  return [1, -1].flatMap((side) => [0.5, 0.25, 0.75].map((share) => {
    const at = a.add(along.multiplyBy(share)).add(down.multiplyBy(side * away));
    return { at, box: { left: at.x - LABEL_PX.x, right: at.x + LABEL_PX.x, top: at.y - LABEL_PX.y, bottom: at.y + LABEL_PX.y } };
  }));
}
