// What is said aloud: one polite region, and one that interrupts for a search without results.

/** Milliseconds: until a query counts as settled and is spoken of. */
const SETTLED = 600;

/** Speaks once for each settled query, whatever happened on the way to it. */
export class Status {
  #polite;
  #alert;
  #timer;

  /** Both regions stand in the page from the start, empty. */
  constructor(polite, alert) {
    this.#polite = polite;
    this.#alert = alert;
  }

  /** Say a sentence after a while, unless another one follows sooner. */
  say(sentence, after = SETTLED) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#set(sentence, ""), after);
  }

  /** Say, whatever else is being read, that there is nothing. */
  interrupt(sentence, after = 0) {
    clearTimeout(this.#timer);
    if (after) this.#timer = setTimeout(() => this.#set("", sentence), after);
    else this.#set("", sentence);
  }

  /** Say nothing of what was about to be said. */
  hush() {
    clearTimeout(this.#timer);
  }

  #set(polite, alert) {
    if (this.#polite.textContent !== polite) this.#polite.textContent = polite;
    if (this.#alert.textContent !== alert) this.#alert.textContent = alert;
  }
}
