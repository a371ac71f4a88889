// The same person in the words of four worlds: which families, at which level, for how long.

/**
 * @typedef {object} Family
 * @property {string} id
 * @property {string} label
 * @property {string[][]} levels   behaviours of each of the four levels
 * @property {string} example
 * @property {{who: string, name: string}[]} names  in the order in which the worlds are named
 */

/**
 * Claims under their families, in the order of the families.
 *
 * @param {import("./claims.js").Claim[]} judged
 * @param {Family[]} families
 * @param {(skill: string) => string} familyOf
 * @returns {{family: Family, claims: import("./claims.js").Claim[]}[]}
 */
export function byFamily(judged, families, familyOf) {
  return families
    .map((family) => ({ family, claims: judged.filter(({ skill }) => familyOf(skill) === family.id) }))
    .filter(({ claims }) => claims.length);
}

/**
 * For each world what it would say: by level, highest first, the names of the families.
 *
 * A family stands at its highest claim, with the years of that claim: nothing is added up.
 *
 * @param {ReturnType<typeof byFamily>} grouped
 * @returns {{who: string, levels: {level: string, names: {name: string, years: string}[]}[]}[]}
 */
export function voices(grouped) {
  const whos = grouped[0]?.family.names.map(({ who }) => who) ?? [];
  return whos.map((who, place) => ({
    who,
    levels: ["4", "3", "2", "1"]
      .map((level) => ({ level, names: named(grouped, level, place) }))
      .filter(({ names }) => names.length),
  }));
}

function named(grouped, level, place) {
  return grouped
    .map(({ family, claims }) => ({ name: family.names[place].name, best: highest(claims) }))
    .filter(({ best }) => best.level === level)
    .map(({ name, best }) => ({ name, years: best.years }));
}

/** Of several at the same level that of the most years. */
function highest(claims) {
  return claims.reduce((best, claim) => {
    const isHigher = claim.level > best.level;
    const isLonger = claim.level === best.level && Number(claim.years) > Number(best.years);
    return isHigher || isLonger ? claim : best;
  });
}
