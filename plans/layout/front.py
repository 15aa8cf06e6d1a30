"""The top of the first page: whose plan this is, what it is for, and who keeps the children safe."""

from plans.layout.page import LABEL, SENTENCE, TITLE, Box, Picture, Run, moved
from plans.layout.parts import Desk, fitted
from plans.layout.strips import Strip
from plans.layout.style import GREY
from plans.model import Phrase, Plan

LOGO_WIDTH, LOGO_HEIGHT = 40.0, 16.0
_MOST_FACES, _TALLEST = 7, 70.0


def front_strips(desk: Desk, plan: Plan, subtitle: str) -> list[Strip]:
    """Return title, subtitle and the row of faces."""
    return [*_logo(desk, plan), *_title(desk, plan), *_subtitle(desk, subtitle), *_faces(desk, plan)]


def title_of(plan: Plan) -> str:
    """Return the plan’s title, or one made of the children’s names."""
    return plan.title.strip() or f"{possessive(joined_names([child.name for child in plan.children]))} plan"


def joined_names(names: list[str]) -> str:
    """Return names as one reads them: “Amara, Theo and Sam”."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names) or "Our"


def possessive(name: str) -> str:
    """Return a name with ’s, or ’ after an s; “Our” stays."""
    return name if name == "Our" else f"{name}’" if name.endswith("s") else f"{name}’s"


def _logo(desk: Desk, plan: Plan) -> list[Strip]:
    if not plan.page.logo or not desk.book.has(plan.page.logo):
        return []
    width, height, alt = fitted(desk.book, LOGO_WIDTH, LOGO_HEIGHT)(plan.page.logo)
    right = desk.style.left + desk.style.width
    picture = Picture(right - width, 0, width, height, plan.page.logo, alt)
    return [Strip(LABEL, "#logo", height + 3, (picture,), keep=True)]


def _title(desk: Desk, plan: Plan) -> list[Strip]:
    style = desk.style
    pitch = style.title_size * 0.46
    setter = desk.setter(size=style.title_size, bold=True, pitch=pitch)
    lines = setter.lines((Phrase(title_of(plan)),), style.left, style.width)
    return [Strip(TITLE, "#title", pitch, line.runs, keep=True) for line in lines]


def _subtitle(desk: Desk, subtitle: str) -> list[Strip]:
    style = desk.style
    pitch = style.pitch * 0.75
    setter = desk.setter(size=style.subtitle_size, colour=GREY, pitch=pitch)
    lines = setter.lines((Phrase(subtitle),), style.left, style.width)
    return [Strip(SENTENCE, "#subtitle", pitch, line.runs, keep=True) for line in lines]


def _faces(desk: Desk, plan: Plan) -> list[Strip]:
    people = plan.people[:_MOST_FACES]
    if not people:
        return []
    style = desk.style
    cell = style.width / max(len(people), 4)
    disc = min(18.0, cell - 3)
    pitch = style.label_size * 0.5
    setter = desk.setter(size=style.label_size, pitch=pitch)
    runs: list[Run] = []
    behind: list[Box] = []
    height = disc
    for number, person in enumerate(people):
        middle = style.left + cell * (number + 0.5)
        behind.append(style.disc(middle - disc / 2, 0, disc))
        wide, tall, _ = fitted(desk.book, disc * 0.78, disc * 0.78)(f"person:{person.id}")
        runs.append(Picture(middle - wide / 2, (disc - tall) / 2, wide, tall, f"person:{person.id}", ""))
        for row, line in enumerate(setter.lines((Phrase(person.name),), 0, cell - 2)):
            width = line.runs[-1].x + line.runs[-1].width
            runs += [moved(run, middle - width / 2, disc + 1.5 + row * pitch) for run in line.runs]
            height = max(height, disc + 1.5 + (row + 1) * pitch)
    if height > _TALLEST:  # names too long to stand under faces are told in lines
        lines = setter.lines((Phrase(", ".join(person.name for person in people)),), style.left, style.width)
        return [Strip(LABEL, "#faces", pitch, line.runs) for line in lines]
    return [Strip(LABEL, "#faces", height, tuple(runs), gap=4, behind=tuple(behind))]
