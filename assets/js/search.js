// The search page: what runs at once. The index and all that reads it are loaded when first asked for.

import { kept } from "./search/load.js";
import { SearchPage } from "./search/page.js";

const form = document.querySelector("form[data-search]");
const finder = kept(async () => {
  const { Finder } = await import("./search/find.js");
  return new Finder(form.dataset.manifest);
});
const filters = {
  knows: () => true, named: (group, value) => ({ group, value }), update() {}, asked: () => [],
  columns: ({ filters, freeBy, days }) => [...[...filters.keys()].filter((k) => k !== "skill"), ...(freeBy || days ? ["availability"] : [])],
};
new SearchPage(form, filters, finder).start();
