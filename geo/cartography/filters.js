// What the reader asked for, and which incidents answer it.
import { NO_DAY } from "./payload.js";
import { folded } from "./spelling.js";

/** The facets in the order they are shown. Each holds the chosen values; none chosen means all. */
export const FACETS = ["type", "casualties", "precision", "verdict", "role", "publisher"];
/** Values of the facet "casualties". */
export const CASUALTIES = ["killed", "injured", "none", "differ"];
/** Values of the facet "role". */
export const ROLES = ["main", "background"];
/** Orders of the list. */
export const ORDERS = ["newest", "casualties", "reports"];
const KILLED_DIFFER = 1;
const INJURED_DIFFER = 2;
export const BACKGROUND = 4;

export function noFilter() {
  return {
    query: "", from: null, to: null,
    type: new Set(), casualties: new Set(), precision: new Set(), verdict: new Set(), role: new Set(), publisher: new Set(),
  };
}

export function isFiltered(filter) {
  return filter.query !== "" || filter.from !== null || filter.to !== null || FACETS.some((f) => filter[f].size > 0);
}

/** Whether the figures given for an incident contradict each other. */
export function figuresDiffer(index, i) {
  return (index.flags[i] & (KILLED_DIFFER | INJURED_DIFFER)) !== 0;
}

/** For each facet, the values of every incident as bits; publishers, which are many, as lists. */
export function facetColumns(index) {
  const { n } = index;
  const type = Int32Array.from(index.type, (v) => 1 << v);
  const precision = Int32Array.from(index.precision, (v) => 1 << (v < 0 ? index.tables.precision.length : v));
  const none = 1 << index.tables.verdict.length;
  const verdict = Int32Array.from(index.verdicts, (v) => v || none);
  const casualties = new Int32Array(n);
  for (let i = 0; i < n; i += 1) casualties[i] = casualtyBits(index, i);
  const role = Int32Array.from(index.flags, (v) => (v & BACKGROUND ? 2 : 1));
  return { type, precision, verdict, casualties, role, publisher: index.publishers };
}

function casualtyBits(index, i) {
  let bits = 0;
  if (index.killed[i] && index.killed[i][1] > 0) bits |= 1;
  if (index.injured[i] && index.injured[i][1] > 0) bits |= 2;
  if (bits === 0) bits = 4;
  return figuresDiffer(index, i) ? bits | 8 : bits;
}

/** How many values each facet has. */
export function facetSizes(index) {
  return {
    type: index.tables.type.length,
    precision: index.tables.precision.length + 1,
    verdict: index.tables.verdict.length + 1,
    casualties: CASUALTIES.length,
    role: ROLES.length,
    publisher: index.tables.publisher.length + 1,
  };
}

/**
 * The incidents that pass, in the order given, and counts beside every facet value.
 *
 * A value's count is what choosing it would show: all other filters apply, its own facet's does not.
 * `found` is the set of incidents that the search found, or null when nothing was searched for.
 */
export function applyFilter(filter, index, columns, order, found) {
  const sizes = facetSizes(index);
  const counts = Object.fromEntries(FACETS.map((f) => [f, new Uint32Array(sizes[f])]));
  const facets = FACETS.map((f) => ({ values: columns[f], counts: counts[f], chosen: filter[f], wanted: wantedBits(f, filter[f]), listed: f === "publisher" }));
  const undatedWanted = filter.from === null && filter.to === null;
  const from = filter.from ?? -1e9;
  const to = filter.to ?? 1e9;
  const passing = [];
  const anyDay = [];
  for (const i of order) {
    if (found && !found.has(i)) continue;
    const failed = failedFacets(facets, i);
    if (failed === 0) anyDay.push(i);
    const day = index.day[i];
    if (day === NO_DAY ? !undatedWanted : from > lastDay(index, i) || day > to) continue;
    if (failed === 0) passing.push(i);
    if ((failed & (failed - 1)) === 0) countFacets(facets, failed, i);
  }
  return { passing, anyDay, counts };
}

export function lastDay(index, i) {
  return index.dayTo[i] ?? index.day[i];
}

function wantedBits(facet, chosen) {
  if (facet === "publisher" || chosen.size === 0) return 0;
  let bits = 0;
  for (const value of chosen) bits |= 1 << value;
  return bits;
}

/** One bit for each facet that an incident does not pass. */
function failedFacets(facets, i) {
  let failed = 0;
  for (let k = 0; k < facets.length; k += 1) {
    const { values, chosen, wanted, listed } = facets[k];
    if (chosen.size === 0) continue;
    const passes = listed ? publisherNumbers(values[i]).some((p) => chosen.has(p)) : (values[i] & wanted) !== 0;
    if (!passes) failed |= 1 << k;
  }
  return failed;
}

/** Counts an incident for every facet that alone keeps it out, or for all if none does. */
function countFacets(facets, failed, i) {
  for (let k = 0; k < facets.length; k += 1) {
    if (failed & ~(1 << k)) continue;
    const { values, counts, listed } = facets[k];
    if (listed) for (const p of publisherNumbers(values[i])) counts[p < 0 ? counts.length - 1 : p] += 1;
    else for (let rest = values[i]; rest; rest &= rest - 1) counts[31 - Math.clz32(rest & -rest)] += 1;
  }
}

const UNNAMED = [-1];

/** An article that names no publisher counts as one of its own. */
function publisherNumbers(value) {
  return value.length ? value : UNNAMED;
}

/** Incidents in one of the `ORDERS`; of equals the newest first, those without a date last; the order of the data decides ties. */
export function ordered(index, order) {
  const most = (span) => span?.[1] ?? 0;
  const weight = {
    newest: () => 0,
    casualties: (i) => most(index.killed[i]) * 1e6 + most(index.injured[i]),
    reports: (i) => index.reports[i],
  }[order];
  const weights = Float64Array.from({ length: index.n }, (_, i) => weight(i));
  return Int32Array.from(weights, (_, i) => i).sort((a, b) => weights[b] - weights[a] || index.day[b] - index.day[a] || a - b);
}

/** The words of a search: each must be found. */
export function searchWords(query) {
  return folded(query).split(/\s+/).filter(Boolean);
}

/** All text of a card that a search looks at. */
export function searchText(record) {
  const parts = [];
  for (const report of record.reports) {
    const { article } = report;
    parts.push(article.title, article.publisher, report.place.words, report.place.label?.join(" "), report.sub, report.type);
    for (const quote of report.quotes) parts.push(quote.map((s) => (typeof s === "string" ? s : s[0])).join(""));
    for (const claim of report.claims) parts.push(claim.who);
  }
  return folded(parts.filter(Boolean).join("\n"));
}
