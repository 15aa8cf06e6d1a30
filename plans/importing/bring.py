"""From a paper to a plan: each sentence gets a proposed place, and what fits nowhere waits in view to be placed."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from plans.agreeing import UNPLACED, free_agreed_id, with_point, with_promise, with_worry
from plans.agreement_format import MOST
from plans.clean_text import clean_text
from plans.editing import free_id, with_child
from plans.errors import AgreementRefused
from plans.importing.cues import Cues, heading_place, load_cues, names_paper, place_of
from plans.importing.paper import BULLET, HEADING, SIGNATURE, Block, text_blocks
from plans.importing.people import names_pattern, people_of, without_signing
from plans.importing.sentences import split_sentences
from plans.importing.word_file import word_blocks
from plans.model import LONGEST_TEXT, Child, Person, Plan, Point, Promise, Worry
from plans.wording import joined_names

MOST_LETTERS = 60_000
# A mark above words that are only an example.
_LABEL = re.compile(r"[Ee]\.?\s?[Gg]\.?:?")
_AND = r"\s*(?:,|&|and/or|and|or|/)\s+"
# Places of cues that are no part of a plan: whoever signs is found as a person, a list of copies is set by hand.
_ELSEWHERE = {"": UNPLACED, "promises": UNPLACED, "signatures": UNPLACED, "copies": UNPLACED}
_TOO_LONG = "This paper is too long to bring in at once: it has more than {most}. Bring it in part by part."
_NOTHING = "There are no words in this paper. Choose another, or paste its text."
_NOT_TEXT = "This file is neither a Word file (.docx) nor plain text. Save it as .docx, or paste its text."


@dataclass(frozen=True)
class Brought:
    """A plan made of a paper, the headings that only led to places, and what to tell of it in a sentence."""

    plan: Plan
    headings: tuple[str, ...]
    told: str


def read_agreement(name: str, data: bytes) -> tuple[Block, ...]:
    """Return the blocks of a Word file or a text file.

    Raises:
        AgreementRefused: it is neither, or not safe to open.
    """
    if name.lower().endswith((".txt", ".md", ".text")):
        try:
            return pasted(data.decode("utf-8-sig"))
        except UnicodeDecodeError:
            raise AgreementRefused(_NOT_TEXT) from None
    return word_blocks(data)


def pasted(text: str) -> tuple[Block, ...]:
    """Return the blocks of pasted text.

    Raises:
        AgreementRefused: it is too long.
    """
    if len(text) > MOST_LETTERS:
        raise AgreementRefused(_TOO_LONG.format(most="60,000 letters"))
    return text_blocks(text)


def bring_in(blocks: tuple[Block, ...], children: tuple[str, ...] = (), today: date | None = None) -> Brought:
    """Return a plan of a paper’s blocks; `children` are the names of the children that it is about.

    Raises:
        AgreementRefused: there are no words, or more than a plan holds.
    """
    cues = load_cues()
    if not any(block.text.strip() for block in blocks):
        raise AgreementRefused(_NOTHING)
    if sum(len(block.text) for block in blocks) > MOST_LETTERS:
        raise AgreementRefused(_TOO_LONG.format(most="60,000 letters"))
    names = people_of(blocks, children, cues)
    plan = Plan(made=today, people=tuple({one.id: one for one in names.values()}.values()))
    for child in children:
        plan = with_child(plan, Child(free_id(child, [one.id for one in plan.everyone]), child))
    headings: list[str] = []
    reader = _Reader(cues, names)
    for piece in (piece for block in blocks for piece in reader.pieces(block)):
        if piece.place == HEADING:
            headings.append(piece.text)
        else:
            plan = _with_piece(plan, piece, names, cues)
            _check(plan)
    return Brought(plan, tuple(headings), _told(plan, headings))


@dataclass(frozen=True)
class _Piece:
    """A sentence, or a worry of some sentences, and the place that is proposed; `actor` is whom its heading names."""

    text: str
    place: str
    row: int = 0
    actor: str = ""


class _Reader:
    """Goes through the blocks and remembers under which heading, and in which list, it is."""

    def __init__(self, cues: Cues, names: dict[str, Person]) -> None:
        self.cues, self.names = cues, names_pattern(names)
        self.place = self.actor = self.list_place = ""
        self.is_first = True

    def pieces(self, block: Block) -> Iterator[_Piece]:
        """Yield what a block holds, each with its place."""
        text = clean_text(block.text, MOST_LETTERS).strip()
        if block.kind == SIGNATURE or not re.search(r"\w", text) or _LABEL.fullmatch(text):
            named = re.sub(rf"\b(?:{self.names})\b", " ", without_signing(text))
            yield _Piece(text, UNPLACED if re.search(r"\w\w", named) and not _LABEL.fullmatch(text) else HEADING)
        elif block.kind == HEADING and self._leads(text):
            yield self._heading(text)
        else:
            yield from self._sentences(text, block)
        self.is_first = False

    def _heading(self, text: str) -> _Piece:
        self.place, self.list_place = heading_place(text, self.cues), ""
        acting = re.match(rf"(?:what\s+)?({self.names})\s+will\b", text, re.IGNORECASE)
        self.actor = acting[1] if acting else ""
        return _Piece(text, HEADING)

    def _leads(self, text: str) -> bool:
        """Whether a line only leads to a place, or names the paper; any other may hold words that must not be lost."""
        return bool(heading_place(text, self.cues)) or (self.is_first and names_paper(text, self.cues))

    def _sentences(self, text: str, block: Block) -> Iterator[_Piece]:
        """A worry keeps its sentences together; of anything else, each sentence stands alone."""
        if block.kind != BULLET:
            self.list_place = ""
        here = heading_place(block.column, self.cues) if block.column else self.list_place or self.place
        for sentence in (text,) if here == "worries" else split_sentences(text):
            cued = place_of(sentence, self.cues.sentences, self.names)
            for part in _parts_of(sentence):
                yield _Piece(part, here or cued, block.row, "" if self.list_place else self.actor)
            if sentence.endswith(":"):
                self.list_place = cued


def _parts_of(sentence: str) -> Iterator[str]:
    """A sentence longer than a field takes goes on in the next one."""
    while len(sentence) > LONGEST_TEXT:
        cut = sentence.rfind(" ", 0, LONGEST_TEXT)
        cut = cut if cut > 0 else LONGEST_TEXT
        yield sentence[:cut].strip()
        sentence = sentence[cut:].strip()
    yield sentence


def _with_piece(plan: Plan, piece: _Piece, names: dict[str, Person], cues: Cues) -> Plan:
    taken = {one.id for one in plan.worries}
    worry = f"w{piece.row}" if f"w{piece.row}" in taken else ""
    if piece.place == "worries":
        identity = f"w{piece.row}" if piece.row and not worry else free_agreed_id(plan, "w")
        return with_worry(plan, Worry(identity, piece.text))
    if piece.place in ("", "promises", "support") and (promise := _promise(piece, names, cues)):
        return with_promise(plan, replace(promise, id=free_agreed_id(plan, "p"), worry=worry))
    place = _ELSEWHERE.get(piece.place, piece.place)
    return with_point(plan, Point(free_agreed_id(plan, "x"), place, piece.text, worry=worry))


def _promise(piece: _Piece, names: dict[str, Person], cues: Cues) -> Promise | None:
    """A promise: of somebody known, of several, of “you” and “I”, or of whom the heading names."""
    name = names_pattern(names)
    titles = "|".join(cues.titles)
    one = rf"(?:{name}|(?:{titles})\.?)"
    match = re.match(rf"({one}(?:{_AND}{one}){{0,6}})(?:,[^,]{{0,80}},)?\s+{cues.promise}", piece.text)
    if match and match[1] in names:
        person = names[match[1]]
        text = piece.text[len(match[1]) :].strip() if match[1] in (person.name, person.full_name) else piece.text
        return Promise("", person.id, text)
    if match or re.match(rf"{cues.speakers}\s+{cues.promise}", piece.text):
        return Promise("", "", piece.text)
    if piece.place != "promises":
        return None
    person_named = next((two for alias, two in names.items() if alias.lower() == piece.actor.lower()), None)
    if person_named is None or re.match(rf"{one}\b", piece.text):
        return Promise("", "", piece.text)
    verb = "" if re.match(cues.promise, piece.text) else "will "
    return Promise("", person_named.id, f"{verb}{piece.text[:1].lower()}{piece.text[1:]}")


def _check(plan: Plan) -> None:
    if max(len(plan.worries), len(plan.promises), len(plan.points)) > MOST:
        raise AgreementRefused(_TOO_LONG.format(most=f"{MOST} sentences of one kind"))


def _told(plan: Plan, headings: list[str]) -> str:
    """What came of the paper, counted."""
    parts = Counter(point.part for point in plan.points)
    waiting = parts.pop(UNPLACED, 0)
    placed_ones = (
        _count(len(plan.worries), "worry", "worries"),
        _count(len(plan.promises), "promise", "promises"),
        _count(sum(parts.values()), "other sentence", "other sentences"),
    )
    waits = _count(waiting, "sentence waits", "sentences wait")
    people = _count(len(plan.people), "person was", "people were")
    places = joined_names(list(placed_ones))
    return (
        f"We found a place for {places}. {waits} to be placed. {people} found. Please look at each.{_lines(headings)}"
    )


def _lines(headings: list[str]) -> str:
    """The lines that only led to a place, named, so that nobody misses words among them."""
    headings = [text for text in headings if re.search(r"[^\W_]{3}", without_signing(text)) and "___" not in text]
    if not headings:
        return ""
    named = ", ".join(f"“{text[:80]}”" for text in headings)
    return f" Read as headings and left out: {named}."


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
