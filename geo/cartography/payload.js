// The data blocks of the page: read once, unpacked when needed.

/** The value of a data block; its text is dropped, so that it is held once. */
export function readBlock(id) {
  const element = document.getElementById(id);
  const value = JSON.parse(element.textContent);
  element.textContent = "";
  return value;
}

/** A part of a block: as it is, or out of gzip in base 85. */
export async function unpack(part) {
  if (typeof part !== "string") return part;
  const stream = new Blob([bytesOf(part)]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).json();
}

/** The digits of base 85 as `encode.py` writes them, by character code. */
const DIGITS = new Uint8Array(127);
for (let code = 33, digit = 0; code < 127; code += 1) {
  if (!"\"$&'<>\\{}".includes(String.fromCharCode(code))) DIGITS[code] = digit++;
}

/** Five digits to four bytes; the first character is the number of bytes that only fill the last word. */
function bytesOf(text) {
  const bytes = new Uint8Array(((text.length - 1) / 5) * 4);
  for (let i = 1, k = 0; i < text.length; k += 4) {
    let word = 0;
    for (const end = i + 5; i < end; i += 1) word = word * 85 + DIGITS[text.charCodeAt(i)];
    bytes[k] = word >>> 24;
    bytes[k + 1] = word >>> 16;
    bytes[k + 2] = word >>> 8;
    bytes[k + 3] = word;
  }
  return bytes.subarray(0, bytes.length - Number(text[0]));
}

/** The columns of the incidents with what the page derives from them once. */
export function readIndex(columns) {
  const n = columns.id.length;
  const x = new Float64Array(n);
  const y = new Float64Array(n);
  const byId = new Map();
  for (let i = 0; i < n; i += 1) {
    byId.set(columns.id[i], i);
    if (columns.lat[i] === null) {
      x[i] = NaN;
      y[i] = NaN;
    } else {
      x[i] = mercatorX(columns.lon[i]);
      y[i] = mercatorY(columns.lat[i]);
    }
  }
  return { ...columns, n, x, y, byId, day: Int32Array.from(columns.day, (d) => d ?? NO_DAY) };
}

/** What an unknown day is in an array of integers. */
export const NO_DAY = -2147483648;

/** Web Mercator on the unit square, x to the east and y to the south. */
export function mercator(lat, lon) {
  return [mercatorX(lon), mercatorY(lat)];
}

export function mercatorX(lon) {
  return lon / 360 + 0.5;
}

export function mercatorY(lat) {
  const sine = Math.sin((Math.max(-85.05, Math.min(85.05, lat)) * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}
