// Where the words of a text stand in it, so that the text itself can be marked, cut or corrected.

import { fold } from "../fold.js";
import { words } from "./words.js";

// What words are made of; plus and hash only behind a letter or number, as in `C++`.
const PIECE = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}\u00ad\u200c\u200d]*[+#]*/gu;
const CLUSTER = /\P{M}\p{M}*/gu;

/** Runs of letters: `[{from, to, terms}]`, places in UTF-16 units, terms as the index has them. */
export function pieces(text) {
  return [...text.matchAll(PIECE)]
    .map(({ 0: run, index }) => ({ from: index, to: index + run.length, terms: words(run) }))
    .filter(({ terms }) => terms.length);
}

/** One entry for each term: `[{from, to, term}]`; the pairs of unspaced scripts overlap. */
export function tokens(text) {
  return pieces(text).flatMap(({ from, to, terms }) =>
    terms.length === 1 ? [{ from, to, term: terms[0] }] : spread(text.slice(from, to), from, terms),
  );
}

/** What a reader takes for one character: `[{from, to}]`. */
export function clusters(text) {
  const found = Intl.Segmenter
    ? Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment)
    : (text.match(CLUSTER) ?? []);
  let at = 0;
  return found.map((segment) => ({ from: at, to: (at += segment.length) }));
}

/** Terms of one run, found again in its folded characters; one that cannot be found is left out. */
function spread(run, from, terms) {
  const places = [];
  let folded = "";
  for (const cluster of clusters(run)) {
    for (const unit of fold(run.slice(cluster.from, cluster.to)).toLowerCase()) {
      folded += unit;
      for (let n = 0; n < unit.length; n++) places.push(cluster);
    }
  }
  let next = 0;
  return terms.flatMap((term) => {
    const start = folded.indexOf(term, next);
    if (start < 0) return [];
    next = start + 1;
    return { from: from + places[start].from, to: from + places[start + term.length - 1].to, term };
  });
}
