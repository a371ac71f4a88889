// The stories: one field each, kept as they are written.

import { text } from "../build/claims.js";

const FIELDS = "textarea[data-story]";

/** The ids of the stories, in the order of the page. */
export function storyIds() {
  return [...document.querySelectorAll(FIELDS)].map(({ dataset }) => dataset.story);
}

/** What was told, by id; empty ones left out. */
export function told({ notes }) {
  const found = storyIds().map((id) => [id, text(notes.stories?.[id])]);
  return new Map(found.filter(([, story]) => story.trim()));
}

/** Keep what is written. */
export function startStories(draft) {
  for (const field of document.querySelectorAll(FIELDS)) {
    field.addEventListener("input", () => {
      const { value, dataset } = field;
      draft.change(({ notes }) => {
        notes.stories = { ...notes.stories, [dataset.story]: value };
      });
    });
  }
}

/** Show what was told. */
export function showStories({ notes }) {
  for (const field of document.querySelectorAll(FIELDS)) {
    setValue(field, text(notes.stories?.[field.dataset.story]));
  }
}

/** A field that holds this already keeps its caret. */
export function setValue(field, value) {
  if (field.value !== value) field.value = value;
}
