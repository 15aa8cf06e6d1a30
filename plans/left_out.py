"""What a plan says that a kind of document does not show: told before printing, so that nothing is lost unseen."""

from collections import Counter

from plans.agreeing import without_blanks
from plans.document_type import TABLE_POINTS, DocumentType
from plans.model import Plan


def left_out(plan: Plan, kind: DocumentType) -> dict[str, int]:
    """Return how many entries of which part grown-ups agreed that this document has no place for."""
    if not kind.parts:
        return {}
    plan = without_blanks(plan)
    kinds = {part.kind for part in kind.parts}
    places = {name for part in kind.parts if part.kind == "points" for name in part.shows}
    places |= set(TABLE_POINTS) if "table" in kinds else set()
    counts = Counter(point.part for point in plan.points if point.part not in places)
    counts["promises"] = len(plan.promises) if not kinds & {"table", "promises"} else 0
    counts["worries"] = len(plan.worries) if not kinds & {"table", "worries"} else 0
    return {name: count for name, count in counts.items() if count}
