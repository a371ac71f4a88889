// The parts of the shortlist's page, which all stand in it from the start.

/** The element with this name. */
export function part(name) {
  return document.querySelector(`[data-part="${name}"]`);
}

/** The path of the page itself, as every page of the site knows it. */
export function shortlistPath() {
  return document.querySelector("template[data-shortlist]").dataset.shortlist;
}

/** The lines of a comparison, as the build put them into words; one of them is made of skills. */
export function readLines(template) {
  return [...template.content.children].map(({ dataset, textContent }) => ({
    key: dataset.key,
    label: textContent,
    isSkills: dataset.key === template.dataset.skills,
  }));
}
