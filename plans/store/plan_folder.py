"""What lies in one plan’s folder, and what each file is.

v000001.yaml, v000002.yaml …   one file for each save, never changed; the note names the seal before it
draft-<session>.yaml           words not saved yet; the note names the version they stand on
pictures/<16 digits>.jpg       the family’s own pictures, named by their content
"""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from plans.errors import PlanError
from plans.model import Plan
from plans.own_picture import CleanPicture
from plans.store.base import Draft
from plans.store.disk import Wait, read_file
from plans.store.seal import unsealed
from plans.yaml_format import load_plan

_VERSION = re.compile(r"v(\d{6})\.yaml\Z")
_DRAFT = re.compile(r"draft-([a-z0-9][a-z0-9-]{0,63})\.yaml\Z")
_PICTURES = "pictures"
_ENDINGS = {"image/jpeg": ".jpg", "image/png": ".png"}
_LEFT_BY_SYSTEMS = {"desktop.ini", "thumbs.db"}


@dataclass(frozen=True)
class Save:
    """One version as its file was found; `plan` is None where it is damaged."""

    version: int
    plan: Plan | None
    fingerprint: str
    is_changed: bool
    when: datetime


def version_file(folder: Path, version: int) -> Path:
    """Return where a version is kept."""
    return folder / f"v{version:06d}.yaml"


def draft_file(folder: Path, session: str) -> Path:
    """Return where a session’s draft is kept."""
    return folder / f"draft-{session}.yaml"


def picture_file(folder: Path, key: str, media_type: str) -> Path:
    """Return where a picture is kept."""
    return folder / _PICTURES / (key.removeprefix("photo:") + _ENDINGS[media_type])


def kept_picture_file(folder: Path, key: str) -> Path | None:
    """Return the file of a picture that is kept under this key, if there is one."""
    files = (picture_file(folder, key, media_type) for media_type in _ENDINGS)
    return next((file for file in files if file.exists()), None)


def version_numbers(folder: Path) -> tuple[int, ...]:
    """Return the numbers of all versions, newest first; none where there is no folder."""
    found = (_VERSION.match(name) for name in _names(folder))
    return tuple(sorted((int(name[1]) for name in found if name), reverse=True))


def other_files(folder: Path) -> tuple[str, ...]:
    """Return the names of files the app did not write, as a shared drive adds when two computers save."""
    return tuple(sorted(name for name in _names(folder) if not _is_ours(name)))


def read_saves(folder: Path, versions: Iterable[int], wait: Wait) -> Iterator[Save]:
    """Read these versions one by one."""
    return (read_save(folder, version, wait) for version in versions)


def read_save(folder: Path, version: int, wait: Wait) -> Save:
    """Read one version. A file whose seal fits is as we wrote it; what is wrong with that is not damage.

    Raises:
        PlanFileBroken: the file is whole, but this program does not know its format.
    """
    path = version_file(folder, version)
    found = unsealed(read_file(path, wait))
    when = written_at(path)
    if found.fits:
        return Save(version, load_plan(found.content), found.fingerprint, False, when)
    plan = _plan_if_readable(found.content) if found.has_seal else None
    return Save(version, plan, found.fingerprint, True, when)


def read_drafts(folder: Path, wait: Wait) -> tuple[Draft, ...]:
    """Return the drafts that are as we wrote them, newest first."""
    found = [(_DRAFT.match(name), folder / name) for name in _names(folder)]
    drafts = [_draft(path, name[1], wait) for name, path in found if name]
    return tuple(sorted(filter(None, drafts), key=lambda draft: draft.updated, reverse=True))


def has_plan(folder: Path) -> bool:
    """Tell whether there is a version or a draft in the folder; one that lets nobody look is taken to have some."""
    try:
        return any(_VERSION.match(name) or _DRAFT.match(name) for name in _names(folder))
    except PermissionError:
        return True


def same_picture(file: Path, picture: CleanPicture) -> bool:
    """Tell whether the picture is already there, undamaged."""
    return file.exists() and file.read_bytes() == picture.data


def written_at(path: Path) -> datetime:
    """Return when a file was last written."""
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)


def _draft(path: Path, session: str, wait: Wait) -> Draft | None:
    try:
        found = unsealed(read_file(path, wait))
        base = found.note.removeprefix("base ")
        plan = _plan_if_readable(found.content) if found.fits and base.isdecimal() else None
        return Draft(session, int(base), plan, written_at(path)) if plan else None
    except OSError:  # dropped by its own session a moment ago, or held: a draft is only ever an offer
        return None


def _plan_if_readable(content: bytes) -> Plan | None:
    try:
        return load_plan(content)
    except PlanError:
        return None


def _is_ours(name: str) -> bool:
    known = _VERSION.match(name) or _DRAFT.match(name) or name == _PICTURES
    return bool(known) or name.startswith(".") or name.lower() in _LEFT_BY_SYSTEMS


def _names(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)
    except (FileNotFoundError, NotADirectoryError):
        return []
