// Measured distances on the map: the line that was measured, its end on the border, and what came out.
import { element, measuredText, statedText } from "./format.js";
import { t } from "./strings.js";

/** A line shorter than this on the screen is too short to carry a label, in pixels. */
const LABEL_FROM_PX = 90;
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
  constructor(map, choose) {
    this.map = map;
    this.choose = choose;
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
    const few = visible.length <= MOST_LINES;
    for (const [number, check] of visible) if (few || number === this.chosen) this.drawOne(number, check);
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
    if (length >= LABEL_FROM_PX) this.label(number, check, ends);
  }

  /** Below the line: it hides neither the line nor its ends there, and cards open above. */
  label(number, check, [a, b]) {
    const text = element("span", { class: `measure-label line-${check.verdict}` },
      element("span", {}, t("stated", { value: statedText(check) })),
      element("span", {}, t("measured", { value: measuredText(check.measured, check.unit) })),
      verdictMark(check.verdict));
    const middle = a.add(b).divideBy(2);
    const along = b.subtract(a);
    const normal = L.point(along.y, -along.x).divideBy(a.distanceTo(b) || 1);
    const down = normal.y < 0 ? normal.multiplyBy(-1) : normal;
    const half = { x: 92, y: 28 };
    const gap = a.distanceTo(b) / 2 < half.x + MARKER_PX ? MARKER_PX : 8;
    const away = Math.abs(down.x) * half.x + Math.abs(down.y) * half.y + gap;
    const at = middle.add(down.multiplyBy(away));
    const icon = L.divIcon({ html: text, className: "measure-label-holder", iconSize: [half.x * 2, half.y * 2] });
    const marker = L.marker(this.map.layerPointToLatLng(at), { icon, keyboard: false, interactive: true, zIndexOffset: -1000 });
    marker.on("click", () => this.choose(number));
    marker.addTo(this.drawn);
    marker.getElement().setAttribute("aria-hidden", "true");
    marker.getElement().removeAttribute("role");
    this.boxes.push({ left: at.x - half.x, right: at.x + half.x, top: at.y - half.y, bottom: at.y + half.y });
  }
}
