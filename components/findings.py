"""What the checks find in the open plan, as one of its documents, with the council’s own rules and settings."""

from dataclasses import replace

import streamlit as st

from components import session
from components.trouble import as_typed
from plans.checks.book import rule_book
from plans.checks.overrides import Judged, judged
from plans.checks.rule import RuleBook
from plans.checks.run import check_plan
from plans.council import CheckSettings, load_council
from plans.document_type import CHILD_PAGE, DocumentType, load_document_type
from plans.errors import PlanError


def book() -> RuleBook:
    """Return the rules that hold here; our own alone, with a trouble, where the council’s settings cannot be read."""
    language = session.plan().language
    try:
        return rule_book(load_council().checks, language)
    except PlanError as trouble:
        own = rule_book(CheckSettings(), language)
        return replace(own, troubles=(*own.troubles, str(trouble)))


def findings(kind: DocumentType, about: str = "") -> Judged:
    """Return what the checks find in the open plan as this kind of document."""
    plan = session.plan()
    return judged(check_plan(plan, kind, book().rules, about), plan)


def troubles() -> None:
    """Say which rules or settings could not be read; the others still look."""
    for trouble in book().troubles:
        st.warning(as_typed(trouble))


def child_page() -> DocumentType:
    """Return the kind of the child’s page, by which its sentences are checked."""
    own = session.kind()
    return own if own.sections else load_document_type(CHILD_PAGE)
