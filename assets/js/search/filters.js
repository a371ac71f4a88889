// The filters: the lists of the page become checkboxes, built once. Nothing is ever taken away under
// a pointer or from the focus, and what a click would not change says so and stays.

import { element } from "./elements.js";
import { addNarrowing } from "./narrow.js";
import { fill, localeOf } from "./sentences.js";
import { changed, withLevel, withValue } from "./state.js";

/**
 * @typedef {object} Choice
 * @property {string} facet
 * @property {string} value
 * @property {string} label
 * @property {string} column  what is fetched to count it
 * @property {HTMLInputElement} input
 * @property {HTMLElement} item
 * @property {HTMLElement} count
 * @property {{people: number, assignments: number}} totals
 * @property {number} [found]  how many it leads to, as last shown
 * @property {boolean} [isInert]  whether it then led nowhere
 */

/** The groups of values and the time somebody is free, kept in step with a state. */
export class Filters {
  #root;
  #choices = [];
  #byValue = new Map();
  #number;
  #date;
  /** What the last update showed: columns that were not counted are asked for when they open. */
  #counted = null;

  /**
   * Turns every value into a checkbox of the same name.
   *
   * The root is sent `filter` events, whose `detail` takes a state to what somebody asked for, and an
   * `opened` event when values come into sight that are not counted yet.
   *
   * @param {HTMLElement} root  the groups as templates/macros/filters.html has them
   * @param {string} lang
   */
  constructor(root, lang) {
    this.#root = root;
    this.#number = new Intl.NumberFormat(lang);
    this.#date = new Intl.DateTimeFormat(localeOf(lang), { dateStyle: "long", timeZone: "UTC" });
    for (const list of root.querySelectorAll("[data-column]")) {
      for (const item of list.children) this.#add(list, item);
    }
    for (const template of root.querySelectorAll("template")) {
      template.replaceWith(template.content.cloneNode(true));
    }
    for (const group of root.querySelectorAll("[data-find]")) addNarrowing(group, root);
    root.addEventListener("click", refuse);
    root.addEventListener("change", (event) => this.#take(event));
    // Opening is not told to what stands around, but passes there on its way in.
    root.addEventListener("toggle", (event) => this.#open(event.target), true);
  }

  #add(list, item) {
    const link = item.querySelector("a");
    const count = item.querySelector(".count");
    const { facet, column } = list.dataset;
    const value = item.dataset.value ?? new URL(link.href).pathname.split("/").at(-2);
    const [people, assignments] = (count.dataset.n ?? `${count.textContent} 0`).split(" ").map(Number);
    const name = link.textContent;
    // Several values may be called alike, such as “Any of them”; in a chip each needs its own name.
    const group = item.closest(".part")?.querySelector("summary").textContent;
    const label = list.dataset.facet === item.closest("[data-group]").dataset.group ? name : group;
    const input = element("input", { type: "checkbox", name: facet, value });
    const totals = { people, assignments };
    const choice = { facet, value, label, column, input, item, count, totals };
    this.#choices.push(choice);
    this.#byValue.set(`${facet} ${value}`, choice);
    const replace = () => {
      item.replaceChildren(element("label", {}, element("span", {}, input, ` ${name}`), count));
    };
    // A link that has the focus keeps it until it lets go.
    if (link === document.activeElement) link.addEventListener("blur", replace, { once: true });
    else replace();
  }

  /** Whether a facet has a value, or its group levels to choose from. */
  knows = (group, value) =>
    this.#byValue.has(`${group} ${value}`) || this.#root.querySelector(`select[name="${group}"]`) !== null;

  /** Whether a filter in use leaves anything out: a level needs a value that it is the level of. */
  narrows = ({ show, filters }, group) =>
    (group === facetOf(group) || filters.has(facetOf(group))) &&
    (show === "people" || !this.#root.querySelector(`[name="${group}"]`)?.closest("[data-of-people]"));

  /** What a filter in use and its value are called; `told` where that does not say how people hold it. */
  named = (group, value) => {
    const choice = this.#byValue.get(`${group} ${value}`);
    if (choice) {
      const { told } = choice.item.closest("[data-group]").dataset;
      return { group: groupLabel(choice.item), value: choice.label, told };
    }
    const control = this.#root.querySelector(`[name="${group}"]`);
    return { group: groupLabel(control), value: fill(control.dataset.said, this.#said(control, value)) };
  };

  #said({ type, options }, value) {
    if (type === "date") return { day: this.#date.format(new Date(value)) };
    if (type === "number") return { days: this.#number.format(value) };
    return { level: [...options].find((option) => option.value === value).textContent };
  }

  /** The columns that the filters of a state need. */
  columns({ filters, freeBy, days }) {
    const found = new Set(freeBy || days ? ["availability"] : []);
    for (const [facet, values] of filters) {
      for (const value of values) found.add(this.#byValue.get(`${facet} ${value}`).column);
    }
    return [...found];
  }

  /** The columns whose values are to be counted: those in sight, and those of the filters in use. */
  asked(state) {
    const used = this.columns(state).filter((name) => name !== "availability");
    return [...new Set([...used, ...this.#inSight()])];
  }

  #inSight() {
    const lists = [...this.#root.querySelectorAll("[data-column]")];
    return lists.filter((list) => !list.closest("details:not([open])")).map((list) => list.dataset.column);
  }

  /**
   * Show a state with the counts of its values.
   *
   * @param {State} state
   * @param {Map<string, Map<string, number>>|null} counts  by facet and value; null for a state that
   *   asks for nothing, whose counts stand in the page
   */
  update(state, counts) {
    this.#counted = counts;
    for (const choice of this.#choices) this.#show(choice, state, counts);
    for (const control of this.#root.querySelectorAll("select, [type=date], [type=number]")) {
      const value = String(valueOf(control.name, state));
      if (control.value === value || control === document.activeElement) continue;
      control.value = value;
      if (value) openAround(control);
    }
    for (const group of this.#root.querySelectorAll("[data-of-people]")) {
      group.hidden = state.show === "assignments" && !group.contains(document.activeElement);
    }
  }

  #show(choice, state, counts) {
    const { facet, value, input, item, count, totals } = choice;
    const isTicked = state.filters.get(facet)?.has(value) ?? false;
    const found = counts ? counts.get(facet)?.get(value) : totals[state.show];
    if (isTicked && !input.checked) openAround(input);
    input.checked = isTicked;
    const isInert = found === 0 && !isTicked;
    if (choice.found === found && choice.isInert === isInert) return;
    // There are hundreds of values, and most of them stay as they are.
    Object.assign(choice, { found, isInert });
    count.textContent = found === undefined ? "" : this.#number.format(found);
    item.toggleAttribute("data-none", isInert);
    if (isInert) input.setAttribute("aria-disabled", "true");
    else input.removeAttribute("aria-disabled");
  }

  #take({ target }) {
    const { name, value } = target;
    if (target.type === "checkbox") this.#ask((state) => withValue(state, name, target.value, target.checked));
    else if (target.tagName === "SELECT") this.#ask((state) => withLevel(state, facetOf(name), value));
    else if (!target.validity.valid) return;
    else if (name === "free-by") this.#ask((state) => changed(state, { freeBy: value }));
    else if (name === "days") this.#ask((state) => changed(state, { days: Number(value) }));
  }

  #ask(detail) {
    this.#root.dispatchEvent(new CustomEvent("filter", { detail }));
  }

  #open(details) {
    if (!details.open || !this.#counted) return;
    const isCounted = ({ facet, value }) => this.#counted.get(facet)?.has(value);
    const inSight = new Set(this.#inSight());
    const isMissing = this.#choices.some((choice) => inSight.has(choice.column) && !isCounted(choice));
    if (isMissing) this.#root.dispatchEvent(new CustomEvent("opened"));
  }
}

/** A value that leads to nothing is not ticked; one that is ticked can always be taken back. */
function refuse(event) {
  const { target } = event;
  if (target.getAttribute("aria-disabled") === "true" && target.checked) event.preventDefault();
}

/** The facet that a least level is of; the facet itself for a value. */
function facetOf(name) {
  return name.replace(/-level$/, "");
}

function valueOf(name, { levels, freeBy, days }) {
  if (name === "free-by") return freeBy;
  if (name === "days") return days || "";
  return levels[facetOf(name)] ?? "";
}

function groupLabel(element) {
  return element.closest("[data-group]").querySelector("summary").textContent;
}

function openAround(control) {
  let details = control.closest("details");
  for (; details; details = details.parentElement.closest("details")) details.open = true;
}
