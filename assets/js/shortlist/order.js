// The order of a list, which is the reader's own. Nothing here touches the page.

/**
 * The list with `slug` moved past its neighbour among those who are `shown`; who is kept but no
 * longer in the directory stays where it is.
 */
export function swapped(slugs, shown, slug, by) {
  const other = shown[shown.indexOf(slug) + by];
  const trade = new Map([[slug, other], [other, slug]]);
  return other === undefined ? slugs : slugs.map((each) => trade.get(each) ?? each);
}

/** Who stands where somebody stood before they were taken off: the next, else the one before. */
export function neighbour(shown, slug) {
  const place = shown.indexOf(slug);
  return shown[place + 1] ?? shown[place - 1];
}
