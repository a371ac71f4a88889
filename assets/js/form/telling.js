// What is wrong with the draft: beside its fields, in the list of steps, and before it is sent.

import { counted } from "../search/sentences.js";
import { part } from "../shortlist/parts.js";
import { nameOf } from "./paths.js";
import { inputOf, listed, placed, tellFields } from "./told.js";

export class Telling {
  #words;
  #form;
  #judge;
  #steps;
  #seen = new Set();
  #touched = new Set();

  constructor({ words, form, judge, steps }) {
    this.#words = words;
    this.#form = form;
    this.#judge = judge;
    this.#steps = steps;
  }

  /** Somebody went on from a field: now it may be said what is wrong there. */
  left(path) {
    this.#touched.add(nameOf(path));
  }

  /** Somebody has seen these steps: what they left empty there is said. */
  saw(steps) {
    for (const step of steps) this.#seen.add(step);
  }

  /** Nothing was seen of a draft that is another. */
  forget() {
    this.#touched.clear();
  }

  /**
   * Say what is wrong, and whether nothing keeps the file from being sent.
   *
   * @param {string} kind
   * @param {import("./builder.js").Sent} sent
   * @param {object} fields  of the draft, with all that is empty in it
   */
  tell(kind, sent, fields) {
    const found = this.#judge.problems(kind, sent);
    const isKept = ({ code, params }) => code === "P011" && sent.kept.includes(params.field);
    const problems = placed(this.#form, this.#words, fields, found.filter((problem) => !isKept(problem)));
    for (const section of this.#steps.sections) {
      const isSeen = this.#seen.has(section.id);
      tellFields(section, problems, (path) => isSeen || this.#isTouched(path));
    }
    const errors = problems.filter(({ severity }) => severity === "error");
    this.#steps.mark((section) => errors.some(({ path: [name] }) => isIn(section, name)));
    part("to-mend").hidden = !errors.length;
    part("mend-count").textContent = errors.length ? counted(this.#words, "toMend", errors.length) : "";
    part("mend-list").replaceChildren(...listed(errors, this.#words, (field) => this.#goTo(field)));
    return !errors.length;
  }

  #isTouched(path) {
    return path.some((_, place) => this.#touched.has(nameOf(path.slice(0, place + 1))));
  }

  #goTo(field) {
    if (!field) return;
    this.#steps.go(field.closest(".step").id);
    const input = inputOf(field);
    input?.focus({ preventScroll: true });
    field.scrollIntoView({ behavior: "instant", block: "start" });
  }
}

function isIn(section, name) {
  return name !== undefined && section.querySelector(`[data-path="${CSS.escape(String(name))}"]`) !== null;
}
