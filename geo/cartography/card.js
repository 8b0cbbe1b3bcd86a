// The card of an incident: what, when, where and how sure; who says so, in which words.
import { KINDS, capital, countryName, dayText, element, figureText, headline, kindName, measuredRange, measuredText, number, parseDay, placeName, placeNodes, placeText, quoted, radiusText, safeLink } from "./format.js";
import { checkText, figuresOf, verdictMark } from "./lines.js";
import { shapeOf, symbol } from "./markers.js";
import { folded } from "./spelling.js";
import { language, t } from "./strings.js";

/** Claims that say less than how many there are in all, as in `claims.py`. */
const STANDS_BACK = { superseded: 1, feared: 1, further: 1, part: 2 };

/** The card. `checks` are the records of its distance checks; `showCheck` moves the map to one. */
export function incidentCard(index, i, record, checks, showCheck) {
  const type = index.tables.type[index.type[i]];
  const first = record.reports[0];
  return element("article", { class: "card", "aria-labelledby": "card-title", "data-incident": index.id[i] },
    cardHead(index, i, type, first),
    casualties(record),
    element("section", {}, element("h3", {}, t("reports", { n: record.reports.length })), record.reports.map(reportPart)),
    accusations(record),
    checks.length ? element("section", {}, element("h3", {}, t("statedDistances")), sameChecks(checks).map(([check, ...others]) => checkPart(check, showCheck, others))) : null,
    whyHere(index, i, record));
}

function cardHead(index, i, type, report) {
  const label = index.place[i] < 0 ? null : index.tables.place[index.place[i]];
  const status = index.tables.status[index.status[i]];
  const kind = kindName(type, report?.sub ?? null);
  const title = headline(kind, label, index.tables.precision[index.precision[i]]);
  return element("header", { class: "card-head" },
    element("p", { class: "kicker" }, symbol(type, shapeOf(index, i)), capital(t(`type.${type}`)),
      status === "reported" ? null : element("span", { class: "chip" }, t(`status.${status}`)),
      report?.role === "background" ? element("span", { class: "chip" }, t("background")) : null),
    element("h2", { id: "card-title", tabindex: "-1", dir: "auto" }, title),
    element("dl", { class: "facts" },
      fact(t("when"), whenText(index, i, report), whenNote(report)),
      fact(t("where"), label ? placeNodes(label) : t("notPlaced"), whereNote(index, i, label, report))));
}

function fact(name, value, note) {
  return element("div", {}, element("dt", {}, name),
    element("dd", {}, element("span", {}, value), note ? element("span", { class: "note" }, note) : null));
}

function whenText(index, i) {
  return dayText(index.day[i], index.tables.datePrecision[index.datePrecision[i]], index.dayTo[i], true);
}

function whenNote(report) {
  if (!report) return "";
  const precision = t(`date.${report.when.precision}`);
  return report.when.text ? t("dateWords", { words: report.when.text, precision }) : precision;
}

/** How exactly the place is known, and how the article spells it where the gazetteer spells it otherwise. */
function whereNote(index, i, label, report) {
  if (index.precision[i] < 0) return "";
  const precision = t(`precision.${index.tables.precision[index.precision[i]]}`);
  const exact = index.radius[i] ? `${precision}, ${radiusText(index.radius[i])}` : precision;
  const { words, same } = report?.place ?? {};
  return words && same && folded(words) !== folded(placeName(label)) ? t("dateWords", { words, precision: exact }) : exact;
}

/** Every figure with who gives it. The same figure by the same voice in several articles stands once. */
function casualties(record) {
  const kinds = KINDS.map((kind) => [kind, groupClaims(record, kind)]).filter(([, rows]) => rows.length);
  if (!kinds.length) return null;
  return element("section", { class: "claims" }, kinds.map(([kind, rows]) => element("div", {},
    element("h3", {}, t(`claims.${kind}`), conflict(rows) ? element("span", { class: "chip chip-differ" }, t("figuresDiffer")) : null),
    element("ul", { class: conflict(rows) ? "figures differ" : "figures" }, rows.map((row) => claimRow(row, record.reports.length > 1))))));
}

