"""Each example printed once in each arrangement, and read back once."""

from dataclasses import dataclass

import pytest

from plans.export import set_pages
from plans.layout.page import Document
from plans.layout.pictures import PictureBook
from plans.model import Plan
from plans.render.pdf import to_pdf
from tests.plans.invented import ARRANGEMENTS, CHILD_EXAMPLES, example
from tests.plans.render.reading_order import Reading, read_pdf


@dataclass(frozen=True)
class Printed:
    """A plan, its pages, its PDF and what a screen reader reads of it."""

    plan: Plan
    document: Document
    book: PictureBook
    pdf: bytes
    reading: Reading


@pytest.fixture(
    scope="session",
    params=[(file, arrangement) for file in CHILD_EXAMPLES for arrangement in ARRANGEMENTS],
    ids=lambda made: f"{made[0].stem}-{made[1]}",
)
def printed(request, measure) -> Printed:
    """An example in one arrangement, as a PDF."""
    file, arrangement = request.param
    plan = example(file, arrangement=arrangement)
    document, book = set_pages(plan, measure=measure)
    pdf = to_pdf(document, book)
    return Printed(plan, document, book, pdf, read_pdf(pdf))
