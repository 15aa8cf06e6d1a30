"""Writes files so that they outlive a crash or a power cut, and says in a sentence what the disk refuses."""

import errno
import os
import secrets
import shutil
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from plans.errors import StoreTrouble

LEAST_FREE = 50_000_000
STALE_LOCK_SECONDS = 30
OLD_TEMPORARY_SECONDS = 3_600
TEMPORARY = ".tmp-"
LOCK = ".lock"

Wait = Callable[[float], None]

_NO_HARD_LINKS = {errno.EPERM, errno.EACCES, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EBADF, errno.ENOSYS}

_WRITE = "Ask whoever looks after this computer to let you write there, then try again."
_LET_IN = "Ask whoever looks after this computer to let you in, then try again."
_SHUT_OUT = "this computer does not let the app into its folder"
_CONNECT = "Check that the disk or network drive is connected, then try again."
_REASONS = {
    errno.ENOSPC: ("the disk is full, or nearly", "Make room on it, then try again."),
    errno.EDQUOT: ("your share of the disk is full", "Make room on it, then try again."),
    errno.EROFS: ("its folder can only be read", _WRITE),
    errno.EACCES: (_SHUT_OUT, _LET_IN),
    errno.EPERM: (_SHUT_OUT, _LET_IN),
    errno.ENOENT: ("its folder is no longer there", _CONNECT),
    errno.EBUSY: ("another program holds its folder", "Wait a moment, then try again."),
}


@contextmanager
def trouble_told(what: str, after: str = "") -> Iterator[None]:
    """Turn what the disk refuses into StoreTrouble: what did not happen, why, and what to do."""
    try:
        yield
    except OSError as trouble:
        why, advice = _REASONS.get(trouble.errno or 0, ("the disk does not answer as it should", _CONNECT))
        raise StoreTrouble(" ".join(filter(None, [f"{what}: {why}.", advice, after]))) from None


def read_file(path: Path, wait: Wait = time.sleep, most: int = 20_000_000) -> bytes:
    """Return the first bytes of a file; one that another program holds is tried three times more."""
    for pause in (0.2, 0.2, 0.2):
        try:
            return _read(path, most)
        except PermissionError:
            wait(pause)
    return _read(path, most)


def write_new(path: Path, data: bytes, wait: Wait = time.sleep) -> None:
    """Write a file under a name that is free, all of it or nothing.

    Raises:
        FileExistsError: the name is taken.
    """
    with _written_aside(path.parent, data) as aside:
        _name_if_free(aside, path, wait)
    sync_folder(path.parent)
    _sweep(path.parent)


def write_over(path: Path, data: bytes) -> None:
    """Write a file in place of the one with that name, all of it or nothing."""
    with _written_aside(path.parent, data) as aside:
        os.replace(aside, path)
    sync_folder(path.parent)


def make_folder(folder: Path) -> None:
    """Make a folder that only this person can look into, if it is not there."""
    if folder.is_dir():
        return
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)
    sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Make the folder’s list of names outlive a power cut, where the system can."""
    if sys.platform == "win32":  # pragma: no cover
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    except OSError as trouble:
        if trouble.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(handle)


def _read(path: Path, most: int) -> bytes:
    with path.open("rb") as file:
        return file.read(most)


@contextmanager
def _written_aside(folder: Path, data: bytes) -> Iterator[Path]:
    """Write the data under a passing name, safely on the disk; the name is gone afterwards."""
    space = shutil.disk_usage(folder)
    if space.total and space.free < LEAST_FREE:  # some network drives tell nothing, and say 0 of 0
        raise OSError(errno.ENOSPC, "less than 50 MB free")
    aside = folder / f"{TEMPORARY}{secrets.token_hex(8)}"
    try:
        _write(aside, data)
        yield aside
    finally:
        with suppress(OSError):
            aside.unlink()


def _write(path: Path, data: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o600), "wb") as file:
        file.write(data)
        file.flush()
        _sync(file.fileno())


def _sync(handle: int) -> None:
    if sys.platform == "darwin":  # pragma: no cover
        import fcntl

        with suppress(OSError):  # network drives cannot; the plain way is next
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            return
    os.fsync(handle)


def _name_if_free(aside: Path, path: Path, wait: Wait) -> None:
    """Give the file its name unless it is taken: two who save at once cannot both have it."""
    if sys.platform == "win32":  # pragma: no cover
        os.rename(aside, path)  # refuses a taken name there
        return
    try:
        os.link(aside, path)
    except FileExistsError:
        raise
    except OSError as trouble:
        if trouble.errno not in _NO_HARD_LINKS:
            raise
        _name_under_lock(aside, path, wait)


def _name_under_lock(aside: Path, path: Path, wait: Wait) -> None:
    """The same on memory sticks and shares that have no hard links."""
    with _locked(path.parent / LOCK, wait):
        if path.exists():
            raise FileExistsError(errno.EEXIST, "the name is taken")
        os.replace(aside, path)


@contextmanager
def _locked(lock: Path, wait: Wait) -> Iterator[None]:
    """Wait up to ten seconds for the lock; one left behind by a crash is thrown away."""
    for _ in range(50):
        if _took(lock):
            break
        _break_stale(lock)
        wait(0.2)
    else:
        raise OSError(errno.EBUSY, "the lock is held")
    try:
        yield
    finally:
        with suppress(OSError):
            lock.unlink()


def _took(lock: Path) -> bool:
    try:
        with lock.open("x", encoding="utf-8") as file:
            file.write(f"{os.getpid()} {socket.gethostname()} {time.time():.0f}\n")
    except FileExistsError:
        return False
    return True


def _break_stale(lock: Path) -> None:
    with suppress(FileNotFoundError):
        if time.time() - lock.stat().st_mtime > STALE_LOCK_SECONDS:
            # Renamed first, so that of several who find it stale only one throws it away.
            aside = lock.with_name(f"{TEMPORARY}{secrets.token_hex(8)}")
            os.rename(lock, aside)
            aside.unlink()


def _sweep(folder: Path) -> None:
    """Throw away what a crash left half-written an hour ago or longer."""
    with suppress(OSError):  # the save itself is done; what cannot be swept now is swept next time
        for left in folder.glob(f"{TEMPORARY}*"):
            if time.time() - left.stat().st_mtime > OLD_TEMPORARY_SECONDS:
                left.unlink()
