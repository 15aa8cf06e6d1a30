// Makes elements. Words reach the page as text only, never as markup.

const SVG = "http://www.w3.org/2000/svg";
const ICONS = {
  pencil: "M4 20l1-4L16 5l3 3L8 19l-4 1zM14 7l3 3",
  bin: "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10.500 11v5M13.500 11v5",
  grip: "M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01",
  close: "M6 6l12 12M18 6L6 18",
};

// element("button", {class: "tool", onclick: act, text: "Take"}, …children)
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === "text") made.textContent = value;
    else if (typeof value === "function") made[name] = value;
    else if (value !== null && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter(Boolean));
  return made;
}

export const button = (properties, ...children) => element("button", { type: "button", ...properties }, ...children);

export function icon(name) {
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("aria-hidden", "true");
  drawing.setAttribute("class", `icon ${name}`);
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  drawing.append(path);
  return drawing;
}

// A picture from what Python told of it. One that is crossed only just now has no file yet: we cross it here.
export function picture({ src, crossed }) {
  const drawn = element("img", { src, alt: "", draggable: "false", decoding: "async" });
  return crossed ? element("span", { class: "crossed" }, drawn) : drawn;
}

// Put these children in place, moving only those that stand elsewhere.
export function arrange(parent, children) {
  for (const child of [...parent.children]) if (!children.includes(child)) child.remove();
  children.forEach((child, place) => {
    if (parent.children[place] !== child) parent.insertBefore(child, parent.children[place] ?? null);
  });
}
