// A photo to be sent with the text, drawn anew when somebody chooses one. No draft keeps it.

import { canShare } from "../form/sending.js";
import { part } from "../shortlist/parts.js";

export class Portrait {
  #builder;
  #photo = null;

  constructor(builder) {
    this.#builder = builder;
    part("photo-file").addEventListener("change", () => this.#take());
  }

  draw({ fields, notes }) {
    // Whoever empties their answers means the photo, too.
    if (!Object.keys(fields).length) this.#photo = null;
    part("photo").hidden = notes.quiet === "yes";
    part("photo-chosen").hidden = !this.#photo;
  }

  sent(sent, { notes }) {
    return notes.quiet === "yes" ? sent : { ...sent, photo: this.#photo };
  }

  does(what) {
    if (what === "photo") part("photo-file").click();
    else if (what === "no-photo") this.#hold(null);
    else return false;
    return true;
  }

  async #take() {
    const input = part("photo-file");
    const [file] = input.files;
    if (!file) return;
    const { sides, least, taken, most, quality } = part("photo").dataset;
    const limits = { sides: sides.split(" ").map(Number), least: +least, taken: +taken, most: +most, quality: +quality };
    const { photo, fault } = await this.#redrawn(file, limits);
    // The same file may be chosen again.
    input.value = "";
    part("photo-wrong").textContent = fault ? this.#builder.words[`photo${fault}`] : "";
    part("photo-wrong").hidden = !fault;
    if (photo) this.#hold(photo);
  }

  async #redrawn(file, limits) {
    try {
      const { redrawn, showIn } = await import("./photo.js");
      const found = await redrawn(file, limits);
      if (found.photo) await showIn(part("photo-seen"), found.photo);
      return found;
    } catch {
      return { fault: "Failed" };
    }
  }

  #hold(photo) {
    this.#photo = photo;
    part("photo-along").hidden = !photo || !canShare({ files: [new File([photo], "x.jpg", { type: photo.type })] });
    this.#builder.draw();
  }
}
