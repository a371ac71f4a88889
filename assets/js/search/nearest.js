// Did you mean: the word of the directory that somebody most likely meant to type.

const ONE_FROM = 4;
const TWO_FROM = 8;
const NUMBER = /\p{N}/u;

/** How many slips a word may have: one from four letters, two from eight, none in numbers. */
export function slips(word) {
  if (word.length < ONE_FROM || NUMBER.test(word)) return 0;
  return word.length < TWO_FROM ? 1 : 2;
}

/**
 * Letters added, left out, replaced or swapped with the next to make one word of another (the optimal
 * string alignment distance: no letter is touched twice), or Infinity where it takes more than `most`.
 * Lengths are in UTF-16 units.
 */
export function distance(one, other, most = Infinity) {
  if (Math.abs(one.length - other.length) > most) return Infinity;
  let before = [];
  let above = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      let least = same ? above[column - 1] : 1 + Math.min(above[column - 1], above[column], line[column - 1]);
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2];
      if (swapped && one[row - 2] === other[column - 1]) least = Math.min(least, before[column - 2] + 1);
      line.push(least);
    }
    if (Math.min(...line, ...above) > most) return Infinity;
    [before, above] = [above, line];
  }
  return above.at(-1) <= most ? above.at(-1) : Infinity;
}

/**
 * The nearest word that documents have, of several the commonest, or null: where nothing is near, and
 * where the word itself is one of theirs.
 */
export async function nearest(index, word) {
  const most = slips(word);
  if (!most) return null;
  const lengths = Array.from({ length: 2 * most + 1 }, (_, n) => word.length - most + n);
  const lists = await Promise.all(lengths.map((length) => index.words(length)));
  let best = null;
  for (const [other, documents] of lists.flat()) {
    const apart = distance(word, other, most);
    if (apart <= most && (!best || isBetter({ other, documents, apart }, best))) {
      best = { other, documents, apart };
    }
  }
  return best?.apart ? best.other : null;
}

function isBetter(one, best) {
  if (one.apart !== best.apart) return one.apart < best.apart;
  if (one.documents !== best.documents) return one.documents > best.documents;
  return one.other < best.other;
}
