// The filters: built once, so that nothing is ever taken away under a pointer or from the focus.

import { fill } from "./search-query.js";
import { element } from "./search-results.js";

// As many values stand open; the rest are behind one more step.
const OPEN_VALUES = 8;

/**
 * Fill `root` with one group of checkboxes for each facet.
 *
 * `says` has `more` and `lang`; `onChange(key, values)` is told all ticked values of a group.
 * Returns `update(counts, filters)`.
 */
export function createFilters(root, facets, totals, says, onChange) {
  const number = new Intl.NumberFormat(says.lang);
  const boxes = [];
  for (const [key, facet] of Object.entries(facets)) {
    if (!Object.keys(facet.values).length) continue;
    const labels = new Map();
    for (const [value, label] of Object.entries(facet.values)) {
      const input = element("input", { type: "checkbox", name: key, value });
      const count = element("span", { class: "n" });
      labels.set(value, element("label", {}, element("span", {}, input, ` ${label}`), count));
      boxes.push({ key, value, input, count });
    }
    root.append(group(facet.label, labels, totals.get(key), says, number));
  }
  root.addEventListener("change", ({ target }) => {
    const group = boxes.filter(({ key }) => key === target.name);
    onChange(target.name, group.filter(({ input }) => input.checked).map(({ value }) => value));
  });
  return (counts, filters) => {
    for (const { key, value, input, count } of boxes) {
      const found = counts.get(key).get(value) ?? 0;
      input.checked = filters.get(key).has(value);
      input.disabled = !found && !input.checked && input !== document.activeElement;
      count.textContent = number.format(found);
      if (input.checked) input.closest("details")?.setAttribute("open", "");
    }
  };
}

/** The commonest values open, the rest folded away, each part in the order of the facet. */
function group(legend, labels, totals, says, number) {
  const values = [...labels.keys()];
  const commonest = [...values].sort((a, b) => (totals.get(b) ?? 0) - (totals.get(a) ?? 0));
  const open = new Set(commonest.slice(0, OPEN_VALUES));
  const shown = element("fieldset", {}, element("legend", {}, legend));
  shown.append(...values.filter((value) => open.has(value)).map((value) => labels.get(value)));
  const rest = values.filter((value) => !open.has(value)).map((value) => labels.get(value));
  if (rest.length) {
    const more = fill(says.more, { count: number.format(rest.length) });
    shown.append(element("details", {}, element("summary", {}, more), ...rest));
  }
  return shown;
}
