// Choosing one more of a long list by its name.

import { element } from "../search/elements.js";
import { fill } from "../search/sentences.js";
import { idOf, offered } from "./frames.js";
import { sentence } from "./told.js";

/** A field to type a name in, which is no part of the draft, and a button beside it. */
export class Adder {
  #input;
  #listed;
  #words;
  #added;
  #unknown = element("p", { class: "wrong", role: "status" });

  /**
   * @param {import("../search/sentences.js").Words} words
   * @param {object} node  what is looked up
   * @param {[string, string][]} listed
   * @param {{id: string, label: string, describedBy: string}} how
   * @param {(id: string) => void} added
   */
  constructor(words, node, listed, { id, label, describedBy }, added) {
    this.#words = words;
    this.#listed = listed;
    this.#added = added;
    const list = offered(node, listed);
    this.#input = element("input", { id, type: "text", list, autocomplete: "off", "aria-describedby": describedBy });
    const name = fill(words.named, { button: words.add, name: label });
    const button = element("button", { type: "button", class: "quiet", "aria-label": name }, words.add);
    button.addEventListener("click", () => this.#add());
    this.#input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      this.#add();
    });
    // What was typed and not added is meant all the same.
    this.#input.addEventListener("change", () => this.#add());
    this.root = element("div", {}, element("div", { class: "adding" }, this.#input, button), this.#unknown);
  }

  focus() {
    this.#input.focus();
  }

  /** What is in no list stays where it was typed, so that it can be mended. */
  #add() {
    const text = this.#input.value.trim();
    const id = text ? idOf(this.#listed, text) : undefined;
    const said = { text: fill(this.#words.unlisted, { text }), hint: this.#words.chooseOffered };
    const unknown = text && !id ? sentence(said) : "";
    if (this.#unknown.textContent !== unknown) this.#unknown.textContent = unknown;
    if (!id) return;
    this.#input.value = "";
    this.#added(id);
  }
}
