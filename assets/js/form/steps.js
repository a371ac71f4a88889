// The steps of a builder: one is shown at a time, each with an address of its own.

import { fill } from "../search/sentences.js";
import { part } from "../shortlist/parts.js";

export class Steps {
  #words;
  #opened;
  #left;
  #step = "";
  #bareTitle = document.title;

  /** `opened` and `left` are told the id of a step. */
  constructor({ words, opened, left }) {
    this.#words = words;
    this.#opened = opened;
    this.#left = left;
    this.sections = [...document.querySelectorAll(".step")];
  }

  start() {
    addEventListener("hashchange", () => this.#show(false));
    this.#show(true);
  }

  go(step) {
    if (step === this.#step) return;
    history.pushState(null, "", `#${step}`);
    this.#show(false);
  }

  next() {
    const following = this.sections[this.#place() + 1];
    if (following) this.go(following.id);
  }

  /** Say in the list of steps where something is to be mended. */
  mark(isWrong) {
    for (const link of part("steps").querySelectorAll("a")) {
      const section = document.getElementById(link.hash.slice(1));
      const note = link.parentElement.querySelector(".count");
      note.textContent = isWrong(section) ? this.#words.open : "";
    }
  }

  #place() {
    return this.sections.findIndex(({ id }) => id === this.#step);
  }

  #show(isFirst) {
    const wanted = location.hash.slice(1);
    const section = this.sections.find(({ id }) => id === wanted);
    // Another place of the page, and not a step; at first there has to be one.
    if (wanted && !section && !isFirst) return;
    const shown = section ?? this.sections[0];
    if (this.#step && this.#step !== shown.id) this.#left(this.#step);
    this.#step = shown.id;
    for (const each of this.sections) each.hidden = each !== shown;
    for (const link of part("steps").querySelectorAll("a")) {
      link.ariaCurrent = link.hash.slice(1) === shown.id ? "step" : null;
    }
    this.#lead("back", this.sections[this.#place() - 1], this.#words.back);
    this.#lead("next", this.sections[this.#place() + 1], this.#words.next);
    const heading = shown.querySelector("h2");
    document.title = `${heading.textContent} · ${this.#bareTitle}`;
    this.#opened(shown.id);
    if (isFirst && !section) return;
    heading.focus({ preventScroll: true });
    part("builder").scrollIntoView({ behavior: "instant" });
  }

  #lead(name, section, form) {
    const link = part(name);
    link.hidden = !section;
    if (!section) return;
    link.href = `#${section.id}`;
    link.textContent = fill(form, { step: section.querySelector("h2").textContent });
  }
}
