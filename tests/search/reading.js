import { parse } from "./js/search/query.js";

/** A clause in short: sign, field, terms (of a phrase in quotes) and what is wished of them. */
function short({ kind, sign, fields, terms, prefix, fuzzy, boost }) {
  const words = kind === "phrase" ? `"${terms.join(" ")}"` : terms.join("_");
  const wishes = [prefix && "*", fuzzy && `~${fuzzy}`, boost !== 1 && `^${boost}`];
  return [sign, fields && `${fields}:`, words, ...wishes].filter(Boolean).join("");
}

export default ({ texts, names }) =>
  texts.map((text) => {
    const { clauses, read, notes } = parse(text, { names });
    return { clauses: clauses.map(short), read, notes: notes.map(({ code }) => code) };
  });
