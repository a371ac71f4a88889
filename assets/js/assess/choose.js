// Choosing skills: those that the stories name, those that a search finds, and all by family.

import { MOST, FEWEST, choose, claims, putAside } from "../build/claims.js";
import { parted, sentences } from "../build/phrases.js";
import { element, keepFocus, marked } from "../search/elements.js";
import { counted, fill, number } from "../search/sentences.js";
import { part } from "../shortlist/parts.js";
import { told } from "./tell.js";

/** The step in which skills are chosen. `changed` is told when they are others. */
export class ChooseStep {
  #words;
  #draft;
  #skills = null;
  #say;
  #changed;

  constructor({ words, draft, say, changed }) {
    this.#words = words;
    this.#draft = draft;
    this.#say = say;
    this.#changed = changed;
    const section = part("chosen-part").parentElement;
    section.addEventListener("change", ({ target }) => this.#ticked(target));
    section.addEventListener("click", ({ target }) => this.#taken(target.closest("[data-off]")));
    // This event stays with its element.
    section.addEventListener("toggle", ({ target }) => this.#opened(target), true);
    part("seek").addEventListener("input", () => this.#find());
  }

  /** @param {import("../build/skills.js").Skills} skills */
  show(skills) {
    this.#skills = skills;
    this.#showTold();
    this.#find();
    document.querySelectorAll(".browse[open]").forEach((family) => this.#opened(family));
    this.refresh();
  }

  /** Show what is chosen. */
  refresh() {
    const { length: count } = this.#chosen();
    const rows = this.#chosen().map(({ skill }) => this.#row(skill));
    keepFocus(part("chosen"), heading(), () => part("chosen").replaceChildren(...rows));
    part("none-chosen").hidden = count > 0;
    part("few").hidden = count === 0 || count >= FEWEST;
    const values = { most: number(this.#words, MOST) };
    part("chosen-count").textContent = count ? counted(this.#words, "chosen", count, values) : "";
    const ids = new Set(this.#chosen().map(({ skill }) => skill));
    for (const box of document.querySelectorAll("input[data-skill]")) box.checked = ids.has(box.value);
  }

  #chosen() {
    return claims(this.#draft.tree).filter(({ skill }) => this.#skills.get(skill));
  }

  #row(skill) {
    const { label } = this.#skills.get(skill);
    const { remove: button, named } = this.#words;
    const off = element(
      "button",
      { type: "button", class: "quiet", "data-off": skill, "data-key": `off ${skill}`, "aria-label": fill(named, { button, name: label }) },
      button,
    );
    return element("li", { class: "taken" }, element("a", { href: `#skill-${skill}` }, label), off);
  }

  #showTold() {
    // In a story each line is a thought of its own.
    const stories = [...told(this.#draft.tree).values()].map((story) => story.replace(/\n/g, "\n\n"));
    const written = stories.flatMap(sentences);
    const found = this.#skills.told(written);
    const named = new Set(found.map(({ skill }) => skill));
    const nearly = this.#skills.nearlyTold(written).filter(({ skill }) => !named.has(skill));
    part("told").replaceChildren(...found.map((each) => this.#suggestion(each)));
    part("nearly").replaceChildren(...nearly.map((each) => this.#suggestion(each)));
    part("named-part").hidden = !found.length;
    part("nearly-part").hidden = !nearly.length;
    part("told-part").hidden = !stories.length;
    part("none-told").hidden = found.length + nearly.length > 0;
  }

  #suggestion({ skill, sentence, places }) {
    return this.#pick(skill, ...quoted(this.#words.quoted, marked(parted(sentence, places))));
  }

  #find() {
    if (!this.#skills) return;
    const query = part("seek").value.trim();
    const found = this.#skills.find(query);
    const rows = found.map(({ skill, also }) => {
      return this.#pick(skill.id, also ? fill(this.#words.also, { name: also }) : "");
    });
    part("found").replaceChildren(...rows);
    const { nothingFound } = this.#words;
    const sentence = found.length ? counted(this.#words, "found", found.length) : nothingFound;
    part("found-count").textContent = query ? sentence : "";
    this.refresh();
  }

  #opened(family) {
    const list = family.querySelector("ul");
    if (!family.open || list.children.length || !this.#skills) return;
    list.append(...this.#skills.ofFamily(family.dataset.family).map(({ id }) => this.#pick(id)));
    this.refresh();
  }

  #pick(skill, ...about) {
    const box = element("input", { type: "checkbox", value: skill, "data-skill": "" });
    const { label } = this.#skills.get(skill);
    const note = about.some(Boolean) ? [" ", element("span", { class: "note", dir: "auto" }, ...about)] : [];
    return element("li", {}, element("label", {}, box, element("span", {}, element("span", { class: "skill-name" }, label), ...note)));
  }

  #ticked(box) {
    if (!("skill" in box.dataset)) return;
    const isFull = this.#chosen().length >= MOST;
    if (box.checked && isFull) {
      box.checked = false;
      return this.#say(this.#words.full);
    }
    this.#draft.change((tree) => (box.checked ? choose : putAside)(tree, box.value));
    this.#done();
  }

  #taken(button) {
    if (!button) return;
    this.#draft.change((tree) => putAside(tree, button.dataset.off));
    this.#done();
  }

  #done() {
    this.#say("");
    this.refresh();
    this.#changed();
  }
}

function heading() {
  return document.getElementById("step-skills");
}

function quoted(form, parts) {
  const [before, after = ""] = form.split("{text}");
  return [before, ...parts, after];
}
