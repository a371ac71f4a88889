// The fields and the text of a draft → what `sitegen check` says of their file, with the same words,
// settings and day. Nothing here touches the page.

import { bodyProblems } from "./body.js";
import { lineOf, linesOf, written } from "./canonical.js";
import { isTangled, plain } from "./markdown.js";
import { Privacy } from "./privacy.js";
import { countProblems, groupsIn, orderProblems, ruleProblems, twiceProblems } from "./rules.js";
import { asRead, placeAfter, refusedIn, size, trimmed, trimmedEnd } from "./text.js";
import { readTree } from "./tree.js";

const KB = 1024;
const MARKED = /[&*_`\\<[]/;
const BYTES = new TextEncoder();

/**
 * @typedef {object} Known
 * @property {object} form          form.json
 * @property {Set<string>} skills   ids of all skills
 * @property {string} today         the day of the site, `2026-11-16`
 *
 * @typedef {object} Problem
 * @property {string} code
 * @property {Record<string, string>} params
 * @property {"error" | "warning"} severity
 * @property {(string | number)[]} [path]  in the tree of the fields, empty for the file
 * @property {boolean} [isKey]             whether the name itself is wrong, not what it names
 * @property {number} [line]               in the text below the fields, with `column`, from 1
 * @property {number} [column]
 */

/** Judges drafts; made once for a page. */
export class Judge {
  #known;
  #privacy;

  /** @param {Known} known */
  constructor(known) {
    this.#known = known;
    this.#privacy = new Privacy(known.form.private);
  }

  /**
   * @param {string} kind  profile or assignment
   * @param {{fields: object, body: string}} draft
   * @returns {Problem[]}
   */
  problems(kind, draft) {
    const unreadable = this.#unreadable(kind, draft);
    if (unreadable) return [{ severity: "error", ...unreadable }];
    const { form } = this.#known;
    const fields = draft.fields;
    const text = trimmedEnd(asRead(draft.body));
    const body = text && `${text}\n`;
    const { values, problems } = readTree(this.#known, kind, fields);
    const told = withPrivate([...problems, ...bodyProblems(form, kind, body)], this.#private(kind, fields, body));
    const isWhole = !problems.length;
    const across = isWhole ? this.#whole(kind, fields, values) : this.#unfinished(kind, fields);
    const found = [...told, ...across].map((problem) => ({ severity: "error", ...problem }));
    const isSound = found.every(({ severity }) => severity !== "error");
    return distinct(isSound ? [...found, ...this.#toCome(kind, values)] : found);
  }

  /** What keeps the file from being read at all. */
  #unreadable(kind, { fields, body }) {
    const { form } = this.#known;
    if (bytes(written(form, kind, fields, body)) > form.limits.file) {
      return { code: "P002", params: { limit: `${form.limits.file / KB} kB` }, path: [] };
    }
    const hidden = refusedIn(form, `\n${trimmedEnd(asRead(body))}\n`);
    if (hidden) {
      return { code: "P003", params: { found: hidden.found }, ...placeAfter(hidden.before.slice(1)) };
    }
    const front = linesOf(form, kind, fields).map(({ text }) => `${text}\n`).join("");
    const limit = form.limits.fields;
    return bytes(front) > limit ? { code: "P013", params: { limit: String(limit / KB) }, path: [] } : null;
  }

  #groups(kind, fields) {
    const { form } = this.#known;
    return groupsIn(form, { type: "group", of: form.kinds[kind].group }, fields);
  }

  #whole(kind, fields, values) {
    const { form } = this.#known;
    const line = (path) => lineOf(form, kind, fields, path);
    const found = this.#groups(kind, values).flatMap((group) => [
      ...countProblems(group, false),
      ...ruleProblems(group, false),
      ...orderProblems(group),
      ...twiceProblems(group, line),
    ]);
    return [...found, ...this.#wording(kind, values)];
  }

  #unfinished(kind, fields) {
    return this.#groups(kind, fields).flatMap((group) => [
      ...countProblems(group, true),
      ...ruleProblems(group, true),
    ]);
  }

  #wording(kind, values) {
    const { form } = this.#known;
    const path = form.kinds[kind].wording;
    const value = path?.reduce((inner, name) => inner[name], values);
    if (!path || Object.hasOwn(form.wordings, value)) return [];
    return [{ code: "P075", params: { value, allowed: Object.keys(form.wordings).join(", ") }, path }];
  }

  /** What cannot have been done yet. */
  #toCome(kind, values) {
    const { form, today } = this.#known;
    const days = (form.kinds[kind].done ?? []).map((name) => ({ path: [name, "on"], value: values[name].on }));
    const late = days.filter(({ value }) => value > today);
    return late.map(({ path, value }) => ({
      code: "P116",
      params: { field: "on", value },
      path,
      severity: "warning",
    }));
  }

  #private(kind, fields, body) {
    const { form } = this.#known;
    const inFields = texts(fields, []).flatMap(({ path, text }) =>
      this.#privacy.found(text).map(({ code }) => ({ code, params: { field: lastName(path) }, path })),
    );
    const params = { field: form.said.theText };
    const found = this.#privacy.found(body);
    const inText = found.map(({ code, start }) => {
      const before = Array.from(body).slice(0, start).join("");
      return { code, params, ...placeAfter(before) };
    });
    const isShort = size(trimmed(body)) <= form.kinds[kind].most && !isTangled(body, form.limits.nesting);
    const isReadable = isShort && MARKED.test(body);
    const shown = new Set(isReadable ? this.#privacy.found(plain(body)).map(({ code }) => code) : []);
    const hidden = [...shown].filter((code) => !found.some((each) => each.code === code));
    return [...inFields, ...inText, ...hidden.map((code) => ({ code, params, line: 1, column: 1 }))];
  }
}

/** The private details in place of what else is wrong with their values, which would repeat them. */
function withPrivate(problems, found) {
  const name = ({ params, path, isKey = false }) => JSON.stringify([params.field, path, isKey]);
  const values = new Set(found.filter(({ path }) => path).map(name));
  return [...problems.filter((problem) => !("value" in problem.params) || !values.has(name(problem))), ...found];
}

/** Every text of the fields with its path; names of fields count, since anybody can type one. */
function texts(node, path) {
  if (typeof node === "string") return [{ path, text: node }];
  if (Array.isArray(node)) return node.flatMap((part, index) => texts(part, [...path, index]));
  return Object.entries(node ?? {}).flatMap(([key, part]) => {
    const here = [...path, key];
    return [{ path: here, text: key }, ...texts(part, here)];
  });
}

function lastName(path) {
  return path.findLast((part) => typeof part === "string");
}

function bytes(text) {
  return BYTES.encode(text).length;
}

function distinct(problems) {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
