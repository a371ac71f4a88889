// One value, as it is written → what a program reads of it, or why it is refused: the mirror of
// sitegen/models/kind.py and fields.py. The limits and lists are those of form.json.

import { folded, refusedIn, size, trimmed } from "./text.js";

const DAY = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
const SHORT_NUMBER = /^[0-9]{1,2}$/;
const NUMBER_OR_NAME_PARTS = /[/?#@:]/;
const LONGEST_ADDRESS = 300;

/**
 * @typedef {object} Node  what may stand in a field: see sitegen/forms/fields.py
 *
 * @typedef {object} Read
 * @property {string | number | boolean | null} [value]
 * @property {string} [code]    of the problem, where it is refused
 * @property {Record<string, string>} [params]
 */

/**
 * @param {import("./judge.js").Known} known
 * @param {Node} node
 * @param {unknown} raw
 * @returns {Read}
 */
export function readValue(known, node, raw) {
  if (typeof raw !== "string") return refused("P016", { expected: known.form.said.text });
  const hidden = refusedIn(known.form, raw);
  const read = hidden ? refused("P003", { found: hidden.found }) : READERS[node.type](known, node, trimmed(raw));
  return read.code && raw === "" ? refused("P025", {}) : read;
}

function refused(code, params) {
  const texts = Object.entries(params).map(([name, value]) => [name, String(value)]);
  return { code, params: Object.fromEntries(texts) };
}

function sized(value, most) {
  const length = size(value);
  if (!length) return refused("P025", {});
  if (length > most) return refused("P024", { length, most, over: length - most });
  return { value: folded(value) };
}

function ifIn(isIn, code, value, more = {}) {
  return isIn ? { value } : refused(code, { value, ...more });
}

function isNamed(known, list, value) {
  return Object.hasOwn(known.form.lists[list].names, value);
}

function whole({ form }, { least, most }, value) {
  if (!matches(form, "whole", value)) return refused("P021", { value });
  const number = Number(value);
  return number >= least && number <= most ? { value: number } : refused("P022", { value, least, most });
}

function years({ form }, { least, most }, value) {
  if (value === "yes") return { value: null };
  const number = SHORT_NUMBER.test(value) ? Number(value) : 0;
  return number >= least && number <= most
    ? { value: number }
    : refused("P028", { value, allowed: form.said.years });
}

function day(_, node, value) {
  const isDay = DAY.test(value) && value >= "1900" && value < "2200" && isReal(value);
  return ifIn(isDay, "P023", value);
}

/** Whether a day stands in the calendar: not 30 February. */
function isReal(value) {
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

function login({ form }, node, value) {
  return matches(form, "login", value) ? { value } : refused("P016", { expected: form.said.login });
}

function id(known, { of }, value) {
  const read = sized(value, known.form.limits.slug);
  if (read.code) return read;
  const isIn = of === "skill" ? known.skills.has(read.value) : isNamed(known, of, read.value);
  return ifIn(isIn, "P012", read.value, { kind: of, where: known.form.lists[of].where });
}

function area(known, { words = [] }, value) {
  const isIn = words.includes(value) || isNamed(known, "country", value) || isNamed(known, "region", value);
  return ifIn(isIn, "P012", value, { kind: "region", where: known.form.lists.region.where });
}

function language({ form }, node, value) {
  const isTag = matches(form, "tag", value) && Object.hasOwn(form.languages, value.split("-")[0]);
  return ifIn(isTag || Object.hasOwn(form.languages, value), "P031", value);
}

function matches(form, name, value) {
  return new RegExp(form.patterns[name], "u").test(value);
}

/** Whether a page may link there: https, a host, no user name, no blank. */
export function isPublicAddress(form, value) {
  const found = new RegExp(form.patterns.link, "u").exec(value);
  if (!found || size(value) > LONGEST_ADDRESS) return false;
  // What a browser would compose to something else than a name.
  const [, host] = found;
  return host.startsWith("[") ? URL.canParse(`https://${host}`) : !NUMBER_OR_NAME_PARTS.test(host.normalize("NFKC"));
}

const READERS = {
  text: (_, { most }, value) => sized(value, most),
  whole,
  years,
  word: (_, { words }, value) => ifIn(words.includes(value), "P028", value, { allowed: words.join(", ") }),
  yes: (_, node, value) => (["yes", "no"].includes(value) ? { value: value === "yes" } : refused("P020", { value })),
  day,
  link: ({ form }, node, value) => ifIn(isPublicAddress(form, value), "P029", value),
  login,
  slug: ({ form }, node, value) =>
    ifIn(size(value) <= form.limits.slug && matches(form, "slug", value), "P034", value),
  code: (known, { of }, value) => ifIn(isNamed(known, of, value), known.form.lists[of].refused, value),
  language,
  id,
  area,
};
