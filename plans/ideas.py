"""What the pictures of a plan stand for: the idea of the words at which each of them stands."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from icon_library.lexicon import Lexicon
from icon_library.suggest import Chosen, ChosenPictures, Named, Suggestion, read_chosen, suggest
from icon_library.words import cores, split_words
from plans.model import Plan, Sentence

# Senses that share so many pictures are shades of one idea (bed and bedtime), and may share one.
ALIKE = 2
_NOT = "not:"


@dataclass(frozen=True)
class Place:
    """A phrase with pictures: its sentence, its letters start to end (half open), and what its words mean.

    `found` are all the suggestions that touch it. `idea` and `first` (the pictures that would be offered first) are
    those of a suggestion that covers these words; they are empty where there is none.
    """

    sentence: str
    start: int
    end: int
    words: str
    pictures: tuple[str, ...]
    found: tuple[Suggestion, ...] = ()
    idea: str = ""
    first: tuple[str, ...] = ()

    @property
    def plain(self) -> tuple[str, ...]:
        """The pictures without their cross."""
        return tuple(key.removeprefix(_NOT) for key in self.pictures)


def named_people(plan: Plan) -> tuple[Named, ...]:
    """Return the plan’s people as the suggester knows them: by the name the child uses, and by role."""
    children = [Named(child.id, (child.name,)) for child in plan.children]
    people = [Named(one.id, tuple(name for name in (one.name, one.full_name, one.role) if name)) for one in plan.people]
    return (*children, *people)


def chosen_before(plan: Plan, lexicon: Lexicon) -> ChosenPictures:
    """Return the plan’s own choices as the suggester takes them."""
    return read_chosen((Chosen(one.words, one.idea, one.pictures) for one in plan.choices), lexicon)


def read_places(plan: Plan, lexicon: Lexicon) -> tuple[Place, ...]:
    """Return every phrase with pictures, with the idea of its words."""
    people, chosen = named_people(plan), chosen_before(plan, lexicon)
    sentences = (one for section in plan.sections for one in section.sentences)
    return tuple(place for one in sentences for place in places_of(one, people, chosen, lexicon))


def places_of(sentence: Sentence, people: Sequence[Named], chosen: ChosenPictures, lexicon: Lexicon) -> Iterator[Place]:
    """Yield the phrases with pictures of one sentence."""
    if not any(phrase.pictures for phrase in sentence.phrases):
        return
    found = suggest(sentence.text, people, lexicon, density="all", chosen=chosen)
    words = split_words(sentence.text)
    at = 0
    for phrase in sentence.phrases:
        end = at + len(phrase.words)
        if phrase.pictures:
            touching = [one for one in found if words[one.start].start < end and words[one.end - 1].end > at]
            yield _understood(Place(sentence.id, at, end, phrase.words, phrase.pictures, tuple(touching)), lexicon)
        at = end


def _understood(place: Place, lexicon: Lexicon) -> Place:
    """A place with the idea of its words: that of a suggestion which has them all, little ones left out."""
    said = set(cores(place.words)) - lexicon.function_words
    covers = next((one for one in place.found if said and said <= set(cores(one.reason))), None)
    if covers is None:
        return place
    return replace(place, idea=covers.idea, first=covers.pictures[: covers.count])


def opposites(places: Iterable[Place]) -> tuple[tuple[str, bool], ...]:
    """Return words whose picture seems to say the opposite of the sentence, and whether it is crossed out.

    A picture was right when it was taken; the “not” may have been typed in front of it later. Or somebody knows better
    than the program what the sentence denies, so this is for asking; where the editor asked, its answer stands.
    """
    return tuple(
        (place.words, key.startswith(_NOT)) for place in places if (key := _opposite(place)) is not None
    )  # fmt: skip


def _opposite(place: Place) -> str | None:
    return next((key for key in place.pictures if _is_opposite(key, place)), None)


def _is_opposite(key: str, place: Place) -> bool:
    plain = key.removeprefix(_NOT)
    crossed = plain != key
    return not plain.startswith("person:") and any(
        plain in one.pictures and crossed != one.negated and not one.doubted for one in place.found
    )


def shared_pictures(places: Iterable[Place], lexicon: Lexicon) -> tuple[tuple[str, Place, Place], ...]:
    """Return each picture that stands for two ideas, with a place of the one and a place of the other."""
    users: dict[str, dict[str, Place]] = {}
    for place in places:
        for key in place.plain:
            if place.idea in lexicon.senses:
                users.setdefault(key, {}).setdefault(place.idea, place)
    pairs = ((key, _two_apart(found, lexicon)) for key, found in users.items())
    return tuple((key, *pair) for key, pair in pairs if pair)


def _two_apart(found: Mapping[str, Place], lexicon: Lexicon) -> tuple[Place, Place] | None:
    """The first two places of a picture whose ideas are not shades of one."""
    apart = ((one, other) for one, other in combinations(found, 2) if not is_alike(one, other, lexicon))
    first = next(apart, None)
    return (found[first[0]], found[first[1]]) if first else None


def is_alike(one: str, other: str, lexicon: Lexicon) -> bool:
    """Return whether two senses are shades of one idea: of one topic, or shown by the same few pictures."""
    first, second = lexicon.senses[one], lexicon.senses[other]
    return first.topic == second.topic or len(set(first.icons) & set(second.icons)) >= ALIKE
