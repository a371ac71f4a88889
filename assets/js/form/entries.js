// A list of groups, or of names with values: one can be added, and each taken off.

import { element } from "../search/elements.js";
import { fill, number } from "../search/sentences.js";
import { framed, labelOf, listOf } from "./frames.js";
import { isEmpty, nameOf } from "./paths.js";

/** The list; each entry is folded behind its number and its own name. */
export class Groups {
  #shared;
  #node;
  #path;
  #entries = [];
  #list = element("div", { class: "entries" });
  #held = [];
  #add;

  constructor(shared, node, path, label, more) {
    const { words } = shared;
    this.#shared = shared;
    this.#node = node;
    this.#path = path;
    const name = fill(words.named, { button: words.addOne, name: label });
    const button = { type: "button", class: "quiet", id: nameOf(path), "aria-label": name };
    this.#add = element("button", button, words.addOne);
    this.#add.addEventListener("click", () => this.#addOne());
    this.root = framed(path, label, { ...more, isGroup: true, words }, this.#list, this.#add);
  }

  show(value) {
    this.#held = Array.isArray(value) ? value : [];
    while (this.#entries.length > this.#held.length) this.#entries.pop().root.remove();
    while (this.#entries.length < this.#held.length) this.#append();
    this.#held.forEach((entry, place) => this.#entries[place].show(entry));
  }

  #append() {
    const place = this.#entries.length;
    const made = new Entry(this.#shared, this.#node.of, [...this.#path, place], (name) => this.#takeOff(place, name));
    this.#entries.push(made);
    this.#list.append(made.root);
  }

  #addOne() {
    const held = [...this.#held, {}];
    this.#shared.say(this.#path, held);
    this.show(held);
    this.#entries.at(-1).open();
  }

  #takeOff(place, name) {
    // What is shown of an entry follows it to its new place.
    const open = this.#entries.map(({ root }) => root.open).filter((_, each) => each !== place);
    this.#shared.takeOff(this.#path, place, name);
    this.#entries.forEach(({ root }, each) => {
      root.open = open[each];
    });
    this.#add.focus();
  }
}

class Entry {
  #shared;
  #place;
  #group;
  #heads;
  #off;
  #nameOf;
  #name = "";
  #isNew = true;

  constructor(shared, node, path, takeOff) {
    this.#shared = shared;
    this.#place = path.at(-1);
    this.#nameOf = naming(shared, node);
    this.#group = shared.control(node, path, "");
    const summary = element("summary", {}, element("span", {}));
    const legend = this.#group.root.querySelector("legend");
    // The fold says it already to those who see it.
    legend.classList.add("visually-hidden");
    this.#heads = [summary.firstChild, legend.querySelector(".asked")];
    this.#off = element("button", { type: "button", class: "quiet" }, shared.words.off);
    this.#off.addEventListener("click", () => takeOff(this.#name));
    this.#group.root.append(this.#off);
    this.root = element("details", { class: "piece" }, summary, this.#group.root);
  }

  open() {
    this.root.open = true;
    this.root.querySelector("fieldset").querySelector("input, select, textarea").focus();
  }

  show(value) {
    this.#group.show(value);
    // Of what is told already the name is enough at first.
    if (this.#isNew) this.root.open = isEmpty(value);
    this.#isNew = false;
    const { words } = this.#shared;
    const own = this.#nameOf(value);
    const n = number(words, this.#place + 1);
    this.#name = own ? fill(words.numbered, { n, name: own }) : fill(words.unnamed, { n });
    for (const head of this.#heads) head.textContent = this.#name;
    this.#off.setAttribute("aria-label", fill(words.takeOff, { name: this.#name }));
  }
}

/** What an entry is called: by the first field of a group, or by the names that have a value. */
function naming(shared, node) {
  if (node.type === "map") {
    const names = listOf(shared, node.keys);
    return (value = {}) => Object.keys(value).map((id) => labelOf(names, id)).join(" · ");
  }
  const [field, { is }] = Object.entries(shared.form.groups[node.of].fields)[0];
  const names = listOf(shared, is) ?? [];
  return (value) => (typeof value?.[field] === "string" ? labelOf(names, value[field]) : "");
}
