// Texts in which frequent words are written as one sign, as `words.py` writes them.

export class Words {
  /** `table`: `signs`, of which the first stands between texts, and the `words` of the others; or null. */
  constructor(table) {
    const [between, ...signs] = table?.signs ?? "";
    const words = (table?.words ?? "").split(" ");
    this.between = ` ${between} `;
    this.words = new Map(signs.map((sign, k) => [sign, `${words[k]} `]));
  }

  /** The texts of a chunk; behind every word, the last too, stands a blank. */
  texts(written) {
    const read = written.replace(/[\u0080-\uffff]/g, (sign) => this.words.get(sign) ?? sign);
    return read.slice(0, -1).split(this.between);
  }
}
