// Files of what the filter shows.
import { isoDay, KINDS } from "./format.js";

const COLUMNS = ["id", "type", "sub", "date", "date_to", "date_precision", "place", "admin1", "country", "lat", "lon",
  "geo_precision", "radius_m", ...KINDS.flatMap((kind) => [`${kind}_low`, `${kind}_high`]), "status", "reports", "publishers"];

/** One incident as values in the order of the columns; unknown is null. */
function values(index, i) {
  const { tables } = index;
  const [name, admin1, country] = index.place[i] < 0 ? [null, null, null] : tables.place[index.place[i]];
  return [
    index.id[i], tables.type[index.type[i]], index.sub[i] < 0 ? null : tables.sub[index.sub[i]],
    isoDay(index.day[i]) || null, isoDay(index.dayTo[i]) || null, tables.datePrecision[index.datePrecision[i]],
    name, admin1, country, index.lat[i], index.lon[i],
    index.precision[i] < 0 ? null : tables.precision[index.precision[i]], index.radius[i],
    ...KINDS.flatMap((kind) => bounds(index[kind][i])),
    tables.status[index.status[i]], index.reports[i],
    index.publishers[i].map((p) => (p < 0 ? "" : tables.publisher[p])).join("; "),
  ];
}

/** The least and the greatest number that the figures allow; "at least 40" has no greatest, "up to 40" no least. */
function bounds(span) {
  if (!span) return [null, null];
  const [low, high, below, above] = span;
  const least = { more_than: low + 1, max: null, less_than: null };
  const greatest = { less_than: high - 1, min: null, more_than: null };
  return [below in least ? least[below] : low, above in greatest ? greatest[above] : high];
}

/** A cell of a table. Text that a spreadsheet would run as a formula is made plain. */
export function csvCell(value) {
  if (value === null || value === undefined) return "";
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function toCsv(index, members) {
  const lines = [COLUMNS, ...members.map((i) => values(index, i))];
  return lines.map((cells) => cells.map(csvCell).join(",")).join("\r\n") + "\r\n";
}

/** RFC 7946: longitude first; an incident without a place has no geometry. */
export function toGeoJson(index, members) {
  const features = members.map((i) => {
    const properties = Object.fromEntries(values(index, i).map((value, k) => [COLUMNS[k], value]));
    const geometry = properties.lat === null ? null : { type: "Point", coordinates: [properties.lon, properties.lat] };
    delete properties.lat;
    delete properties.lon;
    return { type: "Feature", id: index.id[i], geometry, properties };
  });
  return JSON.stringify({ type: "FeatureCollection", features }, null, 1);
}

/** Hands a file to the reader; `content` is text or a Blob. */
export function save(name, type, content) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
