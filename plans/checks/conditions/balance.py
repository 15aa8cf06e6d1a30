"""Who carries how much: how many promises each person makes, and whose have a day."""

from collections import Counter
from collections.abc import Iterator

from plans.checks.checked import At, Checked
from plans.checks.rule import Rule

_FEW = 4


def one_carries_most(rule: Rule, checked: Checked) -> Iterator[At]:
    """One of the family makes more promises, in a hundred, than the limit."""
    counts = Counter(one.who for one in checked.promises)
    family = {one.id: one for one in checked.plan.people if one.side != "professional"}
    if counts.total() < _FEW or len(checked.taking_part) < 3:
        return
    who, count = counts.most_common(1)[0]
    if who in family and 100 * count > rule.limit * counts.total():
        yield At(parts={"name": family[who].name, "count": str(count), "all": str(counts.total())})


def one_parent_changes(_: Rule, checked: Checked) -> Iterator[At]:
    """Two parents take part, and only one of them has anything to do."""
    if len(checked.parents) != 2 or len(checked.promises) < 2:
        return
    with_promises = [one for one in checked.parents if checked.promises_of(one)]
    if len(with_promises) == 1:
        other = next(one for one in checked.parents if one not in with_promises)
        yield At(parts={"name": with_promises[0].name, "other": other.name})


def uneven_parents(rule: Rule, checked: Checked) -> Iterator[At]:
    """Two parents both promise something, and one promises so many times as much as the other."""
    if len(checked.parents) != 2:
        return
    few, many = sorted(checked.parents, key=lambda one: len(checked.promises_of(one)))
    least, most = len(checked.promises_of(few)), len(checked.promises_of(many))
    if least and most >= least * rule.limit:
        yield At(parts={"name": many.name, "other": few.name, "most": str(most), "least": str(least)})


def only_one_is_dated(_: Rule, checked: Checked) -> Iterator[At]:
    """Only one person’s promises have a day by which they are done, though others promise as well."""
    dated = [one for one in checked.promises if one.by]
    who = {one.who for one in dated}
    parents = {one.id: one for one in checked.parents}
    others = [one for one in checked.promises if one.who in parents and one.who not in who and not one.when.strip()]
    if len(who) == 1 and others and (name := next((one.name for one in checked.plan.people if one.id in who), "")):
        yield At(dated[0].id, "by", parts={"name": name})


CONDITIONS = {
    "one_carries_most": one_carries_most,
    "one_parent_changes": one_parent_changes,
    "uneven_parents": uneven_parents,
    "only_one_is_dated": only_one_is_dated,
}
