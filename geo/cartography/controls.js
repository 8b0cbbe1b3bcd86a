// What stands in the corners of the map: legend, credits, zoom, scale.
import { legend } from "./about.js";
import { element } from "./format.js";
import { t } from "./strings.js";

/** On a map narrower than this, in pixels, or with more entries, the legend starts folded: it would cover what it explains. */
const OPEN_FROM_PX = 640;
const MOST_OPEN = 13;

/** An element of ours in a corner of the map. */
export function corner(map, position, node) {
  const Control = L.Control.extend({
    onAdd() {
      L.DomEvent.disableClickPropagation(node);
      L.DomEvent.disableScrollPropagation(node);
      return node;
    },
  });
  new Control({ position }).addTo(map);
  return node;
}

/** Boxes of what stands in the corners, in layer pixels: labels keep clear of them. */
export function cornerBoxes(map) {
  return [...map.getContainer().querySelectorAll(".leaflet-control")].map((node) => boxOf(map, node));
}

/** Where an element lies on the map, in pixels from the map's corner. */
export function frameOf(map, node) {
  const frame = map.getContainer().getBoundingClientRect();
  const box = node.getBoundingClientRect();
  return { x: box.left - frame.left, y: box.top - frame.top, width: box.width, height: box.height };
}

/** Where an element lies on the map, in layer pixels. */
export function boxOf(map, node) {
  const { x: left, y: top, width, height } = frameOf(map, node);
  const { x, y } = map.containerPointToLayerPoint([left, top]);
  return { left: x, top: y, right: x + width, bottom: y + height };
}

export function addControls(map, index, options) {
  corner(map, "bottomleft", legendControl(map, index, options));
  corner(map, "bottomright", creditsControl(options.credits, options.showAbout));
  L.control.scale({ position: "bottomright", maxWidth: 110 }).addTo(map);
  const zoom = L.control.zoom({ position: "topright", zoomInTitle: t("zoomIn"), zoomOutTitle: t("zoomOut") }).addTo(map);
  zoom.getContainer().append(element("button", { type: "button", class: "fit", title: t("fitAll"), "aria-label": t("fitAll"), onclick: options.fitAll }, "⤢"));
}

function legendControl(map, index, options) {
  const { hasContext, toggleContext } = options;
  const box = element("input", { type: "checkbox", checked: true });
  box.addEventListener("change", () => toggleContext(box.checked));
  const toggle = hasContext ? element("label", { class: "legend-toggle" }, box, t("showContext")) : null;
  const given = legend(index, options);
  const parts = given.map(([heading, entries]) => element("div", { class: "legend-part" }, element("p", { class: "legend-heading" }, heading), entries));
  const open = map.getSize().x >= OPEN_FROM_PX && given.reduce((n, [, entries]) => n + entries.length, 0) <= MOST_OPEN;
  return element("details", { class: "legend", open }, element("summary", {}, t("legend")), element("div", { class: "legend-parts" }, parts), toggle);
}

/** Whom an attribution thanks, without addresses, licences and what was changed. */
export function shortNames(attribution) {
  return attribution.split(";").map((part) => part.replace(/^\s*\w+: /, "").split(/ \(|, /)[0].trim()).filter((name) => /^©|GeoNames|SimpleMaps|Natural Earth/.test(name));
}

/** Whom the map itself thanks: its licences ask for credit there; the panel says more. */
export function creditLine(credits) {
  return [...new Set(credits.filter((c) => c.drawn).flatMap((c) => shortNames(c.attribution)))].join(" · ");
}

function creditsControl(credits, showAbout) {
  return element("p", { class: "credits" }, `${creditLine(credits)} `, element("button", { type: "button", class: "quiet", onclick: showAbout }, t("aboutShort")));
}
