"""Plans as files: one folder for each, one file for each save, which is never written again.

A save is written aside, made safe on the disk and then given the next number, which only one writer can get.
So a crash leaves the old save or the new one, and two people who save at once are both told the truth.
"""

import os
import secrets
import shutil
import time
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import platformdirs

from plans.errors import PlanError, PlanNotFound, StoreTrouble
from plans.model import Plan
from plans.own_picture import CleanPicture, kept_picture
from plans.store import disk, names, notices, plan_folder
from plans.store.base import Draft, Header, Opened, PlanStore
from plans.store.head import HEAD_BYTES, header_of, plan_of_head, unreadable_header
from plans.store.readable import readable
from plans.store.seal import sealed

HOME_VARIABLE = "WORDS_AND_PICTURES_HOME"
_TRASH = ".trash-"
_NO_LIST = "The list of plans cannot be read"
_NOT_SAVED = "The plan was not saved"
_NOT_READ = "The plan cannot be read"
_NOT_DELETED = "The plan was not deleted"
_NOT_WHOLLY_DELETED = (
    "The plan is off the list, but not all of it is off the disk."
    " Close the other programs that may hold its files, then start this app again."
)
_ON_SCREEN = "Your words are still on the screen."


def default_folder() -> Path:
    """Return where plans are kept: WORDS_AND_PICTURES_HOME if set, else this person’s own data folder."""
    chosen = os.environ.get(HOME_VARIABLE)
    return Path(chosen) if chosen else Path(platformdirs.user_data_dir("words-and-pictures", appauthor=False))


