"""Any agreement that can be typed: every word of it is on the paper, inside the margins, and in the Word file."""

import io
from datetime import date

import docx
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from plans.council import Council
from plans.export import set_document
from plans.layout.page import Document, Words
from plans.model import Child, Person, Plan, Point, Promise, Terms, Worry
from plans.render.pdf import to_pdf
from plans.render.word import to_word
from tests.plans.invented import plan_of, runs_of
from tests.plans.render.reading_order import read_pdf
from tests.plans.render.test_any_plan import bare, leaving_the_margins, names, texts

WTA = "working_together_agreement"
people = st.sampled_from(("p", "c", "gone", ""))
days = st.none() | st.dates(date(2027, 1, 1), date(2028, 1, 1))
worries = st.builds(Worry, st.just("w1"), texts, st.lists(people, max_size=2).map(tuple), child_says=texts)
answered = st.sampled_from(("w1", "w2", ""))
promises = st.builds(
    Promise, st.just("p1"), people, texts, texts, days, texts, texts, texts, answered, st.just("")
)  # fmt: skip
parts = st.sampled_from(("aim", "good_thing", "support", "need_to_see", "bottom_line", "contingency", "if_well"))
points = st.builds(Point, st.just("x1"), parts, texts, people, days, answered)


@st.composite
def agreements(draw: st.DrawFn) -> Plan:
    """An agreement with words of many scripts in every place where a person may type."""
    return plan_of(
        children=(Child("c", draw(names)),),
        people=(Person("p", draw(names), draw(texts), draw(texts), agency=draw(texts), phone=draw(texts)),),
        worries=tuple(draw(st.lists(worries, max_size=1))),
        promises=tuple(draw(st.lists(promises, max_size=1))),
        points=tuple(draw(st.lists(points, max_size=1))),
        terms=Terms(until=draw(texts), place=draw(texts)),
    )


def said(plan: Plan) -> list[str]:
    """Every text of the plan that must be on an agreement; dots and spaces at an end may go."""
    told = [text for one in plan.worries if one.text.strip() for text in (one.text, one.child_says)]
    for one in plan.promises:
        told += (one.text, one.when, one.hindrance, one.help, one.shown) if one.text.strip() else ()
    told += [one.text for one in plan.points]
    return [bare(text.strip(" .")) for text in (*told, plan.terms.until, plan.terms.place)]


def on_paper(document: Document) -> str:
    """The words of each block, joined over lines and pages."""
    blocks: dict[tuple[str, str], str] = {}
    for _, block, run in runs_of(document.pages):
        if isinstance(run, Words):
            name = (block.kind, block.id)
            blocks[name] = blocks.get(name, "") + run.text
    return "\n".join(bare(text) for text in blocks.values())


@given(agreements())
@settings(max_examples=10, deadline=None, phases=(Phase.explicit, Phase.generate))
def test_any_agreement_is_printed_whole(plan):
    document, book = set_document(plan, WTA, Council())
    paper = on_paper(document)
    assert [text for text in said(plan) if text not in paper] == []
    assert leaving_the_margins(document) == []
    assert read_pdf(to_pdf(document, book)).outside == ""


@given(agreements())
@settings(max_examples=10, deadline=None, phases=(Phase.explicit, Phase.generate))
def test_any_agreement_is_in_the_word_file_whole(plan):
    word = docx.Document(io.BytesIO(to_word(*set_document(plan, WTA, Council()))))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    shown = bare("\n".join([*(one.text for one in word.paragraphs), *cells]))
    assert [text for text in said(plan) if text not in shown] == []
