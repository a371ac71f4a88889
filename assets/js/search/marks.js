// The words of an answer marked in a text that the reader sees.

import { fold } from "../fold.js";
import { clusters, tokens } from "./pieces.js";
import { isUnspaced, stem } from "./words.js";

/** @typedef {[text: string, isMatch: boolean][]} Parts they join to the text */
/** @typedef {{from: number, to: number, word: string}} Mark places in UTF-16 units */

/**
 * The text with words marked: whole words, even where only the beginning was asked for, so that
 * letters that join are not torn apart; pairs of unspaced scripts merge. `words` are those of an
 * answer: a folded word, which marks what shares its stem too; a beginning, `wat*`; a phrase,
 * `exit plan`, marked as one.
 *
 * @returns {Parts}
 */
export function highlight(text, words) {
  const found = marks(text, words);
  const parts = [];
  let at = 0;
  for (const { from, to } of found.length ? merged(found, clusters(text)) : []) {
    if (from > at) parts.push([text.slice(at, from), false]);
    parts.push([text.slice(from, to), true]);
    at = to;
  }
  if (at < text.length) parts.push([text.slice(at), false]);
  return parts;
}

/** Where each of the words stands, in the order of the text; places may overlap. @returns {Mark[]} */
export function marks(text, words) {
  const found = tokens(text);
  return words
    .flatMap((word) => (isSign(word) ? signs(text, word) : sequences(found, word)))
    .sort((one, other) => one.from - other.from || one.to - other.to);
}

function sequences(found, word) {
  const tests = word.split(" ").map((term, _, { length }) => test(term, length > 1));
  return found.flatMap((first, start) => {
    const last = found[start + tests.length - 1];
    const isHere = last && tests.every((matches, n) => matches(found[start + n].term));
    return isHere && first.place && last.place
      ? [{ from: first.place.from, to: last.place.to, word }]
      : [];
  });
}

/** Words of a phrase stand as they are written; others may have another ending. */
function test(asked, inPhrase) {
  const begins = asked.endsWith("*");
  const word = begins ? asked.slice(0, -1) : asked;
  if (inPhrase) return (term) => term === word || (begins && term.startsWith(word));
  const root = stem(word);
  return (term) => {
    if (term === word || (begins && term.startsWith(word))) return true;
    // Stems keep the beginning, and most words of a text begin otherwise.
    if (term[0] !== root[0]) return false;
    const own = stem(term);
    return own === root || own === word;
  };
}

/** One character of a script without blanks can stand anywhere in a run. */
function isSign(word) {
  return /^.\*$/u.test(word) && isUnspaced(word[0]);
}

function signs(text, word) {
  return clusters(text)
    .filter(({ from, to }) => fold(text.slice(from, to)).includes(word[0]))
    .map(({ from, to }) => ({ from, to, word }));
}

/** Marks without overlaps, none of which ends within what a reader takes for one character. */
function merged(found, characters) {
  const joined = [];
  let next = 0;
  for (const mark of found) {
    const before = joined.at(-1);
    while (characters[next].to <= mark.from) next += 1;
    let last = next;
    while (characters[last].to < mark.to) last += 1;
    const [from, to] = [characters[next].from, characters[last].to];
    if (before && from <= before.to) before.to = Math.max(before.to, to);
    else joined.push({ from, to });
  }
  return joined;
}
