// All skills, and how one is found among them: by its label or by anybody's words for it.

import { Nearly } from "./nearly.js";
import { Phrases, foldedWords } from "./phrases.js";

/** Skills that a search shows at most. */
const SHOWN = 8;

/**
 * @typedef {object} Skill
 * @property {string} id
 * @property {string} label
 * @property {string} family
 * @property {string[]} aliases
 */

/** The skills of `data/skills.json`. */
export class Skills {
  #all;
  #rule;
  #names = new Map();
  #phrases = null;
  #nearly = null;

  /** @param {{skills: Skill[], takenBack: string[], longWord: number, common: string[]}} data */
  constructor({ skills, ...rule }) {
    this.#rule = rule;
    this.#all = new Map(skills.map((skill) => [skill.id, skill]));
    for (const { id, label, aliases } of skills) this.#names.set(id, [label, ...aliases].map(named));
  }

  /** Other languages' words by skill, from `data/words.json`. */
  add(words) {
    for (const [id, aliases] of Object.entries(words)) this.#names.get(id)?.push(...aliases.map(named));
    this.#phrases = null;
    this.#nearly = null;
  }

  /** @returns {Skill|undefined} */
  get(id) {
    return this.#all.get(id);
  }

  /** The skills of a family, in their order. */
  ofFamily(family) {
    return [...this.#all.values()].filter((skill) => skill.family === family);
  }

  /** The skills that are told in some sentences. */
  told(sentences) {
    this.#phrases ??= new Phrases(this.#folded(), this.#rule);
    return this.#phrases.told(sentences);
  }

  /** The skills that some sentences may be about. */
  nearlyTold(sentences) {
    this.#nearly ??= new Nearly(this.#folded(), this.#rule.common);
    return this.#nearly.told(sentences);
  }

  #folded() {
    return [...this.#names].map(([id, names]) => ({ id, names: names.map(({ words }) => words) }));
  }

  /**
   * The skills that some words find, best first: their label, then an alias; from its beginning, then
   * anywhere. Each word has to begin a word of one name.
   *
   * @returns {{skill: Skill, also: string}[]}  `also` is the alias that was found, or empty
   */
  find(query) {
    const asked = foldedWords(query);
    if (!asked.length) return [];
    const found = [];
    for (const [id, names] of this.#names) {
      const ranks = names.map(({ words }, place) => rank(words, asked) + (place ? 2 : 0));
      const best = Math.min(...ranks);
      if (best === Infinity) continue;
      const place = ranks.indexOf(best);
      found.push({ best, skill: this.#all.get(id), also: place ? names[place].text : "" });
    }
    return found.sort((one, other) => one.best - other.best).slice(0, SHOWN);
  }
}

function named(text) {
  return { text, words: foldedWords(text) };
}

function rank(words, asked) {
  const holds = asked.every((word) => words.some((each) => each.startsWith(word)));
  if (!holds) return Infinity;
  return asked.every((word, place) => words[place]?.startsWith(word)) ? 0 : 1;
}
