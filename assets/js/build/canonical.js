// Fields and a text → the one way to write them: the mirror of sitegen/canonical.py, byte for byte.

import { asRead, isRefused, size, trimmedEnd } from "./text.js";

const FENCE = "---";
const ESCAPES = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t" };

/**
 * @typedef {object} Line
 * @property {string} text
 * @property {(string | number)[]} path  of the field or the entry that begins there
 */

/**
 * The canonical file.
 *
 * @param {object} form
 * @param {string} kind  profile or assignment
 * @param {object} fields  the tree of the front matter: texts, lists, groups
 * @param {string} body
 */
export function written(form, kind, fields, body) {
  const text = trimmedEnd(asRead(body));
  const lines = linesOf(form, kind, fields).map((line) => line.text);
  return `${[FENCE, ...lines, FENCE].join("\n")}\n${text && `${text}\n`}`;
}

/** The lines between the two lines of hyphens. @returns {Line[]} */
export function linesOf(form, kind, fields) {
  return groupLines(form, fields, form.kinds[kind].group, "", []);
}

/** The line of the file, from 1, on which a field or an entry stands, or what it stands in. */
export function lineOf(form, kind, fields, path) {
  const lines = linesOf(form, kind, fields);
  const depths = lines.map((line) => (isAbove(line.path, path) ? line.path.length : 0));
  return depths.indexOf(Math.max(...depths)) + 2;
}

function isAbove(upper, path) {
  return upper.length <= path.length && upper.every((part, at) => part === path[at]);
}

/** A text in double quotes, on one line, in nothing but characters that a file may hold. */
export function quoted(form, value) {
  const characters = Array.from(value);
  const shown = characters.map((character, index) => {
    if (Object.hasOwn(ESCAPES, character)) return ESCAPES[character];
    return isRefused(form, characters, index) ? escaped(character) : character;
  });
  const line = shown.join("");
  // Composing the file must not change the value: `n` of an escaped line end takes an accent too.
  const isComposed = line.normalize("NFC") === line;
  const plain = isComposed ? line : Array.from(line, (c) => (c < "\x7f" ? c : escaped(c))).join("");
  return `"${plain}"`;
}

function escaped(character) {
  const code = character.codePointAt(0);
  const digits = code.toString(16);
  return code < 0x10000 ? `\\u${digits.padStart(4, "0")}` : `\\U${digits.padStart(8, "0")}`;
}

function nameOf(form, key) {
  const { name, quotedNames } = form.written;
  const isPlain = new RegExp(name).test(key) && !quotedNames.includes(key.toLowerCase());
  return isPlain ? key : quoted(form, key);
}

function groupLines(form, fields, group, indent, path) {
  const known = form.groups[group];
  const order = known ? (known.order ?? Object.keys(known.fields)) : [];
  const rank = (key) => (order.includes(key) ? order.indexOf(key) : order.length);
  const keys = Object.keys(fields).sort((one, other) => rank(one) - rank(other));
  return keys.flatMap((key) => {
    const start = `${indent}${nameOf(form, key)}:`;
    const here = [...path, key];
    const short = shortened(form, fields[key], size(start));
    if (short !== null) return [{ text: `${start} ${short}`, path: here }];
    const inner = groupIn(known?.fields[key]?.is);
    return [{ text: start, path: here }, ...linesIn(form, fields[key], inner, `${indent}  `, here)];
  });
}

/** The name of the group inside a field, however it is wrapped. */
function groupIn(node) {
  return node?.type === "group" ? node.of : node && typeof node.of === "object" ? groupIn(node.of) : "";
}

/** A value that stands on the line of its field, or null. */
function shortened(form, value, before) {
  if (typeof value === "string") return quoted(form, value);
  const parts = Object.values(value);
  if (!parts.length) return Array.isArray(value) ? "[]" : "{}";
  if (!Array.isArray(value) || parts.some((part) => typeof part !== "string")) return null;
  const line = `[${parts.map((part) => quoted(form, part)).join(", ")}]`;
  return before + 1 + size(line) <= form.written.width ? line : null;
}

/** Lines of a value that takes more than one. */
function linesIn(form, value, group, indent, path) {
  if (!Array.isArray(value)) return groupLines(form, value, group, indent, path);
  return value.flatMap((part, index) => {
    const here = [...path, index];
    const short = shortened(form, part, indent.length + 1);
    if (short !== null) return [{ text: `${indent}- ${short}`, path: here }];
    if (Array.isArray(part)) {
      return [{ text: `${indent}-`, path: here }, ...linesIn(form, part, group, `${indent}  `, here)];
    }
    const [first, ...rest] = groupLines(form, part, group, `${indent}  `, here);
    return [{ ...first, text: `${indent}- ${first.text.trimStart()}` }, ...rest];
  });
}
