// What somebody typed → which documents answer it, and what to say about it.

import { compose, has, holding } from "./compose.js";
import { parse } from "./query.js";
import { told } from "./told.js";

/**
 * Answers a text. Words that nothing has are corrected unless it is to be taken `exact`ly. `some` asks
 * for the documents with only some of the words even where texts must be read for that (phrases);
 * they are read anyway where nothing has all. `names`: see `parse`. Rejects, with the index's
 * LoadError, where something cannot be loaded; never because of the text.
 *
 * @returns {Promise<import("./told.js").Answer>}
 */
export async function answer(index, text, { some = false, exact = false, names = {} } = {}) {
  let parsed = parse(text, { names });
  let search = await searched(index, parsed);
  let instead = null;
  let near = new Set();
  const unknown = exact ? [] : unfound(search);
  if (unknown.length) {
    const { corrected } = await import("./correct.js");
    ({ instead, near } = await corrected(index, parsed.text, unknown));
    if (instead) parsed = parse(instead, { names });
    if (instead || near.size) search = await searched(index, parsed, near);
  }
  if (search.units.some(({ phrase }) => phrase)) {
    const { verify } = await import("./phrase.js");
    search.notes.push(...(await verify(index, search, some)));
  }
  return told(search, parsed, { instead, near });
}

/**
 * What lunr finds: the plan with `{hits, notes, wanted, must, unwanted}`. A hit is `{doc, matched,
 * atoms, units}`; atoms and units of the plan, and the units of a kind, are bits. By score.
 */
async function searched(index, parsed, near) {
  const fields = index.manifest.fields.map(([name]) => name);
  const plan = compose(parsed, fields, near);
  const found = plan.clauses.length ? await index.lookup(plan.clauses) : [];
  const all = ofKind(plan, ({ wanted, all }) => wanted && all);
  const hits = plan.units.length && !all ? everything(found, index.size) : found;
  const atomsOf = holding(plan);
  return {
    ...plan,
    notes: noted(plan, found),
    wanted: ofKind(plan, ({ wanted }) => wanted),
    must: ofKind(plan, ({ wanted, must }) => wanted && must),
    unwanted: ofKind(plan, ({ wanted }) => !wanted),
    hits: hits.map(({ doc, matched }) => {
      const atoms = atomsOf(matched);
      return { doc, matched, atoms, units: ofKind(plan, (unit) => has(unit, atoms)) };
    }),
  };
}

function noted({ units, common, telling }, found) {
  const notes = [];
  // What begins so is looked for everywhere.
  const wanted = units
    .filter((unit) => unit.wanted)
    .flatMap(({ clauses: [{ terms, prefix }] }) => (prefix ? terms.slice(0, -1) : terms));
  if (!units.length) notes.push({ code: "nothing" });
  if (common.length) notes.push({ code: "common", words: common });
  if (wanted.length && !telling) notes.push({ code: "only-common", words: wanted });
  if (found.cut) notes.push({ code: "beginning" });
  return notes;
}

function ofKind({ units }, is) {
  return units.reduce((sum, unit) => (is(unit) ? sum | unit.bit : sum), 0);
}

/** Every document in the order of the list, for a query that only says what is unwanted. */
function everything(found, size) {
  const matched = new Map(found.map((hit) => [hit.doc, hit.matched]));
  return Array.from({ length: size }, (_, doc) => ({ doc, matched: matched.get(doc) ?? new Map() }));
}

/** Words, typed without signs of their own, that no document has: `[{word, from, to}]` in the text. */
function unfound({ units, hits }) {
  const held = hits.reduce((sum, { atoms }) => sum | atoms, 0);
  return units
    .filter(({ wanted, joined }) => wanted && !(held & joined))
    .flatMap(({ clauses, parts }) => {
      const missing = new Set(parts.filter(({ bit }) => !(held & bit)).map(({ term }) => term));
      return clauses
        .filter(({ quoted, fuzzy, prefix, open }) => !quoted && !fuzzy && (!prefix || open))
        .flatMap(({ pieces }) => pieces)
        .filter(({ terms }) => terms.length === 1 && missing.has(terms[0]))
        .map(({ terms: [word], from, to }) => ({ word, from, to }));
    })
    .sort((one, other) => one.from - other.from);
}
