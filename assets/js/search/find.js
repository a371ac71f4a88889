// A state → what to show for it. Loaded when somebody first asks for anything.

import { answer } from "./answer.js";
import { loadLunr } from "./engine.js";
import { fetchJson, kept } from "./load.js";
import { openIndex } from "./lookup.js";
import { PAGE_SIZE, pageCount } from "./pager.js";
import { showsMatch } from "./results.js";
import { highlight, why } from "./snippet.js";
import { sorted } from "./sorting.js";

/** As many answers are kept, so that filters, pages and Back ask for no words again. */
const KEPT = 20;

/**
 * @typedef {object} Outcome
 * @property {State} state  with a page that exists
 * @property {number[]} docs  all results, in the order asked for
 * @property {object[]} cards  what the rows of this page show
 * @property {number} total  how many there are of this kind
 * @property {{people: number, assignments: number}} counts  results of each kind
 * @property {object|null} values  for each facet group how many results each value leads to
 * @property {number} more  how many have only some of the words, where those are not shown
 * @property {Answer|null} answer  null without words
 * @property {(text: string) => [string, boolean][]} highlight
 */

export class Finder {
  #open;
  #answers = new Map();

  /** @param {string} manifest  the address of search/manifest.json */
  constructor(manifest) {
    this.#open = kept(() => openIndex(manifest, fetchJson));
  }

  /** Load what every search needs. */
  prepare() {
    return Promise.all([this.#open(), loadLunr()]);
  }

  /** @returns {Promise<Outcome>} */
  async find(state) {
    const [index, found] = await Promise.all([this.#open(), this.#answerTo(state)]);
    const { docs, other, values, more } = await this.#choose(index, state, found);
    const ordered = await sorted(index, docs, state);
    const page = Math.min(state.page, pageCount(docs.length));
    const shown = ordered.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
    const { people, dormant, assignments } = index.manifest.documents;
    const counts = { [state.show]: docs.length, [otherKind(state.show)]: other };
    return {
      state: { ...state, page },
      docs: ordered,
      shown,
      cards: await index.cards(shown),
      total: state.show === "people" ? people + dormant : assignments,
      counts,
      values,
      more,
      answer: found,
      highlight: (text) => (found ? highlight(text, found.words) : [[text, false]]),
    };
  }

  /** How many results a state has. */
  async count(state) {
    const [index, found] = await Promise.all([this.#open(), this.#answerTo(state)]);
    return (await this.#choose(index, state, found)).docs.length;
  }

  /**
   * For the rows of an outcome that show no match: where there is one.
   *
   * @returns {Promise<[number, {field: string, parts: [string, boolean][]}|null][]>} by place on the
   *   page; null where only other words for what stands there were found
   */
  async whys({ shown, cards, answer: found, highlight: show }) {
    if (!found) return [];
    const places = cards.flatMap((card, place) => (showsMatch(card, show) ? [] : [place]));
    if (!places.length) return [];
    const index = await this.#open();
    const texts = await index.texts(places.map((place) => shown[place]));
    return places.map((place, n) => [place, why(texts[n], found.matched(shown[place]), found.words)]);
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

  async #choose(index, state, found) {
    // FACETS
    const all = found
      ? [...found.docs, ...(state.some ? found.some : [])]
      : Array.from({ length: index.size }, (_, doc) => doc);
    const ofKind = (doc) => (index.kindOf(doc) === "person") === (state.show === "people");
    const docs = all.filter(ofKind);
    const more = found && !state.some ? found.some.filter(ofKind).length : 0;
    return { docs, other: all.length - docs.length, values: null, more };
  }
}

function otherKind(show) {
  return show === "people" ? "assignments" : "people";
}
