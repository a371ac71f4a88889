// Columns → people: reads what sitegen/inbrowser/people.py and columns.py write and explain.

import { readNumbers } from "../search/numbers.js";
import { personOf } from "./person.js";

/**
 * @param {object} raw  the columns as they were fetched
 * @returns {{of: number, people: {slug: string, person: object}[], said: (slug: string) =>
 *   import("./person.js").Said | null}} `of` take part, of whom `people` may be a sample
 */
export function readPeople({ of, slugs, columns }, rules) {
  const fields = Object.keys(columns);
  const rows = fields.map((field) => readColumn(columns[field]));
  return {
    of,
    people: slugs.map((slug, place) => ({ slug, person: personOf(saidAt(place), rules) })),
    said: (slug) => (slugs.includes(slug) ? saidAt(slugs.indexOf(slug)) : null),
  };

  function saidAt(place) {
    const said = {};
    fields.forEach((field, number) => {
      said[field] = rows[number][place];
    });
    return said;
  }
}

function readColumn({ values, once, counts, of }) {
  const numbers = readNumbers(of);
  let [place, next] = [0, 0];
  return readNumbers(counts).map((count) => {
    const found = numbers.slice(place, place + count);
    place += count;
    return found.map((number) => (number ? values[number - 1] : once[next++]));
  });
}
