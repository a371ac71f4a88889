// For whom it could harm to be found, a region is asked for and no country.

import { put } from "../form/paths.js";
import { fieldOf } from "../form/told.js";
import { part } from "../shortlist/parts.js";

/** What says exactly where somebody lives. */
const EXACT = ["country", "city", "timezone"];

export class Quiet {
  #builder;

  constructor(builder) {
    this.#builder = builder;
  }

  draw({ notes }) {
    const isQuiet = notes.quiet === "yes";
    for (const name of EXACT) fieldOf(["based_in", name]).hidden = isQuiet;
    part("quiet-ways").hidden = !isQuiet;
    part("quiet-name").hidden = !isQuiet;
  }

  does(what) {
    if (what !== "quiet" && what !== "open") return false;
    this.#answer(what === "quiet");
    return true;
  }

  #answer(isQuiet) {
    this.#builder.draft.change(({ fields, notes }) => {
      notes.quiet = isQuiet ? "yes" : "no";
      if (isQuiet && fields.based_in) for (const name of EXACT) put(fields, ["based_in", name], "");
    });
    this.#builder.draw();
    if (!isQuiet) this.#builder.steps.next();
  }
}