class FileStore(PlanStore):
    """Keeps the promise of PlanStore in a folder on this computer."""

    def __init__(self, root: Path, wait: disk.Wait = time.sleep) -> None:
        self._root = root
        self._wait = wait
        # The list is asked for at every click: a file that has not changed is not read again for it.
        self._heads: dict[str, tuple[tuple[int, int, int], Header]] = {}
        for left in root.glob(f"{_TRASH}*"):  # a crash came between deleting and done
            shutil.rmtree(left, ignore_errors=True)

    def new_id(self) -> str:
        return names.new_plan_id()

    def ids(self) -> tuple[str, ...]:
        with disk.trouble_told(_NO_LIST):
            folders = self._root.iterdir() if self._root.is_dir() else iter(())
            return tuple(
                folder.name for folder in folders if names.is_plan_id(folder.name) and plan_folder.has_plan(folder)
            )

    def headers(self) -> tuple[Header, ...]:
        with disk.trouble_told(_NO_LIST):
            found = [header for header in map(self._header, self.ids()) if header]
        return tuple(sorted(found, key=lambda header: header.updated, reverse=True))

    def get(self, plan_id: str) -> Opened:
        folder = self._folder(plan_id)
        damaged: list[datetime] = []
        with disk.trouble_told(_NOT_READ):
            for save in plan_folder.read_saves(folder, plan_folder.version_numbers(folder), self._wait):
                if save.plan is not None:
                    return Opened(save.plan, save.version, _notices(folder, save, damaged))
                damaged.append(save.when)
        if damaged:
            raise notices.all_broken()
        return self._never_saved(plan_id)

    def versions(self, plan_id: str) -> tuple[int, ...]:
        folder = self._folder(plan_id)
        with disk.trouble_told(_NOT_READ):
            if not plan_folder.has_plan(folder):
                raise notices.no_such_plan()
            return plan_folder.version_numbers(folder)

    def get_version(self, plan_id: str, version: int) -> Plan:
        if version not in self.versions(plan_id):
            raise notices.no_such_version()
        with disk.trouble_told(_NOT_READ):
            save = plan_folder.read_save(self._folder(plan_id), version, self._wait)
        if save.plan is None:
            raise notices.version_broken()
        return save.plan

    def save(self, plan_id: str, plan: Plan, base: int) -> int:
        content = readable(plan)
        folder = self._folder(plan_id)
        with disk.trouble_told(_NOT_SAVED, _ON_SCREEN):
            self._make_or_find(folder, base)
            # Listed once: a save that lands from here on has taken the number we will ask for.
            taken = plan_folder.version_numbers(folder)
            newest = next((save for save in plan_folder.read_saves(folder, taken, self._wait) if save.plan), None)
            if base != (newest.version if newest else 0):
                raise notices.plan_changed(newest.when if newest else None)
            note = f"previous {newest.fingerprint if newest else 'none'}"
            version = max(taken, default=0) + 1
            try:
                disk.write_new(plan_folder.version_file(folder, version), sealed(content, note), self._wait)
            except FileExistsError:
                raise notices.plan_changed(None) from None
        return version

    def delete(self, plan_id: str) -> None:
        folder = self._folder(plan_id)
        aside = self._root / f"{_TRASH}{secrets.token_hex(8)}"
        with disk.trouble_told(_NOT_DELETED):
            if not folder.is_dir():
                raise notices.no_such_plan()
            os.rename(folder, aside)
            disk.sync_folder(self._root)
        self._heads.pop(plan_id, None)
        shutil.rmtree(aside, ignore_errors=True)
        if aside.exists():
            raise StoreTrouble(_NOT_WHOLLY_DELETED)

    def save_draft(self, plan_id: str, session: str, plan: Plan, base: int) -> None:
        content = readable(plan)
        folder = self._folder(plan_id)
        path = plan_folder.draft_file(folder, names.checked_session(session))
        with disk.trouble_told("Your unsaved words could not be kept", _ON_SCREEN):
            self._make_or_find(folder, base)
            disk.write_over(path, sealed(content, f"base {base}"))

    def drafts(self, plan_id: str) -> tuple[Draft, ...]:
        with disk.trouble_told(_NOT_READ):
            return plan_folder.read_drafts(self._folder(plan_id), self._wait)

    def drop_draft(self, plan_id: str, session: str) -> None:
        folder = self._folder(plan_id)
        path = plan_folder.draft_file(folder, names.checked_session(session))
        with disk.trouble_told("Your old unsaved words could not be thrown away"):
            path.unlink(missing_ok=True)
        with suppress(OSError):
            folder.rmdir()  # refused unless nothing is left in it

    def add_picture(self, plan_id: str, picture: CleanPicture) -> str:
        folder = self._folder(plan_id)
        key = names.picture_key(picture.data)
        path = plan_folder.picture_file(folder, key, picture.media_type)
        with disk.trouble_told("The picture was not kept"):
            if not plan_folder.has_plan(folder):
                raise notices.no_such_plan()
            disk.make_folder(path.parent)
            if not plan_folder.same_picture(path, picture):
                disk.write_over(path, picture.data)
        return key

    def picture(self, plan_id: str, key: str) -> CleanPicture:
        path = plan_folder.kept_picture_file(self._folder(plan_id), names.checked_picture_key(key))
        if path is None:
            raise notices.no_such_picture()
        with disk.trouble_told("A picture cannot be read"):
            data = disk.read_file(path, self._wait)
        if names.picture_key(data) != key:
            raise notices.picture_broken()
        return kept_picture(data)

    def _folder(self, plan_id: str) -> Path:
        return self._root / names.checked_plan_id(plan_id)

    def _make_or_find(self, folder: Path, base: int) -> None:
        """A new plan gets its folder; an old one whose folder is gone was deleted and must not come back."""
        if base == 0:
            disk.make_folder(self._root)
            disk.make_folder(folder)
        elif not folder.is_dir():
            raise notices.no_such_plan()

    def _never_saved(self, plan_id: str) -> Opened:
        draft = next(iter(self.drafts(plan_id)), None)
        if draft is None:
            raise notices.no_such_plan()
        return Opened(draft.plan, 0, (notices.never_saved(draft.updated),))

    def _header(self, plan_id: str) -> Header | None:
        folder = self._folder(plan_id)
        try:
            with disk.trouble_told(_NOT_READ):
                return self._quick_header(plan_id, folder) or self._full_header(plan_id, folder)
        except PlanNotFound:  # deleted since the list was begun
            return None
        except PlanError:
            return unreadable_header(plan_id, plan_folder.written_at(folder))

    def _quick_header(self, plan_id: str, folder: Path) -> Header | None:
        version = max(plan_folder.version_numbers(folder), default=0)
        if not version:
            return None
        path = plan_folder.version_file(folder, version)
        state = path.stat()
        mark = (version, state.st_mtime_ns, state.st_size)
        known = self._heads.get(plan_id)
        if known and known[0] == mark:
            return known[1]
        plan = plan_of_head(disk.read_file(path, self._wait, HEAD_BYTES))
        if plan is None:
            return None
        header = header_of(plan, plan_id, version, plan_folder.written_at(path))
        self._heads[plan_id] = (mark, header)
        return header

    def _full_header(self, plan_id: str, folder: Path) -> Header:
        opened = self.get(plan_id)
        path = plan_folder.version_file(folder, opened.version) if opened.version else folder
        return header_of(opened.plan, plan_id, opened.version, plan_folder.written_at(path))


def _notices(folder: Path, shown: plan_folder.Save, damaged: list[datetime]) -> tuple[str, ...]:
    """What the reader of this save must know."""
    others = plan_folder.other_files(folder)
    return (
        *([notices.damaged(damaged, shown.when)] if damaged else []),
        *([notices.changed_outside(shown.when)] if shown.is_changed else []),
        *([notices.other_save(others)] if others else []),
    )
