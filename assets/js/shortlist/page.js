// The shortlist's page: one's own list, or one that somebody shared by a link.

import { keepFocus } from "../search/elements.js";
import { counted, fill, readWords } from "../search/sentences.js";
import { startActions } from "./actions.js";
import { Comparison } from "./compare.js";
import { searchOf } from "./found.js";
import { Kept, slugsOf } from "./kept.js";
import { neighbour, swapped } from "./order.js";
import { part, readLines, shortlistPath } from "./parts.js";
import { Records } from "./records.js";
import { personRow } from "./rows.js";
import { CHANGED } from "./stars.js";

class ShortlistPage {
  #words = readWords(part("words"), document.documentElement.lang);
  #lines = readLines(part("lines"));
  #address = new URL(shortlistPath(), location);
  #kept = new Kept(shortlistPath());
  #records = new Records(new URL("../search/", this.#address));
  #comparison = new Comparison(this.#words, this.#lines);
  #bareTitle = document.title;
  #people = [];
  #turn = 0;

  start() {
    part("without").hidden = true;
    document.querySelector("main").addEventListener("click", ({ target }) => {
      this.#clicked(target.closest("button")?.dataset ?? {});
    });
    part("people").addEventListener("change", ({ target }) => this.#ticked(target));
    this.#kept.onChange(() => this.#show());
    addEventListener("pageshow", ({ persisted }) => persisted && this.#show());
    addEventListener("popstate", () => this.#show());
    startActions(this.#words, this.#lines, this.#records, {
      people: () => this.#people,
      address: () => this.#shareable(),
      say: (sentence) => this.#say(sentence),
    });
    this.#show();
  }

  /** The slugs of a link that somebody shared, or null where this is the reader's own list. */
  #shared() {
    const given = new URLSearchParams(location.search).get("ids");
    return given === null ? null : slugsOf(given.split(","));
  }

  async #show(sentence) {
    const mine = ++this.#turn;
    const shared = this.#shared();
    const slugs = shared ?? this.#kept.read() ?? [];
    if (slugs.length && !this.#people.length) this.#say(this.#words.loading);
    const asked = await Promise.allSettled(slugs.map((slug) => this.#records.person(slug)));
    // An answer that comes after a newer question is not shown.
    if (mine !== this.#turn) return;
    this.#people = asked.flatMap(({ value }) => value ?? []);
    this.#comparison.choose(this.#people);
    part("failed").hidden = asked.every(({ status }) => status === "fulfilled");
    this.#tellOfGone(asked.filter(({ value }) => value === null).length, shared !== null);
    this.#tell(shared !== null);
    this.#draw();
    this.#say(sentence ?? (shared || !this.#people.length ? "" : this.#count("own")));
  }

  /** What stands around the list. */
  #tell(isShared) {
    const isEmpty = !this.#people.length;
    const title = isShared ? this.#count("shared") : this.#words.title;
    document.title = isShared ? `${title} · ${this.#bareTitle}` : this.#bareTitle;
    part("title").textContent = title;
    part("lede").hidden = isShared;
    part("of-shared").hidden = !isShared;
    part("adopt").hidden = isEmpty;
    part("empty").hidden = isShared || !isEmpty || !part("failed").hidden;
    part("refused").hidden = this.#kept.read() !== null;
    part("filled").hidden = isEmpty;
    part("address").value = this.#shareable();
  }

  #tellOfGone(count, isShared) {
    part("gone").hidden = !count;
    // Who is gone is not named: that is what leaving means.
    part("gone-words").textContent = count ? counted(this.#words, "gone", count) : "";
    part("tidy").hidden = isShared;
  }

  /** The list and the table. */
  #draw() {
    const { length: count } = this.#people;
    const isShared = this.#shared() !== null;
    const { isFull } = this.#comparison;
    const rows = this.#people.map((person, place) => {
      const isTicked = this.#comparison.has(person.slug);
      return personRow(person, { place, count, isShared, isTicked, isFull }, this.#words);
    });
    keepFocus(part("people"), part("title"), () => part("people").replaceChildren(...rows));
    part("people").dispatchEvent(new Event("results"));
    this.#comparison.show();
  }

  #count(name) {
    return counted(this.#words, name, this.#people.length);
  }

  /** The address of the list as it is shown; the search that it came from goes along. */
  #shareable() {
    // A comma may stand in an address, and one can then be read.
    return this.#at({ ids: this.#slugs().join(",") }).replaceAll("%2C", ",");
  }

  #at(parameters) {
    const from = searchOf(location.search);
    const link = new URL(this.#address);
    link.search = new URLSearchParams({ ...parameters, ...(from && { from }) });
    return link.href;
  }

  #slugs() {
    return this.#people.map(({ slug }) => slug);
  }

  #clicked({ do: what, of }) {
    if (what === "up" || what === "down") this.#move(of, what);
    else if (what === "remove") this.#remove(of);
    else if (what === "adopt") this.#adopt();
    else if (what === "retry") this.#retry();
    else if (what === "tidy") this.#change(this.#slugs(), "", () => null);
  }

  #ticked({ dataset, checked }) {
    this.#comparison.tick(dataset.of, checked);
    this.#draw();
  }

  #move(slug, way) {
    const by = way === "up" ? -1 : 1;
    const shown = this.#slugs();
    const values = { name: this.#named(slug), place: shown.indexOf(slug) + by + 1, count: shown.length };
    const other = way === "up" ? "down" : "up";
    const focus = () => button(way, slug) ?? button(other, slug);
    const slugs = swapped(this.#kept.read() ?? [], shown, slug, by);
    this.#change(slugs, fill(this.#words.moved, values), focus);
  }

  #remove(slug) {
    const next = neighbour(this.#slugs(), slug);
    const slugs = (this.#kept.read() ?? []).filter((each) => each !== slug);
    const sentence = fill(this.#words.removed, { name: this.#named(slug) });
    this.#change(slugs, sentence, () => next && button("remove", next));
  }

  async #change(slugs, sentence, focus) {
    this.#kept.write(slugs);
    dispatchEvent(new Event(CHANGED));
    await this.#show(sentence);
    (focus() ?? part("title")).focus();
  }

  async #adopt() {
    const own = this.#kept.read() ?? [];
    const fresh = this.#slugs().filter((slug) => !own.includes(slug));
    if (!this.#kept.write([...own, ...fresh])) return this.#say(this.#words.notAdded);
    history.pushState(null, "", this.#at({}));
    dispatchEvent(new Event(CHANGED));
    await this.#show(counted(this.#words, "added", fresh.length));
    part("title").focus();
  }

  async #retry() {
    await this.#show();
    part("title").focus();
  }

  #named(slug) {
    return this.#people.find((person) => person.slug === slug)?.name ?? "";
  }

  #say(sentence) {
    if (part("status").textContent !== sentence) part("status").textContent = sentence;
  }
}

/** A button of a row, unless it is switched off or not there. */
function button(what, slug) {
  return document.querySelector(`button[data-key="${what} ${slug}"]:enabled`);
}

new ShortlistPage().start();
