// Where the words of a text stand in it, so that the text itself can be marked, cut or corrected.

import { fold } from "../fold.js";
import { isUnspaced, words } from "./words.js";

const UNSEEN = /[\u00ad\u200c\u200d]/g;
const LETTERS = /^[\p{L}\p{M}\p{N}]+$/u;
// Older browsers have no segmenter; marks then at least stay with their letters.
const SEGMENTER = Intl.Segmenter ? new Intl.Segmenter() : null;
const LETTER = /\P{M}\p{M}*|\p{M}+/gu;

/** @typedef {{from: number, to: number}} Place in UTF-16 units */

/**
 * The terms of a text as the index has them, each with its `place`, which is only found when asked
 * for, or null; the pairs of one run overlap.
 *
 * @returns {{term: string, place: Place|null}[]}
 */
export function tokens(text) {
  return [...text.matchAll(/\S+/g)].flatMap(({ 0: run, index }) => {
    const terms = words(run);
    let places;
    const place = (n) => {
      places ??= located(terms, run);
      return places[n] && { from: index + places[n].from, to: index + places[n].to };
    };
    return terms.map((term, n) => ({
      term,
      get place() {
        return place(n);
      },
    }));
  });
}

/** The words of a text, runs of an unspaced script as one. @returns {(Place & {terms: string[]})[]} */
export function pieces(text) {
  const found = [];
  for (const { term, place } of tokens(text)) {
    const before = found.at(-1);
    if (!place) continue;
    if (before && place.from < before.to) {
      before.to = place.to;
      before.terms.push(term);
    } else found.push({ ...place, terms: [term] });
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

/** The places of terms in their run, null where one cannot be found again. */
function located(terms, run) {
  if (terms.length === 1 && LETTERS.test(run)) return [{ from: 0, to: run.length }];
  // Few runs have letters that fold only together, and to tell characters apart takes long.
  const quick = among(terms, unfolded(run, letters(run)));
  return quick.every(Boolean) ? quick : among(terms, unfolded(run, clusters(run)));
}

function among(terms, { folded, places }) {
  let next = 0;
  let overlap = false;
  return terms.map((term) => {
    const pairs = term.length === 2 && isUnspaced(term);
    const start = folded.indexOf(term, overlap && pairs ? next - 1 : next);
    if (start < 0) return null;
    next = start + term.length;
    overlap = pairs;
    return { from: places[start].from, to: places[next - 1].to };
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
