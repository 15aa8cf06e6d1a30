"""A sentence with all that a rule may ask about it: who says it, where, of whom."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

# Marks that no text has: they stand for the letters of a name, so that places in the sentence stay.
HARMED, HARMS = "\ue000", "\ue001"
_QUOTED = re.compile(r"[“\"].*?[”\"]|‘[^‘’]*(?:’(?=\w)[^‘’]*)*’(?!\w)")


@dataclass(frozen=True)
class Who:
    """Somebody of the plan, by all names; `harmed` and `harms` are what people answered, and never guessed."""

    name: str
    called: str = ""
    role: str = ""
    side: str = "family"
    harmed: bool = False
    harms: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Every name, and the first of a full name."""
        first = self.name.split()[0] if self.name.split() else ""
        titled = first.rstrip(".") in ("Mr", "Mrs", "Ms", "Miss", "Dr")
        return tuple(dict.fromkeys(one for one in (self.name, self.called, "" if titled else first) if one))


@dataclass(frozen=True)
class Said:
    """A sentence, its side (family, professional, child page), the field it stands in, and the kind of document."""

    text: str
    side: str = ""
    field: str = ""
    document: str = ""
    people: tuple[Who, ...] = ()
    domestic_abuse: bool = False

    @cached_property
    def own_words(self) -> str:
        """The sentence with what somebody else says in it, in quotation marks, blanked out: same places, no words."""
        return _QUOTED.sub(lambda found: " " * len(found[0]), self.text)

    @property
    def has_harmed(self) -> bool:
        """Whether somebody is known to be harmed."""
        return any(one.harmed for one in self.people)

    @cached_property
    def masked(self) -> str:
        """The sentence with a mark for each letter of a name of who is harmed, and another for who harms."""
        marked = self.own_words
        for one in self.people:
            mark = HARMED if one.harmed else HARMS if one.harms else ""
            for name in sorted(one.names, key=len, reverse=True) if mark else ():
                marked = re.sub(rf"\b{re.escape(name)}\b", mark * len(name), marked)
        return marked


def said_of(found: Mapping[str, object]) -> Said:
    """Return a sentence from its written form; what is not written is empty."""
    people = found.get("people")
    return Said(
        text=str(found.get("text", "")),
        side=str(found.get("side", "")),
        field=str(found.get("field", "")),
        document=str(found.get("document_type", "")),
        people=tuple(_who(one) for one in people if isinstance(one, dict)) if isinstance(people, list) else (),
        domestic_abuse=found.get("domestic_abuse") is True,
    )


def _who(found: Mapping[str, object]) -> Who:
    return Who(
        str(found.get("name", "")),
        str(found.get("called", "")),
        str(found.get("role", "")),
        str(found.get("side", "")),
        found.get("harmed") is True,
        found.get("harms") is True,
    )
