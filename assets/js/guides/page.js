// The finder of guides. What the reader chooses stays in the form: not in the address, not kept,
// not sent.

import { element } from "../search/elements.js";
import { counted, fill, list, number, readWords } from "../search/sentences.js";
import { part } from "../shortlist/parts.js";
import { fit } from "./fit.js";

const MOST = 8;
const VERSION = 1;

class FinderPage {
  #form = part("finder");
  #words = readWords(part("words"), document.documentElement.lang);
  #data = null;

  start() {
    // A browser may fill in what stood there before it was closed.
    this.#form.reset();
    this.#form.addEventListener("input", () => this.#find());
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#find().then(() => part("heading").focus());
    });
    this.#form.addEventListener("reset", () => setTimeout(() => this.#clear()));
    part("again").addEventListener("click", () => this.#find());
    part("scripted").hidden = false;
  }

  async #find() {
    try {
      this.#data ??= await loaded(this.#form.dataset.guides);
    } catch {
      part("failed").hidden = false;
      return;
    }
    part("failed").hidden = true;
    this.#show();
  }

  #show() {
    const asked = askedIn(this.#form);
    const found = this.#data.guides
      .map((guide) => ({ guide, why: fit(asked, guide, this.#data) }))
      .filter(({ why }) => why)
      .sort((one, other) => sum(other.why.parts) - sum(one.why.parts));
    const shown = found.slice(0, MOST);
    part("count").textContent = found.length ? counted(this.#words, "found", found.length) : this.#words.none;
    part("results").replaceChildren(...shown.map(({ guide, why }) => this.#row(guide, why, asked)));
    const rest = found.length - shown.length;
    part("rest").textContent = rest ? counted(this.#words, "rest", rest) : "";
    part("none").hidden = found.length > 0;
    part("found").hidden = false;
  }

  #clear() {
    part("found").hidden = true;
    part("results").replaceChildren();
    part("count").textContent = "";
  }

  #row(guide, why, asked) {
    const link = element("a", { href: guide.url }, guide.name);
    const ask = element("a", { href: guide.ask }, this.#words.ask, element("span", { class: "visually-hidden" }, `: ${guide.name}`));
    const wish = element(
      "blockquote",
      { class: "wish" },
      element("p", { class: "small" }, this.#words.wish),
      element("p", { dir: "auto" }, guide.wish),
    );
    return element(
      "li",
      { class: "found-guide" },
      element("h3", {}, element("bdi", {}, link)),
      element("p", { class: "small", dir: "auto" }, guide.line),
      element("ul", { class: "reasons" }, ...this.#reasons(guide, why, asked).map((text) => element("li", { dir: "auto" }, text))),
      ...(guide.wish ? [wish] : []),
      element("p", { class: "small" }, [guide.takes, list(this.#words, Object.values(guide.spoken).map(([, said]) => said))].filter(Boolean).join(" · ")),
      element("p", {}, ask),
    );
  }

  /** Only what stands in the guide's file and is like what the reader said. */
  #reasons(guide, why, asked) {
    const words = this.#words;
    const { said, left, years, title } = why.lived;
    const label = (name) => labelOf(this.#form.elements[name]);
    const alike = {
      years: () => counted(words, "years", years, { years: number(words, asked.years) }),
      role: () => fill(words.role, { role: title }),
      world: () => fill(words.world, { world: label("world") }),
      sector: () => fill(words.sector, { sector: label("sector") }),
      region: () => fill(words.region, { region: label("region") }),
    };
    return [
      why.near ? fill(words.near, { said, passage: label("passage") }) : said,
      ...(left ? [left] : []),
      ...(why.topics.length ? [fill(words.topics, { topics: list(words, why.topics.map((id) => this.#topic(id))) })] : []),
      ...(asked.language ? [fill(words.spoken, { language: guide.spoken[asked.language][1] })] : []),
      ...why.alike.map((kind) => alike[kind]()),
    ];
  }

  #topic(id) {
    return this.#form.querySelector(`[name="topic"][value="${id}"]`).closest("label").textContent.trim();
  }
}

function sum(parts) {
  return Object.values(parts).reduce((total, points) => total + points, 0);
}

function labelOf(select) {
  return select.selectedOptions[0].textContent;
}

/** @returns {import("./fit.js").Asked} */
function askedIn(form) {
  const { passage, world, sector, years, role, language, region } = form.elements;
  const topics = [...form.querySelectorAll('[name="topic"]:checked')].map(({ value }) => value);
  return {
    passage: passage.value,
    topics,
    world: world.value,
    sector: sector.value,
    years: Number(years.value) || 0,
    role: role.value,
    language: language.value,
    region: region.value,
  };
}

async function loaded(url) {
  const response = await fetch(url, { cache: "no-cache" });
  if (!response.ok) throw new Error(`${response.status}`);
  const data = await response.json();
  if (data.version !== VERSION) throw new RangeError(`guides of version ${data.version}`);
  return data;
}

new FinderPage().start();
