// The search page. The address holds the state; everything shown follows from it.

import { prepareAdvanced, prepareKeyboard } from "./advanced.js";
import { failureOf } from "./failure.js";
import { Address } from "./history.js";
import { linkWithin } from "./links.js";
import { wantsHelp } from "./results.js";
import { readWords } from "./sentences.js";
import { prepareSheet } from "./sheet.js";
import { changed, isBare, readState, withWords, writeState } from "./state.js";
import { Status } from "./status.js";
import { Typing } from "./typing.js";
import { part, View } from "./view.js";
import { Whys } from "./whys.js";

// Milliseconds: until it is told that nothing was found while more may be typed, until waiting is said.
const HALF = 300;
const SLOW = 800;

/** The form, the filters and the results, kept in step with the address. */
export class SearchPage {
  #field;
  #words;
  #filters;
  #finder;
  #view;
  #whys;
  #address;
  #explain;
  #status = new Status(part("status"), part("alert"));
  #typing;
  #slow;
  #turn = 0;

  /**
   * @param {HTMLFormElement} form
   * @param {Filters} filters  the groups of the page
   * @param {() => Promise<Finder>} finder  loads what finds
   */
  constructor(form, filters, finder) {
    this.#field = form.elements.q;
    this.#words = readWords(part("words"), document.documentElement.lang);
    this.#filters = filters;
    this.#finder = finder;
    this.#view = new View(this.#words, filters);
    this.#whys = new Whys(this.#words);
    this.#address = new Address(() => this.#return());
  }

  /** Take over from the page as it was built. */
  start() {
    for (const each of document.querySelectorAll("[data-scripted]")) each.hidden = false;
    part("without").hidden = true;
    part("found").parentElement.dataset.live = "";
    prepareSheet();
    prepareKeyboard();
    this.#explain = prepareAdvanced(this.#words);
    this.#listen();
    if (!isBare(this.#state())) this.#view.showNothingYet();
    this.#return();
  }

  #listen() {
    this.#typing = new Typing(this.#field.form, {
      onInput: () => this.#status.hush(),
      onWords: (how) => {
        if (this.#address.go(writeState(this.#asked()), how) || how === "step") this.#refresh();
      },
    });
    this.#field.addEventListener("focus", () => this.#prepare(), { once: true });
    part("sort").addEventListener("change", ({ target }) => {
      this.#step(changed(this.#asked(), { sort: target.value }));
    });
    const filters = part("filters");
    filters.addEventListener("filter", ({ detail }) => this.#step(detail(this.#asked())));
    filters.addEventListener("opened", () => this.#count());
    document.querySelector("main").addEventListener("click", (event) => this.#follow(event));
    // What a page waited for when it was left has failed when the browser's cache brings it back.
    addEventListener("pageshow", ({ persisted }) => persisted && this.#refresh(2));
  }

  /** Load ahead of the first word; what fails here is asked for again, and said, with that. */
  #prepare() {
    this.#finder().then((finder) => finder.prepare()).catch(() => {});
  }

  /** What the address and the field ask for: typed words count from the moment of another step. */
  #asked() {
    return withWords(this.#state(), this.#field.value.trim());
  }

  #state() {
    return readState(location.search, this.#filters.knows);
  }

  #step(state) {
    this.#typing.cancel();
    this.#address.go(writeState(state), "step");
    this.#field.value = state.q;
    return this.#refresh();
  }

  /** A link to a state of this page changes the state and loads nothing. */
  #follow(event) {
    const link = linkWithin(event);
    if (!link) return;
    event.preventDefault();
    const isPage = part("pages").contains(link);
    this.#step(readState(link.search, this.#filters.knows));
    if (isPage) this.#view.goToResults();
  }

  async #return() {
    this.#typing.cancel();
    this.#field.value = this.#state().q;
    await this.#refresh();
    this.#address.restorePlace();
  }

  async #refresh(tries = 1) {
    const mine = ++this.#turn;
    const state = this.#state();
    this.#view.showState(state);
    this.#waitFrom(mine);
    try {
      if (isBare(state)) this.#showBuilt(state);
      else await this.#answer(state, () => mine !== this.#turn);
    } catch (error) {
      // An answer that comes after a newer question is not shown, and a failure neither.
      if (mine !== this.#turn) return;
      if (tries > 1) await this.#refresh(tries - 1);
      else this.#fail(error);
    } finally {
      if (mine === this.#turn) clearTimeout(this.#slow);
    }
  }

  async #answer(state, isLate) {
    const finder = await this.#finder();
    const outcome = await finder.find(state, this.#columns(state));
    if (isLate()) return;
    clearTimeout(this.#slow);
    const sentence = this.#view.showCounts(outcome);
    this.#filters.update(outcome.state, outcome.values);
    // Rows come over the network: nobody has to wait for them to see what a filter leaves.
    const cards = await finder.cards(outcome);
    if (isLate()) return;
    this.#view.showRows(outcome, cards);
    this.#explain(outcome.answer);
    if (outcome.docs.length) this.#status.say(sentence);
    else this.#status.interrupt(sentence, this.#address.isTyping ? HALF : 0);
    const silent = finder.silent(outcome, cards);
    this.#whys.show(silent.map((place) => this.#view.row(place)), (chosen) =>
      finder.whys(outcome, chosen.map((n) => silent[n])));
    const helps = await this.#helps(outcome, finder);
    if (!isLate()) this.#view.showHelps(helps);
  }

  /** The ways on. Where they do not come, rows that stand there are worth more than the failure. */
  async #helps(outcome, finder) {
    if (!wantsHelp(outcome)) return [];
    try {
      return await this.#waysOn(outcome, finder);
    } catch (error) {
      if (outcome.docs.length) return [];
      throw error;
    }
  }

  #columns(state) {
    return { used: this.#filters.columns(state), asked: this.#filters.asked(state) };
  }

  /** Count values that came into sight; the results stay as they are, and nothing is said. */
  async #count() {
    const mine = this.#turn;
    const state = this.#state();
    try {
      const outcome = await (await this.#finder()).find(state, this.#columns(state));
      if (mine === this.#turn) this.#filters.update(outcome.state, outcome.values);
    } catch (error) {
      if (mine === this.#turn) this.#fail(error);
    }
  }

  async #waysOn(outcome, finder) {
    const { helps } = await import("./helps.js");
    return helps(outcome, {
      words: this.#words,
      address: (state) => this.#view.address(state),
      named: this.#filters.named,
      count: (state) => finder.count(state, this.#filters.columns(state)),
    });
  }

  #showBuilt(state) {
    const sentence = this.#view.showBuilt(state);
    this.#explain(null);
    this.#filters.update(state, null);
    // On arrival there is nothing to announce: the page is read anyway.
    if (this.#turn > 1) this.#status.say(sentence);
  }

  #waitFrom(mine) {
    clearTimeout(this.#slow);
    this.#view.showBusy();
    this.#slow = setTimeout(() => {
      if (mine !== this.#turn) return;
      this.#view.showSlow();
      this.#status.say(this.#words.looking, 0);
    }, SLOW);
  }

  #fail(error) {
    const failure = failureOf(error, this.#words, () => this.#refresh());
    this.#view.showFailure(failure);
    this.#status.interrupt(failure.message);
  }
}
