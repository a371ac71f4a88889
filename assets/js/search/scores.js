// Postings → a lunr index of a query's terms, with the scores of the whole index.
//
// lunr divides by the length of the query's vector only, so the other terms of a document never
// touch its score, and a vector may be cut to the terms that a query asks for.

import { readLength, readPostings } from "./numbers.js";

const K1 = 1.2;
const B = 0.75;
const NOTHING = Object.freeze(Object.create(null));

/**
 * @param {import("./shards.js").Found} found
 * @param {{fields: [string, number, number][], size: number, lengths: string[],
 *   boost: (doc: number) => number}} corpus
 * @returns {lunr.Index} with the numbers of documents as refs
 */
export function indexOf(found, corpus) {
  const { fields } = corpus;
  const vectors = fields.map(() => new Map());
  // Each vector in the order of the terms, which the whole index is in as well.
  const terms = [...found.keys()].sort();
  const invertedIndex = terms.map((term, number) => [
    term,
    posting(found.get(term), number, vectors, corpus),
  ]);
  const fieldVectors = fields.flatMap(([name], field) =>
    Array.from(vectors[field], ([doc, elements]) => [`${name}/${doc}`, elements]),
  );
  return load(corpus, fieldVectors, invertedIndex);
}

/** An index in which every document stands once: what only excludes finds all the others. */
export function indexOfAll(found, corpus) {
  const [[name]] = corpus.fields;
  const fieldVectors = Array.from({ length: corpus.size }, (_, doc) => [`${name}/${doc}`, []]);
  const vectors = corpus.fields.map(() => new Map());
  const invertedIndex = [...found.keys()]
    .sort()
    .map((term, number) => [term, posting(found.get(term), number, vectors, corpus)]);
  return load(corpus, fieldVectors, invertedIndex);
}

function load({ fields }, fieldVectors, invertedIndex) {
  return lunr.Index.load({
    version: lunr.version,
    fields: fields.map(([name]) => name),
    fieldVectors,
    invertedIndex,
    pipeline: [],
  });
}

/** A posting as lunr has it; what the term weighs goes to the vectors. */
function posting(byField, number, vectors, corpus) {
  const counts = [];
  const holding = new Set();
  for (const [field, text] of byField) {
    readPostings(text, (doc, often) => {
      counts.push([field, doc, often]);
      holding.add(doc);
    });
  }
  const rarity = Math.log(1 + (corpus.size - holding.size + 0.5) / (holding.size + 0.5));
  const entry = { _index: number };
  for (const [name] of corpus.fields) entry[name] = {};
  for (const [field, doc, often] of counts) {
    entry[corpus.fields[field][0]][doc] = NOTHING;
    const elements = vectors[field].get(doc) ?? [];
    if (!elements.length) vectors[field].set(doc, elements);
    elements.push(number, weight(corpus, field, doc, often, rarity));
  }
  return entry;
}

/** BM25, step by step as lunr.Builder works it out, so that the last digit is the same. */
function weight({ fields, lengths, boost }, field, doc, often, rarity) {
  const [, fieldBoost, average] = fields[field];
  const length = readLength(lengths[field], doc);
  let score = (rarity * ((K1 + 1) * often)) / (K1 * (1 - B + B * (length / average)) + often);
  score *= fieldBoost;
  score *= boost(doc);
  return Math.round(score * 1000) / 1000;
}
