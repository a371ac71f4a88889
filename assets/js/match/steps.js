// What a client could ask a little less of: one step of each condition that has steps.

import { dayOf, textOf } from "./dates.js";

const A_MONTH = 31;
const DEARER = 110;
const NEARER = { onsite: "hybrid", hybrid: "remote" };

/**
 * @typedef {object} Step
 * @property {string} condition  the one it is for
 * @property {string[]} touches  all that read what it changes
 * @property {{what: string, from: *, to: *, language?: string, choice?: ?number}} change  `to` is
 *   null where nothing is asked any more; `choice` the place in `anyOf`, null for `everyone`
 * @property {import("./posting.js").Asked} asked  what would be asked then
 */

/** @param {import("./posting.js").Asked} asked @returns {Step[]} */
export function stepsOf(asked, rules) {
  return [
    ...asked.everyone.map((need, place) =>
      spoken(need, null, rules, (left) => ({ ...asked, everyone: replaced(asked.everyone, place, left) })),
    ),
    ...asked.anyOf.flatMap((choice, number) =>
      choice.map((need, place) =>
        spoken(need, number, rules, (left) => ({
          ...asked,
          anyOf: replaced(asked.anyOf, number, [replaced(choice, place, left)]),
        })),
      ),
    ),
    ...team(asked),
    ...dates(asked),
    ...days(asked),
    ...mode(asked),
    ...budget(asked),
    ...contract(asked),
  ];
}

/** The list with something else, or nothing, in one place. */
function replaced(list, place, others) {
  return [...list.slice(0, place), ...others, ...list.slice(place + 1)];
}

function spoken([language, from], choice, { cefr }, lowered) {
  const to = cefr[cefr.indexOf(from) - 1] ?? null;
  const asked = lowered(to === null ? [] : [[language, to]]);
  return step("languages", { what: "language", language, choice, from, to }, asked);
}

function team(asked) {
  if (asked.teamMax > 1 || !asked.inTeam.length) return [];
  return [step("team language", { what: "team", from: 1, to: 2 }, { ...asked, teamMax: 2 })];
}

function dates(asked) {
  if (asked.starts === null) return [];
  const to = textOf(dayOf(asked.starts) + A_MONTH);
  const change = { what: "starts", from: asked.starts, to };
  return [step("dates", change, { ...asked, starts: to })];
}

function days(asked) {
  if (asked.days === null || asked.days < 2) return [];
  const to = asked.days - 1;
  const change = { what: "days", from: asked.days, to };
  return [step("days", change, { ...asked, days: to }, ["dates", "place"])];
}

function mode(asked) {
  const to = NEARER[asked.mode];
  return to ? [step("place", { what: "mode", from: asked.mode, to }, { ...asked, mode: to })] : [];
}

function budget(asked) {
  const from = asked.budget?.max ?? null;
  if (from === null || asked.budget.proBono) return [];
  const to = Math.ceil((from * DEARER) / 100);
  return [step("money", { what: "budget", from, to }, { ...asked, budget: { ...asked.budget, max: to } })];
}

function contract(asked) {
  if (!asked.contracts.length) return [];
  const change = { what: "contract", from: asked.contracts, to: null };
  return [step("contract", change, { ...asked, contracts: [] })];
}

function step(condition, change, asked, others = []) {
  return { condition, touches: [condition, ...others], change, asked };
}
