// Words that nothing has → what is looked for in their place.

import { nearest, slips } from "./nearest.js";

/**
 * For `unknown` words `[{word, from, to}]` of a text: `{instead, near}`. `instead` is the text with the
 * nearest words of the directory and everything else as it was, or null; `near` are the words that
 * have no such word but letters enough for lunr to find what differs in one.
 */
export async function corrected(index, text, unknown) {
  const found = await Promise.all(unknown.map(({ word }) => nearest(index, word)));
  let instead = text;
  for (const [place, { from, to }] of [...unknown.entries()].reverse()) {
    if (found[place]) instead = instead.slice(0, from) + found[place] + instead.slice(to);
  }
  const near = unknown.filter(({ word }, place) => !found[place] && slips(word));
  return {
    instead: instead === text ? null : instead,
    near: new Set(near.map(({ word }) => word)),
  };
}
