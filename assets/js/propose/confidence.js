// Who asks, and who may know of it: what must not be public goes to the coordinators alone.

import { fieldOf } from "../form/told.js";
import { part } from "../shortlist/parts.js";

/** What would name a client that is to stay unnamed. */
const NAMING = ["name", "url", "consent"];

export class Confidence {
  #builder;

  constructor(builder) {
    this.#builder = builder;
    part("confidential").addEventListener("change", ({ target }) => {
      builder.draft.change(({ notes }) => {
        notes.confidential = target.checked ? "yes" : "no";
      });
      builder.draw();
    });
  }

  draw(tree) {
    part("confidential").checked = tree.notes.confidential === "yes";
    for (const name of NAMING) fieldOf(["client", name]).hidden = isUnnamed(tree);
    part("in-confidence").hidden = !isConfidential(tree);
    part("becomes-public").hidden = isConfidential(tree);
  }

  /** What is proposed is open from today; a name that was typed before stays in the draft. */
  sent(sent, tree) {
    const fields = { ...sent.fields, posted: this.#builder.today(), status: "open" };
    if (isUnnamed(tree)) fields.client = without(fields.client, NAMING);
    return { ...sent, fields, isConfidential: isConfidential(tree) };
  }
}

function isUnnamed({ fields }) {
  return fields.client?.anonymous === "yes";
}

function isConfidential(tree) {
  return isUnnamed(tree) || tree.notes.confidential === "yes";
}

function without(group, names) {
  return Object.fromEntries(Object.entries(group).filter(([name]) => !names.includes(name)));
}
