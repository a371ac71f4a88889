// Documents → rows, with the markup of `row` in templates/macros/show.html.

const SVG = "http://www.w3.org/2000/svg";
// The geometry of sitegen/views/signature.py in its small size.
const WIDTH = 84;
const HEIGHT = 48;
const MARGIN = 6;
const TALLEST_YEARS = 25;
const UNSAID_YEARS = 3;
const MIDDLE = HEIGHT / 2;
const REACH = MIDDLE - 3;

/** One result; `silos` are the worlds in the order of the signature. */
export function row(document, silos) {
  const link = element("a", { href: document.url }, element("bdi", {}, document.title));
  const title = element("h3", {}, link);
  if (document.native) {
    title.append(" ", element("span", { class: "native", dir: "auto" }, document.native));
  }
  return element(
    "li",
    { class: "row" },
    signature(document, silos),
    element(
      "div",
      { class: "what" },
      title,
      element("p", { dir: "auto" }, document.line),
      element("p", { class: "tags" }, document.skills.join(" · ")),
    ),
    element("ul", { class: "side" }, ...document.meta.map((part) => element("li", {}, part))),
  );
}

/** An element with attributes and children. */
export function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function signature({ silos: years, worlds }, silos) {
  const svg = shape("svg", {
    class: "signature",
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    width: WIDTH,
    height: HEIGHT,
    role: "img",
    "aria-label": worlds,
  });
  for (const { kind, line } of lines(silos, years)) svg.append(shape("path", { class: kind, d: line }));
  return svg;
}

/** The strokes of a signature, back to front. */
export function lines(silos, years) {
  const step = (WIDTH - 2 * MARGIN) / (silos.length - 1);
  const columns = silos.map((silo, place) => ({ silo, x: Math.round(MARGIN + place * step) }));
  const bar = (kind, x, half) => ({ kind, line: `M${x} ${MIDDLE - half}V${MIDDLE + half}` });
  const held = columns.filter(({ silo }) => Object.hasOwn(years, silo));
  const drawn = [
    ...columns.map(({ x }) => bar("world", x, REACH)),
    ...held.map(({ silo, x }) => bar(years[silo] ? "held" : "said", x, half(years[silo]))),
  ];
  if (held.length > 1) {
    drawn.push({ kind: "span", line: `M${held[0].x} ${MIDDLE}H${held.at(-1).x}` });
  }
  return drawn;
}

function half(years) {
  const share = Math.min(years || UNSAID_YEARS, TALLEST_YEARS) / TALLEST_YEARS;
  return Math.max(4, Math.round(REACH * share ** 0.6));
}

function shape(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
