// The sentence editor. The browser owns the words while they are typed; Python owns them once it has them.
// What it is given and what it sends is told in editor_data.py and payload.py beside this folder.

import { makeCard, paintCard } from "./card.js";
import { Choosing } from "./choosing.js";
import { drag } from "./drag.js";
import { arrange } from "./elements.js";
import { Frame } from "./frame.js";
import { Outbox } from "./outbox.js";
import { bare, hasWords, newSentence, phraseAt, textOf, withText } from "./sentences.js";

// Python counts whole letters, composed; the browser counts halves of an emoji.
function lettersBefore(text, at) {
  return [...text.slice(0, at).normalize("NFC")].length;
}

// How far Python had come with the words of this serial when it changed them: the last revision it
// took in; where that is not known, all that was sent.
function takenOf({ taken }, serial, unknown) {
  return taken?.serial === serial ? taken.revision : unknown;
}

class Editor {
  constructor(root) {
    this.root = root;
    this.list = root.querySelector(".list");
    this.draftPlace = root.querySelector(".draft");
    this.cards = new Map();
    this.sentences = [];
    this.draft = newSentence(); // the empty card at the end, which becomes a sentence with its first word
    this.editing = null; // the id of the sentence being typed, if it is not the draft
    this.views = {};
    this.viewOf = this.viewOf.bind(this);
    this.outbox = new Outbox({
      post: (doc, name) => this.streamlit.setStateValue(name, { ...doc, ...this.stand }),
      sentences: () => this.allSentences(),
      show: (state) => this.showState(state),
    });
    this.choosing = new Choosing(this);
    this.frame = new Frame(root, { starter: () => this.askForStarter(), undo: () => this.step("undo") });
    this.listen();
  }

  listen() {
    const leaving = () => this.outbox.flush();
    const stop = new AbortController();
    const on = (target, name, act) => target.addEventListener(name, act, { signal: stop.signal, capture: true });
    this.stopListening = () => stop.abort();
    on(window, "pagehide", leaving);
    on(document, "visibilitychange", leaving);
    on(document, "keydown", (event) => this.undoKey(event));
    on(window, "pointerdown", () => this.press(true));
    on(window, "pointerup", () => this.press(false));
    on(window, "pointercancel", () => this.press(false));
  }

  close() {
    this.stopListening();
    this.outbox.close();
  }

  // --- from Python ---------------------------------------------------------------------------------------

  // Called each time Streamlit draws this element, changed or not.
  update(component) {
    this.streamlit = component;
    const data = component.data?.[0];
    if (!data) return;
    const last = this.data;
    this.data = data;
    this.language = JSON.stringify(data.labels);
    this.outbox.kept = data.kept !== false;
    Object.assign(this.views, data.pictures, data.search?.pictures);
    const begunAnew = last && last.plan === data.plan && last.session !== data.session;
    // Words that the server forgot go out once more as what they are: written on the version of that time.
    if (!begunAnew) this.stand = { session: data.session, base: data.base };
    if (begunAnew) this.restore(data);
    else if (!last || this.isElsewhere(data)) this.take(data);
    else this.outbox.acknowledge(data.ack);
    this.paint();
    this.choosing.search.answer(data.search, this.viewOf);
  }

  isElsewhere({ plan, section, serial }) {
    const { where } = this.outbox;
    return where.plan !== plan || where.section !== section || where.serial !== serial;
  }

  // Take Python’s sentences. What was typed and not yet sent goes to its old place first. If only the serial
  // has changed, every sentence with keys that Python had not taken in by then stays as it is here: Python
  // says with `taken` how far it had come, so that an undo is not undone by the words that it took back.
  take(data) {
    const { plan, section, serial } = data;
    const { where } = this.outbox;
    const sameSection = where?.plan === plan && where?.section === section;
    const late = sameSection ? this.outbox.typedAfter(takenOf(data, where.serial, this.outbox.revision)) : [];
    const typed = this.allSentences().filter((one) => late.includes(one.id));
    if (!sameSection) this.outbox.leave();
    else if (!typed.length) this.outbox.flush();
    const before = this.sentences;
    const written = typed.find((one) => this.isTyping(one.id) || this.areaOf(one.id) === this.root.activeElement);
    this.sentences = data.sentences;
    this.forgetWhatWent(sameSection ? before : []);
    this.outbox.begin({ plan, section, serial }, data.ack);
    for (const one of typed) this.putBack(one, one === written);
  }

