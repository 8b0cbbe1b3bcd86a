// Text search over what the cards say: titles, quotes, places, sources.
import { placeText, kindText } from "./format.js";
import { searchText, searchWords } from "./filters.js";
import { folded, skeleton } from "./spelling.js";

/** A shorter skeleton is that of too many names. */
const SHORTEST = 3;
/** Search texts of chunks already read, so that a second search is quick. */
const texts = new Map();
/** The skeletons of the words of a name. */
const skeletons = new Map();

/**
 * The incidents that hold every word of the query, as a set; null when the search was given up.
 *
 * A word is found as it is in any text, or as another spelling of a whole word in the name of the place.
 */
export async function search(query, index, details, givenUp) {
  const words = searchWords(query).map((word) => [word, skeleton(word)]);
  const found = new Set();
  for (let number = 0; number < details.chunks.length; number += 1) {
    if (givenUp()) return null;
    const chunk = await textsOf(number, index, details);
    chunk.forEach(({ text, names }, k) => {
      if (words.every(([word, sounds]) => text.includes(word) || (sounds.length >= SHORTEST && names.has(sounds)))) found.add(number * details.size + k);
    });
  }
  return found;
}

async function textsOf(number, index, details) {
  if (!texts.has(number)) {
    const records = await details.chunk(number);
    texts.set(number, records.map((record, k) => {
      const i = number * details.size + k;
      const place = index.place[i] < 0 ? "" : placeText(index.tables.place[index.place[i]]);
      return { text: `${folded(`${kindText(index, i)} ${place} ${index.id[i]}`)}\n${searchText(record)}`, names: skeletonsOf(place) };
    }));
  }
  return texts.get(number);
}

function skeletonsOf(name) {
  if (!skeletons.has(name)) skeletons.set(name, new Set(folded(name).split(/[^\p{L}]+/u).map(skeleton)));
  return skeletons.get(name);
}
