// `?update=SLUG`: start from the page that is published.

import { emptyDraft } from "../build/draft.js";
import { fill } from "../search/sentences.js";
import { part } from "../shortlist/parts.js";

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export class Update {
  #words;
  #draft;
  #say;
  #replace;

  /** `replace` puts another draft in the place of this one, so that it can be undone. */
  constructor({ words, draft, say, replace }) {
    this.#replace = replace;
    this.#words = words;
    this.#draft = draft;
    this.#say = say;
  }

  /** Take over what the site shows of the page that the address names, unless it is begun already. */
  async start() {
    const slug = new URLSearchParams(location.search).get("update");
    if (slug === null) return;
    if (this.#draft.tree.notes.update?.slug !== slug && !(await this.#takeOver(slug))) return;
    // Once: whoever undoes it and comes back to this address finds what they left.
    history.replaceState(history.state, "", location.pathname + location.hash);
  }

  async #takeOver(slug) {
    const sayNone = () => this.#say(fill(this.#words.noSuchPage, { slug }));
    if (!SLUG.test(slug)) return sayNone();
    const { profiles } = part("builder").dataset;
    const answer = await fetch(`${profiles}${slug}/fields.json`).catch(() => null);
    const found = answer?.ok ? await answer.json().catch(() => null) : null;
    if (answer?.status === 404) return sayNone();
    if (!found) return this.#say(this.#words.notLoaded);
    const { fields, body, kept } = found;
    this.#replace({ ...emptyDraft("profile"), fields, body, notes: { update: { slug, kept } } }, this.#words.takenOver);
    return true;
  }
}
