// Documents → rows, with the markup of `row` in templates/macros/show.html.

const SVG = "http://www.w3.org/2000/svg";

/** One result. */
export function row(document) {
  const link = element("a", { href: document.url }, element("bdi", {}, document.title));
  const title = element("h3", {}, link);
  if (document.native) {
    title.append(" ", element("bdi", { class: "native" }, document.native));
  }
  const side = document.side.map((part) => element("li", {}, part));
  if (document.notice) side.push(element("li", { class: "notice" }, document.notice));
  return element(
    "li",
    { class: "row" },
    signature(document.signature),
    element(
      "div",
      { class: "what" },
      title,
      element("p", { dir: "auto" }, document.line),
      element("p", { class: "tags" }, document.tags.join(" · ")),
    ),
    element("ul", { class: "side" }, ...side),
  );
}

/** An element with attributes and children. */
export function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function signature({ width, height, label, paths }) {
  const viewBox = `0 0 ${width} ${height}`;
  const svg = shape("svg", { class: "signature", viewBox, width, height, role: "img", "aria-label": label });
  for (const [kind, d] of paths) svg.append(shape("path", { class: kind, d }));
  return svg;
}

function shape(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
