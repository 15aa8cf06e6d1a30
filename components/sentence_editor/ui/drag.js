// Moves a card with mouse, pen or finger: one way for all three.

// The dragged card stays where it is in the document and its neighbours move around it:
// moving it would end the press on some browsers.
export function drag({ box, list, event, done }) {
  if (event.button) return;
  event.preventDefault();
  box.classList.add("dragged");
  const follow = (moved) => {
    const y = moved.clientY;
    const next = box.nextElementSibling;
    const previous = box.previousElementSibling;
    if (next && y > middle(next)) list.insertBefore(next, box);
    else if (previous && y < middle(previous)) list.insertBefore(previous, box.nextSibling);
    box.scrollIntoView({ block: "nearest" });
  };
  const end = () => {
    removeEventListener("pointermove", follow);
    removeEventListener("pointerup", end);
    removeEventListener("pointercancel", end);
    box.classList.remove("dragged");
    done([...list.children].map((one) => one.dataset.id));
  };
  addEventListener("pointermove", follow);
  addEventListener("pointerup", end);
  addEventListener("pointercancel", end);
}

function middle(box) {
  const { top, height } = box.getBoundingClientRect();
  return top + height / 2;
}
