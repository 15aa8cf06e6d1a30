// Sentences as values: every function returns a new sentence and leaves the old one alone.
// A sentence is {id, phrases: [{words, pictures}], said_by, without}. Places in it are counted in letters,
// half open: start is the first letter, end is one past the last.

const WORD = /\S+/g;
const EDGE_BEFORE = /^[^\p{L}\p{M}\p{N}]*/u;
const EDGE_AFTER = /[^\p{L}\p{M}\p{N}]*$/u;
const MOST_CHOICES = 8;

export const textOf = (sentence) => sentence.phrases.map((phrase) => phrase.words).join("");

export const hasWords = (sentence) => textOf(sentence).trim() !== "";

export function newSentence() {
  // crypto.randomUUID is there on https and localhost only; councils run http inside their networks.
  const numbers = crypto.getRandomValues(new Uint32Array(2));
  return { id: "s" + [...numbers].map((n) => n.toString(36)).join(""), phrases: [], said_by: "", without: [] };
}

// The phrases with their places and numbers.
export function placed(sentence) {
  let at = 0;
  return sentence.phrases.map((phrase, index) => {
    const start = at;
    at += phrase.words.length;
    return { ...phrase, index, start, end: at };
  });
}

const pictured = (sentence) => placed(sentence).filter((phrase) => phrase.pictures.length);

const overlap = (one, other) => one.start < other.end && other.start < one.end;

function phrasesOf(text, marks) {
  const phrases = [];
  let at = 0;
  for (const { start, end, pictures } of marks) {
    if (start > at) phrases.push({ words: text.slice(at, start), pictures: [] });
    phrases.push({ words: text.slice(start, end), pictures });
    at = end;
  }
  if (at < text.length) phrases.push({ words: text.slice(at), pictures: [] });
  return phrases;
}

