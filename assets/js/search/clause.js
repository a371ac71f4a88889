// One word or one phrase of a query, with what is wished of it.

import { pieces } from "./pieces.js";
import { isUnspaced } from "./words.js";

const SUFFIX = /(?:\^(\d+(?:\.\d+)?)|~(\d*)|\*+)$/;
const HEAVIEST = 100;
const JOINED = /['’ʼ]/;

/** Whether a term says enough to be looked up by its beginning. */
export function canBegin(term) {
  return term.length > 1 || isUnspaced(term);
}

/** What stands between quotes, `from` on; of one word there is no order, so it just has to be there. */
export function phrase(inside, from, weight, head) {
  const found = pieces(inside).map((piece) => moved(piece, from));
  const terms = found.flatMap((piece) => piece.terms);
  const alone = terms.length === 1;
  return {
    ...head,
    kind: alone ? "word" : "phrase",
    sign: alone && !head.sign ? "+" : head.sign,
    pieces: found,
    terms,
    quoted: true,
    prefix: false,
    fuzzy: 0,
    boost: boosted(weight),
  };
}

/** A run of signs without blanks, `from` on, with `*`, `~1` and `^2` at its end. */
export function word(run, from, head, notes) {
  let text = run;
  const wishes = { prefix: false, fuzzy: 0, boost: 1 };
  for (let end = SUFFIX.exec(text); end?.index; end = SUFFIX.exec(text)) {
    if (end[1] !== undefined) wishes.boost = boosted(end[1]);
    else if (end[2] !== undefined) wishes.fuzzy = Number(end[2] || 1);
    else wishes.prefix = true;
    text = text.slice(0, end.index);
  }
  const found = bare(pieces(text), text).map((piece) => moved(piece, from));
  const terms = found.flatMap((piece) => piece.terms);
  const made = { ...head, kind: "word", pieces: found, terms, quoted: false, ...wishes };
  return terms.length ? possible(made, text, notes) : made;
}

/** Wishes that cannot be met are taken back, and said. */
function possible(clause, text, notes) {
  const last = clause.terms.at(-1);
  const most = last.length < 3 ? 0 : last.length < 5 ? 1 : 2;
  const prefix = clause.prefix && canBegin(last);
  if (text.includes("*")) notes.push({ code: "wildcard", word: text });
  if (clause.prefix && !prefix) notes.push({ code: "short-prefix", word: text });
  if (clause.fuzzy > most) notes.push({ code: "fuzzy", word: text, limit: most });
  return { ...clause, prefix, fuzzy: Math.min(clause.fuzzy, most) };
}

/** `women's` asks for women, `l'eau` for eau, and `www.` for nothing. */
function bare(found, text) {
  const elided = ({ from, to }) =>
    to - from === 1 && JOINED.test((text[from - 1] ?? "") + (text[to] ?? ""));
  const rest = found.filter((piece) => !elided(piece));
  if (rest.length > 1 && rest[0].terms[0] === "www") rest.shift();
  return rest.length ? rest : found;
}

function moved({ from, to, terms }, by) {
  return { from: from + by, to: to + by, terms };
}

function boosted(weight) {
  return Math.min(Number(weight ?? 1), HEAVIEST) || 1;
}
