// What the shortlist shows of people and assignments: one small file each, by slug.

import { fetchJson, keptByKey } from "../search/load.js";

/**
 * @typedef {object} Skill
 * @property {string} id
 * @property {string} label
 * @property {string} level     in words
 * @property {string[]} notes   years, who confirmed it, where it was used
 * @property {string} evidence  empty where none is given
 *
 * @typedef {object} Person
 * @property {string} slug
 * @property {string} name
 * @property {string} native    the name in its own script, or empty
 * @property {string} headline
 * @property {string} url       the page within this site
 * @property {string} address   the same in full, for what leaves this site
 * @property {string} notice    since when nobody confirmed the page, or empty
 * @property {Skill[]} skills   the strongest first
 * @property {Record<string, string[]>} lines  items by the key of a line; none is "not stated"
 *
 * @typedef {object} Need
 * @property {string} id
 * @property {string} label
 * @property {string} level
 *
 * @typedef {object} Assignment
 * @property {string} slug
 * @property {string} title
 * @property {string} url
 * @property {string} address
 * @property {string} client
 * @property {[string, string][]} facts
 * @property {Need[]} required
 * @property {Need[]} desirable
 * @property {string[]} deliverables
 * @property {[string, number|null][]} criteria  text and weight
 * @property {string} decided   by when the client decides, as a sentence, or empty
 */

/** The files below `root`, the address of the site's `search/` folder; each is fetched once. */
export class Records {
  #load;

  constructor(root) {
    this.#load = keptByKey((path) => fetchOrNull(new URL(path, root)));
  }

  /** A person, or null for one who is not in the directory; rejects when that cannot be known. */
  person(slug) {
    return this.#load(`people/${slug}.json`);
  }

  /** An open assignment, or null. */
  assignment(slug) {
    return this.#load(`assignments/${slug}.json`);
  }

  /** Label and values of each group of filters. */
  filters() {
    return this.#load("filters.json");
  }
}

async function fetchOrNull(url) {
  try {
    return await fetchJson(url);
  } catch (error) {
    if (error.status === 404) return null;
    throw error;
  }
}
