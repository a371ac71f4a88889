// A reading → what lunr is asked, and what a document that it finds holds of the reading.

import { isCommon, isUnspaced, stem } from "./words.js";

// A word as it was typed weighs more than one that begins or looks like it.
const EXACT = 10;
const UNSTEMMED = "name";
const SHORTEST_ROOT = 4;
const HYPHEN = /^[-\u2010\u2011]$/;

/**
 * The plan of a reading for an index with these fields: `{clauses, units, atoms, common, telling}`.
 *
 * `clauses` are for `index.lookup`. None excludes: what is unwanted has to be told from what is not
 * there, so it is asked for with no weight. An atom is one term, found by itself, by its stem (not in
 * names), by its beginning or with letters that differ. A unit is one clause of the reading; a
 * document has it with all its atoms or with the one that joins them (`e-mail` is also `email`).
 * Both are numbered by bits, of which `MOST` terms and what joins them leave some. `common` are words
 * left out because every text has them and there are others, which makes the reading `telling`.
 * `near` are the terms to find by one letter's difference too.
 */
export function compose({ clauses, text }, fields, near = new Set()) {
  const telling = clauses.some((clause) => clause.sign !== "-" && !saysNothing(clause));
  const atoms = [];
  const units = new Map();
  const common = [];
  for (const clause of clauses) {
    const key = JSON.stringify([clause.sign === "-", clause.kind, clause.terms, clause.fields]);
    if (units.has(key)) repeat(units.get(key), clause);
    else if (telling && !clause.sign && saysNothing(clause)) common.push(...clause.terms);
    else units.set(key, { ...unit(clause, text, near, atoms), bit: 1 << units.size });
  }
  const asks = atoms.flatMap((atom) => asked(atom, fields));
  return { clauses: asks, units: [...units.values()], atoms, common, telling };
}

function repeat(unit, clause) {
  unit.clauses.push(clause);
  unit.must ||= clause.sign === "+";
}

/** A function from the terms that lunr matched in a document to the bits of the atoms it holds. */
export function holding({ atoms }) {
  const finders = new Map();
  return (matched) => {
    let bits = 0;
    for (const [term, fields] of matched) {
      if (!finders.has(term)) finders.set(term, atoms.filter((atom) => finds(atom, term)));
      for (const atom of finders.get(term)) {
        if (fields.some((field) => counts(atom, term, field))) bits |= atom.bit;
      }
    }
    return bits;
  };
}

/** Whether the atoms are all that a unit asks for; the order of a phrase is another matter. */
export function has(unit, bits) {
  return (bits & unit.all) === unit.all || (bits & unit.joined) !== 0;
}

/** Whether an atom finds a term, and whether only because some letters differ. */
export function finds(atom, term) {
  return isSame(atom, term) || differs(atom, term);
}

/** Whether a term has not the letters of the atom but nearly. */
export function differs(atom, term) {
  if (!atom.apart.length || isSame(atom, term)) return false;
  const alone = lunr.TokenSet.fromString(term);
  return atom.apart.some(({ set }) => alone.intersect(set).toArray().length > 0);
}

function saysNothing({ kind, terms, fields }) {
  return kind === "word" && !fields?.includes(UNSTEMMED) && terms.every(isCommon);
}

function unit(clause, text, near, atoms) {
  const add = (term, isLast) => {
    atoms.push({ ...atom(term, clause, isLast, near), bit: 1 << atoms.length });
    return atoms.at(-1).bit;
  };
  const phrase = clause.kind === "phrase";
  const last = clause.terms.length - 1;
  const telling = clause.terms.some((term) => !isCommon(term)) || phrase;
  const parts = clause.pieces
    .flatMap((piece) => piece.terms.map((term) => ({ piece, term })))
    .map((part, n) => ({ ...part, isLast: n === last }))
    .filter(({ term }) => !telling || !isCommon(term))
    .map(({ piece, term, isLast }) => ({ piece, term, bit: add(term, isLast) }));
  const whole = joined(clause, text);
  return {
    clauses: [clause],
    phrase,
    wanted: clause.sign !== "-",
    must: clause.sign === "+" || phrase,
    parts,
    all: parts.reduce((sum, { bit }) => sum | bit, 0),
    joined: whole ? add(whole, true) : 0,
  };
}

/** The parts of a word with hyphens as one word. */
function joined({ kind, pieces }, text) {
  const hyphens = pieces.slice(1).map(({ from }, n) => text.slice(pieces[n].to, from));
  const whole = kind === "word" && hyphens.length > 0 && hyphens.every((sign) => HYPHEN.test(sign));
  const single = pieces.every(({ terms }) => terms.length === 1);
  return whole && single ? pieces.map(({ terms }) => terms[0]).join("") : "";
}

function atom(word, { sign, fields, prefix, fuzzy, boost }, isLast, near) {
  const root = stem(word);
  const edits = Math.max(isLast ? fuzzy : 0, near.has(word) ? 1 : 0);
  // A slip often changes what the stem leaves off: `frnchise` is one letter from no stem.
  const forms = root !== word && root.length >= SHORTEST_ROOT ? [word, root] : [word];
  const apart = edits
    ? forms.map((form) => ({ form, edits, set: lunr.TokenSet.fromFuzzyString(form, edits) }))
    : [];
  return {
    word,
    root,
    fields,
    // What is one character of a script in pairs begins pairs.
    prefix: (prefix && isLast) || (word.length === 1 && isUnspaced(word)),
    apart,
    weight: sign === "-" ? 0 : boost,
  };
}

function asked({ word, root, fields, prefix, apart, weight }, all) {
  const scope = all.filter((field) => !fields || fields.includes(field));
  const stemmed = scope.filter((field) => field !== UNSTEMMED);
  const clauses = [{ term: word, fields: scope, boost: weight * EXACT }];
  if (root !== word) clauses.push({ term: root, fields: stemmed, boost: weight * EXACT });
  if (prefix) clauses.push({ term: word, fields: scope, boost: weight, wildcard: true });
  for (const { form, edits } of apart) {
    clauses.push({ term: form, fields: scope, boost: weight, editDistance: edits });
  }
  return clauses.filter((clause) => clause.fields.length);
}

function isSame({ word, root, prefix }, term) {
  return term === word || term === root || (prefix && term.startsWith(word));
}

function counts(atom, term, field) {
  if (atom.fields && !atom.fields.includes(field)) return false;
  const begins = atom.prefix && term.startsWith(atom.word);
  const stemmed = term === atom.root && term !== atom.word && !begins && !atom.apart.length;
  return field !== UNSTEMMED || !stemmed;
}
