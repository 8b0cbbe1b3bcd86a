// Tiles of a server elsewhere, which the reader may switch on. Only in pages that were built with them.
import { basemapLayer, projectDetail, SEE_THROUGH } from "./basemap.js";
import { element, quoted } from "./format.js";
import { readBlock, unpack } from "./payload.js";
import { TABLES, t } from "./strings.js";

Object.assign(TABLES.en, {
  "tiles.show": "Show tiles of {name}", "tiles.note": "Off, this map asks nobody for anything. On, it tells {host} which part of the map you look at.",
  "tiles.credit": "Tiles: {attribution}", "tiles.failed": "Some tiles did not come; there the map is its own.",
});
Object.assign(TABLES.uk, {
  "tiles.show": "Показати тайли {name}", "tiles.note": "Вимкнено: мапа нікого ні про що не питає. Увімкнено: {host} дізнається, яку частину мапи ви переглядаєте.",
  "tiles.credit": "Тайли: {attribution}", "tiles.failed": "Деякі тайли не надійшли; там мапа власна.",
});

/** Layers of tiles from below: the map's own, the server's, and the borders that distances were measured to. */
const ABOVE_MAP = 2;
const ABOVE_TILES = 3;
const leafletMap = window.map_incidents;
const source = readBlock("tiles");
/** Read before the page drops them. */
const [packedWorld, packedDetail] = ["basemap", "detail"].map((id) => JSON.parse(document.getElementById(id).textContent));

function serverLayer(note) {
  const { url, minZoom, maxZoom, bounds } = source;
  const layer = L.tileLayer(url, {
    minZoom, maxNativeZoom: maxZoom, maxZoom: leafletMap.getMaxZoom(), bounds: bounds ?? undefined, zIndex: ABOVE_MAP, referrerPolicy: "no-referrer",
  });
  layer.on("tileerror", () => { note.textContent = t("tiles.failed"); });
  return layer;
}

async function bordersLayer() {
  const [world, detail] = await Promise.all([unpack(packedWorld), unpack(packedDetail)]);
  const { borders } = projectDetail(detail, world);
  const none = { land: [], lakes: [], islands: [], area: [], nearLand: [], nearCoast: [] };
  const style = getComputedStyle(document.documentElement);
  const layer = basemapLayer({ ...none, borders }, () => ({ water: SEE_THROUGH, land: SEE_THROUGH, border: style.getPropertyValue("--border").trim() }));
  layer.setZIndex(ABOVE_TILES);
  return layer;
}

/** The switch, below the legend: off whenever the page opens, since no link may ask a server on a reader's behalf. */
function tilesSwitch() {
  const box = element("input", { type: "checkbox", id: "tiles-switch", "aria-describedby": "tiles-note" });
  const failed = element("span", { role: "status" });
  const credit = element("span", { class: "tiles-credit" }, quoted(t("tiles.credit", source)), " · ");
  let layers = null;
  box.addEventListener("change", async () => {
    failed.textContent = "";
    document.documentElement.classList.toggle("with-tiles", box.checked);
    layers ??= Promise.all([serverLayer(failed), bordersLayer()]);
    const drawn = await layers;
    for (const layer of drawn) {
      if (box.checked) layer.addTo(leafletMap);
      else layer.remove();
    }
    if (box.checked) document.querySelector(".credits").prepend(credit);
    else credit.remove();
  });
  return [
    element("label", { class: "legend-toggle" }, box, quoted(t("tiles.show", source))),
    element("p", { class: "note tiles-note", id: "tiles-note" }, t("tiles.note", source), " ", failed),
  ];
}

function whenReady(act) {
  if (document.documentElement.dataset.ready) act();
  else new MutationObserver((_, observer) => { if (document.documentElement.dataset.ready) { observer.disconnect(); act(); } }).observe(document.documentElement, { attributeFilter: ["data-ready"] });
}

whenReady(() => document.querySelector(".legend").append(...tilesSwitch()));
