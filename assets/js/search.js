// The search page. The address holds the state; everything shown follows from it.

import { createFilters } from "./search-filters.js";
import { fetchJson as fetched, kept } from "./search/load.js";
import {
  countValues,
  fill,
  find,
  isFiltered,
  readQuery,
  readState,
  select,
  summary,
  withoutFilters,
  withValues,
} from "./search-query.js";
import { row } from "./search-results.js";

// Milliseconds: until a pause in typing is a query, until a query is settled, until waiting is said.
const TYPING = 150;
const SETTLED = 500;
const SLOW = 800;
const AT_ONCE = 30;

class SearchPage {
  #form;
  #field;
  #says;
  #title = document.title;
  #documents;
  #index;
  #updateFilters;
  #typing;
  #speaking;
  #turn = 0;
  #rest = [];

  constructor(form) {
    this.#form = form;
    this.#field = form.elements.q;
    this.#says = sayings(part("words"));
    this.#documents = kept(() => fetched(form.dataset.documents));
    this.#index = kept(async () => lunr.Index.load(await fetched(form.dataset.index)));
  }

  start() {
    part("without").hidden = true;
    this.#field.addEventListener("input", ({ isComposing }) => {
      clearTimeout(this.#typing);
      if (!isComposing) this.#typing = setTimeout(() => this.#takeQuery(), TYPING);
    });
    this.#field.addEventListener("compositionend", () => this.#takeQuery());
    // What fails here is asked for again, and said, when somebody searches.
    this.#field.addEventListener("focus", () => this.#index().catch(() => {}), { once: true });
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#takeQuery();
    });
    part("next").addEventListener("click", () => this.#showMore());
    part("unfilter").addEventListener("click", (event) => {
      event.preventDefault();
      this.#field.focus();
      this.#go("pushState", new URL(event.currentTarget.href).search);
    });
    part("retry").addEventListener("click", () => this.#retry());
    addEventListener("popstate", () => this.#restore());
    this.#restore();
  }

  #takeQuery() {
    const query = this.#field.value.trim();
    this.#go("replaceState", withValues(location.search, "q", query ? [query] : []));
  }

  #restore() {
    clearTimeout(this.#typing);
    this.#field.value = readQuery(location.search);
    this.#refresh();
  }

  #go(how, search) {
    clearTimeout(this.#typing);
    if (search !== location.search) history[how](null, "", location.pathname + search);
    this.#refresh();
  }

  async #refresh() {
    const mine = ++this.#turn;
    const query = readQuery(location.search);
    part("results").setAttribute("aria-busy", "true");
    this.#say(this.#says.loading, SLOW);
    let loaded;
    try {
      loaded = await Promise.all([this.#documents(), query && this.#index()]);
    } catch {
      if (mine === this.#turn) this.#fail();
      return;
    }
    // An answer that comes after a newer question is not shown.
    if (mine !== this.#turn) return;
    const [data, index] = loaded;
    const isCommon = (word) => !lunr.stopWordFilter(word);
    this.#show(data, query ? find(index, isCommon, query) : null);
  }

  #show(data, found) {
    const state = readState(location.search, data.facets);
    const selected = select(data, state, found);
    this.#updateFilters ??= this.#buildFilters(data);
    this.#updateFilters(selected.counts, state.filters);
    this.#rest = selected.shown.map((document) => row(document));
    this.#results(this.#rest.splice(0, AT_ONCE));
    part("empty").hidden = selected.shown.length > 0;
    part("filtered").hidden = !isFiltered(state.filters);
    const bare = withoutFilters(location.search, data.facets);
    part("unfilter").setAttribute("href", location.pathname + bare);
    const { query } = state;
    document.title = query ? fill(this.#says.title, { query, title: this.#title }) : this.#title;
    this.#say(summary(this.#says, selected, { query, near: found?.near ?? [] }), SETTLED);
  }

  #buildFilters(data) {
    const { filters } = readState("", data.facets);
    const totals = countValues(Object.values(data.documents), filters);
    const root = part("filters");
    const update = createFilters(root, data.facets, totals, this.#says, (key, values) => {
      // What is typed and not yet taken belongs to the entry before this one.
      this.#takeQuery();
      this.#go("pushState", withValues(location.search, key, values));
    });
    root.hidden = false;
    part("to-filters").hidden = false;
    return update;
  }

  #results(rows) {
    part("results").replaceChildren(...rows);
    part("results").removeAttribute("aria-busy");
    part("next").hidden = !this.#rest.length;
    part("failed").hidden = true;
  }

  #showMore() {
    const rows = this.#rest.splice(0, AT_ONCE);
    part("results").append(...rows);
    part("next").hidden = !this.#rest.length;
    rows[0].querySelector("a").focus();
  }

  #fail() {
    this.#rest = [];
    this.#results([]);
    part("empty").hidden = true;
    part("failed").hidden = false;
    this.#say(this.#says.failure, 0);
  }

  #retry() {
    // Without lunr itself there is nothing to ask again: the page has to fetch it.
    if (!globalThis.lunr) return location.reload();
    this.#field.focus();
    this.#refresh();
  }

  /** Say a sentence in the live region unless another one follows sooner. */
  #say(sentence, after) {
    clearTimeout(this.#speaking);
    this.#speaking = setTimeout(() => {
      const status = part("status");
      if (status.textContent !== sentence) status.textContent = sentence;
    }, after);
  }
}

function part(name) {
  return document.querySelector(`[data-${name}]`);
}

/** The page's words in the reader's language. */
function sayings(template) {
  const forms = [...template.content.children].map(({ dataset }) => ({
    ...dataset,
    n: Number(dataset.n),
  }));
  return { ...template.dataset, forms, lang: document.documentElement.lang };
}

const form = document.querySelector("form[data-search]");
if (form) new SearchPage(form).start();
