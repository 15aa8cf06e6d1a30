"""What a plan says that a kind of document does not show: told before printing, so that nothing is lost unseen."""

from collections import Counter

from plans.document_type import DocumentType
from plans.model import Plan

_IN_TABLE = ("support", "need_to_see")


def left_out(plan: Plan, kind: DocumentType) -> dict[str, int]:
    """Return how many entries of which part grown-ups agreed that this document has no place for."""
    if not kind.parts:
        return {}
    kinds = {part.kind for part in kind.parts}
    places = {name for part in kind.parts if part.kind == "points" for name in part.shows}
    places |= set(_IN_TABLE) if "table" in kinds else set()
    counts = Counter(point.part.replace("_", " ") for point in plan.points if point.part not in places)
    counts["promises"] = len(plan.promises) if not kinds & {"table", "promises"} else 0
    counts["worries"] = len(plan.worries) if not kinds & {"table", "worries"} else 0
    return {name: count for name, count in counts.items() if count}
