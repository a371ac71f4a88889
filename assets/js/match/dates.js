// Days as numbers, counted from 1970: nothing here knows a clock or a zone.

const LENGTH = 86_400_000;

/** The number of a day. @param {string} text  YYYY-MM-DD; null for anything else */
export function dayOf(text) {
  const day = /^\d{4}-\d\d-\d\d$/.test(text ?? "") ? Date.parse(text) / LENGTH : NaN;
  return Number.isInteger(day) && textOf(day) === text ? day : null;
}

/** The day of a number as YYYY-MM-DD. */
export function textOf(day) {
  return new Date(day * LENGTH).toISOString().slice(0, 10);
}

/** The same day of a later month, or that month's last. */
export function monthsLater(day, months) {
  const date = new Date(day * LENGTH);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(date.getUTCDate(), last)) / LENGTH;
}
