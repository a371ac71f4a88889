// Somebody else's marks beside one's own. Both stand; nobody averages them.

import { isLevel, text } from "./claims.js";

/**
 * The marks of a draft that belong to its claims.
 *
 * @returns {{by: string, marks: Map<string, string>}}
 */
export function mirrorOf({ notes }, judged) {
  const { by, marks } = notes.mirror ?? {};
  const known = judged
    .map(({ skill }) => [skill, text(marks?.[skill])])
    .filter(([, level]) => isLevel(level));
  return { by: text(by), marks: new Map(known) };
}

/** Write one mark, or take it away with an empty text. */
export function mark(tree, skill, level) {
  const mirror = mirrorIn(tree);
  if (level) mirror.marks[skill] = level;
  else delete mirror.marks[skill];
}

/** Say whose marks they are. */
export function markedBy(tree, name) {
  mirrorIn(tree).by = name;
}

/**
 * How the two lie beside each other.
 *
 * @returns {{same: string[], more: string[], less: string[]}}  skills, by what the other saw
 */
export function differences(judged, marks) {
  const found = { same: [], more: [], less: [] };
  for (const { skill, level } of judged) {
    const seen = marks.get(skill);
    if (seen) found[seen === level ? "same" : seen > level ? "more" : "less"].push(skill);
  }
  return found;
}

function mirrorIn({ notes }) {
  notes.mirror = { by: "", ...notes.mirror };
  notes.mirror.marks = { ...notes.mirror.marks };
  return notes.mirror;
}
