// One person before one assignment, or before many.

import { judge, standing } from "./conditions.js";
import { byCredits, creditsOf } from "./credit.js";
import { change, gaps, strengths } from "./reasons.js";

/**
 * @typedef {object} Match
 * @property {import("./check.js").Check[]} checks
 * @property {object} credits  see `creditsOf`
 * @property {"eligible" | "nearly" | "out"} standing  by the conditions and the required skills
 * @property {import("./check.js").Reason[]} strengths
 * @property {import("./check.js").Reason[]} gaps
 * @property {?import("./check.js").Reason} change  of who is not out
 */

/** @returns {Match} */
export function matchOf(person, posting, rules) {
  const checks = judge(person, posting, rules);
  const credits = creditsOf(person, posting, rules);
  const found = { checks, credits, standing: standingOf(checks, credits, posting) };
  return {
    ...found,
    strengths: strengths(person, posting, found, rules),
    gaps: gaps(person, found, rules),
    change: found.standing === "out" ? null : change(person, posting, found, rules),
  };
}

/** Who has nothing of what is required is out; nearly are only those who have half of it. */
function standingOf(checks, { missing }, posting) {
  const found = standing(checks);
  const most = found === "nearly" ? posting.required.length / 2 : posting.required.length - 1;
  return missing <= most ? found : "out";
}

/**
 * Of many assignments for one person those that fit and those that nearly do, the best first.
 *
 * @template {{posting: object}} Row
 * @param {Row[]} rows
 * @returns {{eligible: (Row & {match: Match})[], nearly: (Row & {match: Match})[]}}
 */
export function assignmentsFor(person, rows, rules) {
  const found = rows.map((row) => ({ ...row, match: matchOf(person, row.posting, rules) }));
  const order = found.sort((a, b) => byCredits(a.match, b.match));
  return {
    eligible: order.filter(({ match }) => match.standing === "eligible"),
    nearly: order.filter(({ match }) => match.standing === "nearly"),
  };
}
