// What a person brings for each skill: the mirror of sitegen/matching/credit.py and score.py, by the
// fields alone. What a text tells of a skill that is not listed is counted by the build.

// So many required skills may be missing before no sum makes up for it.
const MISSING_ALLOWED = 1;

/**
 * @typedef {object} Credit  shares in thousandths
 * @property {string} skill
 * @property {number} asked  level
 * @property {number} weight
 * @property {number} points
 * @property {"nothing" | "skill" | "close" | "passage"} through
 * @property {string} name  the skill, or the close one
 * @property {number} level  the one that counts
 * @property {boolean} isUnproven
 */

/**
 * Everything that counts of a person for a posting.
 *
 * `missing` of the required skills are as good as absent; `points` are of those that required and
 * desirable skills can give, whole ones.
 *
 * @returns {{required: Credit[], desirable: Credit[], missing: number, parts: {required: number,
 *   desirable: number}, points: number}}
 */
export function creditsOf(person, posting, rules) {
  const required = posting.required.map((need) => credit(person, need, rules));
  const desirable = posting.desirable.map((need) => credit(person, need, rules));
  const missing = required.filter(({ points }) => points < rules.credit.missing).length;
  const share = shareOf(required);
  const exact = [
    rules.weights.required * share,
    rules.weights.desirable * (desirable.length ? shareOf(desirable) : share),
  ];
  const parts = rounded(exact, rules.credit.whole);
  return {
    required,
    desirable,
    missing,
    parts: { required: parts[0], desirable: parts[1] },
    points: parts[0] + parts[1],
  };
}

/** The order of rows with `credits`, best first. */
export function byCredits({ credits: one }, { credits: other }) {
  const behind = ({ missing }) => (missing > MISSING_ALLOWED ? missing : 0);
  return behind(one) - behind(other) || other.points - one.points || one.missing - other.missing;
}

/** The skill itself, at the level asked. */
export function isFull(credit, { whole }) {
  const isAtLevel = credit.level >= credit.asked && !credit.isUnproven;
  return credit.through === "skill" && credit.points === whole && isAtLevel;
}

/** The best that somebody has for a need; of equals the first. Called for everybody: no copies. */
function credit(person, { skill, level: asked, weight, others }, rules) {
  const { related, whole, listed_like } = rules.credit;
  const own = person.levels.get(skill) ?? 0;
  const lived = passage(person, skill, asked, rules);
  let [through, name, level, points] = [own ? "skill" : "nothing", skill, own, 0];
  let isUnproven = person.unproven.has(skill);
  if (own) points = Math.max(fit(own, asked, isUnproven, rules), person.confirmed.has(skill) ? 0 : lived);
  for (const other of others) {
    const near = person.levels.get(other);
    if (!near) continue;
    const isDoubted = person.unproven.has(other);
    const found = Math.floor((fit(near, asked, isDoubted, rules) * related) / whole);
    if (found > points) [through, name, level, points, isUnproven] = ["close", other, near, found, isDoubted];
  }
  if (!own && lived > points) {
    [through, name, level, points, isUnproven] = ["passage", skill, listed_like, lived, false];
  }
  return { skill, asked, weight, points, through, name, level, isUnproven };
}

/** A level of 3 or 4 with nothing to check counts for less than a 2 that claims no more. */
function fit(level, asked, isUnproven, { credit: { fit: fits, listed_like, unproven, whole } }) {
  const counting = isUnproven ? Math.min(level, listed_like) : level;
  const points = fits[Math.max(0, asked - counting)] ?? 0;
  return isUnproven ? Math.floor((points * unproven) / whole) : points;
}

function passage(person, skill, asked, rules) {
  const counts = person.lived.has(skill) && !person.never.has(skill);
  return counts ? fit(rules.credit.listed_like, asked, false, rules) : 0;
}

function shareOf(credits) {
  const weight = credits.reduce((sum, one) => sum + one.weight, 0);
  const weighed = credits.reduce((sum, one) => sum + one.weight * one.points, 0);
  return weight ? Math.floor(weighed / weight) : 0;
}

/** Thousandths as whole points that add up to the rounded sum; largest remainders go up. */
function rounded(exact, whole) {
  const sum = exact.reduce((total, one) => total + one, 0);
  const points = exact.map((one) => Math.floor(one / whole));
  const left = Math.floor((sum + whole / 2) / whole) - points.reduce((a, b) => a + b, 0);
  const order = exact.map((one, place) => place).sort((a, b) => (exact[b] % whole) - (exact[a] % whole));
  for (const place of order.slice(0, left)) points[place] += 1;
  return points;
}
