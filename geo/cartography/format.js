// Values as words, in the language of the page.
import { locale, t } from "./strings.js";
import { NO_DAY } from "./payload.js";

const DAY_MS = 86400000;
/** What became of people, as claims tell it. */
export const KINDS = ["killed", "injured", "missing", "abducted", "arrested"];
/** Metres per unit in which distances are stated; units without a fixed length are absent. */
const UNIT_M = { km: 1000, mi: 1609.344, m: 1, ft: 0.3048, yd: 0.9144, nmi: 1852 };

/** Formatters take a millisecond to make, and lists need hundreds of texts: each is made once. */
const formatters = new Map();

function formatter(Kind, options) {
  const key = `${Kind.name} ${locale()} ${JSON.stringify(options)}`;
  if (!formatters.has(key)) formatters.set(key, new Kind(locale(), options));
  return formatters.get(key);
}

export function number(value, digits = 0) {
  return formatter(Intl.NumberFormat, { maximumFractionDigits: digits, minimumFractionDigits: digits }).format(value);
}

/** "980" and "9.8k": what fits into a group. */
export function shortNumber(value) {
  return value < 1000 ? number(value) : formatter(Intl.NumberFormat, { notation: "compact", maximumSignificantDigits: 2 }).format(value);
}

function dayFormat(options) {
  return formatter(Intl.DateTimeFormat, { timeZone: "UTC", ...options });
}

function formatDay(day, options) {
  return dayFormat(options).format(day * DAY_MS);
}

/** "28 Jul 2023", or what the precision allows; `null` for an unknown day. */
export function dayText(day, precision = "day", dayTo = null, long = false) {
  if (day === null || day === NO_DAY) return t("dateUnknown");
  const month = long ? "long" : "short";
  if (precision === "year") return formatDay(day, { year: "numeric" });
  if (precision === "month") return formatDay(day, { month, year: "numeric" });
  const exact = { day: "numeric", month, year: "numeric" };
  const text = formatDay(day, long && precision === "day" && dayTo === null ? { weekday: "long", ...exact } : exact);
  if (precision === "week" && dayTo === null) return t("weekOf", { date: text });
  return dayTo !== null && dayTo !== day ? daysText(day, dayTo, month) : text;
}

/** "25–28 Jul 2023": a range with what both ends share said once. */
export function daysText(from, to, month = "short") {
  const format = dayFormat({ day: "numeric", month, year: "numeric" });
  return from === to ? format.format(from * DAY_MS) : format.formatRange(from * DAY_MS, to * DAY_MS);
}

export function isoDay(day) {
  return day === null || day === NO_DAY ? "" : new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** Days since 1970 of "2023-07-28"; null for anything else. */
export function parseDay(text) {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text ?? "") ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return Number.isNaN(time) ? null : Math.round(time / DAY_MS);
}

export function countryName(code) {
  if (!/^[A-Z]{2}$/.test(code ?? "")) return code;
  return formatter(Intl.DisplayNames, { type: "region" }).of(code);
}

/** "Taganrog, Rostov, Russia" without parts that repeat. */
export function placeText(label) {
  return placeParts(label).join(", ");
}

function placeParts(label) {
  if (!label) return [];
  const [name, admin1, country, itself] = label;
  return [...new Set((itself ? [countryName(country) ?? name] : [name, admin1, countryName(country)]).filter(Boolean))];
}

/** "Taganrog"; a country in the reader's language, as the map names it. */
export function placeName(label) {
  return placeParts(label)[0] ?? "";
}

/** "Rostov, Russia": what tells a place from its namesakes. */
export function areaText(label) {
  return placeParts(label).slice(1).join(", ");
}

/** The same as nodes: each part runs in its own direction. */
export function placeNodes(label) {
  return placeParts(label).flatMap((part, k) => [k ? ", " : "", quoted(part)]);
}

/** "26.6 mi (42.8 km)": first the unit that the text uses. */
export function measuredText(metres, unit) {
  return measuredRange(metres, metres, unit);
}

/** "20.9–32.2 mi (33.7–51.9 km)". */
export function measuredRange(low, high, unit) {
  const written = (unitM, name) => {
    const [from, to] = [low / unitM, high / unitM].map((v) => number(v, high / unitM < 100 ? 1 : 0));
    return `${from === to ? to : `${from}–${to}`} ${t(name)}`;
  };
  const km = written(UNIT_M.km, "unit.km");
  return unit === "mi" ? `${written(UNIT_M.mi, "unit.mi")} (${km})` : km;
}

/** "about 24 mi", or the words of the text where the figure is vague. */
export function statedText(check) {
  if (check.value === null) return `“${check.stated}”`;
  const digits = (v) => (Number.isInteger(v) ? 0 : 1);
  const value = number(check.value, digits(check.value));
  const range = check.valueMax !== null ? `${value}–${number(check.valueMax, digits(check.valueMax))}` : value;
  const unit = check.unit in UNIT_M ? t(`unit.${check.unit}`) : check.unit;
  const hedge = t(`hedge.${check.hedge}`);
  return `${hedge ? `${hedge} ` : ""}${range} ${unit}`;
}

/** "±6 km": the radius of doubt. */
export function radiusText(metres) {
  return metres < 1000 ? `±\u00a0${number(metres)}\u00a0${t("unit.m")}` : `±\u00a0${number(metres / 1000, metres < 10000 ? 1 : 0)}\u00a0${t("unit.km")}`;
}

