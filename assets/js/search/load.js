// Loading what the search needs, once and when it is needed.

/** What could not be loaded; asking again may help. `status` is that of the answer, 0 for none. */
export class LoadError extends Error {
  constructor(url, status, cause) {
    super(`${url}: ${status || "no answer"}`, { cause });
    this.name = "LoadError";
    this.status = status;
  }
}

/** A promise kept once it is fulfilled; after a failure the next call tries again. */
export function kept(load) {
  let promise;
  return () => {
    promise ??= load().catch((error) => {
      promise = undefined;
      throw error;
    });
    return promise;
  };
}

/** `load` by key, each key once unless it fails. */
export function keptByKey(load) {
  const known = new Map();
  return (key) => {
    if (!known.has(key)) known.set(key, kept(() => load(key)));
    return known.get(key)();
  };
}

/** The JSON at an address; `how` as for `fetch`. Rejects with LoadError where there is none. */
export async function fetchJson(url, how) {
  let response;
  try {
    response = await fetch(url, how);
  } catch (error) {
    throw new LoadError(url, 0, error);
  }
  if (!response.ok) throw new LoadError(url, response.status);
  try {
    return await response.json();
  } catch (error) {
    // The connection broke half way, or something else answered.
    throw new LoadError(url, response.status, error);
  }
}
