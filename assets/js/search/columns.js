// Columns of facets → sets of documents. The mirror of sitegen/search/columns.py, which says the form.

import { Bits } from "./bits.js";
import { readNumbers } from "./numbers.js";

const DAY = 86_400_000;

/** @typedef {{people: number, dormant: number, assignments: number}} Ranges  how many of each, in order */

/** The columns that were fetched so far. */
export class Columns {
  #load;
  #columns = new Map();
  #byFacet = new Map();
  #kinds;

  /**
   * @param {Ranges} ranges
   * @param {(name: string) => Promise<object>} load  the raw column; rejects with what went wrong
   */
  constructor(ranges, load) {
    const people = ranges.people + ranges.dormant;
    this.size = people + ranges.assignments;
    this.#load = load;
    this.#kinds = {
      people: Bits.range(this.size, 0, people),
      assignments: Bits.range(this.size, people, this.size),
    };
  }

  /** Fetch what is not here yet of these columns; one that failed is fetched again the next time. */
  async fetch(names) {
    await Promise.all([...new Set(names)].map((name) => this.#fetch(name)));
  }

  async #fetch(name) {
    if (this.#columns.has(name)) return;
    const raw = await this.#load(name);
    if (this.#columns.has(name)) return;
    const column = raw.values ? new ValueColumn(raw, this.size) : new NumberColumn(raw, this.size);
    this.#columns.set(name, column);
    const { facet } = column;
    if (facet) this.#byFacet.set(facet, [...(this.#byFacet.get(facet) ?? []), column]);
  }

  /** All documents of a kind. @param {"people"|"assignments"} kind */
  kind(kind) {
    return this.#kinds[kind];
  }

  /** A column that was fetched. Throws for one that was not: nothing may be counted without it. */
  get(name) {
    const column = this.#columns.get(name);
    if (!column) throw new RangeError(`the column ${name} was not fetched`);
    return column;
  }

  /** Whether a facet says nothing about assignments. */
  isOfPeople(facet) {
    return this.#byFacet.get(facet)?.[0].isOfPeople ?? false;
  }

  /** Documents with one of the values; a value of no fetched column has none. */
  anyOf(facet, values, least) {
    const found = new Bits(this.size);
    for (const column of this.#byFacet.get(facet) ?? []) {
      for (const value of values) if (column.has(value)) found.or(column.bits(value, least));
    }
    return found;
  }
}

/** The values of one column; their sets are made when they are asked for. */
class ValueColumn {
  #raw;
  #size;
  #made = new Map();

  constructor(raw, size) {
    this.#raw = raw;
    this.#size = size;
    this.facet = raw.facet;
    this.isOfPeople = Boolean(raw.people);
  }

  values() {
    return Object.keys(this.#raw.values);
  }

  has(value) {
    return Object.hasOwn(this.#raw.values, value);
  }

  /** Who has a value, where `least` names a level at that or a higher one. */
  bits(value, least) {
    const { levels, whole } = this.#raw;
    const place = levels && least ? levels.indexOf(String(least)) + 1 : 0;
    const key = `${place} ${value}`;
    if (!this.#made.has(key)) {
      const bits = this.#make(value, place);
      if (whole && whole !== value && this.has(whole)) bits.or(this.bits(whole));
      this.#made.set(key, bits);
    }
    return this.#made.get(key);
  }

  #make(value, place) {
    const held = this.#raw.values[value];
    const [documents, levels] = this.#raw.levels ? held : [held, ""];
    const bits = new Bits(this.#size);
    const gaps = readNumbers(documents);
    for (let index = 0, number = 0; index < gaps.length; index++) {
      number += gaps[index];
      if (!place || Number(levels[index]) >= place) bits.add(number);
    }
    return bits;
  }
}

/** Numbers by document; a day is told as one of the calendar. */
class NumberColumn {
  #raw;
  #size;

  constructor(raw, size) {
    this.#raw = raw;
    this.#size = size;
  }

  /** The number of each document, -1 where nothing is said. @param {string} name */
  numbers(name) {
    return this.#raw[name];
  }

  /** Who is free on a day. @param {string} date  YYYY-MM-DD */
  freeBy(date) {
    const day = Math.round((Date.parse(date) - Date.parse(this.#raw.since)) / DAY);
    const { from, until } = this.#raw;
    // Whoever is free from today on was so yesterday, as far as we know.
    const reached = Math.max(day, 0);
    return this.#where((i) => from[i] >= 0 && from[i] <= reached && (until[i] < 0 || until[i] >= day));
  }

  /** Who gives so many days a month or more. */
  daysAtLeast(days) {
    return this.#where((i) => this.#raw.days[i] >= days);
  }

  #where(isMeant) {
    const bits = new Bits(this.#size);
    for (let number = 0; number < this.#size; number++) if (isMeant(number)) bits.add(number);
    return bits;
  }
}
