// Which words have their pictures open to choose from, and what is done there.

import { Search } from "./search.js";
import {
  choicesAt, drawnAs, firstChoice, isCrossed, openOffers, textOf, withoutPicture, withPictures,
} from "./sentences.js";

export class Choosing {
  constructor(editor) {
    this.editor = editor;
    this.open = null; // {id, start, end}: the words whose pictures are shown
    this.searching = false;
    this.order = []; // the pictures in the row that is open, as they stood when it was opened
    this.search = new Search({
      say: (name, values) => editor.say(name, values),
      ask: (question) => editor.streamlit.setTriggerValue("ask", question),
      choose: (key) => this.chooseFound(key),
    });
  }

  show(id, { start, end }) {
    const { open } = this;
    if (open?.id !== id || open.start !== start || open.end !== end) this.order = [];
    this.open = { id, start, end };
    this.searching = false;
  }

  // What was chosen comes first next time; until then every picture stays under the finger.
  steady(choices) {
    const name = (keys) => keys.join(" ");
    const known = this.order.filter((one) => choices.some((keys) => name(keys) === one));
    const fresh = choices.map(name).filter((one) => !known.includes(one));
    this.order = [...known, ...fresh];
    return this.order.map((one) => choices.find((keys) => name(keys) === one));
  }

  close() {
    this.open = null;
    this.searching = false;
  }

  // A tap on an offer takes it; a tap on a phrase that has a picture, or that is asked about, shows what there is.
  press(id, { kind, start, end, pictures }) {
    const isOpen = this.open?.id === id && this.open.start === start;
    if (kind !== "offer" && isOpen) this.close();
    else this.show(id, { start, end });
    if (kind === "offer") this.put(id, { start, end }, pictures);
    this.editor.paint();
    this.editor.reveal(id);
  }

  choose(id, place, keys) {
    this.show(id, place);
    this.put(id, place, keys);
    this.editor.paint();
  }

  // A picture found for words that tell what will not happen is crossed, like the one it replaces.
  chooseFound(key) {
    const { id, start } = this.open;
    const { negated } = choicesAt(this.editor.find(id), this.editor.data.offers[id], this.open);
    this.choose(id, this.open, [drawnAs(key, negated)]);
    this.editor.focusAt(id, `phrase-${start}`, `chip-${start}`);
  }

  // One press crosses a picture out, or takes its cross off: people know better than we what a sentence denies.
  cross(id, place, keys) {
    const crossed = !isCrossed(keys);
    const sentence = this.editor.find(id);
    const words = textOf(sentence).slice(place.start, place.end);
    this.order = [];
    this.editor.act(withPictures(sentence, place, keys.map((key) => drawnAs(key, crossed))));
    this.editor.announce(crossed ? "picture_crossed" : "picture_uncrossed", { words });
    this.editor.paint();
  }

  put(id, place, pictures) {
    const sentence = this.editor.find(id);
    this.editor.act(withPictures(sentence, place, pictures));
    const alt = pictures.map((key) => this.editor.viewOf(key).alt).join(", ");
    this.editor.announce("picture_chosen", { words: textOf(sentence).slice(place.start, place.end), alt });
  }

  takeAll(id) {
    let sentence = this.editor.find(id);
    const [asked, sure] = [true, false].map((doubted) =>
      openOffers(sentence, this.editor.data.offers[id]).filter((offer) => Boolean(offer.doubted) === doubted));
    for (const offer of sure) {
      sentence = withPictures(sentence, offer, firstChoice(offer));
    }
    this.editor.act(sentence);
    this.editor.announce(asked.length ? "all_taken_but" : "all_taken", { count: asked.length });
    this.leaveFocus(id);
  }

  turnDown(id, place) {
    const sentence = this.editor.find(id);
    this.close();
    this.editor.act(withoutPicture(sentence, place));
    this.editor.announce("picture_gone", { words: textOf(sentence).slice(place.start, place.end) });
    this.leaveFocus(id);
  }

  // The button that was pressed is gone: go on from the sentence it belonged to.
  leaveFocus(id) {
    this.editor.paint();
    this.editor.focusAt(id, "area", "edit");
  }

  // Escape: first out of the search, then out of the choices.
  stepBack() {
    const { id, start } = this.open;
    const wasSearching = this.searching;
    if (wasSearching) this.searching = false;
    else this.close();
    this.editor.paint();
    this.editor.focusAt(id, ...(wasSearching ? ["search"] : ["area", `phrase-${start}`, "edit"]));
  }

  toggleSearch() {
    this.searching = !this.searching;
    this.editor.paint();
    if (!this.searching) return;
    this.search.begin(this.words());
    this.editor.reveal(this.open.id);
  }

  // Any words can have a picture; `place` is null while none are selected.
  pictureForWords(id, place) {
    if (!place) {
      this.editor.announce("choose_words_first");
      return;
    }
    this.show(id, place);
    this.toggleSearch();
  }

  words() {
    return textOf(this.editor.find(this.open.id)).slice(this.open.start, this.open.end);
  }
}
