// The address ⇄ the state of the search page. Nothing here touches the page.

/** The facet groups, in the order in which they stand in an address. */
export const GROUPS = Object.freeze([
  "family", "skill", "sector", "silo", "country", "region", "language", "mode", "travel", "kind",
  "pro-bono", "guidance", "vetting",
]);

/** Least levels that can be asked for, by group, lowest first. */
export const LEVELS = Object.freeze({
  skill: ["2", "3", "4"],
  language: ["A2", "B1", "B2", "C1", "C2"],
});

/** Orders besides the usual one: by relevance, or without words as in the list. */
export const SORTS = Object.freeze(["available", "confirmed", "name"]);

const LONGEST = 200;
// Years that the field for a day takes.
const DATE = /^2[01]\d\d-\d\d-\d\d$/;
const NUMBER = /^[1-9]\d{0,5}$/;

/**
 * @typedef {object} State
 * @property {string} q  the words as typed, without blanks around them
 * @property {"people"|"assignments"} show
 * @property {Map<string, Set<string>>} filters  by group; a group without values has no entry
 * @property {{skill?: number, language?: string}} levels  the least level asked for
 * @property {string} freeBy  a day as YYYY-MM-DD, or ""
 * @property {number} days  least days a month, or 0
 * @property {""|"available"|"confirmed"|"name"} sort
 * @property {number} page  from 1
 * @property {boolean} some  whether those with only some of the words are shown too
 * @property {boolean} exact  whether a word that nobody wrote stays as it was typed
 */

/**
 * The state that the query string of an address asks for; what is not understood is dropped.
 *
 * @param {string} search  as `location.search`
 * @param {(group: string, value: string) => boolean} knows  whether a facet has this value, or its
 *   group this level to choose
 * @returns {State}
 */
export function readState(search, knows = () => true) {
  const given = new URLSearchParams(search);
  const one = (name, isRight) => given.getAll(name).find(isRight) ?? "";
  const filters = new Map();
  for (const group of GROUPS) {
    const values = given.getAll(group).filter((value) => knows(group, value));
    if (values.length) filters.set(group, new Set(values));
  }
  return {
    q: (given.get("q") ?? "").slice(0, LONGEST).trim(),
    show: one("show", (value) => value === "assignments") || "people",
    filters,
    levels: readLevels(one, knows),
    freeBy: one("free-by", isDay),
    days: Math.min(31, Number(one("days", (value) => NUMBER.test(value)))),
    sort: one("sort", (value) => SORTS.includes(value)),
    page: Number(one("page", (value) => NUMBER.test(value))) || 1,
    some: given.get("words") === "some",
    exact: given.get("words") === "exact",
  };
}

function readLevels(one, knows) {
  const level = (facet) => {
    const group = `${facet}-level`;
    return one(group, (value) => LEVELS[facet].includes(value) && knows(group, value));
  };
  const [skill, language] = [Number(level("skill")), level("language")];
  return { ...(skill && { skill }), ...(language && { language }) };
}

/** Whether a text is a day, as YYYY-MM-DD. Browsers take 30 February for 2 March, or for no day. */
export function isDay(text) {
  const time = DATE.test(text) ? Date.parse(text) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The query string of a state, with its question mark; empty for the state of a bare address. */
export function writeState(state) {
  const text = new URLSearchParams(pairs(state)).toString();
  return text && `?${text}`;
}

function pairs({ q, show, filters, levels, freeBy, days, sort, page, some, exact }) {
  const given = [
    ["q", q],
    ["show", show === "people" ? "" : show],
    ...GROUPS.flatMap((group) => [...(filters.get(group) ?? [])].map((value) => [group, value])),
    ["skill-level", levels.skill ?? ""],
    ["language-level", levels.language ?? ""],
    ["free-by", freeBy],
    ["days", days || ""],
    ["sort", sort],
    ["words", some ? "some" : exact ? "exact" : ""],
    ["page", page > 1 ? page : ""],
  ];
  return given.filter(([, value]) => value !== "");
}

/** The state with some parts exchanged, on its first page. */
export function changed(state, parts) {
  return { ...state, page: 1, ...parts };
}

/** The state for other words. */
export function withWords(state, q) {
  return q === state.q ? state : changed(state, { q, some: false, exact: false });
}

/** The state with one value of a group ticked or not. */
export function withValue(state, group, value, ticked) {
  const values = new Set(state.filters.get(group));
  if (ticked) values.add(value);
  else values.delete(value);
  const filters = new Map(state.filters);
  if (values.size) filters.set(group, values);
  else filters.delete(group);
  return changed(state, { filters });
}

/** The state with the least level of a facet, or with none. */
export function withLevel(state, facet, value) {
  const { [facet]: _, ...levels } = state.levels;
  const level = facet === "skill" ? Number(value) : value;
  return changed(state, { levels: value ? { ...levels, [facet]: level } : levels });
}

/** The state without any filter; words, kind and order stay. */
export function withoutFilters(state) {
  return changed(state, { filters: new Map(), levels: {}, freeBy: "", days: 0 });
}

/**
 * Each filter in use, as the state without it: what a chip removes.
 *
 * @returns {{group: string, value: string, without: State}[]}  `group` may also be `skill-level`,
 *   `language-level`, `free-by` and `days`
 */
export function filtersInUse(state) {
  const found = GROUPS.flatMap((group) =>
    [...(state.filters.get(group) ?? [])].map((value) => ({
      group,
      value,
      without: withValue(state, group, value, false),
    })),
  );
  for (const [group, value] of Object.entries(state.levels)) {
    found.push({ group: `${group}-level`, value: String(value), without: withLevel(state, group, "") });
  }
  if (state.freeBy) {
    found.push({ group: "free-by", value: state.freeBy, without: changed(state, { freeBy: "" }) });
  }
  if (state.days) {
    found.push({ group: "days", value: String(state.days), without: changed(state, { days: 0 }) });
  }
  return found;
}

/** Whether nothing is asked for, so that the page as it was built, by name, is the answer. */
export function isBare(state) {
  return writeState({ ...state, sort: state.sort === "name" ? "" : state.sort }) === "";
}
