"""What only plans kept as files have to bear: damage, hands, shared drives, crashes."""

import os
import random
import re
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import pytest

from plans.errors import PictureRefused, PlanError, PlanFileBroken, PlanNotFound
from plans.model import Child, Phrase, Plan, Section, Sentence
from plans.own_picture import CleanPicture
from plans.store.files import FileStore
from plans.yaml_format import dump_plan

ID = "0123456789abcdef"
DAMAGED = (
    "The newest save (4 March 2027 at 10:42) is damaged."
    " You are looking at the one from 4 March 2027 at 10:31. Nothing was thrown away."
)
CHANGED = "This save was changed outside the app (4 March 2027 at 10:42). Read every sentence before you use it."
NO_SAVE = (
    "No save of this plan can be read. Nothing was thrown away:"
    " ask whoever looks after this computer to bring its folder back from a backup."
)


def at(path: Path, hour: int, minute: int) -> None:
    """Set when a file was written, by this computer’s clock on 4 March 2027."""
    moment = datetime(2027, 3, 4, hour, minute).timestamp()
    os.utime(path, (moment, moment))


def put(path: Path, data: bytes) -> None:
    """Change a file as anything but the app would, at 10:42."""
    path.write_bytes(data)
    at(path, 10, 42)


@pytest.fixture
def two_saves(files, root, plan):
    """A plan saved at 10:31 as it is and at 10:42 with another title; the newer file."""
    files.save(ID, plan, 0)
    files.save(ID, replace(plan, title="Newer"), 1)
    at(root / ID / "v000001.yaml", 10, 31)
    at(root / ID / "v000002.yaml", 10, 42)
    return root / ID / "v000002.yaml"


def test_a_save_is_a_plain_plan_file_with_its_seal(files, root, plan):
    files.save(ID, plan, 0)
    files.save(ID, plan, 1)
    *first, first_note, first_seal = (root / ID / "v000001.yaml").read_bytes().splitlines(keepends=True)
    *second, second_note, second_seal = (root / ID / "v000002.yaml").read_bytes().splitlines(keepends=True)
    assert b"".join(first) == b"".join(second) == dump_plan(plan)
    assert first_note == b"# previous none\n"
    assert first_seal == f"# sha256 {sha256(b''.join(first) + first_note).hexdigest()}\n".encode()
    assert second_note == first_seal.replace(b"sha256", b"previous")
    assert re.fullmatch(rb"# sha256 [0-9a-f]{64}\n", second_seal)


def test_only_numbers_and_random_ids_are_seen_from_outside(files, root, plan):
    files.save(ID, plan, 0)
    files.save_draft(ID, "tab-1", plan, 1)
    files.add_picture(ID, CleanPicture(b"dots", "image/jpeg", 1, 1))
    seen = sorted(path.relative_to(root).as_posix() for path in root.rglob("*"))
    picture = f"{ID}/pictures/{sha256(b'dots').hexdigest()[:16]}.jpg"
    assert seen == [ID, f"{ID}/draft-tab-1.yaml", f"{ID}/pictures", picture, f"{ID}/v000001.yaml"]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps who may read in another way")
def test_nobody_else_on_the_computer_may_look(files, root, plan):
    files.save(ID, plan, 0)
    files.save_draft(ID, "tab-1", plan, 1)
    files.add_picture(ID, CleanPicture(b"dots", "image/jpeg", 1, 1))
    assert {path.stat().st_mode & 0o777 for path in [root, *root.rglob("*")] if path.is_dir()} == {0o700}
    assert {path.stat().st_mode & 0o777 for path in root.rglob("*") if path.is_file()} == {0o600}


@pytest.mark.slow
def test_wherever_the_newest_file_is_cut_the_older_is_shown_and_said_so(files, two_saves, plan):
    whole = two_saves.read_bytes()
    for length in range(len(whole) - 1):
        put(two_saves, whole[:length])
        opened = files.get(ID)
        assert (opened.plan, opened.version, opened.notices) == (plan, 1, (DAMAGED,)), length
    put(two_saves, whole[:-1])  # only the end of the last line is gone
    assert (files.get(ID).plan.title, files.get(ID).notices) == ("Newer", ())


