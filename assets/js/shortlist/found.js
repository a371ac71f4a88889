// The query string of a search → what was searched for, in words. Unknown things are dropped.

import { fill, localeOf } from "../search/sentences.js";
import { isDay } from "../search/state.js";

const LONGEST = 2000;
const LONGEST_WORDS = 200;
const LANGUAGE_LEVEL = /^[A-C][12]$/;

/** The query string that an address carries as `from`, or nothing. */
export function searchOf(address) {
  return (new URLSearchParams(address).get("from") ?? "").slice(0, LONGEST);
}

/**
 * @param {string} search  a query string of the search page
 * @param {Record<string, {label: string, values: Record<string, string>}>} filters  by group
 * @param {object} words
 * @returns {string[]}  one line for each thing that was asked for
 */
export function foundWith(search, filters, words) {
  const given = new URLSearchParams(search);
  const query = (given.get("q") ?? "").slice(0, LONGEST_WORDS).trim();
  const groups = Object.entries(filters).flatMap(([key, { label, values }]) => {
    const labels = given.getAll(key).filter((value) => Object.hasOwn(values, value));
    const value = either(words, [...new Set(labels)].map((each) => values[each]));
    return labels.length ? [fill(words.foundFilter, { label, value })] : [];
  });
  return [
    ...(query ? [fill(words.foundQ, { value: query })] : []),
    ...(given.get("show") === "assignments" ? [words.foundShow] : []),
    ...groups,
    ...limits(given, words),
    ...(query && given.get("words") === "some" ? [words.foundSome] : []),
  ];
}

function limits(given, words) {
  const found = [];
  const add = (form, value) => value && found.push(fill(form, { value }));
  add(words.foundSkillLevel, words[`level-${given.get("skill-level")}`]);
  const spoken = given.get("language-level") ?? "";
  add(words.foundLanguageLevel, LANGUAGE_LEVEL.test(spoken) && spoken);
  const day = given.get("free-by") ?? "";
  add(words.foundFreeBy, isDay(day) && dayInWords(new Date(day), words.lang, "UTC"));
  const days = given.get("days") ?? "";
  add(words.foundDays, /^[1-9]\d?$/.test(days) && days);
  return found;
}

/** A moment's day in words, as the pages write it; by the reader's clock where no zone is named. */
export function dayInWords(moment, lang, timeZone) {
  return new Intl.DateTimeFormat(localeOf(lang), { dateStyle: "long", timeZone }).format(moment);
}

function either(words, labels) {
  return new Intl.ListFormat(words.lang, { type: "disjunction" }).format(labels);
}
