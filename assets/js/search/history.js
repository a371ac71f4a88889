// The address: where the state is kept, and how far down the page was in each of them.

/** Milliseconds after the last movement until the place is noted. */
const AT_REST = 150;

/**
 * Keeps the address in step with what is asked for.
 *
 * An entry of the history is something that was looked at. Typing goes on in the entry it began in;
 * after Enter, a filter, another order, another page, or a visit, what is typed next begins a new
 * one. So Back never walks through half-typed words.
 */
export class Address {
  #typing = false;
  #noting;
  /** Until an entry shows what it showed, where it was left must not be written over. */
  #returning = true;

  /** `onReturn` is called when Back or Forward brought another address. */
  constructor(onReturn) {
    history.scrollRestoration = "manual";
    addEventListener("popstate", () => {
      this.#typing = false;
      this.#returning = true;
      onReturn();
    });
    addEventListener("scroll", () => this.#noteSoon(), { passive: true });
    addEventListener("pagehide", () => this.#note());
  }

  /** Whether what is asked for was typed, and may go on. */
  get isTyping() {
    return this.#typing;
  }

  /** Go to a query string. @param {"type"|"step"} how @returns whether it is another than before */
  go(search, how) {
    const isOther = search !== location.search;
    const isSame = how === "type" && this.#typing;
    if (isOther && isSame) {
      history.replaceState(history.state, "", location.pathname + search);
    } else if (isOther) {
      this.#note();
      history.pushState({ y: scrollY }, "", location.pathname + search);
    }
    this.#typing = how === "type" && (isOther || this.#typing);
    return isOther;
  }

  /** Bring the page to where it was when this entry was left. */
  restorePlace() {
    const y = history.state?.y;
    if (y !== undefined) scrollTo({ top: y, behavior: "instant" });
    this.#returning = false;
  }

  #noteSoon() {
    clearTimeout(this.#noting);
    this.#noting = setTimeout(() => this.#note(), AT_REST);
  }

  #note() {
    clearTimeout(this.#noting);
    if (this.#returning) return;
    if (history.state?.y !== scrollY) history.replaceState({ ...history.state, y: scrollY }, "");
  }
}
