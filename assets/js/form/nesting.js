// Fields that hold others: a group, and pairs of a name and a value.

import { element } from "../search/elements.js";
import { Adder } from "./adding.js";
import { SHORT } from "./choosing.js";
import { asked, framed, labelOf, listOf } from "./frames.js";
import { isEmpty, nameOf } from "./paths.js";

/** A group with more fields that may stay empty folds them away. */
const OPEN = 4;
/** Of one in which nothing must be said, so many are shown all the same. */
const FIRST = 3;

/** A group: each of its fields. */
export class Group {
  #parts;
  #fold = null;
  #folded;
  #marks = [];

  constructor(shared, node, path, label, more) {
    const fields = Object.entries(shared.form.groups[node.of].fields);
    this.#parts = new Map(fields.map(([name, field]) => {
      const { label: asks, more: how } = asked(field);
      return [name, shared.control(field.is, [...path, name], asks, how)];
    }));
    this.#folded = more.isUnfolded ? [] : foldedOf(fields);
    const roots = [...this.#parts].filter(([name]) => !this.#folded.includes(name)).map(([, { root }]) => root);
    if (this.#folded.length) {
      const inside = this.#folded.map((name) => this.#parts.get(name).root);
      this.#fold = element("details", { class: "fold" }, element("summary", {}, shared.words.moreFields), ...inside);
      roots.push(this.#fold);
    }
    // Of a group that may be left out nothing is needed before something of it is said.
    if (more.isOptional) this.#marks = roots.flatMap((root) => [...root.querySelectorAll(".needed")]);
    this.root = framed(path, label, { ...more, isGroup: true, words: shared.words }, ...roots);
  }

  show(value) {
    const group = typeof value === "string" ? { name: value } : value;
    for (const mark of this.#marks) mark.hidden = isEmpty(group);
    for (const [name, part] of this.#parts) part.show(group?.[name], group);
    if (this.#folded.some((name) => !isEmpty(group?.[name]))) this.#fold.open = true;
  }
}

/** The names of the fields that are folded away. */
function foldedOf(fields) {
  const mayBeEmpty = fields.filter(([, { required }]) => !required).map(([name]) => name);
  if (mayBeEmpty.length <= OPEN) return [];
  return mayBeEmpty.length === fields.length ? mayBeEmpty.slice(FIRST) : mayBeEmpty;
}

/** Names, each with a value: languages with their level, worlds of work with the years. */
export class Pairs {
  #shared;
  #path;
  #node;
  #rows = new Map();
  #list = element("div", { class: "pairs" });
  #names;

  constructor(shared, node, path, label, more) {
    this.#shared = shared;
    this.#path = path;
    this.#node = node;
    this.#names = listOf(shared, node.keys);
    const isShort = this.#names.length <= SHORT;
    const inside = isShort ? [this.#list] : [this.#list, this.#oneMore()];
    this.root = framed(path, label, { ...more, isGroup: true, words: shared.words }, ...inside);
    if (isShort) for (const [name] of this.#names) this.#append(name);
  }

  show(value) {
    const held = value && !Array.isArray(value) && typeof value === "object" ? value : {};
    for (const name of Object.keys(held)) if (!this.#rows.has(name)) this.#append(name);
    for (const [name, row] of this.#rows) row.show(held[name]);
  }

  #append(name) {
    const row = this.#shared.control(this.#node.of, [...this.#path, name], labelOf(this.#names, name));
    this.#rows.set(name, row);
    this.#list.append(row.root);
  }

  #oneMore() {
    const { words } = this.#shared;
    const id = `${nameOf(this.#path)}.more`;
    const adder = new Adder(words, this.#node.keys, this.#names, { id, label: words.oneMore }, (name) => {
      if (!this.#rows.has(name)) this.#append(name);
      this.#rows.get(name).root.querySelector("input, select").focus();
    });
    return element("div", { class: "one-more" }, element("label", { for: id }, words.oneMore), adder.root);
  }
}
