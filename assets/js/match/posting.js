// What conditions and skills read of an assignment. Asked by field, as sitegen/inbrowser/postings.py
// and draft.js have it, then once more in the form in which it is compared.

import { dayOf } from "./dates.js";
import { foldWords } from "./names.js";

/**
 * @typedef {object} Asked  null or an empty list for what is not stated
 * @property {[skill: string, level: number][]} required  and `desirable`
 * @property {[tag: string, level: string][]} everyone  and `inTeam`, `useful`
 * @property {[tag: string, level: string][][]} anyOf
 * @property {number} teamMax
 * @property {?string} starts  YYYY-MM-DD
 * @property {?number} months
 * @property {?number} days  a month, and `onsite`
 * @property {?string} mode  remote, onsite or hybrid
 * @property {?string} country  and `city`
 * @property {?{max: ?number, currency: ?string, proBono: boolean}} budget
 * @property {string[]} kinds  and `contracts`, `sectors`
 * @property {?string} silo
 * @property {boolean} anonymous
 * @property {[name: string, domain: string][]} parties  whom the client excludes, and the client
 */

/** An assignment ready to be compared. @param {Asked} asked */
export function postingOf(asked, rules) {
  const required = new Set(asked.required.map(([skill]) => skill));
  const every = new Set([...required, ...asked.desirable.map(([skill]) => skill)]);
  return {
    ...asked,
    required: asked.required.map((need) => needOf(need, required, rules)),
    desirable: asked.desirable.map((need) => needOf(need, every, rules)),
    starts: dayOf(asked.starts),
    town: asked.city === null ? null : foldWords(asked.city),
    sectors: new Set(asked.sectors.flatMap((sector) => rules.withParent(sector))),
    parties: asked.parties.map(([name, domain]) => ({ words: foldWords(name), domain })),
  };
}

/** A skill that is `asked` for itself stands in for no other: who asks for both wants both. */
function needOf([skill, level], asked, rules) {
  const others = rules.close(skill).filter((other) => !asked.has(other));
  return { skill, level, weight: rules.weight(skill, level), others };
}