  // Close what was open in sentences that are gone, or whose words Python has changed.
  forgetWhatWent(before) {
    const find = (sentences, id) => sentences.find((one) => one.id === id);
    const stays = (id) => find(before, id) && find(this.sentences, id);
    const reads = (id) => textOf(find(before, id)) === textOf(find(this.sentences, id));
    const open = this.choosing.open?.id;
    if (!before.length || hasWords(this.draft)) this.draft = newSentence();
    if (!stays(this.editing)) this.editing = null;
    if (!stays(open) || !reads(open)) this.choosing.close();
    this.refreshArea();
  }

  // A text changed by Python while its card is open for typing.
  refreshArea() {
    const area = this.editing && this.areaOf(this.editing);
    if (area && area.value !== textOf(this.find(this.editing))) area.value = textOf(this.find(this.editing));
  }

  putBack(typed, editing) {
    const known = this.sentences.some((one) => one.id === typed.id);
    if (known) this.replace(typed);
    else this.sentences = [...this.sentences, typed];
    if (editing) this.editing = typed.id;
    const area = this.areaOf(typed.id);
    if (area) area.value = textOf(typed);
    this.outbox.typed(typed.id);
  }

  // The server has begun anew and may remember less than we do: keep our words and say them again.
  restore(data) {
    const { plan, section } = this.outbox.where;
    const here = data.section === section;
    const same = here && JSON.stringify(data.sentences) === JSON.stringify(this.allSentences());
    if (!same) this.outbox.offerAgain({ plan, section, serial: data.serial }, data.ack);
    if (same || !here) this.take(data);
  }

  // --- to Python -----------------------------------------------------------------------------------------

  allSentences() {
    return [...this.sentences, this.draft].filter(hasWords);
  }

  // A trigger is read after the words it is about.
  trigger(name, value) {
    this.outbox.flush();
    this.streamlit.setTriggerValue(name, value);
  }

  askForStarter() {
    this.trigger("starter", {});
  }

  askForPhoto(id, { start, end }) {
    const text = textOf(this.find(id));
    const place = { start: lettersBefore(text, start), end: lettersBefore(text, end) };
    this.trigger("photo", { sentence: id, phrase: phraseAt(this.find(id), { start, end }), ...place });
  }

  useEverywhere() {
    this.outbox.flush();
    this.trigger("everywhere", {});
    this.announce("everywhere_done");
    this.frame.hint(this.say("everywhere_done"), this.say("undo"));
  }

  step(direction) {
    this.frame.hint("");
    this.trigger(direction, {});
  }

  undoKey(event) {
    const key = event.key.toLowerCase();
    const typing = event.composedPath()[0].closest?.("textarea, input, [contenteditable]");
    if (typing || event.altKey || !(event.ctrlKey || event.metaKey) || !["z", "y"].includes(key)) return;
    event.preventDefault();
    this.step(key === "y" || event.shiftKey ? "redo" : "undo");
  }

  // --- what the cards ask ----------------------------------------------------------------------------------

  isDraft(id) {
    return id === this.draft.id;
  }

  isTyping(id) {
    return id === this.editing || this.isDraft(id);
  }

  find(id) {
    return this.isDraft(id) ? this.draft : this.sentences.find((one) => one.id === id);
  }

  areaOf(id) {
    return this.cards.get(id)?.box.querySelector("textarea");
  }

