// Questions that help to say what the matter is; their answers stand in the text and nowhere else.

import { part } from "../shortlist/parts.js";
import { answerIn, withAnswer } from "./sections.js";

export class Scoping {
  #builder;
  #boxes = [...document.querySelectorAll("[data-heading]")];

  constructor(builder) {
    this.#builder = builder;
    for (const box of this.#boxes) {
      box.addEventListener("input", () => this.#answer(box));
      box.addEventListener("change", () => builder.left(["body"]));
    }
  }

  draw({ body }) {
    for (const box of this.#boxes) {
      const answer = answerIn(body, box.dataset.heading);
      if (box.value.trim() !== answer) box.value = answer;
    }
  }

  #answer({ dataset, value }) {
    const headings = this.#boxes.map((box) => box.dataset.heading);
    const text = withAnswer(this.#builder.draft.tree.body, headings, dataset.heading, value);
    this.#builder.write(text);
    part("body").value = text;
  }
}
