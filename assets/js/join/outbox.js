// The last step: the text that would be sent, and the ways to send it.

import { fill } from "../search/sentences.js";
import { part } from "../shortlist/parts.js";
import { canShare, copy, download, mailLink, message, newFileLink, slugOf } from "./sending.js";

export class Outbox {
  #words;
  #say;
  #text = "";
  #slug = "";

  constructor({ words, say }) {
    this.#words = words;
    this.#say = say;
  }

  /** `file` is empty as long as something is to be mended. */
  show(file, { fields, notes }) {
    const { mail, repository } = part("ways").dataset;
    part("ways").hidden = !file;
    if (!file) return;
    const { update = null } = notes;
    this.#text = message(file, update);
    this.#slug = update?.slug ?? (slugOf(fields.name) || "profile");
    part("text").value = this.#text;
    part("share").hidden = !canShare(this.#text);
    part("mail").href = mail.startsWith("mailto:") ? mailLink(mail, this.#text) : mail;
    const link = repository && !update ? newFileLink(repository, "profiles", this.#slug, file) : null;
    part("new-file-line").hidden = !link;
    if (link) part("new-file").href = link;
  }

  /** What a button asks for; whether it was one of these. */
  does(what) {
    const doings = {
      share: () => this.#share(),
      copy: () => this.#copy(),
      download: () => this.#say(fill(this.#words.saved, { file: download(this.#text, this.#slug) })),
    };
    if (!Object.hasOwn(doings, what)) return false;
    doings[what]();
    return true;
  }

  async #share() {
    // Somebody may change their mind in front of it.
    await navigator.share({ title: this.#words.subject, text: this.#text }).catch(() => null);
  }

  async #copy() {
    const isCopied = await copy(this.#text);
    if (!isCopied) part("text").select();
    this.#say(isCopied ? this.#words.copied : this.#words.selected);
  }
}
