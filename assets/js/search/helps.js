// How the words were read, and where nothing was found, ways on. Loaded when there is one to show.

import { element } from "./elements.js";
import { counted, fill, list } from "./sentences.js";
import { changed, filtersInUse, withoutFilters, withWords } from "./state.js";

const MOST_WAYS = 8;

/**
 * @typedef {object} Means
 * @property {Words} words
 * @property {(state: State) => string} address
 * @property {(group: string, value: string) => {group: string, value: string}} named
 * @property {(state: State) => Promise<number>} count  how many results a state has
 */

/**
 * The elements to stand above the results or in their place.
 *
 * @param {Outcome} outcome
 * @param {Means} means
 */
export async function helps(outcome, means) {
  const said = outcome.answer ? readings(outcome, means) : [];
  if (outcome.docs.length) return said;
  const ways = await waysOn(candidates(outcome, means), means);
  return [...said, ...nothing(outcome.state, ways, means)];
}

function readings({ state, docs, answer }, { words, address }) {
  const made = [];
  if (answer.instead) {
    const label = fill(words.asTyped, { query: state.q });
    const href = address(changed(state, { exact: true, some: false }));
    const link = element("a", { href, "data-key": "as typed" }, label);
    made.push(element("p", {}, fill(words.instead, { instead: answer.instead }), " ", link));
  }
  // Words that are nearly the same may be in what the filters leave out.
  if (answer.near.length && docs.length) {
    made.push(element("p", {}, fill(words.near, { words: answer.near.join(", ") })));
  }
  if (state.some && answer.some.length) made.push(element("p", {}, words.someShown));
  for (const { code, ...values } of answer.notes) {
    const sentence = words[`note${code.replace(/(?:^|-)(.)/g, (_, letter) => letter.toUpperCase())}`];
    const listed = values.words ? { words: list(words, values.words) } : {};
    if (sentence) made.push(element("p", { class: "small" }, fill(sentence, { ...values, ...listed })));
  }
  return made;
}

function nothing({ q: query }, ways, { words, address }) {
  const items = ways.map(({ state, text }) => {
    return element("li", {}, element("a", { href: address(state), "data-key": text }, text));
  });
  const lists = document.querySelector("[data-without] ul").cloneNode(true);
  const tips = [/\s/.test(query) && words.tipFewer, query && words.tipOther].filter(Boolean).join(" ");
  return [
    element("ul", { class: "ways" }, ...items),
    ...(tips ? [element("p", { class: "small" }, tips)] : []),
    element("p", { class: "small" }, words.lists),
    lists,
  ];
}

/** The candidates that lead to results, each with how many. */
async function waysOn(all, { words, count }) {
  const found = [];
  const seen = new Set();
  for (const { state, sentence, values, isLast } of all) {
    if (isLast && found.length > 1) break;
    const results = await count(state);
    const text = fill(sentence, { ...values, counts: counted(words, state.show, results) });
    if (results && !seen.has(text)) found.push({ state, text });
    seen.add(text);
    if (found.length === MOST_WAYS) break;
  }
  return found;
}

/** What could be left out or exchanged, the nearest to the question first; last, everything. */
function candidates({ state, answer }, { words, named }) {
  const filters = filtersInUse(state);
  const bare = withoutFilters(state);
  const add = (to, sentence, values = {}) => ({ state: to, sentence, values });
  const made = filters.map(({ group, value, without }) =>
    add(without, words.withoutFilter, { filter: named(group, value).value }),
  );
  // Without words that is everything, which comes last.
  if (state.q && filters.length > 1) made.push(add(bare, words.withoutFilters));
  const other = state.show === "people" ? "assignments" : "people";
  made.push(add(changed(state, { show: other, sort: "" }), words.otherKind));
  for (const { word, quotes, text } of answer?.without ?? []) {
    made.push(add(withWords(state, text), quotes ? words.withoutQuotes : words.withoutWord, { word }));
  }
  if (answer?.some.length) made.push(add(changed(state, { some: true }), words.withSome));
  if (state.q && filters.length) made.push(add(withWords(state, ""), words.withoutWords));
  const everything = { ...withWords(bare, ""), sort: "" };
  return [...made, { ...add(everything, state.show === "people" ? words.everybody : words.everyAssignment), isLast: true }];
}
