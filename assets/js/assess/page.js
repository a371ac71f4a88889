// The guided self-assessment: one step at a time, each with an address of its own.

import { claims, text } from "../build/claims.js";
import { Draft } from "../build/draft.js";
import { mirrorOf } from "../build/mirror.js";
import { noticed } from "../build/noticed.js";
import { Skills } from "../build/skills.js";
import { DraftTools } from "../build/tools.js";
import { element } from "../search/elements.js";
import { counted, fill, number, readWords } from "../search/sentences.js";
import { part } from "../shortlist/parts.js";
import { ChooseStep } from "./choose.js";
import { readFamilies } from "./families.js";
import { JudgeStep } from "./judge.js";
import { goingOn, judging, skillOf, stepOf, stepsOf } from "./route.js";
import { MirrorStep, labelledClaims } from "./seen.js";
import { sheet } from "./sheet.js";
import { setValue, showStories, startStories, storyIds, told } from "./tell.js";

const KIND = "profile";

class AssessmentPage {
  #words = readWords(part("words"), document.documentElement.lang);
  #families = readFamilies(part("families"));
  #skills = null;
  #step = "start";
  #bareTitle = document.title;
  #draft = new Draft(KIND, part("tools").dataset.site, {
    elsewhere: () => this.#changedElsewhere(),
    refused: () => this.#tellOfRefusal(),
  });
  #choose;
  #judge;
  #mirror;
  #tools;

  start() {
    const shared = {
      words: this.#words,
      draft: this.#draft,
      kind: KIND,
      families: this.#families,
      say: (sentence) => this.#say(sentence),
      changed: () => this.#around(),
      replaced: () => this.#replaced(),
    };
    this.#choose = new ChooseStep(shared);
    this.#judge = new JudgeStep(shared);
    this.#mirror = new MirrorStep(shared);
    this.#tools = new DraftTools(shared);
    startStories(this.#draft);
    part("title").addEventListener("input", ({ target }) => this.#retitle(target.value));
    part("guide").addEventListener("click", ({ target }) => this.#clicked(target.closest("[data-do]")));
    addEventListener("hashchange", () => this.#go());
    this.#draft.follow();
    part("guide").hidden = false;
    this.#load();
    this.#go(true);
  }

  /** Fetch the skills, and then the words for them in other languages, which can wait. */
  async #load() {
    const { skills, words } = part("guide").dataset;
    try {
      const found = new Skills(await fetched(skills));
      this.#skills = found;
      part("unloaded").hidden = true;
      delete part("guide").dataset.waits;
      this.#go(true);
      found.add(await fetched(words));
      this.#draw();
    } catch {
      part("unloaded").hidden = this.#skills !== null;
    }
  }

  /** The steps there are now. */
  #steps() {
    return stepsOf(storyIds(), this.#chosen());
  }

  /** What is chosen, as far as the list knows it. */
  #chosen() {
    return claims(this.#draft.tree).filter(({ skill }) => !this.#skills || this.#skills.get(skill));
  }

  #judged() {
    return this.#skills ? labelledClaims(this.#draft.tree, this.#skills) : [];
  }

  /** Show the step of the address; at first nobody has asked for it, and the focus stays. */
  #go(isFirst = false) {
    const step = stepOf(location.hash, this.#steps());
    if (step === null) return;
    const isNew = step !== this.#step;
    this.#step = step;
    this.#draw();
    if (isFirst && !isNew) return;
    this.#say("");
    this.#heading().focus({ preventScroll: true });
    part("guide").scrollIntoView({ behavior: "instant" });
  }

  #section() {
    return document.getElementById(skillOf(this.#step) ? "skill" : this.#step);
  }

  #heading() {
    return this.#section().querySelector("h2");
  }

  /** Draw the step anew from the draft. */
  #draw() {
    const skill = skillOf(this.#step);
    showStories(this.#draft.tree);
    if (this.#skills) {
      if (this.#step === "skills") this.#choose.show(this.#skills);
      if (skill) this.#judge.show(this.#skills.get(skill));
      if (this.#step === "look") this.#showNotices();
      if (this.#step === "sheet") this.#showSheet();
      if (this.#step === "mirror") this.#mirror.show(this.#judged());
    }
    this.#around();
    for (const each of document.querySelectorAll(".step")) each.hidden = each !== this.#section();
    // The style of the page follows it, on paper as well.
    document.documentElement.dataset.step = this.#section().id;
    document.title = this.#step === "start" ? this.#bareTitle : `${this.#heading().textContent} · ${this.#bareTitle}`;
  }

  /** What stands around the step: where it leads, and how far it has come. */
  #around() {
    const chosen = this.#chosen();
    const steps = this.#steps();
    const place = steps.indexOf(this.#step);
    const isStuck = this.#step === "skills" && !chosen.length;
    this.#lead("next", isStuck ? null : steps[place + 1], this.#words.next);
    this.#lead("back", steps[place - 1], this.#words.back);
    part("steps").hidden = this.#step === "start";
    const kind = this.#step.split("-")[0];
    for (const link of part("steps").querySelectorAll("a")) {
      link.ariaCurrent = link.dataset.of === kind ? "step" : null;
    }
    part("steps").querySelector('[data-of="skill"]').href = `#${judging(chosen)}`;
    const done = number(this.#words, chosen.filter(({ level }) => level).length);
    part("progress").textContent = chosen.length ? counted(this.#words, "progress", chosen.length, { done }) : "";
    const resumed = goingOn(told(this.#draft.tree).size > 0, chosen);
    part("resume-line").hidden = !resumed;
    part("resume").href = `#${resumed}`;
    part("begin").classList.toggle("call", !resumed);
  }

  #lead(name, step, form) {
    const link = this.#section().querySelector(`[data-part="${name}"]`);
    if (!link) return;
    link.hidden = !step;
    if (!step) return;
    link.href = step === "start" ? "#" : `#${step}`;
    link.textContent = fill(form, { step: this.#named(step) });
  }

  #named(step) {
    const skill = skillOf(step);
    if (skill) return this.#skills?.get(skill)?.label ?? skill;
    const story = storyIds().findIndex((id) => step === `story-${id}`);
    if (story >= 0) return fill(this.#words.stepStory, { n: number(this.#words, story + 1) });
    return this.#words[`step${step[0].toUpperCase()}${step.slice(1)}`];
  }

  #showNotices() {
    const judged = this.#judged().map(({ claim }) => claim);
    const rows = noticed(judged, this.#words).map(({ sentence, skills }) => {
      const links = skills.map((skill) => {
        return element("li", {}, element("a", { href: `#skill-${skill}` }, this.#skills.get(skill).label));
      });
      return element("li", {}, element("p", {}, sentence), element("ul", { class: "inline" }, ...links));
    });
    part("noticed").replaceChildren(...rows);
    part("nothing-noticed").hidden = rows.length > 0;
  }

  #showSheet() {
    const judged = this.#judged().map(({ claim }) => claim);
    const { tree } = this.#draft;
    const title = text(tree.notes.title);
    const what = { title, judged, mirror: mirrorOf(tree, judged) };
    setValue(part("title"), title);
    part("no-sheet").hidden = judged.length > 0;
    for (const name of ["sheet", "sheet-tools"]) part(name).hidden = !judged.length;
    part("sheet").replaceChildren(...sheet(what, this.#families, this.#skills, this.#words));
  }

  #retitle(title) {
    this.#draft.change(({ notes }) => {
      notes.title = title;
    });
    document.getElementById("sheet-title").textContent = title.trim() || this.#words.defaultTitle;
  }

  #clicked(button) {
    const what = button?.dataset.do;
    if (!what || this.#tools.does(what)) return;
    if (what === "print") print();
    else if (what === "reload") this.#load();
    else if (what === "aside") this.#putAside();
  }

  #putAside() {
    const steps = this.#steps();
    const next = steps[steps.indexOf(this.#step) + 1];
    this.#judge.putAside();
    location.hash = skillOf(next) ? next : "skills";
  }

  #tellOfRefusal() {
    part("refused").hidden = false;
    part("kept").hidden = true;
  }

  #changedElsewhere() {
    this.#replaced();
    this.#say(this.#words.elsewhere);
  }

  /** The draft is another: a step that is gone from it leads to where it can come back. */
  #replaced() {
    const step = stepOf(location.hash, this.#steps());
    if (step && step !== this.#step) location.replace(step === "start" ? "#" : `#${step}`);
    else this.#draw();
  }

  #say(sentence) {
    if (part("status").textContent !== sentence) part("status").textContent = sentence;
  }
}

async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

new AssessmentPage().start();
