// Links to states of this page: real addresses, followed without loading anything.

/** The link that a click is to follow within the page, or null for one that the browser follows. */
export function linkWithin(event) {
  const { target, button, ctrlKey, metaKey, shiftKey, altKey, defaultPrevented } = event;
  const link = target.closest("a[href]");
  const isPlain = button === 0 && !(ctrlKey || metaKey || shiftKey || altKey);
  if (!link || !isPlain || defaultPrevented || link.hash) return null;
  return link.origin === location.origin && link.pathname === location.pathname ? link : null;
}
