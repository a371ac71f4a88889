// Words in the field: when a pause in typing is a query.

// Milliseconds of that pause.
const PAUSE = 150;
// The first letter of a word says nothing yet, in scripts that have capitals.
const BEGUN = /(?:^|\s)[\p{Lu}\p{Ll}]$/u;

/** Tells of what is typed, and of Enter, which loads nothing. */
export class Typing {
  #pause;

  /**
   * @param {HTMLFormElement} form  with a field `q`
   * @param {object} told
   * @param {() => void} told.onInput  something was typed
   * @param {(how: "type"|"step") => void} told.onWords  the words are to be looked for: after a pause,
   *   or on Enter
   */
  constructor(form, { onInput, onWords }) {
    const field = form.elements.q;
    const take = () => BEGUN.test(field.value) || onWords("type");
    field.addEventListener("input", ({ isComposing }) => {
      this.cancel();
      onInput();
      if (!isComposing) this.#pause = setTimeout(take, PAUSE);
    });
    field.addEventListener("compositionend", take);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.cancel();
      onWords("step");
    });
  }

  /** Forget what was typed since the last pause: something else was asked for. */
  cancel() {
    clearTimeout(this.#pause);
  }
}
