"""The cue words of cues.yaml, ready to be looked for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from plans import shape
from plans.errors import DataFileBroken, PlanFileBroken
from plans.strict_yaml import read_yaml

FILE = Path(__file__).parent / "cues.yaml"
_FIELDS = (
    "language", "headings", "sentences", "promise", "speakers", "names_of_papers", "titles", "kin", "roles",
    "short_roles", "school_words", "groups", "not_names", "heading_words",
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
    heading_words: frozenset[str]


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
            frozenset(shape.texts(fields, "heading_words", "The file", most=400)),
        )
    except (PlanFileBroken, re.error) as trouble:
        raise DataFileBroken(f"{file.name}: {trouble}") from None


def is_heading(text: str, cues: Cues, names: str = "") -> bool:
    """Whether a line has a cue and says nothing beside it, the names of people, and words such as what and when."""
    if not place_of(text, cues.headings):
        return False
    left = re.sub(rf"\b(?:{names or '(?!)'})\b|\[[^\]]*\]", " ", text)
    for patterns in cues.headings.values():
        for cue in patterns:
            left = re.sub(cue, " ", left, flags=re.IGNORECASE)
    titles = {title.lower() for title in cues.titles}
    words = re.findall(r"[\w.]+", re.sub(r"[’']", "", left.lower()))
    return all(word.strip(".") in cues.heading_words | titles or len(word) == 1 for word in words)


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
