// The words that somebody agrees to, and that what they send is true today.

import { part } from "../shortlist/parts.js";

export class Agreement {
  #builder;

  constructor(builder) {
    this.#builder = builder;
    part("agree").addEventListener("change", ({ target }) => this.#agree(target.checked));
  }

  draw({ fields }) {
    part("agree").checked = fields.consent !== undefined;
  }

  sent(sent) {
    return { ...sent, fields: { ...sent.fields, confirmed: { on: this.#builder.today() } } };
  }

  #agree(isAgreed) {
    const { draft, form } = this.#builder;
    const wording = Object.keys(form.wordings).at(-1);
    draft.change(({ fields }) => {
      if (isAgreed) fields.consent = { on: this.#builder.today(), wording };
      else delete fields.consent;
    });
    this.#builder.left(["consent"]);
  }
}
