// The search for a picture: asks Python, shows what it found. It lives as long as the editor, so that the
// words being typed into it never go when something around it is drawn anew.

import { button, element, picture } from "./elements.js";

const PAUSE = 200; // ms without a key before Python is asked

const squashed = (words) => words.trim().replace(/\s+/g, " ").toLowerCase();

export class Search {
  // ask({search, category}) goes to Python; choose(key) takes a picture.
  constructor({ say, ask, choose }) {
    Object.assign(this, { say, ask, choose, category: "", shown: "" });
    this.input = element("input", { type: "search", autocomplete: "off", maxlength: 200, "data-at": "query" });
    this.categories = element("div", { class: "categories" });
    this.note = element("p", { class: "note", role: "status" });
    this.results = element("div", { class: "results" });
    this.panel = element("div", { class: "search" }, this.input, this.categories, this.note, this.results);
    this.input.oninput = () => this.later();
    this.input.onkeydown = (event) => this.inputKey(event);
    this.results.onkeydown = (event) => this.resultKey(event);
  }

  // Begin a search with the words that want a picture.
  begin(words) {
    this.input.value = words;
    this.input.setAttribute("aria-label", this.say("search_for", { words }));
    this.input.placeholder = this.say("search_hint");
    this.results.setAttribute("aria-label", this.say("choices", { words }));
    this.results.setAttribute("role", "group");
    this.category = "";
    this.askNow();
    this.input.focus();
    this.input.select();
  }

  later() {
    this.note.textContent = this.say("searching");
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.askNow(), PAUSE);
  }

  askNow() {
    clearTimeout(this.pause);
    this.note.textContent = this.say("searching");
    this.ask({ search: this.input.value, category: this.category });
  }

  // Show what Python found, if it is for the words that stand here now.
  answer(found, viewOf) {
    if (!found || squashed(found.query) !== squashed(this.input.value) || found.category !== this.category) return;
    const signature = JSON.stringify([found, this.category]);
    if (this.shown === signature) {
      this.tellCount(found.results.length);
      return;
    }
    this.shown = signature;
    this.drawCategories(found.categories ?? []);
    this.results.replaceChildren(...found.results.map((key) => this.result(key, viewOf(key))));
    this.tellCount(found.results.length);
    if (this.panel.contains(this.panel.getRootNode().activeElement)) this.panel.scrollIntoView({ block: "nearest" });
  }

  tellCount(count) {
    this.note.textContent = count ? this.say("found", { count }) : this.say("nothing_found");
  }

  drawCategories(categories) {
    const at = this.categories.getRootNode().activeElement?.dataset.category;
    const all = categories.length ? [["", this.say("all_categories")], ...categories] : [];
    this.categories.replaceChildren(...all.map(([id, name]) => button({
      class: "category", "data-category": id, "aria-pressed": String(id === this.category), text: name,
      onclick: () => this.take(id),
    })));
    if (at !== undefined) this.categories.querySelector(`[data-category="${at}"]`)?.focus();
  }

  take(category) {
    this.category = category;
    for (const one of this.categories.children) {
      one.setAttribute("aria-pressed", String(one.dataset.category === category));
    }
    this.askNow();
  }

  result(key, view) {
    return button({ class: "result", "data-key": key, onclick: () => this.choose(key) },
      picture(view), element("span", { text: view.alt }));
  }

  inputKey(event) {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "ArrowDown") {
      event.preventDefault();
      this.results.firstElementChild?.focus();
    } else if (event.key === "Enter") {
      event.preventDefault();
      this.askNow();
      this.results.firstElementChild?.focus();
    }
  }

  resultKey(event) {
    const tiles = [...this.results.children];
    const now = tiles.indexOf(event.target.closest(".result"));
    const inRow = tiles.filter((tile) => tile.offsetTop === tiles[0].offsetTop).length;
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -inRow, ArrowDown: inRow }[event.key];
    if (now < 0 || !step) return;
    event.preventDefault();
    (now + step < 0 ? this.input : tiles[now + step] ?? tiles.at(-1)).focus();
  }
}
