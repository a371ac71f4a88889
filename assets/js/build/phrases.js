// Stories → the skills that are told in them: the mirror of sitegen/prose.py, which gives the reasons.

import { fold } from "../fold.js";

const WORD = /[\p{L}\p{N}]+/gu;
// The same, accents that stand apart and all: what is shown is cut at the words as they were written.
const WRITTEN = /[\p{L}\p{M}\p{N}]+/gu;
// No look-behind: older browsers would then read nothing of this file.
const END = /([.!?…])[\s"”»’')]+(?=\S)|\n\s*\n/g;
const CUT = "\u0000";

/** Folded words, punctuation gone. */
export function foldedWords(text) {
  return fold(text).match(WORD) ?? [];
}

/** The sentences of a text without markup; a line that is left empty ends one. */
export function sentences(text) {
  return text
    .replace(END, (whole, mark = "") => mark + CUT)
    .split(CUT)
    .map((each) => each.trim().replace(/\s+/g, " "))
    .filter(Boolean);
}

/**
 * @typedef {object} Told
 * @property {string} skill
 * @property {string} sentence
 * @property {number[]} places  which of its words name the skill
 */

/** The names of skills that are certain enough to be found in prose. */
export class Phrases {
  #byFirst = new Map();
  #takenBack;

  /**
   * @param {Iterable<{id: string, names: string[][]}>} skills  names in folded words
   * @param {{takenBack: string[], longWord: number}} rule
   */
  constructor(skills, { takenBack, longWord }) {
    this.#takenBack = new Set(takenBack);
    for (const { id, names } of skills) {
      for (const [first, ...rest] of names) {
        // In Python a word's length is that of its code points.
        if (first && (rest.length || [...first].length >= longWord)) this.#add(first, rest, id);
      }
    }
  }

  #add(first, rest, id) {
    if (!this.#byFirst.has(first)) this.#byFirst.set(first, []);
    this.#byFirst.get(first).push({ rest, id });
  }

  /**
   * Each skill that is told, with the first sentence that tells it.
   *
   * @returns {Told[]}
   */
  told(written) {
    const found = new Map();
    for (const sentence of written) {
      const words = foldedWords(sentence);
      if (words.some((word) => this.#takenBack.has(word))) continue;
      words.forEach((word, start) => {
        for (const { rest, id } of this.#byFirst.get(word) ?? []) {
          const isHere = rest.every((each, place) => words[start + 1 + place] === each);
          if (!isHere || found.has(id)) continue;
          found.set(id, { skill: id, sentence, places: [word, ...rest].map((_, place) => start + place) });
        }
      });
    }
    return [...found.values()];
  }
}

/**
 * A sentence in parts, `[[text, isMatch], …]`: its words at these places match.
 *
 * In scripts whose marks part words when folded nothing is marked.
 */
export function parted(sentence, places) {
  const written = [...sentence.matchAll(WRITTEN)];
  if (written.length !== foldedWords(sentence).length) return [[sentence, false]];
  const parts = [];
  let done = 0;
  places.forEach((place, turn) => {
    const { index: start, 0: word } = written[place];
    // Words that follow each other are one match with the blank between them.
    const isNext = place - 1 === places[turn - 1];
    if (isNext) parts[parts.length - 1][0] += sentence.slice(done, start) + word;
    else parts.push([sentence.slice(done, start), false], [word, true]);
    done = start + word.length;
  });
  return [...parts, [sentence.slice(done), false]].filter(([text]) => text);
}
