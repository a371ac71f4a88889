// Loading what the matching needs, each part once and when it is needed.

import { fetchJson, kept } from "../search/load.js";
import { readPeople } from "./people.js";
import { postingOf } from "./posting.js";
import { Rules } from "./rules.js";
import { Sayings } from "./say.js";

const VERSION = 1;

/**
 * @param {string} folder  address of `search/matching/`, with the slash at its end
 * @param {(url: string) => Promise<object>} load  rejects with LoadError where there is none
 * @returns {Promise<object>} functions that each give a promise: `rules`, `sayings`, `assignments` as
 *   `{slug, title, url, posting}`, and `people`, which is null where the site shows no matches
 */
export async function openMatching(folder, load = fetchJson) {
  const manifest = await load(`${folder}manifest.json`);
  if (manifest.version !== VERSION) throw new RangeError(`matching data of version ${manifest.version}`);
  const part = (name) => load(`${folder}${name}-${manifest[name]}.json`);
  const rules = kept(async () => new Rules(await part("rules")));
  const sayings = kept(async () => new Sayings(await part("sayings")));
  const assignments = kept(async () => {
    const [table, rows] = await Promise.all([rules(), part("assignments")]);
    return rows.map(({ slug, title, url, ...asked }) => ({
      slug,
      title,
      url,
      posting: postingOf(asked, table),
    }));
  });
  const people = kept(async () => {
    const [table, columns] = await Promise.all([rules(), part("people")]);
    return readPeople(columns, table);
  });
  return { rules, sayings, assignments, people: manifest.people === null ? null : people };
}
