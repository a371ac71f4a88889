// Reasons in the reader's words, with the sentences that sitegen/inbrowser/sayings.py exports: the
// mirror of sitegen/matching/words.py.

import { fill, list, localeOf } from "../search/sentences.js";

export class Sayings {
  #raw;
  #words;
  #plurals;
  #day;

  /** @param {object} raw  the sayings as they were fetched */
  constructor(raw) {
    this.#raw = raw;
    this.#words = { lang: localeOf(raw.lang) };
    this.#plurals = new Intl.PluralRules(raw.lang);
    this.#day = new Intl.DateTimeFormat(this.#words.lang, { dateStyle: "long", timeZone: "UTC" });
  }

  /** A reason as a phrase with a capital and without a full stop. */
  say(reason) {
    return capital(this.phrase(reason));
  }

  /** A reason as it stands within a sentence. @param {import("./check.js").Reason} reason */
  phrase({ code, params }) {
    const forms = this.#raw.reasons[code];
    const sentence = forms[this.#plurals.select(params.count ?? 1)] ?? forms.other;
    const values = Object.entries(params).map(([name, value]) => [name, this.#value(name, value)]);
    return fill(sentence, Object.fromEntries(values));
  }

  #value(name, value) {
    if (typeof value === "number") return String(value);
    const { kinds, lists } = this.#raw;
    if (name === "forms") {
      const forms = value.split(",").map((form) => this.#one("form", form));
      return list(this.#words, forms, "disjunction");
    }
    const kind = lists[name];
    return kind
      ? this.#joined(value.split(",").map((one) => this.#one(kind, one)))
      : this.#one(kinds[name] ?? name, value);
  }

  #one(kind, value) {
    if (kind === "day") return this.#day.format(new Date(value));
    if (kind !== "spoken") return this.#raw.says[kind]?.[value] ?? value;
    const [language, level] = value.split(" ");
    const [name, told] = [this.#one("language", language), this.#one("level", level)];
    return level === "native" ? `${name} (${told})` : `${name} ${told}`;
  }

  /** Items as a list; with commas alone where an item holds an "and" of its own. */
  #joined(items) {
    return items.some((item) => item.includes(" and ")) ? items.join(", ") : list(this.#words, items);
  }
}

/** The text with its first letter large. */
export function capital(text) {
  const [first = "", ...rest] = text;
  return first.toUpperCase() + rest.join("");
}
