// Incidents over time as bars, with two handles that choose a range, and a button that plays it.
import { lastDay } from "./filters.js";
import { daysText, dayText, element } from "./format.js";
import { NO_DAY } from "./payload.js";
import { t } from "./strings.js";

const MOST_BARS = 60;
/** The whole range plays in about so long, but no bar is shown for less or more, in milliseconds. */
const PLAY_MS = { whole: 20000, least: 250, most: 900 };
/** Widths of a bar that a reader can name, in days. */
const WIDTHS = [1, 7, 14, 30, 61, 91, 182, 365, 730, 1826, 3652];

/** Share of the days that the first bar may gather, and how much shorter that must make the rest. */
const EARLIER = { share: 0.2, gain: 3 };

/**
 * Bars of equal width over days up to the `last`: `{first, start, last, width, counts}`; null for fewer than two different days.
 *
 * Where a few days lie long before all others, the first bar is of all up to its end: it goes from `first`, not from `start`.
 */
export function bins(days) {
  const dated = Int32Array.from(days).filter((day) => day !== NO_DAY).sort();
  const [first, last] = [dated[0], dated[dated.length - 1]];
  if (!(last > first)) return null;
  const later = dated[Math.floor(dated.length * EARLIER.share)];
  const start = last > later && last - first > EARLIER.gain * (last - later) ? later : first;
  const span = last - start + 1;
  const width = WIDTHS.find((w) => span / w <= MOST_BARS) ?? Math.ceil(span / MOST_BARS);
  return { first, start, last, width, counts: new Uint32Array(Math.ceil(span / width)) };
}

/** From when to when the incidents are, each end as exactly as it is known; "" where none is dated. */
export function wholeRange(index) {
  let [low, high] = [-1, -1];
  for (let i = 0; i < index.n; i += 1) {
    if (index.day[i] === NO_DAY) continue;
    if (low < 0 || index.day[i] < index.day[low]) low = i;
    if (high < 0 || lastDay(index, i) > lastDay(index, high)) high = i;
  }
  if (low < 0) return "";
  const precision = (i) => index.tables.datePrecision[index.datePrecision[i]];
  const vague = (i) => ["month", "year"].includes(precision(i));
  if (!vague(low) && !vague(high)) return daysText(index.day[low], lastDay(index, high));
  const ends = [dayText(index.day[low], precision(low)), dayText(index.day[high], precision(high))];
  return [...new Set(ends)].join(" – ");
}

/** Counts the incidents of `members` into the bars. */
export function fill({ start, width, counts }, index, members) {
  counts.fill(0);
  for (const i of members) {
    const day = index.day[i];
    if (day !== NO_DAY) counts[Math.max(0, Math.floor((day - start) / width))] += 1;
  }
}

/** First and last day of some bars; the first begins and the last ends with the data. */
export function daysOf({ first, start, last, width }, low, high) {
  return [low === 0 ? first : start + low * width, Math.min(last, start + (high + 1) * width - 1)];
}

export class Histogram {
  /** `change(from, to)` is called with days, or nulls for the whole range. */
  constructor(holder, index, change) {
    Object.assign(this, { holder, index, change });
    this.bins = bins(index.day);
    holder.hidden = this.bins === null;
    if (this.bins) this.build();
  }

  build() {
    const last = this.bins.counts.length - 1;
    this.bars = [...this.bins.counts].map(() => element("span", { class: "bar" }));
    this.bars[0].classList.toggle("earlier", this.bins.first < this.bins.start);
    const handle = (value, name) => element("input", {
      type: "range", min: 0, max: last, value, step: 1, "aria-label": t(name), class: `handle ${name}`, oninput: () => this.moved(),
    });
    this.low = handle(0, "dateFrom");
    this.high = handle(last, "dateTo");
    this.label = element("span", { class: "range-text" });
    this.undated = element("span", { class: "undated" });
    this.button = element("button", { type: "button", class: "play", "aria-label": t("play"), title: t("play"), onclick: () => this.toggle() }, "▶");
    this.holder.replaceChildren(
      element("div", { class: "bars", "aria-hidden": "true" }, this.bars),
      element("div", { class: "handles" }, this.low, this.high),
      element("div", { class: "range-row" }, this.button, this.label, this.undated));
    this.write();
  }

  /** Shows the counts of `members`, which pass every filter but the dates. */
  show(members, from, to) {
    if (!this.bins) return;
    fill(this.bins, this.index, members);
    const most = Math.max(1, ...this.bins.counts);
    const { start, width } = this.bins;
    const undated = members.reduce((n, i) => n + (this.index.day[i] === NO_DAY), 0);
    this.undated.textContent = undated ? t(from === null && to === null ? "undated" : "undatedOut", { n: undated }) : "";
    this.low.value = from === null ? 0 : Math.floor((from - start) / width);
    this.high.value = to === null ? this.high.max : Math.floor((to - start) / width);
    this.bins.counts.forEach((n, k) => {
      this.bars[k].style.height = n ? `${Math.max(6, (100 * n) / most)}%` : "0";
      this.bars[k].classList.toggle("out", k < this.low.value || k > this.high.value);
    });
    this.write();
  }

  moved() {
    if (Number(this.low.value) > Number(this.high.value)) {
      const moved = document.activeElement === this.low ? this.high : this.low;
      moved.value = moved === this.low ? this.high.value : this.low.value;
    }
    this.tell();
  }

  tell() {
    this.change(...(this.whole() ? [null, null] : this.chosen()));
  }

  whole() {
    return this.low.value === "0" && this.high.value === this.high.max;
  }

  chosen() {
    return daysOf(this.bins, Number(this.low.value), Number(this.high.value));
  }

  write() {
    const [from, to] = this.chosen();
    this.label.textContent = this.whole() ? wholeRange(this.index) : daysText(from, to);
    this.low.setAttribute("aria-valuetext", dayText(from));
    this.high.setAttribute("aria-valuetext", dayText(to));
  }

  /** One bar after another, from the chosen one to the end, past those without an incident. */
  toggle() {
    if (this.timer) return this.stop();
    const last = Number(this.high.max);
    let at = Number(this.low.value) === Number(this.high.value) && Number(this.low.value) < last ? Number(this.low.value) : 0;
    const step = () => {
      while (at < last && this.bins.counts[at] === 0) at += 1;
      if (at > last) return this.stop(true);
      this.low.value = at;
      this.high.value = at;
      at += 1;
      return this.tell();
    };
    this.button.textContent = "❚❚";
    this.button.setAttribute("aria-label", t("pause"));
    const shown = this.bins.counts.filter((n) => n > 0).length;
    this.timer = setInterval(step, Math.min(PLAY_MS.most, Math.max(PLAY_MS.least, PLAY_MS.whole / shown)));
    return step();
  }

  stop(whole = false) {
    clearInterval(this.timer);
    this.timer = null;
    this.button.textContent = "▶";
    this.button.setAttribute("aria-label", t("play"));
    if (!whole) return;
    this.low.value = 0;
    this.high.value = this.high.max;
    this.tell();
  }
}
