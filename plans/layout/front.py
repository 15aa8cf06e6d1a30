"""The top of the first page: whose plan this is, what it is for, and who keeps the children safe."""

from plans.layout.breaking import Setter
from plans.layout.page import LABEL, SENTENCE, TITLE, Box, Picture, Run, moved
from plans.layout.parts import Desk, fitted
from plans.layout.strips import Strip
from plans.layout.style import GREY
from plans.model import Person, Phrase, Plan
from plans.wording import joined_names, possessive

LOGO_WIDTH, LOGO_HEIGHT = 40.0, 16.0
_MOST_FACES = 7


def front_strips(desk: Desk, plan: Plan, subtitle: str) -> list[Strip]:
    """Return title, subtitle and the row of faces."""
    return [
        *logo_strips(desk, plan),
        *title_strips(desk, title_of(plan)),
        *_subtitle(desk, subtitle),
        *_faces(desk, plan),
    ]


def title_of(plan: Plan) -> str:
    """Return the plan’s title, or one made of the children’s names."""
    return plan.title.strip() or f"{possessive(joined_names([child.name for child in plan.children]))} plan"


def logo_strips(desk: Desk, plan: Plan) -> list[Strip]:
    """Return the logo at the right, where the plan has one."""
    if not plan.page.logo or not desk.book.has(plan.page.logo):
        return []
    width, height, alt = fitted(desk.book, LOGO_WIDTH, LOGO_HEIGHT)(plan.page.logo)
    right = desk.style.left + desk.style.width
    picture = Picture(right - width, 0, width, height, plan.page.logo, alt)
    return [Strip(LABEL, "#logo", height + 3, (picture,), keep=True)]


def title_strips(desk: Desk, title: str) -> list[Strip]:
    """Return the title, on as many lines as it needs."""
    style = desk.style
    pitch = style.title_size * 0.46
    setter = desk.setter(size=style.title_size, bold=True, pitch=pitch)
    lines = setter.lines((Phrase(title),), style.left, style.width)
    return [Strip(TITLE, "#title", pitch, line.runs, keep=True) for line in lines]


def _subtitle(desk: Desk, subtitle: str) -> list[Strip]:
    style = desk.style
    pitch = style.pitch * 0.75
    setter = desk.setter(size=style.subtitle_size, colour=GREY, pitch=pitch)
    lines = setter.lines((Phrase(subtitle),), style.left, style.width)
    return [Strip(SENTENCE, "#subtitle", pitch, line.runs, keep=True) for line in lines]


def _faces(desk: Desk, plan: Plan) -> list[Strip]:
    """The people in rows under the title, as many a row as leave their names whole."""
    people = tuple(one for one in plan.people if one.takes_part)[:_MOST_FACES]
    setter = desk.setter(size=desk.style.label_size, pitch=desk.style.label_size * 0.5)
    for rows in range(1, len(people) + 1):
        across = -(-len(people) // rows)
        cell = desk.style.width / max(across, 4)
        if all(_fits(setter, person.name, cell - 2) for person in people):
            starts = range(0, len(people), across)
            return [_face_row(desk, setter, people[start : start + across], cell) for start in starts]
    lines = setter.lines((Phrase(", ".join(person.name for person in people)),), desk.style.left, desk.style.width)
    return [Strip(LABEL, "#faces", setter.style.pitch, line.runs) for line in lines]


def _fits(setter: Setter, name: str, width: float) -> bool:
    """Whether each word of a name stands whole in this width."""
    return all(
        run.x + run.width <= width
        for word in name.split()
        for line in setter.lines((Phrase(word),), 0, 1000)
        for run in line.runs
    )


def _face_row(desk: Desk, setter: Setter, people: tuple[Person, ...], cell: float) -> Strip:
    disc = min(18.0, cell - 3)
    runs: list[Run] = []
    behind: list[Box] = []
    height = disc
    for number, person in enumerate(people):
        middle = desk.style.left + cell * (number + 0.5)
        behind.append(desk.style.disc(middle - disc / 2, 0, disc))
        wide, tall, _ = fitted(desk.book, disc * 0.78, disc * 0.78)(f"person:{person.id}")
        runs.append(Picture(middle - wide / 2, (disc - tall) / 2, wide, tall, f"person:{person.id}", ""))
        for row, line in enumerate(setter.lines((Phrase(person.name),), 0, cell - 2)):
            width = line.runs[-1].x + line.runs[-1].width
            down = disc + 1.5 + row * setter.style.pitch
            runs += [moved(run, middle - width / 2, down) for run in line.runs]
            height = max(height, down + setter.style.pitch)
    return Strip(LABEL, "#faces", height, tuple(runs), gap=3, behind=tuple(behind))
