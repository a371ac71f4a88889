// A draft of a profile or of an assignment: kept in this browser, the same in all its tabs.

const VERSION = 1;
/** A file may be pasted together from anything; no draft comes near this many characters. */
const LONGEST = 1_000_000;
const DEEPEST = 8;
/** Milliseconds between a change and its being kept: a moment, and not at every key. */
const PAUSE = 400;

/**
 * @typedef {string|Tree[]|{[key: string]: Tree}} Tree  front matter as text
 *
 * @typedef {object} DraftTree
 * @property {1} version
 * @property {"profile"|"assignment"} kind
 * @property {{[key: string]: Tree}} fields  the front matter, as it is read from a file
 * @property {string} body
 * @property {{[key: string]: Tree}} notes   what never goes into the file
 */

/** @returns {DraftTree} */
export function emptyDraft(kind) {
  return { version: VERSION, kind, fields: {}, body: "", notes: {} };
}

/**
 * What a text holds: a draft, or what is wrong with it.
 *
 * @returns {{draft?: DraftTree, fault?: "size"|"json"|"shape"|"version"|"kind"}}
 */
export function parseDraft(text, kind) {
  if (text.length > LONGEST) return { fault: "size" };
  let found;
  try {
    found = JSON.parse(text);
  } catch {
    return { fault: "json" };
  }
  if (!isTable(found) || !("version" in found)) return { fault: "shape" };
  const { version, kind: held, fields, body, notes = {} } = found;
  if (version !== VERSION) return { fault: "version" };
  if (held !== kind) return { fault: "kind" };
  const isWhole = isTable(fields) && isTable(notes) && isTree(fields) && isTree(notes);
  if (!isWhole || typeof body !== "string") return { fault: "shape" };
  return { draft: { version, kind, fields, body, notes } };
}

/** A draft as the text of a file. */
export function draftText(draft) {
  return `${JSON.stringify(draft, null, 2)}\n`;
}

function isTable(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isTree(value, depth = 0) {
  if (typeof value === "string") return true;
  return typeof value === "object" && value !== null && depth < DEEPEST
    && Object.values(value).every((part) => isTree(part, depth + 1));
}

/**
 * The draft of one kind.
 *
 * Tabs write in turns: what is kept bears a number that grows, and a change is made to the newest of
 * all. Changes are functions, so that those not kept yet can be made again to what another tab kept.
 */
export class Draft {
  #kind;
  #key;
  #storage;
  #told;
  #kept;
  #tree;
  #waiting = [];
  #timer = null;
  #isRefused = false;

  /**
   * @param {"profile"|"assignment"} kind
   * @param {string} site  its path: sites below one host share a storage
   * @param {object} told
   * @param {() => void} told.elsewhere  another tab changed it
   * @param {() => void} told.refused    the browser keeps nothing; said once
   * @param {() => Storage} storage      asking for it may throw already
   */
  constructor(kind, site, { elsewhere, refused }, storage = () => localStorage) {
    this.#kind = kind;
    this.#key = `sitegen-draft-${kind}${site}`;
    this.#storage = storage;
    this.#told = { elsewhere, refused };
    this.#kept = { draft: emptyDraft(kind), saved: 0 };
    this.#tree = this.#kept.draft;
    this.#catchUp();
  }

  /** What it holds now; change it by `change` alone. */
  get tree() {
    return this.#tree;
  }

  /** Make a change: `update` gets a copy to change, or returns another draft in its place. */
  change(update) {
    const isNews = this.#catchUp();
    this.#waiting.push(update);
    this.#tree = changed(this.#tree, update);
    this.#timer ??= setTimeout(() => this.flush(), PAUSE);
    if (isNews) this.#told.elsewhere();
  }

  /** Keep now what has changed. */
  flush() {
    clearTimeout(this.#timer);
    this.#timer = null;
    if (!this.#waiting.length) return;
    const isNews = this.#catchUp();
    this.#waiting = [];
    this.#kept = { draft: this.#tree, saved: this.#kept.saved + 1 };
    try {
      this.#storage().setItem(this.#key, JSON.stringify({ ...this.#tree, saved: this.#kept.saved }));
    } catch {
      this.#refuse();
    }
    if (isNews) this.#told.elsewhere();
  }

  /** Follow the other tabs, and keep everything before the page is left. */
  follow(page = globalThis) {
    const look = () => this.#catchUp() && this.#told.elsewhere();
    // Without a key everything was emptied at once.
    page.addEventListener("storage", ({ key }) => (key === null || key === this.#key) && look());
    page.addEventListener("pagehide", () => this.flush());
    page.addEventListener("pageshow", look);
    // The last that a page on a phone is certain to hear.
    page.document?.addEventListener("visibilitychange", () => this.flush());
  }

  /** Take over what another tab kept since, and make the waiting changes to it; whether there was any. */
  #catchUp() {
    let text = null;
    try {
      text = this.#storage().getItem(this.#key);
    } catch {
      this.#refuse();
    }
    const { draft } = text === null ? {} : parseDraft(text, this.#kind);
    const saved = draft ? Number(JSON.parse(text).saved) || 0 : 0;
    if (!draft || saved <= this.#kept.saved) return false;
    this.#kept = { draft, saved };
    this.#tree = this.#waiting.reduce(changed, draft);
    return true;
  }

  #refuse() {
    if (this.#isRefused) return;
    this.#isRefused = true;
    // Whoever is told may still be making what is to say it.
    queueMicrotask(this.#told.refused);
  }
}

function changed(tree, update) {
  const copy = structuredClone(tree);
  return update(copy) ?? copy;
}
