// Why a row is here, for the rows that come into sight: the texts of the others need not be fetched.

import { whyLine } from "./results.js";

// A little before they are seen, so that nothing moves under the eyes.
const AHEAD = "30%";

/** The lines of one outcome after another. */
export class Whys {
  #words;
  #observer;

  constructor(words) {
    this.#words = words;
  }

  /**
   * Take the place of the outcome before.
   *
   * @param {Element[]} rows  those that show no match
   * @param {(places: number[]) => Promise<object[]>} ask  why, for rows by their place in `rows`
   */
  show(rows, ask) {
    this.#observer?.disconnect();
    const observer = new IntersectionObserver(async (entries) => {
      const seen = entries.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => target);
      for (const row of seen) observer.unobserve(row);
      // The rows are there: what explains them further may fail without a word.
      const told = await ask(seen.map((row) => rows.indexOf(row))).catch(() => []);
      told.forEach((why, n) => seen[n].querySelector(".tags").after(whyLine(this.#words, why)));
    }, { rootMargin: AHEAD });
    for (const row of rows) observer.observe(row);
    this.#observer = observer;
  }
}