  viewOf(key) {
    if (this.views[key]) return this.views[key];
    const plain = bare(key);
    const view = this.views[plain] ?? { alt: plain.replaceAll("_", " "), src: "" };
    return plain === key ? view : { ...view, alt: this.say("crossed", { alt: view.alt }), crossed: true };
  }

  say(name, values = {}) {
    const words = this.data.labels[name] ?? name;
    return words.replace(/\{(\w+)\}/g, (whole, slot) => values[slot] ?? whole);
  }

  // --- typing ----------------------------------------------------------------------------------------------

  edit(id, letter) {
    if (this.editing !== id) this.leave(this.editing);
    this.editing = this.isDraft(id) ? this.editing : id;
    this.choosing.close();
    this.paint();
    const area = this.areaOf(id);
    const at = letter ?? area.value.length;
    area.focus();
    area.setSelectionRange(at, at);
  }

  type(id, text, caret) {
    this.replace(withText(this.find(id), text, caret));
    this.choosing.close();
    this.outbox.typed(id);
    this.paint();
  }

  nextSentence(id) {
    const next = newSentence();
    if (this.isDraft(id)) {
      this.leave(id);
      this.edit(this.draft.id);
      return;
    }
    const place = this.sentences.findIndex((one) => one.id === id);
    this.sentences = [...this.sentences.slice(0, place + 1), next, ...this.sentences.slice(place + 1)];
    this.edit(next.id);
  }

  // Leave a card for good, not for a moment: a press on one of its own buttons comes back at once.
  leaveUnlessBack(id) {
    setTimeout(() => {
      if (this.pressed) this.wantsToLeave = id;
      else if (!this.cards.get(id)?.box.contains(this.root.activeElement)) this.leave(id);
    });
  }

  // The card changes its height when it closes. While a finger is down, that would pull away what it is on.
  press(isDown) {
    this.pressed = isDown;
    if (isDown || !this.wantsToLeave) return;
    this.leaveUnlessBack(this.wantsToLeave);
    this.wantsToLeave = null;
  }

  leave(id) {
    const sentence = id && this.find(id);
    if (!sentence || !this.isTyping(id)) return;
    const wasDraft = this.isDraft(id);
    if (wasDraft && !hasWords(sentence)) return;
    if (wasDraft) {
      this.sentences = [...this.sentences, sentence];
      this.draft = newSentence();
    }
    this.editing = this.editing === id ? null : this.editing;
    if (hasWords(sentence)) this.trim(sentence);
    else this.dropEmpty(id);
    this.outbox.flush();
    this.paint();
  }

  trim(sentence) {
    const text = textOf(sentence);
    const shorter = withText(withText(sentence, text.trimEnd()), text.trim(), 0);
    if (text === text.trim()) return;
    this.replace(shorter);
    this.outbox.typed(sentence.id);
  }

  dropEmpty(id) {
    this.sentences = this.sentences.filter((one) => one.id !== id);
    if (this.data.sentences.some((one) => one.id === id)) this.outbox.acted();
  }

  stepOut(id) {
    this.areaOf(id).blur();
    this.leave(id);
    this.cards.get(id)?.box.querySelector("[data-at=edit]")?.focus();
  }

  // --- the whole sentence ------------------------------------------------------------------------------------

  replace(sentence) {
    if (this.isDraft(sentence.id)) this.draft = sentence;
    else this.sentences = this.sentences.map((one) => (one.id === sentence.id ? sentence : one));
  }

  // Put a changed sentence in its place, and tell Python at once.
  act(sentence) {
    this.replace(sentence);
    this.outbox.acted();
  }

  setSaidBy(id, person) {
    this.act({ ...this.find(id), said_by: person });
    this.paint();
  }

  remove(id) {
    const place = this.sentences.findIndex((one) => one.id === id);
    this.sentences = this.sentences.filter((one) => one.id !== id);
    if (this.choosing.open?.id === id) this.choosing.close();
    if (this.editing === id) this.editing = null;
    this.outbox.acted();
    this.paint();
    this.announce("deleted");
    this.frame.hint(this.say("deleted_short"), this.say("undo"));
    const next = this.sentences[place] ?? this.sentences.at(-1);
    this.focusAt(next?.id ?? this.draft.id, "edit", "area");
  }

