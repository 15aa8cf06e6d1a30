"""How each kind of rule looks at a sentence. A function yields where in the text the words at fault stand."""

import re
from collections.abc import Callable, Iterator, Mapping

from plans.checks.rule import Rule
from plans.checks.said import Said

Span = tuple[int, int]

_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_DAYS = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_DATE = re.compile(
    r"\b\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_MONTHS})\b|\b(?:{_MONTHS}) \d"
    rf"|\b(?:by|on|before|until|from|every|each|this|next) (?:the )?{_DAYS}\b|\b(?:tomorrow|tonight|today)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<![.!?] )(?<!^)\b[A-ZÀ-Þ][a-zß-ÿ’'-]+")


def words(rule: Rule, said: Said) -> Iterator[Span]:
    """Words at fault, unless the sentence has what makes them good."""
    if not any(pattern.search(said.text) for pattern in rule.unless):
        yield from (found.span() for pattern in rule.find for found in pattern.finditer(said.own_words))


def dateless(rule: Rule, said: Said) -> Iterator[Span]:
    """Words that want a day, in a sentence that names none."""
    if not _DATE.search(said.text):
        yield from words(rule, said)


def nameless(rule: Rule, said: Said) -> Iterator[Span]:
    """Words that want somebody’s name, in a sentence that names nobody."""
    names = {name for one in said.people for name in one.names}
    if not any(re.search(rf"\b{re.escape(name)}\b", said.text) for name in names) and not _NAME.search(said.text):
        yield from words(rule, said)


def long(rule: Rule, said: Said) -> Iterator[Span]:
    """A sentence of more words than the limit."""
    if len(said.text.split()) > rule.limit:
        yield 0, len(said.text)


def policing(rule: Rule, said: Said) -> Iterator[Span]:
    """Who is harmed is to watch, stop or keep away from who harms; both are known from what people said."""
    if said.has_harmed and not any(good.search(said.text) for good in rule.unless):
        yield from (found.span() for pattern in rule.find for found in pattern.finditer(said.masked))


KINDS: Mapping[str, Callable[[Rule, Said], Iterator[Span]]] = {
    "words": words,
    "dateless": dateless,
    "nameless": nameless,
    "long": long,
    "policing": policing,
}
