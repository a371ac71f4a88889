// The search page: what runs at once. The index and all that reads it are loaded when first asked for.

import { Filters } from "./search/filters.js";
import { kept } from "./search/load.js";
import { SearchPage } from "./search/page.js";

const form = document.querySelector("form[data-search]");
const finder = kept(async () => {
  const { Finder } = await import("./search/find.js");
  return new Finder(form.dataset.manifest);
});
const filters = new Filters(document.querySelector("[data-filters]"), document.documentElement.lang);
new SearchPage(form, filters, finder).start();
