"""Every text of a plan that a rule may ask about, with where in the plan it stands."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from plans.about import own_parts
from plans.agreed_words import name_of
from plans.checks.said import Cast, Said, Who
from plans.document_type import DocumentType
from plans.model import Plan, Point, Promise
from plans.wording import long_date

# The fields in which rules look, by the part in which a point stands; any other is looked at for its words only.
_FIELD_OF_PART = {
    "aim": "aim", "reason": "reason", "support": "support", "need_to_see": "need_to_see", "definition": "definition",
    "contingency": "contingency", "if_not_well": "contingency", "unwell": "contingency",
    "urgent_meeting": "consequence", "if_declined": "consequence", "consequence": "consequence",
    "assessment": "history", "evidence": "history", "progress": "history", "emergency": "history",
    "review_meeting": "review", "spell": "review", "cannot": "term", "can": "term", "may_see": "term",
    "expectation": "term", "visit": "term", "shared": "copies", "others_do": "support", "observed": "need_to_see",
    "monitoring": "need_to_see",
    "supervision": "need_to_see",
}  # fmt: skip

_AND_WHEN = ", "


@dataclass(frozen=True)
class Written:
    """A text of the plan: the id and the field it stands in, and the sentence that it is read as.

    Of a promise, the sentence begins with who promises and ends with when: `lead` letters of it stand before the text,
    and from the letter `more` on stands the field “when”; 0 if there is none.
    """

    place: str
    field: str
    said: Said
    lead: int = 0
    more: int = 0

    def at(self, start: int, end: int) -> tuple[str, int, int]:
        """Return in which field letters of the sentence stand, and where in that field."""
        if self.more and start >= self.more:
            return "when", start - self.more, end - self.more
        last = self.more - len(_AND_WHEN) if self.more else len(self.said.text)
        return self.field, max(0, start - self.lead), max(0, min(end, last) - self.lead)


def cast_of(plan: Plan) -> Cast:
    """Return the people and children as rules know them: who is harmed and who harms is what people answered."""
    private = plan.private
    people = [
        Who(one.full_name or one.name, one.name, one.role, one.side, one.id in private.harmed, one.id in private.harms)
        for one in plan.people
    ]
    children = [Who(one.name, one.name, "child", harmed=one.id in private.harmed) for one in plan.children]
    return Cast((*people, *children))


def grown_ups_texts(plan: Plan, kind: DocumentType, cast: Cast) -> Iterator[Written]:
    """Yield what a document for grown-ups says: worries, promises with their help and test, and points."""
    for worry in plan.worries:
        yield _written(plan, kind, cast, worry.id, "text", "worry", "", worry.text)
    for promise in plan.promises:
        yield from _promise_texts(plan, kind, cast, promise)
    shown, own = set(kind.point_parts), own_parts()
    for point in plan.points:
        if point.part in shown or (not kind.parts and point.part not in own):
            yield _point_text(plan, kind, cast, point)


def childs_texts(plan: Plan, cast: Cast) -> Iterator[Written]:
    """Yield the sentences of the child’s page that grown-ups say; the child’s own words are the child’s own."""
    children = {name for child in plan.children for name in (child.id, child.name)}
    for section in plan.sections:
        for sentence in section.sentences:
            if sentence.text.strip() and sentence.said_by not in children:
                field = "child_worry" if section.id == "worries" else "child_page"
                said = Said(sentence.text, "child page", field, "CSP", cast, _hurt(plan), plan.made)
                yield Written(sentence.id, "text", said)


def _promise_texts(plan: Plan, kind: DocumentType, cast: Cast, promise: Promise) -> Iterator[Written]:
    name = name_of(plan, promise.who)
    lead = f"{name} " if name and not promise.text.startswith(name) else ""
    by = f"by {long_date(promise.by)}" if promise.by else ""
    tail = ", ".join(part for part in (promise.when.strip(" ."), by) if part)
    text = f"{lead}{promise.text}{f'{_AND_WHEN}{tail}' if tail else ''}"
    written = _written(plan, kind, cast, promise.id, "text", "term", promise.who, text, len(lead))
    left_out = len(promise.when) - len(promise.when.lstrip(" ."))
    begins = len(lead) + len(promise.text) + len(_AND_WHEN) - left_out
    yield replace(written, more=begins if promise.when.strip(" .") else 0)
    fields = {"help": "help", "shown": "need_to_see", "hindrance": "other"}
    for field, looked in fields.items():
        if value := getattr(promise, field):
            yield _written(plan, kind, cast, promise.id, field, looked, promise.who, value)


def _point_text(plan: Plan, kind: DocumentType, cast: Cast, point: Point) -> Written:
    name = name_of(plan, point.who)
    lead = f"{name} " if name and point.part in ("cannot", "can", "may_see", "support") else ""
    by = f", by {long_date(point.by)}" if point.by else ""
    looked = _FIELD_OF_PART.get(point.part, "other")
    return _written(plan, kind, cast, point.id, "text", looked, point.who, f"{lead}{point.text}{by}", len(lead))


def _written(
    plan: Plan, kind: DocumentType, cast: Cast, place: str, field: str, looked: str, who: str, text: str, lead: int = 0
) -> Written:
    side = next((one.side for one in plan.people if one.id == who), "")
    side = "professional" if side == "professional" else "family" if side else ""
    code = kind.code if kind.parts else "WTA"
    return Written(place, field, Said(text, side, looked, code, cast, _hurt(plan), plan.made), lead)


def _hurt(plan: Plan) -> bool:
    return bool(plan.private.harmed)
