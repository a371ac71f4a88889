// Postings → a lunr index of a query's terms, with the scores of the whole index.
//
// lunr divides by the length of the query's vector only, so the other terms of a document never
// touch its score, and its vectors may be cut to the terms that a query asks for.

import { readPostings, signAt } from "./numbers.js";

// How soon a repeated word stops counting, and how much a long field counts less: lunr's own.
const K1 = 1.2;
const B = 0.75;
const NOTHING = Object.freeze(Object.create(null));

/**
 * @typedef {{fields: [name: string, boost: number, average: number][], size: number,
 *   steps: number[], lengths: string[], boost: (doc: number) => number}} Corpus
 */

/**
 * @param {import("./shards.js").Found} found
 * @param {Corpus} corpus
 * @param {boolean} all whether documents without any of the terms are in it as well
 * @returns {lunr.Index} the numbers of the documents are its refs
 */
export function indexOf(found, corpus, all) {
  const vectors = corpus.fields.map(() => new Map());
  // In the order in which the whole index numbers its terms: sums are added up in it.
  const invertedIndex = [...found.keys()]
    .sort()
    .map((term, number) => [term, posting(found.get(term), number, vectors, corpus)]);
  const fieldVectors = corpus.fields.flatMap(([name], field) =>
    Array.from(vectors[field], ([doc, elements]) => [`${name}/${doc}`, elements]),
  );
  return lunr.Index.load({
    version: lunr.version,
    fields: corpus.fields.map(([name]) => name),
    fieldVectors: all ? everyDocument(corpus) : fieldVectors,
    invertedIndex,
    pipeline: [],
  });
}

/** For what only excludes: every document once, in order, with nothing in it to score. */
function everyDocument({ fields: [[name]], size }) {
  return Array.from({ length: size }, (_, doc) => [`${name}/${doc}`, []]);
}

/** A posting as lunr has it; what the term weighs goes into the vectors. */
function posting(written, number, vectors, corpus) {
  const entry = { _index: number };
  for (const [name] of corpus.fields) entry[name] = {};
  const read = written.map(([field, ...texts]) => ({ field, ...readPostings(texts) }));
  const holding = new Set(read.flatMap(({ docs }) => docs)).size;
  const rarity = Math.log(1 + (corpus.size - holding + 0.5) / (holding + 0.5));
  for (const { field, docs, times } of read) {
    const weight = weighing(corpus, field, rarity);
    const refs = entry[corpus.fields[field][0]];
    docs.forEach((doc, place) => {
      refs[doc] = NOTHING;
      const elements = vectors[field].get(doc);
      if (elements) elements.push(number, weight(doc, times[place]));
      else vectors[field].set(doc, [number, weight(doc, times[place])]);
    });
  }
  return entry;
}

/** BM25, step by step as lunr.Builder works it out, so that the last digit is the same. */
function weighing({ fields, steps, lengths, boost }, field, rarity) {
  const [, fieldBoost, average] = fields[field];
  return (doc, times) => {
    const length = steps[signAt(lengths[field], doc)];
    let score = (rarity * ((K1 + 1) * times)) / (K1 * (1 - B + B * (length / average)) + times);
    score *= fieldBoost;
    score *= boost(doc);
    return Math.round(score * 1000) / 1000;
  };
}
