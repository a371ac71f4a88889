// The families, as they stand in the page to be read: there they are translated already.

/**
 * @param {Element} root
 * @returns {import("../build/voices.js").Family[]}
 */
export function readFamilies(root) {
  return [...root.querySelectorAll("details[id]")].map((family) => ({
    id: family.id,
    label: said(family, "summary"),
    levels: [...family.querySelectorAll(".levels > li")].map((level) => all(level, "ul > li")),
    example: said(family, "blockquote > p:last-child"),
    names: [...family.querySelectorAll("dl > div")].map((name) => ({
      who: said(name, "dt"),
      name: said(name, "dd"),
    })),
  }));
}

function said(root, selector) {
  return root.querySelector(selector).textContent.trim();
}

function all(root, selector) {
  return [...root.querySelectorAll(selector)].map(({ textContent }) => textContent.trim());
}
