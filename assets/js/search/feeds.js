// The nearest feed to follow for what is asked for.

import { around, element } from "./elements.js";

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

/** “To hear of new ones, follow the feed: Water governance”, or nothing. */
export function feedLine(words, state, named) {
  const feed = nearestFeed(state);
  if (!feed) return [];
  const href = new URL(`../${feed.path}`, location).pathname;
  const label = feed.group ? named(feed.group, feed.value).value : words.feedAssignments;
  return around(words.follow, "feed", element("a", { href }, label));
}
