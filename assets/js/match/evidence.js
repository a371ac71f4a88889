// Claims with nothing to check: the mirror of sitegen/matching/evidence.py, which gives the reasons.

import { foldWords } from "./names.js";

// What Python calls a digit: decimal ones, and those of scripts that write ten with a sign of its own.
const DIGIT = /[\p{Nd}\u1369-\u1371\u19da\u{10a40}-\u{10a43}\u{10e60}-\u{10e68}\u{11052}-\u{1105a}]/u;
const CAPITAL = /^\p{Uppercase}/u;
const MYSELF = ["I", "I'd", "I've"];

/** Whether a text gives a number, a year or a name; names show by capitals, but not in German. */
export function canBeChecked(text, { numbers, ends }, byCapitals = true) {
  if (foldWords(text).split(" ").some((word) => DIGIT.test(word) || numbers.has(word))) return true;
  if (text && text.toLowerCase() === text.toUpperCase()) return true;
  const words = text.split(/\s+/).filter(Boolean);
  return byCapitals && words.some((word, place) => {
    const isFirst = place === 0 || ends.some((end) => words[place - 1].endsWith(end));
    return !isFirst && CAPITAL.test(word) && !MYSELF.includes(word);
  });
}

/** Whether some texts of one page are in German; MIT is no small word. */
export function isGerman(texts, { german, fewest_german }) {
  const isLoud = (word) => word === word.toUpperCase() && word !== word.toLowerCase();
  const said = texts.flatMap((text) => text.split(/\s+/)).filter((word) => !isLoud(word));
  const words = foldWords(said.join(" ")).split(" ").filter(Boolean);
  return words.filter((word) => german.has(word)).length * fewest_german > words.length;
}

/** Whether a text says how good somebody is. */
function praises(text, { praise }) {
  return foldWords(text).split(" ").some((word) => praise.has(word));
}

/**
 * The skills claimed at a high level that count for less; none that others confirmed.
 *
 * @param {{skill: string, level: number, evidence: string}[]} claims
 * @param {(skill: string) => boolean} isConfirmed
 * @returns {Set<string>}
 */
export function unproven(claims, isConfirmed, rules) {
  const { least, habit } = rules.evidence;
  const high = claims.filter(({ skill, level }) => level >= least && !isConfirmed(skill));
  const names = !isGerman(high.map(({ evidence }) => evidence), rules.evidence);
  const isBare = ({ evidence }) => !canBeChecked(evidence, rules.evidence, names);
  const bare = high.filter(isBare);
  const isHabit = bare.length >= habit && bare.length * 2 > high.length;
  const less = isHabit ? bare : bare.filter(({ evidence }) => praises(evidence, rules.evidence));
  return new Set(less.map(({ skill }) => skill));
}
