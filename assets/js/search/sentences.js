// The page's words and the sentences made of them. Every word stands in the page, translated.

/**
 * @typedef {object} Words
 * @property {string} lang
 * @property {Map<string, {n: number, text: string}[]>} counted  word forms by name, each with a
 *   sample number of the plural category that it is for
 * All other words are properties by their name in the page: `data-for-words` is `forWords`.
 */

/** The words that stand in a `<template data-words>`. */
export function readWords(template, lang) {
  const counted = new Map();
  for (const { dataset } of template.content.children) {
    const { n, ...forms } = dataset;
    for (const [name, text] of Object.entries(forms)) {
      counted.set(name, [...(counted.get(name) ?? []), { n: Number(n), text }]);
    }
  }
  return { ...template.dataset, counted, lang: localeOf(lang) };
}

/** The English of the pages is British: `1 March 2027`, and no comma before “and”. */
export function localeOf(lang) {
  return lang === "en" ? "en-GB" : lang;
}

/** `{name}` in a sentence replaced by the value of that name. */
export function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** A number in the reader's way of writing. */
export function number(words, value) {
  return new Intl.NumberFormat(words.lang).format(value);
}

/** The word form for a number: that of the sample which falls into the same plural category. */
export function counted(words, name, count, values = {}) {
  const rules = new Intl.PluralRules(words.lang);
  const category = rules.select(count);
  const forms = words.counted.get(name);
  const { text } = forms.find(({ n }) => rules.select(n) === category) ?? forms.at(-1);
  return fill(text, { count: number(words, count), ...values });
}

/** Several things in a row, as the language joins them: “Kenya, French and water”, or with “or”. */
export function list(words, parts, type = "conjunction") {
  return new Intl.ListFormat(words.lang, { type }).format(parts);
}

/**
 * “12 of 60 people for “water”, filtered by Kenya or Peru; French”.
 *
 * @param {{kind: string, count: number, total: number, query: string, filters: string[]}} what
 *   `filters`: each group in words, for any of its values will do, and all groups must
 */
export function countSentence(words, { kind, count, total, query, filters }) {
  const isAll = !query && !filters.length;
  const counts = isAll
    ? counted(words, kind, total)
    : count
      ? counted(words, `${kind}Of`, total, { count: number(words, count), total: number(words, total) })
      : words[kind === "people" ? "nonePeople" : "noneAssignments"];
  const form = query
    ? filters.length ? words.forWordsFiltered : words.forWords
    : filters.length ? words.filtered : "{counts}";
  return fill(form, { counts, query, filters: filters.join("; ") });
}

/** The title of the page: “water · Search · The directory”, with the page where there are several. */
export function pageTitle(words, { query, filters, page }, bare) {
  const about = [query, ...filters].filter(Boolean).join(", ");
  const parts = [about, page > 1 ? fill(words.pageNumber, { n: number(words, page) }) : ""];
  return [...parts.filter(Boolean), bare].join(" · ");
}
