// Looking for assignments that fit, when somebody asks: what it takes is half as much as the builder.

import { part } from "../shortlist/parts.js";

export class Looking {
  #builder;

  constructor(builder) {
    this.#builder = builder;
  }

  does(what) {
    if (what !== "fits") return false;
    this.#show();
    return true;
  }

  async #show() {
    part("fits-failed").hidden = true;
    try {
      const { showFits } = await import("./fits.js");
      await showFits(this.#builder.sent().fields, this.#builder.words);
      part("fits-found").hidden = false;
    } catch {
      part("fits-failed").hidden = false;
    }
  }
}
