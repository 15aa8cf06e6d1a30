"""Working days in England: the 45 within which an assessment is finished (Working Together to Safeguard Children)."""

from datetime import date, timedelta

ASSESSMENT_DAYS = 45


def assessment_ends(began: date) -> date:
    """Return the last day of an assessment: the 45th working day after the day on which it began."""
    return working_days_after(began, ASSESSMENT_DAYS)


def working_days_after(day: date, count: int) -> date:
    """Return the day that is so many working days later; weekends and England’s bank holidays do not count."""
    from holidays import country_holidays  # a big library, and few plans ask for it

    free = country_holidays("GB", subdiv="ENG")
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5 and day not in free
    return day
