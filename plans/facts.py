"""What a document says of itself: who it is about, when it was made, begins, ends and is looked at again."""

from plans.agreed_words import children_of, full_name
from plans.model import Plan
from plans.statements import worker_of
from plans.wording import day_and_date, joined_names
from plans.working_days import assessment_ends

_NAMES = {
    "children": "It is about",
    "stage": "It belongs to",
    "made": "Made on",
    "made_by": "Made by",
    "starts": "It begins on",
    "ends": "It ends on",
    "until": "It ends with",
    "review": "We look at it again by",
    "place": "Where we meet",
    "worker": "Social worker",
    "assessed_from": "The assessment began on",
    "assessment_ends": "The assessment is finished by (45 working days)",
    "reviewed": "We looked at it on",
    "next_review": "We look at it again by",
    "work_ends": "Our work ends on",
    "last_reviewed": "We last looked at the plan on",
}
_STAGES = {
    "early_help": "early help",
    "child_in_need": "a child in need plan",
    "child_protection": "a child protection plan",
    "pre_proceedings": "the steps before court",
    "court": "court proceedings",
    "looked_after": "a care plan",
    "closing": "the end of our work",
}


def fact_line(name: str, plan: Plan) -> str:
    """Return a fact as a line, “Made on: 4 March 2027”; empty where the plan does not say it."""
    words = _fact(name, plan)
    return f"{_NAMES.get(name, name)}: {words}" if words else ""


def _fact(name: str, plan: Plan) -> str:
    terms = plan.terms
    days = {
        "made": plan.made,
        "review": plan.review,
        "next_review": plan.review,
        "starts": terms.starts,
        "ends": terms.ends,
        "assessed_from": terms.assessed_from,
        "assessment_ends": assessment_ends(terms.assessed_from) if terms.assessed_from else None,
        "reviewed": terms.reviewed,
        "work_ends": terms.ends,
        "last_reviewed": terms.reviewed,
    }
    day = days.get(name)
    return day_and_date(day) if day else _in_words(name, plan)


def _in_words(name: str, plan: Plan) -> str:
    worker = worker_of(plan)
    made_by = [full_name(one) for one in plan.people if one.made_plan]
    words: dict[str, str] = {
        "children": children_of(plan) if plan.children else "",
        "made_by": joined_names(made_by) if made_by else "",
        "until": plan.terms.until,
        "stage": _STAGES.get(plan.terms.stage, ""),
        "place": plan.terms.place,
        "worker": ", ".join(part for part in (full_name(worker), worker.printed_phone) if part) if worker else "",
    }
    return words.get(name, "")
