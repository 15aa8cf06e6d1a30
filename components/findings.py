"""What the checks find in the open plan, as one of its documents, with the council’s own rules and settings."""

from components import session
from plans.checks.book import rule_book
from plans.checks.overrides import Judged, judged
from plans.checks.rule import RuleBook
from plans.checks.run import check_plan
from plans.council import load_council
from plans.document_type import CHILD_PAGE, DocumentType, load_document_type


def book() -> RuleBook:
    """Return the rules that hold here."""
    return rule_book(load_council().checks)


def findings(kind: DocumentType, about: str = "") -> Judged:
    """Return what the checks find in the open plan as this kind of document.

    Raises:
        DataFileBroken: the council’s settings have a mistake.
    """
    plan = session.plan()
    return judged(check_plan(plan, kind, book().rules, about), plan)


def child_page() -> DocumentType:
    """Return the kind of the child’s page, by which its sentences are checked."""
    own = session.kind()
    return own if own.sections else load_document_type(CHILD_PAGE)
