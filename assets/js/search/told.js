// What was found → the answer that the page and its facets read.

import { differs, finds } from "./compose.js";

const MOST_FORMS = 50;

/**
 * @typedef {object} Answer
 * @property {number[]} docs the best first: all words and phrases, nothing unwanted
 * @property {number[]} some only some of the words: by how many, then the best first. What has a plus,
 *   and phrases, they all have
 * @property {(doc: number) => {field: string, term: string}[]} matched what was found where
 * @property {string|null} instead the text that was answered, where words were corrected in it
 * @property {string[]} near words found only by one letter's difference
 * @property {{code: string}[]} notes those of `parse`; `nothing` (no words in it), `common` (`words`
 *   left out because every text has them), `only-common` (`words` looked for all the same, but only
 *   names have such), `beginning` (too much begins so, not all was looked through), `phrase` (of the `of`
 *   documents with a phrase's words only `read` were read)
 * @property {string[]} words what to highlight, see snippet.js
 * @property {object} read what was understood, see query.js
 * @property {Part[]} perWord the documents that have each part of the query
 * @property {(Part & {text: string, quotes: boolean})[]} without the queries that ask for one thing
 *   less and find something: without a part, or without the `quotes` of a phrase
 *
 * @typedef {{word: string, wanted: boolean, docs: number[]}} Part the part as it was typed
 */

/** @returns {Answer} */
export function told(search, parsed, { instead, near }) {
  const { hits, units, atoms, wanted, unwanted } = search;
  const held = hits.reduce((sum, hit) => sum | hit.atoms, 0);
  const found = atoms.filter(({ word, bit }) => near.has(word) && held & bit);
  const byDoc = new Map(hits.map((hit) => [hit.doc, hit]));
  return {
    docs: units.length ? having(hits, wanted, unwanted) : [],
    some: partly(search),
    matched: (doc) => matches(byDoc.get(doc), search),
    instead,
    near: [...new Set(found.map(({ word }) => word))],
    notes: [...parsed.notes, ...search.notes],
    words: [...new Set(units.filter((unit) => unit.wanted).flatMap((unit) => marked(unit, search)))],
    read: parsed.read,
    get perWord() {
      return units.map((unit) => ({ ...part(unit, parsed), docs: having(hits, unit.bit, 0) }));
    },
    get without() {
      return relaxed(search, parsed);
    },
  };
}

function having(hits, wanted, unwanted) {
  return hits
    .filter(({ units }) => (units & wanted) === wanted && !(units & unwanted))
    .map(({ doc }) => doc);
}

function partly({ hits, wanted, must, unwanted }) {
  const held = hits
    .filter(({ units }) => (units & must) === must && !(units & unwanted))
    .map(({ doc, units }) => ({ doc, bits: units & wanted }))
    .filter(({ bits }) => bits && bits !== wanted)
    .map(({ doc, bits }) => ({ doc, count: bitCount(bits) }));
  return held.sort((one, other) => other.count - one.count).map(({ doc }) => doc);
}

function bitCount(bits) {
  let count = 0;
  for (let rest = bits; rest; rest &= rest - 1) count += 1;
  return count;
}

function matches(hit, { units, atoms }) {
  const asked = units.reduce((sum, unit) => (unit.wanted ? sum | unit.all | unit.joined : sum), 0);
  const telling = atoms.filter(({ bit }) => bit & asked);
  return [...(hit?.matched ?? [])]
    .filter(([term]) => telling.some((atom) => finds(atom, term)))
    .flatMap(([term, fields]) => fields.map((field) => ({ field, term })));
}

/** The words of a unit as marks.js takes them; parts of a word stand together or alone. */
function marked({ clauses: [clause], phrase, parts, all, joined }, { atoms, hits }) {
  const { terms, prefix } = clause;
  const together = terms.join(" ") + (prefix ? "*" : "");
  if (phrase) return [together];
  const own = atoms.filter(({ bit }) => bit & (all | joined));
  const telling = own.filter((atom) => parts.length === 1 || atom.prefix || atom.word.length > 1);
  const apart = own.filter((atom) => atom.apart.length);
  return [
    ...(terms.length > 1 ? [together] : []),
    ...telling.map((atom) => (atom.prefix ? `${atom.word}*` : atom.word)),
    ...(apart.length ? forms(apart, hits) : []),
  ];
}

/** The terms that documents have where some letters may differ. */
function forms(atoms, hits) {
  const terms = new Set(hits.flatMap(({ matched }) => [...matched.keys()]));
  const near = [...terms].filter((term) => atoms.some((atom) => differs(atom, term)));
  return near.slice(0, MOST_FORMS);
}

function part({ clauses: [clause], wanted }, { text }) {
  const { from, to } = span(clause);
  return { word: text.slice(from, to), wanted };
}

function span({ pieces }) {
  return { from: pieces[0].from, to: pieces.at(-1).to };
}

function relaxed({ hits, units, wanted, unwanted }, { text }) {
  const ways = [];
  for (const unit of units) {
    const rest = wanted & ~unit.bit;
    if (rest) {
      const docs = having(hits, rest, unwanted & ~unit.bit);
      ways.push({ ...part(unit, { text }), text: removed(text, unit.clauses), quotes: false, docs });
    }
    if (unit.phrase && unit.wanted) {
      const docs = loosely(hits, unit.bit, wanted, unwanted);
      ways.push({ ...part(unit, { text }), text: unquoted(text, unit.clauses), quotes: true, docs });
    }
  }
  return ways.filter(({ docs }) => docs.length);
}

function loosely(hits, phrase, wanted, unwanted) {
  const known = hits.map(({ doc, units, loose }) => ({ doc, units: units | (loose & phrase) }));
  return having(known, wanted, unwanted);
}

function removed(text, clauses) {
  return rewritten(text, clauses, () => "");
}

function unquoted(text, clauses) {
  return rewritten(text, clauses, (clause) => text.slice(span(clause).from, span(clause).to));
}

function rewritten(text, clauses, write) {
  let written = text;
  for (const clause of [...clauses].reverse()) {
    written = written.slice(0, clause.from) + write(clause) + written.slice(clause.to);
  }
  return written.replace(/\s+/g, " ").trim();
}
