// `?update=SLUG`: start from the page that is published.

import { emptyDraft } from "../build/draft.js";
import { fill } from "../search/sentences.js";
import { part } from "../shortlist/parts.js";

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export class Update {
  #builder;

  constructor(builder) {
    this.#builder = builder;
  }

  draw({ notes: { update } }) {
    part("updating").hidden = !update;
    if (update) part("updating-slug").textContent = update.slug;
  }

  sent(sent, { notes: { update } }) {
    return update ? { ...sent, kept: update.kept, slug: update.slug } : sent;
  }

  /** Take over what the site shows of the page that the address names, unless it is begun already. */
  async built() {
    const slug = new URLSearchParams(location.search).get("update");
    if (slug === null) return;
    if (this.#builder.draft.tree.notes.update?.slug !== slug && !(await this.#takeOver(slug))) return;
    // Once: whoever undoes it and comes back to this address finds what they left.
    history.replaceState(history.state, "", location.pathname + location.hash);
  }

  async #takeOver(slug) {
    const { words } = this.#builder;
    const sayNone = () => this.#builder.say(fill(words.noSuchPage, { slug }));
    if (!SLUG.test(slug)) return sayNone();
    const { profiles } = part("builder").dataset;
    const answer = await fetch(`${profiles}${slug}/fields.json`).catch(() => null);
    const found = answer?.ok ? await answer.json().catch(() => null) : null;
    if (answer?.status === 404) return sayNone();
    if (!found) return this.#builder.say(words.notLoaded);
    const { fields, body, kept } = found;
    const draft = { ...emptyDraft("profile"), fields, body, notes: { update: { slug, kept } } };
    this.#builder.replace(draft, words.takenOver);
    return true;
  }
}
