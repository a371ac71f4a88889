// One skill: which level is true, for how long, whether again, and one piece of evidence.

import { claimOf, claims, putAside, say } from "../build/claims.js";
import { element } from "../search/elements.js";
import { fill, number } from "../search/sentences.js";
import { part } from "../shortlist/parts.js";
import { setValue } from "./tell.js";

const YEARS = 60;

/** The step of one skill, for whichever is shown. `changed` is told of what the rest of the page shows. */
export class JudgeStep {
  #words;
  #draft;
  #families;
  #changed;
  #skill = "";

  constructor({ words, draft, families, changed }) {
    this.#words = words;
    this.#draft = draft;
    this.#families = families;
    this.#changed = changed;
    for (const box of radios()) {
      box.addEventListener("change", () => this.#say(box.name, box.value));
    }
    for (const field of fields()) {
      field.addEventListener("input", () => this.#say(field.dataset.claim, written(field)));
    }
  }

  /** @param {import("../build/skills.js").Skill} skill */
  show(skill) {
    const { tree } = this.#draft;
    const family = this.#families.find(({ id }) => id === skill.family);
    const ids = claims(tree).map((claim) => claim.skill);
    const words = this.#words;
    this.#skill = skill.id;
    part("place").textContent = fill(words.place, {
      n: number(words, ids.indexOf(skill.id) + 1),
      count: number(words, ids.length),
    });
    part("skill-name").textContent = skill.label;
    part("skill-family").textContent = fill(words.ofFamily, { family: family.label });
    family.levels.forEach((behaviours, place) => {
      const lines = behaviours.map((text) => element("span", { class: "behaviour" }, text));
      part(`behaviours-${place + 1}`).replaceChildren(...lines);
    });
    part("example").textContent = family.example;
    // A founder's own name for it is what they have just read.
    const others = family.names.slice(1).map(({ who, name }) => {
      return element("div", {}, element("dt", {}, who), element("dd", {}, name));
    });
    part("names").replaceChildren(...others);
    this.refresh();
  }

  /** Show what is said of the skill. */
  refresh() {
    const claim = claimOf(this.#draft.tree, this.#skill);
    if (!claim) return;
    for (const box of radios()) box.checked = claim[box.name] === box.value;
    for (const field of fields()) setValue(field, claim[field.dataset.claim]);
  }

  /** Take the skill off the list. */
  putAside() {
    this.#draft.change((tree) => putAside(tree, this.#skill));
  }

  #say(key, value) {
    const skill = this.#skill;
    this.#draft.change((tree) => say(tree, skill, key, value));
    this.#changed();
  }
}

function radios() {
  return document.querySelectorAll("#skill input[type=radio]");
}

function fields() {
  return document.querySelectorAll("[data-claim]");
}

/** What a field holds, as a profile takes it: whole years from 1 to 60, or nothing. */
function written({ dataset, value }) {
  if (dataset.claim !== "years") return value;
  const years = Math.round(Number(value));
  return years >= 1 ? String(Math.min(years, YEARS)) : "";
}
