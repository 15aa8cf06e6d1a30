"""What the sentence editor is offered: pictures for each sentence, and answers to its searches."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from components.picture_routes import art_address
from components.sentence_editor import (
    Ask,
    EverywhereOffer,
    Offer,
    PictureView,
    SearchAnswer,
    SentenceOffers,
    offer_of,
)
from components.words import say
from icon_library.catalogue import CATEGORIES, load_catalogue
from icon_library.lexicon import Lexicon, languages, load_lexicon, read_lexicon
from icon_library.search import SearchIndex, index_library, search
from icon_library.suggest import ChosenPictures, Named, Suggestion, suggest
from plans.choices import Swapped, crossed_out, elsewhere
from plans.editing import phrases_of
from plans.ideas import Place, chosen_before, named_people, read_places, shared_pictures
from plans.layout.pictures import picture_book
from plans.model import Plan, Sentence

_MOST_FOUND = 60
_NO_WORDS = b"groups: {determiners: [], helping_verbs: [], subjects: []}"


def offers_for(plan: Plan, sentences: Iterable[Sentence]) -> dict[str, SentenceOffers]:
    """Return the pictures offered for each sentence, as many as the plan’s dial says.

    With key words only, a person is offered besides for as long as nothing in the plan shows them:
    a face is met once, and then known by its name. Of what is doubted people are asked.
    """
    people, chosen = named_people(plan), chosen_before(_with_known_choices(plan), lexicon_of(plan))
    shown = {key for phrase in phrases_of(plan) for key in phrase.pictures}
    return {one.id: SentenceOffers(one.text, _offers(plan, one, people, chosen, shown)) for one in sentences}


def _offers(
    plan: Plan, sentence: Sentence, people: tuple[Named, ...], chosen: ChosenPictures, shown: set[str]
) -> tuple[Offer, ...]:
    density = plan.page.suggestions
    asked = "all" if density == "key" else density
    found = suggest(sentence.text, people, lexicon_of(plan), density=asked, chosen=chosen)
    wanted = (one for one in found if density == "all" or one.key or one.doubted or _is_new_face(one, shown))
    return tuple(map(offer_of, wanted))


def _is_new_face(found: Suggestion, shown: set[str]) -> bool:
    return found.idea.startswith("person:") and shown.isdisjoint(found.pictures)


def _with_known_choices(plan: Plan) -> Plan:
    """The plan without choices of pictures that this library does not have (any more)."""
    book = picture_book(plan, load_catalogue())
    known = [one for one in plan.choices if all(key.startswith("photo:") or book.has(key) for key in one.pictures)]
    return replace(plan, choices=tuple(known))


def picture_keys(sentences: Iterable[Sentence], offers: Mapping[str, SentenceOffers]) -> Iterator[str]:
    """Yield the keys of pictures that stand or are offered; where one is crossed or may be, each crossed and not."""
    for sentence in sentences:
        offered = offers[sentence.id].offers if sentence.id in offers else ()
        keys = [key for phrase in sentence.phrases for key in phrase.pictures]
        keys += [key for offer in offered for key in offer.pictures]
        yield from keys
        if any(key.startswith("not:") for key in keys) or any(offer.doubted for offer in offered):
            yield from (key.removeprefix("not:") for key in keys)
            yield from (crossed_out(key) for key in keys if not key.startswith("person:"))


def picture_views(plan: Plan, plan_id: str, keys: Iterable[str]) -> dict[str, PictureView]:
    """Return alt text and address of pictures; those nobody knows are left out."""
    book = picture_book(plan, load_catalogue())
    looks = book.looks
    return {
        key: PictureView(book.alt(key), art_address(key, looks, plan_id))
        for key in dict.fromkeys(keys)
        if key.removeprefix("not:").startswith("photo:") or book.has(key)
    }


def search_answer(plan: Plan, plan_id: str, ask: Ask | None) -> SearchAnswer:
    """Return what a search found in the whole library, the plan’s people first where they fit."""
    categories = tuple((name, say(f"category.{name}")) for name in CATEGORIES)
    if ask is None:
        return SearchAnswer("", (), {}, categories)
    found = search(ask.query, _index(), category=ask.category, most=_MOST_FOUND)
    keys = (*_people_found(plan, ask.query), *(one.key for one in found))
    return SearchAnswer(ask.query, keys, picture_views(plan, plan_id, keys), categories, ask.category)


def lexicon_of(plan: Plan) -> Lexicon:
    """Return the words of the plan’s language; of a language we do not have yet, none."""
    return _lexicon(plan.language[:2].lower())


@cache
def _lexicon(language: str) -> Lexicon:
    return load_lexicon(language) if language in languages() else read_lexicon(_NO_WORDS)


@cache
def _index() -> SearchIndex:
    return index_library(load_catalogue(), _lexicon("en"))


def _people_found(plan: Plan, query: str) -> tuple[str, ...]:
    wanted = query.casefold().strip()
    return tuple(f"person:{one.id}" for one in plan.everyone if wanted and wanted in one.name.casefold())


def places_in(plan: Plan) -> tuple[Place, ...]:
    """Return every phrase of the plan that has pictures, with what its words mean."""
    return read_places(plan, lexicon_of(plan))


def two_ideas(plan: Plan, places: Iterable[Place], told: str) -> tuple[tuple[Place, Place, str], ...]:
    """Return two places of each picture that stands for two ideas, with the words named `told` that say so."""
    book = picture_book(plan, load_catalogue())
    return tuple(
        (one, other, say(told, alt=book.alt(key), one=one.words, other=other.words))
        for key, one, other in shared_pictures(places, lexicon_of(plan))
    )


def warnings_for(plan: Plan, places: Iterable[Place]) -> dict[str, tuple[str, ...]]:
    """Return the sentences to show beside a sentence whose picture also stands for something else, by its id."""
    told: dict[str, tuple[str, ...]] = {}
    for one, other, text in two_ideas(plan, places, "write.two_ideas"):
        for sentence in {one.sentence, other.sentence}:
            told[sentence] = (*told.get(sentence, ()), text)
    return told


def everywhere_offer(plan: Plan, swapped: Swapped | None, places: Iterable[Place]) -> EverywhereOffer | None:
    """Return at how many places the idea whose picture was just chosen still has another picture.

    A choice that was undone since, or made in another plan, is offered nowhere.
    """
    if swapped is None or swapped.choice not in plan.choices:
        return None
    count = len(tuple(elsewhere(places, swapped.choice)))
    return EverywhereOffer(swapped.sentence, swapped.words, count) if count else None
