// The state of the page in its address: a link opens the same view, filter and card.
import { FACETS, ORDERS, ROLES } from "./filters.js";
import { isoDay, parseDay } from "./format.js";

/** Names of the facet values in an address; numbers would change with the data. */
function names(index, facet) {
  const { tables } = index;
  const unnamed = { precision: [...tables.precision, "none"], verdict: [...tables.verdict, "none"] };
  return { type: tables.type, casualties: ["killed", "injured", "none", "differ"], publisher: tables.publisher, role: ROLES, ...unnamed }[facet];
}

/** The part after "#": only what differs from the beginning. */
export function toHash(state, index) {
  const { filter } = state;
  const out = new URLSearchParams();
  if (state.id) out.set("id", state.id);
  if (filter.query) out.set("q", filter.query);
  if (filter.from !== null) out.set("from", isoDay(filter.from));
  if (filter.to !== null) out.set("to", isoDay(filter.to));
  for (const facet of FACETS) {
    for (const value of [...filter[facet]].sort((a, b) => a - b)) out.append(facet, value < 0 ? "" : names(index, facet)[value]);
  }
  if (state.view) out.set("map", state.view.map((v, k) => v.toFixed(k ? 4 : 1)).join("/"));
  if (state.order !== ORDERS[0]) out.set("order", state.order);
  if (state.tab !== "incidents") out.set("tab", state.tab);
  if (state.language) out.set("lang", state.language);
  return out.toString();
}

/** Reads an address into `filter`; returns the rest: `id`, `view`, `tab`, `order`, `language`. Nonsense is ignored. */
export function fromHash(hash, index, filter) {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  filter.query = given.get("q") ?? "";
  filter.from = parseDay(given.get("from"));
  filter.to = parseDay(given.get("to"));
  for (const facet of FACETS) {
    const numbers = given.getAll(facet).map((name) => (facet === "publisher" && name === "" ? -1 : names(index, facet).indexOf(name)));
    filter[facet] = new Set(numbers.filter((v, k) => v >= 0 || (facet === "publisher" && given.getAll(facet)[k] === "")));
  }
  const view = (given.get("map") ?? "").split("/").map(Number);
  const tab = given.get("tab");
  return {
    id: given.get("id"),
    view: view.length === 3 && view.every(Number.isFinite) ? view : null,
    tab: ["distances", "about"].includes(tab) ? tab : "incidents",
    order: ORDERS.includes(given.get("order")) ? given.get("order") : ORDERS[0],
    language: given.get("lang"),
  };
}
