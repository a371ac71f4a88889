// The text below the fields: its length, its links, fields that ended up in it. The mirror of
// sitegen/bodies.py and sitegen/pasted.py.

import { isTangled, links } from "./markdown.js";
import { hasSpace, placeAfter, size, trimmed, trimmedEnd } from "./text.js";

const FIELD = /^([a-z][a-z_]*) ?:(?:\s+(\S.*))?$/;
const BELOW = /^(?:\s+- |- \{|\s+[\p{L}\p{N}_-]+: )/u;
const CODE = /^\s{0,3}(?:```|~~~)/;

/** @returns {import("./judge.js").Problem[]}  with line and column in the text */
export function bodyProblems(form, kind, body) {
  const { least, most, names } = form.kinds[kind];
  const text = trimmed(body);
  const length = size(text);
  const found = pastedFields(body, names);
  if (length < least || length > most) {
    const limits = { length: String(length), least: String(least), most: String(most) };
    found.push({ code: "P046", params: limits, line: 1, column: 1 });
  }
  const nesting = form.limits.nesting;
  if (isTangled(text, nesting)) {
    return [...found, { code: "P014", params: { limit: String(nesting) }, line: 1, column: 1 }];
  }
  return length > most ? found : [...found, ...linkProblems(body)];
}

function linkProblems(body) {
  const wrong = links(body).filter((href) => !isAllowed(href) && !href.includes("@"));
  return wrong.map((href) => ({ code: "P047", params: { value: href }, ...linkPlace(body, href) }));
}

/** An https address, or a path or fragment of this site. */
function isAllowed(href) {
  const isKnown = href.startsWith("https://") || (href.startsWith("/") && !href.startsWith("//"));
  return isKnown && !hasSpace(href) && !href.includes("\\");
}

/** Where a target stands: in brackets, angles or a definition, not the word by chance. */
function linkPlace(body, href) {
  const starts = ["](", "<", "]: "].map((before) => body.indexOf(before + href)).filter((start) => start >= 0);
  return placeAfter(starts.length ? body.slice(0, body.indexOf(href, Math.min(...starts))) : "");
}

/** The first of each run of lines that are fields and stand in the text. */
function pastedFields(body, names) {
  const found = fieldsIn(body.split("\n"), names);
  const firsts = found.filter(({ at }, index) => at !== found[index - 1]?.at + 1);
  return firsts.map(({ at, name, example, isSure }) => ({
    code: "P121",
    params: { field: name, example },
    line: at + 1,
    column: 1,
    severity: isSure ? "error" : "warning",
  }));
}

function fieldsIn(lines, names) {
  let inCode = false;
  return lines.flatMap((line, at) => {
    if (CODE.test(line)) inCode = !inCode;
    const name = nameIn(line, names);
    if (inCode || !name) return [];
    const before = trimmedEnd(lines[at - 1] ?? "");
    const isSure = isCertain(lines, at, names);
    if (!isSure && before) return [];
    return [{ at, name, example: valueIn(line) ? trimmed(line) : `${name}: …`, isSure }];
  });
}

function isCertain(lines, at, names) {
  const before = trimmedEnd(lines[at - 1] ?? "");
  const after = lines[at + 1] ?? "";
  const value = valueIn(lines[at]);
  if (/^[[{]/.test(value) || before === "---" || (!value && BELOW.test(after))) return true;
  return Boolean(nameIn(before, names) || nameIn(after, names));
}

function nameIn(line, names) {
  const [, name = ""] = FIELD.exec(trimmedEnd(line)) ?? [];
  return names.includes(name) ? name : "";
}

function valueIn(line) {
  return FIELD.exec(trimmedEnd(line))?.[2] ?? "";
}
