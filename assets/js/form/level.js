// How well somebody can do something: the behaviours of its family, and what others call it.

import { element } from "../search/elements.js";
import { framed } from "./frames.js";
import { nameOf } from "./paths.js";

const LEVELS = ["1", "2", "3", "4"];

/** The level of a skill, told by what one who has it can say. */
export class Level {
  #families;
  #rungs;
  #names = element("dl", { class: "roles" });
  #others;
  #family = null;

  constructor(shared, node, path, label, more) {
    const { words } = shared;
    this.#families = shared.families;
    this.#rungs = LEVELS.map((level) => ({
      box: element("input", { type: "radio", name: nameOf(path), value: level }),
      said: element("span", {}),
      word: element("strong", {}, words[`level${level}`]),
    }));
    for (const { box } of this.#rungs) {
      box.addEventListener("change", () => {
        shared.say(path, box.value);
        shared.left(path);
      });
    }
    const rows = this.#rungs.map(({ box, said, word }) => {
      return element("label", { class: "rung" }, box, element("span", {}, word, said));
    });
    this.#others = element("details", { class: "fold", hidden: "" }, element("summary", {}, words.calledByOthers), this.#names);
    const whos = [words.corporate, words.ngo, words.multilateral];
    this.#names.append(...whos.map((who) => element("div", {}, element("dt", {}, who), element("dd", {}))));
    const inside = [element("div", { class: "ladder" }, ...rows), this.#others];
    this.root = framed(path, label, { ...more, isGroup: true, words }, ...inside);
  }

  /** The family is that of the skill beside it. */
  show(value, { skill } = {}) {
    for (const { box } of this.#rungs) box.checked = box.value === value;
    const family = this.#families.get(skill) ?? null;
    if (family === this.#family) return;
    this.#family = family;
    this.#others.hidden = !family;
    this.#rungs.forEach(({ said }, place) => {
      const lines = family?.levels[place].map((text) => element("span", { class: "behaviour" }, text)) ?? [];
      said.replaceChildren(...lines);
    });
    [...this.#names.querySelectorAll("dd")].forEach((dd, place) => {
      dd.textContent = family?.names[place] ?? "";
    });
  }
}
