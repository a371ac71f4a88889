// How the selection file looks: on A4, in one colour, with room to write. It loads nothing.

/** People that stand side by side on one sheet at most. */
const ACROSS = 4;

export const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

export const STYLE = `
@page { size: A4 landscape; margin: 12mm; }
:root { color-scheme: light; }
* { box-sizing: border-box; margin: 0; }
body { font: 15px/1.45 Seravek, Ubuntu, Calibri, "Noto Sans", "Liberation Sans", system-ui, sans-serif; color: #22201c; background: #fff; max-inline-size: 76rem; margin-inline: auto; padding: 1.5rem; overflow-wrap: break-word; }
h1, h2, h3 { font-family: "Iowan Old Style", "Palatino Linotype", Palatino, P052, "Noto Serif", "Liberation Serif", serif; line-height: 1.2; }
h1 { font-weight: 500; font-size: 2rem; }
h2 { font-weight: 500; font-size: 1.4rem; border-block-start: 3px solid; padding-block-start: 0.4rem; margin-block: 2rem 0.5rem; break-after: avoid; }
h3 { font-size: 1rem; margin-block: 1rem 0.3rem; break-after: avoid; }
p, dl { margin-block-start: 0.4rem; }
ul { padding: 0; list-style: none; }
a { color: inherit; }
dl { columns: 2; column-gap: 2.5rem; }
dl > div { display: grid; grid-template-columns: 9rem minmax(0, 1fr); gap: 0.8rem; padding-block: 0.15rem; break-inside: avoid; }
dt, .small, .detail, .asked, .absent { color: #5d574d; }
dd { white-space: pre-line; }
table { border-collapse: collapse; inline-size: 100%; table-layout: fixed; margin-block-start: 0.6rem; }
th, td { text-align: start; vertical-align: top; padding: 0.35rem 0.6rem; border: 1px solid #b8b0a2; font-weight: 400; }
thead th, tbody th { font-weight: 600; }
thead th > p { font-weight: 400; font-size: 0.85em; margin-block-start: 0.15rem; }
thead { display: table-header-group; }
.scores tr, .panel tr, .comparison li, thead { break-inside: avoid; }
col:first-child { inline-size: 10.5rem; }
.comparison { font-size: 0.85rem; }
.comparison li + li { margin-block-start: 0.3rem; }
.comparison .detail, .asked, .differs { display: block; font-weight: 400; font-size: 0.95em; }
.differs { color: #9c3a16; }
.absent { font-style: italic; }
.scores col.weight { inline-size: 5rem; }
.scores tbody td { block-size: 2.6rem; }
.scores .reasons td { block-size: 7rem; }
.panel tbody td { block-size: 2.6rem; }
.blank { block-size: 9rem; border: 1px solid #b8b0a2; margin-block-start: 0.6rem; break-inside: avoid; }
caption, .visually-hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (max-width: 40rem) { dl { columns: 1; } }
@media screen and (max-width: 48rem) { table { inline-size: 46rem; } }
@media print { a[href]::after { content: " " attr(href); font-weight: 400; font-size: 0.8em; word-break: break-all; } body { font-size: 9.5pt; padding: 0; max-inline-size: none; } .comparison { font-size: 8pt; } .scores-part { break-inside: avoid; } }
`;

/** The people in parts that fit side by side, as even as can be, each with its place among all. */
export function parts(people) {
  const count = Math.ceil(people.length / ACROSS);
  const found = [];
  for (let first = 0; found.length < count; ) {
    const size = Math.ceil((people.length - first) / (count - found.length));
    const label = { first: first + 1, last: first + size, count: people.length };
    found.push({ part: people.slice(first, first + size), label });
    first += size;
  }
  return found;
}
