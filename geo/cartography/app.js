// The page: reads its data, draws the map and the list, and ties them together.
import { aboutPanel, distancesPanel } from "./about.js";
import { fromHash, toHash } from "./address.js";
import { basemapLayer, projectDetail, projectWorld } from "./basemap.js";
import { Cards, NARROW_PX } from "./cards.js";
import { contextCard, incidentCard, sameChecks } from "./card.js";
import { separatingZoom } from "./cluster.js";
import { addControls, corner, cornerBoxes } from "./controls.js";
import { countryItems, namedCountries } from "./countries.js";
import { Details } from "./details.js";
import { save, toCsv, toGeoJson } from "./download.js";
import { Facets } from "./facets.js";
import { applyFilter, FACETS, facetColumns, isFiltered, noFilter, ordered, ORDERS } from "./filters.js";
import { casualtyText, dayText, element, kindText, number, sceneName } from "./format.js";
import { Histogram, wholeRange } from "./histogram.js";
import { labelLayer } from "./labels.js";
import { LineLayer } from "./lines.js";
import { List, rowContent } from "./list.js";
import { MarkerLayer, shapeOf } from "./markers.js";
import { readBlock, readIndex, unpack } from "./payload.js";
import { mapNames } from "./naming.js";
import { pictureOf } from "./picture.js";
import { PlaceLayer } from "./places.js";
import { wirePrinting } from "./printing.js";
import { search } from "./search.js";
import { setLanguage, t, translatePage } from "./strings.js";
import { everything, margins, mostOf, onceAround, stillIfAsked } from "./view.js";

/** How near the first view may be; where all is at one spot its surroundings say where that is. */
const NEAREST_ZOOM = 10;
const SPOT_ZOOM = 8;
/** Incidents listed in the card of a group. */
const MOST_LISTED = 200;
const map = window.map_incidents;
const byId = (id) => document.getElementById(id);

class Page {
  constructor(index, details, about) {
    Object.assign(this, { index, details, about });
    index.facets = facetColumns(index);
    this.filter = noFilter();
    this.state = { filter: this.filter, id: null, view: null, tab: "incidents", order: ORDERS[0], language: null };
    this.found = null;
    this.checks = [];
    this.places = [];
    this.seas = [];
  }

  start(given) {
    Object.assign(this.state, { id: given.id, tab: given.tab, language: given.language });
    this.setOrder(given.order);
    const choose = (i, latLng) => this.choose(i, latLng, "map");
    const hover = (i) => { this.markers.hover(i); this.list.hover(i); };
    this.markers = new MarkerLayer(map, this.index, (i) => this.describe(i), { choose, hover, list: (m, at) => this.showGroup(m, at) });
    this.list = new List(byId("list"), this.index, { choose: (i) => this.choose(i, null, "list"), hover: (i) => this.markers.hover(i), nothing: () => this.nothing() });
    this.histogram = new Histogram(byId("histogram"), this.index, (from, to) => { Object.assign(this.filter, { from, to }); this.update(); });
    this.facets = new Facets(byId("facets-body"), this.index, this.filter, () => this.update());
    this.cards = new Cards(map, () => this.closed());
    this.lines = new LineLayer(map, (n) => this.showCheck(this.checks[n]), () => [...cornerBoxes(map), ...this.markers.boxes(), ...this.cards.boxes()]);
    this.context = new PlaceLayer(map, this.places, (place, at) => this.openCard(contextCard(place), at), () => this.markers.boxes());
    this.names = labelLayer(map, () => this.nameCandidates(), () => [...cornerBoxes(map), ...this.markers.boxes(), ...this.cards.boxes(), ...this.lines.boxes]);
    this.wireControls();
    stillIfAsked(map);
    onceAround(map);
    map.on("resize", () => onceAround(map));
    if (given.view) map.setView([given.view[1], given.view[2]], given.view[0], { animate: false });
    else this.fitFirst();
    this.moved = Boolean(given.view);
    map.on("dragstart zoomstart", () => { this.moved = true; });
    map.on("moveend", () => this.writeAddress());
    this.showTab(given.tab);
    return this.searchFor(this.filter.query);
  }

  describe(i) {
    const { index } = this;
    return [kindText(index, i), sceneName(index, i), dayText(index.day[i], index.tables.datePrecision[index.datePrecision[i]], index.dayTo[i]), casualtyText(index, i)].filter(Boolean).join(", ");
  }

