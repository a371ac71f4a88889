// The steps in their order, and which of them an address means.

const SKILL = "skill-";

/** Every step, by the fragment of its address. */
export function stepsOf(stories, chosen) {
  return [
    "start",
    ...stories.map((id) => `story-${id}`),
    "skills",
    ...chosen.map(({ skill }) => SKILL + skill),
    "look",
    "sheet",
    "mirror",
  ];
}

/**
 * The step of a fragment, or null where it means another place of the page.
 *
 * A skill that is no longer chosen leads to where it can be chosen.
 */
export function stepOf(fragment, steps) {
  const name = fragment.replace("#", "");
  if (!name) return "start";
  if (steps.includes(name)) return name;
  return name.startsWith(SKILL) ? "skills" : null;
}

/** The skill of a step, or null. */
export function skillOf(step) {
  return step.startsWith(SKILL) ? step.slice(SKILL.length) : null;
}

/** Where judging goes on: at the first skill without a level, else at the first. */
export function judging(chosen) {
  const next = chosen.find(({ level }) => !level) ?? chosen[0];
  return next ? SKILL + next.skill : "skills";
}

/** Where somebody goes on who comes back, or null where nothing has begun. */
export function goingOn(hasStories, chosen) {
  if (!chosen.length) return hasStories ? "skills" : null;
  return chosen.every(({ level }) => level) ? "sheet" : judging(chosen);
}
