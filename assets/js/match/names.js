// Organisations compared: the mirror of sitegen/matching/organisations.py, which gives the reasons.

import { fold } from "../fold.js";
import { likeness, mayBeAlike } from "./likeness.js";

const WORD = /[\p{L}\p{N}]+/gu;
const HOST = /^https:\/\/(?:\[([^\]]*)\]|([^\s/?#:]+))/i;

/** Folded words with single blanks, as sitegen/terms.py has them. */
export function foldWords(text) {
  return (fold(text).match(WORD) ?? []).join(" ");
}

/** The domain of an address, `www.` left out; nothing where there is none. */
export function domainOf(url) {
  const [, address, name] = HOST.exec(url ?? "") ?? [];
  return (address ?? name ?? "").toLowerCase().replace(/^www\./, "");
}

/** @typedef {{words: string, domain: string}} Party  a folded name and the domain of its site */

/** The same folded name, or the same domain. */
export function isSame(one, other) {
  return one.words === other.words || (one.domain !== "" && one.domain === other.domain);
}

/** Perhaps the same: one name within the other, or nearly the same spelling. */
export function isNear(one, other, least) {
  const [short, long] = [one.words, other.words].sort(byLength);
  return isPartOf(short.split(" "), long.split(" ")) || isSpelledLike(short, long, least);
}

function isPartOf(few, many) {
  return few.length > 1 && few.every((word) => many.includes(word));
}

function isSpelledLike(short, long, least) {
  return mayBeAlike(short, long, least) && likeness(short, long) >= least;
}

/** By length, then by code point: the likeness of two depends on which comes first. */
function byLength(one, other) {
  const [a, b] = [[...one], [...other]];
  if (a.length !== b.length) return a.length - b.length;
  const place = a.findIndex((sign, index) => sign !== b[index]);
  return place < 0 ? 0 : a[place].codePointAt(0) - b[place].codePointAt(0);
}
