// What a friend would ask about the skills: of those that are judged, and never while somebody types.

import { claims } from "../build/claims.js";
import { noticed } from "../build/noticed.js";
import { element } from "../search/elements.js";
import { part } from "../shortlist/parts.js";

export class Asking {
  #builder;

  constructor(builder) {
    this.#builder = builder;
  }

  draw(tree) {
    const { words, skills } = this.#builder;
    const judged = claims(tree).filter(({ skill, level }) => level && skill in skills);
    // A higher level without evidence is told beside its field.
    const found = noticed(judged, words).filter(({ kind }) => kind !== "no-evidence");
    const rows = found.map(({ sentence, skills: about }) => {
      const names = element("p", { class: "small" }, about.map((id) => skills[id]).join(" · "));
      return element("li", {}, element("p", {}, sentence), names);
    });
    part("asked").hidden = !rows.length;
    part("asked-list").replaceChildren(...rows);
  }
}
