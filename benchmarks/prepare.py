"""Writes what the other engines need, before any clock runs: fonts, pictures, sources.

    python -m benchmarks.prepare FOLDER HOW_MANY

FOLDER gets fonts/, pictures/, plan.css, and HOW_MANY families’ plans as N.yaml, N.typ and N.html.
"""

import sys
from pathlib import Path

from benchmarks.html_page import css_source, html_source
from benchmarks.like_page import LikePage, like_page, write_pictures
from benchmarks.other_names import renamed
from benchmarks.typst_page import typst_source
from icon_library.catalogue import load_catalogue
from plans.document_type import child_page_type
from plans.layout.fonts import WEIGHTS, static_font
from plans.layout.pictures import picture_book
from plans.model import Plan
from plans.yaml_format import dump_plan, load_plan

EXAMPLE = Path(__file__).parent.parent / "plans" / "examples" / "amara_and_theo.yaml"


def example_plan() -> Plan:
    """Return the plan that all is measured on: 820 words, 63 pictures."""
    return load_plan(EXAMPLE.read_bytes())


def told(plan: Plan) -> LikePage:
    """Return what the page of this plan shows."""
    return like_page(plan, child_page_type(plan), picture_book(plan, load_catalogue()))


def main(folder: Path, how_many: int) -> None:
    """Write everything."""
    plan = example_plan()
    kind, book = child_page_type(plan), picture_book(plan, load_catalogue())
    write_pictures(plan, kind, book, folder / "pictures")
    (folder / "fonts").mkdir(exist_ok=True)
    for face in WEIGHTS:
        static_font(face).save(folder / "fonts" / f"{face}.ttf")
    (folder / "plan.css").write_text(css_source(told(plan)), encoding="utf-8")
    for number in range(how_many):
        family = renamed(plan, number)
        (folder / f"{number}.yaml").write_bytes(dump_plan(family))
        (folder / f"{number}.typ").write_text(typst_source(told(family)), encoding="utf-8")
        (folder / f"{number}.html").write_text(html_source(told(family)), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
