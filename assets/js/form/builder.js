// A builder: one step at a time, kept in the browser, sent by whoever wrote it.

import { written } from "../build/canonical.js";
import { Draft } from "../build/draft.js";
import { Judge } from "../build/judge.js";
import { DraftTools } from "../build/tools.js";
import { fill, readWords } from "../search/sentences.js";
import { part } from "../shortlist/parts.js";
import { today } from "../shortlist/save.js";
import { controls } from "./controls.js";
import { asked } from "./frames.js";
import { Outbox } from "./outbox.js";
import { at, pruned, put } from "./paths.js";
import { Steps } from "./steps.js";
import { Telling } from "./telling.js";
import { fieldOf } from "./told.js";

/**
 * What one kind of file has beside its fields and its text. Each function may be missing.
 *
 * @typedef {object} Part
 * @property {() => void} built                      the form is there
 * @property {(tree: import("../build/draft.js").DraftTree) => void} draw
 * @property {(step: string) => void} opened
 * @property {(what: string) => boolean} does        a button asks for this: whether it was the part's
 * @property {(sent: Sent, tree: object) => Sent} sent  what it adds to what would be sent, or keeps out
 *
 * @typedef {object} Sent
 * @property {object} fields
 * @property {string} body
 * @property {string[]} kept           fields of the published page that stay as they are
 * @property {?string} slug            of that page
 * @property {boolean} isConfidential  for the coordinators alone
 * @property {?Blob} photo
 */
export class Builder {
  words = readWords(part("words"), document.documentElement.lang);
  form = null;
  /** Label of each skill by its id. */
  skills = {};
  /** Family of each skill by its id. */
  families = new Map();
  #kind;
  #parts;
  #telling;
  #controls = new Map();
  #outbox;
  #tools;

  /**
   * @param {"profile"|"assignment"} kind
   * @param {(builder: Builder) => Part[]} partsOf
   */
  constructor(kind, partsOf) {
    this.#kind = kind;
    this.draft = new Draft(kind, part("tools").dataset.site, {
      elsewhere: () => this.#changedElsewhere(),
      refused: () => this.#tellOfRefusal(),
    });
    this.steps = new Steps({
      words: this.words,
      opened: (step) => this.#opened(step),
      left: (step) => this.#leave(step),
    });
    this.#parts = partsOf(this);
  }

  async start() {
    const shared = {
      words: this.words,
      draft: this.draft,
      say: (sentence) => this.say(sentence),
      replaced: () => this.#replaced(),
      kind: this.#kind,
    };
    this.#tools = new DraftTools(shared);
    this.#outbox = new Outbox(shared);
    part("builder").addEventListener("click", ({ target }) => this.#clicked(target.closest("[data-do]")));
    part("body").addEventListener("input", ({ target }) => this.write(target.value));
    part("body").addEventListener("change", () => this.left(["body"]));
    this.draft.follow();
    part("builder").hidden = false;
    await this.#load();
  }

  /** Fetch what the form is made of; until then the page says what it says without a script. */
  async #load() {
    const { form, families } = part("builder").dataset;
    const found = await Promise.all([fetched(form), fetched(families)]).catch(() => null);
    part("unloaded").hidden = found !== null;
    if (!found) return;
    this.#build(found[0], found[1].families);
    // The builder asks that, too.
    part("asked-here").hidden = true;
    this.steps.start();
    this.#each("built");
  }

  /** The day by which the text is judged. */
  today() {
    return part("builder").dataset.today || today();
  }

