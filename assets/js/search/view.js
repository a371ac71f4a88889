// What the page shows of an outcome. Reads nothing, decides nothing.

import { chips, filterNames } from "./chips.js";
import { element, keepFocus } from "./elements.js";
import { elsewhereLine } from "./elsewhere.js";
import { feedLine } from "./feeds.js";
import { showOrders } from "./orders.js";
import { PAGE_SIZE, pageCount, pagerItems } from "./pager.js";
import { row } from "./results.js";
import { counted, countSentence, fill, number, pageTitle } from "./sentences.js";
import { changed, filtersInUse, isBare, writeState } from "./state.js";

/** One element of the page by the name of its hook. */
export function part(name) {
  return document.querySelector(`[data-${name}]`);
}

/** Writes outcomes onto the page. */
export class View {
  #words;
  #filters;
  #title = document.title;
  /** The page as it was built: what stands there when nothing is asked for. */
  #built = {
    sentence: part("sentence").textContent,
    rows: [...part("results").children],
    pages: [...part("pages").children],
    counts: [...part("kinds").querySelectorAll(".count")].map(({ textContent }) => textContent),
  };

  /** @param {Words} words @param {Filters} filters */
  constructor(words, filters) {
    this.#words = words;
    this.#filters = filters;
  }

  /** The address of a state. */
  address(state) {
    return location.pathname + writeState(state);
  }

  /** What can be shown before anything is looked for: the title, the switch, the chips. */
  showState(state) {
    this.#showTitle(state);
    const items = chips(this.#words, state, this.#filters.named, (each) => this.address(each));
    this.#replace("chips", items);
    part("selected").hidden = !items.length;
    for (const link of part("kinds").querySelectorAll("a")) {
      const show = link.dataset.show;
      link.href = this.address(changed(state, { show, sort: "" }));
      if (show === state.show) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    showOrders(part("sort"), state);
    const feed = feedLine(this.#words, state, this.#filters.named);
    part("subscribe").replaceChildren(...feed);
  }

  #showTitle(state) {
    const { q: query, page } = state;
    const about = { query, filters: filterNames(this.#words, state, this.#filters), page };
    document.title = isBare(state) ? this.#title : pageTitle(this.#words, about, this.#title);
  }

  /** The page as it was built, for a state that asks for nothing. */
  showBuilt(state) {
    const { sentence, rows, pages, counts } = this.#built;
    part("sentence").textContent = sentence;
    part("kinds").querySelectorAll(".count").forEach((each, place) => {
      each.textContent = counts[place];
    });
    this.#replace("results", rows);
    this.#replace("pages", pages);
    part("pages").closest("nav").hidden = !pages.length;
    this.#replace("helps", []);
    this.#replace("more", []);
    this.#showSheet(state, Number(part("found").dataset.people));
    this.#ready();
    return sentence;
  }

  /**
   * How many there are, in a sentence and by kind. The rows are still to come.
   *
   * @returns {string} the sentence, to be said
   */
  showCounts(outcome) {
    const { state, docs, counts } = outcome;
    const sentence = this.sentence(outcome);
    part("sentence").textContent = sentence;
    // Only now it is known how many pages there are.
    this.#showTitle(state);
    for (const [kind, found] of Object.entries(counts)) {
      part("kinds").querySelector(`[data-show=${kind}] .count`).textContent = number(this.#words, found);
    }
    this.#showMore(outcome);
    this.#showSheet(state, docs.length);
    return sentence;
  }

  /** The rows of an outcome, and which of its pages they are. */
  showRows({ state, docs, countries, highlight }, cards) {
    const frame = part("frame").content.firstElementChild;
    const rows = cards.map((card, place) => {
      const names = countries[place].map((value) => this.#filters.named("country", value).value);
      const why = elsewhereLine(this.#words, card, names);
      return row(card, { kind: state.show, highlight, why, frame });
    });
    this.#replace("results", rows);
    const first = (state.page - 1) * PAGE_SIZE + 1;
    part("results").setAttribute("start", String(first));
    const count = pageCount(docs.length);
    const pages = count > 1
      ? pagerItems(this.#words, state.page, count, (page) => this.address({ ...state, page }))
      : [];
    this.#replace("pages", pages);
    part("pages").closest("nav").hidden = !pages.length;
    this.#ready();
  }

  /** “12 of 60 people for “water”, filtered by Kenya” */
  sentence({ state, docs, total, answer }) {
    return countSentence(this.#words, {
      kind: state.show,
      count: docs.length,
      total,
      query: answer?.instead ?? state.q,
      filters: filterNames(this.#words, state, this.#filters),
    });
  }

  /** The row at a place of this page, from 0. */
  row(place) {
    return part("results").children[place];
  }

  /** Notes and ways on above the rows. */
  showHelps(elements) {
    this.#replace("helps", elements);
  }

  /** To the first of the results: after another page of them was asked for. */
  goToResults() {
    part("sentence").focus({ preventScroll: true });
    part("found").scrollIntoView();
  }

  /** A message in the place of the results, with one button. */
  showFailure({ message, button, onClick }) {
    const made = element("button", { type: "button", class: "quiet", "data-key": "again" }, button);
    made.addEventListener("click", onClick);
    part("sentence").textContent = message;
    this.#replace("results", []);
    this.#replace("pages", []);
    this.#replace("more", []);
    this.#replace("helps", [element("p", {}, made)]);
    this.#ready();
  }

  /** Before the first answer: what was built is none to what the address asks for. */
  showNothingYet() {
    this.#replace("results", []);
    this.#replace("pages", []);
    this.showSlow();
  }

  /** While an answer is awaited: the old one stays, and is marked as old. */
  showBusy() {
    part("found").setAttribute("aria-busy", "true");
  }

  /** After a while of that, say so in its place. */
  showSlow() {
    part("sentence").textContent = this.#words.looking;
  }

  /** The answer stands there: for what is added to rows. */
  #ready() {
    part("found").removeAttribute("aria-busy");
    part("results").dispatchEvent(new CustomEvent("results", { bubbles: true }));
  }

  /** How many have only some of the words, with the way to see them and back. */
  #showMore({ state, docs, more, answer }) {
    const toggled = changed(state, { some: !state.some });
    const label = state.some
      ? answer?.some.length && this.#words.hideSome
      : docs.length && more && counted(this.#words, "some", more);
    const href = this.address(toggled);
    this.#replace("more", label ? [element("a", { href, "data-key": "some" }, label)] : []);
  }

  #replace(name, children) {
    const root = part(name);
    keepFocus(root, part("sentence"), () => root.replaceChildren(...children));
  }

  /** “Filters (3)” and “Show 12 people”, for small screens. */
  #showSheet(state, found) {
    const used = filtersInUse(state).length;
    part("open-filters").textContent = used
      ? fill(this.#words.filtersCount, { count: number(this.#words, used) })
      : this.#words.filtersLabel;
    part("close-filters").textContent = counted(this.#words, `${state.show}Show`, found);
  }
}
