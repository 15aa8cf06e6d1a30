"""From a plan to a file: the steps that the app and the command line share."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from icon_library.catalogue import load_catalogue
from plans.about import narrowed, without_own_papers
from plans.checks.book import rule_book
from plans.checks.overrides import judged
from plans.checks.run import check_plan
from plans.council import Council, with_logo
from plans.document_type import DOCUMENT_TYPES, DocumentType, child_page_type, load_document_type
from plans.editing import phrases_of, without_pictures
from plans.layout.fonts import WEIGHTS
from plans.layout.lay_out import lay_out, lay_out_agreement, lay_out_manager
from plans.layout.measure import FontMeasure, Measure
from plans.layout.page import Document, Words
from plans.layout.pictures import PictureBook, ReadPhoto, no_photos, picture_book
from plans.model import Plan, Private
from plans.yaml_format import dump_plan


def set_pages(
    plan: Plan, read_photo: ReadPhoto = no_photos, measure: Measure | None = None, council: Council | None = None
) -> tuple[Document, PictureBook]:
    """Return the finished pages of a plan’s page for the child and the pictures on them, with the council’s logo.

    Pictures that are nowhere to be found are left out; `missing_pictures` names them.

    Raises:
        WordsNotDrawable: the fonts lack letters for some words.
    """
    plan, read_photo = with_logo(plan, council or Council(), read_photo)
    book = picture_book(plan, load_catalogue(), read_photo)
    kind = child_page_type(plan)
    shown = _draft_where_it_must(_with_known_pictures(plan, book), kind, council or Council())
    return lay_out(shown, kind, measure or FontMeasure(), book), book


def set_document(
    plan: Plan,
    name: str,
    council: Council,
    read_photo: ReadPhoto = no_photos,
    *,
    measure: Measure | None = None,
    folder: Path = DOCUMENT_TYPES,
    about: str = "",
) -> tuple[Document, PictureBook]:
    """Return the finished pages of one of the plan’s documents and the pictures on them.

    Kinds of document come from `folder`; `about` is the id of the promise or person that the document is about, where
    it is not about the whole plan.

    Raises:
        PlanFileBroken: there is no such kind of document.
        WordsNotDrawable: the fonts lack letters for some words.
    """
    kind = load_document_type(name, folder)
    if not kind.parts:
        return set_pages(replace(plan, document=name), read_photo, measure, council)
    with_its_logo, read_photo = with_logo(plan, council, read_photo)
    book = picture_book(with_its_logo, load_catalogue(), read_photo)
    shown = narrowed(with_its_logo, kind, about)
    version = version_of(shown if kind.about == "person" else narrowed(without_own_papers(plan), kind, about))
    shown = replace(shown, status=_draft_where_it_must(plan, kind, council, about).status)
    return lay_out_agreement(shown, kind, council, measure or FontMeasure(), book, version=version), book


def set_manager_page(
    plan: Plan, name: str, council: Council, *, measure: Measure | None = None, about: str = ""
) -> tuple[Document, PictureBook]:
    """Return the page for the team manager about one of the plan’s documents, as the checks see it today.

    Raises:
        PlanFileBroken: there is no such kind of document, or no such promise or person.
        WordsNotDrawable: the fonts lack letters for some words.
    """
    kind, book = load_document_type(name), rule_book(council.checks, plan.language)
    found = judged(check_plan(plan, kind, book.rules, about), plan)
    pictures = picture_book(plan, load_catalogue())
    return lay_out_manager(plan, kind, found, len(book.rules), measure or FontMeasure(), pictures), pictures


def _draft_where_it_must(plan: Plan, kind: DocumentType, council: Council, about: str = "") -> Plan:
    """Return the plan as a draft where something in this document must be put right, whatever was marked."""
    if plan.status == "draft":
        return plan
    found = judged(check_plan(plan, kind, rule_book(council.checks, plan.language).rules, about), plan)
    return replace(plan, status="draft") if found.must else plan


def version_of(plan: Plan) -> str:
    """Return four letters that change with every change of a plan; who is harmed, the answers and overrides do not."""
    return sha256(dump_plan(replace(plan, answers=(), private=Private(), overrides=()))).hexdigest()[:4].upper()


def has_shaped_words(document: Document) -> bool:
    """Whether some words stand in another script than Latin, whose letters must be shaped."""
    runs = (run for page in document.pages for block in page.blocks for line in block.lines for run in line.runs)
    return any(isinstance(run, Words) and run.face not in WEIGHTS for run in runs)


def missing_pictures(plan: Plan, read_photo: ReadPhoto = no_photos) -> tuple[str, ...]:
    """Return the words whose picture cannot be found."""
    book = picture_book(plan, load_catalogue(), read_photo)
    return tuple(phrase.words for phrase in phrases_of(plan) if not all(book.has(key) for key in phrase.pictures))


def _with_known_pictures(plan: Plan, book: PictureBook) -> Plan:
    lost = {key for phrase in phrases_of(plan) for key in phrase.pictures if not book.has(key)}
    return without_pictures(plan, lost) if lost else plan
