// Draws one sentence as a card. A card has parts; a part is drawn anew only when what it shows has changed,
// so that nothing moves under a finger or a caret.

import { arrange, button, element, icon, picture } from "./elements.js";
import { choicesAt, crossable, hasWords, isCrossed, pieces, textOf, wordsAround } from "./sentences.js";

const PARTS = ["words", "chips", "choices", "everywhere", "finding", "warning", "foot"];
const LONGEST_SENTENCE = 20000;

export function makeCard(editor, id) {
  const parts = Object.fromEntries(PARTS.map((name) => [name, element("div", { class: name })]));
  const box = element("div", { class: "card", "data-id": id }, ...Object.values(parts));
  box.onmousedown = (event) => keepTyping(editor, id, event);
  box.addEventListener("focusout", () => editor.leaveUnlessBack(id));
  box.onkeydown = (event) => cardKey(editor, id, event);
  return { id, box, parts, shown: {} };
}

export function paintCard(editor, card, sentence) {
  const { id } = sentence;
  const typing = editor.isTyping(id);
  const place = editor.choosing.open?.id === id ? editor.choosing.open : null;
  const searching = Boolean(place && editor.choosing.searching);
  const seen = [sentence, editor.data, typing, place, searching, editor.isDraft(id)];
  if (card.seen?.every((value, number) => value === seen[number])) return; // at each key, all cards but one
  card.seen = seen;
  const answer = editor.data.offers[id];
  const painted = pieces(sentence, answer).map((piece) => ({ ...piece, views: piece.pictures.map(editor.viewOf) }));
  card.box.className = ["card", typing && "typing", place && "open"].filter(Boolean).join(" ");
  card.box.setAttribute("role", editor.isDraft(id) ? "group" : "listitem");
  const draw = (name, shows, parts) => drawPart(editor, card, name, shows, parts);

  draw("words", typing ? "typing" : [painted, place], () =>
    typing ? [typingWords(editor, sentence)] : [paintedWords(editor, sentence, painted, place)]);
  draw("chips", typing && hasWords(sentence) && [painted, place], () => chips(editor, sentence, painted, place));
  const choices = place && describedChoices(editor, sentence, answer, place);
  draw("choices", choices && [choices, searching], () => choiceRow(editor, sentence, choices, searching));
  const everywhere = place && everywhereFor(editor, sentence, place);
  draw("everywhere", everywhere, () => [useEverywhere(editor, everywhere)]);
  draw("finding", searching, () => [editor.choosing.search.panel]);
  const warnings = editor.data.warnings?.[id] ?? [];
  draw("warning", warnings.length && warnings, () => warnings.map((text) => element("p", { text })));
  const offered = painted.some((piece) => piece.kind === "offer");
  draw("foot", !editor.isDraft(id) && [sentence.said_by, typing, offered, editor.data.people], () =>
    foot(editor, sentence, { typing, offered }));
}

// Draw a part if it shows something else than before; show nothing for a false value.
function drawPart(editor, card, name, shows, children) {
  const signature = shows ? JSON.stringify([shows, editor.language]) : "";
  if (card.shown[name] === signature) return;
  card.shown[name] = signature;
  card.parts[name].hidden = !shows;
  arrange(card.parts[name], shows ? children() : []);
}

// Pressing a button inside the card must not take the caret away: the card would close under the finger.
function keepTyping(editor, id, event) {
  const field = event.target.closest("textarea, input, select, .grip");
  if (editor.isTyping(id) && !field) event.preventDefault();
}

