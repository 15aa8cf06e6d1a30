"""What the pictures of a plan stand for: the idea of the words at which each of them stands."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from icon_library.lexicon import Lexicon
from icon_library.suggest import Chosen, Named, Suggestion, suggest
from icon_library.words import split_words
from plans.model import Plan, Sentence

# Senses that share so many pictures are shades of one idea (bed and bedtime), and may share a picture.
ALIKE = 2
_NOT = "not:"


@dataclass(frozen=True)
class Place:
    """A phrase with pictures: its sentence, its letters start to end (half open), and what its words mean.

    `idea` is empty where nobody knows the words. `offered` are the pictures the words would be offered, and
    `negated` says whether the sentence denies them.
    """

    sentence: str
    start: int
    end: int
    words: str
    pictures: tuple[str, ...]
    idea: str = ""
    offered: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
    negated: bool = False

    @property
    def plain(self) -> tuple[str, ...]:
        """The pictures without their cross."""
        return tuple(key.removeprefix(_NOT) for key in self.pictures)


def named_people(plan: Plan) -> tuple[Named, ...]:
    """Return the plan’s people as the suggester knows them: by the name the child uses, and by role."""
    children = [Named(child.id, (child.name,)) for child in plan.children]
    people = [Named(one.id, tuple(name for name in (one.name, one.full_name, one.role) if name)) for one in plan.people]
    return (*children, *people)


def chosen_before(plan: Plan) -> tuple[Chosen, ...]:
    """Return the plan’s own choices as the suggester takes them, oldest first."""
    return tuple(Chosen(one.words, one.idea, one.pictures) for one in plan.choices)


def read_places(plan: Plan, lexicon: Lexicon) -> tuple[Place, ...]:
    """Return every phrase with pictures, with the idea of its words."""
    people, chosen = named_people(plan), chosen_before(plan)
    sentences = (one for section in plan.sections for one in section.sentences)
    return tuple(place for one in sentences for place in places_of(one, people, chosen, lexicon))


def places_of(
    sentence: Sentence, people: Sequence[Named], chosen: Sequence[Chosen], lexicon: Lexicon
) -> Iterator[Place]:
    """Yield the phrases with pictures of one sentence."""
    if not any(phrase.pictures for phrase in sentence.phrases):
        return
    found = suggest(sentence.text, people, lexicon, density="all", chosen=chosen)
    words = split_words(sentence.text)
    at = 0
    for phrase in sentence.phrases:
        end = at + len(phrase.words)
        if phrase.pictures:
            place = Place(sentence.id, at, end, phrase.words, phrase.pictures)
            meets = (one for one in found if words[one.start].start < end and words[one.end - 1].end > at)
            yield _understood(place, next(meets, None))
        at = end


def _understood(place: Place, found: Suggestion | None) -> Place:
    if found is None:
        return place
    first = found.pictures[: found.count]
    return Place(
        place.sentence, place.start, place.end, place.words, place.pictures,
        found.idea, found.pictures, first, found.negated,
    )  # fmt: skip


def opposites(places: Iterable[Place]) -> tuple[str, ...]:
    """Return words whose picture says the opposite of the sentence: shouting drawn plainly at “will not shout”.

    A picture was right when it was taken; the “not” may have been typed in front of it later.
    """
    return tuple(place.words for place in places if any(_is_opposite(key, place) for key in place.pictures))


def _is_opposite(key: str, place: Place) -> bool:
    plain = key.removeprefix(_NOT)
    return plain in place.offered and not plain.startswith("person:") and (plain != key) != place.negated


def shared_pictures(places: Iterable[Place], lexicon: Lexicon) -> tuple[tuple[str, Place, Place], ...]:
    """Return each picture that stands for two ideas, with a place of the one and a place of the other."""
    users: dict[str, dict[str, Place]] = {}
    for place in places:
        for key in place.plain:
            if place.idea in lexicon.senses:
                users.setdefault(key, {}).setdefault(place.idea, place)
    return tuple(
        (key, found[one], found[other])
        for key, found in users.items()
        for one, other in combinations(found, 2)
        if not is_alike(one, other, lexicon)
    )


def is_alike(one: str, other: str, lexicon: Lexicon) -> bool:
    """Return whether two senses are shades of one idea: they could be shown by the same few pictures."""
    return one == other or len(set(lexicon.senses[one].icons) & set(lexicon.senses[other].icons)) >= ALIKE
