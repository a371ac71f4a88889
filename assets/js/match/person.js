// What conditions and skills read of a person. Said by field, as sitegen/inbrowser/people.py and
// draft.js have it, then once more in the form in which it is asked.

import { dayOf, monthsLater } from "./dates.js";
import { foldWords } from "./names.js";

// Marks of a claim, added up.
export const NEVER = 1;
export const UNPROVEN = 2;
// Most people have no such skill, and thousands of empty sets are slow to make.
const NONE = new Set();

/**
 * @typedef {object} Said  lists by field, empty where nothing is stated
 * @property {[skill: string, level: number, marks: number][]} claims
 * @property {[skill: string, level: number, by: string][]} confirmed
 * @property {[passage: string, since: ?number][]} passages  completed ones
 * @property {[tag: string, level: string][]} languages
 * @property {[string?]} from  and `until`, `confirmedOn`: a day as YYYY-MM-DD
 * @property {[number?]} days  a month
 * @property {[start: string, end: string, days: number][]} taken  `end` is the first day after it
 * @property {string[]} modes  and `travel`, `kinds`, `contracts`, `declinedSectors`, `declinedSilos`
 * @property {[number?]} away  days a month
 * @property {[string?]} country  and `region`, `city`, `proBono`, `status`
 * @property {[number?]} band  place of the rate band in the rules
 * @property {[name: string, domain: string, left: "held" | number | null][]} ties
 * @property {[[amount: number, currency: string]?]} [rate]  of a draft alone, in place of `band`
 * @property {boolean} [isListed]  and `isMatched`: of a draft alone; yes for everybody else
 * @property {Object<string, string>} [evidence]  by skill
 */

/** A person ready to be judged. @param {Said} said */
export function personOf(said, rules) {
  const [country, region, city] = [one(said.country), one(said.region), one(said.city)];
  const confirmedOn = one(said.confirmedOn);
  const { levels, never, unproven, confirmed, lived } = skillsOf(said, rules);
  return {
    levels,
    never,
    unproven,
    confirmed,
    lived,
    languages: said.languages,
    from: dayOf(one(said.from)),
    until: dayOf(one(said.until)),
    days: one(said.days),
    taken: said.taken.map(([start, end, days]) => ({ start: dayOf(start), end: dayOf(end), days })),
    modes: said.modes,
    travel: said.travel,
    away: one(said.away),
    country,
    region,
    town: city === null ? null : foldWords(city),
    kinds: said.kinds,
    rate: one(said.rate ?? []),
    band: one(said.band),
    proBono: one(said.proBono),
    contracts: said.contracts,
    declinedSectors: said.declinedSectors,
    declinedSilos: said.declinedSilos,
    ties: said.ties.map(([name, domain, left]) => ({ name, domain, left, words: foldWords(name) })),
    status: one(said.status),
    isListed: said.isListed ?? true,
    isMatched: said.isMatched ?? true,
    confirmedOn,
    freshness: freshness(dayOf(confirmedOn), rules),
    evidence: said.evidence ?? {},
  };
}

function one(values) {
  return values[0] ?? null;
}

/**
 * What matching counts of the skills: the mirror of sitegen/matching/voice.py without what is told.
 *
 * `levels` has those that count, a confirmed one in place of a claimed one.
 */
function skillsOf({ claims, confirmed, passages }, rules) {
  const levels = new Map();
  for (const [skill, level] of claims) if (!levels.has(skill)) levels.set(skill, level);
  for (const [skill, level] of confirmed) levels.set(skill, level);
  const never = marked(claims, NEVER);
  for (const skill of never) levels.delete(skill);
  const lived = new Map();
  for (const [passage, since] of passages) {
    for (const skill of rules.shows(passage)) lived.set(skill, { passage, since });
  }
  return {
    levels,
    never,
    unproven: marked(claims, UNPROVEN),
    confirmed: new Map(confirmed.map(([skill, , by]) => [skill, by])),
    lived,
  };
}

function marked(claims, mark) {
  const found = claims.filter(([, , marks]) => marks & mark).map(([skill]) => skill);
  return found.length ? new Set(found) : NONE;
}

function freshness(confirmed, { today, months }) {
  const on = Math.min(confirmed ?? today, today);
  if (today > monthsLater(on, months.dormant)) return "dormant";
  return today > monthsLater(on, months.ageing) ? "ageing" : "fresh";
}

/**
 * The same person with what they tell of each skill, which is too long for the columns and stands in
 * `search/people/SLUG.json`.
 *
 * @param {Object<string, string>} evidence  by skill
 */
export function withEvidence(person, evidence) {
  return { ...person, evidence };
}
