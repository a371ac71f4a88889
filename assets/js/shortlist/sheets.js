// What a panel fills in by hand: scores with reasons, and who decided.

import { element } from "../search/elements.js";
import { fill } from "../search/sentences.js";
import { parts } from "./paper.js";

const OWN_CRITERIA = 5;
const MEMBERS = 4;

/** Criteria by people, with nothing in the columns of the people. */
export function scores(people, assignment, words) {
  const stated = assignment?.criteria ?? [];
  const criteria = stated.length ? stated : Array.from({ length: OWN_CRITERIA }, () => ["", null]);
  const tables = parts(people).map(({ part, label }) => {
    const caption = fill(words.sheetPart, label);
    return element(
      "div",
      { class: "scores-part" },
      ...(part.length < people.length ? [element("h3", {}, caption)] : []),
      scoreTable(part, criteria, caption, words),
    );
  });
  return [
    element("h2", {}, words.sheetScores),
    ...(stated.length ? [] : [element("p", { class: "small" }, words.sheetOwn)]),
    ...tables,
  ];
}

function scoreTable(people, criteria, caption, words) {
  const column = (text) => element("th", { scope: "col" }, element("bdi", {}, text));
  const row = (label, weight, attributes = {}) =>
    element(
      "tr",
      attributes,
      element("th", { scope: "row", dir: "auto" }, label),
      element("td", {}, weight),
      ...people.map(() => element("td", {})),
    );
  const heads = [words.sheetCriterion, words.sheetWeight, ...people.map(({ name }) => name)];
  return element(
    "table",
    { class: "scores" },
    element("caption", {}, caption),
    element(
      "colgroup",
      {},
      element("col", {}),
      element("col", { class: "weight" }),
      ...people.map(() => element("col", {})),
    ),
    element("thead", {}, element("tr", {}, ...heads.map(column))),
    element(
      "tbody",
      {},
      ...criteria.map(([text, weight]) => row(text, weight === null ? "" : String(weight))),
      row(words.sheetTotal, ""),
      row(words.sheetReasons, "", { class: "reasons" }),
    ),
  );
}

/** Empty lines for the members of the panel, and room for the decision. */
export function panel(words) {
  const heads = [words.sheetMember, words.sheetTies, words.sheetSignature, words.sheetDate];
  const empty = () => element("tr", {}, ...heads.map(() => element("td", {})));
  return [
    element("h2", {}, words.sheetPanel),
    element(
      "table",
      { class: "panel" },
      element("caption", {}, words.sheetPanel),
      element("thead", {}, element("tr", {}, ...heads.map((text) => element("th", { scope: "col" }, text)))),
      element("tbody", {}, ...Array.from({ length: MEMBERS }, empty)),
    ),
    element("h2", {}, words.sheetDecision),
    element("div", { class: "blank" }),
  ];
}
