// The details of incidents, a chunk at a time: columns in the page, records for a card.
import { unpack } from "./payload.js";

/** The last few chunks stay unpacked. */
const KEPT = 8;

export class Details {
  constructor(chunks, size) {
    this.chunks = chunks;
    this.size = size;
    this.open = new Map();
  }

  async of(index) {
    const chunk = await this.chunk(Math.floor(index / this.size));
    return chunk[index % this.size];
  }

  chunk(number) {
    if (!this.open.has(number)) {
      this.open.set(number, unpack(this.chunks[number]).then(readRecords));
      if (this.open.size > KEPT) this.open.delete(this.open.keys().next().value);
    }
    return this.open.get(number);
  }
}

/** Row `k` of columns. */
function row(columns, k) {
  return Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, values[k]]));
}

/** Records of a chunk as `records.py` wrote it. */
export function readRecords(chunk) {
  const at = { report: 0, claim: 0, attribution: 0, quote: 0 };
  const take = (name, count) => Array.from({ length: count }, () => row(chunk[name], at[name]++));
  const reports = (count) => take("report", count).map((flat) => {
    const claims = take("claim", flat.claims);
    const attributions = take("attribution", flat.attributions);
    const quotes = chunk.quote.slice(at.quote, (at.quote += flat.quotes));
    return nested(flat, claims, attributions, quotes);
  });
  return chunk.reports.map((count, k) => ({ reports: reports(count), joined: chunk.joined[k], checks: chunk.checks[k] }));
}

function nested(flat, claims, attributions, quotes) {
  const { title, publisher, date, url, file, role, type, sub, evidence, where } = flat;
  const { label, at, same, source, reason, confidence } = flat;
  const words = flat.words === 0 ? quotes[where].find(([, name]) => name === "place")[0] : flat.words;
  return {
    article: { title, publisher, date, url, file },
    when: { text: flat.whenText, precision: flat.whenPrecision },
    place: { words, label, at, same, source, reason, confidence },
    role, type, sub, evidence, where, claims, attributions, quotes,
  };
}
