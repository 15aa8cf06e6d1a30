"""What a council says of itself on its documents: one settings file, with its own words for our statements."""

import os
from dataclasses import dataclass, field
from pathlib import Path

from plans import shape
from plans.errors import DataFileBroken, PlanFileBroken
from plans.strict_yaml import read_yaml

SETTING = "WORDS_AND_PICTURES_COUNCIL"
_FIELDS = ("name", "complaints", "record_system", "statements")
_LONGEST = 2_000


@dataclass(frozen=True)
class Council:
    """A council’s name, how to complain to it, where its records are, and its own words for statements by their ids."""

    name: str = "the council"
    complaints: str = "Ask us how."
    record_system: str = ""
    statements: dict[str, str] = field(default_factory=dict)


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
        return _council(read_yaml(file.read_bytes()))
    except OSError as trouble:
        raise DataFileBroken(f"{file.name} cannot be read ({trouble.strerror}). Check {SETTING}.") from trouble
    except PlanFileBroken as trouble:
        raise DataFileBroken(f"{file.name}: {trouble}") from None


def _council(found: object) -> Council:
    where = "The council’s settings"
    fields = shape.known_fields(found, _FIELDS, where)
    own = fields.get("statements") or {}
    if not isinstance(own, dict):
        raise PlanFileBroken(f"{where}: “statements” must be a list of names and values.")
    plain = Council()
    return Council(
        shape.words(fields, "name", where) or plain.name,
        shape.words(fields, "complaints", where, longest=_LONGEST) or plain.complaints,
        shape.words(fields, "record_system", where),
        {str(name): shape.words(own, name, where, longest=_LONGEST) for name in own},
    )
