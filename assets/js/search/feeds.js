// The nearest feed to follow for what is asked for.

/** Groups whose values have a feed, with the folder of their pages. */
const FOLDERS = [["skill", "skills"], ["sector", "sectors"]];

/**
 * The feed of a skill or a sector that is asked for, else that of assignments; null where none is near.
 *
 * @returns {{path: string, group: string, value: string}|null}  `path` below the root of the site;
 *   `group` is empty for all assignments
 */
export function nearestFeed({ show, filters }) {
  for (const [group, folder] of FOLDERS) {
    const [value] = filters.get(group) ?? [];
    if (value) return { path: `${folder}/${value}/feed.xml`, group, value };
  }
  if (show === "assignments") return { path: "assignments/feed.xml", group: "", value: "" };
  return null;
}
