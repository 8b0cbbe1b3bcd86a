// The list beside the map: rows of one height, of which only those in view are in the document.
import { areaText, capital, casualtyText, dayText, element, kindText, placeText, quoted, sceneName } from "./format.js";
import { BACKGROUND, figuresDiffer } from "./filters.js";
import { symbolOf } from "./markers.js";
import { t } from "./strings.js";

/** Height of a row in pixels; the style sheet says the same. */
export const ROW_PX = 68;
/** Rows kept above and below the view. */
const SPARE = 4;
/** Rows that are printed. */
const MOST_PRINTED = 500;

export class List {
  /** `events`: `choose(i)` on a click or Enter, `hover(i or null)`; `nothing()` is what the list says when it is empty. */
  constructor(holder, index, events) {
    Object.assign(this, { holder, index, events });
    this.members = [];
    this.selected = null;
    this.active = 0;
    this.rows = new Map();
    this.inner = element("div", { class: "rows", role: "list" });
    holder.replaceChildren(this.inner);
    holder.addEventListener("scroll", () => requestAnimationFrame(() => this.draw()), { passive: true });
    holder.addEventListener("keydown", (event) => this.key(event));
    new ResizeObserver(() => this.draw()).observe(holder);
  }

  show(members) {
    this.members = members;
    this.active = Math.max(0, members.indexOf(this.selected));
    this.inner.style.height = `${members.length * ROW_PX}px`;
    this.inner.replaceChildren();
    this.inner.toggleAttribute("data-empty", members.length === 0);
    if (members.length === 0) this.inner.append(element("div", { class: "empty", role: "listitem" }, this.events.nothing()));
    this.rows.clear();
    this.holder.scrollTop = 0;
    this.draw();
  }

  draw() {
    const { scrollTop, clientHeight } = this.holder;
    const first = Math.max(0, Math.floor(scrollTop / ROW_PX) - SPARE);
    const last = Math.min(this.members.length, Math.ceil((scrollTop + clientHeight) / ROW_PX) + SPARE);
    for (const [k, row] of this.rows) {
      if ((k >= first && k < last) || row.contains(document.activeElement)) continue;
      row.remove();
      this.rows.delete(k);
    }
    for (let k = first; k < last; k += 1) if (!this.rows.has(k)) this.add(k);
    this.mark();
  }

  add(k) {
    const row = this.row(k);
    row.style.transform = `translateY(${k * ROW_PX}px)`;
    const after = [...this.rows.keys()].filter((other) => other > k).sort((a, b) => a - b)[0];
    this.inner.insertBefore(row, after === undefined ? null : this.rows.get(after));
    this.rows.set(k, row);
  }

  row(k) {
    const i = this.members[k];
    const button = element("button", {
      type: "button", class: this.index.flags[i] & BACKGROUND ? "row recalled" : "row", tabindex: k === this.active ? "0" : "-1",
      onclick: () => { this.active = k; this.events.choose(i); },
      onmouseenter: () => this.events.hover(i), onmouseleave: () => this.events.hover(null),
      onfocus: () => this.events.hover(i), onblur: () => this.events.hover(null),
    }, ...rowContent(this.index, i));
    button.dataset.incident = this.index.id[i];
    return element("div", { role: "listitem", class: "row-holder", "aria-setsize": this.members.length, "aria-posinset": k + 1 }, button);
  }

  select(i) {
    this.selected = i;
    const k = i === null ? -1 : this.members.indexOf(i);
    if (k >= 0) {
      this.active = k;
      this.scrollTo(k);
    }
    this.draw();
  }

  /** Focus goes to the row of an incident, or to the active row. */
  focus(i = null) {
    const k = i === null ? this.active : this.members.indexOf(i);
    if (k < 0 || k >= this.members.length) return;
    this.active = k;
    this.scrollTo(k);
    this.draw();
    this.rows.get(k)?.firstChild.focus({ preventScroll: true });
  }

  scrollTo(k) {
    const top = k * ROW_PX;
    const { scrollTop, clientHeight } = this.holder;
    if (top < scrollTop) this.holder.scrollTop = top;
    else if (top + ROW_PX > scrollTop + clientHeight) this.holder.scrollTop = top + ROW_PX - clientHeight;
  }

  key(event) {
    const page = Math.max(1, Math.floor(this.holder.clientHeight / ROW_PX) - 1);
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity }[event.key];
    if (step === undefined || this.members.length === 0) return;
    event.preventDefault();
    this.active = Math.max(0, Math.min(this.members.length - 1, this.active + step));
    this.focus();
  }

  hover(i) {
    for (const [k, row] of this.rows) row.classList.toggle("hovered", this.members[k] === i);
  }

  mark() {
    for (const [k, row] of this.rows) {
      const chosen = this.members[k] === this.selected;
      row.classList.toggle("selected", chosen);
      row.firstChild.setAttribute("aria-current", chosen ? "true" : "false");
      row.firstChild.tabIndex = k === this.active ? 0 : -1;
    }
  }

  /** All rows, for paper. */
  printed() {
    const items = this.members.slice(0, MOST_PRINTED).map((i) => element("li", {}, element("div", { class: "row" }, ...rowContent(this.index, i))));
    const rest = this.members.length - items.length;
    return element("div", { class: "printed" }, element("ol", {}, items), rest > 0 ? element("p", {}, t("andMore", { n: rest })) : null);
  }
}

/** What a row says; used by lists of groups, too. */
export function rowContent(index, i) {
  const label = index.place[i] < 0 ? null : index.tables.place[index.place[i]];
  const area = areaText(label);
  const figures = casualtyText(index, i);
  const chips = [
    figuresDiffer(index, i) ? element("span", { class: "chip chip-differ" }, t("figuresDiffer")) : null,
    index.lat[i] === null ? element("span", { class: "chip" }, t("notOnMap")) : null,
    index.flags[i] & BACKGROUND ? element("span", { class: "chip" }, t("background")) : null,
  ];
  return [
    symbolOf(index, i),
    element("span", { class: "row-text" },
      element("span", { class: "row-head" },
        element("span", { class: label ? "row-title" : "row-title unknown", dir: "auto", title: placeText(label) }, label ? capital(sceneName(index, i)) : t("placeUnknown")),
        element("span", { class: "row-date" }, dayText(index.day[i], index.tables.datePrecision[index.datePrecision[i]], index.dayTo[i]))),
      element("span", { class: "row-kind" }, kindText(index, i), area ? element("span", { class: "row-area" }, ` · ${area}`) : null),
      element("span", { class: "row-meta" }, figures ? element("span", {}, figures) : null, chips,
        element("span", { class: "note" }, index.reports[i] > 1 ? t("nReports", { n: index.reports[i] }) : publisherName(index, i)))),
  ];
}

/** Who says so, where one article does and names its publisher. */
function publisherName(index, i) {
  const [first = -1] = index.publishers[i];
  return first < 0 ? "" : quoted(index.tables.publisher[first]);
}
