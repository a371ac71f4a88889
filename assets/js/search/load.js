// Loading what the search needs, once and when it is needed.

/** The status of what was there once, and of what is there in a form that we do not know. */
export const GONE = 410;

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
  const first = await answered(url, how);
  try {
    return await first.json();
  } catch {
    // Half a file. The browser may keep it so: once more, past what it keeps.
  }
  const second = await answered(url, { ...how, cache: "reload" });
  try {
    return await second.json();
  } catch (error) {
    throw new LoadError(url, second.status, error);
  }
}

async function answered(url, how) {
  let response;
  try {
    response = await fetch(url, how);
  } catch (error) {
    throw new LoadError(url, 0, error);
  }
  if (!response.ok) throw new LoadError(url, response.status);
  // Some hosts answer with a page, as if all were well, for what is gone.
  const isPage = response.headers.get("content-type")?.startsWith("text/html");
  if (isPage) throw new LoadError(url, GONE);
  return response;
}
