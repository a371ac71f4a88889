// The filters in use, each with the way to remove it, and in words.

import { element } from "./elements.js";
import { fill, list } from "./sentences.js";
import { filtersInUse, withoutFilters } from "./state.js";

/**
 * A list item for each filter, and one to clear them all.
 *
 * @param {Words} words
 * @param {State} state
 * @param {(group: string, value: string) => {group: string, value: string, told?: string}} named
 *   what a filter and its value are called; `told` instead of the group where people are shown
 * @param {(state: State) => string} address
 */
export function chips(words, state, named, address) {
  const used = filtersInUse(state);
  const items = used.map(({ group, value, without }) => {
    const { told, ...called } = named(group, value);
    if (told && state.show === "people") called.group = told;
    return chip(words, called, address(without));
  });
  if (used.length) {
    const label = state.q ? words.clearAndKeep : words.clear;
    const href = address(withoutFilters(state));
    items.push(element("li", {}, element("a", { href, class: "clear", "data-key": "clear" }, label)));
  }
  return items;
}

/**
 * The filters in words, group by group: “Kenya or Peru (lives or has worked
 * there)”. What leaves nothing out is not said.
 *
 * @param {Words} words
 * @param {State} state
 * @param {Filters} filters
 */
export function filterNames(words, state, { named, narrows }) {
  const groups = new Map();
  for (const { group, value } of filtersInUse(state)) {
    if (!narrows(state, group)) continue;
    groups.set(group, [...(groups.get(group) ?? []), named(group, value)]);
  }
  return [...groups.values()].map((used) => {
    const filters = list(words, used.map(({ value }) => value), "disjunction");
    const isTold = used[0].told && state.show === "people";
    return isTold ? fill(words.filteredThere, { filters }) : filters;
  });
}

function chip(words, { group, value }, href) {
  const said = fill(words.removeFilter, { group, value });
  const cross = element("span", { "aria-hidden": "true", class: "cross" }, "×");
  const link = element("a", { href, "data-key": said, "aria-label": said, class: "chip" });
  link.append(element("span", { class: "of" }, `${group}: `), value, " ", cross);
  return element("li", {}, link);
}
