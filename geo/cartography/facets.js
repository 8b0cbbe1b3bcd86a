// Check boxes for each facet, with how many incidents each would show.
import { CASUALTIES, FACETS, ROLES } from "./filters.js";
import { element, number, quoted } from "./format.js";
import { SHAPES, symbol } from "./markers.js";
import { t } from "./strings.js";

/** Publishers shown before "more". */
const MOST_PUBLISHERS = 12;

export class Facets {
  /** `change()` is called after the filter's sets were changed. */
  constructor(holder, index, filter, change) {
    Object.assign(this, { holder, index, filter, change });
    this.boxes = new Map();
    holder.replaceChildren(...FACETS.map((facet) => this.group(facet)).filter(Boolean));
  }

  group(facet) {
    const values = this.values(facet);
    if (values.length < 2) return null;
    const items = values.map(([value, name, picture]) => this.box(facet, value, name, picture));
    const list = element("div", { class: "facet-values" }, items.slice(0, MOST_PUBLISHERS));
    if (items.length > MOST_PUBLISHERS) {
      list.append(element("details", { class: "more" }, element("summary", {}, t("moreValues", { n: items.length - MOST_PUBLISHERS })), items.slice(MOST_PUBLISHERS)));
    }
    return element("fieldset", { class: "facet" }, element("legend", {}, t(`facet.${facet}`)), list);
  }

  /** [value, name, picture] of the values that occur. */
  values(facet) {
    const { tables } = this.index;
    const present = presentValues(this.index, facet);
    const names = {
      type: (v) => [t(`type.${tables.type[v]}`), symbol(tables.type[v], "exact")],
      casualties: (v) => [t(`casualties.${CASUALTIES[v]}`)],
      precision: (v) => (v < tables.precision.length ? [t(`precision.${tables.precision[v]}`), symbol("plain", SHAPES[tables.precision[v]])] : [t("precision.none")]),
      verdict: (v) => [t(v < tables.verdict.length ? `verdict.${tables.verdict[v]}` : "verdict.none")],
      role: (v) => [t(`role.${ROLES[v]}`)],
      publisher: (v) => [v < 0 ? t("noPublisher") : tables.publisher[v]],
    };
    return present.map((v) => [v, ...names[facet](v)]);
  }

  box(facet, value, name, picture) {
    const input = element("input", { type: "checkbox" });
    input.checked = this.filter[facet].has(value);
    input.addEventListener("change", () => {
      if (input.checked) this.filter[facet].add(value);
      else this.filter[facet].delete(value);
      this.change();
    });
    const count = element("span", { class: "facet-count" });
    const label = element("label", { class: "facet-value" }, input, picture, quoted(name), count);
    this.boxes.set(`${facet}:${value}`, { input, count, label, facet, value });
    return label;
  }

  /** Writes the counts and the ticks. */
  show(counts) {
    for (const { input, count, label, facet, value } of this.boxes.values()) {
      const n = counts[facet][value < 0 ? counts[facet].length - 1 : value];
      count.textContent = number(n);
      label.classList.toggle("nothing", n === 0);
      input.checked = this.filter[facet].has(value);
    }
  }
}

function presentValues(index, facet) {
  if (facet === "publisher") {
    const counts = new Map();
    for (const list of index.publishers) for (const p of list.length ? list : [-1]) counts.set(p, (counts.get(p) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([p]) => p);
  }
  let bits = 0;
  for (const value of index.facets[facet]) bits |= value;
  return Array.from({ length: 31 }, (_, k) => k).filter((k) => bits & (1 << k));
}