@pytest.mark.slow
def test_no_bit_that_flips_goes_unnoticed(files, two_saves, plan):
    whole = two_saves.read_bytes()
    chance = random.Random(3)
    told = {DAMAGED: 0, CHANGED: 0, "": 0}
    for _ in range(1_500):
        place = chance.randrange(len(whole) * 8)
        flipped = bytearray(whole)
        flipped[place // 8] ^= 1 << place % 8
        put(two_saves, bytes(flipped))
        opened = files.get(ID)
        notice = "".join(opened.notices)
        told[notice] += 1
        if notice != CHANGED:
            assert opened.plan == (plan if notice else replace(plan, title="Newer"))
    assert told[DAMAGED] > 300 and told[CHANGED] > 300 and told[""] < 5


@pytest.mark.parametrize("left", [b"", b"\0" * 900], ids=["empty", "zeros"])
def test_a_file_that_the_disk_emptied_is_passed_over(files, two_saves, plan, left):
    put(two_saves, left)
    assert files.get(ID).plan == plan
    assert files.get(ID).notices == (DAMAGED,)


def test_saving_goes_on_after_damage_and_the_damaged_file_stays(files, root, two_saves, plan):
    put(two_saves, b"half a fi")
    opened = files.get(ID)
    assert files.save(ID, replace(plan, title="Third"), opened.version) == 3
    assert files.get(ID).plan.title == "Third"
    assert files.get(ID).notices == ()
    assert two_saves.read_bytes() == b"half a fi"
    assert files.versions(ID) == (3, 2, 1)
    with pytest.raises(PlanFileBroken, match=r"^This version of the plan is damaged. Choose another\.$"):
        files.get_version(ID, 2)


def test_several_damaged_saves_are_all_told(files, root, two_saves, plan):
    files.save(ID, plan, 2)
    put(root / ID / "v000003.yaml", b"")
    put(two_saves, b"")
    assert files.get(ID).notices == (
        "The newest saves (4 March 2027 at 10:42 and 4 March 2027 at 10:42) are damaged."
        " You are looking at the one from 4 March 2027 at 10:31. Nothing was thrown away.",
    )


def test_a_plan_of_which_nothing_can_be_read_is_still_in_the_list(files, root, two_saves):
    put(two_saves, b"")
    put(root / ID / "v000001.yaml", b"")
    with pytest.raises(PlanFileBroken) as broken:
        files.get(ID)
    assert str(broken.value) == NO_SAVE
    assert [(seen.id, seen.title) for seen in files.headers()] == [(ID, "A plan that cannot be read")]


def test_the_list_shows_the_older_save_where_the_newest_is_damaged(files, two_saves):
    put(two_saves, b"")
    assert [(seen.title, seen.version) for seen in files.headers()] == [("Amara and Theo’s plan", 1)]


@pytest.mark.parametrize("change", [(b"Newer", b"By hand"), (b"\n", b"\r\n")], ids=["words", "line ends"])
def test_a_file_changed_by_hand_opens_and_is_said_so(files, two_saves, plan, change):
    put(two_saves, two_saves.read_bytes().replace(*change))
    opened = files.get(ID)
    assert opened.plan == replace(plan, title="By hand" if change[0] == b"Newer" else "Newer")
    assert (opened.version, opened.notices) == (2, (CHANGED,))
    assert files.save(ID, opened.plan, 2) == 3
    assert files.get(ID).notices == ()


def test_a_whole_file_of_a_newer_program_is_not_called_damaged(files, root, two_saves):
    content = two_saves.read_bytes().replace(b"format: 2", b"format: 3").rsplit(b"# sha256", 1)[0]
    put(two_saves, content + f"# sha256 {sha256(content).hexdigest()}\n".encode())
    with pytest.raises(PlanFileBroken, match="newer version of Words & Pictures"):
        files.get(ID)


def test_another_computers_save_is_told_and_left_alone(files, root, two_saves, plan):
    theirs = root / ID / "v000002-LAPTOP.yaml"
    theirs.write_bytes(b"title: Theirs\n")
    assert files.get(ID).notices == (
        "Another save was found with this plan (v000002-LAPTOP.yaml). It was left where it is."
        " Someone may have saved on another computer: ask before you go on.",
    )
    assert files.save(ID, plan, 2) == 3
    assert theirs.read_bytes() == b"title: Theirs\n"


def test_what_computers_leave_in_every_folder_is_not_told(files, root, two_saves):
    for name in (".DS_Store", "desktop.ini", "Thumbs.db", ".tmp-0011"):
        (root / ID / name).write_bytes(b"")
    (root / "notes").mkdir()
    assert files.get(ID).notices == ()
    assert files.ids() == (ID,)


def test_a_damaged_draft_is_not_offered(files, root, two_saves, plan):
    files.save_draft(ID, "tab-1", plan, 2)
    files.save_draft(ID, "tab-2", plan, 2)
    draft = root / ID / "draft-tab-1.yaml"
    draft.write_bytes(draft.read_bytes().replace(b"Amara", b"Amira"))
    assert [draft.session for draft in files.drafts(ID)] == ["tab-2"]


def test_a_damaged_picture_is_told_and_can_be_added_again(files, root, plan):
    files.save(ID, plan, 0)
    dots = CleanPicture(b"dots", "image/png", 1, 1)
    key = files.add_picture(ID, dots)
    (kept,) = (root / ID / "pictures").iterdir()
    kept.write_bytes(b"dust")
    with pytest.raises(PictureRefused) as refused:
        files.picture(ID, key)
    assert str(refused.value) == "A picture of this plan is damaged. Add it again, or take it out of the plan."
    assert files.add_picture(ID, dots) == key
    assert kept.read_bytes() == b"dots"


def test_a_deleted_plan_leaves_nothing_on_the_disk(files, root, plan):
    files.save(ID, plan, 0)
    files.save_draft(ID, "tab-1", plan, 1)
    files.add_picture(ID, CleanPicture(b"dots", "image/png", 1, 1))
    files.delete(ID)
    assert list(root.iterdir()) == []


def test_what_a_crash_kept_from_being_deleted_goes_at_the_next_start(root):
    (root / ".trash-0011" / "pictures").mkdir(parents=True)
    (root / ".trash-0011" / "v000001.yaml").write_bytes(b"title: Secret\n")
    FileStore(root)
    assert list(root.iterdir()) == []


def test_what_a_crash_left_half_written_is_swept_after_an_hour(files, root, plan):
    files.save(ID, plan, 0)
    old, new = root / ID / ".tmp-old", root / ID / ".tmp-new"
    put(old, b"half")
    os.utime(old, (0, 0))
    new.write_bytes(b"somebody is writing this")
    files.save(ID, plan, 1)
    assert (old.exists(), new.exists()) == (False, True)


def test_the_list_is_read_from_the_first_lines_only(files, root, two_saves):
    long = tuple(Sentence(f"s{number}", (Phrase("Nana reads you a story. " * 5),)) for number in range(60))
    files.save(ID, Plan(title="Long", children=(Child("noor", "Noor"),), sections=(Section("love", long),)), 2)
    longer = root / ID / "v000003.yaml"
    longer.write_bytes(longer.read_bytes()[:2_100])
    assert [(seen.title, seen.children, seen.version) for seen in files.headers()] == [("Long", "Noor", 3)]


def test_the_list_follows_every_change(files, two_saves, plan):
    assert [seen.title for seen in files.headers()] == ["Newer"]
    put(two_saves, two_saves.read_bytes().replace(b"Newer", b"By hand"))
    assert [seen.title for seen in files.headers()] == ["By hand"]
    files.save(ID, replace(plan, title="Third"), 2)
    assert [seen.title for seen in files.headers()] == ["Third"]
    files.delete(ID)
    assert files.headers() == ()


def test_the_list_tells_all_the_children_of_a_large_family(files):
    children = tuple(Child(f"child_{number}", f"{'Ada ' * 40}{number}") for number in range(20))
    files.save(ID, Plan(title="Many", children=children), 0)
    assert files.headers()[0].children == ", ".join(child.name for child in children)


def test_the_list_takes_a_file_in_another_order(files, root, plan):
    files.save(ID, plan, 0)
    put(
        root / ID / "v000001.yaml",
        b"format: 1\npage: {}\nchildren: [{id: noor, name: Noor}]\ntitle: By hand\n",
    )
    assert [(seen.title, seen.children) for seen in files.headers()] == [("By hand", "Noor")]


def test_no_refusal_tells_the_plans_words(files, root, plan):
    files.save(ID, replace(plan, title="Mensah"), 0)
    put(root / ID / "v000001.yaml", b"title: Mensah\n\tpeople: [Mensah")
    for ask in (lambda: files.get(ID), lambda: files.save(ID, replace(plan, title="Mensah"), 7)):
        with pytest.raises(PlanError) as refused:
            ask()
        assert "Mensah" not in repr(refused.value)
        assert refused.value.__suppress_context__ or refused.value.__context__ is None


def test_the_list_shows_a_file_whose_first_lines_are_broken_as_that(files, root, plan):
    files.save(ID, plan, 0)
    put(root / ID / "v000001.yaml", b"children: []\ntitle: [Mensah\n")
    assert [seen.title for seen in files.headers()] == ["A plan that cannot be read"]


def test_a_folder_gone_while_the_plan_was_open_is_told(files, root, plan):
    files.save(ID, plan, 0)
    (root / ID).rename(root / "elsewhere")
    with pytest.raises(PlanNotFound):
        files.save(ID, plan, 1)
