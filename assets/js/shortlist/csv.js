// People → a table that spreadsheets open. Nothing here touches the page.

import { plain, skillItems } from "./comparison.js";
import { fill } from "../search/sentences.js";

/** Without it, spreadsheets take the file for one in an old encoding of theirs. */
const MARK = "\ufeff";

/**
 * A cell that begins like a formula is run when somebody opens the file. What stands before the
 * sign does not save anybody (blanks, quotes, marks that cannot be seen), and a program that splits
 * at other separators than ours sees a beginning behind each of them.
 */
const FORMULA = /(^|[;,|\t\r\n"'“”])((?:[^\S\t\r\n]|\p{Cf})*)(?=[=+\-@＝＋－＠﹢﹣﹦﹫])/gu;

/** The text of a cell with an apostrophe before what would be a formula; whole, and quoted. */
export function csvCell(text) {
  const safe = text.replace(FORMULA, "$1'$2").replace(/^(?=[\t\r])/, "'");
  return `"${safe.replaceAll('"', '""')}"`;
}

/**
 * The whole file: a heading, then one row for each person.
 *
 * @param {import("./records.js").Person[]} people
 * @param {{key: string, label: string, isSkills: boolean}[]} lines
 * @param {object} words  with the labels of the other columns
 */
export function csv(people, lines, words) {
  const labels = lines.map(({ label }) => label);
  const head = [words.name, words.native, words.headline, words.notice, ...labels, words.address];
  const rows = people.map((person) => [
    person.name,
    person.native,
    person.headline,
    person.notice,
    ...lines.map((line) => joined(itemsOf(person, line), words)),
    person.address,
  ]);
  return MARK + [head, ...rows].map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
}

function itemsOf(person, { key, isSkills }) {
  return isSkills ? skillItems(person.skills) : plain(person.lines[key]);
}

/** Items below each other. An empty cell stays empty: "not stated" is for people to read. */
function joined(items, words) {
  const texts = items.map(({ text, details, quote }) => {
    const more = details.length ? ` (${details.join("; ")})` : "";
    const said = quote ? ` ${fill(words.quoted, { text: quote })}` : "";
    return text + more + said;
  });
  return texts.join("\n");
}
