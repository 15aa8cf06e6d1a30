"""How dates and names are said on paper and on the screen."""

from datetime import date

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def long_date(day: date) -> str:
    """Return a date as one says it: 4 March 2027."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def day_and_date(day: date) -> str:
    """Return a date with its day of the week: Thursday 4 March 2027."""
    return f"{_DAYS[day.weekday()]} {long_date(day)}"


def joined_names(names: list[str]) -> str:
    """Return names as one reads them: “Amara, Theo and Sam”."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names) or "Our"


def possessive(name: str) -> str:
    """Return a name with ’s, or ’ after an s; “Our” stays."""
    return name if name == "Our" else f"{name}’" if name.endswith("s") else f"{name}’s"
