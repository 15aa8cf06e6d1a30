"""The cue words of cues.yaml, ready to be looked for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from plans import shape
from plans.errors import DataFileBroken, PlanFileBroken
from plans.strict_yaml import read_yaml

_MARK = re.compile(r"\[(?:image|bookmark)[^\]]*\]")
FILE = Path(__file__).parent / "cues.yaml"
_FIELDS = (
    "language", "headings", "sentences", "promise", "speakers", "names_of_papers", "titles", "kin", "roles",
    "short_roles", "school_words", "groups", "not_names",
)  # fmt: skip


@dataclass(frozen=True)
class Cues:
    """Patterns by the place that they lead to, and the words by which people are known; `roles` are by side."""

    headings: Mapping[str, tuple[str, ...]]
    sentences: Mapping[str, tuple[str, ...]]
    promise: str
    speakers: str
    names_of_papers: tuple[str, ...]
    titles: tuple[str, ...]
    kin: tuple[str, ...]
    roles: Mapping[str, tuple[str, ...]]
    short_roles: Mapping[str, str]
    school_words: tuple[str, ...]
    groups: tuple[str, ...]
    not_names: frozenset[str]


@cache
def load_cues(file: Path = FILE) -> Cues:
    """Return the cues.

    Raises:
        DataFileBroken: the file has a mistake; the message names it.
    """
    try:
        fields = shape.known_fields(read_yaml(file.read_bytes()), _FIELDS, "The file")
        return Cues(
            _lists(fields, "headings"),
            _lists(fields, "sentences"),
            shape.needed_words(fields, "promise", "The file", longest=1_000),
            shape.needed_words(fields, "speakers", "The file"),
            shape.texts(fields, "names_of_papers", "The file"),
            shape.texts(fields, "titles", "The file"),
            shape.texts(fields, "kin", "The file"),
            _lists(fields, "roles"),
            {short: str(role) for short, role in _mapping(fields, "short_roles").items()},
            shape.texts(fields, "school_words", "The file"),
            shape.texts(fields, "groups", "The file"),
            frozenset(shape.texts(fields, "not_names", "The file")),
        )
    except (PlanFileBroken, re.error) as trouble:
        raise DataFileBroken(f"{file.name}: {trouble}") from None


def heading_place(text: str, cues: Cues) -> str:
    """Return the place that a line leads to as a heading, or nothing: a heading fits its pattern from end to end."""
    return _whole(text, cues.headings)


def names_paper(text: str, cues: Cues) -> bool:
    """Whether a line is the name of the paper and nothing else."""
    return bool(_whole(text, {"paper": cues.names_of_papers}))


def _whole(text: str, patterns: Mapping[str, tuple[str, ...]]) -> str:
    bare = " ".join(_MARK.sub(" ", text).split()).rstrip(" :")
    for place, cues in patterns.items():
        if any(re.fullmatch(cue, bare, re.IGNORECASE) for cue in cues):
            return place
    return ""


def place_of(text: str, patterns: Mapping[str, tuple[str, ...]], names: str = "") -> str:
    """Return the first place whose cue is in the text, or nothing. `names` is a pattern for the people’s names."""
    for place, cues in patterns.items():
        if any(re.search(cue.replace("{name}", names or "(?!)"), text, re.IGNORECASE) for cue in cues):
            return place
    return ""


def _lists(fields: shape.Fields, name: str) -> dict[str, tuple[str, ...]]:
    found = _mapping(fields, name)
    return {place: shape.texts(found, place, name) for place in found}


def _mapping(fields: shape.Fields, name: str) -> shape.Fields:
    found = fields.get(name)
    return shape.known_fields(found, found if isinstance(found, dict) else (), name)
