"""The same promises told twice: to the grown-ups in the agreement, to the child on the page.

For each worry and promise: is there a child’s sentence, and do both still say what they said when they were linked?
"""

import re
from dataclasses import dataclass
from enum import Enum

from plans.agreeing import everything_agreed
from plans.model import Link, Plan, Promise, Sentence, Worry
from plans.wording import long_date


class State(Enum):
    """How a worry or promise stands with the child’s page."""

    TOLD = "told"
    MISSING = "missing"
    CHANGED = "changed"


@dataclass(frozen=True)
class Pair:
    """A worry or promise, the child’s sentences that tell it, and how they stand to each other.

    `changed` says what has other words since the link was made: the agreement, the page, or nothing.
    """

    agreed: Worry | Promise
    sentences: tuple[Sentence, ...]
    state: State
    changed: tuple[str, ...] = ()


AGREEMENT, PAGE = "agreement", "page"
_YOUR_VERBS = {"is": "are", "was": "were", "has": "have", "does": "do"}


def pairs(plan: Plan) -> tuple[Pair, ...]:
    """Return every worry, then every promise, with the child’s sentences that tell it."""
    told = {one.id: one for section in plan.sections for one in section.sentences if one.text.strip()}
    both: tuple[Worry | Promise, ...] = (*plan.worries, *plan.promises)
    return tuple(_pair(one, told) for one in both if one.text.strip())


def untold(plan: Plan) -> tuple[Worry | Promise, ...]:
    """Return the worries and promises that no sentence tells the child."""
    return tuple(one.agreed for one in pairs(plan) if one.state is State.MISSING)


def only_on_the_page(plan: Plan) -> tuple[Sentence, ...]:
    """Return the child’s sentences that no worry, promise or point stands behind."""
    linked = {link.sentence for one in everything_agreed(plan) for link in one.links}
    return tuple(one for section in plan.sections for one in section.sentences if one.id not in linked)


def first_sentence(plan: Plan, agreed: Worry | Promise) -> str:
    """Return a sentence for the child in the agreement’s words: who, what, when, by which day; the child is “you”."""
    if isinstance(agreed, Worry):
        return _to_the_child(plan, _whole(agreed.text))
    name = next((one.name for one in plan.people if one.id == agreed.who), "")
    by = f"by {long_date(agreed.by)}" if agreed.by else ""
    parts = (name, _after_name(agreed.text, name), agreed.when, by)
    words = " ".join(part.strip(" .") for part in parts if part.strip())
    return _to_the_child(plan, _whole(words))


def _pair(agreed: Worry | Promise, told: dict[str, Sentence]) -> Pair:
    links = [link for link in agreed.links if link.sentence in told]
    sentences = tuple(told[link.sentence] for link in links)
    changed = tuple(dict.fromkeys(what for link in links for what in _changes(link, agreed, told[link.sentence])))
    state = State.MISSING if not links else State.CHANGED if changed else State.TOLD
    return Pair(agreed, sentences, state, changed)


def _changes(link: Link, agreed: Worry | Promise, sentence: Sentence) -> tuple[str, ...]:
    told = (AGREEMENT,) if link.said != agreed.text else ()
    return (*told, PAGE) if link.told != sentence.text else told


def _after_name(text: str, name: str) -> str:
    """The promise without the name it may begin with."""
    return text.removeprefix(f"{name} ") if name else text


def _whole(words: str) -> str:
    """Words as a sentence: a capital first, a full stop last."""
    words = words.strip()
    return (words[:1].upper() + words[1:]).rstrip(".") + "." if words and words[-1] not in "!?" else words


def _to_the_child(plan: Plan, text: str) -> str:
    """The sentence with the child’s name as “you”, where there is one child only and the verb can follow."""
    if len(plan.children) != 1 or not plan.children[0].name:
        return text
    name = re.escape(plan.children[0].name)
    text = re.sub(rf"\b{name}[’']s\b", "your", text)
    for verb, yours in _YOUR_VERBS.items():
        text = re.sub(rf"\b{name} {verb}\b", f"you {yours}", text)
    text = re.sub(rf"\b{name}\b(?! \w+s\b)", "you", text)  # “Nia goes” stays: “you goes” is no English
    return text[:1].upper() + text[1:]
