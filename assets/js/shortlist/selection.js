// The selection file: one HTML document for an institution's records, whole in itself.
//
// It is built in a document without a window, and out of it: there nothing is loaded, nothing runs,
// and neither the style nor the policy of the file means the page that makes it.

import { element } from "../search/elements.js";
import { fill } from "../search/sentences.js";
import { comparisonRows } from "./comparison.js";
import { POLICY, STYLE, parts } from "./paper.js";
import { panel, scores } from "./sheets.js";
import { comparisonTable } from "./table.js";

/**
 * @param {object} what
 * @param {import("./records.js").Person[]} what.people
 * @param {import("./records.js").Assignment|null} what.assignment
 * @param {{key: string, label: string, isSkills: boolean}[]} what.lines
 * @param {string[]} what.found  what they were found with, one line for each
 * @param {string} what.note     what the reader adds to that
 * @param {string} what.made     the day of saving, in words
 * @param {{name: string, address: string}} what.site
 * @param {object} words
 * @returns {string} the file
 */
export function selectionFile(what, words) {
  const { assignment } = what;
  const title = assignment ? fill(words.sheetTitle, { title: assignment.title }) : words.sheetPlain;
  const root = document.implementation.createHTMLDocument().documentElement;
  root.remove();
  root.lang = words.lang;
  root.dir = document.documentElement.dir;
  root.firstChild.replaceChildren(...head(title));
  root.lastChild.replaceChildren(
    element("h1", {}, element("bdi", {}, title)),
    about(what, words),
    ...(assignment ? asks(assignment, words) : []),
    ...sideBySide(what, words),
    ...scores(what.people, assignment, words),
    ...panel(words),
    element("p", { class: "small" }, fill(words.sheetFrom, { site: what.site.name, address: what.site.address })),
  );
  return `<!doctype html>\n${root.outerHTML}\n`;
}

function head(title) {
  return [
    element("meta", { charset: "utf-8" }),
    element("meta", { "http-equiv": "Content-Security-Policy", content: POLICY }),
    element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    element("meta", { name: "robots", content: "noindex" }),
    element("meta", { name: "referrer", content: "no-referrer" }),
    element("title", {}, title),
    element("style", {}, STYLE),
  ];
}

function about({ assignment, found, note, made, site }, words) {
  const facts = [
    [words.sheetAssignment, assignment && outward(assignment.address, assignment.title)],
    [words.sheetClient, assignment?.client],
    [words.sheetSite, outward(site.address, site.name)],
    [words.sheetContent, fill(words.sheetState, { day: words.day, commit: words.commit })],
    [words.sheetMade, made],
    [words.sheetFound, found.length ? found.join("\n") : words.notStated],
    [words.sheetNote, note],
  ];
  return list(facts.filter(([, text]) => text));
}

function asks({ facts, required, desirable, deliverables, decided }, words) {
  const needs = (listed) => listed.map(({ label, level }) => `${label}: ${level}`).join("\n");
  const asked = [
    [words.sheetRequired, needs(required)],
    [words.sheetDesirable, needs(desirable)],
    [words.sheetDeliverables, deliverables.join("\n")],
    ...facts,
  ];
  return [
    element("h2", {}, words.sheetAsks),
    list(asked.filter(([, text]) => text)),
    ...(decided ? [element("p", {}, decided)] : []),
  ];
}

function sideBySide({ people, assignment, lines }, words) {
  const need = (form) => ({ id, label, level }) => ({ id, label, note: fill(form, { level }) });
  const asked = [
    ...(assignment?.required ?? []).map(need(words.asked)),
    ...(assignment?.desirable ?? []).map(need(words.useful)),
  ];
  const named = ({ name, native, address, notice }) => [
    outward(address, name),
    ...(native ? [" ", element("bdi", {}, native)] : []),
    ...(notice ? [element("p", {}, notice)] : []),
  ];
  const tables = parts(people).map(({ part, label }) => {
    const rows = comparisonRows(part, lines, { asked, others: words.otherSkills });
    const caption = fill(words.sheetPart, label);
    const table = comparisonTable(part, rows, { words, caption, named });
    return [...(part.length < people.length ? [element("h3", {}, caption)] : []), table];
  });
  return [
    element("h2", {}, words.sheetPeople),
    element("p", { class: "small" }, words.sheetOrder),
    ...tables.flat(),
  ];
}

/** A link that leads somewhere else than into this file. */
function outward(address, text) {
  return element("a", { href: address, rel: "noreferrer" }, element("bdi", {}, text));
}

function list(facts) {
  const rows = facts.map(([label, text]) => {
    return element("div", {}, element("dt", {}, label), element("dd", { dir: "auto" }, text));
  });
  return element("dl", {}, ...rows);
}
