import { answer } from "./js/search/answer.js";
import { openIndex } from "./js/search/lookup.js";

/** Each answer as JSON can hold it. */
export default async ({ files, asked }) => {
  const index = await openIndex("search/manifest.json", async (url) => JSON.parse(files[url]));
  const all = [];
  for (const [text, options] of asked) {
    const found = await answer(index, text, options);
    all.push({ ...found, matched: found.docs.map((doc) => found.matched(doc)) });
  }
  return all;
};
