// The fields of a file → their values, and every problem of a single field: the mirror of
// sitegen/models/ with sitegen/explain/.

import { readValue } from "./values.js";

/**
 * @typedef {object} Found
 * @property {object | null} values  by field; of no use where there are problems
 * @property {import("./judge.js").Problem[]} problems
 *
 * @typedef {object} Here
 * @property {(string | number)[]} path
 * @property {string} field    the last name of the path
 * @property {string} group    the name before it, as messages call it
 * @property {string} [example]
 */

/** @returns {Found} */
export function readTree(known, kind, fields) {
  const reader = new Reader(known);
  const node = { type: "group", of: known.form.kinds[kind].group };
  const values = reader.read(node, fields, { path: [], field: kind, group: kind });
  return { values, problems: reader.problems };
}

class Reader {
  problems = [];
  #known;

  constructor(known) {
    this.#known = known;
  }

  #tell(code, here, params, isKey = false) {
    const { field, example = `${field}: "…"`, path } = here;
    this.problems.push({ code, params: { field, example, ...params }, path, isKey });
  }

  read(node, raw, here) {
    if (node.type === "group") return this.#group(node, raw, here);
    if (node.type === "list") return this.#list(node, raw, here);
    if (node.type === "map") return this.#map(node, raw, here);
    const { value, code, params } = readValue(this.#known, node, raw);
    if (code) this.#tell(code, here, params);
    return value;
  }

  #shape(here, expected) {
    const isEntry = typeof here.path.at(-1) === "number";
    this.#tell("P016", here, { expected: this.#known.form.said[isEntry ? "entry" : expected] });
  }

  #list(node, raw, here) {
    if (!Array.isArray(raw)) {
      this.#tell("P016", here, { expected: this.#known.form.said.list });
      return null;
    }
    return raw.map((part, index) => this.read(node.of, part, { ...here, path: [...here.path, index] }));
  }

  #map(node, raw, here) {
    if (!isGroup(raw)) {
      this.#shape(here, "group");
      return null;
    }
    const entries = Object.entries(raw).map(([key, part]) => {
      const inner = { path: [...here.path, key], field: key, group: here.field };
      const read = readValue(this.#known, node.keys, key);
      if (read.code) this.#tell(read.code, inner, read.params, true);
      return [read.value ?? key, this.read(node.of, part, inner)];
    });
    return Object.fromEntries(entries);
  }

  #group(node, raw, here) {
    const given = typeof raw === "string" && node.bare ? { name: raw } : raw;
    if (!isGroup(given)) {
      this.#shape(here, "group");
      return null;
    }
    const { fields, order = Object.keys(fields) } = this.#known.form.groups[node.of];
    for (const key of Object.keys(given).filter((name) => !order.includes(name))) {
      const params = { field: key, group: here.field, allowed: order.join(", ") };
      this.problems.push({ code: "P010", params, path: [...here.path, key], isKey: true });
    }
    const values = {};
    for (const [name, field] of Object.entries(fields)) {
      const inner = { path: [...here.path, name], field: name, group: here.field, example: field.example };
      if (Object.hasOwn(given, name) && given[name] !== "") values[name] = this.read(field.is, given[name], inner);
      else if (field.required) this.#missing(given, inner);
    }
    // What a form does not ask for is kept, and judged by others.
    const kept = Object.entries(given).filter(([name]) => order.includes(name) && !(name in fields));
    return Object.assign(values, Object.fromEntries(kept));
  }

  #missing(given, here) {
    if (Object.hasOwn(given, here.field)) this.#tell("P025", here, {}, true);
    else this.#tell("P011", { ...here, path: here.path.slice(0, -1) }, { group: here.group });
  }
}

function isGroup(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
