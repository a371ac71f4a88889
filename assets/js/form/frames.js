// What stands around each control: its label, its note, what is wrong; and what it can choose from.

import { fold } from "../fold.js";
import { element } from "../search/elements.js";
import { nameOf } from "./paths.js";

const LISTS = new Map();

/**
 * @typedef {object} Control
 * @property {HTMLElement} root
 * @property {(value: any, group?: object) => void} show   what the draft holds, and what it stands in
 *
 * @typedef {object} Shared
 * @property {object} form                     form.json
 * @property {import("../search/sentences.js").Words} words
 * @property {Map<string, object>} families    of each skill, from families.json
 * @property {Record<string, string>} skills   label by id
 * @property {(path: (string|number)[], value: any) => void} say    somebody said this
 * @property {(path: (string|number)[]) => void} left               and went on
 * @property {() => void} redraw
 * @property {(path: (string|number)[], place: number, name: string) => void} takeOff  an entry
 * @property {(node: object, path: (string|number)[], label: string, more?: object) => Control} control
 */

/** The list that values are looked up in, as [id, label]; null where there is none. */
export function listOf({ form, skills }, node) {
  if (node.type === "word") return named(form, node.words);
  if (node.type === "language") return Object.entries(form.languages);
  if (node.type === "area") {
    const { region, country } = form.lists;
    return [...named(form, node.words ?? []), ...Object.entries(region.names), ...Object.entries(country.names)];
  }
  if (node.type !== "id" && node.type !== "code") return null;
  if (node.of === "skill") return Object.entries(skills);
  if (node.of === "timezone") return Object.keys(form.lists.timezone.names).map((zone) => [zone, zone]);
  return Object.entries(form.lists[node.of].names).filter(([, name]) => name);
}

/** Words with their names; one without is not offered. */
function named(form, words) {
  return words.filter((word) => word in form.words).map((word) => [word, form.words[word]]);
}

/** The name of what has this id, or the id itself where it is in no list. */
export function labelOf(listed, id) {
  return listed.find(([each]) => each === id)?.[1] ?? id;
}

/** The id of what is called so, however it is written; undefined where nothing is. */
export function idOf(listed, text) {
  const wanted = fold(text.trim());
  return listed.find(([id, label]) => fold(label) === wanted || fold(id) === wanted)?.[0];
}

/** What is asked, with its note and whether it must be answered. */
export function asked({ asks, says, note, required, unfolded, default: usual }) {
  const more = { note, isRequired: required, isOptional: !required, isUnfolded: unfolded, usual };
  return { label: asks ?? says, more };
}

/** The words around a control: its label, what is wrong, and what it holds. */
export function framed(path, label, { note = "", isGroup = false, isRequired = false, words }, ...inside) {
  const id = nameOf(path);
  const mark = isRequired ? element("span", { class: "small needed" }, ` ${words.required}`) : "";
  const text = element("span", { class: "asked" }, label);
  const head = isGroup
    ? element("legend", {}, text, mark)
    : element("label", { for: id }, text, mark);
  const wrong = element("p", { class: "wrong", id: `${id}-wrong`, hidden: "" });
  const said = note ? element("p", { class: "small", id: `${id}-note` }, note) : "";
  const about = isGroup ? { "aria-describedby": describedBy(path, note) } : {};
  return element(isGroup ? "fieldset" : "div", { class: "field", "data-path": id, ...about }, head, said, ...inside, wrong);
}

/** What describes an input: its note and what is wrong. */
export function describedBy(path, note) {
  const id = nameOf(path);
  return [note ? `${id}-note` : "", `${id}-wrong`].filter(Boolean).join(" ");
}

/** The list that a browser offers while a name is typed; one for all fields that share it. */
export function offered(node, listed) {
  const id = `list-${node.type}-${node.of ?? ""}${node.words ? "-more" : ""}`;
  if (!LISTS.has(id)) {
    LISTS.set(id, element("datalist", { id }, ...listed.map(([, label]) => element("option", { value: label }))));
    document.body.append(LISTS.get(id));
  }
  return id;
}
