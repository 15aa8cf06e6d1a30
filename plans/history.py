"""Undo and redo: a plan’s past and future as lists of old plans."""

from dataclasses import dataclass

from plans.model import Plan

MOST_STEPS = 200


@dataclass(frozen=True)
class History:
    """The plan as it is, with what it was and what was undone.

    `kind` names the last change; changes of one kind that follow each other, such as
    typing in one sentence, are undone together.
    """

    plan: Plan
    past: tuple[Plan, ...] = ()
    future: tuple[Plan, ...] = ()
    kind: str = ""


def changed(history: History, plan: Plan, kind: str = "") -> History:
    """Return the history with one more change; an empty kind never joins another."""
    if plan == history.plan:
        return history
    goes_on = bool(kind) and kind == history.kind and bool(history.past)
    past = history.past if goes_on else (*history.past, history.plan)[-MOST_STEPS:]
    return History(plan, past, (), kind)


def undone(history: History) -> History:
    """Return the history one change back."""
    if not history.past:
        return history
    return History(history.past[-1], history.past[:-1], (history.plan, *history.future))


def redone(history: History) -> History:
    """Return the history with the last undone change made again."""
    if not history.future:
        return history
    return History(history.future[0], (*history.past, history.plan), history.future[1:])
