// Files that are made here and saved by the browser, like any download.

const KINDS = { csv: "text/csv;charset=utf-8", html: "text/html;charset=utf-8", jpg: "image/jpeg", json: "application/json", md: "text/markdown;charset=utf-8" };

/** Save a text or a blob; `kind` is `csv`, `html`, `jpg`, `json` or `md`. Returns the name that was asked for. */
export function save(text, parts, kind) {
  const name = `${fileName(parts)}.${kind}`;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: KINDS[kind] }));
  link.download = name;
  link.click();
  // Not at once: a browser may still be asking where to put it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return name;
}

/** Parts of a name joined by hyphens, with nothing that a file's name may not hold anywhere. */
export function fileName(parts) {
  return parts
    .filter(Boolean)
    .map((part) => part.normalize("NFC").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, ""))
    .join("-");
}

/** Today by the reader's clock, as `2026-11-26`: two files of one list must not bear one name. */
export function today(now = new Date()) {
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
