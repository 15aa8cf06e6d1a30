"""Invented plans for tests, and a measure whose line breaks can be counted by eye."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from plans.layout.page import MM_PER_POINT, Block, Document, Page, Picture, Run, Words
from plans.marks import read_marks
from plans.model import Child, Look, PageSettings, Person, Plan, Section, Sentence
from plans.yaml_format import load_plan

ROOT = Path(__file__).parents[2]
EXAMPLES = tuple(sorted((ROOT / "plans" / "examples").glob("*.yaml")))
# Those whose main document is the child’s own page: the others have only a short one.
CHILD_EXAMPLES = tuple(file for file in EXAMPLES if b"\ndocument: words_and_pictures\n" in file.read_bytes())
ARRANGEMENTS = ("in_line", "rows")


class Half:
    """A measure whose letters are all half as wide as they are tall."""

    def face(self, text: str, *, bold: bool = False) -> str:
        """Every letter is drawn by Lexend."""
        return "lexend-bold" if bold else "lexend"

    def width(self, text: str, size: float, face: str) -> float:
        """Return the width in millimetres."""
        return len(text) * size * MM_PER_POINT / 2


MUM = Person("mum", "Mum", "Grace Mensah", "mum", phone="07700 900123", look=Look("long", "black", 4))
NANA_JO = Person("nana_jo", "Nana Jo", role="grandma", phone="01632 960145", look=Look("bun", "grey", 5, True, "older"))
AMARA = Child("amara", "Amara", 8, Look("long", "black", 4, age="child"))


def sentences(*marked: str) -> tuple[Sentence, ...]:
    """Return sentences s1, s2 … from text with marks."""
    return tuple(Sentence(f"s{number}", read_marks(text)) for number, text in enumerate(marked, 1))


def plan_of(*marked: str, section: str = "every_day", page: PageSettings | None = None, **others: object) -> Plan:
    """Return Amara’s plan with these sentences in one section."""
    plan = Plan(
        title="Amara’s plan",
        subtitle="You will be safe.",
        made=date(2027, 3, 4),
        review=date(2027, 4, 1),
        sections=(Section(section, sentences(*marked)),) if marked else (),
        page=page or PageSettings(),
    )
    return replace(plan, **others)  # type: ignore[arg-type]


def family(*marked: str, **others: object) -> Plan:
    """Return Amara’s plan with herself, Mum and Nana Jo in it."""
    return plan_of(*marked, **{"children": (AMARA,), "people": (MUM, NANA_JO), **others})


def example(file: Path, **page: object) -> Plan:
    """Return an example with some of its page settings changed."""
    plan = load_plan(file.read_bytes())
    return replace(plan, page=replace(plan.page, **page))  # type: ignore[arg-type]


def runs_of(pages: Iterable[Page]) -> Iterator[tuple[Page, Block, Run]]:
    """Yield every run with its page and block, in reading order."""
    for page in pages:
        for block in page.blocks:
            for line in block.lines:
                for run in line.runs:
                    yield page, block, run


def words_on(document: Document, kinds: tuple[str, ...] = ("sentence",), ident: str = "") -> list[str]:
    """Return the words on the pages in blocks of these kinds (and this id), in order."""
    return [
        word
        for _, block, run in runs_of(document.pages)
        if isinstance(run, Words) and block.kind in kinds and (not ident or block.id == ident)
        for word in run.text.split()
    ]


def pictures_on(document: Document, kinds: tuple[str, ...] = ("sentence",)) -> list[str]:
    """Return the keys of the pictures in blocks of these kinds, in order."""
    return [run.key for _, block, run in runs_of(document.pages) if isinstance(run, Picture) and block.kind in kinds]
