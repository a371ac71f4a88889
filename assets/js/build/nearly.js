// Stories → skills that they may be about: sentences that share rare words with a skill's names.
//
// A guess, and called one. Few people name a skill outright when they tell what happened.

import { foldedWords } from "./phrases.js";

const SHOWN = 6;
/** Letters by which a word is known, so that “handed” is “handing”. */
const LETTERS = 6;
const SHORTEST = 4;
/** Words that a sentence has to share: one alone is chance. */
const LEAST = 2;
/** What a word of an alias counts, beside one of the label. */
const ALIAS = 0.7;
/** How much a skill with many names is held back, for it shares words more easily. */
const LENGTH = 0.25;

/** What each skill's names weigh, word by word. */
export class Nearly {
  #common;
  #weights = new Map();

  /**
   * @param {Iterable<{id: string, names: string[][]}>} skills  names in folded words, the label first
   * @param {string[]} common
   */
  constructor(skills, common) {
    this.#common = new Set(common);
    const held = [...skills].map(({ id, names }) => [id, this.#counted(names)]);
    const times = new Map();
    for (const [, counts] of held) {
      for (const key of counts.keys()) times.set(key, (times.get(key) ?? 0) + 1);
    }
    for (const [id, counts] of held) {
      const weigh = ([key, count]) => [key, (count * Math.log(held.length / times.get(key))) / counts.size ** LENGTH];
      this.#weights.set(id, new Map([...counts].map(weigh)));
    }
  }

  /**
   * The skills that some sentences come nearest to, nearest first, each with the sentence.
   *
   * @returns {import("./phrases.js").Told[]}
   */
  told(written) {
    const best = new Map();
    for (const sentence of written) {
      const keys = foldedWords(sentence).map((word) => this.#key(word));
      for (const [id, weights] of this.#weights) {
        const places = keys.flatMap((key, place) => (weights.has(key) && keys.indexOf(key) === place ? [place] : []));
        const score = places.reduce((sum, place) => sum + weights.get(keys[place]), 0);
        if (places.length < LEAST || score <= (best.get(id)?.score ?? 0)) continue;
        best.set(id, { skill: id, sentence, places, score });
      }
    }
    const found = [...best.values()].sort((one, other) => other.score - one.score);
    return found.slice(0, SHOWN).map(({ skill, sentence, places }) => ({ skill, sentence, places }));
  }

  #counted(names) {
    const counts = new Map();
    names.forEach((words, place) => {
      for (const key of words.map((word) => this.#key(word))) {
        if (key && !counts.has(key)) counts.set(key, place ? ALIAS : 1);
      }
    });
    return counts;
  }

  #key(word) {
    const isTelling = word.length >= SHORTEST && !this.#common.has(word);
    return isTelling ? word.slice(0, LETTERS) : "";
  }
}
