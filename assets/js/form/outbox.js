// The last step: the text that would be sent, and the ways to send it.

import { fill } from "../search/sentences.js";
import { part } from "../shortlist/parts.js";
import { save } from "../shortlist/save.js";
import { canShare, copy, download, mailLink, message, newFileLink, slugOf } from "./sending.js";

export class Outbox {
  #words;
  #say;
  #kind;
  #text = "";
  #slug = "";
  #photo = null;

  constructor({ words, say, kind }) {
    this.#words = words;
    this.#say = say;
    this.#kind = kind;
  }

  /**
   * `file` is empty as long as something is to be mended.
   *
   * @param {string} file
   * @param {import("./builder.js").Sent} sent
   */
  show(file, sent) {
    const { mail, confidential, folder, namedBy } = part("ways").dataset;
    part("ways").hidden = !file;
    if (!file) return;
    const address = sent.isConfidential ? confidential : mail;
    this.#text = message(file, sent);
    this.#slug = sent.slug ?? (slugOf(sent.fields[namedBy]) || this.#kind);
    this.#photo = sent.photo;
    part("text").value = this.#text;
    // Where a share sheet leads nobody can tell beforehand.
    part("share").hidden = sent.isConfidential || !canShare({ text: this.#text });
    part("mail").href = address.startsWith("mailto:") ? mailLink(address, this.#text) : address;
    const { repository } = part("ways").dataset;
    if (!repository) return;
    part("by-repository").hidden = sent.isConfidential;
    // What is there already is no new file.
    const isNew = !sent.slug && !sent.isConfidential;
    const link = isNew ? newFileLink(repository, folder, this.#slug, file) : null;
    part("new-file-line").hidden = !link;
    if (link) part("new-file").href = link;
    else part("new-file").removeAttribute("href");
  }

  /** What a button asks for; whether it was one of these. */
  does(what) {
    const doings = {
      share: () => this.#share(),
      copy: () => this.#copy(),
      download: () => this.#say(fill(this.#words.saved, { file: download(this.#text, this.#slug) })),
      "save-photo": () => this.#say(fill(this.#words.saved, { file: save(this.#photo, [this.#slug], "jpg") })),
    };
    if (!Object.hasOwn(doings, what)) return false;
    doings[what]();
    return true;
  }

  async #share() {
    const what = { title: this.#words.subject, text: this.#text };
    const files = this.#photo ? [new File([this.#photo], `${this.#slug}.jpg`, { type: this.#photo.type })] : [];
    const whole = files.length && canShare({ ...what, files }) ? { ...what, files } : what;
    // Somebody may change their mind in front of it.
    await navigator.share(whole).catch(() => null);
  }

  async #copy() {
    const isCopied = await copy(this.#text);
    if (!isCopied) {
      part("look").open = true;
      part("text").select();
    }
    this.#say(isCopied ? this.#words.copied : this.#words.selected);
  }
}
