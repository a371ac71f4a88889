// What a text is to the reader of files: the mirror of sitegen/text.py and of Python's own white space.

/** White space as Python has it; JavaScript leaves out some of it and takes a byte order mark for it. */
const SPACE = "[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
const ONE_SPACE = new RegExp(SPACE);
const AT_START = new RegExp(`^${SPACE}+`);
const AT_END = new RegExp(`${SPACE}+$`);
const UNSEEN = /[\p{Cc}\p{Cs}\p{Co}\ufdd0-\ufdef]/u;

/** How many characters a text has, as people count them and not in units of UTF-16. */
export function size(text) {
  return Array.from(text).length;
}

/** The text without white space at its end. */
export function trimmedEnd(text) {
  return text.replace(AT_END, "");
}

/** The text without white space around it. */
export function trimmed(text) {
  return trimmedEnd(text.replace(AT_START, ""));
}

/** Whether white space stands in a text. */
export function hasSpace(text) {
  return ONE_SPACE.test(text);
}

/** A text on one line; a no-break space is meant. */
export function folded(text) {
  return text.replace(/[ \t\n]+/g, " ");
}

/** The text with one kind of line end, composed: what a file holds of it. */
export function asRead(text) {
  return text.replaceAll("\r\n", "\n").replaceAll("\r", "\n").normalize("NFC");
}

/**
 * Whether the character at `index` may not stand in content.
 *
 * @param {object} form
 * @param {string[]} characters  a text, taken apart
 */
export function isRefused(form, characters, index) {
  const character = characters[index];
  if (character < "\x7f") return character < " " && character !== "\t" && character !== "\n";
  if (form.joiners.includes(character)) {
    const around = [characters[index - 1], characters[index + 1]];
    return around.some((side) => !side || hasSpace(side) || form.joiners.includes(side));
  }
  const isNone = (character.codePointAt(0) & 0xfffe) === 0xfffe;
  return isNone || UNSEEN.test(character) || Object.hasOwn(form.hidden, character);
}

/** The first character that may not stand in content: where, and what it is; or null. */
export function refusedIn(form, text) {
  const characters = Array.from(text);
  const index = characters.findIndex((_, at) => isRefused(form, characters, at));
  return index < 0 ? null : { before: characters.slice(0, index).join(""), found: described(form, characters[index]) };
}

function described(form, character) {
  const code = character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
  return form.hidden[character] ?? `U+${code}`;
}

/** Line and column behind a text, both from 1. */
export function placeAfter(before) {
  const lines = before.split("\n");
  return { line: lines.length, column: size(lines.at(-1)) + 1 };
}
