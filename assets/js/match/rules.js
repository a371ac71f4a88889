// The table of rules that sitegen/inbrowser/rules.py exports and explains, ready to be asked.

import { dayOf } from "./dates.js";

export class Rules {
  #raw;
  #countries;
  #rates;

  /** @param {object} raw  the table as it was fetched */
  constructor(raw) {
    this.#raw = raw;
    this.#countries = new Map(Object.entries(raw.regions).map(([id, codes]) => [id, new Set(codes)]));
    this.#rates = raw.currencies && wholeRates(raw.currencies);
    this.today = dayOf(raw.today);
    const { months, weights, limits, credit, evidence, said, cefr, kinds, bands } = raw;
    Object.assign(this, { months, weights, limits, credit, said, cefr, kinds, bands });
    const [numbers, praise, german] = [evidence.numbers, evidence.praise, evidence.german].map((words) => new Set(words));
    this.evidence = { ...evidence, numbers, praise, german };
  }

  knowsSkill(skill) {
    return Object.hasOwn(this.#raw.rarity, skill);
  }

  /** What a need weighs, in thousandths. */
  weight(skill, level) {
    return this.credit.whole + this.credit.rarer * Number(this.#raw.rarity[skill][level - 1]);
  }

  /** The skills one step away. @returns {string[]} */
  close(skill) {
    return this.#raw.close[skill] ?? [];
  }

  /** The skills that a passage shows once it is completed. @returns {string[]} */
  shows(passage) {
    return this.#raw.shows[passage] ?? [];
  }

  /** The sector and, where it has one, its parent. */
  withParent(sector) {
    const parent = this.#raw.parents[sector];
    return parent ? [sector, parent] : [sector];
  }

  /** Whether a country lies in a region, or is the same country. */
  isWithin(country, area) {
    return this.#countries.get(area)?.has(country) ?? country === area;
  }

  /**
   * What an amount is multiplied by, and divided by, to change its currency; null where nobody has
   * said how.
   *
   * @returns {{times: bigint, by: bigint} | null}
   */
  exchange(source, target) {
    if (source === target || target === null) return { times: 1n, by: 1n };
    const [times, by] = [this.#rates?.get(target), this.#rates?.get(source)];
    return times && by ? { times, by } : null;
  }
}

/** Decimals as whole numbers of the smallest step that any of them has: nothing is rounded. */
function wholeRates(rates) {
  const parts = Object.entries(rates).map(([currency, text]) => [currency, ...text.split("."), ""]);
  const places = Math.max(...parts.map(([, , fraction]) => fraction.length));
  return new Map(
    parts.map(([currency, whole, fraction]) => [currency, BigInt(whole + fraction.padEnd(places, "0"))]),
  );
}
