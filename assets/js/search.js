// The search page. The address holds the state; everything shown follows from it.

import { createFilters } from "./search-filters.js";
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

const TYPING = 150;
const SETTLED = 500;
const SLOW = 800;
const AT_ONCE = 30;

const form = document.querySelector("[data-search]");
if (form) start();

function start() {
  const part = (name) => document.querySelector(`[data-${name}]`);
  const field = form.elements.q;
  const status = part("status");
  const results = part("results");
  const says = sayings(part("words"));
  const title = document.title;
  const loadDocuments = kept(() => load(form.dataset.documents));
  const loadIndex = kept(async () => lunr.Index.load(await load(form.dataset.index)));
  const isCommon = (word) => !lunr.stopWordFilter(word);
  let updateFilters;
  let typing;
  let speaking;
  let turn = 0;
  let rest = [];

  function go(how, search) {
    clearTimeout(typing);
    if (search !== location.search) history[how](null, "", location.pathname + search);
    refresh();
  }

  function takeQuery() {
    const query = field.value.trim();
    go("replaceState", withValues(location.search, "q", query ? [query] : []));
  }

  function restore() {
    field.value = readQuery(location.search);
    refresh();
  }

  async function refresh() {
    const mine = ++turn;
    const query = readQuery(location.search);
    say(says.loading, SLOW);
    results.setAttribute("aria-busy", "true");
    let loaded;
    try {
      loaded = await Promise.all([loadDocuments(), query && loadIndex()]);
    } catch {
      if (mine === turn) fail();
      return;
    }
    if (mine !== turn) return;
    const [data, index] = loaded;
    show(data, readState(location.search, data.facets), query ? find(index, isCommon, query) : null);
  }

  function show(data, state, found) {
    updateFilters ??= filters(data);
    const selected = select(data, state, found);
    updateFilters(selected.counts, state.filters);
    rest = selected.shown.map((each) => row(each, data.silos));
    results.replaceChildren(...rest.splice(0, AT_ONCE));
    results.removeAttribute("aria-busy");
    part("next").hidden = !rest.length;
    part("failed").hidden = true;
    part("empty").hidden = selected.shown.length > 0;
    part("filtered").hidden = !isFiltered(state.filters);
    const bare = withoutFilters(location.search, data.facets);
    part("unfilter").setAttribute("href", location.pathname + bare);
    document.title = state.query ? fill(says.title, { query: state.query, title }) : title;
    say(summary(says, selected, { query: state.query, near: found?.near ?? [] }), SETTLED);
  }

  function filters(data) {
    const root = part("filters");
    const totals = countValues(Object.values(data.documents), readState("", data.facets).filters);
    const update = createFilters(root, data.facets, totals, says, (key, values) => {
      takeQuery();
      go("pushState", withValues(location.search, key, values));
    });
    root.hidden = false;
    part("to-filters").hidden = false;
    return update;
  }

  function say(sentence, after) {
    clearTimeout(speaking);
    speaking = setTimeout(() => {
      if (status.textContent !== sentence) status.textContent = sentence;
    }, after);
  }

  function fail() {
    results.replaceChildren();
    results.removeAttribute("aria-busy");
    part("next").hidden = true;
    part("empty").hidden = true;
    part("failed").hidden = false;
    say(says.failure, 0);
  }

  field.addEventListener("input", ({ isComposing }) => {
    clearTimeout(typing);
    if (!isComposing) typing = setTimeout(takeQuery, TYPING);
  });
  field.addEventListener("compositionend", takeQuery);
  field.addEventListener("focus", () => loadIndex().catch(() => {}), { once: true });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    takeQuery();
  });
  part("next").addEventListener("click", () => {
    const next = rest.splice(0, AT_ONCE);
    results.append(...next);
    part("next").hidden = !rest.length;
    next[0].querySelector("a").focus();
  });
  part("unfilter").addEventListener("click", (event) => {
    event.preventDefault();
    field.focus();
    go("pushState", new URL(event.currentTarget.href).search);
  });
  part("retry").addEventListener("click", () => {
    // Without lunr itself there is nothing to ask again: the page has to fetch it.
    if (!globalThis.lunr) return location.reload();
    part("failed").hidden = true;
    field.focus();
    refresh();
  });
  addEventListener("popstate", restore);
  restore();
}

/** The page's words in the reader's language. */
function sayings(template) {
  const forms = [...template.content.children].map(({ dataset }) => ({
    ...dataset,
    n: Number(dataset.n),
  }));
  return { ...template.dataset, forms, lang: document.documentElement.lang };
}

/** A promise kept once it is fulfilled; after a failure the next call tries again. */
function kept(load) {
  let promise;
  return () => {
    promise ??= load().catch((error) => {
      promise = undefined;
      throw error;
    });
    return promise;
  };
}

async function load(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.json();
}
