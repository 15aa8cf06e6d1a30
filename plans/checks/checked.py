"""A plan as the conditions of rules see it: the plan, the document that is checked, and what follows from both."""

import re
from dataclasses import dataclass
from dataclasses import field as filled
from functools import cached_property

from plans.checks.plan_text import Written, cast_of, childs_texts, grown_ups_texts
from plans.checks.said import Cast
from plans.document_type import DocumentType
from plans.model import Person, Plan, Promise, Sentence

_PARENT = ("mum", "mummy", "mam", "mother", "dad", "daddy", "father", "stepmum", "stepdad", "parent")


@dataclass(frozen=True)
class At:
    """Where a condition found something, and the words that its message has a place for; no id is the whole plan.

    `in_words` says whether other words there would mend it.
    """

    place: str = ""
    field: str = "text"
    words: str = ""
    start: int = 0
    parts: dict[str, str] = filled(default_factory=dict)
    in_words: bool = False


def at_words(written: Written, found: re.Match[str], **parts: str) -> At:
    """Return where words of a text stand in the plan, as a match in its sentence found them."""
    field, start, _ = written.at(found.start(), found.end())
    return At(written.place, field, found[0], start, {"words": found[0], **parts}, in_words=True)


@dataclass(frozen=True)
class Checked:
    """A plan under check, as one kind of document."""

    plan: Plan
    kind: DocumentType

    @cached_property
    def cast(self) -> Cast:
        """Everybody, as rules know them."""
        return cast_of(self.plan)

    @cached_property
    def agreed(self) -> tuple[Written, ...]:
        """What the grown-ups’ document says."""
        return tuple(grown_ups_texts(self.plan, self.kind, self.cast))

    @cached_property
    def told(self) -> tuple[Written, ...]:
        """What grown-ups say on the child’s page."""
        return tuple(childs_texts(self.plan, self.cast))

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence of the child’s page that has words."""
        return tuple(one for part in self.plan.sections for one in part.sentences if one.text.strip())

    @cached_property
    def taking_part(self) -> tuple[Person, ...]:
        """Who takes part."""
        return tuple(one for one in self.plan.people if one.takes_part)

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        """Promises that say something."""
        return tuple(one for one in self.plan.promises if one.text.strip())

    def promises_of(self, person: Person) -> tuple[Promise, ...]:
        """Return what somebody promises."""
        return tuple(one for one in self.promises if one.who == person.id)

    @cached_property
    def parents(self) -> tuple[Person, ...]:
        """Who takes part and is a parent, by parental responsibility or by role."""
        return tuple(one for one in self.taking_part if one.side == "family" and is_parent(one))

    @property
    def is_agreement(self) -> bool:
        """Whether the grown-ups agree anything in it: it is a document for them, or promises stand behind the page."""
        return bool(self.kind.parts or self.plan.promises)


def is_parent(person: Person) -> bool:
    """Return whether somebody is a parent, by parental responsibility or by role or name."""
    called = {person.role.lower().strip(), person.name.lower().strip()}
    return person.parental_responsibility or not called.isdisjoint(_PARENT)