// How many letters (or words) two texts share at the start and at the end.
function shared(before, after, longestTail) {
  const most = Math.min(before.length, after.length);
  let tail = 0;
  while (tail < Math.min(most, longestTail) && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  let head = 0;
  while (head < most - tail && before[head] === after[head]) head++;
  return { head, tail };
}

// What an edit left alone. “eat” → “eeat”: the caret tells which e is new.
function untouched(before, after, caret) {
  const byCaret = shared(before, after, after.length - caret);
  const byLetters = shared(before, after, Infinity);
  return byCaret.head + byCaret.tail >= byLetters.head + byLetters.tail ? byCaret : byLetters;
}

// The sentence with other words; phrases keep their pictures unless their own words changed.
export function withText(sentence, text, caret = text.length) {
  const before = textOf(sentence);
  const { head, tail } = untouched(before, text, caret);
  const shift = text.length - before.length;
  const kept = pictured(sentence).flatMap((phrase) => {
    if (phrase.end <= head) return [phrase];
    if (phrase.start < before.length - tail) return [];
    return [{ ...phrase, start: phrase.start + shift, end: phrase.end + shift }];
  });
  return { ...sentence, phrases: phrasesOf(text, kept) };
}

const sameWords = (one, other) => one.toLowerCase() === other.toLowerCase();

// The sentence with these pictures at these letters, in place of what stood there.
export function withPictures(sentence, { start, end }, pictures) {
  const text = textOf(sentence);
  const words = text.slice(start, end);
  const others = pictured(sentence).filter((phrase) => !overlap(phrase, { start, end }));
  const marks = [...others, { start, end, pictures }].sort((one, other) => one.start - other.start);
  const without = sentence.without.filter((turnedDown) => !sameWords(turnedDown, words));
  return { ...sentence, phrases: phrasesOf(text, marks), without };
}

// The sentence with no picture at these letters, and none offered there again.
export function withoutPicture(sentence, { start, end }) {
  const text = textOf(sentence);
  const marks = pictured(sentence).filter((phrase) => !overlap(phrase, { start, end }));
  const without = [...new Set([...sentence.without, text.slice(start, end)])];
  return { ...sentence, phrases: phrasesOf(text, marks), without };
}

export function wordsOf(text) {
  return [...text.matchAll(WORD)].map((found) => ({
    text: found[0].normalize("NFC"), // Python composes letters; the keyboard may not
    start: found.index,
    end: found.index + found[0].length,
  }));
}

// A place without the punctuation around it; null if nothing is left.
function trimmed(text, start, end) {
  const piece = text.slice(start, end);
  const before = piece.match(EDGE_BEFORE)[0].length;
  const after = piece.match(EDGE_AFTER)[0].length;
  return before < piece.length ? { start: start + before, end: end - after } : null;
}

// Whole words around a selection; a caret alone takes the word it stands in.
export function wordsAround(text, from, to) {
  const touched = wordsOf(text).filter((word) =>
    from === to ? word.start <= from && from <= word.end : word.start < to && from < word.end);
  return touched.length ? trimmed(text, touched[0].start, touched.at(-1).end) : null;
}

// What Python offered, placed in the text as it is now. While someone types on, Python’s answer is for the
// text of a moment ago: offers at words that stand as they stood are still good.
export function offersIn(sentence, answer) {
  if (!answer) return [];
  const text = textOf(sentence);
  const now = wordsOf(text);
  const before = wordsOf(answer.text);
  const { head, tail } = shared(before.map((word) => word.text), now.map((word) => word.text), Infinity);
  return answer.list.flatMap((offer) => {
    const stands = offer.end <= head || offer.start >= before.length - tail;
    const shift = offer.end <= head ? 0 : now.length - before.length;
    const first = now[offer.start + shift];
    const last = now[offer.end - 1 + shift];
    const place = stands && first && last && trimmed(text, first.start, last.end);
    return place ? [{ ...offer, ...place }] : [];
  });
}

// The offers nobody has answered yet: no picture stands there, and none was turned down.
export function openOffers(sentence, answer) {
  const text = textOf(sentence);
  const taken = pictured(sentence);
  return offersIn(sentence, answer).filter((offer) => {
    const turnedDown = sentence.without.some((words) => sameWords(words, text.slice(offer.start, offer.end)));
    const free = !turnedDown && offer.pictures.length && !taken.some((phrase) => overlap(phrase, offer));
    if (free) taken.push(offer);
    return free;
  });
}

// The pictures an offer would put there; none where people are asked first.
export const firstChoice = (offer) => (offer.doubted ? [] : offer.pictures.slice(0, Math.max(1, offer.count)));

// The sentence cut for painting: {kind: "plain" | "picture" | "offer" | "question", words, pictures, start, end}.
// A question is asked where a sentence may deny what its picture would show.
export function pieces(sentence, answer) {
  const text = textOf(sentence);
  const marked = [
    ...pictured(sentence).map((phrase) => ({ ...phrase, kind: "picture" })),
    ...openOffers(sentence, answer).map((offer) => (
      { ...offer, kind: offer.doubted ? "question" : "offer", pictures: firstChoice(offer) })),
  ].sort((one, other) => one.start - other.start);
  const cut = [];
  let at = 0;
  for (const { kind, pictures, start, end } of [...marked, { start: text.length, end: text.length }]) {
    if (start > at) cut.push({ kind: "plain", words: text.slice(at, start), pictures: [], start: at, end: start });
    if (kind) cut.push({ kind, words: text.slice(start, end), pictures, start, end });
    at = end;
  }
  return cut;
}

// A picture of what will not happen is crossed: its key begins so. Faces and a family’s own photos never are.
const NOT = "not:";
const canBeCrossed = (key) => !/^(not:)?(person|photo):/.test(key);
export const bare = (key) => (key.startsWith(NOT) ? key.slice(NOT.length) : key);
export const isCrossed = (keys) => keys.some((key) => key.startsWith(NOT));
export const crossable = (keys) => keys.some(canBeCrossed);
export const drawnAs = (key, crossed) => (crossed && canBeCrossed(key) ? NOT + bare(key) : bare(key));

// What can be chosen at a place, best first, each a list of pictures; what stands there now is among them.
export function choicesAt(sentence, answer, place) {
  const offer = offersIn(sentence, answer).find((one) => overlap(one, place));
  const now = pictured(sentence).find((phrase) => overlap(phrase, place))?.pictures ?? [];
  const asked = Boolean(offer?.doubted && !now.length);
  const negated = crossable(now) ? isCrossed(now) : Boolean(offer?.negated);
  // Also once that is answered: nothing moves under the finger.
  const both = offer?.doubted && crossable(offer.pictures) ? [false, true] : [negated];
  const offered = (offer?.pictures ?? []).flatMap((key) => [...new Set(both.map((crossed) => drawnAs(key, crossed)))]);
  const together = offer && offer.count > 1
    ? both.map((crossed) => offer.pictures.slice(0, offer.count).map((key) => drawnAs(key, crossed))) : [];
  const choices = [...together, ...offered.map((key) => [key])];
  const whyOf = Object.fromEntries((offer?.pictures ?? []).flatMap((key, at) =>
    [false, true].map((crossed) => [drawnAs(key, crossed), offer.whys?.[at]])));
  const isNow = (choice) => choice.join(" ") === now.join(" ");
  if (now.length && !choices.some(isNow)) choices.unshift(now);
  return {
    choices: choices.slice(0, MOST_CHOICES),
    now,
    reason: offer?.reason ?? "",
    whyOf,
    negated: negated && !asked, // what is found by search is not crossed before somebody has answered
    asked,
  };
}

// The number of the phrase that is exactly this place, or -1.
export const phraseAt = (sentence, { start, end }) =>
  placed(sentence).findIndex((phrase) => phrase.start === start && phrase.end === end);
