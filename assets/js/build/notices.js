// What a peer would kindly say to somebody's own judgement: never a score, and nothing has to follow.

import { foldedWords } from "./phrases.js";

const FEW = 4;

/**
 * @typedef {"all-highest"|"led-unclaimed"|"no-evidence"|"not-again"} Kind
 *
 * @param {import("./claims.js").Claim[]} judged      claims with a level
 * @param {{leading: string[], people: string[]}} words  of leading, and for those who were led
 * @returns {{kind: Kind, skills: string[]}[]}
 */
export function notices(judged, words) {
  const found = {
    "all-highest": judged.length >= 3 && judged.every(({ level }) => level === "4") ? judged : [],
    "led-unclaimed": unclaimed(judged, words),
    "no-evidence": judged.filter(({ level, evidence }) => level > "2" && !evidence.trim()),
    "not-again": judged.length <= FEW ? judged.filter(({ again }) => again === "no") : [],
  };
  return Object.entries(found)
    .filter(([, claims]) => claims.length)
    .map(([kind, claims]) => ({ kind, skills: claims.map(({ skill }) => skill) }));
}

/** Where nothing stands above the second level: what was led all the same, by its own evidence. */
function unclaimed(judged, words) {
  if (judged.some(({ level }) => level > "2")) return [];
  return judged.filter(({ evidence }) => tellsOfLeading(foldedWords(evidence), words));
}

function tellsOfLeading(told, { leading, people }) {
  const hasPhrase = leading.map(foldedWords).some((phrase) => stands(phrase, told));
  const nouns = new Set(people.flatMap(foldedWords));
  // “12 staff”, “a hundred” is not counted, “34 paid young staff” is.
  const hasNumber = told.some((word, place) => {
    return Number(word) >= 2 && told.slice(place + 1, place + 4).some((each) => nouns.has(each));
  });
  return hasPhrase || hasNumber;
}

function stands(phrase, told) {
  return told.some((_, start) => phrase.every((word, place) => told[start + place] === word));
}
