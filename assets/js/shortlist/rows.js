// The people of the shortlist as a list, each with what can be done about them.

import { element } from "../search/elements.js";
import { fill } from "../search/sentences.js";

/**
 * @param {import("./records.js").Person} person
 * @param {object} at
 * @param {number} at.place      from 0
 * @param {number} at.count
 * @param {boolean} at.isShared  somebody else's list: it can be looked at, and kept from
 * @param {boolean} at.isTicked  whether the person is compared
 * @param {boolean} at.isFull    whether no more can be compared
 */
export function personRow(person, at, words) {
  const { place, count, isShared, isTicked, isFull } = at;
  const link = element("a", { href: person.url }, element("bdi", {}, person.name));
  const title = element("h3", {}, link);
  if (person.native) title.append(" ", element("bdi", { class: "native" }, person.native));
  const button = (name, isOff = false) => does(name, person, isOff, words);
  const moves = [button("up", place === 0), button("down", place === count - 1), button("remove")];
  const what = element(
    "div",
    { class: "what" },
    title,
    element("p", { dir: "auto" }, person.headline),
    element("p", { class: "small" }, [...person.lines.based, ...person.lines.free].join(" · ")),
    ...(person.notice ? [element("p", { class: "notice small" }, person.notice)] : []),
    element(
      "div",
      { class: "controls" },
      ticked(person, isTicked, isFull && !isTicked, words),
      ...(isShared ? [] : moves),
    ),
  );
  // With these the button of every other list stands here too, where the list is not one's own.
  const keep = isShared ? { "data-slug": person.slug, "data-kind": "people" } : {};
  return element("li", keep, what);
}

function ticked(person, isTicked, isOff, words) {
  const box = element("input", {
    type: "checkbox",
    "data-do": "tick",
    "data-of": person.slug,
    "data-key": `tick ${person.slug}`,
    disabled: isOff ? "" : null,
  });
  box.checked = isTicked;
  return element("label", {}, box, element("span", {}, ...spoken(words.compare, person, words)));
}

function does(name, person, isOff, words) {
  const attributes = {
    type: "button",
    "data-do": name,
    "data-of": person.slug,
    "data-key": `${name} ${person.slug}`,
    disabled: isOff ? "" : null,
  };
  return element("button", attributes, ...spoken(words[name], person, words));
}

/** The short word for those who see where it stands, and whom it is about for those who do not. */
function spoken(button, person, words) {
  const [before, after] = fill(words.named, { name: person.name }).split("{button}");
  const hidden = (text) => element("span", { class: "visually-hidden" }, text);
  return [...(before ? [hidden(before)] : []), button, ...(after ? [hidden(after)] : [])];
}
