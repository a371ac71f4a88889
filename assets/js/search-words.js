// Text → the words of a search: the mirror of sitegen/search/words.py, which gives the reasons.

import { fold } from "./fold.js";

const UNSEEN = /[\u00ad\u200c\u200d]/g;
const BETWEEN = /(?:[^\p{L}\p{M}\p{N}]|[\u{10000}-\u{10ffff}])+/u;
const TELLING = /[\p{L}\p{N}]/u;
const UNSPACED =
  /([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]+)/;

/** Folded words in their order; scripts without blanks become overlapping pairs. */
export function words(text) {
  const parts = fold(text).toLowerCase().replace(UNSEEN, "").split(BETWEEN);
  return parts.filter((part) => TELLING.test(part)).flatMap(cut);
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
