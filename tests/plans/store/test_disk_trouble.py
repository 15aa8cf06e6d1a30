"""What the disk, the folder or another program can refuse, and the sentence for each."""

import errno
import os
import shutil
import time
from collections import namedtuple
from dataclasses import replace
from pathlib import Path

import pytest

from plans.errors import PlanChanged, StoreTrouble
from plans.own_picture import CleanPicture
from plans.store.files import FileStore

ID = "0123456789abcdef"
OTHER = "fedcba9876543210"
UNREADABLE = "A plan that cannot be read"
STAYS = "Your words are still on the screen."
ASK = "Ask whoever looks after this computer to let you write there, then try again."
CONNECT = "Check that the disk or network drive is connected, then try again."
LET_IN = (
    "this computer does not let the app into its folder."
    " Ask whoever looks after this computer to let you in, then try again."
)
Space = namedtuple("Space", "total used free")

REASONS = {
    errno.ENOSPC: "the disk is full, or nearly. Make room on it, then try again.",
    errno.EDQUOT: "your share of the disk is full. Make room on it, then try again.",
    errno.EROFS: f"its folder can only be read. {ASK}",
    errno.EACCES: LET_IN,
    errno.EIO: f"the disk does not answer as it should. {CONNECT}",
}


def refusing(number):
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, "refused")

    return refuse


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.skipif(os.name == "nt", reason="Windows saves by other calls")
@pytest.mark.parametrize("number", REASONS, ids=errno.errorcode.get)
@pytest.mark.parametrize("call", ["open", "fsync", "link"])
def test_a_save_the_disk_refuses_is_told_and_leaves_the_plan_as_it_was(files, root, plan, monkeypatch, call, number):
    files.save(ID, plan, 0)
    with monkeypatch.context() as disk:
        disk.setattr(os, call, refusing(number))
        if call == "link" and number == errno.EACCES:
            disk.setattr(os, "replace", refusing(number))  # tried next, for disks that cannot link
        with pytest.raises(StoreTrouble) as refused:
            files.save(ID, replace(plan, title="Mine"), 1)
    assert str(refused.value) == f"The plan was not saved: {REASONS[number]} {STAYS}"
    assert names_in(root / ID) == ["v000001.yaml"]
    assert files.get(ID).plan == plan
    assert files.save(ID, replace(plan, title="Mine"), 1) == 2


def test_a_nearly_full_disk_is_told_before_anything_is_written(files, root, plan, monkeypatch):
    files.save(ID, plan, 0)
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: Space(10**12, 10**12, 49_000_000))
    with pytest.raises(StoreTrouble) as refused:
        files.save(ID, plan, 1)
    assert str(refused.value) == f"The plan was not saved: {REASONS[errno.ENOSPC]} {STAYS}"
    with pytest.raises(StoreTrouble) as refused:
        files.save_draft(ID, "tab-1", plan, 1)
    assert str(refused.value) == f"Your unsaved words could not be kept: {REASONS[errno.ENOSPC]} {STAYS}"
    with pytest.raises(StoreTrouble) as refused:
        files.add_picture(ID, CleanPicture(b"dots", "image/png", 1, 1))
    assert str(refused.value) == f"The picture was not kept: {REASONS[errno.ENOSPC]}"
    assert files.get(ID).plan == plan


def test_a_network_drive_that_tells_no_space_is_written_to(files, plan, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: Space(0, 0, 0))
    assert files.save(ID, plan, 0) == 1


@pytest.mark.skipif(os.name == "nt" or (hasattr(os, "geteuid") and os.geteuid() == 0), reason="root may write anywhere")
def test_a_folder_that_may_only_be_read_still_opens(files, root, plan):
    files.save(ID, plan, 0)
    (root / ID).chmod(0o500)
    try:
        with pytest.raises(StoreTrouble) as refused:
            files.save(ID, plan, 1)
        assert files.get(ID).plan == plan
    finally:
        (root / ID).chmod(0o700)
    assert str(refused.value) == f"The plan was not saved: {LET_IN} {STAYS}"


def test_a_file_where_the_folder_should_be_is_told(root, plan):
    root.write_text("not a folder")
    with pytest.raises(StoreTrouble, match=r"^The plan was not saved: "):
        FileStore(root).save(ID, plan, 0)


def held_file(monkeypatch, times: int) -> None:
    """Let another program hold every file for so many tries."""
    left = iter(range(times))
    opened = Path.open

    def hold(path: Path, *args: object, **options: object) -> object:
        if next(left, None) is not None:
            raise PermissionError(errno.EACCES, "held")
        return opened(path, *args, **options)

    monkeypatch.setattr(Path, "open", hold)


def test_a_file_that_another_program_holds_is_waited_for(root, plan, monkeypatch):
    waited: list[float] = []
    files = FileStore(root, wait=waited.append)
    files.save(ID, plan, 0)
    held_file(monkeypatch, 3)
    assert files.get(ID).plan == plan
    assert waited == [0.2, 0.2, 0.2]