  move(id, step) {
    const from = this.sentences.findIndex((one) => one.id === id);
    const to = from + step;
    if (from < 0 || to < 0 || to >= this.sentences.length) return;
    const order = this.sentences.map((one) => one.id);
    order.splice(to, 0, ...order.splice(from, 1));
    this.reorder(order, id);
  }

  drag(id, event) {
    const { box } = this.cards.get(id);
    this.dragging = true;
    drag({ box, list: this.list, event, done: (order) => {
      this.dragging = false;
      this.reorder(order, id);
      this.paint();
    } });
  }

  reorder(order, movedId) {
    const place = new Map(order.map((id, number) => [id, number]));
    const sorted = [...this.sentences].sort((one, other) => place.get(one.id) - place.get(other.id));
    if (sorted.every((one, number) => one === this.sentences[number])) return;
    this.sentences = sorted;
    this.outbox.acted();
    this.paint();
    this.announce("moved", { place: place.get(movedId) + 1, count: sorted.length });
  }

  // --- painting ------------------------------------------------------------------------------------------------

  paint() {
    const focused = this.root.activeElement;
    const at = focused?.dataset.at;
    const id = focused?.closest(".card")?.dataset.id;
    const cards = this.sentences.map((one) => this.paintedCard(one));
    if (!this.dragging) arrange(this.list, cards);
    arrange(this.draftPlace, [this.paintedCard(this.draft)]);
    this.dropOldCards();
    this.paintFrame();
    if (at && this.root.activeElement !== focused) this.focusAt(id, at);
  }

  paintedCard(sentence) {
    const card = this.cards.get(sentence.id) ?? makeCard(this, sentence.id);
    this.cards.set(sentence.id, card);
    paintCard(this, card, sentence);
    return card.box;
  }

  dropOldCards() {
    for (const id of this.cards.keys()) if (!this.find(id)) this.cards.delete(id);
  }

  paintFrame() {
    this.list.setAttribute("aria-label", this.say("sentences"));
    this.frame.paintStarter(this.say("starter"), !hasWords(this.draft));
    this.sentences.forEach((one, number) =>
      this.areaOf(one.id)?.setAttribute("aria-label", this.say("sentence_place", { place: number + 1 })));
  }

  focusAt(id, ...places) {
    const box = this.cards.get(id)?.box;
    const found = places.map((at) => box?.querySelector(`[data-at="${CSS.escape(at)}"]`)).find(Boolean);
    found?.focus();
  }

  showState(state) {
    this.frame.show(state, this.say(state));
    // “Saved” and “Saving” change with every word: said aloud, they would talk over what is being typed.
    if (state === "not_saved") this.announce(state);
  }

  // Bring all of a card into view, after something has opened in it.
  reveal(id) {
    this.cards.get(id)?.box.scrollIntoView({ block: "nearest" });
  }

  announce(name, values) {
    this.frame.announce(this.say(name, values));
  }
}

// Streamlit calls the export again at each run with the same element; the editor in it lives on.
const editors = new WeakMap();

// When new data comes while the last call is still under way, Streamlit calls that call’s clean-up although the
// element stays. So a clean-up sends the words, and closes the editor only if its element has gone.
const LONG_GONE = 1000; // ms

export default function mount(component) {
  const { parentElement } = component;
  if (!editors.has(parentElement)) editors.set(parentElement, new Editor(parentElement));
  const editor = editors.get(parentElement);
  editor.update(component);
  return () => {
    editor.outbox.flush();
    setTimeout(() => parentElement.isConnected || close(parentElement, editor), LONG_GONE);
  };
}

function close(parentElement, editor) {
  if (editors.get(parentElement) !== editor) return;
  editor.close();
  editors.delete(parentElement);
}
