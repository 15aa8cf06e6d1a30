"""Changes to a plan: plan in, plan out. Nothing is altered, so undo is a list of old plans."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeVar

from icon_library.words import split_words
from plans.agreeing import without_anyone
from plans.document_type import DocumentType
from plans.marks import join_plain
from plans.model import Child, OwnPicture, Person, Phrase, Plan, Section, Sentence

One = TypeVar("One", Child, Person)
_NOT_IN_ID = re.compile(r"[^a-z0-9]+")
_OPENING, _CLOSING = re.compile(r"\A[\"'“‘(\[]+"), re.compile(r"[\"”)\].,;:!?…]+\Z")


def free_id(name: str, taken: Iterable[str]) -> str:
    """Return an id made of a name that is not among those taken: mum, mum_2, …"""
    base = _NOT_IN_ID.sub("_", name.lower()).strip("_")[:40] or "one"
    used = set(taken)
    candidates = (base if number == 1 else f"{base}_{number}" for number in range(1, len(used) + 2))
    return next(candidate for candidate in candidates if candidate not in used)


def everyones_ids(plan: Plan) -> tuple[str, ...]:
    """Return the ids of children and people, which name their pictures."""
    return tuple(one.id for one in plan.everyone)


def sentence_ids(plan: Plan) -> tuple[str, ...]:
    """Return the ids of all sentences."""
    return tuple(sentence.id for section in plan.sections for sentence in section.sentences)


def phrases_of(plan: Plan) -> tuple[Phrase, ...]:
    """Return the phrases of all sentences, in order."""
    return tuple(phrase for section in plan.sections for one in section.sentences for phrase in one.phrases)


def with_child(plan: Plan, child: Child) -> Plan:
    """Return the plan with this child added, or changed where the id is known."""
    return replace(plan, children=_put(plan.children, child))


def with_person(plan: Plan, person: Person) -> Plan:
    """Return the plan with this person added, or changed where the id is known."""
    return replace(plan, people=_put(plan.people, person))


def without_person(plan: Plan, identity: str) -> Plan:
    """Return the plan without this child or person; sentences keep their words and lose their picture."""
    plan = replace(
        plan,
        children=tuple(child for child in plan.children if child.id != identity),
        people=tuple(person for person in plan.people if person.id != identity),
    )
    plan = without_pictures(plan, {f"person:{identity}", f"not:person:{identity}"})
    plan = replace(plan, choices=tuple(one for one in plan.choices if one.idea != f"person:{identity}"))
    plan = without_anyone(plan, identity)
    return _each_sentence(plan, lambda one: replace(one, said_by="") if one.said_by == identity else one)


def without_pictures(plan: Plan, gone: set[str]) -> Plan:
    """Return the plan without these pictures; the words stay, and choices of them are forgotten."""
    plan = replace(plan, choices=tuple(one for one in plan.choices if gone.isdisjoint(one.pictures)))
    return _each_sentence(plan, lambda sentence: _without_pictures(sentence, gone))


def moved_person(plan: Plan, identity: str, by: int) -> Plan:
    """Return the plan with a person moved up (negative) or down the list."""
    people = list(plan.people)
    at = next(number for number, person in enumerate(people) if person.id == identity)
    person = people.pop(at)
    people.insert(max(0, min(len(people), at + by)), person)
    return replace(plan, people=tuple(people))


def sentences_of(plan: Plan, section: str) -> tuple[Sentence, ...]:
    """Return a section’s sentences; a section nobody wrote in has none."""
    return next((found.sentences for found in plan.sections if found.id == section), ())


def with_sentences(plan: Plan, section: str, sentences: tuple[Sentence, ...], kind: DocumentType) -> Plan:
    """Return the plan with these sentences in a section, sections in the order of the document."""
    others = [found for found in plan.sections if found.id != section]
    order = {found.id: number for number, found in enumerate(kind.sections)}
    sections = [*others, Section(section, sentences)]
    return replace(plan, sections=tuple(sorted(sections, key=lambda found: order.get(found.id, len(order)))))


def with_sentence(plan: Plan, section: str, phrases: tuple[Phrase, ...], said_by: str, kind: DocumentType) -> Plan:
    """Return the plan with one more sentence at the end of a section."""
    sentence = Sentence(free_id("s", sentence_ids(plan)), join_plain(phrases), said_by)
    return with_sentences(plan, section, (*sentences_of(plan, section), sentence), kind)


def with_changed_sentence(plan: Plan, identity: str, change: Callable[[Sentence], Sentence]) -> Plan:
    """Return the plan with one sentence changed."""
    return _each_sentence(plan, lambda sentence: change(sentence) if sentence.id == identity else sentence)


def with_pictures(sentence: Sentence, start: int, end: int, pictures: tuple[str, ...]) -> Sentence:
    """Return the sentence with pictures at words start to end (half open); punctuation stays outside.

    A phrase that overlaps these words gives up its own pictures.
    """
    words = split_words(sentence.text)[start:end]
    if not words:
        return sentence
    opening = _OPENING.match(words[0].text)
    closing = _CLOSING.search(words[-1].text)
    first = words[0].start + (opening.end() if opening else 0)
    last = words[-1].end - (len(closing[0]) if closing else 0)
    return with_letters(sentence, first, last, pictures)


def with_letters(sentence: Sentence, first: int, last: int, pictures: tuple[str, ...]) -> Sentence:
    """Return the sentence with pictures at its letters first to last (half open)."""
    if not 0 <= first < last <= len(sentence.text):
        return sentence
    phrases = _cut_out(sentence.phrases, first, last)
    chosen = Phrase(sentence.text[first:last], pictures)
    at = sum(1 for place, _ in phrases if place < first)
    whole = [phrase for _, phrase in phrases]
    return replace(sentence, phrases=join_plain((*whole[:at], chosen, *whole[at:])))


def with_new_words(sentence: Sentence, first: int, last: int, words: str) -> Sentence:
    """Return the sentence with other words in place of its letters first to last (half open); pictures there go."""
    if not 0 <= first < last <= len(sentence.text):
        return sentence
    phrases = _cut_out(sentence.phrases, first, last)
    at = sum(1 for place, _ in phrases if place < first)
    whole = [phrase for _, phrase in phrases]
    return replace(sentence, phrases=join_plain((*whole[:at], Phrase(words), *whole[at:])))


def with_own_picture(plan: Plan, key: str, alt: str) -> Plan:
    """Return the plan knowing one more photo or drawing of the family’s own."""
    others = tuple(picture for picture in plan.own_pictures if picture.key != key)
    return replace(plan, own_pictures=(*others, OwnPicture(key, alt)))


def _put(those: tuple[One, ...], one: One) -> tuple[One, ...]:
    if any(other.id == one.id for other in those):
        return tuple(one if other.id == one.id else other for other in those)
    return those + (one,)  # noqa: RUF005 – mypy follows the types of this form only


def _each_sentence(plan: Plan, change: Callable[[Sentence], Sentence]) -> Plan:
    sections = tuple(
        replace(section, sentences=tuple(change(sentence) for sentence in section.sentences))
        for section in plan.sections
    )
    return replace(plan, sections=sections)


def _without_pictures(sentence: Sentence, gone: set[str]) -> Sentence:
    if not any(key in gone for phrase in sentence.phrases for key in phrase.pictures):
        return sentence
    phrases = tuple(
        replace(phrase, pictures=tuple(key for key in phrase.pictures if key not in gone))
        for phrase in sentence.phrases
    )
    return replace(sentence, phrases=join_plain(phrases))


def _cut_out(phrases: tuple[Phrase, ...], first: int, last: int) -> list[tuple[int, Phrase]]:
    """What is left of the phrases outside first to last, each with the place where it begins."""
    left: list[tuple[int, Phrase]] = []
    at = 0
    for phrase in phrases:
        end = at + len(phrase.words)
        if end <= first or at >= last:
            left.append((at, phrase))
        else:
            before, after = phrase.words[: max(0, first - at)], phrase.words[max(0, last - at) :]
            left += [(at, Phrase(before))] if before else []
            left += [(last, Phrase(after))] if after else []
        at = end
    return left
