"""What the sentence editor is offered: pictures for each sentence, and answers to its searches."""

from collections.abc import Iterable, Iterator
from functools import cache

from components.picture_routes import art_address
from components.sentence_editor import Ask, Offer, PictureView, SearchAnswer, SentenceOffers, offer_of
from components.words import say
from icon_library.catalogue import CATEGORIES, load_catalogue
from icon_library.lexicon import Lexicon, load_lexicon
from icon_library.search import SearchIndex, index_library, search
from icon_library.suggest import Named, Suggestion, suggest
from icon_library.words import split_words
from plans.editing import phrases_of
from plans.layout.pictures import picture_book
from plans.model import Plan, Sentence

_MOST_FOUND = 60


def offers_for(plan: Plan, sentences: Iterable[Sentence]) -> dict[str, SentenceOffers]:
    """Return the pictures offered for each sentence, as many as the plan’s dial says.

    With key words only, a person is offered besides for as long as nothing in the plan shows them:
    a face is met once, and then known by its name.
    """
    people = named_people(plan)
    shown = {key for phrase in phrases_of(plan) for key in phrase.pictures}
    return {one.id: SentenceOffers(one.text, _offers(plan, one, people, shown)) for one in sentences}


def named_people(plan: Plan) -> tuple[Named, ...]:
    """Return the plan’s people as the suggester knows them: by the name the child uses, and by role."""
    children = [Named(child.id, (child.name,)) for child in plan.children]
    people = [Named(one.id, tuple(name for name in (one.name, one.full_name, one.role) if name)) for one in plan.people]
    return (*children, *people)


def _offers(plan: Plan, sentence: Sentence, people: tuple[Named, ...], shown: set[str]) -> tuple[Offer, ...]:
    density = plan.page.suggestions
    asked = "all" if density == "key" else density
    found = suggest(sentence.text, people, _lexicon(plan.language[:2]), density=asked)
    return tuple(offer_of(one) for one in found if density == "all" or one.key or _is_new_face(one.pictures[0], shown))


def _is_new_face(key: str, shown: set[str]) -> bool:
    return key.startswith("person:") and key not in shown


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


@cache
def _lexicon(language: str) -> Lexicon:
    return load_lexicon(language)


@cache
def _index() -> SearchIndex:
    return index_library(load_catalogue(), _lexicon("en"))


def _people_found(plan: Plan, query: str) -> tuple[str, ...]:
    wanted = query.casefold().strip()
    return tuple(f"person:{one.id}" for one in plan.everyone if wanted and wanted in one.name.casefold())


def contradictions(plan: Plan) -> tuple[str, ...]:
    """Return words whose picture says the opposite of the sentence: shouting drawn plainly at “will not shout”.

    A picture was right when it was taken; the “not” may have been typed in front of it later.
    """
    people = named_people(plan)
    sentences = (one for section in plan.sections for one in section.sentences)
    return tuple(words for one in sentences for words in _contradictions(one, people, _lexicon(plan.language[:2])))


def _contradictions(sentence: Sentence, people: tuple[Named, ...], lexicon: Lexicon) -> Iterator[str]:
    if not any(phrase.pictures for phrase in sentence.phrases):
        return
    found = suggest(sentence.text, people, lexicon, density="all")
    words = split_words(sentence.text)
    at = 0
    for phrase in sentence.phrases:
        end = at + len(phrase.words)
        for one in found:
            meets = words[one.start].start < end and words[one.end - 1].end > at
            if meets and any(_is_opposite(key, one) for key in phrase.pictures):
                yield phrase.words
        at = end


def _is_opposite(key: str, found: Suggestion) -> bool:
    plain = key.removeprefix("not:")
    return plain in found.pictures and not plain.startswith("person:") and (plain != key) != found.negated
