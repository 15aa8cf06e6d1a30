"""Days, times and duties that do not go together."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, islice

from plans.checks.checked import At, Checked
from plans.checks.days import WEEKDAYS, times_in, weekdays_in
from plans.checks.plan_text import Written
from plans.checks.rule import Rule
from plans.model import Promise

_WORD = re.compile(r"[a-zà-ÿ]+")
_MOST_ACTS = 300  # pairs are many: of a plan far beyond any that was seen, the first acts are compared
_SAME = 0.75  # share of words that two texts have in common, of the shorter one, to be about one act


@dataclass(frozen=True)
class _Timed:
    """A promise with its days, its times and what it is about, looked up once for all pairs."""

    promise: Promise
    days: frozenset[str]
    times: frozenset[int]
    content: frozenset[str]

    @classmethod
    def of(cls, promise: Promise) -> "_Timed":
        """Return a promise, looked up."""
        said = f"{promise.text} {promise.when}"
        return cls(promise, weekdays_in(said), times_in(said), _content(promise.text))


def other_day_on_the_page(_: Rule, checked: Checked) -> Iterator[At]:
    """A promise and the child’s sentence that tells it name other days of the week, or other times."""
    told = {one.id: one.text for one in checked.sentences}
    for promise in checked.promises:
        said = f"{promise.text}, {promise.when}"
        for link in promise.links:
            yield from _other(said, told.get(link.sentence, ""), link.sentence)


def _other(said: str, told: str, sentence: str) -> Iterator[At]:
    days, page_days = weekdays_in(said), weekdays_in(told)
    if days and page_days and not page_days <= days and not (days <= page_days):
        yield At(sentence, words=told, parts={"one": _names(days), "other": _names(page_days)}, in_words=True)
        return
    times, page_times = times_in(said), times_in(told)
    if len(times) == len(page_times) == 1 and times != page_times:
        yield At(sentence, words=told, parts={"one": _clock(times), "other": _clock(page_times)}, in_words=True)


def _names(days: frozenset[str]) -> str:
    return " and ".join(sorted(day.capitalize() for day in days))


def _clock(times: frozenset[int]) -> str:
    return " and ".join(f"{(minutes // 60) or 12}.{minutes % 60:02}" for minutes in sorted(times))


def two_places_at_once(_: Rule, checked: Checked) -> Iterator[At]:
    """One person promises two things for the same day of the week and the same time."""
    timed = [one for one in map(_Timed.of, checked.promises) if one.days and one.times]
    for one, other in combinations(timed, 2):
        days, times = one.days & other.days, one.times & other.times
        if one.promise.who == other.promise.who and days and times and not _is_one_act(one.content, other.content):
            parts = {"day": _names(days), "time": _clock(times)}
            yield At(other.promise.id, words=other.promise.text, parts=parts, in_words=True)


def call_on_another_day(rule: Rule, checked: Checked) -> Iterator[At]:
    """A call that confirms visits is also on a day that is neither a visit’s nor the day before one."""
    visits: set[str] = set()
    calls: list[tuple[Written, frozenset[str]]] = []
    for written in checked.agreed:
        text = written.said.text
        days = weekdays_in(text)
        if days and rule.groups["call"].search(text):
            calls.append((written, days))
        elif days and rule.groups["visit"].search(written.said.masked):
            visits |= days
    for written, days in calls:
        lost = days - visits - {WEEKDAYS[WEEKDAYS.index(day) - 1] for day in visits}
        if visits and lost and not rule.groups["before"].search(written.said.text):
            parts = {"one": _names(frozenset(visits)), "other": _names(lost)}
            yield At(written.place, written.field, written.said.text, 0, parts, in_words=True)


def both_allowed_and_forbidden(rule: Rule, checked: Checked) -> Iterator[At]:
    """The same person may do something in one text and must not in another, with no more said that tells them apart."""
    names = sorted({name for one in checked.cast for name in one.names}, key=len, reverse=True)
    acts = list(islice((act for written in checked.agreed for act in _acts(rule, written, names)), _MOST_ACTS))
    for (one, no, words, first), (other, also_no, also, second) in combinations(acts, 2):
        if no != also_no and one == other and _is_same_act(words, also) and not _told_apart(words, also):
            written = second if also_no else first
            yield At(
                written.place, written.field, written.said.text, 0, {"words": also if also_no else words}, in_words=True
            )


def _acts(rule: Rule, written: Written, names: list[str]) -> Iterator[tuple[str, bool, str, Written]]:
    text = written.said.own_words
    for found in rule.groups["act"].finditer(text):
        who = next((name for name in names if text[: found.start()].rstrip().endswith(name)), "")
        if who and written.said.field in ("term", "contingency", "support", "note"):
            yield who, bool(found["no"]), found["what"], written


def _is_same_act(words: str, also: str) -> bool:
    return _is_one_act(_content(words), _content(also)) or _first_words(words) == _first_words(also)


def _first_words(text: str) -> list[str]:
    """What is done, and to whom: the first two words that say anything."""
    return [word for word in _WORD.findall(text.lower()) if not _LITTLE.fullmatch(word)][:2]


def _told_apart(one: str, other: str) -> bool:
    """Whether days or conditions tell two acts apart: “on Saturdays”, “unless Nan is there”."""
    days, also = weekdays_in(one), weekdays_in(other)
    return days != also or bool(re.search(r"\b(unless|only|except|without|if|when|with)\b", f"{one} {other}"))


def same_duty_twice(_: Rule, checked: Checked) -> Iterator[At]:
    """Two people promise the same thing for the same time, so that each may leave it to the other."""
    told: set[str] = set()
    timed = [one for one in map(_Timed.of, checked.promises) if one.days]
    for one, other in combinations(timed, 2):
        same_time = one.days == other.days and one.times == other.times
        if one.promise.who == other.promise.who or not same_time or other.promise.id in told:
            continue
        if _is_one_act(one.content, other.content):
            told.add(other.promise.id)
            parts = {"one": _name(checked, one.promise), "other": _name(checked, other.promise)}
            yield At(other.promise.id, words=other.promise.text, parts=parts, in_words=True)


def _name(checked: Checked, promise: Promise) -> str:
    return next((one.name for one in checked.plan.people if one.id == promise.who), "")


def _is_one_act(first: frozenset[str], second: frozenset[str]) -> bool:
    least = min(len(first), len(second))
    return least >= 2 and len(first & second) >= _SAME * least


def _content(text: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(text.lower()) if len(word) > 1 and not _LITTLE.fullmatch(word))


_LITTLE = re.compile(
    r"will|would|must|not|may|can|the|and|with|for|her|his|their|our|your|from|that|this|has|have|into|out|she|he|they"
    r"|at|on|in|to|of|is|are|be|by|up|it|as|an|or|day|each|every"
)


CONDITIONS = {
    "other_day_on_the_page": other_day_on_the_page,
    "two_places_at_once": two_places_at_once,
    "call_on_another_day": call_on_another_day,
    "both_allowed_and_forbidden": both_allowed_and_forbidden,
    "same_duty_twice": same_duty_twice,
}
