"""Plans in memory only: for tests, and for trying the app out. All is gone when the program ends."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import Lock

from plans.model import Plan
from plans.own_picture import CleanPicture
from plans.store import names, notices
from plans.store.base import Draft, Header, Opened, PlanStore
from plans.store.head import header_of
from plans.store.readable import readable
from plans.yaml_format import load_plan

Clock = Callable[[], datetime]


@dataclass
class _Kept:
    """One plan: its versions, oldest first, its drafts by session, its pictures by key."""

    versions: list[tuple[Plan, datetime]] = field(default_factory=list)
    drafts: dict[str, Draft] = field(default_factory=dict)
    pictures: dict[str, CleanPicture] = field(default_factory=dict)


def utc_now() -> datetime:
    """Return the time now."""
    return datetime.now(UTC)


class MemoryStore(PlanStore):
    """Keeps the promise of PlanStore until the program ends."""

    def __init__(self, clock: Clock = utc_now) -> None:
        self._clock = clock
        self._plans: dict[str, _Kept] = {}
        self._lock = Lock()  # visitors of the app share the store, each in a thread

    def new_id(self) -> str:
        return names.new_plan_id()

    def ids(self) -> tuple[str, ...]:
        return tuple(self._plans)

    def headers(self) -> tuple[Header, ...]:
        found = [_header(plan_id, kept) for plan_id, kept in list(self._plans.items())]
        return tuple(sorted(found, key=lambda header: header.updated, reverse=True))

    def get(self, plan_id: str) -> Opened:
        kept = self._kept(plan_id)
        if not kept.versions:
            draft = _newest(kept)
            return Opened(draft.plan, 0, (notices.never_saved(draft.updated),))
        return Opened(kept.versions[-1][0], len(kept.versions))

    def versions(self, plan_id: str) -> tuple[int, ...]:
        return tuple(range(len(self._kept(plan_id).versions), 0, -1))

    def get_version(self, plan_id: str, version: int) -> Plan:
        if version not in self.versions(plan_id):
            raise notices.no_such_version()
        return self._kept(plan_id).versions[version - 1][0]

    def save(self, plan_id: str, plan: Plan, base: int) -> int:
        found = load_plan(readable(plan))
        with self._lock:
            kept = self._new_or_kept(plan_id, base)
            if base != len(kept.versions):
                raise notices.plan_changed(kept.versions[-1][1] if kept.versions else None)
            kept.versions.append((found, self._clock()))
            return len(kept.versions)

    def delete(self, plan_id: str) -> None:
        with self._lock:
            self._kept(plan_id)
            del self._plans[plan_id]

    def save_draft(self, plan_id: str, session: str, plan: Plan, base: int) -> None:
        found = load_plan(readable(plan))
        names.checked_session(session)
        with self._lock:
            self._new_or_kept(plan_id, base).drafts[session] = Draft(session, base, found, self._clock())

    def drafts(self, plan_id: str) -> tuple[Draft, ...]:
        kept = self._plans.get(names.checked_plan_id(plan_id), _Kept())
        return tuple(sorted(kept.drafts.values(), key=lambda draft: draft.updated, reverse=True))

    def drop_draft(self, plan_id: str, session: str) -> None:
        with self._lock:
            kept = self._plans.get(names.checked_plan_id(plan_id), _Kept())
            kept.drafts.pop(names.checked_session(session), None)
            if not kept.drafts and not kept.versions:
                self._plans.pop(plan_id, None)

    def add_picture(self, plan_id: str, picture: CleanPicture) -> str:
        key = names.picture_key(picture.data)
        self._kept(plan_id).pictures[key] = picture
        return key

    def picture(self, plan_id: str, key: str) -> CleanPicture:
        kept = self._plans.get(names.checked_plan_id(plan_id), _Kept())
        if names.checked_picture_key(key) not in kept.pictures:
            raise notices.no_such_picture()
        return kept.pictures[key]

    def _kept(self, plan_id: str) -> _Kept:
        if names.checked_plan_id(plan_id) not in self._plans:
            raise notices.no_such_plan()
        return self._plans[plan_id]

    def _new_or_kept(self, plan_id: str, base: int) -> _Kept:
        if base == 0:
            return self._plans.setdefault(names.checked_plan_id(plan_id), _Kept())
        return self._kept(plan_id)


def _newest(kept: _Kept) -> Draft:
    return max(kept.drafts.values(), key=lambda draft: draft.updated)


def _header(plan_id: str, kept: _Kept) -> Header:
    if not kept.versions:
        draft = _newest(kept)
        return header_of(draft.plan, plan_id, 0, draft.updated)
    plan, updated = kept.versions[-1]
    return header_of(plan, plan_id, len(kept.versions), updated)
