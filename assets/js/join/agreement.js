// The words that somebody agrees to, and that what they send is true today.
//
// Where somebody else writes it, the consent is still the person's own: it is asked of them, and a
// tick that was made for oneself is none for another.

import { put } from "../form/paths.js";
import { part } from "../shortlist/parts.js";

export class Agreement {
  #builder;

  constructor(builder) {
    this.#builder = builder;
    part("agree").addEventListener("change", ({ target }) => this.#agree(target.checked));
    part("for-another").addEventListener("change", ({ target }) => this.#help(target.checked));
  }

  draw(tree) {
    const isTheirs = isAssisted(tree.fields);
    const { words } = this.#builder;
    part("for-another").checked = isTheirs;
    part("read-to-them").hidden = !isTheirs;
    part("agree-asked").textContent = isTheirs ? words.theyAgree : words.iAgree;
    part("agree").checked = isAgreed(tree);
  }

  sent(sent, tree) {
    const { consent, ...others } = sent.fields;
    const agreed = isAgreed(tree) ? { consent } : {};
    return { ...sent, fields: { ...others, ...agreed, confirmed: { on: this.#builder.today() } } };
  }

  #agree(isTicked) {
    const { draft, form } = this.#builder;
    const wording = Object.keys(form.wordings).at(-1);
    draft.change(({ fields, notes }) => {
      if (isTicked) fields.consent = { on: this.#builder.today(), wording };
      else delete fields.consent;
      notes.consentOf = isAssisted(fields) ? "them" : "me";
    });
    this.#builder.left(["consent"]);
  }

  #help(isTicked) {
    this.#builder.draft.change(({ fields }) => put(fields, ["assisted"], isTicked ? "yes" : ""));
    this.#builder.left(["assisted"]);
  }
}

function isAssisted({ assisted }) {
  return typeof assisted === "string" && assisted.trim() === "yes";
}

function isAgreed({ fields, notes }) {
  return fields.consent !== undefined && (notes.consentOf ?? "me") === (isAssisted(fields) ? "them" : "me");
}