/** One claim's figure: "14", "at least 4", "about 10–12", "0". */
export function figureText(claim) {
  return claim.n === null ? `“${claim.words}”` : spanText([claim.n, claim.nMax ?? claim.n, claim.qual, claim.qual]);
}

/** The least and the greatest figure with the word that each is given with: "7 – at least 9", "more than 100". */
function spanText([low, high, below = "exact", above = "exact"]) {
  const hedged = (qual, figure) => t(`figure.${qual}`, { figure });
  if (low === high) return hedged(above === "exact" ? below : above, number(low));
  if (below === above) return hedged(below, `${number(low)}–${number(high)}`);
  return `${hedged(below, number(low))} – ${hedged(above, number(high))}`;
}

/** "4–14 injured", "at least 40 killed": the span of the figures given for an incident; "" when none is. */
export function casualtyText(index, i) {
  const said = KINDS.map((kind) => {
    const span = index[kind][i];
    if (!span) return "";
    return span[1] === 0 ? t(`n.${kind}.none`) : t(`n.${kind}`, { n: span[1], figure: spanText(span) });
  });
  return said.filter(Boolean).join(", ");
}

/** What the list calls an incident: its kind, as finely as it is known. */
export function kindText(index, i) {
  const sub = index.sub[i] < 0 ? null : index.tables.sub[index.sub[i]];
  return kindName(index.tables.type[index.type[i]], sub);
}

export function kindName(type, sub) {
  const words = (sub && t(`sub.${sub}`, {}, sub)) || t(`type.${type}`);
  return capital(words);
}

export function capital(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Where an incident was, "near Azov" where its spot is not the place; "" without a place. */
export function sceneName(index, i) {
  const label = index.place[i] < 0 ? null : index.tables.place[index.place[i]];
  if (!label) return "";
  return index.tables.precision[index.precision[i]] === "near city" ? t("placeNear", { place: placeName(label) }) : placeName(label);
}

/** "Explosion near Azov": what and where. */
export function headline(kind, label, precision) {
  return label ? t(precision === "near city" ? "kindNear" : "kindAt", { kind, place: placeName(label) }) : kind;
}

/** Only links that a browser may open as a page. */
export function safeLink(url) {
  return typeof url === "string" && /^https?:\/\//i.test(url) ? url : null;
}

/** An element with attributes, properties and children; text always becomes text. */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "class") node.className = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
  return node;
}

/** Text from an article: isolated, because it may run right to left. */
export function quoted(text, tag = "bdi", attributes = {}) {
  const node = element(tag, { dir: "auto", ...attributes });
  node.textContent = text;
  return node;
}

/** A small picture of a type: twelve units square, drawn in the current colour. */
const GLYPHS = {
  explosion: "M6 .8 7.2 4l3-1.6L8.6 5.3l2.8.9-2.9 1.1 1.6 2.9L7.2 8.6 6 11.4 4.9 8.6 1.9 10.2l1.6-2.9L.6 6.2l2.9-.9L1.9 2.4 4.9 4z",
  battle: "M1.5 1.5 4 2l6.5 6.6-1 1L3 3.1zm9 0L8 2 6.9 3.2l1.3 1.2L10 2.6zM4.7 6.4 1.6 9.5l1 1 3.1-3.1z",
  "violence against civilians": "M6 1a1.6 1.6 0 1 1 0 3.2A1.6 1.6 0 0 1 6 1zM3.4 11V7.2C3.4 5.7 4.4 5 6 5s2.6.7 2.6 2.2V11z",
  protest: "M1 4.5h2.2L9 1.6v7.8L3.2 6.6V10H1.9V6.6H1zm9.2-.6a2 2 0 0 1 0 3.2z",
  riot: "M6.4.8c.4 1.9 2.9 3 2.9 6A3.3 3.3 0 0 1 6 10.9a3.3 3.3 0 0 1-3.3-3.4c0-1.5.8-2.4 1.5-3.3.2.9.5 1.3 1 1.5C5.100 3.900 5.300 2.200 6.400.8z",
  "strategic development": "M6 .9 10.500 2.600v3c0 2.700-1.900 4.600-4.500 5.500C3.400 10.200 1.500 8.300 1.500 5.600v-3z",
  accident: "M6 1.200 11.200 10.500H.8zM5.400 4.600v3h1.200v-3zm0 3.700v1.200h1.200V8.300z",
  "natural disaster": "M.8 7.200c1.300 0 1.300-1 2.600-1s1.300 1 2.600 1 1.300-1 2.600-1 1.300 1 2.600 1v1.400c-1.300 0-1.300-1-2.600-1s-1.300 1-2.600 1-1.300-1-2.600-1-1.300 1-2.600 1zM6 1l2.300 3.400H3.700z",
  "disease outbreak": "M5.300 1h1.400v3.300H10v1.400H6.700V9H5.300V5.700H2V4.300h3.300zM2 9.800h8v1.300H2z",
  crime: "M3.600 5V3.700a2.400 2.400 0 0 1 4.800 0V5H9.500v6h-7V5zm1.200 0h2.400V3.700a1.200 1.200 0 0 0-2.400 0z",
};

export function glyph(type) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 12 12");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", GLYPHS[type] ?? GLYPHS.crime);
  path.setAttribute("fill-rule", "evenodd");
  svg.append(path);
  return svg;
}

/** The class that gives a type its colour. */
export function typeClass(type) {
  return `type-${type.split(" ")[0]}`;
}
