// The draft as a file, emptied, and brought back.

import { draftText, emptyDraft, parseDraft } from "./draft.js";
import { fill } from "../search/sentences.js";
import { part } from "../shortlist/parts.js";
import { save, today } from "../shortlist/save.js";

/** What can be done with the draft as a whole. `replaced` is told when it is another. */
export class DraftTools {
  #words;
  #draft;
  #say;
  #replaced;
  #kind;
  #before = null;

  constructor({ words, draft, say, replaced, kind }) {
    this.#kind = kind;
    this.#words = words;
    this.#draft = draft;
    this.#say = say;
    this.#replaced = replaced;
    part("file").addEventListener("change", () => this.#load());
  }

  /** What a button asks for; whether it was one of these. */
  does(what) {
    const doings = {
      save: () => this.#save(),
      load: () => part("file").click(),
      empty: () => this.#ask(true),
      keep: () => this.#ask(false),
      "really-empty": () => this.#empty(),
      undo: () => this.#undo(),
    };
    if (!Object.hasOwn(doings, what)) return false;
    doings[what]();
    return true;
  }

  #save() {
    const file = save(draftText(this.#draft.tree), [this.#words.file, today()], "json");
    this.#say(fill(this.#words.saved, { file }));
  }

  async #load() {
    const [file] = part("file").files;
    // The same file may be chosen again after it was mended.
    const text = await file?.text().catch(() => null);
    part("file").value = "";
    if (text === undefined) return;
    const { draft, fault } = text === null ? { fault: "read" } : parseDraft(text, this.#kind);
    if (fault) return this.#say(this.#words[`fault${fault[0].toUpperCase()}${fault.slice(1)}`]);
    this.replace(draft, this.#words.loaded);
  }

  #ask(isAsked) {
    part("sure").hidden = !isAsked;
    (isAsked ? part("sure").querySelector("[data-do=keep]") : part("empty")).focus();
  }

  #empty() {
    part("sure").hidden = true;
    this.replace(emptyDraft(this.#kind), this.#words.emptied);
  }

  /** Put another draft in the place of this one, which can be undone until the page is left. */
  replace(draft, sentence) {
    this.#before = this.#draft.tree;
    this.#put(draft, sentence);
    part("undo-line").hidden = false;
  }

  /** What was written since is not lost by it: it can be undone again. */
  #undo() {
    this.replace(this.#before, this.#words.undone);
  }

  #put(draft, sentence) {
    this.#draft.change(() => structuredClone(draft));
    this.#draft.flush();
    this.#replaced();
    this.#say(sentence);
  }
}
