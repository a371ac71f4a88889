// The one sentence that stands before everything else about a match: the mirror of
// sitegen/matching/sentences.py for what conditions and skills can give.

import { capital } from "./say.js";

/**
 * What fits; then, unless only strengths are asked, what is missing and what is to settle.
 *
 * @param {import("./match.js").Match} match
 * @param {import("./say.js").Sayings} sayings
 */
export function sentence(match, sayings, rules, isStrengthsOnly) {
  const parts = partsOf(match, rules, isStrengthsOnly).map((part) => sayings.phrase(part));
  const said = [`${capital(parts.join("; "))}.`];
  if (isStrengthsOnly) return said[0];
  said.push(...shortfalls(match, rules).map((part) => sayings.say(part)));
  const settle = match.checks.filter(({ state }) => state === "no" || state === "partly");
  const text = settle.map(({ reason }) => sayings.phrase(reason)).join("; ");
  if (text) said.push(sayings.say({ code: "to-settle", params: { text } }));
  return said.join(" ");
}

/** Skills, one that is close or helps, languages, dates. */
function partsOf(match, rules, isStrengthsOnly) {
  const found = [
    ...skills(match, isStrengthsOnly),
    ...beside(match, rules, isStrengthsOnly),
    ...conditions(match),
  ];
  return found.length ? found : [reasonOf(match, "open")];
}

function reasonOf({ checks }, condition) {
  return checks.find((one) => one.condition === condition).reason;
}

function skills({ strengths, gaps }, isStrengthsOnly) {
  const held = strengths.filter(({ code }) => code.startsWith("required-skill"));
  const short = gaps.filter(({ code }) => code.startsWith("required-")).length;
  if (!held.length) return isStrengthsOnly ? [] : [{ code: "no-skills", params: { count: short } }];
  const { required } = held[0].params;
  const named = idsOf(held);
  if (!short) return [{ code: required === 2 ? "both-skills" : "all-skills", params: { count: required } }];
  return isStrengthsOnly
    ? [{ code: "these-skills", params: { skills: named } }]
    : [{ code: "some-skills", params: { count: required - short, required, skills: named } }];
}

/** What is below its level is named among the shortfalls, where those are told. */
function beside({ strengths }, rules, isStrengthsOnly) {
  const starting = (start) => strengths.filter(({ code }) => code.startsWith(start));
  const [close] = starting("close-skill");
  const [partial] = starting("partial-skill");
  const lived = starting("lived-skill");
  const helpful = starting("desirable-skill").slice(0, rules.said.helpful);
  if (close) return [{ code: "close-skill", params: close.params }];
  if (partial && isStrengthsOnly) return [partial];
  if (lived.length) return [{ code: "lived-skills", params: { skills: idsOf(lived) } }];
  return helpful.length ? [{ code: "also-skills", params: { skills: idsOf(helpful) } }] : [];
}

function conditions(match) {
  const spoken = ["languages", "team language"]
    .flatMap((name) => (reasonOf(match, name).params.spoken ?? "").split(","))
    .filter(Boolean)
    .map((pair) => pair.split(" ")[0]);
  const dates = match.checks.find(({ condition }) => condition === "dates");
  return [
    ...(spoken.length
      ? [{ code: "only-languages", params: { languages: [...new Set(spoken)].join(",") } }]
      : []),
    ...(dates.state === "yes" ? [dates.reason] : []),
  ];
}

/** Required skills that are missing, else some that would help; then those below the level. */
function shortfalls({ gaps }, rules) {
  const named = (...codes) => gaps.filter(({ code }) => codes.includes(code));
  const required = named("required-missing", "required-unwanted");
  const desirable = named("desirable-missing", "desirable-unwanted").slice(0, rules.said.helpful);
  return [
    ["missing", required.length ? required : desirable],
    ["below", named("required-below")],
    ["unproven", named("required-unproven")],
  ]
    .filter(([, found]) => found.length)
    .map(([code, found]) => ({ code, params: { skills: idsOf(found) } }));
}

function idsOf(reasons) {
  return reasons.map(({ params }) => params.skill).join(",");
}
