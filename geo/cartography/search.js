// Text search over what the cards say: titles, quotes, places, sources.
import { placeText, kindText } from "./format.js";
import { searchText, searchWords } from "./filters.js";

/** Search texts of chunks already read, so that a second search is quick. */
const texts = new Map();

/** The incidents that hold every word of the query, as a set; null when the search was given up. */
export async function search(query, index, details, givenUp) {
  const words = searchWords(query);
  const found = new Set();
  for (let number = 0; number < details.chunks.length; number += 1) {
    if (givenUp()) return null;
    const chunk = await textsOf(number, index, details);
    chunk.forEach((text, k) => {
      if (words.every((word) => text.includes(word))) found.add(number * details.size + k);
    });
  }
  return found;
}

async function textsOf(number, index, details) {
  if (!texts.has(number)) {
    const records = await details.chunk(number);
    texts.set(number, records.map((record, k) => `${titleText(index, number * details.size + k)}\n${searchText(record)}`));
  }
  return texts.get(number);
}

function titleText(index, i) {
  const label = index.place[i] < 0 ? null : index.tables.place[index.place[i]];
  return `${kindText(index, i)} ${placeText(label)} ${index.id[i]}`.toLowerCase();
}
