"""Days of the plan as a whole: made, begun, looked at again, ended."""

from collections.abc import Iterator

from plans.checks.checked import At, Checked, at_words
from plans.checks.rule import Rule
from plans.wording import long_date


def no_review(_: Rule, checked: Checked) -> Iterator[At]:
    """No day on which it is looked at again."""
    if checked.kind.reviewed and checked.plan.review is None:
        yield At()


def late_review(rule: Rule, checked: Checked) -> Iterator[At]:
    """The review is more days away than the limit."""
    made, review = checked.plan.made, checked.plan.review
    if made and review and (review - made).days > rule.limit:
        yield At(parts={"review": long_date(review), "days": str((review - made).days)})


def review_not_after(_: Rule, checked: Checked) -> Iterator[At]:
    """The review is not after the day on which the plan was made."""
    made, review = checked.plan.made, checked.plan.review
    if made and review and review <= made:
        yield At(parts={"review": long_date(review), "made": long_date(made)})


def no_made(_: Rule, checked: Checked) -> Iterator[At]:
    """No day on which it was made."""
    if checked.plan.made is None:
        yield At()


def no_end(_: Rule, checked: Checked) -> Iterator[At]:
    """No day on which it ends."""
    if checked.plan.terms.ends is None:
        yield At()


def ends_with_an_event(_: Rule, checked: Checked) -> Iterator[At]:
    """It ends with something that happens, and no day is set by which it ends at the latest."""
    if checked.plan.terms.until.strip() and checked.plan.terms.ends is None:
        yield At(parts={"until": checked.plan.terms.until.strip()})


def ends_disagree(_: Rule, checked: Checked) -> Iterator[At]:
    """It ends before it begins, or is looked at only after it has ended."""
    plan, terms = checked.plan, checked.plan.terms
    begins = terms.starts or plan.made
    if begins and terms.ends and terms.ends < begins:
        yield At(parts={"one": f"it begins on {long_date(begins)}", "other": f"ends on {long_date(terms.ends)}"})
    if plan.review and terms.ends and plan.review > terms.ends:
        other = f"is looked at only on {long_date(plan.review)}"
        yield At(parts={"one": f"it ends on {long_date(terms.ends)}", "other": other})


def long_time(rule: Rule, checked: Checked) -> Iterator[At]:
    """It holds for more days than the limit."""
    begins, ends = checked.plan.terms.starts or checked.plan.made, checked.plan.terms.ends
    if begins and ends and (ends - begins).days > rule.limit:
        yield At(parts={"ends": long_date(ends), "days": str((ends - begins).days)})


def promise_outside(_: Rule, checked: Checked) -> Iterator[At]:
    """A promise is due before the plan was made, or after it has ended."""
    made, ends = checked.plan.made, checked.plan.terms.ends
    for one in checked.promises:
        if one.by and ((made and one.by < made) or (ends and one.by > ends)):
            yield At(one.id, "by", parts={"by": long_date(one.by)})


def other_length(rule: Rule, checked: Checked) -> Iterator[At]:
    """A text says another length of the plan than its days do: “for 28 days”, and six weeks between begin and end."""
    begins = checked.plan.terms.starts or checked.plan.made
    ends = checked.plan.terms.ends or checked.plan.review
    if not begins or not ends:
        return
    for written in checked.agreed:
        found = rule.groups["length"].search(written.said.text)
        if found:
            days = _number(found["count"]) * _DAYS[found["unit"].lower().rstrip("s")]
            if abs((ends - begins).days - days) > max(2, days // 14):
                yield at_words(written, found, ends=long_date(ends))


_DAYS = {"day": 1, "week": 7, "month": 30}
_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _COUNTS.index(text.lower()) + 1


def no_assessment_date(_: Rule, checked: Checked) -> Iterator[At]:
    """The first day of the assessment is not known, so that its last day cannot be worked out."""
    if checked.plan.terms.assessed_from is None:
        yield At()


CONDITIONS = {
    "no_review": no_review,
    "late_review": late_review,
    "review_not_after": review_not_after,
    "no_made": no_made,
    "no_end": no_end,
    "ends_with_an_event": ends_with_an_event,
    "ends_disagree": ends_disagree,
    "long_time": long_time,
    "promise_outside": promise_outside,
    "other_length": other_length,
    "no_assessment_date": no_assessment_date,
}
