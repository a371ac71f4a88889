// Text → numbers: reads what sitegen/search/numbers.py writes and explains.

const FIRST = 0x23;
const SKIPPED = 0x5c;
const LAST = 57;
const FURTHER = 34;

/** The number, below 91, of the one sign at a place. */
export function signAt(text, place) {
  const code = text.charCodeAt(place);
  return code - FIRST - (code > SKIPPED ? 1 : 0);
}

/** @returns {number[]} */
export function readNumbers(text) {
  const numbers = [];
  let high = 0;
  for (let place = 0; place < text.length; place++) {
    const digit = signAt(text, place);
    if (digit < LAST) {
      numbers.push(high * LAST + digit);
      high = 0;
    } else {
      high = high * FURTHER + digit - LAST;
    }
  }
  return numbers;
}

/**
 * Who has a term in a field.
 *
 * @param {[documents: string, often?: string]} written as sitegen/search/manifest.py says
 * @returns {{docs: number[], times: number[]}} documents, rising, and how often each has the term
 */
export function readPostings([documents, often = ""]) {
  let doc = 0;
  const docs = readNumbers(documents).map((gap) => (doc += gap));
  const times = docs.map(() => 1);
  const pairs = readNumbers(often);
  for (let pair = 0, place = 0; pair < pairs.length; pair += 2) {
    place += pairs[pair];
    times[place] = pairs[pair + 1] + 2;
  }
  return { docs, times };
}
