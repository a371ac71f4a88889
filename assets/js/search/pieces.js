// Where the words of a text stand in it, so that the text itself can be marked, cut or corrected.

import { fold } from "../fold.js";
import { isUnspaced, words } from "./words.js";

const UNSEEN = /[\u00ad\u200c\u200d]/g;
const LETTERS = /^[\p{L}\p{M}\p{N}]+$/u;
// Older browsers have no segmenter; marks then at least stay with their letters.
const SEGMENTER = Intl.Segmenter ? new Intl.Segmenter() : null;
const LETTER = /\P{M}\p{M}*/gu;

/** @typedef {{from: number, to: number}} Place in UTF-16 units */

/** The terms of a text as the index has them; pairs of one run overlap. @returns {(Place & {term: string})[]} */
export function tokens(text) {
  return [...text.matchAll(/\S+/g)].flatMap(({ 0: run, index }) =>
    located(words(run), run).map(({ from, to, term }) => ({ from: index + from, to: index + to, term })),
  );
}

/** The words of a text, runs of an unspaced script as one. @returns {(Place & {terms: string[]})[]} */
export function pieces(text) {
  const found = [];
  for (const { from, to, term } of tokens(text)) {
    const before = found.at(-1);
    if (before && from < before.to) Object.assign(before, { to, terms: [...before.terms, term] });
    else found.push({ from, to, terms: [term] });
  }
  return found;
}

/** What a reader takes for one character, all through a text. @returns {Place[]} */
export function clusters(text) {
  if (!SEGMENTER) return letters(text);
  return placed(Array.from(SEGMENTER.segment(text), ({ segment }) => segment));
}

/** Where the character begins, as a reader sees it, that a place is in. */
export function characterAt(text, at) {
  if (SEGMENTER) return SEGMENTER.segment(text).containing(at)?.index ?? text.length;
  return clusters(text).findLast(({ from }) => from <= at)?.from ?? 0;
}

/** The terms of a run with their places in it; one that cannot be found again is left out. */
function located(terms, run) {
  if (!terms.length) return [];
  if (terms.length === 1 && LETTERS.test(run)) return [{ from: 0, to: run.length, term: terms[0] }];
  // Few runs have letters that fold only together, and to tell characters apart takes long.
  const quick = among(terms, unfolded(run, letters(run)));
  return quick.length === terms.length ? quick : among(terms, unfolded(run, clusters(run)));
}

function among(terms, { folded, places }) {
  let next = 0;
  let overlap = false;
  return terms.flatMap((term) => {
    const pairs = term.length === 2 && isUnspaced(term);
    const start = folded.indexOf(term, overlap && pairs ? next - 1 : next);
    if (start < 0) return [];
    next = start + term.length;
    overlap = pairs;
    return { from: places[start].from, to: places[next - 1].to, term };
  });
}

/** A run folded part by part, with the place that each unit comes from. */
function unfolded(run, parts) {
  let folded = "";
  const places = [];
  for (const place of parts) {
    const part = fold(run.slice(place.from, place.to)).toLowerCase().replace(UNSEEN, "");
    folded += part;
    for (let unit = 0; unit < part.length; unit += 1) places.push(place);
  }
  return { folded, places };
}

function placed(segments) {
  let at = 0;
  return segments.map((segment) => ({ from: at, to: (at += segment.length) }));
}

function letters(text) {
  return placed(text.match(LETTER) ?? []);
}
