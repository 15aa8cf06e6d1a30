"""What a list of plans shows of one, read from the first lines of its file."""

import re
from datetime import datetime

from plans.errors import PlanError
from plans.model import Plan
from plans.store.base import Header
from plans.yaml_format import load_plan

HEAD_BYTES = 2_000
_FIELD = re.compile(rb"^[a-z_]+:", re.MULTILINE)
_CHILDREN = re.compile(rb"^children:", re.MULTILINE)


def header_of(plan: Plan, plan_id: str, version: int, updated: datetime) -> Header:
    """Return the header of a plan."""
    names = ", ".join(child.name for child in plan.children)
    return Header(plan_id, plan.title, names, plan.status, plan.made, plan.review, version, updated)


def unreadable_header(plan_id: str, updated: datetime) -> Header:
    """Return the header of a plan that cannot be read, so that it is still seen in the list."""
    return Header(plan_id, "A plan that cannot be read", "", "draft", None, None, 0, updated)


def plan_of_head(start: bytes) -> Plan | None:
    """Return the plan as far as the start of its file tells; None where that ends before the children do.

    The last field of a file that goes on is cut off in the middle, so it is left out; what is left is
    a plan file of its own.
    """
    whole_fields = start if len(start) < HEAD_BYTES else start[: _last_field(start)]
    if not _CHILDREN.search(whole_fields):
        return None
    try:
        return load_plan(whole_fields)
    except PlanError:
        return None


def _last_field(start: bytes) -> int:
    return max((found.start() for found in _FIELD.finditer(start)), default=0)
