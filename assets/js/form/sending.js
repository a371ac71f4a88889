// Ways out of the page: what is sent is the text of one file, and a person sends it.

import { save } from "../shortlist/save.js";

/** Of a link that is filled in: longer ones are cut off on the way. */
export const LONGEST_LINK = 6000;
const BYTES = new TextEncoder();

/**
 * What leaves the page: the file, and above it which page it is for and what stays as it is.
 *
 * @param {string} file
 * @param {{slug: ?string, kept: string[]}} sent  with the slug of a page that is published already
 */
export function message(file, { slug, kept }) {
  if (!slug) return file;
  const lines = [`slug: ${slug}`];
  if (kept.length) lines.push(`keep: ${kept.join(", ")}`);
  return `${lines.join("\n")}\n\n${file}`;
}

/** A link that opens a mail with the text in it. */
export function mailLink(address, text) {
  const join = address.includes("?") ? "&" : "?";
  return `${address}${join}body=${encodeURIComponent(text.replaceAll("\n", "\r\n"))}`;
}

/** A link to a new file in the repository, filled in, or null where it would be too long. */
export function newFileLink(repository, folder, slug, text) {
  const link = `${repository}/new/main/content/${folder}?filename=${slug}.md&value=${encodeURIComponent(text)}`;
  return BYTES.encode(link).length <= LONGEST_LINK ? link : null;
}

/** The last part of a page's address, made of a name. */
export function slugOf(name) {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 64).replace(/-$/, "");
}

/** Whether this browser hands this to other programs: a text, files. */
export function canShare(what) {
  if (typeof navigator.share !== "function") return false;
  // A browser that cannot be asked shares texts and no files.
  return navigator.canShare?.(what) ?? !what.files;
}

/** Put a text where it can be pasted from; whether the browser let us. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Save the file. */
export function download(text, slug) {
  return save(text, [slug], "md");
}
