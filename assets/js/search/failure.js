// What to say and to offer when something could not be loaded.

import { GONE } from "./load.js";

/**
 * @param {Error} error  LoadError has the status of the answer, 0 for none; others have none
 * @param {Words} words
 * @param {() => void} again  asks the same once more
 * @returns {{message: string, button: string, onClick: () => void}}
 */
export function failureOf(error, words, again) {
  const { status } = error;
  const reload = () => location.reload();
  // Files carry a hash: what is gone was there when the page was loaded.
  if (status === 404 || status === GONE) {
    return { message: words.renewed, button: words.reload, onClick: reload };
  }
  if (status !== undefined) return { message: words.failure, button: words.again, onClick: again };
  // A module that could not be fetched is not fetched again before the page is.
  reportError(error);
  return { message: words.failure, button: words.again, onClick: reload };
}
