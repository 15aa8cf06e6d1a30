"""What the sentence editor is given: plain values, and how they travel to the browser."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from icon_library.suggest import Suggestion
from plans.choices import crossed_out
from plans.model import Sentence


@dataclass(frozen=True)
class PictureView:
    """A picture as the browser needs it: what a screen reader says, and the address of the file."""

    alt: str
    src: str


@dataclass(frozen=True)
class Offer:
    """Pictures offered for the words start to end (half open, indices in text.split()), best first.

    `count` of them stand together as first choice; the keys of what will not happen begin with `not:`.
    `whys` says of each why it is offered: words, meaning, person or chosen. Where it is `doubted` whether the sentence
    denies them, people choose a plain picture or a crossed one; nothing is put there for them.
    """

    start: int
    end: int
    pictures: tuple[str, ...]
    count: int = 1
    negated: bool = False
    reason: str = ""
    whys: tuple[str, ...] = ()
    doubted: bool = False


@dataclass(frozen=True)
class SentenceOffers:
    """The offers for one sentence, and the text they were worked out for."""

    text: str
    offers: tuple[Offer, ...]


@dataclass(frozen=True)
class SearchAnswer:
    """The pictures found for a query, best first, and the categories to choose from as (id, name)."""

    query: str
    results: tuple[str, ...]
    pictures: Mapping[str, PictureView]
    categories: tuple[tuple[str, str], ...] = ()
    category: str = ""


@dataclass(frozen=True)
class EverywhereOffer:
    """The words of a sentence whose picture was just chosen, and how many other places it could stand at."""

    sentence: str
    words: str
    count: int


@dataclass(frozen=True)
class EditorData:
    """One section of one plan, as the editor shows it.

    `serial` changes whenever the browser is to take these sentences instead of its own (undo, a starter).
    `acknowledged` is the newest browser revision taken in for this plan, section and serial.
    `taken` is the serial before this one and the newest revision taken in under it: what the browser sent
    after that is newer than these sentences.
    `base` is the version of the plan that the sentences stand on; `kept` says whether they are on the disk.
    `session` is any word that stays the same while this Streamlit session lives. When it changes, the
    server has forgotten, and the browser sends its own words again instead of taking ours.
    `warnings` are sentences to show at a sentence, by its id.
    """

    session: str
    plan: str
    section: str
    serial: int
    acknowledged: int
    sentences: tuple[Sentence, ...]
    labels: Mapping[str, str]
    offers: Mapping[str, SentenceOffers] = field(default_factory=dict)
    pictures: Mapping[str, PictureView] = field(default_factory=dict)
    people: tuple[tuple[str, str], ...] = ()
    placeholder: str = ""
    search: SearchAnswer | None = None
    everywhere: EverywhereOffer | None = None
    warnings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    taken: tuple[int, int] = (-1, 0)
    base: int = 0
    kept: bool = True


def offer_of(suggestion: Suggestion) -> Offer:
    """Return the offer a suggestion makes; pictures of what will not happen come crossed."""
    pictures = tuple(map(crossed_out, suggestion.pictures)) if suggestion.negated else suggestion.pictures
    return Offer(
        suggestion.start, suggestion.end, pictures, suggestion.count, suggestion.negated, suggestion.reason,
        suggestion.whys, suggestion.doubted,
    )  # fmt: skip


def to_json(data: EditorData) -> dict[str, object]:
    """Return the data as the browser reads it."""
    return {
        "session": data.session,
        "plan": data.plan,
        "section": data.section,
        "serial": data.serial,
        "ack": data.acknowledged,
        "base": data.base,
        "kept": data.kept,
        "taken": {"serial": data.taken[0], "revision": data.taken[1]},
        "sentences": [_sentence(sentence) for sentence in data.sentences],
        "offers": {id: _offers(offers) for id, offers in data.offers.items()},
        "pictures": _pictures(data.pictures),
        "people": [{"id": id, "name": name} for id, name in data.people],
        "search": _search(data.search) if data.search else None,
        "everywhere": _everywhere(data.everywhere) if data.everywhere else None,
        "warnings": {id: list(told) for id, told in data.warnings.items()},
        "placeholder": data.placeholder,
        "labels": dict(data.labels),
    }


def _sentence(sentence: Sentence) -> dict[str, object]:
    phrases = [{"words": phrase.words, "pictures": list(phrase.pictures)} for phrase in sentence.phrases]
    without = list(sentence.without)
    return {"id": sentence.id, "phrases": phrases, "said_by": sentence.said_by, "without": without}


def _offers(offers: SentenceOffers) -> dict[str, object]:
    return {"text": offers.text, "list": [_offer(offer) for offer in offers.offers]}


def _offer(offer: Offer) -> dict[str, object]:
    return {
        "start": offer.start,
        "end": offer.end,
        "pictures": list(offer.pictures),
        "count": offer.count,
        "negated": offer.negated,
        "reason": offer.reason,
        "whys": list(offer.whys),
        "doubted": offer.doubted,
    }


def _everywhere(offer: EverywhereOffer) -> dict[str, object]:
    return {"id": offer.sentence, "words": offer.words, "count": offer.count}


def _pictures(pictures: Mapping[str, PictureView]) -> dict[str, object]:
    return {key: {"alt": view.alt, "src": view.src} for key, view in pictures.items()}


def _search(answer: SearchAnswer) -> dict[str, object]:
    return {
        "query": answer.query,
        "category": answer.category,
        "results": list(answer.results),
        "pictures": _pictures(answer.pictures),
        "categories": [list(category) for category in answer.categories],
    }
