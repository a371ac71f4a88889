// The index of the site: what it knows of documents, and clauses → documents in lunr's order.

import { GONE, keptByKey, LoadError } from "./load.js";
import { indexOf } from "./scores.js";
import { Shards } from "./shards.js";

/** The format that sitegen/search/manifest.py tells of. */
const VERSION = 5;

/**
 * @typedef {{term: string, fields?: string[], boost?: number,
 *   presence?: "optional"|"required"|"prohibited", wildcard?: boolean, editDistance?: number}} Clause
 *   a term as the index has it; with `wildcard` what begins so; `editDistance` in letters
 * @typedef {{doc: number, score: number, matched: Map<string, string[]>}} Hit
 *   `matched`: the fields by term
 */

class Index {
  #load;
  #shards;
  #corpus;

  constructor(manifest, load) {
    const { people, dormant, assignments } = manifest.documents;
    this.manifest = manifest;
    this.size = people + dormant + assignments;
    this.#load = keptByKey(load);
    this.#shards = new Shards(manifest, load);
    this.#corpus = {
      fields: manifest.fields,
      steps: manifest.steps,
      size: this.size,
      boost: (doc) => (this.isDormant(doc) ? manifest.dormant : 1),
    };
  }

  isDormant(doc) {
    const { people, dormant } = this.manifest.documents;
    return doc >= people && doc < people + dormant;
  }

  /**
   * What lunr would find in the whole index: the same documents in the same order with the same
   * scores. `cut` on the result where a beginning begins more than is looked through.
   *
   * @param {Clause[]} clauses none: every document
   * @returns {Promise<Hit[] & {cut: boolean}>}
   */
  async lookup(clauses) {
    const [lengths, ...expanded] = await Promise.all([
      this.#load(`lengths-${this.manifest.lengths}.json`),
      ...clauses.map((clause) => this.#expand(clause)),
    ]);
    const found = new Map(expanded.flatMap(({ found: each }) => [...each]));
    const excludesOnly = clauses.every(({ presence }) => presence === "prohibited");
    const index = indexOf(found, { ...this.#corpus, lengths }, excludesOnly);
    const hits = index.query((query) => clauses.forEach((clause) => query.clause(asLunr(clause))));
    return Object.assign(
      hits.map((hit) => new Match(hit)),
      { cut: expanded.some(({ cut }) => cut) },
    );
  }

  async #expand({ term, wildcard, editDistance }) {
    if (wildcard) return this.#shards.beginning(term);
    if (editDistance) return { found: await this.#shards.near(term, editDistance), cut: false };
    return { found: await this.#shards.exactly(term), cut: false };
  }

  /** What the rows of these documents show, in their order. */
  cards(docs) {
    return this.#documents("cards", docs);
  }

  /** For each of these documents what its page says: [field, text] … */
  texts(docs) {
    return this.#documents("texts", docs);
  }

  /** Unstemmed words of so many letters: [word, how many texts it finds] … */
  async words(length) {
    const name = this.manifest.words[length];
    return name ? this.#load(`words/${length}-${name}.json`) : [];
  }

  /** What a group of facets says of the documents, as sitegen/search/columns.py writes it. */
  column(group) {
    return this.#load(`columns/${group}-${this.manifest.columns[group]}.json`);
  }

  #documents(folder, docs) {
    const [name, size] = this.manifest[folder];
    return Promise.all(
      docs.map(async (doc) => {
        const block = await this.#load(`${folder}-${name}/${Math.floor(doc / size)}.json`);
        return block[doc % size];
      }),
    );
  }
}

/** A result of lunr's; which terms matched where is sorted out for those that are asked. */
class Match {
  #data;

  constructor({ ref, score, matchData }) {
    this.doc = Number(ref);
    this.score = score;
    this.#data = matchData.metadata;
  }

  get matched() {
    return new Map(Object.entries(this.#data).map(([term, fields]) => [term, Object.keys(fields)]));
  }
}

function asLunr({ term, fields, boost, presence, wildcard, editDistance }) {
  const { NONE, TRAILING } = lunr.Query.wildcard;
  return {
    term,
    usePipeline: false,
    presence: lunr.Query.presence[(presence ?? "optional").toUpperCase()],
    wildcard: wildcard ? TRAILING : NONE,
    ...(fields && { fields }),
    ...(boost !== undefined && { boost }),
    ...(editDistance && { editDistance }),
  };
}

/**
 * @param {string} manifestUrl the address of `search/manifest.json`
 * @param {(url: string, how?: RequestInit) => Promise<any>} fetchJson see load.js
 * @returns {Promise<Index>}
 */
export async function openIndex(manifestUrl, fetchJson) {
  const base = manifestUrl.slice(0, manifestUrl.lastIndexOf("/") + 1);
  // The one name that stays: a host may let browsers keep it for longer than what it leads to is there.
  const manifest = await fetchJson(manifestUrl, { cache: "no-cache" });
  // An old page that meets a new index: a new page reads it.
  if (manifest.version !== VERSION) throw new LoadError(manifestUrl, GONE);
  return new Index(manifest, (path) => fetchJson(base + path));
}
