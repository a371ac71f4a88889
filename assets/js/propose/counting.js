// How many people fit what is asked so far: counted when somebody asks, and then after each change.

import { at } from "../form/paths.js";
import { part } from "../shortlist/parts.js";

/** The step from which on there is something to count. */
const FIRST = "able";
/** Where it stands beside the step, as builder.css has it; below one, names would part it from the way on. */
const BESIDE = "(min-width: 75rem)";
/** Milliseconds after the last change: what is said of it should hold for a while. */
const PAUSE = 400;

export class Counting {
  #builder;
  #isAsked = false;
  #isLate = false;
  #counted = "";
  #timer = null;

  constructor(builder) {
    this.#builder = builder;
  }

  opened(step) {
    const steps = this.#builder.steps.sections.map(({ id }) => id);
    this.#isLate = steps.indexOf(step) >= steps.indexOf(FIRST);
  }

  draw({ fields }) {
    // A site that shows no matches counts none.
    if (!part("count")) return;
    const required = at(fields, ["skills", "required"]);
    const hasSkill = Array.isArray(required) && required.some(({ skill, level }) => skill && level);
    part("count").hidden = !this.#isLate;
    part("count-none").hidden = hasSkill;
    part("count-ask").hidden = this.#isAsked || !hasSkill;
    clearTimeout(this.#timer);
    if (!hasSkill) this.#forget();
    else if (this.#isAsked) this.#timer = setTimeout(() => this.#count(), PAUSE);
  }

  /** What was counted holds no more. */
  #forget() {
    this.#counted = "";
    part("counted").hidden = true;
    part("count-line").textContent = "";
  }

  does(what) {
    if (what !== "count") return false;
    this.#isAsked = true;
    part("count-failed").hidden = true;
    part("count-ask").hidden = true;
    part("count-first").open = matchMedia(BESIDE).matches;
    // The button is gone from under whoever pressed it.
    document.getElementById("count-head").focus();
    this.#count();
    return true;
  }

  async #count() {
    const { fields } = this.#builder.sent();
    const asked = JSON.stringify(fields);
    if (asked === this.#counted) return;
    try {
      const { countFor, showCount } = await import("./count.js");
      const found = await countFor(fields);
      // Something else may be asked by now, and is counted then.
      if (JSON.stringify(this.#builder.sent().fields) !== asked) return;
      showCount(found, this.#builder);
      this.#counted = asked;
      part("counted").hidden = false;
    } catch {
      this.#isAsked = false;
      this.#forget();
      part("count-failed").hidden = false;
      part("count-ask").hidden = false;
    }
  }
}
