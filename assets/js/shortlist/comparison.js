// People → rows of a comparison. Nothing here touches the page, and nothing here ranks.

/**
 * @typedef {import("./records.js").Person} Person
 * @typedef {import("./records.js").Need} Need
 *
 * @typedef {object} Item
 * @property {string} text
 * @property {string[]} details
 * @property {string} quote     in the person's own words, or empty
 *
 * @typedef {object} Row
 * @property {string} label
 * @property {string} note      what the assignment asks for here, or empty
 * @property {Item[][]} cells   one for each person; an empty one is "not stated"
 * @property {boolean} differs
 */

/**
 * The rows for some people, in the order of `lines`.
 *
 * Skills that an assignment asks for, and those that several of the people have, get a row each;
 * the others stand together in one.
 *
 * @param {Person[]} people
 * @param {{key: string, label: string, isSkills: boolean}[]} lines  one of them is made of skills
 * @param {object} about
 * @param {{id: string, label: string, note: string}[]} about.asked  skills asked for, in their order
 * @param {string} about.others  the label of the row with the other skills
 * @returns {Row[]}
 */
export function comparisonRows(people, lines, { asked, others }) {
  return lines.flatMap(({ key, label, isSkills }) =>
    isSkills
      ? skillRows(people, label, asked, others)
      : [row(label, "", people.map((person) => plain(person.lines[key])))],
  );
}

/** The items of a line for one person. */
export function plain(texts = []) {
  return texts.map((text) => ({ text, details: [], quote: "" }));
}

/** The skills of one person, each as one item that names it. */
export function skillItems(skills) {
  return skills.map(({ label, level, notes, evidence }) => ({
    text: `${label}: ${level}`,
    details: notes,
    quote: evidence,
  }));
}

function skillRows(people, label, asked, others) {
  const own = [...asked, ...shared(people).filter(({ id }) => !asked.some((need) => need.id === id))];
  const rows = own.map(({ id, label: name, note }) =>
    row(name, note, people.map(({ skills }) => levelItems(skills.filter((skill) => skill.id === id)))),
  );
  const rest = people.map(({ skills }) =>
    skillItems(skills.filter(({ id }) => !own.some((each) => each.id === id))),
  );
  const isNeeded = !rows.length || rest.some((items) => items.length);
  return isNeeded ? [...rows, row(rows.length ? others : label, "", rest)] : rows;
}

function levelItems(skills) {
  return skills.map(({ level, notes, evidence }) => ({ text: level, details: notes, quote: evidence }));
}

/** Skills that at least two of the people have, in the order of the first who has them. */
function shared(people) {
  const counts = new Map();
  for (const { skills } of people) {
    for (const { id, label } of skills) {
      counts.set(id, { id, label, note: "", count: (counts.get(id)?.count ?? 0) + 1 });
    }
  }
  return [...counts.values()].filter(({ count }) => count > 1);
}

/** People differ where their items do, whatever the order in which each of them said it. */
function row(label, note, cells) {
  const said = cells.map((items) => JSON.stringify(items.map(({ text }) => text).sort()));
  return { label, note, cells, differs: new Set(said).size > 1 };
}
