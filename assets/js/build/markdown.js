// As much of Markdown as judging and showing a text takes: where its links lead, what it says without
// its marks, and its blocks. The rendering itself is the build's.

const FENCED = /^ {0,3}(`{3,}|~{3,})[^\n`]*\n(?:[\s\S]*?\n)?\1[`~]*[ \t]*$/gm;
const CODE = /(?<![\\`])(`+)(?!`)((?:(?!\n[ \t]*\n)[\s\S])*?[^`])\1(?!`)/g;
const ESCAPED = /\\([\\`*_{}[\]()>#+.!-])/g;
const DEFINITION = /^ {0,3}\[([^[\]]*)\]: *(?:\n *)?(\S+) *(?:\n *)?(?:(["']).*\3 *|\(.*\) *)?$/gm;
const AUTOMATIC = /<([A-Za-z][A-Za-z0-9+.-]*:\/\/[^<>]*)>/g;
const IMAGE = /!\[[^\]]*\]\([^)]*\)/g;
const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]+));/g;
const ITEM = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+|>[ \t]?|#{1,6}[ \t]*)+/gm;
const STARRED = /(\*{1,3})(?=[^\s*])([\s\S]*?[^\s*])\1/g;
const LINED = /(?<![\p{L}\p{N}_])(_{1,3})(?=[^\s_])([\s\S]*?[^\s_])\1(?![\p{L}\p{N}_])/gu;
const LIST = /^ {0,3}(?:[-*+]|\d{1,9}\.) /;
const NEXT = /\n(?= {0,3}(?:[-*+]|\d{1,9}\.) )/;
const HEADING = /^#{1,6}[ \t].*$/gm;
const NESTED_MARK = "(?:[-*+]|\\d{1,9}[.)])[ \\t]+|>[ \\t]*";
// Those that could hide an address or a number.
const NAMED = {
  amp: "&", apos: "'", colon: ":", comma: ",", commat: "@", dash: "-", gt: ">", hyphen: "-", lowbar: "_", lpar: "(",
  lt: "<", nbsp: "\u00a0", num: "#", period: ".", plus: "+", quot: '"', rpar: ")", sol: "/",
};

/** Whether brackets, lists or quotations nest too deep to be read. */
export function isTangled(text, most) {
  if (new RegExp(`^[ \\t]*(?:${NESTED_MARK}){${most + 1}}`, "m").test(text)) return true;
  return isDeeper(text.match(/[[\]]/g), "[", most) || isDeeper(text.match(/[()]/g), "(", most);
}

function isDeeper(brackets, opening, most) {
  let depth = 0;
  return (brackets ?? []).some((bracket) => {
    depth = bracket === opening ? depth + 1 : Math.max(0, depth - 1);
    return depth > most;
  });
}

/** The words of a text: marks gone, white space folded. */
export function plain(text) {
  const bare = parts(text.replace(DEFINITION, ""))
    .map(({ text: label, isImage }) => (isImage ? "" : label.replace(IMAGE, "")))
    .join("");
  const shown = bare
    .replace(AUTOMATIC, "$1")
    .replace(ITEM, "")
    .replace(STARRED, "$2")
    .replace(STARRED, "$2")
    .replace(LINED, "$2")
    .replace(CODE, "$2")
    .replace(ESCAPED, "$1");
  return shown.replace(ENTITY, entity).split(/\s+/).filter(Boolean).join(" ");
}

/**
 * The blocks of a text with their words: near to what the build makes of it, and never more.
 *
 * @returns {{kind: "paragraph"|"heading"|"quote"|"list", texts: string[]}[]}  a list has several
 */
export function blocks(text) {
  const apart = text.replace(DEFINITION, "").replace(HEADING, "\n\n$&\n\n");
  const found = apart.split(/\n[ \t]*\n/).filter((chunk) => chunk.trim());
  return found.map((chunk) => {
    const lines = chunk.replace(/^\n+/, "");
    if (LIST.test(lines)) return { kind: "list", texts: lines.split(NEXT).map(plain) };
    const kind = /^#/.test(lines) ? "heading" : /^ {0,3}>/.test(lines) ? "quote" : "paragraph";
    return { kind, texts: [plain(lines)] };
  });
}

/** Where the links of a text lead, as it was written. */
export function links(text) {
  const spoken = withoutIndented(text.replace(FENCED, hidden)).replace(CODE, hidden).replace(/\\[[\]\\]/g, hidden);
  const defined = definitions(spoken);
  const rest = spoken.replace(DEFINITION, "");
  const found = parts(rest, defined).flatMap(({ text: between, href, isImage }) => {
    if (href !== undefined) return isImage ? [] : [href];
    return [...between.matchAll(AUTOMATIC)].map(([, address]) => address);
  });
  return found.map((href) => href.replace(ENTITY, entity));
}

/** Without blocks of code that are only indented: after a blank line, and not inside a list. */
function withoutIndented(text) {
  let inCode = false;
  let above = "";
  let last = "";
  const lines = text.split("\n").map((line) => {
    const isBlank = !line.trim();
    const isIndented = /^(?: {4}|\t)/.test(line);
    inCode = isIndented && !isBlank && (inCode || !last.trim()) && !LIST.test(above);
    if (!isIndented && !isBlank) above = line;
    if (!inCode || isBlank) last = line;
    return inCode ? hidden(line) : line;
  });
  return lines.join("\n");
}

function hidden(found) {
  return found.replace(/[^\n]/g, "\0");
}

function definitions(text) {
  return new Map([...text.matchAll(DEFINITION)].map(([, id, href]) => [id.trim().toLowerCase(), href.replace(/^<+|>+$/g, "")]));
}

function entity(whole, decimal, hexadecimal, name) {
  const code = decimal ? Number(decimal) : hexadecimal ? parseInt(hexadecimal, 16) : 0;
  if (code) return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
  return Object.hasOwn(NAMED, name ?? "") ? NAMED[name] : whole;
}

/** A text as pieces: those between its links, and its links with their labels and targets. */
function parts(text, defined = definitions(text)) {
  const found = [];
  let done = 0;
  for (let at = text.indexOf("["); at >= 0; at = text.indexOf("[", Math.max(at + 1, done))) {
    const link = text[at - 1] === "\\" ? null : linkAt(text, at, defined);
    if (link) {
      const isImage = text[at - 1] === "!";
      found.push({ text: text.slice(done, isImage ? at - 1 : at) }, { ...link, isImage });
      done = link.end;
    }
  }
  return [...found, { text: text.slice(done) }];
}

function linkAt(text, at, defined) {
  const end = closing(text, at, "[", "]");
  if (end < 0) return null;
  const label = text.slice(at + 1, end);
  if (text[end + 1] === "(") return inline(text, label, end + 1);
  const named = /^\s?\[([^\]]*)\]/.exec(text.slice(end + 1));
  const id = ((named && named[1]) || label).replace(/\s+/g, " ").toLowerCase();
  if (!defined.has(id)) return null;
  return { text: label, href: defined.get(id), end: end + 1 + (named ? named[0].length : 0) };
}

function inline(text, label, open) {
  const pointed = /^\(\s*<([^<>]*)>\s*(?:(?:'[^']*'|"[^"]*")\s*)?\)/.exec(text.slice(open));
  if (pointed) return { text: label, href: pointed[1].trim(), end: open + pointed[0].length };
  const titled = /^\(\s*([^\s()"']*)\s+(?:"[^"\n]*"|'[^'\n]*')\s*\)/.exec(text.slice(open));
  if (titled) return { text: label, href: titled[1], end: open + titled[0].length };
  const end = closing(text, open, "(", ")");
  if (end < 0) return null;
  return { text: label, href: text.slice(open + 1, end).replace(ESCAPED, "$1").trim(), end: end + 1 };
}

function closing(text, open, left, right) {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === left) depth += 1;
    else if (text[at] === right) depth -= 1;
    if (!depth) return at;
  }
  return -1;
}
