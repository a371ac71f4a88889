import { openIndex } from "./js/search/lookup.js";

// The rule of the site, and the only change to lunr: how rare a term is is counted in documents.
lunr.idf = (posting, count) => {
  const { _index, ...fields } = posting;
  const holding = new Set(Object.values(fields).flatMap((found) => Object.keys(found))).size;
  return Math.log(1 + Math.abs((count - holding + 0.5) / (holding + 0.5)));
};

/** The complete index, by stock lunr.Builder. */
function complete({ documents, vocabulary }, { fields, steps, dormant }) {
  const builder = new lunr.Builder();
  builder.tokenizer = (text) => text.split(" ").filter(Boolean).map((each) => new lunr.Token(each, {}));
  for (const [name, boost] of fields) builder.field(name, { boost });
  // Terms are numbered in their order, so that sums are added up in it.
  vocabulary.forEach((term, _index) => {
    builder.invertedIndex[term] = Object.assign(Object.create(null), { _index });
    for (const [name] of fields) builder.invertedIndex[term][name] = Object.create(null);
  });
  documents.forEach(([tokens, isDormant], id) => {
    builder.add({ id, ...tokens }, { boost: isDormant ? dormant : 1 });
  });
  builder.calculateAverageFieldLengths = function () {
    // The other rule of the site: lengths count in steps, and those of aliases not at all.
    for (const [ref, length] of Object.entries(this.fieldLengths)) {
      this.fieldLengths[ref] = ref.startsWith("aliases/") ? 1 : nearest(steps, length);
    }
    lunr.Builder.prototype.calculateAverageFieldLengths.call(this);
  };
  return builder.build();
}

/** Of two steps that are equally near the higher. */
function nearest(steps, length) {
  const distances = steps.map((step) => Math.abs(step - length));
  return steps[distances.lastIndexOf(Math.min(...distances))];
}

function asLunr(clause) {
  const found = { ...clause, usePipeline: false };
  if (clause.wildcard) found.wildcard = lunr.Query.wildcard.TRAILING;
  else delete found.wildcard;
  if (clause.presence) found.presence = lunr.Query.presence[clause.presence.toUpperCase()];
  return found;
}

const plain = (matched) => Object.fromEntries([...matched].map(([term, fields]) => [term, fields]));

export default async ({ files, queries, ...corpus }) => {
  const index = await openIndex("search/manifest.json", async (url) => JSON.parse(files[url]));
  const whole = complete(corpus, index.manifest);
  const differing = [];
  let hits = 0;
  let empty = 0;
  for (const clauses of queries) {
    const expected = whole
      .query((query) => clauses.forEach((clause) => query.clause(asLunr(clause))))
      .map(({ ref, score, matchData: { metadata } }) => [
        Number(ref),
        score,
        Object.fromEntries(Object.entries(metadata).map(([term, found]) => [term, Object.keys(found)])),
      ]);
    const found = await index.lookup(clauses);
    const given = found.map(({ doc, score, matched }) => [doc, score, plain(matched)]);
    hits += given.length;
    empty += given.length ? 0 : 1;
    if (found.cut || JSON.stringify(given) !== JSON.stringify(expected)) {
      differing.push({ clauses, cut: found.cut, given: given.slice(0, 3), expected: expected.slice(0, 3) });
    }
  }
  return { differing, hits, empty };
};
