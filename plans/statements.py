"""Fixed statements of grown-ups’ documents, filled with what a plan says."""

from functools import cache
from pathlib import Path

from plans import shape
from plans.agreed_words import children_of, full_name, parents_of
from plans.council import Council
from plans.errors import DataFileBroken, PlanFileBroken
from plans.model import Person, Plan
from plans.strict_yaml import read_yaml
from plans.wording import long_date
from plans.working_days import assessment_ends

FILE = Path(__file__).parent / "statements.yaml"
BLANK = "__________"


@cache
def load_statements(file: Path = FILE) -> dict[str, str]:
    """Return the statements by their ids.

    Raises:
        DataFileBroken: the file has a mistake; the message names it.
    """
    try:
        found = read_yaml(file.read_bytes())
        return {name: _text(entry, name) for name, entry in shape.known_fields(found, list(found), "x").items()}
    except PlanFileBroken as trouble:
        raise DataFileBroken(f"{file.name}: {trouble}") from None


def statement(name: str, plan: Plan, council: Council) -> str:
    """Return a statement with the plan’s words in it; what the plan does not say stays a line to fill in by hand.

    Raises:
        DataFileBroken: there is no such statement.
    """
    known = load_statements()
    if name not in known:
        raise DataFileBroken(f"There is no statement called “{name[:40]}” in {FILE.name}.")
    text = council.statements.get(name) or known[name]
    for word, value in _words(plan, council).items():
        text = text.replace(f"{{{word}}}", value)
    return text[:1].upper() + text[1:]


def worker_of(plan: Plan) -> Person | None:
    """Return the social worker of the plan, else the first professional."""
    professionals = [one for one in plan.people if one.side == "professional" and one.takes_part]
    return next((one for one in professionals if "social worker" in one.role.lower()), next(iter(professionals), None))


def lead_of(plan: Plan) -> Person | None:
    """Return who leads early help, else the social worker."""
    professionals = [one for one in plan.people if one.side == "professional" and one.takes_part]
    return next((one for one in professionals if "early help" in one.role.lower()), worker_of(plan))


def _words(plan: Plan, council: Council) -> dict[str, str]:
    worker, lead = worker_of(plan), lead_of(plan)
    return {
        "children": children_of(plan),
        "parents": parents_of(plan) or BLANK,
        "council": council.name,
        "worker": full_name(worker) if worker else BLANK,
        "phone": worker.printed_phone if worker and worker.printed_phone else BLANK,
        "lead": full_name(lead) if lead else BLANK,
        "lead_phone": lead.printed_phone if lead and lead.printed_phone else BLANK,
        "review": long_date(plan.review) if plan.review else BLANK,
        "ends": long_date(plan.terms.ends) if plan.terms.ends else BLANK,
        "made": long_date(plan.made) if plan.made else BLANK,
        "assessment_ends": long_date(assessment_ends(plan.terms.assessed_from)) if plan.terms.assessed_from else BLANK,
        "complaints": council.complaints,
        "record_system": council.record_system or "the council’s records",
    }


def _text(entry: object, name: str) -> str:
    fields = shape.known_fields(entry, ("text", "serves"), name)
    return shape.needed_words(fields, "text", name, longest=2_000)
