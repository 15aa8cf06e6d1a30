"""What a plan says that a kind of document does not show: told before printing, so that nothing is lost unseen."""

from collections import Counter

from plans.about import own_parts
from plans.agreed_words import promise_details
from plans.agreeing import points_of, without_blanks
from plans.document_type import DocumentType
from plans.model import Plan


def left_out(plan: Plan, kind: DocumentType) -> dict[str, int]:
    """Return how many entries of which part grown-ups agreed that this document has no place for.

    A document about one promise or one person leaves the rest out because it is meant to; there only points of its own
    parts that belong to nobody are told. What stands on somebody’s own paper is never told beside another document.
    """
    if not kind.parts:
        return {}
    plan = without_blanks(plan)
    if kind.about == "person":
        known = {one.id for one in plan.everyone}
        return dict(Counter(one.part for one in points_of(plan, *kind.point_parts) if one.who not in known))
    if kind.about:
        return {}
    own = own_parts()
    counts = Counter(one.part for one in plan.points if one.part not in kind.point_parts and one.part not in own)
    counts["promises"] = 0 if kind.shows_any("table", "promises", "agencies") else len(plan.promises)
    counts["promise_details"] = 0 if _shows_details(kind) else sum(any(promise_details(one)) for one in plan.promises)
    counts["worries"] = 0 if _shows_worries(kind) else len(plan.worries)
    return {name: count for name, count in counts.items() if count}


def _shows_details(kind: DocumentType) -> bool:
    """Whether help and test stand beside the promises, or no promise is shown at all and that is told already."""
    shown = {name for part in kind.parts for column in part.columns for name in column.shows}
    return "promises" not in shown or {"help", "shown"} <= shown or kind.shows_any("promises", "agencies")


def _shows_worries(kind: DocumentType) -> bool:
    rows = [part.rows for part in kind.parts if part.kind == "table"]
    return "worries" in rows or kind.shows_any("worries")
