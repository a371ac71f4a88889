// Where the words of a text stand in it, so that the text itself can be marked, cut or corrected.

import { fold } from "../fold.js";
import { isUnspaced, words } from "./words.js";

const UNSEEN = /[\u00ad\u200c\u200d]/g;
const PLAIN = /^[\0-\x7f]*$/;
// Older browsers have no segmenter; marks then at least stay with their letters.
const SEGMENTER = Intl.Segmenter ? new Intl.Segmenter() : null;
const CLUSTER = /\P{M}\p{M}*/gu;

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
  const found = SEGMENTER
    ? Array.from(SEGMENTER.segment(text), ({ segment }) => segment)
    : (text.match(CLUSTER) ?? []);
  let at = 0;
  return found.map((segment) => ({ from: at, to: (at += segment.length) }));
}

/** Where the character begins, as a reader sees it, that a place is in. */
export function characterAt(text, at) {
  if (SEGMENTER) return SEGMENTER.segment(text).containing(at)?.index ?? text.length;
  return clusters(text).findLast(({ from }) => from <= at)?.from ?? 0;
}

/** The terms of a run found again in its folded characters; one that cannot be found is left out. */
function located(terms, run) {
  const { folded, places } = terms.length ? unfolded(run) : { folded: "", places: [] };
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

/** A run folded character by character, with the place that each unit comes from. */
function unfolded(run) {
  if (PLAIN.test(run)) {
    return { folded: run.toLowerCase(), places: Array.from(run, (_, n) => ({ from: n, to: n + 1 })) };
  }
  let folded = "";
  const places = [];
  for (const place of clusters(run)) {
    const part = fold(run.slice(place.from, place.to)).toLowerCase().replace(UNSEEN, "");
    folded += part;
    for (let unit = 0; unit < part.length; unit += 1) places.push(place);
  }
  return { folded, places };
}
