"""Puts other words in place of those that a finding is about: plan in, plan out."""

import re
from dataclasses import replace
from itertools import takewhile

from plans.agreeing import agreed_with_id, with_point, with_promise, with_worry
from plans.checks.run import Finding
from plans.editing import with_changed_sentence, with_new_words
from plans.model import LONGEST_NOTE, LONGEST_TEXT, Plan, Promise, Sentence, Worry

# The texts of a plan in which words can be put in place of others, and how long each may be.
FIELDS = {"text": LONGEST_TEXT, **dict.fromkeys(("when", "help", "shown", "hindrance"), LONGEST_NOTE)}

_A_OR_AN = re.compile(r"\b(an?)(\s+)\Z", re.IGNORECASE)
_ARTICLE = re.compile(r"\A(?:an?|the)\s+")
_WANTS_NO_ARTICLE = re.compile(r"(?:\b(?:an?|the|this|that|his|her|my|our|your|their)|\w[’']s)\s+\Z", re.IGNORECASE)
_BEGINS = re.compile(r"(?:\A|[.!?:…]|\n)[\s“”‘’\"')(]*\Z")
# The sound decides and not the letter: an hour, a one-parent family, a union, a European.
_VOWEL_SOUND = re.compile(
    r"[“‘\"'(]*(?:(?:hour|honest|honour|heir)|(?!one\b|once\b|one-|eu|ewe|uni(?!n)|use|usu|uti|ut[ae])[aeiou])",
    re.IGNORECASE,
)


def words_found(plan: Plan, finding: Finding) -> str:
    """Return the words of the plan that a finding is about; nothing where they are no longer there."""
    found = _text(plan, finding)[finding.start : finding.end]
    return found if found in finding.text else ""


def whole_text(plan: Plan, finding: Finding) -> str:
    """Return all of the text that a finding is in, where other words can mend it; else nothing."""
    text = _text(plan, finding) if finding.in_words and words_found(plan, finding) else ""
    return text if text and len(text) <= FIELDS[finding.field] else ""


def reworded(plan: Plan, finding: Finding, text: str) -> Plan:
    """Return the plan with `text` as all of the text that a finding is in; pictures at words that stay, stay.

    The plan comes back as it is where the words at fault no longer stand there, or `text` is blank.
    """
    before, after = whole_text(plan, finding), text.strip()
    if not before or not after or before == after:
        return plan
    first, last, words = _changed(before, after)
    return _with_words(plan, finding, first, last, words)


def mended(plan: Plan, finding: Finding, words: str) -> Plan:
    """Return the plan with `words` where the finding’s words stand; the plan as it is where they no longer stand there.

    A capital stays a capital where a sentence begins, and “a” or “an” before them goes with the new words.
    """
    found = words_found(plan, finding)
    if not found or not finding.place or not words.strip():
        return plan
    first, new = _fitted(_text(plan, finding)[: finding.start], found, words.strip())
    return _with_words(plan, finding, first, finding.end, new)


def _fitted(before: str, found: str, words: str) -> tuple[int, str]:
    """Return where the new words begin, and how they are written after the words before them."""
    if _WANTS_NO_ARTICLE.search(before):
        words = _ARTICLE.sub("", words)
    article = _A_OR_AN.search(before)
    if article:
        fitting = article[1][0] + ("n" if _sounds_like_a_vowel(words) else "")
        return article.start(), f"{fitting}{article[2]}{words}"
    capital = found[:1].isupper() and _BEGINS.search(before)
    return len(before), words[:1].upper() + words[1:] if capital else words


def _sounds_like_a_vowel(words: str) -> bool:
    return bool(_VOWEL_SOUND.match(words))


def _changed(before: str, after: str) -> tuple[int, int, str]:
    """Return where the words that differ stand, at least one letter, and those that come there."""
    old, new = (re.findall(r"\s*(?:\w+|[^\w\s]+)", text) for text in (before, after))
    start = _same(old, new)
    end = _same(old[start:][::-1], new[start:][::-1])
    first, last = len("".join(old[:start])), len("".join(old[: len(old) - end]))
    words = "".join(new[start : len(new) - end])
    if first < last:
        return first, last, words
    if first < len(before) and not before[first].isalnum():  # words only came: the space after them comes along
        return first, first + 1, words + before[first]
    beside = max(0, first - 1)
    return beside, beside + 1, f"{before[beside]}{words}" if first else f"{words}{before[0]}"


def _same(some: list[str], others: list[str]) -> int:
    """How many come first in both."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(some, others, strict=False)))


def _with_words(plan: Plan, finding: Finding, first: int, last: int, words: str) -> Plan:
    if _sentence(plan, finding) is not None:
        return with_changed_sentence(plan, finding.place, lambda one: with_new_words(one, first, last, words))
    text = _text(plan, finding)
    return _with_text(plan, finding, f"{text[:first]}{words}{text[last:]}")


def _with_text(plan: Plan, finding: Finding, text: str) -> Plan:
    agreed = agreed_with_id(plan, finding.place)
    if agreed is None:
        return plan
    if isinstance(agreed, Worry):
        return with_worry(plan, replace(agreed, text=text))
    if isinstance(agreed, Promise):
        return with_promise(plan, replace(agreed, **{finding.field: text}))  # type: ignore[arg-type]
    return with_point(plan, replace(agreed, text=text))


def _text(plan: Plan, finding: Finding) -> str:
    sentence = _sentence(plan, finding)
    if sentence is not None:
        return sentence.text
    if finding.field not in FIELDS:
        return ""
    return str(getattr(agreed_with_id(plan, finding.place), finding.field, ""))


def _sentence(plan: Plan, finding: Finding) -> Sentence | None:
    return next((one for part in plan.sections for one in part.sentences if one.id == finding.place), None)
