// Who fits an assignment that is still a draft: by the conditions and the skills, worked out here.

import { countFitting } from "../match/count.js";
import { askedIn } from "../match/draft.js";
import { openMatching } from "../match/load.js";
import { matchOf } from "../match/match.js";
import { withEvidence } from "../match/person.js";
import { postingOf } from "../match/posting.js";
import { sentence } from "../match/sentence.js";
import { kept } from "../search/load.js";
import { element } from "../search/elements.js";
import { counted, fill, number } from "../search/sentences.js";
import { part } from "../shortlist/parts.js";
import { Records } from "../shortlist/records.js";
import { dearest, easier } from "./costs.js";

/** People to look at now; the others come with the site. */
const SHOWN = 5;

const matching = kept(async () => {
  const { rules, sayings, people } = await openMatching(`${root()}matching/`);
  return Promise.all([rules(), sayings(), people()]);
});
const records = kept(async () => new Records(new URL(root(), document.baseURI)));

function root() {
  return part("count").dataset.root;
}

/**
 * @param {object} fields  the front matter that would be sent
 * @returns {Promise<object>} what `countFitting` finds, with `of` people in all of whom it was given
 *   `among`, what is `asked`, and the first who fit as `rows`: {record, sentence, reasons}
 */
export async function countFor(fields) {
  const [rules, sayings, { of, people }] = await matching();
  const asked = askedIn(fields, rules);
  const found = countFitting(people, asked, rules);
  const [first, posting] = [found.fitting.slice(0, SHOWN), postingOf(asked, rules)];
  const library = await records();
  const told = await Promise.all(first.map(({ slug }) => library.person(slug)));
  const isFull = part("count").dataset.full === "yes";
  const rows = first.map(({ person }, place) => {
    const record = told[place];
    const evidence = Object.fromEntries(record.skills.map((skill) => [skill.id, skill.evidence]));
    const match = matchOf(withEvidence(person, evidence), posting, rules);
    const reasons = match.strengths.map((reason) => sayings.say(reason));
    return { record, sentence: sentence(match, sayings, rules, !isFull), reasons };
  });
  return { ...found, of, among: people.length, asked, rows };
}

/**
 * Show it.
 *
 * @param {Awaited<ReturnType<typeof countFor>>} found
 * @param {{words: import("../search/sentences.js").Words, form: object}} builder
 */
export function showCount(found, { words, form }) {
  const { fitting, able, of, among, rows } = found;
  const line = fitting.length
    ? counted(words, "fitting", fitting.length, { able: number(words, able) })
    : fill(able ? words.nobodyFits : words.nobodyAble, { able: number(words, able) });
  if (part("count-line").textContent !== line) part("count-line").textContent = line;
  part("count-sample").hidden = among === of;
  const sample = { count: number(words, among), of: number(words, of) };
  part("count-sample").textContent = fill(words.sample, sample);
  const costs = dearest(found).map((cost) => costRow(cost, found, words, form));
  part("count-costs").replaceChildren(...costs);
  part("count-first").hidden = !rows.length;
  part("count-people").replaceChildren(...rows.map((row) => personRow(row, words)));
}

function costRow({ condition, costs, steps }, { asked }, words, form) {
  const name = JSON.parse(part("count").dataset.conditions)[condition];
  const alone = costs ? counted(words, "costs", costs, { condition: name }) : "";
  const eased = steps.map(({ change, leaves }) => {
    return counted(words, "leaves", leaves, { change: easier(change, asked, words, form) });
  });
  return element(
    "li",
    {},
    alone ? element("p", {}, alone) : "",
    ...eased.map((text) => element("p", alone ? { class: "small" } : {}, text)),
  );
}

function personRow({ record: { name, url, headline }, sentence: said, reasons }, words) {
  return element(
    "li",
    {},
    element("p", {}, element("a", { href: url }, element("bdi", {}, name))),
    element("p", { class: "small", dir: "auto" }, headline),
    element("p", { class: "small" }, said),
    element(
      "details",
      { class: "small" },
      element("summary", {}, fill(words.why, { name })),
      element("ul", {}, ...reasons.map((reason) => element("li", {}, `${reason}.`))),
    ),
  );
}
