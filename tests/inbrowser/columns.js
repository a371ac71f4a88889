// What the files say and what drafts say, and how many of the files' people fit.

import { judge } from "./js/match/conditions.js";
import { countFitting } from "./js/match/count.js";
import { askedIn, saidIn } from "./js/match/draft.js";
import { openMatching } from "./js/match/load.js";
import { assignmentsFor, matchOf } from "./js/match/match.js";
import { personOf, withEvidence } from "./js/match/person.js";
import { postingOf } from "./js/match/posting.js";

export default async ({ files, slugs, profiles, published, postings }) => {
  const load = async (url) => JSON.parse(files[url]);
  const matching = await openMatching("search/matching/", load);
  const [rules, { of, said, people }, assignments] = await Promise.all([
    matching.rules(), matching.people(), matching.assignments(),
  ]);
  const asked = postings.map((fields) => askedIn(fields, rules));
  const drafts = asked.map((one) => postingOf(one, rules));
  return {
    of,
    said: Object.fromEntries(people.map(({ slug }) => [slug, said(slug)])),
    drafts: profiles.map((fields, number) => saidIn(fields, rules, published[number])),
    differing: people.flatMap(({ slug, person }) => differing(slug, person)),
    fitting: profiles.map((fields, number) => fitting(personOf(saidIn(fields, rules, published[number]), rules))),
    asked,
    addresses: assignments.map(({ slug, title, url }) => [slug, title, url]),
    money: people.map(({ person }) =>
      drafts.map((posting) => {
        const [{ state, reason, isRelaxed }] = judge(person, posting, rules, ["money"]);
        return [state, reason.code, isRelaxed];
      }),
    ),
    counts: asked.map((one) => {
      const { able, fitting, costs } = countFitting(people, one, rules);
      return { able, costs, order: fitting.map(({ slug }) => slug) };
    }),
  };

  /** Where a person of the files and the same one's draft have other strengths. */
  function differing(slug, person) {
    const place = slugs.indexOf(slug);
    const draft = personOf(saidIn(profiles[place], rules, published[place]), rules);
    const told = withEvidence(person, draft.evidence);
    const strengths = (one, posting) => JSON.stringify(matchOf(one, posting, rules).strengths);
    return drafts.flatMap((posting, number) =>
      strengths(told, posting) === strengths(draft, posting) ? [] : [[slug, number]],
    );
  }

  function fitting(person) {
    const rows = drafts.map((posting, number) => ({ number, posting }));
    const { eligible, nearly } = assignmentsFor(person, rows, rules);
    return [eligible, nearly].map((found) => found.map(({ number }) => number));
  }
};
