// Text → numbers: reads what sitegen/search/numbers.py writes and explains.

const FIRST = 0x23;
const SKIPPED = 0x5c;
const LAST = 57;
const FURTHER = 34;

const sign = (text, place) => {
  const code = text.charCodeAt(place);
  return code - FIRST - (code > SKIPPED ? 1 : 0);
};

/**
 * Postings in the order of the documents.
 *
 * @param {string} text
 * @param {(doc: number, often: number) => void} each
 */
export function readPostings(text, each) {
  let place = 0;
  const number = () => {
    let high = 0;
    let digit = sign(text, place++);
    while (digit >= LAST) {
      high = high * FURTHER + digit - LAST;
      digit = sign(text, place++);
    }
    return high * LAST + digit;
  };
  let doc = -1;
  while (place < text.length) {
    const step = number();
    doc += (step >> 1) + 1;
    each(doc, step & 1 ? number() + 2 : 1);
  }
}

/** The length, in steps, of a field of a document. */
export function readLength(text, doc) {
  const code = sign(text, doc);
  const octave = Math.max(0, (code >> 3) - 1);
  return (code - (octave << 3)) << octave;
}
