// How a person works, where they travel, for how many days: the mirror of sitegen/matching/place.py.

import { check } from "./check.js";

// A refusal weighs more than a question, and a question more than a little too few days.
const WORST = ["no", "not-stated", "partly", "yes"];

/** Modes, travel and days away. Work that could be done remotely relaxes a `no`. */
export function place({ person, posting, rules }) {
  const parts = [mode(person, posting)];
  if (posting.mode !== "remote") {
    parts.push(travel(person, posting, rules));
    const days = away(person, posting, rules);
    if (days) parts.push(days);
  }
  const worst = WORST.find((state) => parts.some((part) => part.state === state));
  const found = worst === "yes" ? parts.at(-1) : parts.find((part) => part.state === worst);
  if (worst === "no" && posting.mode === "hybrid" && person.modes.includes("remote")) {
    return part("no", `${found.reason.code}-remote`, found.reason.params, true);
  }
  return found;
}

function part(state, code, params, isRelaxed) {
  return check("place", state, code, params, isRelaxed);
}

function mode(person, posting) {
  // Who works on site all the time can be there some of the time.
  const wanted = posting.mode === "hybrid" ? ["hybrid", "onsite"] : [posting.mode];
  const where = posting.mode === "remote" ? "remote" : "onsite";
  if (!person.modes.length) return part("not-stated", "place-mode-not-stated");
  return wanted.some((one) => person.modes.includes(one))
    ? part("yes", `place-${where}`)
    : part("no", `place-not-${where}`);
}

function travel(person, posting, rules) {
  const { country } = posting;
  if (country === null) return part("not-stated", "place-unknown");
  if (person.country === country) return atHome(person, posting);
  if (person.travel.some((area) => area === "anywhere" || rules.isWithin(country, area))) {
    return part("yes", "place-travels", { country });
  }
  if (person.region && rules.isWithin(country, person.region)) {
    return part("not-stated", "place-region", { region: person.region });
  }
  return person.travel.length
    ? part("no", "place-no-travel", { country })
    : part("not-stated", "place-travel-not-stated", { country });
}

/** Work in the country where the person lives. */
function atHome(person, posting) {
  const { country } = posting;
  const near = isNear(person, posting);
  if (!person.travel.includes("none") || near) return part("yes", "place-home", { country });
  return near === null
    ? part("not-stated", "place-country", { country })
    : part("no", "place-no-travel", { country });
}

/** Whether the work is in the person's town; null where one of the two is not stated. */
function isNear(person, posting) {
  return person.town === null || posting.town === null ? null : person.town === posting.town;
}

/** Whether the work needs no nights away; null where it may or may not. */
function mayBeHome(person, posting, rules) {
  if (person.country && person.country === posting.country) return isNear(person, posting);
  return person.region && rules.isWithin(posting.country, person.region) ? null : false;
}

function away(person, posting, rules) {
  const asked = posting.onsite ?? (posting.mode === "onsite" ? posting.days : null);
  const home = mayBeHome(person, posting, rules);
  if (asked === null || home) return null;
  const count = person.away;
  if (count === null) return part("not-stated", "place-days-not-stated");
  if (count >= asked) return null;
  const isLittle = count + rules.limits.away_partly >= asked;
  const state = isLittle ? "partly" : home === null ? "not-stated" : "no";
  return part(state, "place-days-short", { count, asked });
}
