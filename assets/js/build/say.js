// A problem → its sentence and what to do about it, as `sitegen check` prints them.

import { fill } from "../search/sentences.js";
import { size } from "./text.js";

const LONGEST = 300;
const UNPRINTABLE = /(?! )[\p{C}\p{Z}]/gu;

/**
 * @param {object} form
 * @param {{code: string, params: Record<string, string>}} problem
 * @returns {{text: string, hint: string}}  the hint may be empty
 */
export function say(form, { code, params }) {
  const [text, hint = ""] = form.messages[code];
  const shown = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, printable(value)]));
  return { text: fill(text, shown), hint: fill(hint, shown) };
}

/** A value on one line, short enough for a message: the mirror of `printable` in sitegen/text.py. */
function printable(value) {
  const shown = value
    .replace(UNPRINTABLE, (character) => `\\u${character.codePointAt(0).toString(16).padStart(4, "0")}`)
    .replaceAll("##[", "## [");
  return size(shown) <= LONGEST ? shown : `${Array.from(shown).slice(0, LONGEST - 1).join("")}…`;
}
