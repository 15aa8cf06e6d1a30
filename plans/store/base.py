"""The promise every store of plans keeps. A test asks it of each of them, failures included."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from plans.model import Plan
from plans.own_picture import CleanPicture


@dataclass(frozen=True)
class Header:
    """What a list of plans shows of one; version 0 is a plan never saved, of which there is only a draft."""

    id: str
    title: str
    children: str
    status: str
    made: date | None
    review: date | None
    version: int
    updated: datetime


@dataclass(frozen=True)
class Opened:
    """A plan as it was found, and sentences about it that its reader must see."""

    plan: Plan
    version: int
    notices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Draft:
    """Words kept while somebody wrote, not yet saved: by which session, and on top of which version."""

    session: str
    base: int
    plan: Plan
    updated: datetime


class PlanStore(Protocol):
    """Keeps plans as numbered versions: what was saved once is never changed, only deleted with its plan.

    Every method raises StoreTrouble where the disk or folder refuses, and PlanNotFound for a plan that
    is not here or an id that cannot be one.
    """

    def new_id(self) -> str:
        """Return a random id for a new plan; it says nothing about the family."""

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all plans, those with only a draft included, in no special order."""

    def headers(self) -> tuple[Header, ...]:
        """Return what a list shows of each plan, the one saved last first."""

    def get(self, plan_id: str) -> Opened:
        """Return the newest version that can be read; of a plan never saved, its newest draft as version 0.

        Raises:
            PlanFileBroken: no version can be read.
        """

    def versions(self, plan_id: str) -> tuple[int, ...]:
        """Return the numbers of all saved versions, newest first."""

    def get_version(self, plan_id: str, version: int) -> Plan:
        """Return one version.

        Raises:
            PlanFileBroken: it cannot be read.
        """

    def save(self, plan_id: str, plan: Plan, base: int) -> int:
        """Save on top of the version the person saw (0 for a new plan), and return the new version.

        Raises:
            PlanChanged: `base` is not the newest version.
            PlanFileBroken, PlanTooLarge: the plan could not be opened again.
        """

    def delete(self, plan_id: str) -> None:
        """Delete the plan with its versions, drafts and pictures."""

    def save_draft(self, plan_id: str, session: str, plan: Plan, base: int) -> None:
        """Keep the words of one session that are not saved yet, in place of its earlier draft."""

    def drafts(self, plan_id: str) -> tuple[Draft, ...]:
        """Return the drafts that can be read, newest first; none where the plan is not here."""

    def drop_draft(self, plan_id: str, session: str) -> None:
        """Forget one session’s draft, if there is one. To throw away a plan never saved, delete it."""

    def add_picture(self, plan_id: str, picture: CleanPicture) -> str:
        """Keep a picture with a plan that has a version or a draft, and return its key; twice is once."""

    def picture(self, plan_id: str, key: str) -> CleanPicture:
        """Return one of the plan’s own pictures.

        Raises:
            PictureRefused: its file is damaged.
        """
