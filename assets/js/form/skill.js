// A skill: chosen by its name, or found by the words that somebody has for it.

import { element } from "../search/elements.js";
import { counted, fill } from "../search/sentences.js";
import { part } from "../shortlist/parts.js";
import { Choice } from "./choosing.js";
import { idOf, listOf } from "./frames.js";
import { nameOf } from "./paths.js";

/** Fewer letters begin too many words. */
const LEAST = 3;

export class SkillChoice {
  #shared;
  #path;
  #listed;
  #choice;
  #count = element("p", { class: "small", role: "status" });
  #list = element("ul", { class: "plain offers" });

  constructor(shared, node, path, label, more) {
    this.#shared = shared;
    this.#path = path;
    this.#listed = listOf(shared, node);
    this.#choice = new Choice(shared, node, path, label, more);
    this.root = this.#choice.root;
    this.root.append(this.#count, this.#list);
    this.#input().addEventListener("input", ({ target }) => this.#look(target.value));
  }

  show(value) {
    this.#choice.show(value);
    if (this.#isNamed(value ?? "")) this.#offer([]);
  }

  #input() {
    return this.root.querySelector("input");
  }

  #isNamed(text) {
    return idOf(this.#listed, text) !== undefined;
  }

  /** Offer what the words may mean; without a network the list of names is left. */
  async #look(text) {
    if (text.trim().length < LEAST || this.#isNamed(text)) return this.#offer([]);
    try {
      const { loadSkills } = await import("./offers.js");
      const skills = await loadSkills(part("builder").dataset);
      // Somebody typed on, or chose, while they came.
      if (this.#input().value === text) this.#offer(skills.find(text), true);
    } catch {
      this.#offer([]);
    }
  }

  #offer(found, isAsked = false) {
    const { words } = this.#shared;
    this.#list.replaceChildren(...found.map((each) => this.#row(each)));
    const none = isAsked ? words.noSkill : "";
    const said = found.length ? counted(words, "offered", found.length) : none;
    if (this.#count.textContent !== said) this.#count.textContent = said;
  }

  #row({ skill: { id, label }, also }) {
    const button = element("button", { type: "button", class: "quiet" }, label);
    button.addEventListener("click", () => this.#take(id));
    const { alsoCalled } = this.#shared.words;
    return element("li", {}, button, also ? element("span", { class: "note", dir: "auto" }, ` ${fill(alsoCalled, { name: also })}`) : "");
  }

  #take(id) {
    this.#offer([]);
    this.#shared.say(this.#path, id);
    this.#shared.left(this.#path);
    document.getElementById(nameOf(this.#path)).focus();
  }
}
