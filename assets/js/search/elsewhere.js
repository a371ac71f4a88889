// Who is found by a country without living there: the row says where somebody lives only.

import { element } from "./elements.js";
import { fill, list } from "./sentences.js";

/**
 * The countries asked for that each of some people lives or has worked in.
 *
 * @param {State} state
 * @param {number[]} docs
 * @param {Columns} columns  with that of the countries, where one is asked for
 * @returns {string[][]} values by place; none for assignments, whose rows name the country
 */
export function countriesOf({ show, filters }, docs, columns) {
  const asked = show === "people" ? [...(filters.get("country") ?? [])] : [];
  return docs.map((doc) => asked.filter((value) => columns.anyOf("country", [value]).has(doc)));
}

/** “Has worked in Kenya.”, or null for somebody who lives in one of the countries, or matches none. */
export function elsewhereLine(words, card, names) {
  const [home] = card.side;
  const isHome = (name) => home === name || home.endsWith(`, ${name}`);
  if (!names.length || names.some(isHome)) return null;
  return element("p", { class: "why" }, fill(words.hasWorked, { places: list(words, names) }));
}
