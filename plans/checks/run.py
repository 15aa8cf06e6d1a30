"""Runs the rules over a sentence or a plan and says what they found: advice, never trouble."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import islice

from plans.about import narrowed, own_parts
from plans.agreeing import without_blanks
from plans.checks.checked import At, Checked
from plans.checks.conditions import CONDITIONS
from plans.checks.gate import Gated
from plans.checks.kinds import KINDS
from plans.checks.plan_text import Written
from plans.checks.points import scores_of
from plans.checks.rule import LEVELS, Rule, Rules
from plans.checks.said import Said
from plans.document_type import DocumentType
from plans.model import Plan

_PAGE = "CSP"
_MOST = 20  # of one rule in one plan: more would only bury the rest


@dataclass(frozen=True)
class Finding:
    """What a rule says about some words; `start` and `end` are their place in the text.

    In a plan, `place` is the id of the sentence, worry, promise or point, and `field` which of its texts it is; a
    finding about the whole plan has no place. `in_words` says whether other words there would mend it, and `swap`
    whether the rewording is those words. `document` is the kind of document, and whom it is about, where the finding
    belongs to that alone: all that is about the whole plan, and all on somebody’s own paper.
    """

    rule: str
    serves: tuple[str, ...]
    level: str
    text: str
    message: str
    rewording: str
    start: int
    end: int
    place: str = ""
    field: str = ""
    why: str = ""
    source: str = ""
    swap: bool = False
    in_words: bool = False
    document: str = ""


def check_sentence(said: Said, rules: Iterable[Rule]) -> tuple[Finding, ...]:
    """Return what the rules find in a sentence, in the order of its words; a rule says each thing once."""
    ready = rules if isinstance(rules, Rules) else Rules(rules)
    looking = ready.for_place(said.field, said.side, said.document)
    could_speak, could_be = looking.at(said.small)
    points = scores_of(said) if looking.weighs else {}
    found: list[Finding] = []
    for rule in could_speak:
        if _could_speak(rule, could_be, points) and not (_is_doubted(rule, said, points) or _is_said(rule, found)):
            found += _findings(rule, said, could_be)
    return tuple(_once(sorted(found, key=lambda one: (one.start, -one.end))))


def _is_said(rule: Rule, found: Sequence[Finding]) -> bool:
    """Whether another rule has said it: one that this yields to; for a card, any with its requirement or reason."""
    if rule.yields_to and any(one.rule in rule.yields_to for one in found):
        return True
    return rule.kind == "points" and any(rule.card in one.serves or rule.why == one.why for one in found)


def _once(found: Iterable[Finding]) -> Iterator[Finding]:
    """Each piece of advice once: of two rules with one reason, and of words that overlap in one rule, the first."""
    advised: dict[str, Finding] = {}
    for one in found:
        before = advised.setdefault(one.why, one)
        is_first = before is one or (before.rule == one.rule and (one.start >= before.end or one.end <= before.start))
        if is_first:
            advised[one.why] = one
            yield one


def check_plan(plan: Plan, kind: DocumentType, rules: Sequence[Rule], about: str = "") -> tuple[Finding, ...]:
    """Return what the rules find in a plan as one kind of document, and in the child’s page that goes with it.

    What is about the whole plan comes first, the gravest before the rest; then what is in a text, in the plan’s order.
    `about` is the promise or person that the document is about; somebody’s own paper is checked by itself, and what
    stands there is told beside no other document.

    Raises:
        PlanFileBroken: there is no such promise or person to be about.
    """
    checked = Checked(_shown(plan, kind, about), kind)
    whole = [one for rule in rules if _concerns(rule, checked) for one in _found_in_plan(rule, checked)]
    ready = rules if isinstance(rules, Rules) else Rules(rules)
    texts = (*checked.agreed, *checked.told)
    in_texts = [one for text in texts for one in _found_in_text(text, ready)]
    spoken = {one.rule for one in in_texts}
    answered = {rule.id for rule in ready if rule.id in spoken and _is_answered(rule, texts)}
    in_texts = [one for one in in_texts if one.rule not in answered]
    order = {text.place: at for at, text in enumerate(texts)}
    placed = sorted([one for one in whole if one.place] + in_texts, key=lambda one: order.get(one.place, len(order)))
    unplaced = sorted([one for one in whole if not one.place], key=lambda one: LEVELS.index(one.level))
    named = f"{kind.id} {about}".strip()
    own = kind.about == "person"
    found = (replace(one, document=named) if own or not one.place else one for one in (*unplaced, *placed))
    return tuple(dict.fromkeys(found))


def _shown(plan: Plan, kind: DocumentType, about: str) -> Plan:
    if kind.about == "person":
        return replace(narrowed(without_blanks(plan), kind, about), sections=())
    shared = tuple(one for one in plan.points if one.part not in own_parts())
    return narrowed(without_blanks(replace(plan, points=shared)), kind, about)


def _concerns(rule: Rule, checked: Checked) -> bool:
    """Whether a rule is about this kind of document, or about the child’s page that goes with it and nothing else."""
    if rule.kind != "plan":
        return False
    if rule.documents == (_PAGE,):
        return bool(checked.sentences) or checked.kind.code == _PAGE
    return not rule.documents or checked.kind.code in rule.documents


def _found_in_plan(rule: Rule, checked: Checked) -> Iterator[Finding]:
    for at in islice(CONDITIONS[rule.condition](rule, checked), _MOST):
        yield _finding(rule, at.words, at.start, {**at.parts, "words": at.parts.get("words", at.words)}, at)


def _is_answered(rule: Rule, texts: Iterable[Written]) -> bool:
    """Whether the plan says somewhere what the rule asks for: what “supervise” means, that workers are polite too."""
    return any(pattern.search(text.said.masked) for pattern in rule.answered for text in texts)


def _found_in_text(text: Written, rules: Rules) -> Iterator[Finding]:
    for one in check_sentence(text.said, rules):
        field, start, end = text.at(one.start, one.end)
        yield replace(one, place=text.place, field=field, start=start, end=end)


def _is_doubted(rule: Rule, said: Said, points: Mapping[str, float]) -> bool:
    """Whether a sentence has so few points on a card that what the rule’s patterns find in it is mistaken.

    The cards know sentences by their place as well, so they say nothing of one without.
    """
    return bool(said.field) and any(points[card] < least for card, least in rule.doubted.items())


def _could_speak(rule: Rule, could_be: Set[Gated], points: Mapping[str, float]) -> bool:
    """Whether a sentence has the points that a card asks for, or the other words that a rule wants besides."""
    if rule.kind == "points":
        return points[rule.card] > 0
    return not rule.also or not could_be.isdisjoint(rule.also)


def _findings(rule: Rule, said: Said, gates: Set[Gated]) -> Iterator[Finding]:
    seen: set[str] = set()
    for start, end in KINDS[rule.kind](rule, said, gates):
        words = said.text[start:end]
        if words.lower() not in seen:
            seen.add(words.lower())
            yield _finding(rule, words, start, {"words": words}, At(in_words=True))


def _finding(rule: Rule, words: str, start: int, parts: dict[str, str], at: At) -> Finding:
    swap = rule.swaps.get(words.lower(), "")
    message, rewording = rule.message, swap or rule.rewording
    for name, value in parts.items():
        message, rewording = message.replace(f"{{{name}}}", value), rewording.replace(f"{{{name}}}", value)
    return Finding(
        rule.id, rule.serves, rule.level, words, message, rewording, start, start + len(words),
        at.place, at.field if at.place else "", rule.why, rule.source, bool(swap), at.in_words,
    )  # fmt: skip
