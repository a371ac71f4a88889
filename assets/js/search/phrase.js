// Whether texts have words one after the other. The index knows no order, so the texts are read.

import { words } from "./words.js";

/** Documents whose texts are read for one query, at most, and how many at a time. */
export const MOST_READ = 200;
const BATCH = 50;

/** Whether the terms stand in the text in their order, with nothing between them. */
export function contains(text, terms) {
  const found = words(text);
  return found.some((_, start) => terms.every((term, n) => found[start + n] === term));
}

/**
 * Takes the phrases of a search (see `searched` in answer.js) from the hits that do not have their
 * words in order within one text. Read are those that have all that is wanted, the best first; then,
 * where none of them is left or `some` is set, the others. What was not read counts as without what
 * is wanted and as with what is not. `loose` of a hit are its units before.
 *
 * @returns {Promise<object[]>} notes: `{code: "phrase", read, of}` where there were too many
 */
export async function verify(index, search, some) {
  const phrases = search.units.filter(({ phrase }) => phrase);
  const bits = phrases.reduce((sum, { bit }) => sum | bit, 0);
  const sought = bits & search.wanted;
  for (const hit of search.hits) {
    hit.loose = hit.units;
    hit.units &= ~sought;
  }
  const open = search.hits.filter(
    ({ loose }) => (loose & sought) === sought && !(loose & search.unwanted & ~bits),
  );
  const isFull = (units) => (units & search.wanted) === search.wanted;
  const count = { read: 0, of: 0 };
  const read = (hits) => readSome(index, hits.filter(({ loose }) => loose & bits), phrases, count);
  await read(open.filter(({ loose }) => isFull(loose)));
  const none = !open.some(({ units }) => isFull(units) && !(units & search.unwanted));
  if (none || some) await read(open.filter(({ loose }) => !isFull(loose)));
  return count.read < count.of ? [{ code: "phrase", ...count }] : [];
}

async function readSome(index, hits, phrases, count) {
  const most = Math.min(hits.length, MOST_READ - count.read);
  count.of += hits.length;
  for (let start = 0; start < most; start += BATCH) {
    const batch = hits.slice(start, Math.min(start + BATCH, most));
    const texts = await index.texts(batch.map(({ doc }) => doc));
    for (const [place, hit] of batch.entries()) settle(hit, texts[place], phrases);
    count.read += batch.length;
  }
}

function settle(hit, texts, phrases) {
  for (const { bit, clauses } of phrases) {
    const { terms, fields } = clauses[0];
    const scope = texts.filter(([field]) => !fields || fields.includes(field));
    if (hit.loose & bit && scope.some(([, text]) => contains(text, terms))) hit.units |= bit;
    else hit.units &= ~bit;
  }
}
