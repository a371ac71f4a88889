// Which open assignments the draft would fit: by the conditions and the skills, worked out here.

import { saidIn } from "../match/draft.js";
import { openMatching } from "../match/load.js";
import { assignmentsFor } from "../match/match.js";
import { personOf } from "../match/person.js";
import { sentence } from "../match/sentence.js";
import { element } from "../search/elements.js";
import { counted } from "../search/sentences.js";
import { part } from "../shortlist/parts.js";

/** More would be a list to search, and there is one. */
const MOST = 5;

let loading = null;

/** What matching needs, loaded once; tried anew after it failed. */
function loaded() {
  loading ??= openMatching(part("fits").dataset.manifest.replace("manifest.json", ""))
    .then(({ rules, sayings, assignments }) => Promise.all([rules(), sayings(), assignments()]))
    .catch((error) => {
      loading = null;
      throw error;
    });
  return loading;
}

/**
 * Show them.
 *
 * @param {object} fields  the front matter that would be sent
 * @param {import("../search/sentences.js").Words} words
 */
export async function showFits(fields, words) {
  const [rules, sayings, assignments] = await loaded();
  const person = personOf(saidIn(fields, rules), rules);
  const { eligible, nearly } = assignmentsFor(person, assignments, rules);
  const row = ({ title, url, match }) => element(
    "li",
    {},
    element("p", {}, element("a", { href: url }, title)),
    element("p", { class: "small" }, sentence(match, sayings, rules, false)),
    match.change ? element("p", { class: "small" }, `${sayings.say(match.change)}.`) : "",
  );
  const count = eligible.length;
  part("fits-count").textContent = count ? counted(words, "fitting", count) : words.notFitting;
  part("fits-list").replaceChildren(...eligible.slice(0, MOST).map(row));
  part("nearly-fits").hidden = !nearly.length;
  part("nearly-list").replaceChildren(...nearly.slice(0, MOST).map(row));
}
