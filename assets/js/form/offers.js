// All skills with everybody's words for them, fetched when somebody looks for one.

import { Skills } from "../build/skills.js";

let loading = null;

/** @returns {Promise<Skills>}  fetched once, and anew after that has failed */
export function loadSkills({ skills, words }) {
  loading ??= Promise.all([skills, words].map(fetched))
    .then(([data, aliases]) => {
      const found = new Skills(data);
      found.add(aliases);
      return found;
    })
    .catch((error) => {
      loading = null;
      throw error;
    });
  return loading;
}

async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}
