"""Writes docs/guidance.md and docs/model_agreements.md: where each thing that the guidance asks for is.

    python tools/guidance.py           write both pages
    python tools/guidance.py --check   only say whether they are up to date (exit 1 if not)

docs/guidance.yaml holds one row for each requirement: its code, its kind, what it asks for in our words, and where that
is beside what the data files say themselves (`serves` of parts, statements, sections, questions and rules), or why it
is not.
docs/model_agreements.yaml holds the elements of the guidance’s own example agreements and where each lives.

A place is written as one of: `part KIND.PART`, `statement NAME`, `section NAME`, `point PART`, `field Class.name`,
`question NAME`, `advice CODE`, `rule NAME`, `file PATH`. Each must be there, so that the pages cannot go out of date.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from dataclasses import fields as fields_of
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).parent.parent))

from plans import model
from plans.checks.rule import load_rules
from plans.chooser.choose import load_chooser
from plans.document_type import DocumentType, document_type_ids, load_document_type, point_parts
from plans.statements import FILE as STATEMENTS

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
_MADE = "<!-- Made by tools/guidance.py from docs/{name}.yaml and the data files. Change those, then run it. -->\n"


@dataclass(frozen=True)
class Asked:
    """One requirement: its code and kind, what it asks for, where it is, or why it is not there."""

    code: str
    kind: str
    asks: str
    places: tuple[str, ...] = ()
    why_not: str = ""


@dataclass(frozen=True)
class Element:
    """One element of an example agreement, and where a plan holds it."""

    element: str
    places: tuple[str, ...] = field(default_factory=tuple)


def main(arguments: list[str]) -> int:
    """Write the pages, or say whether they are up to date."""
    parser = argparse.ArgumentParser(description="Write docs/guidance.md and docs/model_agreements.md.")
    parser.add_argument("--check", action="store_true")
    asked = parser.parse_args(arguments)
    pages = {"guidance": guidance_page(), "model_agreements": models_page()}
    old = [name for name, page in pages.items() if _read(name) != page]
    if not asked.check:
        for name in old:
            (DOCS / f"{name}.md").write_text(pages[name], encoding="utf-8")
    for name in old:
        print(f"docs/{name}.md {'is out of date: run python tools/guidance.py' if asked.check else 'written'}")
    return 1 if asked.check and old else 0


def requirements() -> tuple[Asked, ...]:
    """Return all rows of docs/guidance.yaml, each with the places that the data files name for it."""
    serving = serving_places()
    return tuple(
        Asked(
            row["code"],
            row["kind"],
            row["asks"],
            tuple(dict.fromkeys((*serving.get(row["code"], ()), *row.get("also", ())))),
            row.get("why_not", ""),
        )
        for row in _yaml("guidance")["requirements"]
    )


def models() -> dict[str, tuple[Element, ...]]:
    """Return the elements of each example agreement."""
    found = _yaml("model_agreements")
    return {name: tuple(Element(row["element"], tuple(row["where"])) for row in rows) for name, rows in found.items()}


def serving_places() -> dict[str, list[str]]:
    """Return, by code, the parts, sections, statements and questions that say they serve it."""
    found: dict[str, list[str]] = {}
    for place, codes in _serves():
        for code in codes:
            found.setdefault(code, []).append(place)
    return found


def is_there(place: str) -> bool:
    """Whether what a place names is in the product."""
    kind, _, name = place.partition(" ")
    return kind in _THERE and _THERE[kind](name)


def guidance_page() -> str:
    """Return the page of all requirements as Markdown."""
    lines = [_MADE.format(name="guidance"), "# What the guidance asks for, and where it is\n"]
    for kind in dict.fromkeys(one.kind for one in requirements()):
        lines += [f"\n## {kind.capitalize()}\n", "| Code | What it asks for | Where it is |", "|---|---|---|"]
        lines += [_row(one.code, one.asks, _where(one)) for one in requirements() if one.kind == kind]
    return "\n".join(lines) + "\n"


def models_page() -> str:
    """Return the page of the example agreements as Markdown."""
    lines = [_MADE.format(name="model_agreements"), "# The guidance’s own examples, element by element\n"]
    lines.append("Every element of each example, told in our words, and where a plan holds it.")
    for name, elements in models().items():
        lines += [f"\n## {name}\n", "| Element | Where it lives |", "|---|---|"]
        lines += [_row(one.element, ", ".join(map(_shown, one.places))) for one in elements]
    return "\n".join(lines) + "\n"


def _serves() -> Iterator[tuple[str, tuple[str, ...]]]:
    for kind in map(load_document_type, document_type_ids()):
        yield from ((f"part {kind.id}.{part.id}", part.serves) for part in kind.parts)
        yield from ((f"section {section.id}", section.serves) for section in kind.sections)
    yield from ((f"statement {name}", tuple(row.get("serves", ()))) for name, row in _statements().items())
    yield from ((f"rule {rule.id}", rule.serves) for rule in load_rules().rules)
    chooser = load_chooser()
    yield from ((f"question {one.id}", one.serves) for one in chooser.questions)
    yield from ((f"advice {code}", (code,)) for code in _advice_codes())


def _where(one: Asked) -> str:
    places = ", ".join(map(_shown, one.places))
    return f"{places}. {one.why_not}" if places and one.why_not else places or f"Not there: {one.why_not}"


def _shown(place: str) -> str:
    kind, _, name = place.partition(" ")
    return f"{kind} `{name}`"


def _row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _yaml(name: str) -> Any:
    return yaml.safe_load((DOCS / f"{name}.yaml").read_text(encoding="utf-8"))


def _statements() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(STATEMENTS.read_text(encoding="utf-8"))
    return found


def _read(name: str) -> str:
    file = DOCS / f"{name}.md"
    return file.read_text(encoding="utf-8") if file.exists() else ""


def _types() -> Iterator[DocumentType]:
    return map(load_document_type, document_type_ids())


def _is_field(name: str) -> bool:
    owner, _, attribute = name.partition(".")
    kind = getattr(model, owner, None)
    return kind is not None and attribute in {one.name for one in fields_of(kind)}


def _advice_codes() -> frozenset[str]:
    chooser = load_chooser()
    offers = {code for one in chooser.offers for code in one.serves}
    return frozenset(offers | {code for one in chooser.advice for code in one.serves})


_THERE: Mapping[str, Callable[[str], bool]] = {
    "part": lambda name: name in {f"{kind.id}.{part.id}" for kind in _types() for part in kind.parts},
    "section": lambda name: name in {section.id for kind in _types() for section in kind.sections},
    "statement": lambda name: name in _statements(),
    "point": lambda name: name in point_parts(),
    "field": _is_field,
    "question": lambda name: name in {one.id for one in load_chooser().questions},
    "advice": lambda code: code in _advice_codes(),
    "rule": lambda name: name in {rule.id for rule in load_rules().rules},
    "file": lambda name: (ROOT / name).exists(),
}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
