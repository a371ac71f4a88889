// What can be done with the list as a whole: share it, print it, save it.

import { element } from "../search/elements.js";
import { fill } from "../search/sentences.js";
import { dayInWords, foundWith, searchOf } from "./found.js";
import { part } from "./parts.js";
import { save, today } from "./save.js";

/**
 * @param {object} words
 * @param {object[]} lines
 * @param {import("./records.js").Records} records
 * @param {object} list
 * @param {() => import("./records.js").Person[]} list.people   who is on it now
 * @param {() => string} list.address                           where it can be seen
 * @param {(sentence: string) => void} list.say                 for those who hear the page
 */
export function startActions(words, lines, records, list) {
  const saying = (make) => async () => list.say(await make().catch(() => words.notSaved));
  part("copy").addEventListener("click", () => copy(words, list));
  part("print").addEventListener("click", () => print());
  part("csv").addEventListener("click", saying(() => saveTable(words, lines, list.people())));
  part("selection").addEventListener("submit", (event) => {
    event.preventDefault();
    saying(() => saveSelection(words, lines, records, list.people()))();
  });
  showFound(words, records);
}

async function copy(words, { address, say }) {
  try {
    await navigator.clipboard.writeText(address());
    say(words.copied);
  } catch {
    part("address").select();
    say(words.notCopied);
  }
}

async function saveTable(words, lines, people) {
  const { csv } = await import("./csv.js");
  const file = save(csv(people, lines, words), [words.fileCsv, today()], "csv");
  return fill(words.saved, { file });
}

async function saveSelection(words, lines, records, people) {
  const form = part("selection").elements;
  const slug = form.assignment.value;
  const [{ selectionFile }, assignment, filters] = await Promise.all([
    import("./selection.js"),
    slug ? records.assignment(slug) : null,
    records.filters(),
  ]);
  if (slug && !assignment) return words.notSaved;
  const made = dayInWords(new Date(), words.lang);
  const { site: name, home: address } = part("page").dataset;
  const found = foundWith(searchOf(location.search), filters ?? {}, words);
  const what = { people, assignment, lines, found, note: form.note.value.trim(), made, site: { name, address } };
  const file = save(selectionFile(what, words), [words.fileSelection, slug, today()], "html");
  return fill(words.saved, { file });
}

/** The search that the list was opened from, in words, where the address tells of one. */
async function showFound(words, records) {
  const search = searchOf(location.search);
  if (!search) return;
  const filters = await records.filters().catch(() => null);
  const found = foundWith(search, filters ?? {}, words);
  part("found-list").replaceChildren(...found.map((line) => element("li", { dir: "auto" }, line)));
  part("found").hidden = !found.length;
}
