// Values in the tree of a draft by their path, and the tree without what is empty.

/** What stands at a path, or undefined. */
export function at(tree, path) {
  return path.reduce((node, key) => node?.[key], tree);
}

/**
 * Put a value at a path, and make what leads there; an empty text takes the field away.
 *
 * Entries of lists stay where they are, also empty ones: somebody may be about to fill them in.
 */
export function put(tree, path, value) {
  const [key, ...rest] = path;
  if (rest.length) {
    tree[key] ??= typeof rest[0] === "number" ? [] : {};
    // A text may stand where a group does.
    if (typeof tree[key] === "string") tree[key] = { name: tree[key] };
    put(tree[key], rest, value);
    if (!Array.isArray(tree) && isEmpty(tree[key])) delete tree[key];
  } else if (isEmpty(value) && !Array.isArray(tree)) {
    delete tree[key];
  } else {
    tree[key] = value;
  }
}

/** Whether nothing is said: no text, or nothing but such. */
export function isEmpty(node) {
  if (typeof node === "string") return node === "";
  return node === undefined || Object.values(node).every(isEmpty);
}

/** The tree without entries and groups in which nothing is said. */
export function pruned(node) {
  if (typeof node === "string") return node;
  if (Array.isArray(node)) return node.filter((part) => !isEmpty(part)).map(pruned);
  const said = Object.entries(node).filter(([, part]) => !isEmpty(part));
  return Object.fromEntries(said.map(([key, part]) => [key, pruned(part)]));
}

/** The path in a tree of what has this path in the same tree pruned. */
export function unpruned(tree, path) {
  let node = tree;
  return path.map((key) => {
    let found = key;
    if (Array.isArray(node) && typeof key === "number") {
      const said = node.flatMap((part, place) => (isEmpty(part) ? [] : [place]));
      found = said[key] ?? key;
    }
    node = node?.[found];
    return found;
  });
}

/** A path as the name of a field in the page: `skills.0.level`. */
export function nameOf(path) {
  return path.join(".");
}
