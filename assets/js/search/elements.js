// Elements made without markup in text: everything that somebody wrote goes in as text.

const SVG = "http://www.w3.org/2000/svg";

/** An element with attributes and children; an attribute of `false` or `null` is left out. */
export function element(name, attributes, ...children) {
  return filled(document.createElement(name), attributes, children);
}

/** The same for drawings. */
export function shape(name, attributes, ...children) {
  return filled(document.createElementNS(SVG, name), attributes, children);
}

function filled(made, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== false && value !== null && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

/**
 * Text with its matches marked, from `[[text, isMatch], …]`.
 *
 * @returns {(string|HTMLElement)[]}
 */
export function marked(parts) {
  return parts.map(([text, isMatch]) => (isMatch ? element("mark", {}, text) : text));
}

/** What a sentence says, with an element in the place of its `{name}`. */
export function around(sentence, name, inside) {
  const [before, after = ""] = sentence.split(`{${name}}`);
  return [before, inside, after];
}

/**
 * Run `update`, which may replace what is in `root`, and leave the focus where it was: on what has
 * the same `data-key`, and otherwise on `fallback`.
 */
export function keepFocus(root, fallback, update) {
  const held = root.contains(document.activeElement) ? document.activeElement : null;
  update();
  if (!held || (held.isConnected && document.activeElement === held)) return;
  const key = held.dataset.key;
  const same = [...root.querySelectorAll("[data-key]")].find((each) => each.dataset.key === key);
  (same ?? fallback).focus({ preventScroll: true });
}
