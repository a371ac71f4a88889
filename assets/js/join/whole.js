// The page that would come of a draft, in its main parts: those of templates/pages/profile.html.

import { claims } from "../build/claims.js";
import { blocks } from "../build/markdown.js";
import { labelOf, listOf } from "../form/frames.js";
import { isEmpty } from "../form/paths.js";
import { element } from "../search/elements.js";
import { counted, fill } from "../search/sentences.js";
import { byStrength } from "./strength.js";

/** The fields that the page tells in its margin. */
const FACTS = ["languages", "sectors", "silos", "regions", "availability", "works", "engagement"];

/**
 * @param {import("../form/builder.js").Builder} builder
 * @param {import("../form/builder.js").Sent} sent
 * @returns {HTMLElement[]}
 */
export function wholePage(builder, { fields, body }) {
  const { words } = builder;
  const found = facts(builder, fields);
  return [
    element("h4", {}, element("bdi", {}, text(fields.name))),
    line("lede", fields.headline),
    element("div", { class: "prose voice", dir: "auto" }, ...blocks(body).map(block)),
    ...section(words.canDo, families(builder, fields)),
    ...section(words.built, ventures(builder, fields)),
    ...section(words.atAGlance, found.length ? [element("dl", { class: "facts" }, ...found)] : []),
  ];
}

function section(heading, inside) {
  return inside.length ? [element("h4", {}, heading), ...inside] : [];
}

/** A paragraph of a text, as words alone: marks within a line are left to the build. */
function block({ kind, texts }) {
  if (kind === "list") return element("ul", {}, ...texts.map((each) => element("li", {}, each)));
  const names = { heading: "h5", quote: "blockquote", paragraph: "p" };
  return element(names[kind], {}, ...texts);
}

function families(builder, fields) {
  const { words, skills, families: known } = builder;
  const groups = new Map();
  for (const claim of byStrength(claims({ fields }))) {
    if (!(claim.skill in skills)) continue;
    const { label } = known.get(claim.skill);
    groups.set(label, [...(groups.get(label) ?? []), claim]);
  }
  return [...groups].flatMap(([label, found]) => {
    const rows = found.map((claim) => row(claim, skills[claim.skill], words));
    return [element("h5", { class: "family" }, label), element("ul", { class: "skills" }, ...rows)];
  });
}

function row({ level, years, again, evidence }, label, words) {
  const notes = [spell(years, words), again === "no" ? words.notAnyMore : ""];
  const note = notes.filter(Boolean).join(", ");
  const name = element("span", { class: "skill-name" }, label, note ? element("span", { class: "note" }, ` ${note}`) : "");
  const marks = ["1", "2", "3", "4"].map((each) => element("i", each <= level ? { "data-is": "claimed" } : {}));
  const blocksOf = element("span", { class: "blocks", "aria-hidden": "true" }, ...marks);
  const said = element("span", { class: "level" }, blocksOf, element("span", { class: "word" }, words[`seenLevel${level}`] ?? ""));
  const proof = evidence ? element("p", { class: "evidence", dir: "auto" }, fill(words.quoted, { text: evidence })) : "";
  return element("li", { class: "skill" }, name, said, proof);
}

function ventures({ form, words }, { ventures: found }) {
  const rows = (Array.isArray(found) ? found : []).filter(({ name }) => text(name));
  if (!rows.length) return [];
  const row = ({ name, outcome, role, from, to, reach, summary }) => {
    const about = [role, period(text(from), text(to), words), reach].map(text).filter(Boolean).join(" · ");
    const became = element("span", { class: "became" }, form.words[outcome] ?? "");
    return element("li", {}, element("h5", {}, element("bdi", {}, name), " ", became), line("small", about), line("", summary));
  };
  return [element("ol", { class: "timeline" }, ...rows.map(row))];
}

function period(from, to, words) {
  if (!to) return from && fill(words.since, { year: from });
  return from === to ? to : `${from}–${to}`;
}

/** What was chosen or written in these fields, each under what it is called. */
function facts(builder, fields) {
  const { form } = builder;
  const own = form.groups[form.kinds.profile.group].fields;
  return FACTS.flatMap((name) => {
    const { is } = own[name];
    if (isEmpty(fields[name])) return [];
    if (is.type !== "group") return [fact(builder, own[name], fields[name])];
    const inner = Object.entries(form.groups[is.of].fields).filter(([key]) => !isEmpty(fields[name][key]));
    return inner.filter(([, { is: { type } }]) => type !== "group").map(([key, field]) => fact(builder, field, fields[name][key]));
  });
}

function fact(builder, { asks, says, is }, value) {
  const said = [told(builder, is, value)].flat().join(" · ");
  return element("div", {}, element("dt", {}, asks ?? says), element("dd", { dir: "auto" }, said));
}

/** A value as it is called; of several, each. */
function told(builder, node, value) {
  if (Array.isArray(value)) return value.map((each) => told(builder, node.of, each));
  if (typeof value === "string") return labelOf(listOf(builder, node) ?? [], value);
  const names = listOf(builder, node.keys);
  return Object.entries(value).map(([name, part]) => {
    const said = node.of.type === "years" ? spell(part, builder.words) : told(builder, node.of, part);
    return [labelOf(names, name), said].filter(Boolean).join(", ");
  });
}

function spell(years, words) {
  return Number(years) ? counted(words, "years", Number(years)) : "";
}

function line(kind, value) {
  return text(value) ? element("p", { class: kind || null, dir: "auto" }, value) : "";
}

function text(value) {
  return typeof value === "string" ? value : "";
}
