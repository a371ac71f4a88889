// What to show and to count for a state: any value of a group, and all groups together.

/**
 * @typedef {object} Selected
 * @property {Bits} bits  the documents to show
 * @property {Map<string, Map<string, number>>} counts  by facet and value: how many documents of the
 *   kind shown each value would give, with the words and the other groups as they are
 * @property {{people: number, assignments: number}} kinds  how many there are of each kind
 */

/**
 * @param {Bits|null} found  what has the words; null where there are none
 * @param {State} state
 * @param {Columns} columns  with all that the state uses and `asked` fetched
 * @param {string[]} asked  the columns whose values are to be counted
 * @returns {Selected}
 */
export function select(found, state, columns, asked = []) {
  const used = filtersOf(state, columns);
  const within = (kind, except) => {
    const bits = columns.kind(kind).clone();
    if (found) bits.and(found);
    for (const { facet, isOfPeople, bits: held } of used) {
      if (facet !== except && !(isOfPeople && kind === "assignments")) bits.and(held);
    }
    return bits;
  };
  const bits = within(state.show);
  const other = state.show === "people" ? "assignments" : "people";
  return {
    bits,
    counts: counted(asked, state, columns, (facet) => {
      return used.some((filter) => filter.facet === facet) ? within(state.show, facet) : bits;
    }),
    kinds: { [state.show]: bits.count(), [other]: within(other).count() },
  };
}

/** The groups in use, each with the documents that have any of its values. */
function filtersOf(state, columns) {
  const filters = [...state.filters]
    .filter(([, values]) => values.size)
    .map(([facet, values]) => ({
      facet,
      isOfPeople: columns.isOfPeople(facet),
      bits: columns.anyOf(facet, values, state.levels[facet]),
    }));
  if (!state.freeBy && !state.days) return filters;
  const offered = columns.get("availability");
  const times = [
    state.freeBy && offered.freeBy(state.freeBy),
    state.days && offered.daysAtLeast(state.days),
  ].filter(Boolean);
  const bits = times.reduce((all, time) => all.and(time));
  return [...filters, { facet: "availability", isOfPeople: true, bits }];
}

function counted(asked, state, columns, without) {
  const counts = new Map();
  const bases = new Map();
  for (const name of asked) {
    const column = columns.get(name);
    const { facet } = column;
    if (!facet) continue;
    if (!bases.has(facet)) bases.set(facet, without(facet));
    const values = counts.get(facet) ?? new Map();
    for (const value of column.values()) {
      values.set(value, bases.get(facet).countAnd(column.bits(value, state.levels[facet])));
    }
    counts.set(facet, values);
  }
  return counts;
}

/** The column that an order needs, or "". @param {string} sort */
export function columnOfOrder(sort) {
  return { available: "availability", confirmed: "confirmed" }[sort] ?? "";
}

/**
 * Documents in an order: `available` soonest free first, `confirmed` latest first, `name` by number.
 *
 * Equal ones stand by number, so by name; who says nothing comes last, and so do the dormant.
 *
 * @param {Iterable<number>} documents  @returns {number[]}
 */
export function inOrder(documents, sort, columns) {
  const listed = [...documents].sort((a, b) => a - b);
  if (sort === "available") {
    const from = columns.get("availability").numbers("from");
    const place = (number) => (from[number] < 0 ? Infinity : from[number]);
    return listed.sort((a, b) => compare(place(a), place(b)));
  }
  if (sort === "confirmed") {
    const on = columns.get("confirmed").numbers("on");
    return listed.sort((a, b) => compare(on[b], on[a]));
  }
  return listed;
}

function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
