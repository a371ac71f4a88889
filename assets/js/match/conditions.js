// The hard conditions, in the order of the table: the mirror of sitegen/matching/conditions.py.
//
// Each takes a `Pair`; `time` is what `freeTime` gives for it.

import { check } from "./check.js";
import { textOf } from "./dates.js";
import { freeTime, isEnough } from "./free.js";
import { money } from "./money.js";
import { isNear, isSame } from "./names.js";
import { place } from "./place.js";
import { languages, teamLanguage } from "./spoken.js";

function dates({ person, posting, rules, time }) {
  if (posting.starts === null) return check("dates", "not-stated", "dates-no-start");
  if (time.covered === time.total) {
    return person.from === null && person.until === null
      ? check("dates", "not-stated", "dates-not-stated")
      : check("dates", "yes", "dates-yes");
  }
  const late = time.first === null ? 0 : time.first - time.start;
  const percent = Math.floor((time.covered * 100) / time.total);
  const { late_partly, late_relaxed, covered_partly } = rules.limits;
  const isPartly = (time.toTheEnd && late <= late_partly) || percent >= covered_partly;
  const isRelaxed = time.toTheEnd && !isPartly && late <= late_relaxed;
  const [code, params] =
    time.first === null
      ? ["dates-never", {}]
      : time.toTheEnd
        ? ["dates-late", { day: textOf(time.first), count: late }]
        : ["dates-part", { count: percent }];
  return check("dates", isPartly ? "partly" : "no", code, params, isRelaxed);
}

function days({ posting, rules, time }) {
  const asked = posting.days;
  const count = time.days;
  if (asked === null) return check("days", "yes", "days-none");
  if (count === null) return check("days", "not-stated", "days-not-stated");
  if (count >= asked) return check("days", "yes", "days-yes", { count: asked });
  const state = isEnough(count, asked, rules) ? "partly" : "no";
  return check("days", state, "days-short", { count, asked });
}

function kind({ person, posting, rules }) {
  const asked = posting.kinds.filter((one) => rules.kinds.includes(one));
  if (!asked.length) return check("kind", "yes", "kind-none");
  const kinds = asked.join(",");
  if (!person.kinds.length) return check("kind", "not-stated", "kind-not-stated", { kinds });
  const shared = asked.filter((one) => person.kinds.includes(one));
  return shared.length
    ? check("kind", "yes", "kind-yes", { kinds: shared.join(",") })
    : check("kind", "no", "kind-no", { kinds });
}

function contract({ person, posting }) {
  const asked = posting.contracts;
  if (!asked.length) return check("contract", "yes", "contract-none");
  if (!person.contracts.length) return check("contract", "not-stated", "contract-not-stated");
  const shared = asked.filter((form) => person.contracts.includes(form));
  return shared.length
    ? check("contract", "yes", "contract-yes", { forms: shared.join(",") })
    : check("contract", "no", "contract-no", { forms: asked.join(",") }, true);
}

function declines({ person, posting }) {
  const sector = person.declinedSectors.find((one) => posting.sectors.has(one));
  if (sector) return check("declines", "no", "declines-sector", { sector });
  const { silo } = posting;
  return person.declinedSilos.includes(silo)
    ? check("declines", "no", "declines-silo", { silo })
    : check("declines", "yes", "declines-none");
}

/** A client without a name is a question, and whom it excludes stays unnamed too. */
function conflict({ person, posting, rules }) {
  const { parties, anonymous } = posting;
  const held = person.ties.filter((tie) => tie.left === "held");
  const same = held.find((tie) => parties.some((party) => isSame(tie, party)));
  if (same) return tied("no", "conflict-tie", same, anonymous);
  const { near_name } = rules.limits;
  const near = held.find((tie) => parties.some((party) => isNear(tie, party, near_name)));
  if (near) return tied("not-stated", "conflict-near", near, anonymous);
  if (anonymous) return check("conflict", "not-stated", "conflict-anonymous");
  const past = person.ties.find(
    (tie) => tie.left !== "held" && parties.some((party) => isSame(tie, party)),
  );
  if (!past) return check("conflict", "yes", "conflict-none");
  const { name, left } = past;
  return left === null
    ? check("conflict", "partly", "conflict-past", { name })
    : check("conflict", "partly", "conflict-past-year", { name, year: left });
}

function tied(state, code, { name }, anonymous) {
  return anonymous
    ? check("conflict", state, `${code}-unnamed`)
    : check("conflict", state, code, { name });
}

function isOpen({ person }) {
  const closed = [
    ["open-not-listed", !person.isListed],
    ["open-not-matched", !person.isMatched],
    ["open-paused", person.status === "paused"],
    ["open-dormant", person.freshness === "dormant"],
  ].find(([, holds]) => holds);
  if (closed) return check("open", "no", closed[0]);
  if (person.status === "limited") return check("open", "partly", "open-limited");
  return person.freshness === "ageing"
    ? check("open", "partly", "open-ageing", { day: person.confirmedOn })
    : check("open", "yes", "open-yes");
}

const JUDGES = new Map([
  ["languages", languages],
  ["team language", teamLanguage],
  ["dates", dates],
  ["days", days],
  ["place", place],
  ["money", money],
  ["kind", kind],
  ["contract", contract],
  ["declines", declines],
  ["conflict", conflict],
  ["open", isOpen],
]);

/** The conditions by name, in their order. */
export const CONDITIONS = [...JUDGES.keys()];

/** A person before a posting; when they are free is found out once, if anybody asks. */
class Pair {
  #time;

  constructor(person, posting, rules) {
    Object.assign(this, { person, posting, rules });
  }

  get time() {
    this.#time ??= freeTime(this.person, this.posting, this.rules);
    return this.#time;
  }
}

/** Every condition, or only those named, of a person before a posting. @returns {Check[]} */
export function judge(person, posting, rules, names = CONDITIONS) {
  const pair = new Pair(person, posting, rules);
  return names.map((name) => JUDGES.get(name)(pair));
}

/** `eligible` who fails none, `nearly` who fails one by little, else `out`. */
export function standing(checks) {
  const failed = checks.filter(({ state }) => state === "no");
  if (!failed.length) return "eligible";
  return failed.length === 1 && failed[0].isRelaxed ? "nearly" : "out";
}
