"""Parts that a plan cannot do without, how long it may be, and whether each worry is answered."""

import re
from collections.abc import Iterator

from plans.agreeing import points_of
from plans.checks.checked import At, Checked
from plans.checks.rule import Rule
from plans.editing import sentences_of
from plans.model import Worry

_BLANK = re.compile(r"[….]{2,}|…|_{3,}|\bTBC\b")
_CONTINGENCY = ("contingency", "if_not_well", "unwell", "others_do")
_CHILDS_CONTINGENCY = ("keeping_safe", "sleepover", "arguments", "drink_and_drugs", "very_sad")


def no_contingency(_: Rule, checked: Checked) -> Iterator[At]:
    """Nothing says what happens when it does not work."""
    said = [one for one in points_of(checked.plan, *_CONTINGENCY) if not _BLANK.search(one.text)]
    if not said and not _child_is_told(checked):
        yield At()


def _child_is_told(checked: Checked) -> bool:
    """Whether the child’s page alone is checked, and says what happens then."""
    parts = checked.plan.sections if not checked.kind.parts else ()
    return any(part.id in _CHILDS_CONTINGENCY and sentences_of(checked.plan, part.id) for part in parts)


def only_family_answers(rule: Rule, checked: Checked) -> Iterator[At]:
    """What follows when something is not kept is said of the family only."""
    points = points_of(checked.plan, "contingency", "if_not_well", "urgent_meeting")
    if points and not any(_tells_of_professionals(rule, checked, one.text) for one in points):
        yield At()


def _tells_of_professionals(rule: Rule, checked: Checked, text: str) -> bool:
    """Whether a text says what follows where somebody who works with the family does not do their part."""
    names = [n for one in checked.plan.people if one.side == "professional" for n in (one.name, one.full_name) if n]
    broken = rule.groups["broken"].search(text)
    return bool(rule.groups["service"].search(text)) or bool(broken and any(name in broken[0] for name in names))


def unanswered_worry(_: Rule, checked: Checked) -> Iterator[At]:
    """A worry that no promise and no point answers."""
    answered = {one.worry for one in checked.promises}
    for worry in _told_worries(checked):
        if worry.id not in answered:
            yield At(worry.id, words=worry.text)


def empty_column(_: Rule, checked: Checked) -> Iterator[At]:
    """A worry that is answered, with nothing in the column of help or of what everybody needs to see."""
    for worry in _told_worries(checked):
        promises = [one for one in checked.promises if one.worry == worry.id]
        if not promises:
            continue
        points = {one.part for one in checked.plan.points if one.worry in (worry.id, "") and one.text.strip()}
        lacks = [
            head
            for head, filled in (
                ("help with it", "support" in points or any(one.help for one in promises)),
                ("what we need to see", "need_to_see" in points or any(one.shown for one in promises)),
            )
            if not filled
        ]
        if lacks:
            yield At(worry.id, words=worry.text, parts={"columns": " and ".join(lacks)})


def _told_worries(checked: Checked) -> list[Worry]:
    return [one for one in checked.plan.worries if one.text.strip()]


def too_long(rule: Rule, checked: Checked) -> Iterator[At]:
    """More words than the limit."""
    texts = checked.agreed if checked.kind.parts else checked.told
    count = sum(one.said.text.count(" ") + 1 for one in texts)
    if count > rule.limit:
        yield At(parts={"count": f"{count:,}"})


def many_promises(rule: Rule, checked: Checked) -> Iterator[At]:
    """More promises than the limit asked of one person."""
    for person in checked.taking_part:
        count = len(checked.promises_of(person))
        if person.side != "professional" and count > rule.limit:
            yield At(parts={"name": person.name, "count": str(count)})


def promise_without_test(_: Rule, checked: Checked) -> Iterator[At]:
    """A promise of which nothing says how everybody will know that it was kept."""
    tested = {one.worry for one in checked.plan.points if one.part in ("need_to_see", "monitoring")}
    for one in checked.promises:
        if not one.shown.strip() and not tested & {one.worry, ""}:
            yield At(one.id, words=one.text)


def vague_worry(rule: Rule, checked: Checked) -> Iterator[At]:
    """A worry of so few words that nobody can tell what happened."""
    for worry in _told_worries(checked):
        if len(worry.text.split()) < rule.limit:
            yield At(worry.id, words=worry.text)


def long_worry(rule: Rule, checked: Checked) -> Iterator[At]:
    """A worry of more words than the limit."""
    for worry in _told_worries(checked):
        if worry.text.count(" ") >= rule.limit:
            yield At(worry.id, words=worry.text, parts={"count": str(len(worry.text.split()))}, in_words=True)


CONDITIONS = {
    "no_contingency": no_contingency,
    "only_family_answers": only_family_answers,
    "unanswered_worry": unanswered_worry,
    "empty_column": empty_column,
    "too_long": too_long,
    "many_promises": many_promises,
    "promise_without_test": promise_without_test,
    "vague_worry": vague_worry,
    "long_worry": long_worry,
}
