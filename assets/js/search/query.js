// What somebody typed → what it asks for. Every text has a reading; what has none is noted.

import { fold } from "../fold.js";
import { canBegin, phrase, word } from "./clause.js";

/** Characters that are read, and terms that are looked up, at most. */
export const LONGEST = 200;
export const MOST = 20;

/** The fields of the index by the words that people use for them, folded. */
export const FIELDS = {
  name: ["name"],
  headline: ["headline"],
  skill: ["skills"],
  skills: ["skills"],
  sector: ["sectors"],
  sectors: ["sectors"],
  place: ["places"],
  places: ["places"],
  country: ["places"],
  venture: ["ventures"],
  ventures: ["ventures"],
  words: ["words"],
  evidence: ["evidence"],
  text: ["headline", "words", "ventures", "evidence", "body"],
};

// What keyboards put where a plain sign is meant; each is as long as what it stands for.
const QUOTES = "“”„‟«»＂「」『』";
const SIGNS = { "−": "-", "－": "-", "＋": "+", "：": ":", "＊": "*", "～": "~", "＾": "^" };
const LOOKALIKE = new RegExp(`[${QUOTES}${Object.keys(SIGNS).join("")}]`, "g");

const ITEM = /[+-]?(?:[^\s":]+:)?"[^"]*"(?:\^\d+(?:\.\d+)?)?|\S+/g;
const QUOTED = /^"([^"]*)"(?:\^(.*))?$/s;
// A sign before a figure belongs to it, as in telephone numbers.
const SIGNED = /^[+-](?![+-]|\d|$)/;
const NAMED = /^([^\s":]+):/;
const SCHEME = /^(?:https?|ftp|mailto)$/i;
const LETTERS = /^[\p{L}\p{M}]+$/u;
const OPERATORS = new Set(["OR", "NOT"]);

/**
 * The reading of a text: `{text, clauses, read, notes}`. It never throws.
 *
 * `names` are the page's words for fields: `{compétences: "skills"}`. Of a text that is too long,
 * `text` is the beginning. A clause is `{kind: "word"|"phrase", sign: ""|"+"|"-", field: as typed,
 * fields: [names of the index]|null, pieces: [{from, to, terms}], terms, quoted, prefix, fuzzy: 0-2,
 * boost, from, to}`, with places in `text` in UTF-16 units; `open` where it may still be typed.
 * `read` says it for people, see `told`. Notes are `{code}` with `limit` (`long`, `many`), `field`
 * (`unknown-field`, `empty-field`) or `word` (`operator`, `wildcard`, `short-prefix`, `fuzzy`), and
 * `open-quote`.
 */
export function parse(typed, { names = {} } = {}) {
  const notes = [];
  const { text, whole } = shortened(String(typed ?? ""), notes);
  const plain = text.replace(LOOKALIKE, (sign) => SIGNS[sign] ?? '"');
  const fields = known(names);
  const clauses = limited(
    [...plain.matchAll(ITEM)]
      .map(({ 0: run, index }) => item(run, index, fields, notes))
      .filter((clause) => clause?.terms.length),
    notes,
  );
  const last = clauses.at(-1);
  const isEnd = whole && notes.every(({ code }) => code !== "many");
  if (isEnd && isOpen(last, text)) Object.assign(last, { prefix: true, open: true });
  return { text, clauses, read: told(clauses, text), notes };
}

function known(names) {
  const fields = new Map(Object.entries(FIELDS));
  for (const [name, field] of Object.entries(names)) {
    if (Object.hasOwn(FIELDS, field)) fields.set(fold(name), FIELDS[field]);
  }
  return fields;
}

function shortened(typed, notes) {
  if (typed.length <= LONGEST) return { text: typed, whole: true };
  notes.push({ code: "long", limit: LONGEST });
  const cut = typed.slice(0, LONGEST + 1);
  const blank = cut.search(/\s\S*$/);
  return { text: blank > 0 ? cut.slice(0, blank) : cut.slice(0, LONGEST), whole: false };
}

function item(run, from, fields, notes) {
  if (OPERATORS.has(run)) {
    notes.push({ code: "operator", word: run });
    return null;
  }
  const sign = SIGNED.test(run) ? run[0] : "";
  const { text, field, scope } = scoped(run.slice(sign.length), fields, notes);
  const head = { sign, field, fields: scope, from, to: from + run.length };
  const start = head.to - text.length;
  const [, inside, weight] = QUOTED.exec(text) ?? [];
  if (inside !== undefined) return phrase(inside, start + 1, weight, head);
  const clause = word(text, start, head, notes);
  if (text.startsWith('"') && clause.terms.length) notes.push({ code: "open-quote" });
  return clause;
}

/** The name of a field and its colon taken off. Any other name stays: it is a word as well. */
function scoped(run, fields, notes) {
  const [before, name] = NAMED.exec(run) ?? ["", ""];
  const text = run.slice(before.length);
  const scope = fields.get(fold(name));
  if (scope && !text) notes.push({ code: "empty-field", field: name });
  if (scope) return { text, field: name, scope };
  if (SCHEME.test(name) && text) return { text, field: "", scope: null };
  if (text && LETTERS.test(name)) notes.push({ code: "unknown-field", field: name });
  return { text: run, field: "", scope: null };
}

/** As many clauses, and terms of the last, as can be looked up. */
function limited(clauses, notes) {
  let left = MOST;
  const kept = [];
  for (const clause of clauses) {
    if (left < clause.terms.length) notes.push({ code: "many", limit: MOST });
    if (left) kept.push(left < clause.terms.length ? cut(clause, left) : clause);
    if (left < clause.terms.length) break;
    left -= clause.terms.length;
  }
  return kept;
}

function cut(clause, most) {
  let left = most;
  const pieces = [];
  for (const piece of clause.pieces) {
    const terms = piece.terms.slice(0, left);
    if (terms.length) pieces.push({ ...piece, terms });
    left -= terms.length;
  }
  return { ...clause, pieces, terms: clause.terms.slice(0, most) };
}

/** Whether a clause may still be typed: then its last word can be the beginning of one. */
function isOpen(clause, text) {
  if (!clause || clause.quoted || clause.sign === "-" || clause.fuzzy) return false;
  return clause.pieces.at(-1).to === text.length && canBegin(clause.terms.at(-1));
}

/**
 * What was understood, for the page to put in words: `{all, phrases, none}`, each a list of `{text,
 * field, must, phrase, prefix, fuzzy, boost}` with text and field as typed. `must` counts even where
 * only some of the words are asked for.
 */
function told(clauses, text) {
  const parts = clauses.map((clause) => ({
    text: text.slice(clause.pieces[0].from, clause.pieces.at(-1).to),
    field: clause.field,
    sign: clause.sign,
    must: clause.sign === "+",
    phrase: clause.kind === "phrase",
    prefix: clause.prefix,
    fuzzy: clause.fuzzy,
    boost: clause.boost,
  }));
  const told = (wanted) => parts.filter(wanted).map(({ sign, ...part }) => part);
  return {
    all: told(({ sign, phrase }) => sign !== "-" && !phrase),
    phrases: told(({ sign, phrase }) => sign !== "-" && phrase),
    none: told(({ sign }) => sign === "-"),
  };
}
