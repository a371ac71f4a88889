// Drafts of the builders → what conditions and skills read of them. What is not yet written, or not
// yet right, is not stated: saying what is wrong is the builder's.

import { unproven } from "./evidence.js";
import { dayOf } from "./dates.js";
import { domainOf } from "./names.js";
import { NEVER, UNPROVEN } from "./person.js";

/**
 * @param {object} fields  the front matter of a profile as text
 * @param {Partial<import("./person.js").Said>} published  what stands on the site of the same
 *   person: what others confirmed and what is taken are not theirs to write
 * @returns {import("./person.js").Said}
 */
export function saidIn(fields, rules, { confirmed = [], taken = [] } = {}) {
  const { availability: free = {}, works = {}, engagement: terms = {}, declines = {} } = fields;
  const based = fields.based_in ?? {};
  const claims = claimsOf(fields, rules);
  const rate = whole(terms.day_rate?.min).map((amount) => [amount, terms.day_rate.currency]);
  const names = new Set(confirmed.map(([skill]) => skill));
  const bare = unproven(claims, (skill) => names.has(skill), rules);
  return {
    claims: claims.map(({ skill, level, again }) => [skill, level, marks(again, bare.has(skill))]),
    confirmed,
    passages: (fields.transitions ?? [])
      .filter((one) => one.passage && one.state === "through-it")
      .map((one) => [one.passage, whole(one.since)[0] ?? null]),
    languages: levelsOf(fields.languages, rules),
    from: day(free.from),
    until: day(free.until),
    days: whole(free.days_per_month),
    taken,
    modes: works.modes ?? [],
    travel: works.travel ?? [],
    away: whole(works.days_away),
    country: stated(based.country),
    region: stated(based.region),
    city: based.country ? stated(based.city) : [],
    kinds: terms.kinds ?? [],
    band: [],
    rate: rate.filter(([, currency]) => currency),
    proBono: stated(terms.pro_bono),
    contracts: terms.contracts_as ?? [],
    declinedSectors: declines.sectors ?? [],
    declinedSilos: declines.silos ?? [],
    ties: [...(fields.interests ?? []).map(interest), ...(fields.ventures ?? []).map(venture)],
    status: stated(free.status),
    confirmedOn: day(fields.confirmed?.on),
    isListed: fields.listed !== "no",
    isMatched: fields.matched !== "no",
    evidence: Object.fromEntries(
      claims.filter((claim) => claim.evidence).map(({ skill, evidence }) => [skill, evidence]),
    ),
  };
}

/** @returns {import("./posting.js").Asked} */
export function askedIn(fields, rules) {
  const { skills = {}, languages = {}, work = {}, client = {}, budget, contract } = fields;
  return {
    required: needs(skills.required, rules),
    desirable: needs(skills.desirable, rules),
    everyone: levelsOf(languages.everyone, rules),
    anyOf: (languages.any_of ?? []).map((choice) => levelsOf(choice, rules)),
    inTeam: levelsOf(languages.in_team, rules),
    useful: levelsOf(languages.useful, rules),
    teamMax: whole(fields.team?.max)[0] ?? 1,
    starts: day(fields.starts)[0] ?? null,
    months: whole(work.months)[0] ?? null,
    days: whole(work.days_per_month)[0] ?? null,
    mode: work.mode || null,
    country: work.country || null,
    city: work.city || null,
    onsite: whole(work.onsite_days_per_month)[0] ?? null,
    budget: budget ? budgetOf(budget) : null,
    kinds: fields.kinds ?? [],
    contracts: contract?.with ?? [],
    sectors: fields.sectors ?? [],
    silo: client.silo || null,
    anonymous: client.anonymous === "yes",
    parties: [...(fields.excludes ?? []), client].map(party).filter(([name]) => name),
  };
}

function claimsOf({ skills = [] }, rules) {
  return skills
    .map((claim) => ({ ...claim, level: whole(claim.level)[0], evidence: claim.evidence ?? "" }))
    .filter(({ skill, level }) => rules.knowsSkill(skill) && isLevel(level));
}

function marks(again, isUnproven) {
  return (again === "no" ? NEVER : 0) + (isUnproven ? UNPROVEN : 0);
}

function needs(written = [], rules) {
  return written
    .map(({ skill, level }) => [skill, whole(level)[0]])
    .filter(([skill, level]) => rules.knowsSkill(skill) && isLevel(level));
}

function isLevel(level) {
  return level >= 1 && level <= 4;
}

function levelsOf(written = {}, { cefr }) {
  return Object.entries(written).filter(([, level]) => cefr.includes(level));
}

function budgetOf(written) {
  return {
    max: whole(written.max_day_rate)[0] ?? null,
    currency: written.currency || null,
    proBono: written.pro_bono === "yes",
  };
}

function party(written) {
  const { name, url } = typeof written === "string" ? { name: written } : written;
  return [name, domainOf(url)];
}

function interest({ name = "", url }) {
  return [name, domainOf(url), "held"];
}

function venture({ name = "", url, outcome, to }) {
  const [end = null] = whole(to);
  return [name, domainOf(url), outcome === "running" && end === null ? "held" : end];
}

function stated(text) {
  return text ? [text] : [];
}

function day(text) {
  return dayOf(text) === null ? [] : [text];
}

function whole(text) {
  return /^\d{1,7}$/.test(text ?? "") ? [Number(text)] : [];
}
