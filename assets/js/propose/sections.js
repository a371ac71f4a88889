// Answers to questions as headed paragraphs of a text, which anybody may write as well by hand.

const HEADING = /^#{1,2} /;

/** What stands below a heading, up to the next one; empty where there is no such heading. */
export function answerIn(text, heading) {
  const lines = text.split("\n");
  const span = spanOf(lines, heading);
  return span ? lines.slice(span.start + 1, span.end).join("\n").trim() : "";
}

/**
 * The text with another answer below a heading, or without both where the answer is empty.
 *
 * @param {string} text
 * @param {string[]} headings  all there are, in the order in which new ones come into the text
 * @param {string} heading
 * @param {string} answer
 */
export function withAnswer(text, headings, heading, answer) {
  const lines = text.split("\n");
  const { start, end } = spanOf(lines, heading) ?? placeFor(lines, headings, heading);
  const section = answer.trim() && `## ${heading}\n\n${answer.trim()}`;
  const [before, after] = [lines.slice(0, start), lines.slice(end)].map((part) => part.join("\n").trim());
  return [before, section, after].filter(Boolean).join("\n\n");
}

function spanOf(lines, heading) {
  const start = lines.findIndex((line) => line.trim() === `## ${heading}`);
  if (start < 0) return null;
  const length = lines.slice(start + 1).findIndex((line) => HEADING.test(line));
  return { start, end: length < 0 ? lines.length : start + 1 + length };
}

/** Before the first of the later headings, else at the end. */
function placeFor(lines, headings, heading) {
  const later = headings.slice(headings.indexOf(heading) + 1).map((other) => spanOf(lines, other)?.start);
  const start = Math.min(lines.length, ...later.filter((line) => line !== undefined));
  return { start, end: start };
}
