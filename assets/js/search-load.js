// Loading what the search needs, once and when it is needed.

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

/** The JSON at an address; rejects when there is none. */
export async function fetched(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.json();
}
