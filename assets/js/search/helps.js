// What stands above and in the place of results: how the query was read, and ways on.

import { element } from "./elements.js";
import { counted, fill } from "./sentences.js";

/** Ways on are counted one by one: so many words are tried without, and so many ways shown. */
const MOST_WORDS = 6;
const MOST_WAYS = 8;

/** A paragraph of a sentence, with something in the place of `{name}`. */
export function paragraph(sentence, name, inside) {
  const [before, after = ""] = sentence.split(`{${name}}`);
  return element("p", {}, before, inside, after);
}

/**
 * What was done with the words.
 *
 * @param {Words} words
 * @param {Outcome} outcome
 * @param {(state: State) => string} address
 */
export function notesOn(words, { state, answer }, address) {
  const made = [];
  if (answer.instead) {
    const label = fill(words.asTyped, { query: state.q });
    const link = element("a", { href: address(asTyped(state)), "data-key": "as typed" }, label);
    made.push(element("p", {}, fill(words.instead, { instead: answer.instead }), " ", link));
  }
  if (answer.near.length) {
    made.push(element("p", {}, fill(words.near, { words: answer.near.join(", ") })));
  }
  return made;
}

/** The same words, each of which must then be there as it was typed. */
export function asTyped(state) {
  const q = state.q.replace(/(^|\s)(?=[^\s+\-"])/gu, "$1+");
  return { ...state, q, page: 1 };
}

/**
 * Where nothing was found: states that have results, each with what it is called.
 *
 * @param {Words} words
 * @param {{state: State, label: (counts: string) => string}[]} candidates  best first
 * @param {(state: State) => Promise<number>} count
 * @returns {Promise<{state: State, text: string}[]>}  never empty while there is anything at all
 */
export async function waysOn(words, candidates, count) {
  const found = [];
  for (const { state, label } of candidates) {
    const results = await count(state);
    if (results) found.push({ state, text: label(counted(words, state.show, results)) });
    if (found.length === MOST_WAYS) break;
  }
  return found;
}

/** What could be left out or exchanged to find something, the nearest to the question first. */
export function candidates(words, { state, answer }, { filters, withoutFilters, named, wordsOf }) {
  const made = [];
  const add = (to, sentence, values = {}) =>
    made.push({ state: to, label: (counts) => fill(sentence, { ...values, counts }) });
  for (const { group, value, without } of filters) {
    add(without, words.withoutFilter, { filter: named(group, value).value });
  }
  if (filters.length > 1) add(withoutFilters, words.withoutFilters);
  const other = state.show === "people" ? "assignments" : "people";
  add({ ...state, show: other, sort: "", page: 1 }, words.otherKind);
  if (answer && !state.some) add({ ...state, some: true, page: 1 }, words.withSome);
  const parts = wordsOf(state.q);
  if (parts.length > 1) {
    for (const { text, rest } of parts.slice(0, MOST_WORDS)) {
      add({ ...state, q: rest, page: 1 }, words.withoutWord, { word: text });
    }
  }
  if (state.q && filters.length) add({ ...state, q: "", page: 1 }, words.withoutWords);
  add({ ...withoutFilters, q: "", some: false, sort: "" }, words.everything);
  return made;
}
