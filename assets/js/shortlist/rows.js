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
  const box = element("input", { type: "checkbox", ...about("tick", words.compare, person, isOff, words) });
  box.checked = isTicked;
  return element("label", {}, box, words.compare);
}

function does(name, person, isOff, words) {
  const attributes = { type: "button", ...about(name, words[name], person, isOff, words) };
  return element("button", attributes, words[name]);
}

/** What a control is for; those who do not see where it stands hear whom it is about. */
function about(name, button, { slug, name: whom }, isOff, words) {
  return {
    "aria-label": fill(words.named, { button, name: whom }),
    "data-do": name,
    "data-of": slug,
    "data-key": `${name} ${slug}`,
    disabled: isOff ? "" : null,
  };
}