  wireControls() {
    const query = byId("query");
    query.value = this.filter.query;
    query.placeholder = t("search");
    query.setAttribute("aria-label", t("search"));
    let timer = null;
    query.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(() => this.searchFor(query.value.trim()), 150); });
    byId("order").setAttribute("aria-label", t("order"));
    byId("order").append(...ORDERS.map((order) => element("option", { value: order }, t(`order.${order}`))));
    byId("order").value = this.state.order;
    byId("order").addEventListener("change", (event) => { this.setOrder(event.target.value); this.update(); });
    byId("view-incidents").classList.toggle("without", this.index.n === 0);
    byId("reset").addEventListener("click", () => this.reset());
    byId("facets").open = false;
    for (const tab of ["incidents", "distances", "about"]) byId(`tab-${tab}`).addEventListener("click", () => this.showTab(tab));
    byId("tabs").addEventListener("keydown", (event) => this.tabKey(event));
    byId("skip").addEventListener("click", (event) => { event.preventDefault(); this.list.focus(); });
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") this.cards.close(); });
    window.addEventListener("hashchange", () => this.readAddress());
    this.wireLanguage();
    wirePrinting(map, this.list, byId("view-incidents"), () => { if (!this.state.view) this.fitAll(false); });
  }

  wireLanguage() {
    byId("language").addEventListener("click", () => {
      this.state.language = document.documentElement.lang === "uk" ? "en" : "uk";
      this.writeAddress();
      window.location.reload();
    });
  }

  async searchFor(query) {
    this.filter.query = query;
    this.found = query ? await search(query, this.index, this.details, () => this.filter.query !== query) : null;
    if (this.filter.query === query) this.update();
  }

  /** Everything that follows the filter. */
  update() {
    const { passing, anyDay, counts } = applyFilter(this.filter, this.index, this.index.facets, this.order, this.found);
    this.members = passing;
    this.markers.show(passing);
    this.list.show(passing);
    this.histogram.show(anyDay, this.filter.from, this.filter.to);
    this.facets.show(counts);
    const filtered = isFiltered(this.filter);
    byId("reset").hidden = !filtered;
    const unplaced = passing.reduce((n, i) => n + (this.index.lat[i] === null), 0);
    const shown = filtered ? t("showing", { n: passing.length, total: number(this.index.n) }) : t("incidents", { n: passing.length });
    byId("count").textContent = unplaced ? `${shown}, ${t("unplaced", { n: unplaced })}` : shown;
    if (document.documentElement.dataset.ready) this.context.draw(); // before, `main` draws them once
    this.names.drawSoon();
    this.writeAddress();
  }

  reset() {
    Object.assign(this.filter, { from: null, to: null });
    for (const facet of FACETS) this.filter[facet].clear();
    byId("query").value = "";
    this.searchFor("");
    byId("query").focus();
  }

  setOrder(order) {
    this.state.order = order;
    this.order = ordered(this.index, order);
  }

  /** What an empty list says. */
  nothing() {
    const button = (words, onclick) => element("button", { type: "button", class: "quiet", onclick }, words);
    if (this.index.n) return [t("nothingFound"), button(t("reset"), () => this.reset())];
    return [this.about.articles ? t("noIncidents", { n: this.about.articles }) : t("nothingRead"), button(t("seeAbout"), () => this.showTab("about"))];
  }

  /** An incident was chosen on the map, in a list or by an address: map, list and card show it. */
  async choose(i, latLng, origin) {
    this.origin = origin;
    const record = await this.details.of(i);
    const checks = record.checks.map((n) => this.checks[n]).filter(Boolean);
    this.selected = i;
    this.state.id = this.index.id[i];
    this.list.select(i);
    const placed = this.index.lat[i] !== null;
    const at = latLng ?? (placed ? this.bringIntoView(i) : null);
    this.markers.select(i);
    this.lines.select(record.checks.find((n) => this.checks[n]?.line) ?? null);
    this.openCard(incidentCard(this.index, i, record, checks, (c) => this.showCheck(c)), at, i);
    this.writeAddress();
  }

  /** Moves the map until the incident stands alone, or fanned out; returns where its marker is. */
  bringIntoView(i) {
    const at = this.markers.latLngOf(i);
    const outside = !map.getBounds().pad(-0.1).contains(at);
    if (!this.markers.alone(i)) {
      const apart = separatingZoom(i, this.members, this.index.x, this.index.y);
      map.setView(at, Math.min(map.getMaxZoom(), Math.max(map.getZoom(), apart, this.nearZoom(i))), { animate: false });
    } else if (outside || map.getZoom() < this.nearZoom(i)) {
      map.setView(at, Math.max(map.getZoom(), this.nearZoom(i)), { animate: false });
    }
    return this.markers.reveal(i);
  }

  /** The zoom level from which the surroundings of an incident can be made out. */
  nearZoom(i) {
    return shapeOf(this.index, i) === "wide" ? 4 : 6;
  }

  openCard(card, at, i = null) {
    this.cards.close(false);
    this.cardOf = i;
    this.cards.open(card, at);
    this.lines.draw();
    this.names.draw();
  }

  /** The card was closed: focus goes back to where it was opened. */
  closed() {
    const i = this.cardOf;
    this.cardOf = null;
    this.selected = null;
    this.state.id = null;
    this.markers.select(null);
    this.list.select(null);
    this.lines.select(null);
    if (i !== null && (this.origin === "list" || !this.markers.focus(i))) this.list.focus(i);
    this.writeAddress();
  }

  showGroup(members, at) {
    const rows = members.slice(0, MOST_LISTED).map((i) => element("li", {}, element("button", { type: "button", class: "row", onclick: () => this.choose(i, at, "map") }, ...rowContent(this.index, i))));
    this.openCard(element("article", { class: "card group-card", "aria-labelledby": "card-title" },
      element("h2", { id: "card-title", tabindex: "-1" }, t("groupOf", { n: members.length })), element("ul", { class: "plain" }, rows),
      members.length > MOST_LISTED ? element("p", { class: "note" }, t("andMore", { n: members.length - MOST_LISTED })) : null), at);
  }

  showCheck(check) {
    if (!check?.line) return;
    this.cards.close(false);
    this.lines.select(this.checks.indexOf(check));
    map.fitBounds(L.latLngBounds(check.line), { padding: [90, 110], maxZoom: 11 });
    if (window.innerWidth < NARROW_PX) byId("map_incidents").scrollIntoView({ block: "start" });
  }

  nameCandidates() {
    const { markers, index, selected, context, seas, towns } = this;
    return mapNames(map, { markers, index, selected, context, seas, towns, countries: this.countryNames() });
  }

  fitAll(animate = true) {
    const bounds = everything(this.index, this.checks);
    const spot = bounds?.getSouthWest().equals(bounds.getNorthEast());
    if (bounds) map.fitBounds(bounds, { ...margins(map), maxZoom: spot ? SPOT_ZOOM : NEAREST_ZOOM, animate });
    byId("far")?.remove();
  }

  /** At first the map shows where most incidents are, and says how many are not in view. */
  fitFirst() {
    const most = mostOf(map, this.index);
    if (!most) return this.fitAll(false);
    map.fitBounds(most.bounds, { ...margins(map), maxZoom: NEAREST_ZOOM, animate: false });
    const button = element("button", { type: "button", id: "far", class: "far", onclick: () => this.fitAll() }, t("far", { n: most.far }));
    return corner(map, "topleft", button);
  }

  showTab(tab) {
    this.state.tab = tab;
    for (const name of ["incidents", "distances", "about"]) {
      const chosen = name === tab;
      byId(`tab-${name}`).setAttribute("aria-selected", String(chosen));
      byId(`tab-${name}`).tabIndex = chosen ? 0 : -1;
      byId(`view-${name}`).hidden = !chosen;
    }
    byId("panel").scrollTop = Math.min(byId("panel").scrollTop, byId("tabs").previousElementSibling.offsetHeight); // on phones it holds all views
    this.writeAddress();
  }

  tabKey(event) {
    const names = ["incidents", "distances", "about"];
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = names[(names.indexOf(this.state.tab) + step + names.length) % names.length];
    this.showTab(next);
    byId(`tab-${next}`).focus();
  }

  writeAddress() {
    if (!this.members) return;
    const centre = map.getCenter();
    this.state.view = this.moved ? [map.getZoom(), centre.lat, centre.lng] : null;
    const hash = toHash(this.state, this.index);
    if (window.location.hash.slice(1) !== hash) window.history.replaceState(null, "", hash ? `#${hash}` : window.location.pathname + window.location.search);
  }

  async readAddress() {
    const given = fromHash(window.location.hash, this.index, this.filter);
    byId("query").value = this.filter.query;
    this.showTab(given.tab);
    if (given.view) map.setView([given.view[1], given.view[2]], given.view[0], { animate: false });
    this.setOrder(given.order);
    byId("order").value = given.order;
    await this.searchFor(this.filter.query);
    await this.openGiven(given.id);
  }

  openGiven(id) {
    const i = this.index.byId.get(id);
    return i === undefined ? undefined : this.choose(i, null, "address");
  }
}

