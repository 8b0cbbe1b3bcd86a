// The details of incidents, a chunk at a time: columns in the page, records for a card.
import { unpack } from "./payload.js";
import { Words } from "./words.js";

/** The last few chunks stay unpacked. */
const KEPT = 8;

export class Details {
  /** `words`: the table of signs in the texts of chunks that are packed. */
  constructor(chunks, size, words) {
    this.chunks = chunks;
    this.size = size;
    this.open = new Map();
    this.words = words;
    this.table = null;
  }

  async of(index) {
    const chunk = await this.chunk(Math.floor(index / this.size));
    return chunk[index % this.size];
  }

  chunk(number) {
    if (!this.open.has(number)) {
      this.open.set(number, this.read(number));
      if (this.open.size > KEPT) this.open.delete(this.open.keys().next().value);
    }
    return this.open.get(number);
  }

  async read(number) {
    this.table ??= unpack(this.words).then((table) => new Words(table));
    return readRecords(await unpack(this.chunks[number]), await this.table);
  }
}

/** Row `k` of columns. */
function row(columns, k) {
  return Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, values[k]]));
}

/** Records of a chunk as `records.py` wrote it; `words` reads its texts where they are written with signs. */
export function readRecords(chunk, words) {
  const at = { report: 0, claim: 0, attribution: 0, quote: 0, mark: 0 };
  const text = typeof chunk.text === "string" ? words.texts(chunk.text) : chunk.text;
  const quotesFrom = text.length - chunk.marks.length;
  const take = (name, count) => Array.from({ length: count }, () => row(chunk[name], at[name]++));
  const quote = () => {
    const marks = take("mark", chunk.marks[at.quote]);
    return cutAtMarks(text[quotesFrom + at.quote++], marks, chunk.names);
  };
  const reports = (count) => Array.from({ length: count }, () => {
    const title = text[at.report] || null;
    const [flat] = take("report", 1);
    const claims = take("claim", flat.claims);
    const attributions = take("attribution", flat.attributions);
    const quotes = Array.from({ length: flat.quotes }, quote);
    return nested(title, flat, claims, attributions, quotes);
  });
  return chunk.reports.map((count, k) => ({ reports: reports(count), joined: chunk.joined[k], checks: chunk.checks[k] }));
}

/** A quote cut at its marks: text, or text with the name of its mark. Marks count characters, not UTF-16 units. */
export function cutAtMarks(text, marks, names) {
  const characters = /[\ud800-\udfff]/.test(text) ? Array.from(text) : null;
  const slice = (start, end) => (characters ? characters.slice(start, end).join("") : text.slice(start, end));
  const parts = [];
  let at = 0;
  for (const { start, end, name } of marks) {
    parts.push(slice(at, start), [slice(start, end), names[name]]);
    at = end;
  }
  return [...parts, slice(at)].filter((part) => part.length > 0);
}

function nested(title, flat, claims, attributions, quotes) {
  const { publisher, date, url, file, role, type, sub, evidence, where } = flat;
  const { label, at, same, source, reason, confidence } = flat;
  const words = flat.words === 0 ? quotes[where].find(([, name]) => name === "place")[0] : flat.words;
  return {
    article: { title, publisher, date, url, file },
    when: { text: flat.whenText, precision: flat.whenPrecision },
    place: { words, label, at, same, source, reason, confidence },
    role, type, sub, evidence, where, claims, attributions, quotes,
  };
}