  /** A control for each field, in the step that asks for it. */
  #build(form, families) {
    this.form = form;
    this.skills = Object.assign({}, ...families.map(({ skills }) => skills));
    this.families = new Map(families.flatMap((family) => Object.keys(family.skills).map((skill) => [skill, family])));
    const known = { form, skills: new Set(Object.keys(this.skills)), today: this.today() };
    this.#telling = new Telling({ words: this.words, form, judge: new Judge(known), steps: this.steps });
    const control = controls({
      form,
      words: this.words,
      skills: this.skills,
      families: this.families,
      say: (path, value) => this.#set(path, value),
      left: (path) => this.left(path),
      redraw: () => this.draw(),
      takeOff: (path, place, name) => this.#takeOff(path, place, name),
    });
    const { fields } = form.groups[form.kinds[this.#kind].group];
    for (const section of document.querySelectorAll("[data-fields]")) {
      const made = section.dataset.fields.split(" ").filter(Boolean).map((name) => {
        const { label, more } = asked(fields[name]);
        this.#controls.set(name, control(fields[name].is, [name], label, more));
        return this.#controls.get(name).root;
      });
      section.replaceChildren(...made);
    }
  }

  #set(path, value) {
    this.draft.change(({ fields }) => put(fields, path, value));
    this.#typed(path);
  }

  /** Somebody wrote the text below the fields. */
  write(text) {
    this.draft.change((tree) => {
      tree.body = text;
    });
    this.#typed(["body"]);
  }

  /** What is said to be wrong keeps in step with what mends it; nothing new is said while typing. */
  #typed([name]) {
    if (fieldOf([name])?.querySelector(".wrong:not([hidden], [role])")) this.#tell();
  }

  /** Somebody went on from a field. */
  left(path) {
    this.#telling.left(path);
    this.draw();
  }

  /** Put another draft in the place of this one, which can be undone. */
  replace(draft, sentence) {
    this.#tools.replace(draft, sentence);
  }

  #takeOff(path, place, name) {
    const tree = structuredClone(this.draft.tree);
    // A list in which nothing is said yet is not in the draft.
    const held = at(tree.fields, path) ?? [];
    put(tree.fields, path, held.filter((_, each) => each !== place));
    this.replace(tree, fill(this.words.takenOff, { name }));
  }

  /** What would be sent of the draft: what is said in it. @returns {Sent} */
  sent() {
    const { tree } = this.draft;
    const bare = { fields: pruned(tree.fields), body: tree.body, kept: [], slug: null, isConfidential: false, photo: null };
    return this.#parts.reduce((sent, each) => each.sent?.(sent, tree) ?? sent, bare);
  }

  #tell() {
    const sent = this.sent();
    const isSound = this.#telling.tell(this.#kind, sent, this.draft.tree.fields);
    const file = isSound ? written(this.form, this.#kind, sent.fields, sent.body) : "";
    this.#outbox.show(file, sent);
  }

  draw() {
    if (!this.form) return;
    const { fields, body } = this.draft.tree;
    for (const [name, each] of this.#controls) each.show(at(fields, [name]));
    if (part("body").value !== body) part("body").value = body;
    this.#each("draw", this.draft.tree);
    this.#tell();
  }

  #each(name, value) {
    for (const each of this.#parts) each[name]?.(value);
  }

  #leave(step) {
    this.#telling.saw([step]);
    this.say("");
  }

  #opened(step) {
    // The style of the page follows it.
    document.documentElement.dataset.step = step;
    if (step === "send") this.#telling.saw(this.steps.sections.map(({ id }) => id));
    this.#each("opened", step);
    this.draw();
  }

  #clicked(button) {
    const what = button?.dataset.do;
    if (!what || this.#tools.does(what) || this.#outbox.does(what)) return;
    if (what === "reload") this.#load();
    else if (this.form) this.#parts.some((each) => each.does?.(what));
  }

  #tellOfRefusal() {
    part("refused").hidden = false;
    part("kept").hidden = true;
  }

  #replaced() {
    this.#telling?.forget();
    this.draw();
  }

  #changedElsewhere() {
    this.draw();
    this.say(this.words.elsewhere);
  }

  say(sentence) {
    if (part("status").textContent !== sentence) part("status").textContent = sentence;
  }
}

async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}
