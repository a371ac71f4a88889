// The builder of a profile: one step at a time, kept in the browser, sent by whoever wrote it.

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
import { at, put } from "./paths.js";
import { showPreview } from "./preview.js";
import { Steps } from "./steps.js";
import { fieldOf } from "./told.js";
import { Telling, sentOf } from "./telling.js";
import { Update } from "./update.js";

const KIND = "profile";
/** What says exactly where somebody lives. */
const EXACT = ["country", "city", "timezone"];

class JoinPage {
  #words = readWords(part("words"), document.documentElement.lang);
  #draft = new Draft(KIND, part("tools").dataset.site, {
    elsewhere: () => this.#changedElsewhere(),
    refused: () => this.#tellOfRefusal(),
  });
  #form = null;
  #skills = {};
  #telling;
  #controls = new Map();
  #steps = new Steps({
    words: this.#words,
    opened: (step) => this.#opened(step),
    left: (step) => this.#leave(step),
  });
  #outbox;
  #tools;

  async start() {
    const shared = {
      words: this.#words,
      draft: this.#draft,
      say: (sentence) => this.#say(sentence),
      replaced: () => this.#replaced(),
      kind: KIND,
    };
    this.#tools = new DraftTools(shared);
    this.#outbox = new Outbox(shared);
    part("builder").addEventListener("click", ({ target }) => this.#clicked(target.closest("[data-do]")));
    part("agree").addEventListener("change", ({ target }) => this.#agree(target.checked));
    part("body").addEventListener("input", ({ target }) => this.#write(target.value));
    part("body").addEventListener("change", () => this.#left(["body"]));
    this.#draft.follow();
    part("builder").hidden = false;
    // The builder asks that first, too.
    part("harm").hidden = true;
    await this.#load();
  }

  /** Fetch what the form is made of; until then the page says what it says without a script. */
  async #load() {
    const { form, families } = part("builder").dataset;
    const found = await Promise.all([fetched(form), fetched(families)]).catch(() => null);
    part("unloaded").hidden = found !== null;
    if (!found) return;
    this.#build(found[0], found[1].families);
    this.#steps.start();
    await new Update({
      words: this.#words,
      draft: this.#draft,
      say: (sentence) => this.#say(sentence),
      replace: (draft, sentence) => this.#tools.replace(draft, sentence),
    }).start();
  }

  #today() {
    return part("builder").dataset.today || today();
  }

  /** A control for each field, in the step that asks for it. */
  #build(form, families) {
    this.#form = form;
    this.#skills = Object.assign({}, ...families.map(({ skills }) => skills));
    const known = { form, skills: new Set(Object.keys(this.#skills)), today: this.#today() };
    this.#telling = new Telling({ words: this.#words, form, judge: new Judge(known), steps: this.#steps });
    const control = controls({
      form,
      words: this.#words,
      skills: this.#skills,
      families: new Map(families.flatMap((family) => Object.keys(family.skills).map((skill) => [skill, family]))),
      say: (path, value) => this.#set(path, value),
      left: (path) => this.#left(path),
      redraw: () => this.#draw(),
      takeOff: (path, place, name) => this.#takeOff(path, place, name),
    });
    const { fields } = form.groups[form.kinds[KIND].group];
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
    this.#draft.change(({ fields }) => put(fields, path, value));
    this.#typed(path);
  }

  #write(text) {
    this.#draft.change((tree) => {
      tree.body = text;
    });
    this.#typed(["body"]);
  }

  /** What is said to be wrong keeps in step with what mends it; nothing new is said while typing. */
  #typed([name]) {
    if (fieldOf([name])?.querySelector(".wrong:not([hidden], [role])")) this.#tell();
  }

  #agree(isAgreed) {
    const wording = Object.keys(this.#form.wordings).at(-1);
    this.#draft.change(({ fields }) => {
      if (isAgreed) fields.consent = { on: this.#today(), wording };
      else delete fields.consent;
    });
    this.#left(["consent"]);
  }

  #left(path) {
    this.#telling.left(path);
    this.#draw();
  }

  /** Take an entry off a list, which can be undone. */
  #takeOff(path, place, name) {
    const tree = structuredClone(this.#draft.tree);
    put(tree.fields, path, at(tree.fields, path).filter((_, each) => each !== place));
    this.#tools.replace(tree, fill(this.#words.takenOff, { name }));
  }

  #tell() {
    const { tree } = this.#draft;
    const sent = sentOf(tree, this.#today());
    const isSound = this.#telling.tell(KIND, sent, tree.fields);
    const file = isSound ? written(this.#form, KIND, sent.fields, sent.body) : "";
    this.#outbox.show(file, tree);
    showPreview(tree.fields, this.#form, this.#skills);
  }

  #draw() {
    if (!this.#form) return;
    const { fields, body, notes } = this.#draft.tree;
    for (const [name, each] of this.#controls) each.show(at(fields, [name]));
    if (part("body").value !== body) part("body").value = body;
    part("agree").checked = fields.consent !== undefined;
    part("updating").hidden = !notes.update;
    if (notes.update) part("updating-slug").textContent = notes.update.slug;
    this.#showQuiet(notes.quiet === "yes");
    this.#tell();
  }

  /** For whom it could harm to be found, a region is asked for and no country. */
  #showQuiet(isQuiet) {
    for (const name of EXACT) fieldOf(["based_in", name]).hidden = isQuiet;
    part("quiet-ways").hidden = !isQuiet;
    part("quiet-name").hidden = !isQuiet;
  }

  #quiet(isQuiet) {
    this.#draft.change(({ fields, notes }) => {
      notes.quiet = isQuiet ? "yes" : "no";
      if (isQuiet && fields.based_in) for (const name of EXACT) put(fields, ["based_in", name], "");
    });
    this.#draw();
    if (!isQuiet) this.#steps.next();
  }

  #leave(step) {
    this.#telling.saw([step]);
    this.#say("");
  }

  #opened(step) {
    // The style of the page follows it.
    document.documentElement.dataset.step = step;
    if (step === "send") this.#telling.saw(this.#steps.sections.map(({ id }) => id));
    this.#draw();
  }

  #clicked(button) {
    const what = button?.dataset.do;
    if (!what || this.#tools.does(what) || this.#outbox.does(what)) return;
    if (what === "reload") this.#load();
    else if (!this.#form) return;
    else if (what === "fits") this.#showFits();
    else if (what === "quiet" || what === "open") this.#quiet(what === "quiet");
  }

  /** What the matching takes is fetched when somebody asks for it: it is half as much as the builder. */
  async #showFits() {
    part("fits-failed").hidden = true;
    try {
      const { showFits } = await import("./fits.js");
      await showFits(sentOf(this.#draft.tree, this.#today()).fields, this.#words);
      part("fits-found").hidden = false;
    } catch {
      part("fits-failed").hidden = false;
    }
  }

  #tellOfRefusal() {
    part("refused").hidden = false;
    part("kept").hidden = true;
  }

  #replaced() {
    this.#telling?.forget();
    this.#draw();
  }

  #changedElsewhere() {
    this.#draw();
    this.#say(this.#words.elsewhere);
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

new JoinPage().start();
