// Query and filters → results, counts and the sentence about them. Nothing here touches the page.

import { words } from "./search/words.js";

const LONGEST_QUERY = 200;
const SHORTEST_FUZZY = 4;
const EXACT = 10;

/** The state that an address's query string asks for; values that no filter has are dropped. */
export function readState(search, facets) {
  const given = new URLSearchParams(search);
  const filters = new Map(
    Object.entries(facets).map(([key, facet]) => [
      key,
      new Set(given.getAll(key).filter((value) => Object.hasOwn(facet.values, value))),
    ]),
  );
  return { query: readQuery(search), filters };
}

/** What an address asks for in words. */
export function readQuery(search) {
  return (new URLSearchParams(search).get("q") ?? "").slice(0, LONGEST_QUERY).trim();
}

/** The query string with `values` for `key`, and everything else as it was; words stand first. */
export function withValues(search, key, values) {
  const others = [...new URLSearchParams(search)].filter(([name]) => name !== key);
  const own = values.map((value) => [key, value]);
  const text = new URLSearchParams(key === "q" ? [...own, ...others] : [...others, ...own]).toString();
  return text && `?${text}`;
}

/** The query string without filters. */
export function withoutFilters(search, facets) {
  return Object.keys(facets).reduce((rest, key) => withValues(rest, key, []), search);
}

/** Whether anything is filtered. */
export function isFiltered(filters) {
  return [...filters.values()].some((values) => values.size > 0);
}

/**
 * References by how many of the query's words they hold, then by score.
 *
 * Each word is looked up by its stem; the last, which may still be typed, by its beginning too; one
 * that nobody wrote by what differs in one letter, and then it is in `near`. Words that are in every
 * text (`isCommon`) count only where there are no others.
 */
export function find(index, isCommon, query) {
  const all = [...new Set(words(query))];
  const telling = all.filter((word) => !isCommon(word));
  const found = new Map();
  const near = [];
  for (const word of telling.length ? telling : all) {
    let hits = exactly(index, word, word === all.at(-1));
    if (!hits.length && word.length >= SHORTEST_FUZZY) {
      hits = nearly(index, word);
      if (hits.length) near.push(word);
    }
    for (const { ref, score } of hits) {
      const sum = found.get(ref) ?? { ref, held: 0, score: 0 };
      found.set(ref, { ref, held: sum.held + 1, score: sum.score + score });
    }
  }
  const ranked = [...found.values()].sort((a, b) => b.held - a.held || b.score - a.score);
  return { refs: ranked.map(({ ref }) => ref), near };
}

function exactly(index, word, asBeginning) {
  return index.query((query) => {
    query.term(word, { boost: EXACT });
    if (asBeginning) query.term(`${word}*`, { usePipeline: false });
  });
}

/** One letter more, less or other than the word, and only where that gives nothing, than its stem. */
function nearly(index, word) {
  const hits = (usePipeline) =>
    index.query((query) => query.term(word, { editDistance: 1, usePipeline }));
  const asWritten = hits(false);
  return asWritten.length ? asWritten : hits(true);
}

/** Whether a document has one value of each filter in use; the filter `except` does not count. */
export function passes(document, filters, except) {
  return [...filters].every(
    ([key, values]) =>
      key === except ||
      values.size === 0 ||
      document.facets[key].some((value) => values.has(value)),
  );
}

/** For each filter and value, how many of the documents it would show, given the other filters. */
export function countValues(documents, filters) {
  return new Map(
    [...filters.keys()].map((key) => {
      const counts = new Map();
      for (const document of documents.filter((each) => passes(each, filters, key))) {
        for (const value of document.facets[key]) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      return [key, counts];
    }),
  );
}

/** What to show and to count for a state; `found` is null where nothing is asked for in words. */
export function select(data, state, found) {
  const refs = (found?.refs ?? Object.keys(data.documents)).filter((ref) =>
    Object.hasOwn(data.documents, ref),
  );
  const documents = refs.map((ref) => data.documents[ref]);
  const everybody = !found && !isFiltered(state.filters);
  const shown = documents.filter((document) =>
    everybody ? document.kind === "person" : passes(document, state.filters),
  );
  return { shown, counts: countValues(documents, state.filters), everybody };
}

/** `{name}` in a sentence replaced by the value of that name. */
export function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** The word form for a count: that of the sample number which falls into the same plural category. */
export function counted(forms, kind, count, lang) {
  const rules = new Intl.PluralRules(lang);
  const category = rules.select(count);
  const form = forms.find(({ n }) => rules.select(n) === category) ?? forms.at(-1);
  return fill(form[kind], { count: new Intl.NumberFormat(lang).format(count) });
}

/** The sentence for the live region: how many people and assignments, and for what. */
export function summary(says, { shown, everybody }, { query, near }) {
  const people = shown.filter(({ kind }) => kind === "person").length;
  const parts = {
    people: counted(says.forms, "people", people, says.lang),
    assignments: counted(says.forms, "assignments", shown.length - people, says.lang),
  };
  if (everybody) return fill(says.everybody, parts);
  if (!shown.length) return fill(query ? says.noneFor : says.none, { query });
  const kinds = { both: says.both, people: "{people}", assignments: "{assignments}" };
  const kind = people === shown.length ? "people" : people ? "both" : "assignments";
  const counts = fill(kinds[kind], parts);
  if (!query) return counts;
  const sentence = fill(says.for, { counts, query });
  return near.length ? fill(says.near, { sentence, words: near.join(", ") }) : sentence;
}
