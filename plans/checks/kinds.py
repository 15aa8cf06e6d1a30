"""How each kind of rule looks at a sentence. A function yields where in the text the words at fault stand.

`gates` are the patterns that could be found in it.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Set

from plans.checks.days import MONTHS, dated_days, is_on
from plans.checks.gate import Gated
from plans.checks.points import earned
from plans.checks.rule import Rule
from plans.checks.said import HARMED, HARMS, Said

Span = tuple[int, int]
# The patterns that could be found in the sentence at all.
Gates = Set[Gated]

_DAYS = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_ANY_MONTH = "|".join(MONTHS)
_DATE = re.compile(
    r"\b\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_ANY_MONTH})\b|\b(?:{_ANY_MONTH}) \d"
    rf"|\b(?:by|on|before|until|from|every|each|this|next) (?:the )?{_DAYS}\b|\b(?:tomorrow|tonight|today)\b",
    re.IGNORECASE,
)
_IS_HELPED = re.compile(r"\b(?:for|of|to|with|give|gives|help|helps|support) (?:both )?(?:[A-Z]\w+ )?$", re.IGNORECASE)
_NAME = re.compile(r"(?<![.!?] )(?<!^)\b[A-ZÀ-Þ][a-zß-ÿ’'-]+")


def words(rule: Rule, said: Said, gates: Gates) -> Iterator[Span]:
    """Words at fault, unless the sentence has what makes them good."""
    yield from _found(rule, said.own_words, said, gates)


def dateless(rule: Rule, said: Said, gates: Gates) -> Iterator[Span]:
    """Words that want a day, in a sentence that names none."""
    found = list(words(rule, said, gates))
    if found and not _DATE.search(said.text):
        yield from found


def nameless(rule: Rule, said: Said, gates: Gates) -> Iterator[Span]:
    """Words that want somebody’s name, in a sentence that names nobody but those whom the help is for."""
    found = list(words(rule, said, gates))
    if found and not _names_a_helper(said):
        yield from found


def _names_a_helper(said: Said) -> bool:
    """Whether a name stands there that is not the object of “for”, “of”, “from” or “with”."""
    known = said.people.names.finditer(said.text) if said.people.names else ()
    return any(not _IS_HELPED.search(said.text[: name.start()]) for name in (*known, *_NAME.finditer(said.text)))


def long(rule: Rule, said: Said, _: Gates) -> Iterator[Span]:
    """A sentence of more words than the limit."""
    if said.text.count(" ") >= rule.limit and len(said.text.split()) > rule.limit:
        yield 0, len(said.text)


def cast(rule: Rule, said: Said, gates: Gates) -> Iterator[Span]:
    """Words about certain people, whose names the patterns know by marks."""
    yield from _found(rule, said.masked, said, gates)


def policing(rule: Rule, said: Said, gates: Gates) -> Iterator[Span]:
    """Who is harmed is to watch, stop or keep away from who harms; both are known from what people said."""
    if said.has_harmed:
        yield from _found(rule, said.masked, said, gates)


def answerable(rule: Rule, said: Said, _: Gates) -> Iterator[Span]:
    """Who is harmed has a part in the main clause of a sentence that names the other as well.

    Where the clause begins with somebody else who acts (`others`), with who harms, a worker or another relative, it is
    their duty. On the child’s page only duties count: there it is told what happened.
    """
    text = said.masked
    if not said.has_harmed or HARMS not in text or any(good.search(text) for good in rule.unless):
        return
    clause = rule.groups["aside"].sub(lambda found: " " * len(found[0]), text)
    first = rule.groups["somebody"].search(clause)
    if first and _is_harmed(first[0], said) and rule.groups["duty"].search(clause, first.end()):
        yield first.start(), len(text)
    elif said.field != "child_page" and HARMED in clause and not (_signs(text) or rule.groups["others"].match(clause)):
        yield clause.index(HARMED), len(text)


def _is_harmed(name: str, said: Said) -> bool:
    """Whether a name, or “I”, is that of who is harmed."""
    return name[0] == HARMED or (name == "I" and said.side == "family" and not _signs(said.masked))


def _signs(text: str) -> bool:
    """Whether “I” is who harms: the name follows it, or stands alone at the end."""
    return bool(re.search(rf"\bI,? {HARMS}|\({HARMS}|[–,.] ?{HARMS}+\W*\Z|\bsays {HARMS}", text))


def both(rule: Rule, said: Said, gates: Gates) -> Iterator[Span]:
    """Words at fault where other words are in the same sentence, in whatever order."""
    found = list(cast(rule, said, gates))
    if found and rule.groups["with"].search(said.masked):
        yield found[0]


def weekday(_: Rule, said: Said, __: Gates) -> Iterator[Span]:
    """A date on another day of the week than it says; without a year, that of the plan’s making or the one after."""
    for found, named, day, month, year in dated_days(said.text):
        years = (year,) if year else (said.made.year, said.made.year + 1) if said.made else ()
        if years and not any(is_on(named, day, month, one) for one in years):
            yield found.span()


def points(rule: Rule, said: Said, _: Gates) -> Iterator[Span]:
    """A sentence that has points on the rule’s card, and names those whom the card is about where it says so."""
    about = rule.groups.get("with")
    if about and not about.search(said.masked):
        return
    span = earned(rule.card, said)
    if span and not any(good.search(said.masked) for good in rule.unless):
        yield span


def _found(rule: Rule, text: str, said: Said, gates: Gates) -> Iterator[Span]:
    spans = [found.span() for gate in rule.find if gate in gates for found in gate.pattern.finditer(text)]
    spans += _swapped(rule, said) if rule.swaps else ()
    if spans and not any(pattern.search(said.text) or pattern.search(text) for pattern in rule.unless):
        yield from spans


def _swapped(rule: Rule, said: Said) -> Iterator[Span]:
    """Words for which the rule has plainer ones, whole words and the longest first."""
    text, known, last = said.own_words, rule.swap_words, 0
    for start, _, word in said.small_words:
        for swap in known.get(word, ()) if start >= last else ():
            end = start + len(swap)
            if text[start:end].lower() == swap and not text[end : end + 1].isalnum():
                yield start, end
                last = end
                break


# The groups of words that a rule of a kind must bring.
NEEDED_GROUPS: Mapping[str, tuple[str, ...]] = {
    "answerable": ("aside", "somebody", "duty", "others"),
    "both": ("with",),
}
KINDS: Mapping[str, Callable[[Rule, Said, Gates], Iterator[Span]]] = {
    "words": words,
    "dateless": dateless,
    "nameless": nameless,
    "long": long,
    "cast": cast,
    "policing": policing,
    "answerable": answerable,
    "both": both,
    "weekday": weekday,
    "points": points,
}
