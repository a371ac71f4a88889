// Rows of a comparison → a table with people as columns.

import { element } from "../search/elements.js";
import { fill } from "../search/sentences.js";

/**
 * @param {import("./records.js").Person[]} people
 * @param {import("./comparison.js").Row[]} rows
 * @param {object} shown
 * @param {object} shown.words
 * @param {string} shown.caption
 * @param {(person: object) => (Node|string)[]} shown.named  what stands at the head of a column
 * @returns {HTMLTableElement}
 */
export function comparisonTable(people, rows, { words, caption, named }) {
  const heads = people.map((person) =>
    element("th", { scope: "col" }, ...named(person), element("p", { dir: "auto" }, person.headline)),
  );
  const columns = [null, ...people].map(() => element("col", {}));
  return element(
    "table",
    { class: "comparison" },
    element("caption", { class: "visually-hidden" }, caption),
    element("colgroup", {}, ...columns),
    element("thead", {}, element("tr", {}, element("td", {}), ...heads)),
    element("tbody", {}, ...rows.map((row) => tableRow(row, words, people.length > 1))),
  );
}

function tableRow({ label, note, cells, differs }, words, isMany) {
  const head = element("th", { scope: "row" }, label);
  if (note) head.append(" ", element("span", { class: "asked" }, note));
  if (differs && isMany) head.append(" ", element("span", { class: "differs" }, words.differs));
  const filled = cells.map((items) => element("td", {}, cell(items, words)));
  return element("tr", { "data-differs": differs && isMany ? "" : null }, head, ...filled);
}

function cell(items, words) {
  if (!items.length) return element("span", { class: "absent" }, words.notStated);
  return element("ul", { class: "items" }, ...items.map((item) => line(item, words)));
}

function line({ text, details, quote }, words) {
  const shown = element("li", {}, element("bdi", {}, text));
  for (const detail of details) shown.append(" ", part("detail", detail));
  if (quote) shown.append(" ", part("detail quote", fill(words.quoted, { text: quote })));
  return shown;
}

function part(name, text) {
  return element("span", { class: name, dir: "auto" }, text);
}
