"""Folders that are locked, paths that lead nowhere, and pages that would cover a plan."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from plans.__main__ import main
from tests.plans.invented import CHILD_EXAMPLES

WHOLE = CHILD_EXAMPLES[0].read_bytes()


@contextmanager
def locked_folder() -> Iterator[Path]:
    """A folder that this program may read and not write; the all-powerful user steps down for it."""
    if not hasattr(os, "geteuid"):
        pytest.skip("folders cannot be locked this way on this system")
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "plan.yaml").write_bytes(WHOLE)
        folder.chmod(0o555)
        powerful = os.geteuid() == 0
        try:
            if powerful:
                os.seteuid(65534)
            yield folder
        finally:
            if powerful:
                os.seteuid(0)
            folder.chmod(0o755)


def test_a_folder_that_may_not_be_written_is_told(capsys):
    with locked_folder() as folder:
        assert main(["export", str(folder / "plan.yaml"), str(folder / "page.pdf")]) == 1
        assert capsys.readouterr().err == "page.pdf may not be read or written. Choose another file or folder.\n"
        assert [path.name for path in folder.iterdir()] == ["plan.yaml"]


@pytest.mark.parametrize(
    "arguments, status, told",
    [
        (["export", "nowhere.yaml", "page.pdf"], 1, "nowhere.yaml is not there. Check its name and folder.\n"),
        (["export", "folder", "page.pdf"], 1, "folder is a folder. Name a file in it.\n"),
        (["export", "plan.yaml", "missing/page.pdf"], 1, "page.pdf is not there. Check its name and folder.\n"),
        (["new", "--example", "leo", "plan.yaml"], 1, "plan.yaml is there already. Choose another name.\n"),
        (["new", "--example", "leo", "missing/plan.yaml"], 1, "plan.yaml is not there. Check its name and folder.\n"),
        (
            ["export", "plan.yaml", "plan.yaml", "out", "--html", "page.html"],
            1,
            "--html goes with one plan at a time.\n",
        ),
    ],
)
def test_a_path_that_leads_nowhere_is_told_in_one_line(arguments, status, told, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("plan.yaml").write_bytes(WHOLE)
    Path("folder").mkdir()
    assert main(arguments) == status
    assert capsys.readouterr() == ("", told)
    assert Path("plan.yaml").read_bytes() == WHOLE


@pytest.mark.parametrize(
    "arguments",
    [[], ["print"], ["export"], ["export", "plan.yaml"], ["new", "plan.yaml"], ["new", "--example", "x", "y.yaml"]],
)
def test_a_command_that_is_not_understood_ends_with_2(arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "python -m plans" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["a.yaml", "b.yaml"], ["a.yaml", "a.yaml"]])
def test_a_plan_is_never_overwritten_by_a_page(arguments, tmp_path, monkeypatch, capsys):
    """As when the shell turns *.yaml into two plans and the name of the PDF was forgotten."""
    monkeypatch.chdir(tmp_path)
    for name in ("a.yaml", "b.yaml"):
        Path(name).write_bytes(WHOLE)
    assert main(["export", *arguments]) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert [Path(name).read_bytes() for name in ("a.yaml", "b.yaml")] == [WHOLE, WHOLE]


def test_a_refused_export_leaves_the_last_page_as_it_was(tmp_path, capsys):
    (tmp_path / "page.pdf").write_bytes(b"last week")
    (tmp_path / "plan.yaml").write_bytes("format: 1\npeople: [{id: mum, name: Mum 😀}]\n".encode())
    assert main(["export", str(tmp_path / "plan.yaml"), str(tmp_path / "page.pdf")]) == 1
    assert (tmp_path / "page.pdf").read_bytes() == b"last week"
    assert "😀" in capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
def test_a_full_disk_is_told_in_one_line(tmp_path, capsys):
    (tmp_path / "plan.yaml").write_bytes(WHOLE)
    assert main(["export", str(tmp_path / "plan.yaml"), "/dev/full"]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "The file cannot be written: the disk is full. Make room and try again."
    ]
