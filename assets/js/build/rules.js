// Rules across the fields of a group: the mirror of sitegen/rules.py, which gives the reasons. The
// rules themselves are in form.json.

import { fill } from "../search/sentences.js";

/** Whether a value is as a rule asks: JSON Schema, of the few keywords that our rules use. */
export function holds(asks, value) {
  return Object.entries(asks).every(([keyword, part]) => KEYWORDS[keyword](part, value, asks));
}

const KEYWORDS = {
  if: (part, value, { then }) => !holds(part, value) || holds(then, value),
  then: () => true,
  enum: (part, value) => part.includes(value),
  type: (part, value) => Array.isArray(value),
  minItems: (part, value) => value.length >= part,
  required: (part, value) => part.every((name) => Object.hasOwn(value, name)),
  properties: (part, value) =>
    Object.entries(part).every(([name, inner]) => !Object.hasOwn(value, name) || holds(inner, value[name])),
  not: (part, value) => !holds(part, value),
  allOf: (part, value) => part.every((inner) => holds(inner, value)),
  anyOf: (part, value) => part.some((inner) => holds(inner, value)),
  oneOf: (part, value) => part.filter((inner) => holds(inner, value)).length === 1,
};

/**
 * Every group of a file with its place: those in lists, too.
 *
 * @returns {{group: object, values: object, path: (string | number)[]}[]}
 */
export function groupsIn(form, node, value, path = []) {
  if (Array.isArray(value)) {
    return typeof node.of === "object" ? value.flatMap((part, at) => groupsIn(form, node.of, part, [...path, at])) : [];
  }
  if (node.type !== "group" || typeof value !== "object" || !value) return [];
  const group = form.groups[node.of];
  const inner = Object.entries(group.fields).filter(([name]) => Object.hasOwn(value, name));
  return [
    { group, values: value, path },
    ...inner.flatMap(([name, field]) => groupsIn(form, field.is, value[name], [...path, name])),
  ];
}

/** What the rules of a group find; of a file that is still wrong elsewhere, only the early ones. */
export function ruleProblems({ group, values, path }, isEarly) {
  const rules = (group.rules ?? []).filter((rule) => rule.early || !isEarly);
  return rules.flatMap(({ code, asks, at, params = {} }) => {
    if (holds(asks, values)) return [];
    const filled = Object.entries(params).map(([name, text]) => [name, fill(text, values)]);
    return [{ code, params: Object.fromEntries(filled), path: at ? [...path, at] : path }];
  });
}

/** Pairs of which the first is larger or later than the second. */
export function orderProblems({ group, values, path }) {
  return (group.orders ?? []).flatMap(({ first, second, code }) => {
    const [one, other] = [first, second].map((name) => values[name] ?? stated(group.fields[name]));
    if (one === null || other === null || one <= other) return [];
    const params = { first: `${first}: ${one}`, second: `${second}: ${other}` };
    return [{ code, params, path: [...path, second] }];
  });
}

/** What counts where nothing is stated. */
function stated({ default: text }) {
  return text === undefined ? null : Number(text);
}

/** Lists with too few or too many entries. */
export function countProblems({ group, values, path }, isEarly) {
  return Object.entries(group.fields).flatMap(([field, { is }]) => {
    const value = values[field];
    const isCounted = ["list", "map"].includes(is.type) && typeof value === "object" && value;
    if (!isCounted) return [];
    const { least = 0, most = Infinity } = is;
    const count = Object.keys(value).length;
    const problem = (code, limit) => [{ code, params: { field, count: String(count), ...limit }, path: [...path, field] }];
    if (count < least && (count || !isEarly)) return problem("P027", { least: String(least) });
    return count > most ? problem("P026", { most: String(most) }) : [];
  });
}

/** Values that stand twice; `lineOf` says where the first of them stands in the file. */
export function twiceProblems({ group, values, path }, lineOf) {
  return (group.distinct ?? []).flatMap(({ field, paths }) => {
    const seen = new Map();
    const all = paths.flatMap((each) => valuesAt(values, each, path));
    return all.flatMap(({ value, path: here }) => {
      if (!seen.has(value)) seen.set(value, here);
      const first = seen.get(value);
      if (first === here) return [];
      return [{ code: "P036", params: { value, field, line: String(lineOf(first)) }, path: here }];
    });
  });
}

function valuesAt(value, [name, ...rest], path) {
  if (name === undefined) return [{ value, path }];
  if (name === "*") return (value ?? []).flatMap((part, at) => valuesAt(part, rest, [...path, at]));
  return value && Object.hasOwn(value, name) ? valuesAt(value[name], rest, [...path, name]) : [];
}
