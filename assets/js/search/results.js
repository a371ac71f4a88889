// Cards → rows, with the markup of `row` in templates/macros/show.html.

import { element, marked, shape } from "./elements.js";
import { fill } from "./sentences.js";

/**
 * One result.
 *
 * @param {Card} card  what the row shows
 * @param {object} shown
 * @param {"people"|"assignments"} shown.kind
 * @param {(text: string) => [string, boolean][]} shown.highlight
 * @param {HTMLElement|null} shown.why  the line that says why it is here, where the row does not
 * @param {SVGElement} shown.frame  the drawing of nobody, which everybody's begins with
 */
export function row(card, { kind, highlight, why, frame }) {
  const show = (text) => marked(highlight(text));
  const link = element("a", { href: card.url, "data-key": card.url });
  link.append(element("bdi", {}, ...show(card.title)));
  const title = element("h3", {}, link);
  if (card.native) title.append(" ", element("bdi", { class: "native" }, ...show(card.native)));
  const what = element(
    "div",
    { class: "what" },
    title,
    element("p", { dir: "auto" }, ...show(card.line)),
    element("p", { class: "tags" }, ...joined(card.tags.map(show))),
  );
  if (why) what.append(why);
  const side = card.side.map((part) => element("li", {}, ...show(part)));
  if (card.notice) side.push(element("li", { class: "notice" }, card.notice));
  return element(
    "li",
    { class: "row", "data-slug": card.slug, "data-kind": kind },
    signature(card.signature, frame),
    what,
    element("ul", { class: "side" }, ...side),
  );
}

/** Whether anything that the row shows of a card is a match. */
export function showsMatch(card, highlight) {
  return [card.title, card.native, card.line, ...card.tags, ...card.side].some(
    (text) => text && highlight(text).some(([, isMatch]) => isMatch),
  );
}

/** Whether an outcome wants more said than its sentence. */
export function wantsHelp({ state, docs, answer }) {
  if (!docs.length || state.some) return true;
  return Boolean(answer?.instead || answer?.near.length || answer?.notes.length);
}

/** “Evidence: … ran the **water** board …” */
export function whyLine(words, told) {
  if (!told) return element("p", { class: "why" }, words.whyAliases);
  const { field, parts } = told;
  const name = element("span", { class: "label" }, fill(words.why, { field: words[`field${capital(field)}`] }));
  return element("p", { class: "why", dir: "auto" }, name, " ", ...marked(parts));
}

function capital(name) {
  return name[0].toUpperCase() + name.slice(1);
}

function joined(parts) {
  return parts.flatMap((part, place) => (place ? [" · ", ...part] : part));
}

function signature({ label, paths }, frame) {
  const drawn = frame.cloneNode(true);
  drawn.setAttribute("aria-label", label);
  drawn.append(...paths.map(([kind, d]) => shape("path", { class: kind, d })));
  return drawn;
}
