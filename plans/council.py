"""What a council says of itself on its documents: one settings file, with its own words for our statements."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from plans import shape
from plans.errors import DataFileBroken, PictureRefused, PlanFileBroken
from plans.model import OwnPicture, Plan
from plans.own_picture import CleanPicture, clean_picture
from plans.strict_yaml import read_yaml

ReadPhoto = Callable[[str], CleanPicture | None]

SETTING = "WORDS_AND_PICTURES_COUNCIL"
LOGO = "photo:council_logo"
_FIELDS = ("name", "complaints", "record_system", "logo", "statements", "checks")
_LONGEST = 2_000


@dataclass(frozen=True)
class CheckSettings:
    """Which rules a council switched off, levels and limits it set by rule, and the folder of its own pack of rules."""

    off: tuple[str, ...] = ()
    levels: tuple[tuple[str, str], ...] = ()
    limits: tuple[tuple[str, int], ...] = ()
    pack: Path | None = None


@dataclass(frozen=True)
class Council:
    """A council’s name, how to complain to it, where its records are, its logo, its own words, and its checks."""

    name: str = "the council"
    complaints: str = "Ask us how."
    record_system: str = ""
    logo: CleanPicture | None = None
    statements: dict[str, str] = field(default_factory=dict)
    checks: CheckSettings = CheckSettings()


def load_council(file: Path | None = None) -> Council:
    """Return the council of the settings file, or a plain one where there is none.

    Raises:
        DataFileBroken: the file has a mistake; the message names file and field.
    """
    named = os.environ.get(SETTING)
    file = file or (Path(named) if named else None)
    if file is None:
        return Council()
    try:
        council, logo = _council(read_yaml(file.read_bytes()), file.parent)
        return replace(council, logo=_logo(file.parent / logo)) if logo else council
    except OSError as trouble:
        named = Path(str(trouble.filename or file)).name
        raise DataFileBroken(f"{named} cannot be read ({trouble.strerror}). Check {SETTING}.") from trouble
    except (PlanFileBroken, PictureRefused) as trouble:
        raise DataFileBroken(f"{file.name}: {trouble}") from None


def with_logo(plan: Plan, council: Council, read_photo: ReadPhoto) -> tuple[Plan, ReadPhoto]:
    """Return the plan with the council’s logo where it has none of its own, and a reader that finds it."""
    logo = council.logo
    if logo is None or plan.page.logo:
        return plan, read_photo
    shown = replace(
        plan,
        page=replace(plan.page, logo=LOGO),
        own_pictures=(*plan.own_pictures, OwnPicture(LOGO, council.name)),
    )
    return shown, lambda key: logo if key == LOGO else read_photo(key)


def _logo(file: Path) -> CleanPicture:
    """The logo, drawn anew as every picture is; once for each state of the file."""
    return _clean_logo(file, file.stat().st_mtime_ns)


@cache
def _clean_logo(file: Path, changed: int) -> CleanPicture:
    return clean_picture(file.read_bytes())


def _council(found: object, folder: Path) -> tuple[Council, str]:
    where = "The council’s settings"
    fields = shape.known_fields(found, _FIELDS, where)
    own = fields.get("statements") or {}
    if not isinstance(own, dict):
        raise PlanFileBroken(f"{where}: “statements” must be a list of names and values.")
    plain = Council()
    council = Council(
        shape.words(fields, "name", where) or plain.name,
        shape.words(fields, "complaints", where, longest=_LONGEST) or plain.complaints,
        shape.words(fields, "record_system", where),
        statements={str(name): shape.words(own, name, where, longest=_LONGEST) for name in own},
        checks=_checks(fields.get("checks"), folder),
    )
    return council, shape.words(fields, "logo", where)


def _checks(found: object, folder: Path) -> CheckSettings:
    where = "The council’s checks"
    fields = shape.known_fields({} if found is None else found, ("off", "levels", "limits", "pack"), where)
    levels, limits = _by_rule(fields, "levels", where), _by_rule(fields, "limits", where)
    pack = shape.words(fields, "pack", where)
    if pack and not (folder / pack).is_dir():
        raise PlanFileBroken(f"{where}: there is no folder “{pack}” beside the settings.")
    return CheckSettings(
        shape.texts(fields, "off", where),
        tuple((name, shape.needed_words(levels, name, f"{where}, levels")) for name in levels),
        tuple((name, shape.whole(limits, name, 1, 5_000, f"{where}, limits") or 1) for name in limits),
        folder / pack if pack else None,
    )


def _by_rule(fields: shape.Fields, name: str, where: str) -> shape.Fields:
    found = fields.get(name)
    return shape.known_fields({} if found is None else found, found if isinstance(found, dict) else (), where)
