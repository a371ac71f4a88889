// How many people fit a draft, and what each condition costs.

import { CONDITIONS, judge } from "./conditions.js";
import { byCredits, creditsOf } from "./credit.js";
import { postingOf } from "./posting.js";
import { stepsOf } from "./steps.js";

/**
 * @typedef {object} Cost
 * @property {string} condition
 * @property {number} costs  people whom it alone keeps out
 * @property {{change: object, leaves: number}[]} steps  how many would fit if a little less were asked
 */

/**
 * @param {{slug: string, person: object}[]} people
 * @param {import("./posting.js").Asked} asked
 * @returns {{able: number, fitting: {slug: string, person: object, credits: object}[], costs: Cost[]}}
 *   `able` have something of what is required; `fitting` are those of them who fail no condition,
 *   the best first, equals as they came
 */
export function countFitting(people, asked, rules) {
  const posting = postingOf(asked, rules);
  const able = people
    .map(({ slug, person }) => ({ slug, person, credits: creditsOf(person, posting, rules) }))
    .filter(({ credits }) => credits.missing < posting.required.length);
  const failed = able.map(({ person }) => failedBy(person, posting, rules));
  const steps = stepsOf(asked, rules).map((step) => ({ ...step, posting: postingOf(step.asked, rules) }));
  return {
    able: able.length,
    fitting: able.filter((row, place) => !failed[place].length).sort(byCredits),
    costs: CONDITIONS.map((condition) => ({
      condition,
      costs: failed.filter((names) => names.length === 1 && names[0] === condition).length,
      steps: steps
        .filter((step) => step.condition === condition)
        .map((step) => ({ change: step.change, leaves: leaves(step) })),
    })),
  };

  function leaves({ posting: easier, touches }) {
    return able.filter(({ person }, place) => {
      const hasOthers = failed[place].some((name) => !touches.includes(name));
      return !hasOthers && !failedBy(person, easier, rules, touches).length;
    }).length;
  }
}

function failedBy(person, posting, rules, names) {
  return judge(person, posting, rules, names)
    .filter(({ state }) => state === "no")
    .map(({ condition }) => condition);
}
