// Links to the other pages of the results, with the markup of `pager` in templates/macros/show.html.

import { element } from "./elements.js";
import { number } from "./sentences.js";

/** Results on a page, as many as in the lists. */
export const PAGE_SIZE = 20;

/** How many pages so many results take; none has one page. */
export function pageCount(results) {
  return Math.max(1, Math.ceil(results / PAGE_SIZE));
}

/**
 * The pages to link to: the first, the last and those around the present one; 0 is a gap.
 *
 * @returns {number[]}
 */
export function pagesAround(present, count) {
  const wanted = [1, present - 1, present, present + 1, count];
  const pages = [...new Set(wanted)].filter((page) => page >= 1 && page <= count);
  pages.sort((a, b) => a - b);
  return pages.flatMap((page, place) => {
    const before = place ? pages[place - 1] : 0;
    if (page - before === 2) return [page - 1, page];
    return page - before > 2 ? [0, page] : [page];
  });
}

/** The list items; `address(page)` is where a page is. */
export function pagerItems(words, present, count, address) {
  const item = (page, label, attributes) =>
    element("li", {}, element("a", { href: address(page), "data-key": label, ...attributes }, label));
  const items = [];
  if (present > 1) items.push(item(present - 1, words.previous, { rel: "prev" }));
  for (const page of pagesAround(present, count)) {
    items.push(page ? numbered(words, page, present, address) : element("li", {}, "…"));
  }
  if (present < count) items.push(item(present + 1, words.next, { rel: "next" }));
  return items;
}

function numbered(words, page, present, address) {
  const hidden = element("span", { class: "visually-hidden" }, `${words.page} `);
  const current = page === present && "page";
  const attributes = { href: address(page), "aria-current": current, "data-key": `page ${page}` };
  return element("li", {}, element("a", attributes, hidden, number(words, page)));
}
