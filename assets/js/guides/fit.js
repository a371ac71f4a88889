// One guide beside what the reader said: the points of sitegen/matching/guides/score.py, and why.

/**
 * @typedef {object} Asked  an answer that is not given is empty
 * @property {string} passage
 * @property {string[]} topics
 * @property {string} world  where the venture stands, a silo
 * @property {string} sector
 * @property {number} years  in the lead
 * @property {string} role
 * @property {string} language
 * @property {string} region
 */

/**
 * Why a guide fits, or null where a passage, what weighs or the language rules them out.
 *
 * @param {Asked} asked
 * @param {object} guide  of finder.json
 * @param {object} data  finder.json
 * @returns {{parts: Record<string, number>, lived: object, near: string, topics: string[], alike: string[]}|null}
 *   `lived` is the passage to speak of; `near` is the reader's own where it is only near to it
 */
export function fit(asked, guide, data) {
  const { points } = data;
  const topics = guide.offers.filter((topic) => asked.topics.includes(topic));
  const found = livedOf(asked, guide, data, topics);
  const language = languagePart(asked, guide, points);
  if (!found || language === null) return null;
  const { standing, lived, near } = found;
  // Who has been next door only, and talks of nothing that weighs, has nothing to tell.
  if (standing === "near" && asked.topics.length && !topics.length) return null;
  const passage = standing ? points.passage[standing] : 0;
  const best = lived.reduce((one, other) => {
    return circumstances(asked, other, guide, points) > circumstances(asked, one, guide, points) ? other : one;
  });
  const field = fieldPart(asked, best, guide, data);
  const parts = {
    passage,
    topics: topicsPart(asked, guide, data, passage),
    language,
    circumstances: circumstances(asked, best, guide, points),
    sectors: field,
    region: asked.region && guide.areas.includes(asked.region) ? points.region : 0,
  };
  return { parts, lived: best, near, topics, alike: alike(asked, best, guide, parts, points) };
}

/** Of what the guide completed, that which counts: the nearest to the reader's case alone. */
function livedOf(asked, guide, { near, livedIn }, topics) {
  const passed = Object.keys(guide.passed);
  const all = (passages) => passages.flatMap((passage) => guide.passed[passage]);
  if (asked.passage) {
    if (guide.passed[asked.passage]) return { standing: "same", lived: guide.passed[asked.passage], near: "" };
    const around = passed.filter((passage) => near[asked.passage].includes(passage));
    return around.length ? { standing: "near", lived: all(around), near: asked.passage } : null;
  }
  if (!asked.topics.length) return { standing: "", lived: all(passed), near: "" };
  const within = (sought) => passed.filter((passage) => sought.some((topic) => livedIn[topic].includes(passage)));
  const counted = within(asked.topics);
  const offered = within(topics);
  if (counted.length) return { standing: "topic", lived: all(offered.length ? offered : counted), near: "" };
  const isOfAll = topics.some((topic) => !livedIn[topic].length);
  return isOfAll ? { standing: "any", lived: all(passed), near: "" } : null;
}

/** Half a topic where the guide has not been through what it is lived in. */
function topicsPart(asked, guide, { livedIn, points }, passage) {
  const own = Object.keys(livedIn).filter((topic) => livedIn[topic].includes(asked.passage));
  const sought = asked.topics.length ? asked.topics : own;
  const count = Math.min(sought.length, points.mostTopics);
  if (!count) return Math.floor((points.topics * passage) / points.passage.same);
  const isLived = (topic) => !livedIn[topic].length || livedIn[topic].some((one) => guide.passed[one]);
  const found = sought
    .filter((topic) => guide.offers.includes(topic))
    .map((topic) => 1 + isLived(topic))
    .sort((one, other) => other - one)
    .slice(0, count);
  const sum = (values) => values.reduce((total, value) => total + value, 0);
  if (count === 1) return Math.floor((points.topics * sum(found)) / 2);
  const rest = Math.floor(((points.topics - points.firstTopic) * sum(found.slice(1))) / (2 * (count - 1)));
  return Math.floor((points.firstTopic * sum(found.slice(0, 1))) / 2) + rest;
}

/** By the guide's level in the language; null where they do not speak it well enough to talk. */
function languagePart({ language }, guide, points) {
  if (!language) return 0;
  const known = guide.spoken[language];
  return known ? points.language[Math.min(known[0], points.comfort)] : null;
}

function circumstances(asked, lived, guide, points) {
  const since = lived.ago === null ? null : points.since.find(([most]) => lived.ago <= most);
  const world = asked.world && guide.worlds.includes(asked.world) ? points.world : 0;
  const role = asked.role && asked.role === lived.role ? points.role : 0;
  return yearsPart(asked, lived, points) + role + (since?.[1] ?? 0) + world;
}

function yearsPart(asked, lived, points) {
  if (!lived.role) return 0;
  const apart = yearsApart(asked.years, lived.years);
  return points.years.find(([most]) => apart <= most)?.[1] ?? 0;
}

/** How far two times in the lead differ, in per cent of the longer; all of it where one is 0. */
function yearsApart(one, other) {
  return one && other ? Math.floor((100 * Math.abs(one - other)) / Math.max(one, other)) : 100;
}

function fieldPart({ sector }, lived, guide, { close, points }) {
  if (!sector) return 0;
  if (lived.sectors.includes(sector)) return points.sector;
  if (guide.sectors.includes(sector)) return points.profileSector;
  return (close[sector] ?? []).some((near) => guide.sectors.includes(near)) ? points.closeSector : 0;
}

/** What is alike and will be said: each only where points were given for it. */
function alike(asked, lived, guide, parts, points) {
  const found = [];
  if (yearsPart(asked, lived, points) === points.years[0][1]) found.push("years");
  if (asked.role && asked.role === lived.role) found.push("role");
  if (asked.world && guide.worlds.includes(asked.world)) found.push("world");
  if (parts.sectors >= points.profileSector) found.push("sector");
  if (parts.region) found.push("region");
  return found;
}
