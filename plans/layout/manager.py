"""The page for the team manager: what was checked and found, what was let stand and why, and who promises how much."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from plans.checks.overrides import Judged
from plans.checks.report import words_at
from plans.checks.run import Finding
from plans.document_type import DocumentType
from plans.layout.front import title_of, title_strips
from plans.layout.page import SENTENCE, Box, Page, Words
from plans.layout.paragraphs import heading, paragraph
from plans.layout.parts import Desk
from plans.layout.strips import Strip, fill_pages
from plans.model import Override, Phrase, Plan
from plans.wording import long_date

_LEVELS = {"must": "To be put right before it is ready", "should": "Better put right", "think": "Worth a thought"}
_SHORT = {"must": "to be put right", "should": "better put right", "think": "worth a thought"}
# The faults that audits of agreements find most, and the rules that find them.
_AUDIT = {
    "duties that can be read in several ways": ("vague_duty", "supervise_undefined", "nobody_can_keep"),
    "no time or no end": ("no_time", "open_ended_time", "next_meeting", "course_without_a_day", "no_end"),
    "no day of review, or a late one": ("no_review", "late_review", "review_in_the_past", "ends_disagree"),
    "somebody missing who signs": ("no_worker", "no_parent_signs"),
    "blanks that were never filled": ("placeholder",),
}
_COLOURS = {"family": "#1c68a8", "friend": "#2a7560", "professional": "#b14d17"}
_NAME_WIDTH, _BAR_WIDTH, _BAR_HEIGHT = 52.0, 95.0, 3.4
_LONGEST = 110  # letters of a text or a reason; the Checks screen shows all of it
_MOST_BARS = 12


def manager_pages(desk: Desk, plan: Plan, kind: DocumentType, found: Judged, rules: int, today: date) -> list[Page]:
    """Return one page; what is open comes before what was let stand, and of the rest it says how much there is."""
    few, many = -1, len(found.open) + len(found.let_stand)
    while few < many:  # the most that one page takes, found by halving
        most = (few + many + 1) // 2
        pages = fill_pages([*_strips(desk, plan, kind, found, rules, today, most)], "white")
        few, many = (most, many) if len(pages) == 1 else (few, most - 1)
    return fill_pages([*_strips(desk, plan, kind, found, rules, today, max(few, 0))], "white")


def manager_title(plan: Plan) -> str:
    """Return the title of the page."""
    return f"What the checks found: {title_of(plan)}"


def _strips(
    desk: Desk, plan: Plan, kind: DocumentType, found: Judged, rules: int, today: date, most: int
) -> Iterator[Strip]:
    yield from title_strips(desk, manager_title(plan))
    counts = Counter(one.level for one in found.open)
    told = ", ".join(f"{counts[level]} {name}" for level, name in _SHORT.items())
    checked = f"{kind.name}, checked on {long_date(today)} by {rules} rules: {told}, {len(found.let_stand)} let stand."
    yield from paragraph(desk, "checked", checked)
    yield from _audit(desk, found)
    yield from _balance(desk, plan)
    yield from _let_stand(desk, plan, found.let_stand, max(0, most - len(found.open)))
    yield from _open(desk, plan, found.open, most)


def _audit(desk: Desk, found: Judged) -> Iterator[Strip]:
    yield from heading(desk, "audit", "What audits look for")
    open_rules = Counter(one.rule for one in found.open)
    for number, (fault, rules) in enumerate(_AUDIT.items()):
        count = sum(open_rules[rule] for rule in rules)
        yield from paragraph(desk, f"audit-{number}", f"{fault}: {count or 'none'}", bullet=True)


def _balance(desk: Desk, plan: Plan) -> Iterator[Strip]:
    """A bar for each person who takes part, as long as their promises are many."""
    counts = Counter(one.who for one in plan.promises if one.text.strip())
    people = sorted((one for one in plan.people if one.takes_part), key=lambda one: -counts[one.id])
    if not counts:
        return
    yield from heading(desk, "balance", "Who promises how much")
    most = max(counts.values())
    for one in people[:_MOST_BARS]:
        yield _bar(desk, one.id, one.name, counts[one.id], most, _COLOURS[one.side])
    if len(people) > _MOST_BARS:
        yield from paragraph(desk, "balance-more", f"And {len(people) - _MOST_BARS} more who take part.", under=True)
    yield from paragraph(desk, "balance-sides", _sides(plan, counts), under=True)


def _sides(plan: Plan, counts: Counter[str]) -> str:
    totals = Counter(dict.fromkeys(_COLOURS, 0))
    for one in plan.people:
        totals[one.side] += counts[one.id]
    return f"Family {totals['family']}, friends {totals['friend']}, professionals {totals['professional']}."


def _bar(desk: Desk, identity: str, name: str, count: int, most: int, colour: str) -> Strip:
    style = desk.style
    left = style.left + _NAME_WIDTH
    width = _BAR_WIDTH * count / most
    named = desk.setter().lines((Phrase(name),), style.left + 5.0, _NAME_WIDTH - 7.0)[:1]
    number = desk.setter().lines((Phrase(str(count)),), left + width + 2.0, 20.0)[0].runs
    baseline = next((run.y for run in number if isinstance(run, Words)), style.pitch)
    box = Box(left, baseline - _BAR_HEIGHT + 0.3, max(width, 0.3), _BAR_HEIGHT, fill=colour, radius=0.6)
    return Strip(
        SENTENCE, f"bar-{identity}", style.pitch, (*(run for line in named for run in line.runs), box, *number)
    )


def _let_stand(desk: Desk, plan: Plan, let_stand: Sequence[tuple[Finding, Override]], most: int) -> Iterator[Strip]:
    if not let_stand:
        return
    yield from heading(desk, "let-stand", "Let stand, and why")
    for number, (one, override) in enumerate(let_stand[:most]):
        day = f" ({long_date(override.day)})" if override.day else ""
        yield from paragraph(desk, f"stands-{number}", _told(plan, one), bullet=True)
        yield from paragraph(desk, f"because-{number}", f"Because: {_short(override.reason)}{day}", under=True)
    if len(let_stand) > most:
        left = len(let_stand) - most
        yield from paragraph(
            desk, "stand-more", f"And {left} more are let stand; the Checks screen shows all.", bold=True
        )


def _open(desk: Desk, plan: Plan, findings: Sequence[Finding], most: int) -> Iterator[Strip]:
    ordered = sorted(findings, key=lambda one: [*_LEVELS].index(one.level))
    shown = ordered[:most]
    for level, name in _LEVELS.items():
        of_level = [one for one in shown if one.level == level]
        if of_level:
            yield from heading(desk, f"open-{level}", name)
        for number, one in enumerate(of_level):
            yield from paragraph(desk, f"{level}-{number}", _told(plan, one), bullet=True)
    if len(ordered) > most:
        yield from paragraph(desk, "more", f"And {len(ordered) - most} more; the Checks screen shows all.", bold=True)


def _told(plan: Plan, one: Finding) -> str:
    text = words_at(plan, one)
    return f"{one.message} – {_short(text)}" if text else one.message


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
