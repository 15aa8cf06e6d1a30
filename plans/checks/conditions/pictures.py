"""Whether each picture means one thing."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from icon_library.catalogue import load_catalogue
from icon_library.lexicon import Lexicon, languages, load_lexicon
from icon_library.words import cores
from plans.checks.checked import At, Checked
from plans.checks.rule import Rule
from plans.ideas import Place, chosen_before, named_people, places_of, shared_pictures
from plans.model import Phrase, Plan, Sentence

_NOT = "not:"


def two_ideas(_: Rule, checked: Checked) -> Iterator[At]:
    """One picture stands for two ideas."""
    lexicon = _lexicon(checked.plan.language[:2].lower())
    if lexicon is None:
        return
    catalogue = load_catalogue()
    places = _understood(checked.plan, _with_other_words(checked), lexicon)
    for key, one, other in shared_pictures(places, lexicon):
        picture = catalogue.alt(key) if key in catalogue else ""
        yield At(
            other.sentence,
            "text",
            other.words,
            other.start,
            {"picture": picture, "one": one.words, "other": other.words},
        )


def _with_other_words(checked: Checked) -> list[tuple[str, int, Phrase]]:
    """The phrases, each with its sentence and place there, whose picture also stands at wholly other words."""
    told = list(_phrases(checked))
    words: dict[str, list[frozenset[str]]] = {}
    for _, _, phrase in told:
        for key in phrase.pictures:
            words.setdefault(key.removeprefix(_NOT), []).append(frozenset(cores(phrase.words)))
    other = {key for key, all_words in words.items() if any(one.isdisjoint(all_words[0]) for one in all_words[1:])}
    return [one for one in told if not other.isdisjoint(key.removeprefix(_NOT) for key in one[2].pictures)]


def _phrases(checked: Checked) -> Iterator[tuple[str, int, Phrase]]:
    for sentence in checked.sentences:
        at = 0
        for phrase in sentence.phrases:
            if phrase.pictures:
                yield sentence.id, at, phrase
            at += len(phrase.words)


def _understood(plan: Plan, phrases: list[tuple[str, int, Phrase]], lexicon: Lexicon) -> Iterator[Place]:
    """What the words of each phrase mean by themselves: looking at whole sentences costs ten times as much."""
    people, chosen = named_people(plan), chosen_before(plan, lexicon)
    for sentence, at, phrase in phrases:
        for place in places_of(Sentence(sentence, (phrase,)), people, chosen, lexicon):
            yield replace(place, start=at, end=at + len(phrase.words))


@cache
def _lexicon(language: str) -> Lexicon | None:
    return load_lexicon(language) if language in languages() else None


CONDITIONS = {"two_ideas": two_ideas}
