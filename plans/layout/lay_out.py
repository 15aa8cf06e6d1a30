"""From a plan to finished pages: every decision about the paper ends here."""

from dataclasses import replace
from datetime import date

from plans.agreeing import points_of
from plans.checks.overrides import Judged
from plans.council import Council
from plans.document_type import DocumentType, check_sections
from plans.errors import WordsNotDrawable
from plans.layout.agreement import agreement_strips, agreement_title
from plans.layout.arrangements import ARRANGEMENTS
from plans.layout.back import back_strips
from plans.layout.breaking import Setter
from plans.layout.front import front_strips, title_of
from plans.layout.manager import manager_pages, manager_title
from plans.layout.measure import Measure, undrawable_letters
from plans.layout.page import A4_HEIGHT, A4_WIDTH, FURNITURE, Block, Document, Line, Page, Run, moved
from plans.layout.parts import Desk
from plans.layout.pictures import PictureBook
from plans.layout.strips import Strip, fill_pages
from plans.layout.style import FOOT_SIZE, GREY, LEFT, grown_up_style, manager_style, style_of
from plans.model import Phrase, Plan, Section
from plans.wording import long_date

CREDIT = "Pictures: OpenMoji, CC BY-SA 4.0"


def lay_out(plan: Plan, kind: DocumentType, measure: Measure, book: PictureBook) -> Document:
    """Return the finished pages of a plan.

    Raises:
        WordsNotDrawable: the fonts lack letters; the message names the words.
        PlanFileBroken: a part of the plan has no place in this kind of document.
    """
    check_letters(plan)
    check_sections(plan, kind)
    desk = Desk(measure, style_of(plan.page), book)
    strips = [*front_strips(desk, plan, plan.subtitle or kind.subtitle), *_sections(desk, plan, kind)]
    pages = fill_pages([*strips, *back_strips(desk, plan)], plan.page.paper)
    return _document(desk, title_of(plan), plan, pages, (_dates(plan), CREDIT))


def lay_out_agreement(
    plan: Plan, kind: DocumentType, council: Council, measure: Measure, book: PictureBook, *, version: str = ""
) -> Document:
    """Return the finished pages of a document for grown-ups: black on white, at 12 points.

    `version` tells two printed states of a plan apart; it stands on each page.

    Raises:
        WordsNotDrawable: the fonts lack letters; the message names the words.
        DataFileBroken: the kind of document names a statement that there is not.
    """
    _check_drawable(
        [*_texts(plan), *_agreed_texts(plan, kind), council.name, council.complaints, *council.statements.values()]
    )
    desk = Desk(measure, grown_up_style(), book)
    strips = agreement_strips(desk, plan, kind, council)
    pages = fill_pages(strips, "white")
    foot = " · ".join(part for part in (kind.name, kind.mark, f"Version {version}" if version else "") if part)
    dates = _dates(plan) if kind.reviewed else _dates(replace(plan, review=None))
    return _document(desk, agreement_title(plan, kind, council), plan, pages, (dates, foot))


def lay_out_manager(
    plan: Plan, kind: DocumentType, found: Judged, rules: int, measure: Measure, book: PictureBook
) -> Document:
    """Return the page for the team manager.

    Raises:
        WordsNotDrawable: the fonts lack letters; the message names the words.
    """
    _check_drawable(
        [*_texts(plan), *_agreed_texts(plan, kind), *(one.reason for _, one in found.let_stand)],
    )
    desk = Desk(measure, manager_style(), book)
    pages = manager_pages(desk, plan, kind, found, rules, date.today())
    return _document(desk, manager_title(plan), plan, pages, (_dates(plan), "For the team manager"))


def _document(desk: Desk, title: str, plan: Plan, pages: list[Page], foot: tuple[str, str]) -> Document:
    numbered = tuple(_with_foot(desk, page, foot, len(pages)) for page in pages)
    return Document(title, plan.language, plan.made or date.today(), numbered)


def check_letters(plan: Plan) -> None:
    """Refuse a plan with letters that would print as boxes.

    Raises:
        WordsNotDrawable: names up to five of the words.
    """
    _check_drawable(_texts(plan))


def _check_drawable(texts: list[str]) -> None:
    if not undrawable_letters("".join(set("".join(texts)) - {"\n"})):
        return
    found = tuple(dict.fromkeys(word for text in texts for word in text.split() if undrawable_letters(word)))
    if found:
        named = ", ".join(f"“{word[:40]}”" for word in found[:5])
        raise WordsNotDrawable(
            f"Our fonts have no letters for {named}. Write {'it' if len(found) == 1 else 'them'} another way to print.",
            found,
        )


def _sections(desk: Desk, plan: Plan, kind: DocumentType) -> list[Strip]:
    written = {section.id: told for section in plan.sections if (told := _told(section)).sentences}
    arrange = ARRANGEMENTS[plan.page.arrangement]
    frames = plan.page.drawing_frames
    return [
        strip
        for section in kind.sections
        if section.id in written
        for strip in arrange(desk, section, written[section.id], frames)
    ]


def _told(section: Section) -> Section:
    """A section without sentences that say nothing."""
    return Section(section.id, tuple(one for one in section.sentences if one.text.strip()))


def _texts(plan: Plan) -> list[str]:
    people = [text for one in plan.people for text in (one.name, one.full_name, one.role, one.phone)]
    sentences = [sentence.text for section in plan.sections for sentence in section.sentences]
    names = [child.name for child in plan.children]
    return [title_of(plan), plan.subtitle, *names, *people, *plan.copies, *sentences]


def _agreed_texts(plan: Plan, kind: DocumentType) -> list[str]:
    """What grown-ups wrote and this document shows; words of somebody’s own paper must not be told beside another."""
    worries = [text for one in plan.worries for text in (one.text, one.child_says, *one.who, *one.disagrees)]
    told = [(one.who, one.text, one.when, one.hindrance, one.help, one.shown) for one in plan.promises]
    points = [text for one in points_of(plan, *kind.point_parts) for text in (one.text, one.who)]
    agencies = [one.agency for one in plan.people]
    terms = [plan.terms.until, plan.terms.place]
    return [*worries, *(text for texts in told for text in texts), *points, *agencies, *terms]


def _with_foot(desk: Desk, page: Page, foot: tuple[str, str], of: int) -> Page:
    """Add when the plan was made and is looked at again, which page this is, and a last line."""
    setter = desk.setter(size=FOOT_SIZE, colour=GREY, pitch=5.0)
    top, right = A4_HEIGHT - 16, LEFT + desk.style.width
    dates, count, last = (_one_line(setter, text) for text in (foot[0], f"Page {page.number} of {of}", foot[1]))
    width = count[-1].x + count[-1].width
    runs = [
        *(moved(run, LEFT, top) for run in dates),
        *(moved(run, right - width, top) for run in count),
        *(moved(run, LEFT, top + 4.5) for run in last),
    ]
    return Page(page.number, (*page.blocks, Block(FURNITURE, "foot", (Line(tuple(runs)),))), page.paper)


def _one_line(setter: Setter, text: str) -> tuple[Run, ...]:
    lines = setter.lines((Phrase(text),), 0, A4_WIDTH)
    return lines[0].runs if lines else ()


def _dates(plan: Plan) -> str:
    """When it was made and is looked at again, and before that, of a draft, that it is one."""
    draft = "Draft" if plan.status == "draft" else ""
    made = f"Made {long_date(plan.made)}" if plan.made else ""
    review = f"we look at it again by {long_date(plan.review)}" if plan.review else ""
    return " · ".join(part for part in (draft, made, review) if part)
