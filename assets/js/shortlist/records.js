// What the shortlist shows of people and assignments: one small file each, by slug.

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
  #root;
  #asked = new Map();

  constructor(root) {
    this.#root = root;
  }

  /** A person, or null for one who is not in the directory; rejects when that cannot be known. */
  person(slug) {
    return this.#once(`people/${slug}.json`);
  }

  /** An open assignment, or null. */
  assignment(slug) {
    return this.#once(`assignments/${slug}.json`);
  }

  /** Label and values of each group of filters. */
  filters() {
    return this.#once("filters.json");
  }

  #once(path) {
    if (!this.#asked.has(path)) {
      const asked = fetchOrNull(new URL(path, this.#root));
      this.#asked.set(path, asked);
      // What failed is asked for again.
      asked.catch(() => this.#asked.delete(path));
    }
    return this.#asked.get(path);
  }
}

async function fetchOrNull(url) {
  const response = await fetch(url);
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.json();
}
