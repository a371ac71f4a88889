// How a list of the site would show the person: the row of templates/macros/show.html.

import { part } from "../shortlist/parts.js";
import { at } from "../form/paths.js";

/** Skills that a row has room for. */
const SHOWN = 3;

export class Preview {
  #builder;

  constructor(builder) {
    this.#builder = builder;
  }

  draw({ fields }) {
    const { form, skills } = this.#builder;
    part("card").hidden = !text(fields.name);
    part("card-name").textContent = text(fields.name);
    part("card-native").textContent = text(fields.name_native);
    part("card-line").textContent = text(fields.headline);
    part("card-tags").textContent = strongest(fields).map((id) => skills[id] ?? id).join(" · ");
    part("card-place").textContent = placeOf(fields, form.lists);
  }
}

/** The best first: the level, then the years, as `person_row` in sitegen/views/listing.py has it. */
function strongest({ skills }) {
  const said = (Array.isArray(skills) ? skills : []).filter(({ skill, again }) => text(skill) && again !== "no");
  const order = (one, other) =>
    (Number(other.level) || 0) - (Number(one.level) || 0) ||
    (Number(other.years) || 0) - (Number(one.years) || 0) ||
    (one.skill < other.skill ? -1 : 1);
  return [...said].sort(order).slice(0, SHOWN).map(({ skill }) => skill);
}

function placeOf(fields, { country, region }) {
  const [code, city, area] = ["country", "city", "region"].map((name) => text(at(fields, ["based_in", name])));
  const where = country.names[code] ?? region.names[area] ?? country.names[area] ?? "";
  return [city, where].filter(Boolean).join(", ");
}

function text(value) {
  return typeof value === "string" ? value : "";
}
