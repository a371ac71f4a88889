// Text → the words of a search, and words → what finds them: the mirror of sitegen/search/words.py
// and terms.py, which give the reasons.

import { fold } from "../fold.js";

const LATER =
  /[\u088f\u0897\u0c5c\u0cdc\u0cf3\u0ece\u1acf-\u1add\u1ae0-\u1aeb\u1c89\u1c8a\ua7cb-\ua7cf\ua7d2\ua7d4\ua7da-\ua7dc\ua7f1\u{1ccd6}-\u{1ccf9}\u{1e030}-\u{1e06d}]/gu;
const UNSEEN = /[\u00ad\u200c\u200d]/g;
const LETTER = "(?:(?![\\u{10000}-\\u{10ffff}])[\\p{L}\\p{M}\\p{N}])";
const WORD = new RegExp(`${LETTER}*?[a-z0-9](?:\\+\\+|#(?!${LETTER}))|${LETTER}+`, "gu");
const TELLING = /[\p{L}\p{N}]/u;
const UNSPACED =
  /([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]+)/;

/** Folded words in their order; scripts without blanks become overlapping pairs. */
export function words(text) {
  const parts = fold(text.replace(LATER, " ")).toLowerCase().replace(UNSEEN, "").match(WORD) ?? [];
  return parts.filter((part) => TELLING.test(part)).flatMap(cut);
}

/** Whether a word is of a script without blanks, and so a pair or one character. */
export function isUnspaced(word) {
  return word.replace(UNSPACED, "") === "";
}

/** The stem of a folded word, as the index has it in all fields but names. */
export function stem(word) {
  return lunr.stemmer(new lunr.Token(word)).toString();
}

/** Whether a word is in every text, and so indexed in names only. */
export function isCommon(word) {
  return !lunr.stopWordFilter(word);
}

function cut(part) {
  // Splitting by a group leaves what it caught at the odd places.
  return part
    .split(UNSPACED)
    .flatMap((run, place) => (place % 2 && run.length > 2 ? pairs(run) : run))
    .filter(Boolean);
}

function pairs(run) {
  return Array.from({ length: run.length - 1 }, (_, start) => run.slice(start, start + 2));
}
