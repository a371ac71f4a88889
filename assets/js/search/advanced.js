// How the words were read, and the key that leads to them: what stands behind “Advanced” and “Keyboard”.

import { isKeyOff, setKeyOff } from "../site.js";
import { fill, list } from "./sentences.js";
import { part } from "./view.js";

/**
 * Fills what was understood while Advanced is open.
 *
 * @returns {(answer: Answer|null) => void} to be told each answer
 */
export function prepareAdvanced(words) {
  const advanced = part("advanced");
  let last = null;
  const show = () => {
    if (advanced.open) part("understood").textContent = last ? readingSentence(words, last.read) : "";
  };
  advanced.addEventListener("toggle", show);
  return (answer) => {
    last = answer;
    show();
  };
}

/** “Read as: with water (a must) and “village council”. Without mining.” */
export function readingSentence(words, { all, phrases, none }) {
  const named = (parts) => list(words, parts.map((each) => partName(words, each)));
  const sentences = [];
  if (all.length + phrases.length) {
    sentences.push(fill(words.readAll, { words: named([...all, ...phrases]) }));
  }
  if (none.length) sentences.push(fill(words.readNone, { words: named(none) }));
  return sentences.join(" ");
}

function partName(words, { text, field, must, phrase, prefix, fuzzy }) {
  const forms = [
    [phrase, words.readPhrase],
    [prefix, words.readBegins],
    [fuzzy, words.readFuzzy],
    [field, words.readField],
    [must, words.readMust],
  ];
  return forms
    .filter(([applies]) => applies)
    .reduce((word, [, form]) => fill(form, { word, field }), text);
}

/** The box that says whether “/” leads to the search box. */
export function prepareKeyboard() {
  const box = part("key");
  box.checked = !isKeyOff();
  box.addEventListener("change", () => setKeyOff(!box.checked));
}
