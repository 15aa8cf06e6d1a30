// What stands round the cards: whether all is saved, a hint after removing, the starter button, and the
// words that only a screen reader says.

const HINT_STAYS = 10000; // ms

export class Frame {
  constructor(root, { starter, undo }) {
    const find = (name) => root.querySelector(name);
    this.parts = { status: find(".status"), hint: find(".hint"), starter: find(".starter"), unseen: find(".unseen") };
    this.parts.starter.onclick = starter;
    this.parts.hint.querySelector("button").onclick = undo;
  }

  announce(words) {
    this.parts.unseen.textContent = words;
  }

  // Show a hint for a while, with a button to undo; or, without words, none.
  hint(words, undo) {
    const { hint } = this.parts;
    clearTimeout(this.timer);
    hint.hidden = !words;
    if (!words) return;
    hint.querySelector("span").textContent = words;
    hint.querySelector("button").textContent = undo;
    this.timer = setTimeout(() => this.hint(""), HINT_STAYS);
  }

  // state is saved, saving or not_saved.
  show(state, words) {
    const { status } = this.parts;
    status.dataset.state = state;
    if (status.textContent !== words) status.textContent = words;
  }

  paintStarter(words, wanted) {
    this.parts.starter.textContent = words;
    this.parts.starter.hidden = !wanted;
  }
}
