// Sets of documents as bits: thirty-two to a word, so that a filter is a loop over words.

/** A set of whole numbers from 0 to below its size. */
export class Bits {
  /** @param {number} size  how many documents there are  @param {Uint32Array} [words] */
  constructor(size, words = new Uint32Array((size + 31) >>> 5)) {
    this.size = size;
    this.words = words;
  }

  /** The numbers from `start` to before `end`. */
  static range(size, start, end) {
    const bits = new Bits(size);
    for (let number = start; number < end; number++) bits.add(number);
    return bits;
  }

  /** @param {number} size @param {Iterable<number>} numbers */
  static of(size, numbers) {
    const bits = new Bits(size);
    for (const number of numbers) bits.add(number);
    return bits;
  }

  add(number) {
    this.words[number >>> 5] |= 1 << (number & 31);
  }

  has(number) {
    return (this.words[number >>> 5] & (1 << (number & 31))) !== 0;
  }

  clone() {
    return new Bits(this.size, this.words.slice());
  }

  /** Keep what is in the other set too. Changes this set and gives it, as `or` and `andNot` do. */
  and(other) {
    for (let i = 0; i < this.words.length; i++) this.words[i] &= other.words[i];
    return this;
  }

  or(other) {
    for (let i = 0; i < this.words.length; i++) this.words[i] |= other.words[i];
    return this;
  }

  andNot(other) {
    for (let i = 0; i < this.words.length; i++) this.words[i] &= ~other.words[i];
    return this;
  }

  /** How many there are. */
  count() {
    let sum = 0;
    for (let i = 0; i < this.words.length; i++) sum += ones(this.words[i]);
    return sum;
  }

  /** How many are in both, without making the set of them. */
  countAnd(other) {
    let sum = 0;
    for (let i = 0; i < this.words.length; i++) sum += ones(this.words[i] & other.words[i]);
    return sum;
  }

  /** The numbers, ascending. */
  *[Symbol.iterator]() {
    for (let i = 0; i < this.words.length; i++) {
      for (let rest = this.words[i]; rest; rest &= rest - 1) {
        yield (i << 5) + 31 - Math.clz32(rest & -rest);
      }
    }
  }
}

/** How many bits of a word are set: sums of pairs, of fours, of eights. */
function ones(word) {
  word -= (word >>> 1) & 0x55555555;
  word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
  return Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
