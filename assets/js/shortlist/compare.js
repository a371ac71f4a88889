// Side by side: who is ticked, and the table of those.

import { element } from "../search/elements.js";
import { comparisonRows } from "./comparison.js";
import { comparisonTable } from "./table.js";
import { part } from "./parts.js";

const MOST = 4;

/** The comparison on the page. Up to four people; the first four until somebody ticks otherwise. */
export class Comparison {
  #words;
  #lines;
  #people = [];
  #unticked = new Set();
  #known = new Set();

  constructor(words, lines) {
    this.#words = words;
    this.#lines = lines;
    part("only").addEventListener("change", () => this.show());
  }

  /** The people who are on the list now; who comes new is ticked while there is room. */
  choose(people) {
    this.#people = people;
    for (const { slug } of people) {
      if (!this.#known.has(slug) && this.isFull) this.#unticked.add(slug);
      this.#known.add(slug);
    }
  }

  /** Whether somebody is compared. */
  has(slug) {
    return this.#known.has(slug) && !this.#unticked.has(slug);
  }

  /** Whether four are compared already. */
  get isFull() {
    return this.#ticked().length >= MOST;
  }

  /** Compare somebody, or not. */
  tick(slug, isTicked) {
    if (isTicked) this.#unticked.delete(slug);
    else this.#unticked.add(slug);
  }

  #ticked() {
    return this.#people.filter(({ slug }) => this.has(slug));
  }

  /** Draw the table anew. */
  show() {
    const people = this.#ticked();
    part("compare").hidden = !people.length;
    part("only-line").hidden = people.length < 2;
    const all = comparisonRows(people, this.#lines, { asked: [], others: this.#words.otherSkills });
    const onlyDifferent = part("only").checked && people.length > 1;
    const rows = onlyDifferent ? all.filter(({ differs }) => differs) : all;
    const table = comparisonTable(people, rows, {
      words: this.#words,
      caption: this.#words.comparison,
      named: ({ url, name }) => [element("a", { href: url }, element("bdi", {}, name))],
    });
    table.style.setProperty("--people", people.length);
    part("table").replaceChildren(rows.length ? table : this.#words.alike);
  }
}