def test_a_file_that_stays_held_is_told_and_never_called_damaged(files, plan, monkeypatch):
    files.save(ID, plan, 0)
    files.save(ID, plan, 1)
    held_file(monkeypatch, 4)
    with pytest.raises(StoreTrouble) as refused:
        files.get(ID)
    assert str(refused.value) == f"The plan cannot be read: {LET_IN}"


def test_one_plan_that_is_held_does_not_hide_the_others(files, plan, monkeypatch):
    files.save(ID, plan, 0)
    files.save(OTHER, plan, 0)
    held_file(monkeypatch, 4)
    assert sorted(seen.title for seen in files.headers()) == [
        UNREADABLE,
        "Amara and Theo’s plan",
    ]


def test_a_folder_nobody_may_look_into_does_not_hide_the_others(files, root, plan, monkeypatch):
    files.save(ID, plan, 0)
    files.save(OTHER, plan, 0)
    listed = os.listdir

    def shut(folder: Path) -> list[str]:
        if folder == root / OTHER:
            raise PermissionError(errno.EACCES, "shut")
        return listed(folder)

    monkeypatch.setattr(os, "listdir", shut)
    assert sorted(seen.title for seen in files.headers()) == [UNREADABLE, "Amara and Theo’s plan"]


def test_a_draft_that_is_held_is_left_out(files, plan, monkeypatch):
    files.save_draft(ID, "tab-1", plan, 0)
    held_file(monkeypatch, 4)
    assert files.drafts(ID) == ()


def test_a_delete_the_disk_refuses_is_told_and_deletes_nothing(files, plan, monkeypatch):
    files.save(ID, plan, 0)
    with monkeypatch.context() as disk:
        disk.setattr(os, "rename", refusing(errno.EROFS))
        with pytest.raises(StoreTrouble) as refused:
            files.delete(ID)
    assert str(refused.value) == f"The plan was not deleted: {REASONS[errno.EROFS]}"
    assert files.get(ID).plan == plan


def test_a_delete_that_stops_half_way_is_told_and_done_at_the_next_start(files, root, plan, monkeypatch):
    files.save(ID, plan, 0)
    with monkeypatch.context() as disk:
        disk.setattr(os, "unlink", refusing(errno.EBUSY))
        with pytest.raises(StoreTrouble) as refused:
            files.delete(ID)
    assert str(refused.value) == (
        "The plan is off the list, but not all of it is off the disk."
        " Close the other programs that may hold its files, then start this app again."
    )
    assert files.ids() == ()
    FileStore(root)
    assert names_in(root) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows does not sync folders")
def test_a_drive_that_cannot_sync_folders_is_written_to(files, plan, monkeypatch):
    synced = os.fsync

    def files_only(handle: int) -> None:
        if os.path.isdir(f"/proc/self/fd/{handle}"):
            raise OSError(errno.EINVAL, "no folders")
        synced(handle)

    monkeypatch.setattr(os, "fsync", files_only)
    assert files.save(ID, plan, 0) == 1


@pytest.fixture
def no_links(monkeypatch):
    """A memory stick or share without hard links."""
    monkeypatch.setattr(os, "link", refusing(errno.EPERM))


@pytest.mark.skipif(os.name == "nt", reason="Windows renames instead")
@pytest.mark.usefixtures("no_links")
class TestWithoutHardLinks:
    def test_saving_works_and_leaves_no_lock(self, files, root, plan):
        assert [files.save(ID, plan, 0), files.save(ID, replace(plan, title="Two"), 1)] == [1, 2]
        assert files.get(ID).plan.title == "Two"
        assert names_in(root / ID) == ["v000001.yaml", "v000002.yaml"]

    def test_a_number_taken_at_the_last_moment_is_not_written_over(self, files, root, plan, monkeypatch):
        files.save(ID, plan, 0)
        taken = root / ID / "v000002.yaml"

        def link_too_late(*_: object) -> None:
            taken.write_bytes(b"somebody else")
            raise OSError(errno.EPERM, "no links")

        monkeypatch.setattr(os, "link", link_too_late)
        with pytest.raises(PlanChanged):
            files.save(ID, replace(plan, title="Mine"), 1)
        assert taken.read_bytes() == b"somebody else"

    def test_a_lock_left_by_a_crash_is_thrown_away(self, files, root, plan):
        files.save(ID, plan, 0)
        lock = root / ID / ".lock"
        lock.write_text("1 otherhost 0\n")
        os.utime(lock, (0, 0))
        assert files.save(ID, plan, 1) == 2
        assert names_in(root / ID) == ["v000001.yaml", "v000002.yaml"]

    def test_a_lock_that_is_held_is_respected_and_told(self, root, plan):
        waited: list[float] = []
        files = FileStore(root, wait=waited.append)
        files.save(ID, plan, 0)
        lock = root / ID / ".lock"
        lock.write_text("1 otherhost 0\n")
        os.utime(lock, (time.time() + 9, time.time() + 9))
        with pytest.raises(StoreTrouble) as refused:
            files.save(ID, plan, 1)
        held = "another program holds its folder. Wait a moment, then try again."
        assert str(refused.value) == f"The plan was not saved: {held} {STAYS}"
        assert sum(waited) == pytest.approx(10)
        assert lock.exists()