function groupClaims(record, kind) {
  const rows = new Map();
  for (const report of record.reports) {
    for (const claim of report.claims.filter((c) => c.kind === kind)) {
      const key = JSON.stringify([claim.n, claim.nMax, claim.qual, claim.who, claim.relation, claim.n === null ? claim.words : ""]);
      if (!rows.has(key)) rows.set(key, { claim, articles: [] });
      rows.get(key).articles.push(report.article);
    }
  }
  return [...rows.values()];
}

/** Whether no figure satisfies every claim that stands; the same rule as `claims.py`. */
export function conflict(rows) {
  const least = Math.min(...rows.map(({ claim }) => STANDS_BACK[claim.relation] ?? 0));
  const standing = rows.filter(({ claim }) => (STANDS_BACK[claim.relation] ?? 0) === least);
  const spans = standing.map(({ claim }) => claimSpan(claim)).filter(Boolean);
  return spans.length > 1 && Math.max(...spans.map((s) => s[0])) > Math.min(...spans.map((s) => s[1]));
}

function claimSpan({ n, nMax, qual }) {
  if (n === null) return null;
  if (qual === "min") return [n, Infinity];
  if (qual === "more_than") return [n + 1, Infinity];
  if (qual === "max") return [0, n];
  if (qual === "less_than") return [0, n - 1];
  if (qual === "about") return [n * 0.8, (nMax ?? n) * 1.2];
  return [n, nMax ?? n];
}

/** One claim; its article is named where the incident has several. */
function claimRow({ claim, articles }, several) {
  const from = articles.length > 1 ? t("inArticles", { n: articles.length }) : [articleName(articles[0]), articleDay(articles[0])].filter(Boolean).join(", ");
  return element("li", {},
    element("span", { class: "figure" }, quoted(figureText(claim))),
    element("span", { class: "voice" }, claim.who ? quoted(claim.who) : t("noVoice"),
      claim.relation in STANDS_BACK ? element("span", { class: "note" }, t(`relation.${claim.relation}`)) : null,
      several ? element("span", { class: "note" }, quoted(from)) : null));
}

function accusations(record) {
  const rows = new Map();
  for (const report of record.reports) {
    for (const a of report.attributions) rows.set(JSON.stringify([a.who, a.stance, a.whom]), a);
  }
  if (!rows.size) return null;
  return element("section", {}, element("h3", {}, t("whoBlames")),
    element("ul", { class: "accusations" }, [...rows.values()].map((a) => element("li", {},
      element("span", { class: "note" }, t(`stance.${a.stance}`, {}, a.stance)), " ",
      element("span", {}, a.who ? quoted(a.who, "strong") : t("noVoice"), a.whom ? [" → ", quoted(a.whom, "strong")] : "")))));
}

function reportPart(report) {
  const used = [report.evidence, ...report.claims.map((c) => c.quote), ...report.attributions.map((a) => a.quote), report.where];
  const numbers = [...new Set(used.filter((n) => n !== null))];
  const [lead, ...more] = numbers.map((n) => quotePart(report.quotes[n]));
  return element("div", { class: "report" }, lead,
    more.length ? element("details", { class: "more" }, element("summary", {}, t("moreSentences", { n: more.length })), more) : null,
    citation(report.article));
}

/** A sentence of the article with what it is quoted for marked. */
export function quotePart(segments) {
  return element("blockquote", { dir: "auto" }, segments.map((s) => (typeof s === "string" ? textNode(s) : mark(s))));
}

function mark([text, name]) {
  const node = element("mark", { class: `mark-${name}`, title: t(`mark.${name}`) });
  node.textContent = text;
  return node;
}

function textNode(text) {
  return document.createTextNode(text);
}

export function citation(article) {
  const link = safeLink(article.url);
  const title = article.title ?? t("untitled");
  const name = link
    ? element("a", { href: link, rel: "noopener noreferrer external", target: "_blank" }, quoted(title))
    : quoted(title, "bdi", { class: article.title ? "" : "untitled" });
  const rest = [article.publisher, articleDay(article) || t("noDate"), article.url && !link ? article.url : null, article.file];
  return element("p", { class: "citation" }, name,
    rest.filter(Boolean).map((part) => [" · ", quoted(part)]));
}

function articleName(article) {
  return article.publisher ?? article.title ?? article.file;
}

function articleDay(article) {
  return article.date ? dayText(parseDay(article.date)) : "";
}

