// Which conditions cost most, and what asking a little less would give, in words.

import { capital } from "../match/say.js";
import { counted, fill, number } from "../search/sentences.js";

/** More would bury the first. */
const MOST = 3;

/**
 * The conditions that keep people out or of which a little less would give more, the dearest first,
 * with only the steps that give more.
 *
 * @param {{fitting: object[], costs: import("../match/count.js").Cost[]}} found
 * @returns {import("../match/count.js").Cost[]}
 */
export function dearest({ fitting, costs }) {
  const now = fitting.length;
  return costs
    .map((cost) => ({ ...cost, steps: cost.steps.filter(({ leaves }) => leaves > now) }))
    .filter(({ costs: alone, steps }) => alone || steps.length)
    .sort((one, other) => other.costs - one.costs || most(other) - most(one))
    .slice(0, MOST);
}

function most({ steps }) {
  return Math.max(0, ...steps.map(({ leaves }) => leaves));
}

/** What would be asked then: “Swahili at B2”. */
export function easier({ what, to, language }, { budget }, words, form) {
  const day = () => new Intl.DateTimeFormat(words.lang, { dateStyle: "long", timeZone: "UTC" }).format(new Date(to));
  const said = {
    language: () => spoken(form.languages[language], to, words, form),
    team: () => words.aTeam,
    starts: () => fill(words.laterStart, { day: day() }),
    days: () => counted(words, "fewerDays", to),
    mode: () => capital(form.words[to]),
    budget: () => fill(words.dearer, { amount: number(words, to), currency: budget.currency ?? "" }),
    contract: () => words.anyContract,
  };
  return said[what]();
}

function spoken(language, level, words, form) {
  if (level === null) return fill(words.withoutLanguage, { language });
  return fill(words.atLevel, { language, level: form.words[level] });
}
