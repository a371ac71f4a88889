// Why a document was found: the sentence of its page that says most of what was asked for.

import { highlight, marks } from "./marks.js";
import { characterAt } from "./pieces.js";

export { highlight };

/** Characters of a snippet at most, signs of omission included, in UTF-16 units. */
export const LONGEST = 160;
// What tells most about somebody stands first.
const TELLING = [
  "evidence", "ventures", "words", "skills", "body", "sectors", "places", "headline",
];
const OMITTED = "…";
// Characters before the first mark where its sentence is too long to be shown from the beginning,
// and how far to look for a blank to cut at.
const LEAD = 40;
const REACH = 30;
const SENTENCE = /[.!?…؟।]["”’»)\]]*\s+|[。！？]+|\s*\n\s*/gu;

/**
 * The part of a document's texts that holds most of the words, in the field that tells most among
 * equals; null where the texts have none of them.
 *
 * @param {[field: string, text: string][]} texts as `index.texts` has them
 * @param {{field: string}[]} matched where the index found the document; other fields are not read
 * @param {string[]} words those of the answer, see marks.js
 * @returns {{field: string, parts: import("./marks.js").Parts}|null}
 */
export function why(texts, matched, words) {
  const fields = new Set(matched.map(({ field }) => field));
  let best = null;
  for (const field of TELLING.filter((each) => fields.has(each))) {
    for (const [, text] of texts.filter(([each]) => each === field)) {
      for (const { window, count } of windows(text, words)) {
        if (!best || count > best.count) best = { field, text, window, count };
      }
    }
  }
  return best && { field: best.field, parts: highlight(shown(best.text, best.window), words) };
}

/** A window from each mark on, with how many different words stand in it. */
function windows(text, words) {
  const found = marks(text, words);
  const starts = [0, ...[...text.matchAll(SENTENCE)].map(({ 0: end, index }) => index + end.length)];
  return found.map((mark) => {
    const window = around(text, mark, starts);
    const inside = found.filter(({ from, to }) => from >= window.from && to <= window.to);
    return { window, count: new Set(inside.map(({ word }) => word)).size };
  });
}

/** Whole sentences from that of the mark on, as many as fit; else words of it with what is cut off. */
function around(text, mark, starts) {
  const room = LONGEST - 2 * OMITTED.length;
  const sentence = starts.findLast((start) => start <= mark.from);
  const fits = mark.to - sentence <= room;
  const from = fits ? sentence : blankAfter(text, Math.max(sentence, mark.from - LEAD), mark.from);
  if (text.length - from <= room) return { from, to: text.length, before: !fits, after: false };
  const end = starts.findLast((start) => start <= from + room && start >= mark.to);
  if (end) return { from, to: end, before: !fits, after: false };
  return { from, to: blankBefore(text, from + room, mark.to), before: !fits, after: true };
}

function blankAfter(text, at, most) {
  const blank = text.slice(at, Math.min(at + REACH, most)).search(/\s/);
  return blank < 0 ? characterAt(text, at) : at + blank + 1;
}

function blankBefore(text, at, least) {
  const start = Math.max(least, at - REACH);
  const blank = text.slice(start, at + 1).search(/\s\S*$/);
  return blank < 0 ? characterAt(text, at) : start + blank;
}

function shown(text, { from, to, before, after }) {
  return (before ? OMITTED : "") + text.slice(from, to).trim() + (after ? OMITTED : "");
}
