"""The sentences a store says about plans: what was found, what was lost, what to do."""

from collections.abc import Sequence
from datetime import datetime

from plans.errors import PictureRefused, PlanChanged, PlanFileBroken, PlanNotFound


def told_time(when: datetime) -> str:
    """Return a time as people here say it, by this computer’s clock: 4 March 2027 at 10:42."""
    local = when.astimezone()
    return f"{local.day} {local:%B %Y at %H:%M}"


def damaged(saves: Sequence[datetime], shown: datetime) -> str:
    """Say that the newest saves cannot be read, and which one is shown instead."""
    times = " and ".join(told_time(when) for when in saves)
    which = f"The newest save ({times}) is damaged." if len(saves) == 1 else f"The newest saves ({times}) are damaged."
    return f"{which} You are looking at the one from {told_time(shown)}. Nothing was thrown away."


def changed_outside(when: datetime) -> str:
    """Say that a save was changed by hand or by the disk."""
    return f"This save was changed outside the app ({told_time(when)}). Read every sentence before you use it."


def other_save(names: Sequence[str]) -> str:
    """Say that files lie with the plan that the app did not write."""
    return (
        f"Another save was found with this plan ({', '.join(names)}). It was left where it is."
        " Someone may have saved on another computer: ask before you go on."
    )


def never_saved(when: datetime) -> str:
    """Say that only a draft is there."""
    return f"This plan was never saved. You are looking at the words kept on {told_time(when)}."


def plan_changed(when: datetime | None) -> PlanChanged:
    """The sentence for a save that would undo somebody else’s."""
    at = f" on {told_time(when)}" if when else ""
    return PlanChanged(
        f"Someone else saved this plan{at}, after you opened it. Your words are still on the screen:"
        " look at the newer plan first, then save yours on top of it or as a separate plan."
    )


def no_such_plan() -> PlanNotFound:
    """The sentence for a plan that is not here."""
    return PlanNotFound("This plan is not here. It may have been deleted, or kept on another computer.")


def no_such_version() -> PlanNotFound:
    """The sentence for a version that is not here."""
    return PlanNotFound("This version of the plan is not here. Choose another.")


def no_such_picture() -> PlanNotFound:
    """The sentence for a picture that is not here."""
    return PlanNotFound("A picture of this plan is not here. Add it again, or take it out of the plan.")


def version_broken() -> PlanFileBroken:
    """The sentence for one version that cannot be read."""
    return PlanFileBroken("This version of the plan is damaged. Choose another.")


def all_broken() -> PlanFileBroken:
    """The sentence for a plan of which nothing can be read."""
    return PlanFileBroken(
        "No save of this plan can be read. Nothing was thrown away:"
        " ask whoever looks after this computer to bring its folder back from a backup."
    )


def picture_broken() -> PictureRefused:
    """The sentence for a kept picture whose file is damaged."""
    return PictureRefused("A picture of this plan is damaged. Add it again, or take it out of the plan.")