function cardKey(editor, id, event) {
  const step = event.altKey && { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (step) {
    event.preventDefault();
    editor.move(id, step);
  } else if (event.key === "Escape" && editor.choosing.open?.id === id) {
    event.preventDefault();
    event.stopPropagation();
    editor.choosing.stepBack();
  }
}

// --- the words, painted -------------------------------------------------------------------------------

function paintedWords(editor, sentence, painted, place) {
  const line = element("p", { class: "painted", dir: "auto" });
  for (const piece of painted) {
    line.append(...(piece.kind === "plain" ? plainWords(piece) : [phrase(editor, sentence, piece, place)]));
  }
  line.onclick = (event) => {
    if (!event.target.closest(".phrase")) editor.edit(sentence.id, letterAt(event, textOf(sentence).length));
  };
  return line;
}

// Each word knows its letters, so that the caret can go where the finger was.
function plainWords({ words, start }) {
  return [...words.matchAll(/\s*\S+\s*|\s+/g)].map((found) =>
    element("span", { "data-start": start + found.index, text: found[0] }));
}

function letterAt(event, last) {
  const word = event.target.closest("[data-start]");
  if (!word) return last;
  const box = [...word.getClientRects()].find((one) => event.clientX >= one.left && event.clientX <= one.right);
  const part = box ? (event.clientX - box.left) / box.width : 1;
  return Number(word.dataset.start) + Math.round(part * word.textContent.length);
}

// A span in the role of a button: a real button cannot break across two lines.
function phrase(editor, sentence, piece, place) {
  const open = Boolean(place && place.start < piece.end && piece.start < place.end);
  const press = () => editor.choosing.press(sentence.id, piece);
  const drawn = element("span", {
    role: "button", tabindex: "0", class: `phrase ${piece.kind}${open ? " chosen" : ""}`,
    "data-at": `phrase-${piece.start}`, "aria-expanded": piece.kind === "offer" ? null : String(open),
    "aria-label": phraseLabel(editor, piece), onclick: press,
    onkeydown: (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      press();
    },
  });
  const split = piece.words.search(/\S+$/);
  const end = element("span", { class: "end", text: piece.words.slice(split) }, ...picturesOf(piece));
  drawn.append(piece.words.slice(0, split), end);
  return drawn;
}

const LABELS = { offer: "picture_offered", picture: "picture_now", question: "picture_asked" };

function phraseLabel(editor, { kind, words, views }) {
  const alt = views.map((view) => view.alt).join(", ");
  return editor.say(LABELS[kind], { words, alt });
}

// What stands after the words: their pictures, or a question mark.
function picturesOf({ kind, views }) {
  return kind === "question" ? [element("span", { class: "mark", text: "?" })] : views.map(picture);
}

// --- the words, being typed -----------------------------------------------------------------------------

function typingWords(editor, sentence) {
  const { id } = sentence;
  const area = element("textarea", {
    rows: "1", maxlength: LONGEST_SENTENCE, spellcheck: "true", autocapitalize: "sentences", enterkeyhint: "next",
    dir: "auto", "data-at": "area", "aria-label": editor.say("sentence"),
    placeholder: editor.isDraft(id) ? editor.data.placeholder : "",
  });
  area.value = textOf(sentence);
  area.oninput = () => {
    takeOutLineBreaks(area);
    grow(area);
    editor.type(id, area.value, area.selectionEnd);
  };
  area.addEventListener("beforeinput", (event) => {
    if (event.inputType !== "insertLineBreak") return; // an Enter that ends a composed word is none
    event.preventDefault();
    editor.nextSentence(id);
  });
  area.onkeydown = (event) => typingKey(editor, id, event);
  area.onblur = () => editor.outbox.flush();
  requestAnimationFrame(() => grow(area));
  return area;
}

// A pasted paragraph becomes one sentence; letter for letter, so that the caret stays where it is.
function takeOutLineBreaks(area) {
  if (!/[\r\n]/.test(area.value)) return;
  const caret = area.selectionEnd;
  area.value = area.value.replace(/[\r\n]/g, " ");
  area.setSelectionRange(caret, caret);
}

export function grow(area) {
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight}px`;
}

function typingKey(editor, id, event) {
  if (event.isComposing) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    editor.nextSentence(id);
  } else if (event.key === "Escape" && !editor.choosing.open) {
    event.preventDefault();
    editor.stepOut(id);
  }
}

function chips(editor, sentence, painted, place) {
  const shown = painted.filter((piece) => piece.kind !== "plain").map((piece) => chip(editor, sentence, piece, place));
  const offered = painted.some((piece) => piece.kind === "offer");
  const forWords = button({
    class: "small", "data-at": "for-words", text: editor.say("words_picture"),
    onclick: () => editor.choosing.pictureForWords(sentence.id, selectedWords(editor, sentence.id)),
  });
  return [...shown, offered && takeAll(editor, sentence), forWords].filter(Boolean);
}

const takeAll = (editor, { id }) => button({
  class: "small", "data-at": "take-all", text: editor.say("take_all"), onclick: () => editor.choosing.takeAll(id) });

function chip(editor, sentence, piece, place) {
  const open = Boolean(place && place.start === piece.start);
  return button({
    class: `chip ${piece.kind}${open ? " chosen" : ""}`, "data-at": `chip-${piece.start}`,
    "aria-expanded": piece.kind === "question" ? String(open) : null,
    "aria-label": phraseLabel(editor, piece), onclick: () => editor.choosing.press(sentence.id, piece),
  }, element("span", { text: piece.words }), ...picturesOf(piece));
}

function selectedWords(editor, id) {
  const area = editor.areaOf(id);
  return area && wordsAround(area.value, area.selectionStart, area.selectionEnd);
}

// --- the pictures to choose from ------------------------------------------------------------------------

function describedChoices(editor, sentence, answer, place) {
  const found = choicesAt(sentence, answer, place);
  const why = (keys) => found.whyOf[keys[0]] ?? "";
  const describe = (keys) => ({ keys, views: keys.map(editor.viewOf), why: why(keys) });
  const choices = editor.choosing.steady(found.choices).map(describe);
  return { ...found, choices, place, words: textOf(sentence).slice(place.start, place.end) };
}

function choiceRow(editor, sentence, { choices, now, place, words, reason, asked }, searching) {
  const tiles = choices.map((choice) => tile(editor, sentence, choice, place, now, reason));
  const first = choices.find((choice) => choice.keys.join(" ") === now.join(" ")) ?? choices[0];
  const why = asked ? editor.say("why_asked") : whyText(editor, first, reason);
  const ways = element("div", { class: "ways" },
    button({ class: "way", text: editor.say("search"), "data-at": "search", "aria-expanded": String(searching),
      onclick: () => editor.choosing.toggleSearch() }),
    button({ class: "way", text: editor.say("photo"), "data-at": "photo",
      onclick: () => editor.askForPhoto(sentence.id, place) }),
    crossable(now) && button({ class: "way", text: editor.say(isCrossed(now) ? "cross_off" : "cross_out"),
      "data-at": "cross", onclick: () => editor.choosing.cross(sentence.id, place, now) }),
    (now.length > 0 || asked) && button({ class: "way", text: editor.say("no_picture"), "data-at": "no-picture",
      onclick: () => editor.choosing.turnDown(sentence.id, place) }));
  return [
    element("div", { class: "row" },
      element("p", { class: "which", text: words }),
      element("div", { class: "tiles", role: "group", "aria-label": editor.say("choices", { words }) }, ...tiles)),
    element("div", { class: "row" },
      why && element("p", { class: "reason", text: why }),
      ways),
  ];
}

// Why a picture is offered; one that somebody searched for has no reason but that.
function whyText(editor, choice, reason) {
  return choice?.why ? editor.say(`why_${choice.why}`, { reason }) : "";
}

function tile(editor, sentence, choice, place, now, reason) {
  const { keys, views } = choice;
  const alt = views.map((view) => view.alt).join(", ");
  const why = whyText(editor, choice, reason);
  return button({
    class: "tile", "data-at": `tile-${keys.join(" ")}`, "aria-pressed": String(keys.join(" ") === now.join(" ")),
    "aria-label": alt, title: why ? `${alt}. ${why}` : alt,
    onclick: () => editor.choosing.choose(sentence.id, place, keys),
  }, ...views.map(picture));
}

// --- the same picture at the same idea everywhere ---------------------------------------------------------

function everywhereFor(editor, sentence, place) {
  const offer = editor.data.everywhere;
  const words = textOf(sentence).slice(place.start, place.end);
  return offer && offer.id === sentence.id && offer.words === words ? offer : null;
}

function useEverywhere(editor, { count }) {
  return button({
    class: "small", "data-at": "everywhere", text: editor.say(count === 1 ? "everywhere_one" : "everywhere", { count }),
    onclick: () => editor.useEverywhere(),
  });
}

// --- what can be done with the whole sentence -------------------------------------------------------------

function foot(editor, sentence, { typing, offered }) {
  const { id } = sentence;
  const parts = [whoSaid(editor, sentence), offered && !typing && takeAll(editor, sentence),
    element("div", { class: "tools" },
      !typing && tool(editor, "pencil", "edit", { onclick: () => editor.edit(id) }),
      tool(editor, "bin", "delete", { onclick: () => editor.remove(id) }),
      grip(editor, id))];
  return parts.filter(Boolean);
}

const tool = (editor, drawing, name, properties) =>
  button({ class: `tool ${drawing}`, "data-at": name, "aria-label": editor.say(name), title: editor.say(name),
    ...properties }, icon(drawing));

function grip(editor, id) {
  return tool(editor, "grip", "move", {
    onkeydown: (event) => {
      const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!step || event.altKey) return;
      event.preventDefault();
      editor.move(id, step);
    },
    onpointerdown: (event) => editor.drag(id, event),
  });
}

function whoSaid(editor, { id, said_by }) {
  const people = editor.data.people;
  if (!people.length) return element("span");
  const choice = (value, text) => element("option", { value, text, selected: value === said_by });
  return element("select", {
    class: said_by ? "who said" : "who", "data-at": "who", "aria-label": editor.say("who_said"),
    onchange: (event) => editor.setSaidBy(id, event.target.value),
  }, choice("", editor.say("who_said")), ...people.map((one) => choice(one.id, editor.say("said_this", one))));
}
