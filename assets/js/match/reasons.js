// Why somebody fits and what they lack: the mirror of sitegen/matching/reasoning.py and change.py,
// of which only what conditions and skills can give is here.

import { isFull } from "./credit.js";
import { textOf } from "./dates.js";
import { asIds, compare, forEach } from "./spoken.js";

/** Best first: skills as asked, rare ones first, then what else fits. */
export function strengths(person, posting, found, rules) {
  const { required, desirable } = found.credits;
  const close = found.credits.required
    .filter(({ through, points }) => through === "close" && points >= rules.credit.missing)
    .sort((a, b) => b.points - a.points)
    .map(({ skill, name }) => evident("close-skill", name, { skill, other_skill: name }));
  const cited = new Set(close.map(({ params }) => params.other_skill));
  return [
    ...full("required", required),
    ...close,
    ...required.filter(isPartial).map(({ skill, level }) => reason("partial-skill", { skill, level })),
    ...required.filter(({ through }) => through === "passage").map(lived),
    ...full("desirable", desirable).filter(({ params }) => !cited.has(params.skill)),
    ...conditions(person, posting, found.checks, rules),
  ].slice(0, rules.said.strengths);

  function full(group, credits) {
    return credits
      .filter((credit) => isFull(credit, rules.credit))
      .sort((a, b) => b.weight - a.weight)
      .map(({ skill }) => evident(`${group}-skill`, skill, { skill, required: required.length }));
  }

  function isPartial({ through, points, isUnproven }) {
    const { missing, whole } = rules.credit;
    return through === "skill" && !isUnproven && missing <= points && points < whole;
  }

  function lived({ skill }) {
    const { passage, since } = person.lived.get(skill);
    return since === null
      ? reason("lived-skill", { skill, passage })
      : reason("lived-skill-year", { skill, passage, year: since });
  }

  /** With who confirmed the skill, and the evidence that the person gives. */
  function evident(code, skill, params) {
    const by = person.confirmed.get(skill);
    const evidence = person.evidence[skill];
    const confirmed = by === undefined ? ["", {}] : ["-confirmed", { name: by }];
    const quoted = evidence ? ["-quoted", { quote: cut(evidence, rules.said.quote) }] : ["", {}];
    return reason(code + confirmed[0] + quoted[0], { ...params, ...confirmed[1], ...quoted[1] });
  }
}

function reason(code, params = {}) {
  return { code, params };
}

/** A quote shortened at a word. */
function cut(text, longest) {
  const signs = [...text];
  if (signs.length <= longest) return text;
  const start = signs.slice(0, longest - 1).join("");
  const end = start.lastIndexOf(" ");
  return `${(end < 0 ? start : start.slice(0, end)).replace(/[ ,;:.–-]+$/, "")}…`;
}

function conditions(person, posting, checks, rules) {
  const spoken = new Map(
    [
      ...forEach({ person, posting, rules }),
      ...compare(person, posting.inTeam, rules),
      ...compare(person, posting.useful, rules),
    ]
      .filter(({ steps }) => !steps)
      .map((one) => [one.language, one]),
  );
  const [dates, place] = ["dates", "place"].map((name) => checks.find((one) => one.condition === name));
  return [
    ...(spoken.size ? [reason("spoken", { spoken: asIds([...spoken.values()]) })] : []),
    ...(dates.state === "yes" ? [dates.reason] : []),
    ...(place.state === "yes" && place.reason.code === "place-home" ? [place.reason] : []),
  ];
}

/** Required skills short of what is asked, then desirable ones, then conditions to settle. */
export function gaps(person, found, rules) {
  const { required, desirable } = found.credits;
  return [
    ...short("required", required),
    ...short("desirable", desirable),
    ...found.checks.filter(({ state }) => state === "no" || state === "partly").map((one) => one.reason),
  ];

  function short(group, credits) {
    return credits
      .filter((credit) => !isFull(credit, rules.credit))
      .map((credit) => shortOf(group, credit, person, rules.credit));
  }
}

/** What is short of one need, said of the page and never of the person. */
function shortOf(group, { skill, asked, points, through, name, level, isUnproven }, person, { missing }) {
  if (person.never.has(skill) && through !== "close") return reason(`${group}-unwanted`, { skill });
  if (points < missing && through !== "skill") return reason(`${group}-missing`, { skill });
  if (through === "close") return reason(`${group}-close`, { skill, other_skill: name });
  if (through === "passage") return reason(`${group}-passage`, { skill });
  return isUnproven && level >= asked
    ? reason(`${group}-unproven`, { skill, level })
    : reason(`${group}-below`, { skill, level, asked });
}

/**
 * The one thing that would change it, null for none: what would settle the condition that keeps a
 * near miss out; for anybody else one more required skill.
 */
export function change(person, posting, found, rules) {
  const refused = found.checks.find(({ state }) => state === "no");
  return refused ? settled(refused, posting) : skillToAdd(person, found.credits.required, rules);
}

function settled({ condition, reason: { params } }, posting) {
  if (condition === "languages") {
    return reason("change-language", { language: params.language, asked: params.asked });
  }
  if (condition === "dates") return reason("change-dates", { day: textOf(posting.starts) });
  if (condition === "place") return reason("change-remote");
  if (condition === "money") return reason("change-money");
  return reason("change-contract", params);
}

/** The heaviest gap that the person can close alone: not what others confirmed, or refused. */
function skillToAdd(person, required, rules) {
  const { whole } = rules.credit;
  const lost = ({ weight, points }) => weight * (whole - points);
  const nearest = required
    .filter((credit) => !isFull(credit, rules.credit))
    .filter(({ skill }) => !person.confirmed.has(skill) && !person.never.has(skill))
    .reduce((best, credit) => (best && lost(best) >= lost(credit) ? best : credit), null);
  if (!nearest) return null;
  const { skill, asked: level } = nearest;
  if (person.unproven.has(skill) && person.levels.get(skill) >= level) {
    return reason("change-evidence", { skill });
  }
  const isDoubted = level >= rules.evidence.least && person.unproven.size > 0;
  return reason(isDoubted ? "change-skill-proven" : "change-skill", { skill, level });
}
