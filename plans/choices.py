"""The pictures that a family chose: remembered with the plan, and put at the same idea elsewhere on request."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from icon_library.chosen import same_words
from icon_library.lexicon import Lexicon
from plans.editing import with_changed_sentence, with_letters
from plans.ideas import Place, chosen_before, named_people, places_of
from plans.model import MOST_CHOICES, Choice, Phrase, Plan, Sentence

LONGEST_CHOICE = 200


@dataclass(frozen=True)
class Swapped:
    """A choice of pictures just made: in which sentence, and at which words as they stand there."""

    sentence: str
    words: str
    choice: Choice


def with_choices(before: Plan, after: Plan, lexicon: Lexicon) -> tuple[Plan, Swapped | None]:
    """Return the plan remembering the pictures chosen between two states of it, and the last choice made.

    What would have been offered first is no choice to remember.
    """
    known = {one.id: one for section in before.sections for one in section.sentences}
    people, chosen = named_people(after), chosen_before(after, lexicon)
    last = None
    for sentence in (one for section in after.sections for one in section.sentences):
        new = _new_phrases(sentence, known.get(sentence.id))
        places = places_of(sentence, people, chosen, lexicon) if new else ()
        for place in places:
            if Phrase(place.words, place.pictures) in new and _is_choice(place):
                last = Swapped(place.sentence, place.words, _choice(place))
                after = _remembering(after, last.choice)
    return after, last


def _is_choice(place: Place) -> bool:
    return place.plain != place.first and 0 < len(same_words(place.words)) <= LONGEST_CHOICE


def _choice(place: Place) -> Choice:
    return Choice(same_words(place.words), place.idea, place.plain)


def _new_phrases(sentence: Sentence, before: Sentence | None) -> tuple[Phrase, ...]:
    """The phrases whose pictures were put there or changed; a sentence that is not new keeps its old ones."""
    if sentence == before:
        return ()
    old = before.phrases if before else ()
    return tuple(phrase for phrase in sentence.phrases if phrase.pictures and phrase not in old)


def _remembering(plan: Plan, choice: Choice) -> Plan:
    others = [one for one in plan.choices if (one.words, one.idea) != (choice.words, choice.idea)]
    return replace(plan, choices=(*others, choice)[-MOST_CHOICES:])


def elsewhere(places: Iterable[Place], choice: Choice) -> Iterator[Place]:
    """Yield the places where the same idea still has other pictures."""
    for place in places:
        same = place.idea == choice.idea if choice.idea else same_words(place.words) == choice.words
        if same and place.plain != choice.pictures:
            yield place


def crossed_out(key: str) -> str:
    """Return the key of a picture crossed out; a family’s own photo is never crossed."""
    return key if key.startswith(("photo:", "not:")) else f"not:{key}"


def with_everywhere(plan: Plan, places: Iterable[Place], choice: Choice) -> Plan:
    """Return the plan with the chosen pictures at all these places, crossed where those were that stand there now."""
    for place in places:
        crossed = any(key.startswith("not:") for key in place.pictures)
        pictures = tuple(crossed_out(key) if crossed else key for key in choice.pictures)
        plan = with_changed_sentence(
            plan, place.sentence, partial(with_letters, first=place.start, last=place.end, pictures=pictures)
        )
    return plan
