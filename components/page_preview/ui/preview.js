// Shows finished pages. The SVG comes from our own renderer, which escapes every word a person typed.

const shown = new WeakMap(); // parent element → the pages it shows

function pageElement(svg, label) {
  const parsed = new DOMParser().parseFromString(svg, "image/svg+xml");
  const page = document.createElement("div");
  page.className = "sheet";
  page.append(document.importNode(parsed.documentElement, true));
  page.firstChild.setAttribute("aria-label", label);
  return page;
}

export default function (component) {
  const { pages, labels } = component.data[0];
  const parent = component.parentElement;
  const before = shown.get(parent) ?? [];
  const box = parent.querySelector("#pages");
  pages.forEach((svg, at) => {
    if (before[at] === svg) return; // a page that has not changed stays as it is: no flicker, no lost place
    const page = pageElement(svg, labels[at]);
    if (box.children[at]) box.children[at].replaceWith(page);
    else box.append(page);
  });
  while (box.children.length > pages.length) box.lastChild.remove();
  shown.set(parent, pages);
}
