// lunr.js, loaded when it is first needed.

let loading;

/**
 * Resolves once the global `lunr` is there.
 *
 * lunr.js is a classic script. The policy of the pages forbids to add one by its address
 * (`script.src` wants a trusted type, and no policy may make one), but lets a module import it; and
 * a module has no global `this` for lunr to put itself on. So it is given the one other way that it
 * knows: to be defined.
 */
export function loadLunr() {
  if (globalThis.lunr) return Promise.resolve();
  loading ??= defined().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function defined() {
  const define = (factory) => {
    globalThis.lunr = factory();
  };
  define.amd = true;
  globalThis.define = define;
  try {
    await import("../lunr.js");
  } finally {
    delete globalThis.define;
  }
}
