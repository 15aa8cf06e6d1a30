"""Days, dates and times as English sentences write them."""

import re
from collections.abc import Iterator
from datetime import date

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH, _WEEKDAY = "|".join(MONTHS), "|".join(WEEKDAYS)
_DATED_DAY = re.compile(
    rf"\b({_WEEKDAY}),? (?:the )?(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({_MONTH})(?:,? (\d{{4}}))?\b", re.IGNORECASE
)
_NAMED_DAY = re.compile(rf"\b({_WEEKDAY})s?\b", re.IGNORECASE)
_CLOCK = re.compile(
    r"\b(\d{1,2})(?:[.:](\d{2}))? ?(am|pm)\b|\b([01]?\d|2[0-3])[.:]([0-5]\d)\b(?! ?(?:am|pm))"
    r"|\b(?:(half past |quarter past |quarter to )|(?<=at ))"
    r"(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b",
    re.IGNORECASE,
)
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_PARTS = {"half past ": 30, "quarter past ": 15, "quarter to ": -15}
_HALF_A_DAY = 720


def dated_days(text: str) -> Iterator[tuple[re.Match[str], str, int, int, int | None]]:
    """Yield each date that names its weekday: where it stands, weekday, day, month, and the year if it is written."""
    for found in _DATED_DAY.finditer(text):
        weekday, day, month, year = found.groups()
        yield found, weekday.lower(), int(day), MONTHS.index(month.lower()) + 1, int(year) if year else None


def is_on(weekday: str, day: int, month: int, year: int) -> bool:
    """Return whether a date is on that day of the week; a date that no calendar has is on none."""
    try:
        return WEEKDAYS[date(year, month, day).weekday()] == weekday
    except ValueError:
        return False


def weekdays_in(text: str) -> frozenset[str]:
    """Return the days of the week that a text names."""
    return frozenset(found[1].lower() for found in _NAMED_DAY.finditer(text))


def times_in(text: str) -> frozenset[int]:
    """Return the times of day that a text names, in minutes on a clock of twelve hours: “four” and “4pm” are one."""
    return frozenset(_minutes(found) % _HALF_A_DAY for found in _CLOCK.finditer(text))


def _minutes(found: re.Match[str]) -> int:
    hour, minute, _, full_hour, full_minute, part, word = found.groups()
    if word:
        return (_NUMBERS.index(word.lower()) + 1) * 60 + _PARTS.get((part or "").lower(), 0)
    return int(hour or full_hour) * 60 + int(minute or full_minute or 0)
