"""A document for grown-ups: title, fixed statements, what was agreed part by part, and space to sign."""

from plans.agreeing import without_blanks
from plans.council import Council
from plans.document_type import DocumentType
from plans.layout.agreed_parts import Shown, part_strips
from plans.layout.front import logo_strips, title_strips
from plans.layout.paragraphs import heading, paragraph
from plans.layout.parts import Desk
from plans.layout.strips import Strip
from plans.model import Plan


def agreement_strips(desk: Desk, plan: Plan, kind: DocumentType, council: Council) -> list[Strip]:
    """Return the whole document; parts that hold nothing are left out."""
    shown = Shown(without_blanks(plan), kind, council)
    strips = [*logo_strips(desk, plan), *title_strips(desk, agreement_title(plan, kind, council))]
    if kind.subtitle:
        strips += paragraph(desk, "subtitle", shown.filled(kind.subtitle))
    if kind.mark:
        strips += paragraph(desk, "mark", kind.mark, bold=True)
    for part in kind.parts:
        told = part_strips(desk, shown, part)
        if told and part.heading:
            strips += heading(desk, part.id, shown.filled(part.heading))
        strips += told
    return strips


def agreement_title(plan: Plan, kind: DocumentType, council: Council) -> str:
    """Return the title with the names in it."""
    return Shown(plan, kind, council).filled(kind.title or kind.name)
