// How a list of the site would show the person: the row of templates/macros/show.html. And the page.

import { part } from "../shortlist/parts.js";
import { at } from "../form/paths.js";
import { byStrength } from "./strength.js";

/** Skills that a row has room for. */
const SHOWN = 3;

export class Preview {
  #builder;

  constructor(builder) {
    this.#builder = builder;
    part("whole").addEventListener("toggle", () => this.#showWhole());
  }

  draw({ fields }) {
    const { form, skills } = this.#builder;
    part("card").hidden = !text(fields.name);
    part("card-name").textContent = text(fields.name);
    part("card-native").textContent = text(fields.name_native);
    part("card-line").textContent = text(fields.headline);
    part("card-tags").textContent = strongest(fields).map((id) => skills[id] ?? id).join(" · ");
    part("card-place").textContent = placeOf(fields, form.lists);
    this.#showWhole();
  }

  /** The page itself, while its fold is open: what it takes is fetched when somebody looks. */
  async #showWhole() {
    if (!part("whole").open) return;
    const isLoaded = await this.#drawWhole().catch(() => false);
    part("whole-failed").hidden = isLoaded;
  }

  async #drawWhole() {
    const { wholePage } = await import("./whole.js");
    part("whole-page").replaceChildren(...wholePage(this.#builder, this.#builder.sent()));
    return true;
  }
}

function strongest({ skills }) {
  const said = (Array.isArray(skills) ? skills : []).filter(({ skill, again }) => text(skill) && again !== "no");
  return byStrength(said).slice(0, SHOWN).map(({ skill }) => skill);
}

function placeOf(fields, { country, region }) {
  const [code, city, area] = ["country", "city", "region"].map((name) => text(at(fields, ["based_in", name])));
  const where = country.names[code] ?? region.names[area] ?? country.names[area] ?? "";
  return [city, where].filter(Boolean).join(", ");
}

function text(value) {
  return typeof value === "string" ? value : "";
}
