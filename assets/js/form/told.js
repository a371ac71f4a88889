// What is wrong, beside the field that it is about, when somebody has gone on from it.

import { element } from "../search/elements.js";
import { fill } from "../search/sentences.js";
import { say } from "../build/say.js";
import { nameOf, unpruned } from "./paths.js";

/** A field that is not there, a text that is too short or too long, a name that is in no list. */
const [MISSING, LENGTH, UNLISTED] = ["P011", "P046", "P012"];
/** In the scripts that have a sign for it. */
const QUESTION = /[?？؟]$/;

/**
 * A problem where its author sees it: the path of its field in the draft, not in what would be sent.
 *
 * Of a field that is there to be filled in nobody wants to know how it is called in a file.
 */
export function placed(form, words, fields, problems) {
  return problems.map((problem) => {
    const path = problem.path ? unpruned(fields, problem.path) : ["body"];
    const said = inForms(words, problem) ?? say(form, problem);
    return { ...problem, ...said, path: problem.code === MISSING ? [...path, problem.params.field] : path };
  });
}

/** What a form says otherwise than `sitegen check`: whoever fills it in sees no file and no list. */
function inForms(words, { code, params }) {
  if (code === UNLISTED) return { text: fill(words.unlisted, { text: params.value }), hint: words.chooseOffered };
  const isEmpty = code === MISSING || (code === LENGTH && params.length === "0");
  return isEmpty ? { text: words.missing, hint: "" } : null;
}

/** The field that a path belongs to: the deepest that there is. */
export function fieldOf(path) {
  for (let length = path.length; length > 0; length -= 1) {
    const found = document.querySelector(`[data-path="${CSS.escape(nameOf(path.slice(0, length)))}"]`);
    if (found) return found;
  }
  return null;
}

/** Where somebody can mend what is wrong in a field, with every fold around it opened. */
export function inputOf(field) {
  unfold(field);
  return document.getElementById(field.dataset.path) ?? field.querySelector("input, select, textarea, button");
}

/** Show below each field what is wrong with it, as far as `isTold` lets it. */
export function tellFields(root, problems, isTold) {
  const wrong = new Map();
  for (const problem of problems.filter(({ path }) => isTold(path))) {
    const field = fieldOf(problem.path);
    if (field && root.contains(field)) wrong.set(field, [...(wrong.get(field) ?? []), problem]);
  }
  for (const field of root.querySelectorAll("[data-path]")) tellField(field, wrong.get(field) ?? []);
}

function tellField(field, found) {
  const place = document.getElementById(`${field.dataset.path}-wrong`);
  const isError = found.some(({ severity }) => severity === "error");
  const text = found.map(sentence).join(" ");
  // What is news does not stay behind a fold.
  if (text && place.hidden) unfold(field);
  if (place.textContent !== text) place.textContent = text;
  place.hidden = !found.length;
  place.classList.toggle("notice", !isError);
  const input = document.getElementById(field.dataset.path);
  if (input?.localName === "button") return;
  if (isError) input?.setAttribute("aria-invalid", "true");
  else input?.removeAttribute("aria-invalid");
}

function unfold(field) {
  for (let fold = field.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
}

/** A problem as one sentence and what to do. */
export function sentence({ text, hint }) {
  const first = text.slice(0, 1).toUpperCase() + text.slice(1);
  return hint ? `${first}. ${hint.slice(0, 1).toUpperCase()}${hint.slice(1)}.` : `${first}.`;
}

function told(words, name, said) {
  if (QUESTION.test(name)) return fill(words.toQuestion, { question: name, said });
  return fill(words.named, { button: name, name: said });
}

/** Problems as a list of links to their fields, each with what the field asks. */
export function listed(problems, words, goTo) {
  return problems.map((problem) => {
    const field = fieldOf(problem.path);
    const name = field?.querySelector(".asked")?.textContent;
    const said = sentence(problem);
    const section = field?.closest(".step").id ?? "";
    const link = element("a", { href: `#${section}` }, name ? told(words, name, said) : said);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      goTo(field);
    });
    return element("li", {}, link);
  });
}
