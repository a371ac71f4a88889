// What a peer would ask, in the words of the page.

import { notices } from "./notices.js";

/**
 * @param {import("./claims.js").Claim[]} judged
 * @param {import("../search/sentences.js").Words} words  those of `notices` in templates/macros/draft.html
 * @returns {{kind: import("./notices.js").Kind, sentence: string, skills: string[]}[]}
 */
export function noticed(judged, { leading, people, ...words }) {
  const sentences = {
    "all-highest": words.allHighest,
    "led-unclaimed": words.ledUnclaimed,
    "no-evidence": words.noEvidence,
    "not-again": words.notAgain,
  };
  const found = notices(judged, { leading: leading.split(";"), people: people.split(";") });
  return found.map(({ kind, skills }) => ({ kind, sentence: sentences[kind], skills }));
}
