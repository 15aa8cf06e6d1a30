"""A sentence with all that a rule may ask about it: who says it, where, of whom."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

# Letters of a script (Yi) that no plan of ours is in: they stand for the letters of a name, so that places in the
# sentence stay, and they count as letters of words.
HARMED, HARMS, CHILD, WORKER, RELATIVE = "\ua000", "\ua001", "\ua002", "\ua003", "\ua004"
_WOMEN, _MEN = ("Mrs", "Ms", "Miss"), ("Mr",)
_A_WOMAN = re.compile(
    r"\b(mother|mum|mummy|mam|wife|grandmother|aunt|auntie|sister|daughter|girlfriend)\b", re.IGNORECASE
)
_WORD = re.compile(r"[^\W_]+")
_OF_ANOTHER = re.compile(r"\b[\w’']+[’']s\b")
_A_MAN = re.compile(r"\b(father|dad|daddy|husband|grandfather|uncle|brother|son|boyfriend)\b", re.IGNORECASE)
# Roles that several people can have, so that the word alone names nobody.
_NOT_ONE = ("child", "parent", "neighbour", "friend", "social worker", "teacher")
_KIN = {True: ("mother", "mum", "mam", "mom"), False: ("father", "dad")}
_OLD_KIN = {
    True: ("gran", "nan", "grandma", "grandmother", "nana"),
    False: ("grandad", "grandpa", "grandfather"),
}
_LONG_ENOUGH = 3
_WHOSE, _AGES = ("his", "her", "my", "their"), ("", "elder ", "older ", "eldest ", "grown-up ", "oldest ")
# Roles of children; by its age a nephew is one as well, and a parent of seventeen is none.
_CHILD = ("child", "baby", "teenager", "young person", "son", "daughter", "stepson", "stepdaughter")
_A_CHILD = re.compile(rf"(?:{'|'.join(_CHILD)})\b(?!-|minder|sitter)")
_GROWN_UP = ("mother", "father", "mum", "dad", "parent", "partner", "boyfriend", "girlfriend", "husband", "wife")
_OF_AGE = 18
_QUOTED = re.compile(
    r"[“\"][^”\"\n]{0,600}[”\"]"  # bounded, so that a page of quotation marks is read at once
    r"|‘[^‘’]{0,600}(?:’(?=\w)[^‘’]{0,600}){0,20}’(?!\w)"
    r"|(?<![\w])'(?=[A-Za-z])[^']{0,600}(?:'(?=\w)[^']{0,600}){0,20}'(?!\w)"
)


@dataclass(frozen=True)
class Who:
    """Somebody of the plan, by all names; `harmed` and `harms` are what people answered, and never guessed."""

    name: str
    called: str = ""
    role: str = ""
    side: str = "family"
    harmed: bool = False
    harms: bool = False
    age: int | None = None

    @property
    def is_child(self) -> bool:
        """Whether this is a child, by age where it was said and by role."""
        role = self.role.lower()
        if self.age is None:
            return _A_CHILD.match(role) is not None
        return self.age < _OF_AGE and not role.startswith(_GROWN_UP)

    @property
    def names(self) -> tuple[str, ...]:
        """Every name, and the first of a full name."""
        first = self.name.split()[0] if self.name.split() else ""
        titled = first.rstrip(".") in ("Mr", "Mrs", "Ms", "Miss", "Dr")
        names = [one for one in (self.name, self.called, "" if titled else first) if one]
        loud = [one.upper() for one in names if len(one) >= _LONG_ENOUGH]  # TESS; “it” and “al” are words as well
        return tuple(dict.fromkeys((*names, *loud)))

    @property
    def mark(self) -> str:
        """The mark that stands for the letters of their names."""
        if self.harmed or self.harms:
            return HARMED if self.harmed else HARMS
        if self.side == "professional":
            return WORKER
        return CHILD if self.is_child else RELATIVE


class Cast(tuple[Who, ...]):
    """The people of a plan, with their names made ready for looking them up in many sentences."""

    @cached_property
    def names(self) -> re.Pattern[str] | None:
        """Any name of anybody, the longest first."""
        return _any_of({name for one in self for name in one.names})

    @cached_property
    def _marked(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        marks: dict[str, set[str]] = {mark: set() for mark in (HARMED, HARMS, CHILD, WORKER, RELATIVE)}
        for one in self:
            marks[one.mark].update(_said_names(one))
        found = ((_any_of(names), mark) for mark, names in marks.items())
        return tuple((pattern, mark) for pattern, mark in found if pattern)

    @cached_property
    def _kin(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        found = ((_any_of(_kin_words(one)), one.mark) for one in self)
        return tuple((pattern, mark) for pattern, mark in found if pattern)

    def masked(self, text: str) -> str:
        """Return a text with a mark for each letter of a name: one mark for who is harmed, others for who harms,
        for children, workers and other relatives."""
        for pattern, mark in self._marked:
            text = _with_mark(text, pattern, mark)
        for pattern, mark in self._kin:  # “his brother” is somebody else where the brother himself is named
            text = text if mark in text else _with_mark(text, pattern, mark)
        return text


@dataclass(frozen=True)
class Said:
    """A sentence, its side (family, professional, child page), the field it stands in, and the kind of document.

    `made` is the day on which the plan was made, for dates without a year.
    """

    text: str
    side: str = ""
    field: str = ""
    document: str = ""
    people: Cast = Cast()  # noqa: RUF009 – a tuple, which nobody can change
    domestic_abuse: bool = False
    made: date | None = None

    @cached_property
    def own_words(self) -> str:
        """The sentence with what somebody else says in it, in quotation marks, blanked out: same places, no words."""
        return _QUOTED.sub(lambda found: " " * len(found[0]), self.text)

    @cached_property
    def small(self) -> str:
        """The sentence in small letters, to see at once which words it cannot have."""
        return self.text.lower()

    @cached_property
    def small_words(self) -> tuple[tuple[int, int, str], ...]:
        """Where each own word begins and ends, and the word in small letters."""
        return tuple((found.start(), found.end(), found[0].lower()) for found in _WORD.finditer(self.own_words))

    @cached_property
    def has_harmed(self) -> bool:
        """Whether somebody is known to be harmed."""
        return any(one.harmed for one in self.people)

    @cached_property
    def masked(self) -> str:
        """The sentence with a mark for each letter of a name, by what its bearer is in the plan."""
        return self.people.masked(self.own_words)


def _with_mark(text: str, pattern: re.Pattern[str], mark: str) -> str:
    return pattern.sub(lambda found: mark * len(found[0]), text)


def _any_of(names: Collection[str]) -> re.Pattern[str] | None:
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)") if names else None


def _said_names(one: Who) -> tuple[str, ...]:
    """The names of somebody, and how a paper calls them by surname or role: Ms Hall, the mother."""
    surname = one.name.split()[-1] if len(one.name.split()) > 1 else ""
    titled = tuple(f"{title} {surname}" for title in _titles(one.role)) if surname else ()
    role = one.role.lower().strip()
    kin = _kin_word(role)
    known = {word for word in (role, kin) if word and word not in _NOT_ONE and not word.startswith(_CHILD)}
    roles = tuple(f"{the} {word}" for the in ("the", "The") for word in known)
    return (*one.names, *titled, *roles)


def _kin_word(role: str) -> str:
    """The word of kin that somebody is: “grandmother” of “grandmother of the twins”, nothing of “mother’s partner”."""
    found = _A_WOMAN.search(_OF_ANOTHER.sub("", role)) or _A_MAN.search(_OF_ANOTHER.sub("", role))
    return found[0].lower() if found else ""


def _kin_words(one: Who) -> tuple[str, ...]:
    """What the others of a family call one of two grown-ups between whom there is harm: “their mother”, “his wife”."""
    if not (one.harmed or one.harms):
        return ()
    woman = _titles(one.role) == _WOMEN
    kin = _OLD_KIN[woman] if "grand" in one.role.lower() else _KIN[woman]
    words = [f"{whose} {word}" for whose in ("their", "the children’s", "the children's") for word in kin]
    if one.harms:
        pairs = ("wife", "girlfriend") if woman else ("husband", "boyfriend")
        grown = ("daughter", "sister") if woman else ("son", "brother", "lad")
        close = (
            (*pairs, "partner", "ex", "ex-partner") if "son" not in one.role and "brother" not in one.role else grown
        )
        words += [f"{whose} {age}{word}" for whose in _WHOSE for age in _AGES for word in close]
    return tuple(words)


def _titles(role: str) -> tuple[str, ...]:
    """The titles that somebody of a role can have: a man and a wife may share a surname. The first kin word counts."""
    woman, man = _A_WOMAN.search(role), _A_MAN.search(role)
    if woman and (not man or woman.start() < man.start()):
        return _WOMEN
    return _MEN if man else (*_MEN, *_WOMEN)


def said_of(found: Mapping[str, object]) -> Said:
    """Return a sentence from its written form; what is not written is empty."""
    people = found.get("people")
    return Said(
        text=str(found.get("text", "")),
        side=str(found.get("side", "")),
        field=str(found.get("field", "")),
        document=str(found.get("document_type", "")),
        people=Cast(_who(one) for one in people if isinstance(one, dict)) if isinstance(people, list) else Cast(),
        domestic_abuse=found.get("domestic_abuse") is True,
        made=_day(found.get("made")),
    )


def _day(found: object) -> date | None:
    try:
        return date.fromisoformat(str(found))
    except ValueError:
        return None


def _who(found: Mapping[str, object]) -> Who:
    return Who(
        str(found.get("name", "")),
        str(found.get("called", "")),
        str(found.get("role", "")),
        str(found.get("side", "")),
        found.get("harmed") is True,
        found.get("harms") is True,
        _age(found.get("age")),
    )


def _age(found: object) -> int | None:
    """The age in whole years, if it is a number."""
    written = str(found).strip()
    return int(written) if written.isdecimal() and len(written) < _LONG_ENOUGH + 1 else None
