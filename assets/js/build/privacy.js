// What must not be public, in a text: the mirror of sitegen/privacy/. The expressions are those of
// Python, translated by the build.

import { size } from "./text.js";

const DIGIT = /\p{Nd}/u;
const FOREIGN_DIGITS = /(?![0-9])\p{Nd}/gu;
const TWO_LETTERS = /[\p{L}\p{Nl}\p{No}]{2}/u;
const NO_NUMBER = /^[A-Za-z.: ]+/;

/** Finds e-mail addresses, phone numbers, dates of birth and street addresses. */
export class Privacy {
  #data;
  #made = new Map();

  /** @param {object} data  the part `private` of form.json */
  constructor(data) {
    this.#data = data;
  }

  /**
   * @param {string} text
   * @returns {{code: string, start: number}[]}  `start` counts characters, not units of UTF-16
   */
  found(text) {
    const data = this.#data;
    if (!this.#expression(data.maybe).test(text)) return [];
    const plain = text.replace(FOREIGN_DIGITS, inEnglish);
    const bare = data.gone.reduce((rest, gone) => rest.replace(this.#expression(gone, "gu"), blank), plain);
    // Every character that was replaced has one in its place.
    const told = (code, starts) => starts.map((at) => ({ code, start: size(bare.slice(0, at)) }));
    return [
      ...told("P060", this.#starts(data.email, bare)),
      ...told("P061", [...this.#starts(data.chat, plain), ...this.#phones(bare)]),
      ...told("P062", this.#births(bare)),
      ...told("P063", this.#streets(bare)),
    ];
  }

  #expression(source, flags = "u") {
    const name = flags + source;
    if (!this.#made.has(name)) this.#made.set(name, new RegExp(source, flags));
    return this.#made.get(name);
  }

  #matches(source, text) {
    return [...text.matchAll(this.#expression(source, "gu"))];
  }

  #starts(source, text) {
    return this.#matches(source, text).map((match) => match.index);
  }

  #phones(text) {
    return this.#matches(this.#data.phone, text)
      .filter(([found]) => this.#isPhone(found))
      .map((match) => match.index);
  }

  #isPhone(found) {
    const { amounts, leastDigits, mostDigits } = this.#data;
    const number = found.replace(NO_NUMBER, "").trim();
    if (amounts.some((amount) => this.#expression(`^(?:${amount})$`).test(number))) return false;
    const start = Object.keys(leastDigits).find((each) => number.startsWith(each));
    const digits = Array.from(number).filter((character) => DIGIT.test(character)).length;
    return (leastDigits[start] ?? 7) <= digits && digits <= mostDigits;
  }

  #births(text) {
    const folded = text.toLowerCase();
    const isLikely = this.#data.birthWords.some((word) => folded.includes(word));
    return isLikely ? this.#starts(this.#data.birth, text) : [];
  }

  /** Where street addresses start, each once. */
  #streets(text) {
    if (!DIGIT.test(text) || !TWO_LETTERS.test(text)) return [];
    const folded = text.toLowerCase();
    const spans = this.#data.streets.flatMap((row) => {
      const pieces = row.slice(0, -1);
      const isLikely = !pieces.length || pieces.some((piece) => (isSmall(piece) ? folded : text).includes(piece));
      return isLikely ? this.#matches(row.at(-1), text).map((match) => [match.index, match.index + match[0].length]) : [];
    });
    let after = 0;
    return spans.sort(byPlace).flatMap(([start, end]) => {
      const isNew = start >= after;
      after = Math.max(after, end);
      return isNew ? [start] : [];
    });
  }
}

function byPlace([start, end], [other, otherEnd]) {
  return start - other || end - otherEnd;
}

/** Whether a piece is looked for in the text in small letters: one with letters of that kind alone. */
function isSmall(piece) {
  return piece === piece.toLowerCase() && piece !== piece.toUpperCase();
}

/** A digit of another script as one of 0 to 9; each script has its ten in a row. */
function inEnglish(digit) {
  const code = digit.codePointAt(0);
  let first = code;
  while (DIGIT.test(String.fromCodePoint(first - 1))) first -= 1;
  return String((code - first) % 10);
}

/** Long numbers in addresses of pages and books, gone, length kept; user names stay. */
function blank(found) {
  return found.includes("@") ? found : "\0".repeat(size(found));
}
