// The skills of a draft: which are chosen, and what is said of each.

/** A profile lists at least and at most so many. */
export const FEWEST = 3;
export const MOST = 15;

const KEYS = ["skill", "level", "years", "again", "evidence"];
const LEVELS = ["1", "2", "3", "4"];

/**
 * @typedef {object} Claim  all of it text, as in a profile; what is not said is an empty text
 * @property {string} skill
 * @property {string} level  `1` to `4`, or empty
 * @property {string} years
 * @property {string} again  `yes`, `no`, or empty
 * @property {string} evidence
 */

/**
 * The claims of a draft, in their order, each skill once.
 *
 * @returns {Claim[]}
 */
export function claims({ fields }) {
  const found = new Map();
  for (const row of Array.isArray(fields.skills) ? fields.skills : []) {
    const claim = Object.fromEntries(KEYS.map((key) => [key, text(row[key])]));
    if (!isLevel(claim.level)) claim.level = "";
    if (claim.skill && !found.has(claim.skill)) found.set(claim.skill, claim);
  }
  return [...found.values()];
}

/** What is said of one skill, or undefined where it is not chosen. */
export function claimOf(tree, skill) {
  return claims(tree).find((claim) => claim.skill === skill);
}

/** Choose a skill, with what was said of it before it was put aside. */
export function choose(tree, skill) {
  if (claimOf(tree, skill)) return;
  const { aside = [] } = tree.notes;
  const before = claimOf({ fields: { skills: aside } }, skill);
  write(tree, [...claims(tree), before ?? { skill }]);
}

/** Put a skill aside; what was said of it comes back with it. */
export function putAside(tree, skill) {
  const { aside = [] } = tree.notes;
  const left = claimOf(tree, skill);
  const others = claims({ fields: { skills: aside } }).filter((claim) => claim.skill !== skill);
  tree.notes.aside = left ? [...others, left].map(said) : others.map(said);
  write(tree, claims(tree).filter((claim) => claim.skill !== skill));
}

/** Say one thing of a skill. */
export function say(tree, skill, key, value) {
  write(tree, claims(tree).map((claim) => (claim.skill === skill ? { ...claim, [key]: value } : claim)));
}

/** Whether a text is a level. */
export function isLevel(value) {
  return LEVELS.includes(value);
}

/** What somebody wrote, or an empty text where a draft holds something else. */
export function text(value) {
  return typeof value === "string" ? value : "";
}

function write(tree, rows) {
  tree.fields.skills = rows.map(said);
}

function said(claim) {
  return Object.fromEntries(KEYS.filter((key) => claim[key]).map((key) => [key, claim[key]]));
}
