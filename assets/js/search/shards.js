// Terms by block: which blocks hold them, and what stands there. sitegen/search/manifest.py says how.

import { keptByKey } from "./load.js";

/** Letters of the hash that names a block. */
const LETTERS = 8;
/** Blocks that one beginning may take; what it begins further on in the alphabet is not found. */
export const MOST_BLOCKS = 12;

/**
 * @typedef {[field: number, documents: string, often?: string][]} Posting as written
 * @typedef {Map<string, Posting>} Found what stands in the index, by term
 */

export class Shards {
  #starts;
  #vocabulary;
  #block;
  #list;

  /**
   * @param {object} manifest
   * @param {(path: string) => Promise<any>} load the JSON at a path below `search/`
   */
  constructor({ terms: [starts, names], vocabulary }, load) {
    this.#starts = starts.match(/\S+/g) ?? [];
    this.#vocabulary = vocabulary;
    this.#block = keptByKey(async (number) => {
      const name = names.slice(number * LETTERS, (number + 1) * LETTERS);
      return byTerm(await load(`terms/${name}.json`));
    });
    this.#list = keptByKey(async (length) => {
      const name = vocabulary[length];
      return lunr.TokenSet.fromArray(name ? await load(`vocabulary/${length}-${name}.json`) : []);
    });
  }

  /** @returns {Promise<Found>} the term alone, or nothing */
  async exactly(term) {
    const number = this.#holding(term);
    const posting = number < 0 ? undefined : (await this.#block(number)).get(term);
    return new Map(posting ? [[term, posting]] : []);
  }

  /** @returns {Promise<{found: Found, cut: boolean}>} what begins so; `cut` where that was too much */
  async beginning(start) {
    const from = Math.max(0, this.#holding(start));
    const to = Math.min(this.#holding(`${start}\uffff`), from + MOST_BLOCKS - 1);
    const numbers = Array.from({ length: to - from + 1 }, (_, offset) => from + offset);
    const found = new Map();
    for (const block of await Promise.all(numbers.map((number) => this.#block(number)))) {
      for (const [term, posting] of block) if (term.startsWith(start)) found.set(term, posting);
    }
    return { found, cut: to < this.#holding(`${start}\uffff`) };
  }

  /** @returns {Promise<Found>} the terms that lunr finds with so many letters' difference */
  async near(term, distance) {
    const lengths = Object.keys(this.#vocabulary)
      .map(Number)
      .filter((length) => Math.abs(length - term.length) <= distance);
    const fuzzy = lunr.TokenSet.fromFuzzyString(term, distance);
    const lists = await Promise.all(lengths.map((length) => this.#list(length)));
    const near = lists.flatMap((list) => list.intersect(fuzzy).toArray());
    const found = await Promise.all(near.map((each) => this.exactly(each)));
    return new Map(found.flatMap((each) => [...each]));
  }

  /** The number of the block where a term would stand; -1 before the first. */
  #holding(term) {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle] <= term) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

/** @returns {Found} */
function byTerm(block) {
  return new Map(block.map(([term, ...written]) => [term, byField(written)]));
}

/** Parts a list at the numbers, each of which says of which field the texts behind it are. */
function byField(written) {
  const fields = [];
  for (const part of written) {
    if (typeof part === "number") fields.push([part]);
    else fields.at(-1).push(part);
  }
  return fields;
}
