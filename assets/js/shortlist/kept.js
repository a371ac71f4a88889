// The reader's own shortlist: slugs of people, in order, in this browser and nowhere else.
//
// People only. An assignment closes within weeks, and what belongs to a choice between assignments is
// the question whether one answers; that goes through its page.

/** People that a list holds at most: each is fetched when the list is shown. */
export const MOST = 50;

const LONGEST = 64;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * The slugs among some values, each once, in their order, at most `MOST`.
 *
 * @param {unknown[]} values
 * @returns {string[]}
 */
export function slugsOf(values) {
  const found = values.filter(
    (value) => typeof value === "string" && value.length <= LONGEST && SLUG.test(value),
  );
  return [...new Set(found)].slice(0, MOST);
}

/** The slugs in a text that was kept: none where somebody else wrote something else there. */
export function parse(text) {
  try {
    const found = JSON.parse(text);
    return Array.isArray(found) ? slugsOf(found) : [];
  } catch {
    return [];
  }
}

/** The list of one site; `address` is that of its shortlist: sites below one host share a storage. */
export class Kept {
  #key;

  constructor(address) {
    this.#key = `shortlist ${address}`;
  }

  /** The slugs, or null where the browser refuses to keep anything. */
  read() {
    try {
      return parse(localStorage.getItem(this.#key));
    } catch {
      return null;
    }
  }

  /** Keep these; false where the browser refuses or the list would be too long. */
  write(slugs) {
    if (slugs.length > MOST) return false;
    try {
      if (slugs.length) localStorage.setItem(this.#key, JSON.stringify(slugs));
      else localStorage.removeItem(this.#key);
      return true;
    } catch {
      return false;
    }
  }

  /** Put somebody on the list, at the end, or take them off. */
  toggle(slug) {
    const slugs = this.read() ?? [];
    const others = slugs.filter((each) => each !== slug);
    return this.write(others.length < slugs.length ? others : [...slugs, slug]);
  }

  /** Call `told` when another tab changes the list. */
  onChange(told) {
    // Without a key everything was emptied at once.
    addEventListener("storage", ({ key }) => (key === null || key === this.#key) && told());
  }
}
