// The result on one page: skills by family, and the same in the words of four worlds.

import { byFamily, voices } from "../build/voices.js";
import { element } from "../search/elements.js";
import { counted, fill } from "../search/sentences.js";

/**
 * @param {object} what
 * @param {string} what.title
 * @param {import("../build/claims.js").Claim[]} what.judged
 * @param {{by: string, marks: Map<string, string>}} what.mirror
 * @param {import("../build/voices.js").Family[]} families
 * @param {import("../build/skills.js").Skills} skills
 * @param {object} words
 * @returns {Element[]}
 */
export function sheet({ title, judged, mirror }, families, skills, words) {
  const grouped = byFamily(judged, families, (skill) => skills.get(skill).family);
  const by = mirror.by.trim() || words.somebody;
  const rows = (claims) => claims.map((claim) => {
    return row(claim, skills.get(claim.skill).label, { by, level: mirror.marks.get(claim.skill) }, words);
  });
  const groups = grouped.map(({ family, claims }) => {
    const name = element("p", { class: "family" }, family.label);
    return element("div", { class: "group-of" }, name, element("div", {}, ...rows(claims)));
  });
  return [
    element("h3", { id: "sheet-title", dir: "auto" }, title || words.defaultTitle),
    element("h4", {}, words.inSkills),
    element("div", { "data-mirrored": mirror.marks.size ? "" : null }, ...heads(mirror.marks.size, by, words), ...groups),
    element("h4", {}, words.inVoices),
    element("div", { class: "voices" }, ...voices(grouped).map((voice) => column(voice, words))),
    element("p", { class: "small" }, fill(words.ownWords, { site: words.site })),
  ];
}

/** Each row says it as well: the heads are for those who read down a column. */
function heads(count, by, words) {
  if (!count) return [];
  const seen = element("span", {}, fill(words.seenHead, { name: by }));
  return [element("p", { class: "heads", "aria-hidden": "true" }, element("span", {}, words.ownHead), seen)];
}

function row(claim, label, seen, words) {
  const notes = [claim.years && yearsOf(claim.years, words), claim.again === "no" && words.finished];
  const note = notes.filter(Boolean).join(" · ");
  const head = element("p", { class: "skill-name" }, label);
  if (note) head.append(" ", element("span", { class: "note" }, note));
  const shown = element("div", { class: "skill" }, head, levelShown(claim.level, "claimed", words[`level-${claim.level}`]));
  if (seen.level) {
    const by = element("span", { class: "by" }, fill(words.seenBy, { name: seen.by }), " ");
    shown.append(levelShown(seen.level, "confirmed", by, words[`seen-${seen.level}`]));
  }
  if (claim.evidence.trim()) shown.append(element("p", { class: "evidence", dir: "auto" }, claim.evidence.trim()));
  return shown;
}

/** A level as four blocks with its word. */
function levelShown(level, is, ...word) {
  const blocks = ["1", "2", "3", "4"].map((each) => element("i", { "data-is": each <= level ? is : null }));
  return element(
    "span",
    { class: `level ${is}` },
    element("span", { class: "blocks", "aria-hidden": "true" }, ...blocks),
    element("span", { class: "word" }, ...word),
  );
}

function column({ who, levels }, words) {
  const lines = levels.map(({ level, names }) => {
    const listed = names.map(({ name, years }) => {
      return years ? fill(words.withYears, { name, years: yearsOf(years, words) }) : name;
    });
    const sentence = fill(words.said, { level: words[`level-${level}`], names: listed.join("; ") });
    return element("p", {}, sentence);
  });
  return element("div", {}, element("h5", {}, who), ...lines);
}

function yearsOf(years, words) {
  return counted(words, "years", Number(years));
}
