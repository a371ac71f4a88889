// The lowest rate against the highest the budget has: the mirror of `money` in
// sitegen/matching/conditions.py.
//
// Of others only the band of their rate is known. What holds for every rate of the band is said;
// where it depends on the figure, the answer is to ask. No reason holds a rate or a share of one.

import { check } from "./check.js";

/** @typedef {{low: number, high: number, isAbove: boolean, currency: string}} Range
 *   whole units; `isAbove`: from above `low` on */

export function money({ person, posting, rules }) {
  const { budget } = posting;
  if (budget?.proBono) return proBono(person);
  if (!budget || budget.max === null) return found("not-stated", "money-no-budget");
  const range = rangeOf(person, rules);
  if (!range) return found("not-stated", "money-no-rate");
  // Without a currency a figure can be compared with a figure, as the build does; a band cannot.
  if (range.isAbove && budget.currency === null) return found("not-stated", "money-ask");
  const exchange = rules.exchange(range.currency, budget.currency);
  if (!exchange) return found("not-stated", "money-no-exchange");
  const limits = [100, rules.limits.rate_partly, rules.limits.rate_relaxed].map(
    (share) => BigInt(budget.max) * BigInt(share) * exchange.by,
  );
  const [low, high] = [passed(range.low, range.isAbove), passed(range.high, false)];
  return low === high ? GRADES[low]() : found("not-stated", "money-ask");

  function passed(amount, isAbove) {
    if (amount === Infinity) return limits.length;
    const rate = BigInt(amount) * 100n * exchange.times;
    return limits.filter((limit) => rate > limit || (isAbove && rate === limit)).length;
  }
}

/** By how many limits a rate is above. */
const GRADES = [
  () => found("yes", "money-yes"),
  () => found("partly", "money-partly"),
  () => found("no", "money-no", true),
  () => found("no", "money-no"),
];

function found(state, code, isRelaxed = false) {
  return check("money", state, code, {}, isRelaxed);
}

/** @returns {?Range} */
function rangeOf(person, { bands }) {
  if (person.rate) {
    const [amount, currency] = person.rate;
    return { low: amount, high: amount, isAbove: false, currency };
  }
  const band = bands[person.band];
  if (!band) return null;
  return { low: band.low ?? 0, high: band.up ?? Infinity, isAbove: true, currency: band.currency };
}

function proBono(person) {
  if (person.proBono === null) return found("not-stated", "pro-bono-not-stated");
  return found(person.proBono === "no" ? "no" : "yes", `pro-bono-${person.proBono}`);
}
