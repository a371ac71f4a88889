// On every page: a button to keep each person shown, and the link to those who are kept.

import { Kept } from "./kept.js";

/** Told by the shortlist page that it changed the list. */
export const CHANGED = "shortlist";

const said = document.querySelector("template[data-shortlist]")?.dataset;
const kept = said && new Kept(said.shortlist);
const link = document.createElement("a");
const buttons = new Map();

function build(holder) {
  const button = document.createElement("button");
  const state = document.createElement("span");
  const name = holder.dataset.name ?? holder.querySelector("a").textContent;
  button.type = "button";
  button.textContent = holder.dataset.keep ?? said.keep;
  button.ariaLabel = said.label.replace("{name}", () => name);
  button.dataset.key = `keep ${holder.dataset.slug}`;
  // What `aria-pressed` says already, for those who see.
  state.ariaHidden = "true";
  button.addEventListener("click", () => {
    if (kept.toggle(holder.dataset.slug)) return refresh();
    state.role = "alert";
    state.ariaHidden = null;
    state.textContent = said.refused;
  });
  const line = document.createElement("p");
  line.className = "keep";
  line.append(button, " ", state);
  // A row that comes back brings the button that it had.
  holder.querySelector(".keep")?.remove();
  (holder.querySelector(".what") ?? holder).append(line);
  buttons.set(holder, { button, state });
}

function refresh() {
  const slugs = kept.read() ?? [];
  for (const [holder, { button, state }] of buttons) {
    if (!holder.isConnected) buttons.delete(holder);
    const isKept = slugs.includes(holder.dataset.slug);
    button.ariaPressed = isKept;
    state.role = null;
    state.ariaHidden = "true";
    state.textContent = isKept ? said.kept : "";
  }
  // The search that they were found with goes along, so that a selection can say it later.
  const search = document.querySelector("[data-search]") && location.search.slice(1);
  link.href = said.shortlist + (search ? `?${new URLSearchParams({ from: search })}` : "");
  link.textContent = said.link.replace("{n}", slugs.length);
  link.hidden = !slugs.length;
}

function show() {
  for (const holder of document.querySelectorAll('[data-kind="people"][data-slug]')) {
    if (!buttons.has(holder)) build(holder);
  }
  refresh();
}

if (kept?.read()) {
  const item = document.createElement("li");
  if (location.pathname === said.shortlist) link.ariaCurrent = "page";
  item.append(link);
  document.querySelector("[data-nav]").append(item);
  document.addEventListener("results", show, true);
  addEventListener(CHANGED, refresh);
  // A page that comes back from the cache of the browser has missed what happened since.
  addEventListener("pageshow", refresh);
  kept.onChange(refresh);
  show();
}
