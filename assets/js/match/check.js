// What every condition answers.

/** @typedef {"yes" | "partly" | "no" | "not-stated"} State */
/** @typedef {{code: string, params: Object<string, string | number>}} Reason  code of sitegen/reasons */

/**
 * @typedef {object} Check
 * @property {string} condition
 * @property {State} state
 * @property {Reason} reason
 * @property {boolean} isRelaxed  a `no` within what a talk could settle
 */

/** @returns {Check} */
export function check(condition, state, code, params = {}, isRelaxed = false) {
  return { condition, state, reason: { code, params }, isRelaxed };
}
