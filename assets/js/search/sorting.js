// The orders that a reader can choose. Whatever it is, the dormant stand last and say so.

/**
 * Documents in the order of a state.
 *
 * @param {Index} index
 * @param {number[]} docs  the best first
 * @param {State} state
 * @returns {Promise<number[]>}
 */
export async function sorted(index, docs, { sort }) {
  const ordered = sort ? await ORDERS[sort](index, [...docs]) : docs;
  const isDormant = (doc) => index.isDormant(doc);
  return [...ordered.filter((doc) => !isDormant(doc)), ...ordered.filter(isDormant)];
}

const ORDERS = {
  /** Free or starting soonest; who says no day stands last. */
  async available(index, docs) {
    const { from } = await index.column("availability");
    const day = (doc) => (from[doc] < 0 ? Infinity : from[doc]);
    return docs.sort((a, b) => (day(a) === day(b) ? 0 : day(a) - day(b)));
  },
  /** Confirmed or posted last. */
  async confirmed(index, docs) {
    const { on } = await index.column("confirmed");
    return docs.sort((a, b) => on[b] - on[a]);
  },
  /** As in the list: people by name, assignments by the day they close. */
  name: (index, docs) => docs.sort((a, b) => a - b),
};
