// Fields whose values are chosen: from a few words, by ticking, or by their name among hundreds.

import { element } from "../search/elements.js";
import { fill } from "../search/sentences.js";
import { Adder } from "./adding.js";
import { describedBy, framed, idOf, labelOf, listOf, offered } from "./frames.js";
import { nameOf } from "./paths.js";

/** Of more than these a list to open would be too long for a telephone. */
export const SHORT = 16;

/** One of several. */
export class Choice {
  #input;
  #listed;
  #usual;

  constructor(shared, node, path, label, more) {
    const { words } = shared;
    this.#listed = listOf(shared, node) ?? few(words, node);
    // What counts where nothing is said is shown as said.
    this.#usual = more.usual;
    const common = { id: nameOf(path), "aria-describedby": describedBy(path, more.note) };
    this.#input = this.#listed.length <= SHORT ? this.#select(common, words) : this.#line(common, node);
    const isSelect = this.#input.localName === "select";
    this.#input.addEventListener(isSelect ? "change" : "input", () => {
      const { value } = this.#input;
      const id = isSelect ? value : idOf(this.#listed, value);
      shared.say(path, id ?? value.trim());
      if (id && !isSelect) shared.redraw();
    });
    this.#input.addEventListener("change", () => shared.left(path));
    this.root = framed(path, label, { ...more, words }, this.#input);
  }

  #select(common, words) {
    const none = this.#usual ? [] : [element("option", { value: "" }, words.notStated)];
    return element("select", common, ...none, ...this.#listed.map(([value, name]) => element("option", { value }, name)));
  }

  #line(common, node) {
    return element("input", { ...common, type: "text", list: offered(node, this.#listed), autocomplete: "off" });
  }

  show(value) {
    const id = (typeof value === "string" && value) || this.#usual || "";
    if (this.#input.localName === "select") {
      this.#input.value = this.#listed.some(([each]) => each === id) ? id : "";
      return;
    }
    const { value: text } = this.#input;
    if ((idOf(this.#listed, text) ?? text.trim()) !== id) this.#input.value = id && labelOf(this.#listed, id);
  }
}

/** Yes and no, or a few numbers. */
function few(words, { type, least, most }) {
  if (type === "yes") return [["yes", words.yes], ["no", words.no]];
  return Array.from({ length: most - least + 1 }, (_, place) => [String(least + place), String(least + place)]);
}

/** Some of a few. */
export class Ticks {
  #boxes;

  constructor(shared, node, path, label, more) {
    const listed = listOf(shared, node.of);
    this.#boxes = new Map(listed.map(([id]) => [id, element("input", { type: "checkbox", value: id })]));
    const rows = listed.map(([id, name]) => element("label", { class: "tick" }, this.#boxes.get(id), element("span", {}, name)));
    for (const box of this.#boxes.values()) {
      box.addEventListener("change", () => {
        shared.say(path, [...this.#boxes].filter(([, each]) => each.checked).map(([id]) => id));
        shared.left(path);
      });
    }
    const inside = element("div", { class: "ticks" }, ...rows);
    this.root = framed(path, label, { ...more, isGroup: true, words: shared.words }, inside);
  }

  show(value) {
    const held = Array.isArray(value) ? value : [];
    for (const [id, box] of this.#boxes) box.checked = held.includes(id);
  }
}

/** Some of many: added by their name, and taken off again. */
export class Choices {
  #shared;
  #path;
  #listed;
  #adder;
  #held = [];
  #chips = element("ul", { class: "chips" });

  constructor(shared, node, path, label, more) {
    const { words } = shared;
    this.#shared = shared;
    this.#path = path;
    this.#listed = listOf(shared, node.of);
    const how = { id: nameOf(path), label, describedBy: describedBy(path, more.note) };
    this.#adder = new Adder(words, node.of, this.#listed, how, (id) => {
      if (!this.#held.includes(id)) this.#say([...this.#held, id]);
    });
    this.root = framed(path, label, { ...more, words }, this.#chips, this.#adder.root);
  }

  show(value) {
    this.#held = Array.isArray(value) ? value : [];
    this.#chips.replaceChildren(...this.#held.map((id, place) => this.#chip(labelOf(this.#listed, id), place)));
    this.#chips.hidden = !this.#held.length;
  }

  #chip(name, place) {
    const button = { type: "button", class: "quiet", "aria-label": fill(this.#shared.words.takeOff, { name }) };
    const off = element("button", button, name, element("span", { "aria-hidden": "true" }, " ×"));
    off.addEventListener("click", () => {
      this.#say(this.#held.filter((_, each) => each !== place));
      this.#adder.focus();
    });
    return element("li", {}, off);
  }

  #say(held) {
    this.#shared.say(this.#path, held);
    this.show(held);
    this.#shared.left(this.#path);
  }
}
