// For each profile and all postings what the browser finds, as text or as a digest of it.

import { createHash } from "node:crypto";
import { askedIn, saidIn } from "./js/match/draft.js";
import { matchOf } from "./js/match/match.js";
import { readPeople } from "./js/match/people.js";
import { personOf } from "./js/match/person.js";
import { postingOf } from "./js/match/posting.js";
import { Rules } from "./js/match/rules.js";
import { Sayings } from "./js/match/say.js";
import { sentence } from "./js/match/sentence.js";

export default ({ rules: raw, sayings: words, profiles, published, postings, whole }) => {
  const rules = new Rules(raw);
  const sayings = new Sayings(words);
  const asked = postings.map((fields) => postingOf(askedIn(fields, rules), rules));
  return profiles.map((fields, number) => {
    const person = personOf(saidIn(fields, rules, published[number]), rules);
    const text = asked.map((posting) => told(person, posting)).join("\n\n");
    return number === whole ? text : createHash("sha256").update(text).digest("hex");
  });

  function told(person, posting) {
    const match = matchOf(person, posting, rules);
    const { missing, parts } = match.credits;
    const reasons = (found) => found.map((reason) => `${reason.code}: ${sayings.say(reason)}`);
    return [
      ...match.checks.map(({ condition, state, isRelaxed, reason }) =>
        [condition, state, isRelaxed ? "relaxed" : "", ...reasons([reason])].join(" "),
      ),
      `${match.standing} ${missing} ${parts.required} ${parts.desirable}`,
      ...reasons(match.strengths),
      ...reasons(match.gaps),
      ...reasons(match.change ? [match.change] : []),
      sentence(match, sayings, rules, false),
      sentence(match, sayings, rules, true),
    ].join("\n");
  }
};
