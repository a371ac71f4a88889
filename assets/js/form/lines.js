// Fields that are written: texts, numbers, days, links.

import { element } from "../search/elements.js";
import { fill } from "../search/sentences.js";
import { describedBy, framed } from "./frames.js";
import { nameOf } from "./paths.js";

/** A text longer than this is written on several lines. */
const LONG = 100;

/** A text, a number, a day, a link. */
export class Line {
  #input;

  constructor(shared, node, path, label, more) {
    const note = more.note ?? "";
    // Nobody's name takes several lines, however long it may be.
    const isLong = node.type === "text" && node.most > LONG && path.at(-1) !== "name";
    const kinds = { day: "date", link: "url" };
    const inputmode = { whole: "numeric", years: "numeric", link: "url" }[node.type];
    this.#input = element(isLong ? "textarea" : "input", {
      id: nameOf(path),
      type: isLong ? null : kinds[node.type] ?? "text",
      rows: isLong ? String(Math.min(8, 2 + Math.floor(node.most / 100))) : null,
      inputmode,
      autocomplete: "off",
      "aria-describedby": describedBy(path, note),
      dir: node.type === "text" ? "auto" : null,
      class: node.type === "text" || node.type === "link" ? null : "brief",
    });
    this.#input.addEventListener("input", () => shared.say(path, this.#input.value));
    this.#input.addEventListener("change", () => shared.left(path));
    this.root = framed(path, label, { ...more, words: shared.words }, this.#input);
  }

  show(value) {
    const text = typeof value === "string" ? value : "";
    if (this.#input.value !== text) this.#input.value = text;
  }
}

/** Texts, one on a line. */
export class Lines {
  #input;

  constructor(shared, node, path, label, more) {
    const note = [more.note, shared.words.oneALine].filter(Boolean).join(" ");
    this.#input = element("textarea", {
      id: nameOf(path),
      rows: "4",
      "aria-describedby": describedBy(path, note),
      dir: "auto",
    });
    this.#input.addEventListener("input", () => {
      shared.say(path, this.#input.value.split("\n").map((line) => line.trim()).filter(Boolean));
    });
    this.#input.addEventListener("change", () => shared.left(path));
    this.root = framed(path, label, { ...more, note, words: shared.words }, this.#input);
  }

  show(value) {
    const lines = Array.isArray(value) ? value : [];
    const held = this.#input.value.split("\n").map((line) => line.trim()).filter(Boolean);
    if (nameOf(held) !== nameOf(lines)) this.#input.value = lines.join("\n");
  }
}

/** Years in a world of work, or that there were some. */
export class Years {
  #line;
  #box;

  constructor(shared, node, path, label, more) {
    this.#line = new Line(shared, node, path, label, { ...more, note: "" });
    const name = fill(shared.words.named, { button: shared.words.someYears, name: label });
    this.#box = element("input", { type: "checkbox", "aria-label": name });
    this.#box.addEventListener("change", () => {
      shared.say(path, this.#box.checked ? "yes" : "");
      this.#line.show("");
      shared.left(path);
    });
    this.root = this.#line.root;
    this.root.classList.add("years");
    this.root.append(element("label", { class: "tick" }, this.#box, element("span", {}, shared.words.someYears)));
  }

  show(value) {
    this.#box.checked = value === "yes";
    this.#line.show(value === "yes" ? "" : value);
  }
}
