"""One plan, many documents: what grown-ups get, part by part, and that nothing agreed is lost on the way."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from plans.council import Council, load_council
from plans.document_type import document_type_ids, load_document_type
from plans.errors import DataFileBroken, PlanFileBroken, WordsNotDrawable
from plans.export import set_document
from plans.layout.agreement import COLUMNS
from plans.layout.page import CELL, FURNITURE, Box, Document, Words
from plans.layout.text_dump import page_text
from plans.left_out import left_out
from plans.model import Person, Plan, Point, Private, Promise, Terms, Worry
from plans.render.html import to_html
from plans.render.pdf import to_pdf
from plans.yaml_format import load_plan
from tests.plans.invented import AMARA, MUM, NANA_JO, ROOT, plan_of
from tests.plans.render.reading_order import read_pdf

WTA = "working_together_agreement"
MR_HALL = Person("mr_hall", "Mr Hall", "Sam Hall", "social worker", "professional", "01632 960200", agency="Hill Council")
COUNCIL = Council("Hill Council", "Ring 01632 960999.")


def agreement(**others: object) -> Plan:
    """Amara’s plan with a worry, two promises and some points."""
    plan = plan_of(
        children=(AMARA,),
        people=(replace(MUM, made_plan=True), NANA_JO, MR_HALL),
        worries=(Worry("w1", "Amara was alone on two evenings.", ("mr_hall",), ("mum",), "I put the telly on."),),
        promises=(
            Promise("p1", "mum", "will be at home", "from six every evening", worry="w1", shown="Amara says so."),
            Promise("p2", "mr_hall", "will visit", "every Tuesday", by=date(2027, 3, 20), help="Nana Jo comes too."),
        ),
        points=(
            Point("x1", "aim", "Amara is never alone."),
            Point("x2", "contingency", "Nana Jo comes at once.", "nana_jo"),
            Point("x3", "support", "The late shifts end in April.", worry="w1"),
        ),
        terms=Terms(starts=date(2027, 3, 4), ends=date(2027, 6, 4)),
        copies=("Mum", "Mr Hall"),
    )
    return replace(plan, **others)  # type: ignore[arg-type]


def document_of(plan: Plan, kind: str = WTA, council: Council = COUNCIL) -> Document:
    return set_document(plan, kind, council)[0]


def read_out(plan: Plan, kind: str = WTA) -> str:
    return read_pdf(to_pdf(*set_document(plan, kind, COUNCIL))).text


def words_of(document: Document) -> str:
    return " ".join(page_text(page) for page in document.pages)


def test_an_agreement_is_read_out_part_by_part_with_its_table_row_by_row():
    assert read_out(agreement()) == (
        "H1: Working together for Amara\n"
        "P: This agreement is about Amara. It was made by the people named below. It says what each of us will do every"
        " day so that Amara will be safe, how everyone will know that it is working, and what happens if there are new"
        " worries.\n"
        "P: Hill Council wants to work with parents and to find the best way forward together.\n"
    )


def test_a_plan_of_several_children_names_them_all():
    children = (AMARA, replace(AMARA, id="theo", name="Theo"))
    assert document_of(agreement(children=children)).title == "Working together for Amara and Theo"