/** Buttons for files of what the filters show. */
function downloads(page) {
  const one = (name, type, make) => element("button", { type: "button", onclick: () => save(name, type, make(page.index, page.members)) }, name);
  const picture = async () => save("map.png", "image/png", await pictureOf(map, page.index, page.markers, page.about.credits, `${t("title")}: ${byId("count").textContent} · ${wholeRange(page.index)}`));
  return [
    one("incidents.csv", "text/csv;charset=utf-8", toCsv),
    one("incidents.geojson", "application/geo+json", toGeoJson),
    element("button", { type: "button", onclick: picture }, "map.png"),
  ];
}

function summary(index, about) {
  const read = t("summary", { incidents: t("incidents", { n: index.n }), articles: t("articles", { n: about.articles }) });
  return [read, wholeRange(index)].filter(Boolean).join(" · ");
}

async function main() {
  const block = readBlock("atlas");
  const [columns, about] = await Promise.all([unpack(block.index), unpack(block.about)]);
  const index = readIndex(columns);
  const page = new Page(index, new Details(block.details, block.chunk, block.words), about);
  const given = fromHash(window.location.hash, index, page.filter);
  setLanguage(given.language ?? window.navigator.language);
  translatePage();
  map.getContainer().setAttribute("aria-label", t("mapName"));
  if (new URLSearchParams(window.location.search).has("embed")) document.body.classList.add("embed");
  map.invalidateSize({ animate: false });
  [page.checks, page.places] = await Promise.all([unpack(block.checks), unpack(block.context)]);
  byId("summary").textContent = summary(index, about);
  byId("tab-incidents").textContent = `${t("tabIncidents")} ${number(index.n)}`;
  byId("tab-distances").textContent = `${t("tabDistances")} ${number(sameChecks(page.checks).length)}`;
  byId("tab-about").textContent = t("tabAbout");
  byId("facets-title").textContent = t("filters");
  byId("reset").textContent = t("reset");
  byId("view-distances").replaceChildren(...distancesPanel(page.checks, (c) => page.showCheck(c)));
  byId("view-about").replaceChildren(...aboutPanel(about, downloads(page)).filter(Boolean));
  const basemap = await openBasemap(page);
  addControls(map, index, {
    credits: about.credits, worldview: about.worldview, showAbout: () => page.showTab("about"), fitAll: () => page.fitAll(),
    hasContext: page.places.length > 0, hasLines: page.checks.some((c) => c.line), toggleContext: (on) => { page.context.toggle(on); page.names.draw(); },
  });
  await page.start(given);
  basemap.addTo(map); // only now: before, the world would be drawn at the zoom level that folium opens with
  page.lines.show(page.checks.map((check, n) => [n, check]));
  page.context.draw();
  await page.openGiven(given.id);
  document.documentElement.dataset.ready = "true";
}

/** The colours that the style sheet gives to the base map. */
function basemapColours() {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(["land", "water", "shore", "border"].map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
}

async function openBasemap(page) {
  const [world, detail] = await Promise.all([unpack(readBlock("basemap")), unpack(readBlock("detail"))]);
  const shapes = { ...projectWorld(world), ...projectDetail(detail, world) };
  let colours = basemapColours();
  const layer = basemapLayer(shapes, () => colours);
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { colours = basemapColours(); layer.redraw(); });
  const countries = namedCountries(world);
  page.countryNames = () => countryItems(countries, shapes, map);
  page.seas = (world.seas ?? []).map((sea) => ({ ...sea, kind: "water", dot: 0, centred: true }));
  page.towns = world.towns.map((town) => ({ ...town, kind: town.from < 6 ? "city" : "town", dot: 3, marked: true }));
  return layer;
}

main().catch((error) => {
  document.body.append(element("p", { class: "noscript", role: "alert" }, t("cannotShow")));
  throw error;
});
