// A state → what to show for it. Loaded when somebody first asks for anything.

import { answer } from "./answer.js";
import { Bits } from "./bits.js";
import { Columns } from "./columns.js";
import { countriesOf } from "./elsewhere.js";
import { loadLunr } from "./engine.js";
import { fetchJson, kept } from "./load.js";
import { openIndex } from "./lookup.js";
import { PAGE_SIZE, pageCount } from "./pager.js";
import { showsMatch } from "./results.js";
import { columnOfOrder, inOrder, select } from "./select.js";
import { highlight, why } from "./snippet.js";

/** As many answers are kept, so that filters, pages and Back ask for no words again. */
const KEPT = 20;

/**
 * @typedef {object} Outcome
 * @property {State} state  with a page that exists
 * @property {number[]} docs  all results, in the order asked for
 * @property {number[]} shown  those on this page
 * @property {string[][]} countries  which of those asked for each of these people is found by
 * @property {number} total  how many there are of this kind
 * @property {{people: number, assignments: number}} counts  results of each kind
 * @property {object|null} values  for each facet group how many results each value leads to
 * @property {number} more  how many have only some of the words, where those are not shown
 * @property {Answer|null} answer  null without words
 * @property {(text: string) => [string, boolean][]} highlight
 */

export class Finder {
  #open;
  #byName;
  #answers = new Map();

  /** @param {string} manifest  the address of search/manifest.json */
  constructor(manifest) {
    this.#open = kept(() => openIndex(manifest, fetchJson));
  }

  /** Load what every search needs. */
  prepare() {
    return Promise.all([this.#open(), loadLunr()]);
  }

  /**
   * @param {State} state
   * @param {{used: string[], asked: string[]}} columns  those that the filters in use need, and those
   *   whose values are counted
   * @returns {Promise<Outcome>}
   */
  async find(state, columns) {
    const [index, found] = await Promise.all([this.#open(), this.#answerTo(state)]);
    const chosen = await this.#choose(index, state, found, columns);
    const docs = ordered(index, chosen.docs, state, this.#byName);
    const page = Math.min(state.page, pageCount(docs.length));
    const shown = docs.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
    const { people, dormant, assignments } = index.manifest.documents;
    return {
      state: { ...state, page },
      docs,
      shown,
      countries: countriesOf(state, shown, this.#byName),
      total: state.show === "people" ? people + dormant : assignments,
      counts: chosen.kinds,
      values: chosen.counts,
      more: chosen.more,
      answer: found,
      highlight: (text) => (found ? highlight(text, found.words) : [[text, false]]),
    };
  }

  /** How many results a state has, which uses these columns. */
  async count(state, used) {
    const [index, found] = await Promise.all([this.#open(), this.#answerTo(state)]);
    return (await this.#choose(index, state, found, { used })).kinds[state.show];
  }

  /** What the rows of an outcome show, in their order. */
  async cards({ shown }) {
    return (await this.#open()).cards(shown);
  }

  /** The places, on the page of an outcome, of rows that show no match. */
  silent({ answer: found, highlight: show }, cards) {
    if (!found) return [];
    return cards.flatMap((card, place) => (showsMatch(card, show) ? [] : [place]));
  }

  /**
   * Where the match of such rows is.
   *
   * @returns {Promise<({field: string, parts: [string, boolean][]}|null)[]>} for each of the places;
   *   null where only other words for what stands there were found
   */
  async whys({ shown, answer: found }, places) {
    const docs = places.map((place) => shown[place]);
    const texts = await (await this.#open()).texts(docs);
    return docs.map((doc, n) => why(texts[n], found.matched(doc), found.words));
  }

  async #answerTo({ q, some, exact }) {
    if (!q) return null;
    const [index] = await this.prepare();
    const key = JSON.stringify([q, some, exact]);
    const known = this.#answers.get(key) ?? (await answer(index, q, { some, exact }));
    this.#answers.delete(key);
    this.#answers.set(key, known);
    if (this.#answers.size > KEPT) this.#answers.delete(this.#answers.keys().next().value);
    return known;
  }

  /** What is asked for, as bits; `asked` are the columns whose values are counted as well. */
  async #choose(index, state, found, { used = [], asked = [] } = {}) {
    const columns = this.#columns(index);
    await columns.fetch([...used, ...asked, columnOfOrder(state.sort)].filter(Boolean));
    const docs = found && [...found.docs, ...(state.some ? found.some : [])];
    const bits = docs && Bits.of(index.size, docs);
    const chosen = select(bits, state, columns, asked);
    const more = found && !state.some
      ? select(Bits.of(index.size, found.some), state, columns).kinds[state.show]
      : 0;
    return { ...chosen, docs: docs?.filter((doc) => chosen.bits.has(doc)) ?? [...chosen.bits], more };
  }

  #columns(index) {
    this.#byName ??= new Columns(index.manifest.documents, (name) => index.column(name));
    return this.#byName;
  }
}

/** In the order of a state, by relevance if in no other; the dormant stand last in each. */
function ordered(index, docs, { sort }, columns) {
  const all = sort ? inOrder(docs, sort, columns) : docs;
  const isDormant = (doc) => index.isDormant(doc);
  return [...all.filter((doc) => !isDormant(doc)), ...all.filter(isDormant)];
}
