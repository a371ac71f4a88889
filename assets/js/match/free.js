// When a person is free for an assignment: the mirror of sitegen/matching/free_time.py.

import { monthsLater } from "./dates.js";

/**
 * @typedef {object} FreeTime  days as numbers
 * @property {number} start
 * @property {?number} first  the first free day, null for none
 * @property {number} covered  free days of the `total`
 * @property {number} total
 * @property {boolean} toTheEnd  nothing comes between `first` and the end
 * @property {?number} days  those left in each month of that time; null where not stated
 */

/** Work without a start begins today, work without a length lasts a month. @returns {FreeTime} */
export function freeTime(person, posting, rules) {
  const start = posting.starts ?? rules.today;
  const end = monthsLater(start, posting.months ?? 1);
  const horizon = Math.max(end, start + rules.limits.late_relaxed + 1);
  const free = spans(person, posting, rules, [start, end, horizon]).filter((span) => span.isFree);
  const first = free.length ? free[0].start : null;
  const covered = free.reduce((sum, span) => sum + (span.end <= end ? span.end - span.start : 0), 0);
  const reach = first === null ? end : Math.max(end, first + 1);
  const left = free.filter((span) => span.start < reach && span.days !== null);
  return {
    start,
    first,
    covered,
    total: end - start,
    toTheEnd: first !== null && covered === Math.max(0, end - first),
    days: left.length ? Math.min(...left.map((span) => span.days)) : person.days,
  };
}

/** Stretches of time within which nothing changes. */
function spans(person, posting, rules, frame) {
  const [start, , horizon] = frame;
  const changes = new Set(frame);
  if (person.from !== null) changes.add(person.from);
  if (person.until !== null) changes.add(person.until + 1);
  for (const taken of person.taken) changes.add(taken.start).add(taken.end);
  const days = [...changes].filter((day) => start <= day && day <= horizon).sort((a, b) => a - b);
  return days.slice(1).map((end, place) => span(days[place], end, person, posting, rules));
}

function span(start, end, person, posting, rules) {
  const taken = person.taken
    .filter((one) => one.start <= start && start < one.end)
    .reduce((sum, one) => sum + one.days, 0);
  const isInside =
    (person.from === null || person.from <= start) && (person.until === null || start <= person.until);
  const days = person.days === null ? null : Math.max(0, person.days - taken);
  const fits = !taken || days === null || isEnough(days, posting.days, rules);
  return { start, end, days, isFree: isInside && fits };
}

/** Whether these days a month leave a person eligible. */
export function isEnough(days, asked, rules) {
  return asked === null ? days > 0 : days * 100 >= asked * rules.limits.days_partly;
}
