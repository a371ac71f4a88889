// How alike two spellings are: what difflib's SequenceMatcher of Python calls their ratio.

/** Whether enough letters are the same, in whatever order: quick to tell, and never too strict. */
export function mayBeAlike(one, other, least) {
  const [a, b] = [[...one], [...other]];
  const size = a.length + b.length;
  if ((2 * Math.min(a.length, b.length)) / size < least) return false;
  const left = new Map();
  for (const sign of b) left.set(sign, (left.get(sign) ?? 0) + 1);
  let common = 0;
  for (const sign of a) {
    const count = left.get(sign) ?? 0;
    if (count) common += 1;
    left.set(sign, count - 1);
  }
  return (2 * common) / size >= least;
}

/** From 0 to 1: twice the letters in common stretches, of all letters. */
export function likeness(one, other) {
  const [a, b] = [[...one], [...other]];
  const places = new Map();
  b.forEach((sign, place) => places.set(sign, [...(places.get(sign) ?? []), place]));
  return a.length + b.length ? (2 * inCommon(a, b, places)) / (a.length + b.length) : 1;
}

/** The letters of the longest common stretch, and of those before it and after it, and so on. */
function inCommon(a, b, places) {
  const open = [[0, a.length, 0, b.length]];
  let count = 0;
  while (open.length) {
    const [alo, ahi, blo, bhi] = open.pop();
    const { i, j, size } = longest(a, places, alo, ahi, blo, bhi);
    if (!size) continue;
    count += size;
    if (alo < i && blo < j) open.push([alo, i, blo, j]);
    if (i + size < ahi && j + size < bhi) open.push([i + size, ahi, j + size, bhi]);
  }
  return count;
}

/** The longest stretch that both have within these bounds; of equals the first. */
function longest(a, places, alo, ahi, blo, bhi) {
  let best = { i: alo, j: blo, size: 0 };
  let before = new Map();
  for (let i = alo; i < ahi; i++) {
    const here = new Map();
    for (const j of places.get(a[i]) ?? []) {
      if (j < blo || j >= bhi) continue;
      const size = (before.get(j - 1) ?? 0) + 1;
      here.set(j, size);
      if (size > best.size) best = { i: i - size + 1, j: j - size + 1, size };
    }
    before = here;
  }
  return best;
}
