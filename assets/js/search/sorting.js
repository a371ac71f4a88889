// The orders that a reader can choose.

/**
 * Documents in the order of a state; they come by relevance. The dormant stand last in each.
 *
 * @param {Index} index
 * @param {number[]} docs
 * @param {State} state
 * @returns {Promise<number[]>}
 */
export async function sorted(index, docs, { q, sort, show }) {
  if (show === "assignments" && sort !== "name" && !q) return docs;
  return docs;
}
