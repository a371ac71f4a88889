// The mirror: a page for somebody else to mark, and their marks beside one's own.

import { claims } from "../build/claims.js";
import { differences, mark, markedBy, mirrorOf } from "../build/mirror.js";
import { element } from "../search/elements.js";
import { fill, list } from "../search/sentences.js";
import { part } from "../shortlist/parts.js";
import { setValue } from "./tell.js";

const LEVELS = ["1", "2", "3", "4"];

/** The step of the mirror. */
export class MirrorStep {
  #words;
  #draft;
  #labelled = [];

  constructor({ words, draft }) {
    this.#words = words;
    this.#draft = draft;
    part("by").addEventListener("input", ({ target }) => {
      const { value } = target;
      this.#draft.change((tree) => markedBy(tree, value));
      this.#compare();
    });
    part("marks").addEventListener("change", ({ target }) => {
      const { value, dataset } = target;
      this.#draft.change((tree) => mark(tree, dataset.mark, value));
      this.#compare();
    });
  }

  /** @param {{claim: import("../build/claims.js").Claim, label: string}[]} labelled  judged skills */
  show(labelled) {
    this.#labelled = labelled;
    part("no-mirror").hidden = labelled.length > 0;
    part("mirror-tools").hidden = !labelled.length;
    part("marks").replaceChildren(...labelled.map((each) => this.#row(each)));
    part("blank").replaceChildren(...blank(labelled, this.#words));
    this.#compare();
  }

  #row({ claim, label }) {
    const words = this.#words;
    const options = LEVELS.map((level) => element("option", { value: level }, words[`seen-${level}`]));
    const id = `mark-${claim.skill}`;
    return element(
      "li",
      {},
      element("label", { class: "skill-name", for: id }, label),
      element("select", { id, "data-mark": claim.skill }, element("option", { value: "" }, words.notMarked), ...options),
      element("p", { class: "small" }, fill(words.ownLevel, { level: words[`level-${claim.level}`] })),
      element("p", { class: "difference", "data-difference": claim.skill }),
    );
  }

  /** Show the marks, and say in words how they differ. */
  #compare() {
    const words = this.#words;
    const judged = this.#labelled.map(({ claim }) => claim);
    const { by, marks } = mirrorOf(this.#draft.tree, judged);
    setValue(part("by"), by);
    for (const select of document.querySelectorAll("[data-mark]")) {
      setValue(select, marks.get(select.dataset.mark) ?? "");
    }
    const found = differences(judged, marks);
    const said = { same: words.seenSame, more: words.seenMore, less: words.seenLess };
    for (const place of document.querySelectorAll("[data-difference]")) {
      const kind = Object.keys(said).find((each) => found[each].includes(place.dataset.difference));
      place.textContent = kind ? said[kind] : "";
    }
    part("differences").textContent = this.#sentence(found, by);
  }

  #sentence(found, by) {
    const words = this.#words;
    const forms = { same: words.differenceSame, more: words.differenceMore, less: words.differenceLess };
    const named = (skills) => {
      return list(words, skills.map((skill) => this.#labelled.find(({ claim }) => claim.skill === skill).label));
    };
    const parts = Object.entries(forms)
      .filter(([kind]) => found[kind].length)
      .map(([kind, form]) => fill(form, { names: named(found[kind]) }));
    const name = by.trim() || words.somebody;
    return parts.length ? fill(words.differences, { name, parts: parts.join("; ") }) : "";
  }
}

/** The judged skills of a draft that the list still has, with their labels. */
export function labelledClaims(tree, skills) {
  return claims(tree)
    .filter(({ skill, level }) => level && skills.get(skill))
    .map((claim) => ({ claim, label: skills.get(claim.skill).label }));
}

/** The same page with nothing marked. */
function blank(labelled, words) {
  const line = (label) => element("p", { class: "line" }, label, " ", element("i", { class: "rule" }));
  const boxed = (label) => element("li", {}, element("i", { class: "box" }), " ", element("span", {}, label));
  const rows = labelled.map(({ label }) => {
    return element(
      "div",
      { class: "blank-skill" },
      element("h4", {}, label),
      element("ul", { class: "row-of-ticks" }, ...LEVELS.map((level) => boxed(words[`seen-${level}`])), boxed(words.mirrorUnseen)),
      line(words.mirrorWhy),
    );
  });
  return [
    element("h3", {}, words.mirrorTitle),
    element("p", {}, words.mirrorAsks),
    element("div", { class: "halves" }, line(words.mirrorAbout), line(words.mirrorFrom)),
    ...rows,
  ];
}