/** Checks that say the same of the same two places, together: each is shown once, with all who state it. */
export function sameChecks(checks) {
  const groups = new Map();
  for (const check of checks) {
    const { subject, reference, hedge, value, valueMax, unit, stated, measured, verdict } = check;
    const key = JSON.stringify([[subject, reference].sort(), hedge, value, valueMax, unit, value === null ? stated : "", measured, verdict]);
    groups.set(key, [...(groups.get(key) ?? []), check]);
  }
  return [...groups.values()];
}

/** One stated distance against the measured one; `others` state the same. */
export function checkPart(check, showCheck, others = [], tag = "div") {
  const between = check.subject && check.reference ? t("fromTo", { from: check.subject, to: check.reference }) : check.subject ?? check.reference ?? "";
  const button = check.line ? element("button", { type: "button", class: "quiet", onclick: () => showCheck(check) }, t("showLine")) : null;
  const ranges = check.measuredLow !== null && check.measuredHigh !== null && check.measuredHigh !== check.measuredLow;
  const range = ranges ? `, ${t("edgeToEdge", { range: measuredRange(check.measuredLow, check.measuredHigh, check.unit) })}` : "";
  const views = check.otherViews.map(([view, metres]) => element("p", { class: "note" },
    t("otherView", { view: t(`worldview.${view}`, {}, view), value: metres === null ? t("notMeasured") : measuredText(metres, check.unit) })));
  const articles = new Set([check, ...others].map((c) => JSON.stringify(c.article))).size;
  return element(tag, { class: "check" },
    element("p", { class: "check-line" }, quoted(between, "strong")),
    element("p", {}, figuresOf(check), range, ": ", verdictMark(check.verdict)),
    check.reason === checkText(check) ? null : element("p", { class: "note" }, quoted(check.reason)), views,
    articles > 1 ? element("p", { class: "note" }, t("statedIn", { n: articles })) : null, button);
}

/** Why the dot is where it is, report by report. */
function whyHere(index, i, record) {
  const rows = record.reports.map((report) => {
    const { place } = report;
    const at = place.at ?? (place.same ? [index.lat[i], index.lon[i]] : null);
    if (!place.same && !place.label) return element("p", {}, place.reason ? quoted(place.reason) : t("noPlaceGiven"));
    const words = place.words ? t("placeWords", { words: place.words }) : "";
    return element("div", {},
      element("p", {}, quoted(`${words}${words && place.reason ? ": " : ""}${place.reason}`)),
      element("p", { class: "note" }, [
        place.label ? placeText(place.label) : null, place.source, at ? at.map((v) => v.toFixed(4)).join(", ") : null,
        place.confidence ? t("confidence", { percent: number(place.confidence * 100) }) : null,
      ].filter(Boolean).join(" · ")));
  });
  return element("details", { class: "why", open: true },
    element("summary", {}, index.lat[i] === null ? t("whyNotPlaced") : t("whyHere")), rows,
    index.radius[i] && index.lat[i] !== null ? element("p", { class: "note" }, t("circle", { radius: radiusText(index.radius[i]) })) : null,
    record.joined ? element("p", {}, t("joined"), " ", quoted(record.joined)) : null);
}

/** The small card of a place that is mentioned, but is not the scene of an incident. */
export function contextCard(place) {
  return element("article", { class: "card context", "aria-labelledby": "card-title" },
    element("header", { class: "card-head" },
      element("p", { class: "kicker" }, t("contextPlace")),
      element("h2", { id: "card-title", tabindex: "-1", dir: "auto" }, place.label[0]),
      element("p", { class: "note" }, [placeText([place.label[1], null, place.label[2]]), t("mentions", { n: place.mentions }), t("inArticles", { n: place.articles })].filter(Boolean).join(" · "))),
    element("p", {}, t("contextNote")),
    place.quote ? [quotePart(place.quote), citation(place.article)] : null,
    place.reason ? element("p", { class: "note" }, t("placeWords", { words: place.label[0] }), `: ${place.reason} · ${place.source}`) : null);
}

/** The names of countries on both sides of a border. */
export function betweenText(codes) {
  return new Intl.ListFormat(language(), { type: "conjunction" }).format(codes.map(countryName));
}
