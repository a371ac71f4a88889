// Languages: the mirror of sitegen/matching/spoken.py.

import { check } from "./check.js";

/** @typedef {{language: string, asked: string, level: ?string, steps: number}} Spoken */

/**
 * Each language asked with the best level a person has in it, and the steps it is below.
 *
 * `pt-BR` serves where `pt` is asked and the other way round; `zh-Hans` is not `zh-Hant`.
 *
 * @returns {Spoken[]}
 */
export function compare(person, asked, rules) {
  return asked.map(([language, wanted]) => {
    const level = held(person, language, rules);
    const below = rules.cefr.indexOf(wanted) - rules.cefr.indexOf(level);
    const steps = level === null ? rules.cefr.length : Math.max(0, below);
    return { language, asked: wanted, level, steps };
  });
}

function held(person, asked, { cefr }) {
  const [bare] = asked.split("-");
  const levels = person.languages
    .filter(([tag]) => tag === asked || tag === bare || (asked === bare && tag.split("-")[0] === bare))
    .map(([, level]) => cefr.indexOf(level));
  return levels.length ? cefr[Math.max(...levels)] : null;
}

/** What the person must speak: `everyone`, and of `anyOf` the choice they are nearest to. */
export function forEach({ person, posting, rules }) {
  const choices = posting.anyOf.map((choice) => compare(person, choice, rules));
  const sums = choices.map(stepsOf);
  const nearest = choices[sums.indexOf(Math.min(...sums))] ?? [];
  return [...compare(person, posting.everyone, rules), ...nearest];
}

function stepsOf(found) {
  return found.reduce((sum, { steps }) => sum + steps, 0);
}

/** `everyone` and `anyOf`; one language one step below is a near miss. */
export function languages(pair) {
  const found = forEach(pair);
  if (!found.length) return check("languages", "yes", "languages-none");
  const [short] = found.filter((one) => one.steps);
  if (!short) return check("languages", "yes", "languages-yes", { spoken: asIds(found) });
  const { language, asked, level } = short;
  if (level === null) return check("languages", "no", "languages-missing", { language, asked });
  const isNear = stepsOf(found) === 1;
  return check("languages", "no", "languages-below", { language, asked, level }, isNear);
}

/** One person for a team: what they do not speak, somebody else may. */
export function teamLanguage({ person, posting, rules }) {
  const condition = "team language";
  if (!posting.inTeam.length) return check(condition, "yes", "team-language-none");
  const found = compare(person, posting.inTeam, rules);
  const short = found.filter((one) => one.steps);
  if (!short.length) return check(condition, "yes", "team-language-yes", { spoken: asIds(found) });
  const needs = short.map((one) => `${one.language} ${one.asked}`).join(",");
  return posting.teamMax === 1
    ? check(condition, "no", "team-language-no", { needs })
    : check(condition, "not-stated", "team-language-ask", { needs });
}

/** Languages with the person's level, as a parameter of a reason. */
export function asIds(found) {
  return found.map((one) => `${one.language} ${one.level}`).join(",");
}
