// Spellings of one name: what a search takes for the same.

/** Cyrillic letters, without their accents, as Ukraine writes them in Latin ones. */
const LATIN = {
  а: "a", б: "b", в: "v", г: "h", ґ: "g", д: "d", е: "e", є: "ie", ж: "zh", з: "z", и: "y", і: "i", к: "k", л: "l", м: "m",
  н: "n", о: "o", п: "p", р: "r", с: "s", т: "t", у: "u", ф: "f", х: "kh", ц: "ts", ч: "ch", ш: "sh", щ: "shch", ъ: "", ы: "y", ь: "", э: "e", ю: "iu", я: "ia",
};
/** Letters that Unicode does not take apart. */
const PLAIN = { ł: "l", ø: "o", đ: "d", ı: "i", ß: "ss", æ: "ae", œ: "oe" };
/** Sounds that romanisations write in different ways, in this order. */
const SOUNDS = [[/kh|gh|g|h/g, "h"], [/shch|sch|sh|tch|ch|ts|tz|cz/g, "s"], [/zh|j/g, "z"], [/ck|c|q/g, "k"], [/w/g, "v"], [/[aeiouy]+/g, "a"], [/(.)\1+/g, "$1"], [/(?<=.)h?a?h?$/, ""]];

/** Lower case without accents and apostrophes: "Khōst" and "khost" are one. */
export function folded(text) {
  const lower = text.toLowerCase();
  if (/^[\x00-\x7f]*$/.test(lower)) return lower.replaceAll("'", "");
  return lower.replace(/[łøđıßæœ]/g, (c) => PLAIN[c]).normalize("NFD").replace(/\p{M}+|['’ʼʻ‘`´]/gu, "").normalize("NFC");
}

/** The consonants of a name as they sound; names of one skeleton are spellings of one: Kyiv, Kiev, Київ. */
export function skeleton(word) {
  const latin = folded(word).replace(/[а-яєіґ]/g, (c) => LATIN[c] ?? c);
  return SOUNDS.reduce((text, [sound, plain]) => text.replace(sound, plain), latin);
}
