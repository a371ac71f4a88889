// A box over a long group that leaves the values whose names hold what is typed.

import { fold } from "../fold.js";
import { element } from "./elements.js";

/** From as many values on a group gets a box. */
const LONG = 13;

/** @param {HTMLDetailsElement} group  with the label of the box in its data */
export function addNarrowing(group, root) {
  const items = [...group.querySelectorAll("li")];
  const { find } = group.dataset;
  if (!find || items.length < LONG) return;
  const field = element("input", { type: "search", autocomplete: "off", spellcheck: "false" });
  const nothing = root.querySelector("[data-of-nothing]").cloneNode(true);
  const box = element("p", { class: "field find" }, element("label", {}, `${find} `, field));
  (group.querySelector("[data-note]") ?? group.querySelector("summary")).after(box, nothing);
  field.addEventListener("input", () => {
    narrow(group, items, fold(field.value.trim()));
    nothing.hidden = items.some((item) => !item.hidden);
  });
}

function narrow(group, items, wanted) {
  for (const item of items) {
    const isKept = item.querySelector("input")?.checked || !wanted;
    item.hidden = !isKept && !fold(nameOf(item)).includes(wanted);
  }
  for (const part of group.querySelectorAll(".part")) {
    const shown = part.querySelector("li:not([hidden])");
    part.hidden = !shown;
    part.open = Boolean(wanted && shown) || Boolean(part.querySelector(":checked"));
  }
}

function nameOf(item) {
  return item.querySelector("label > span, a").textContent;
}
