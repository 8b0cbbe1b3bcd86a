// The panels "Distances" and "About this map", and the legend.
import { checkPart, citation, quotePart, sameChecks } from "./card.js";
import { BACKGROUND, figuresDiffer } from "./filters.js";
import { capital, element, number, quoted, safeLink } from "./format.js";
import { verdictMark } from "./lines.js";
import { shapeOf, symbol } from "./markers.js";
import { t } from "./strings.js";

/** Worst verdicts first: those are what a reader looks for. */
const VERDICTS = ["inconsistent", "road_distance_plausible", "consistent", "uncheckable"];
const MOST_CHECKS = 300;

export function distancesPanel(checks, showCheck) {
  const groups = VERDICTS.map((verdict) => [verdict, sameChecks(checks.filter((c) => c.verdict === verdict))]).filter(([, list]) => list.length);
  if (!groups.length) return [element("p", { class: "empty" }, t("noDistances"))];
  return [
    element("p", { class: "note" }, t("distancesNote")),
    ...groups.map(([verdict, list]) => element("section", {},
      element("h2", {}, verdictMark(verdict), ` ${number(list.length)}`),
      element("ul", { class: "plain" }, list.slice(0, MOST_CHECKS).map(([check, ...others]) => {
        const part = checkPart(check, showCheck, others, "li");
        part.append(...sentencesOf([check, ...others]));
        return part;
      })),
      list.length > MOST_CHECKS ? element("p", { class: "note" }, t("andMore", { n: list.length - MOST_CHECKS })) : null)),
  ];
}

/** The sentences that state a distance, each once, with their article. */
function sentencesOf(checks) {
  const distinct = new Map(checks.map((c) => [JSON.stringify([c.quote, c.article]), c]));
  return [...distinct.values()].flatMap((c) => [quotePart(c.quote), citation(c.article)]);
}

export function aboutPanel(about, downloads) {
  return [
    element("section", {}, element("h2", {}, t("method")), element("p", {}, t("methodText")), element("p", {}, t("limitsText"))),
    element("section", { class: "no-print" }, element("h2", {}, t("download")), element("p", { class: "buttons" }, downloads)),
    readPart(about),
    rowsPart(t("failures"), about.failures, t("failuresNote")),
    rowsPart(t("skipped"), about.skipped, t("skippedNote")),
    unplacedPart(about.unplaced),
    element("section", {}, element("h2", {}, t("borders")), element("p", {}, t(`worldview.${about.worldview}`, {}, about.worldview)), element("p", { class: "note" }, t("bordersNote"))),
    creditsPart(about.credits),
  ];
}

function readPart(about) {
  const facts = [[t("articlesRead"), number(about.articles)], ...about.rows, [t("version"), about.version]];
  const sources = about.sources.filter(([name]) => name !== null);
  return element("section", {}, element("h2", {}, t("whatWasRead")),
    element("dl", { class: "facts" }, facts.map(([label, value]) => element("div", {}, element("dt", {}, quoted(label)), element("dd", {}, quoted(value))))),
    sources.length ? element("details", {}, element("summary", {}, t("publishers", { n: sources.length })),
      element("ul", { class: "plain" }, sources.slice(0, 200).map(([name, n]) => element("li", {}, quoted(name), element("span", { class: "note" }, ` ${number(n)}`))))) : null);
}

function rowsPart(title, rows, note) {
  if (!rows.length) return null;
  return element("section", {}, element("h2", {}, `${title} (${number(rows.length)})`), element("p", { class: "note" }, note),
    element("ul", { class: "plain" }, rows.slice(0, 200).map(([where, why]) => element("li", {}, quoted(where, "strong"), element("span", { class: "note" }, quoted(why))))));
}

function unplacedPart({ count, names }) {
  if (!count) return null;
  return element("section", {}, element("h2", {}, `${t("unplacedNames")} (${number(count)})`), element("p", { class: "note" }, t("unplacedNote")),
    element("details", {}, element("summary", {}, t("showNames")),
      element("ul", { class: "plain" }, names.map(([name, reason, n]) => element("li", {}, quoted(name, "strong"), n > 1 ? ` × ${number(n)}` : "", element("span", { class: "note" }, quoted(reason)))))));
}

function creditsPart(credits) {
  const groups = new Map();
  for (const c of credits) groups.set(c.attribution, [...(groups.get(c.attribution) ?? []), c]);
  const rows = [...groups].map(([attribution, files]) => {
    const link = safeLink(files[0].url);
    const name = link ? element("a", { href: link, rel: "noopener noreferrer external", target: "_blank" }, attribution) : attribution;
    const licences = [...new Set(files.map((c) => c.licence))].join(", ");
    return element("li", {}, name, element("span", { class: "note" }, `${licences} · ${[...new Set(files.map((c) => c.name))].join("; ")}`));
  });
  return element("section", {}, element("h2", {}, t("credits")),
    element("ul", { class: "plain" }, rows, element("li", {}, `Leaflet ${L.version}`, element("span", { class: "note" }, "© 2010–2022 Vladimir Agafonkin, © 2010–2011 CloudMade · BSD-2-Clause"))));
}

/** What the signs mean, each once: only those that are on this map. Parts of `[heading, entries]`. */
export function legend(index, { hasContext, hasLines, worldview }) {
  const placed = Array.from({ length: index.n }, (_, i) => i).filter((i) => index.lat[i] !== null);
  const present = new Set(index.type);
  const types = index.tables.type.filter((_, k) => present.has(k)).map((type) => entry(symbol(type, "exact"), t(`type.${type}`)));
  const drawn = new Set(placed.map((i) => shapeOf(index, i)));
  const shapes = ["exact", "near", "wide"].filter((s) => drawn.has(s)).map((shape) => entry(symbol("plain", shape), t(`shape.${shape}`)));
  const some = (test, ...given) => (placed.some(test) ? [entry(...given)] : []);
  const sample = (name, ...content) => element("span", { class: `sample sample-${name}` }, ...content);
  return [
    [t("legend.what"), types],
    [t("legend.where"), [
      ...shapes,
      ...some((i) => index.radius[i] !== null, sample("circle"), t("legend.circle")),
      ...(hasContext ? [entry(sample("context", element("span", { class: "context-dot" }), element("span", { class: "context-dot wide" })), t("legend.context"))] : []),
    ]],
    [t("legend.marks"), [
      ...some((i) => figuresDiffer(index, i), sample("differ"), t("figuresDiffer")),
      ...some((i) => index.flags[i] & BACKGROUND, recalled(), t("legend.background")),
      ...(placed.length > 1 ? [entry(sample("group", "9"), t("legend.group"))] : []),
    ]],
    [t("legend.lines"), [
      ...(hasLines ? [entry(sample("line"), t("legend.line"))] : []),
      entry(sample("border"), t(`legend.border.${worldview}`, {}, t("legend.border"))),
      entry(sample("disputed"), t("legend.disputed")),
    ]],
  ].filter(([, entries]) => entries.length);
}

function recalled() {
  const picture = symbol("plain", "exact");
  picture.classList.add("background");
  return picture;
}

function entry(picture, words) {
  return element("p", { class: "legend-entry" }, picture, capital(words));
}
