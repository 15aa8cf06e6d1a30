"""From a plan file to a page file: the command line, photos beside the plan, and pictures that are lost."""

import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from plans.__main__ import main
from plans.export import missing_pictures, set_pages
from plans.model import Phrase, Section, Sentence
from plans.photo_folder import photo_reader
from plans.render.pdf import to_pdf
from plans.yaml_format import dump_plan, load_plan
from tests.plans.invented import CHILD_EXAMPLES, ROOT, family, pictures_on, plan_of, words_on
from tests.plans.render.reading_order import read_pdf


@pytest.fixture
def here(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_new_plan_begins_as_an_example_and_is_exported(here, capsys):
    assert main(["new", "--example", "leo", "plan.yaml"]) == 0
    assert Path("plan.yaml").read_bytes() == (ROOT / "plans" / "examples" / "leo.yaml").read_bytes()
    assert main(["export", "plan.yaml", "page.pdf", "--html", "page.html"]) == 0
    assert capsys.readouterr() == ("", "")
    assert read_pdf(Path("page.pdf").read_bytes()).rows[0] == ("H1", "Leo’s plan")
    assert "Leo’s plan</bdi></h1>" in Path("page.html").read_text(encoding="utf-8")


def test_the_arrangement_and_line_art_can_be_asked_for(here):
    Path("plan.yaml").write_bytes(dump_plan(plan_of("They [argue](arguing) and [shout](shouting) a lot.")))
    told = {}
    for name, options in {"plain": [], "rows": ["--arrangement", "rows"], "lines": ["--line-art"]}.items():
        assert main(["export", "plan.yaml", f"{name}.pdf", *options]) == 0
        told[name] = read_pdf(Path(f"{name}.pdf").read_bytes()).rows[3][1]
    assert told == {
        "plain": "They argue [grown-ups arguing] and shout [shouting] a lot.",
        "rows": "They argue and shout a lot. [grown-ups arguing] [shouting]",
        "lines": "They argue [grown-ups arguing] and shout [shouting] a lot.",
    }
    assert Path("plain.pdf").read_bytes() != Path("lines.pdf").read_bytes()


def test_a_batch_of_plans_goes_into_a_folder_and_shows_how_far_it_is(here, capsys):
    for number in (1, 2, 3):
        Path(f"plan{number}.yaml").write_bytes(dump_plan(plan_of(f"Number {number}.")))
    assert main(["export", "plan1.yaml", "plan2.yaml", "plan3.yaml", "out"]) == 0
    assert sorted(path.name for path in Path("out").iterdir()) == ["plan1.pdf", "plan2.pdf", "plan3.pdf"]
    assert capsys.readouterr().err == "\r1 of 3\r2 of 3\r3 of 3\r3 of 3 plans made.\n"


def test_one_broken_plan_does_not_stop_a_batch(here, capsys):
    Path("good.yaml").write_bytes(dump_plan(plan_of("Hello.")))
    Path("bad.yaml").write_bytes(b"format: 1\ntitle: [x\n")
    assert main(["export", "bad.yaml", "gone.yaml", "good.yaml", "out"]) == 1
    assert [path.name for path in Path("out").iterdir()] == ["good.pdf"]
    assert capsys.readouterr().err == (
        "\r1 of 3\nbad.yaml: Line 3: the quotes, brackets or spaces do not fit together. Look there first.\n"
        "\r2 of 3\ngone.yaml is not there. Check its name and folder.\n"
        "\r3 of 3\r1 of 3 plans made.\n"
    )


def test_two_plans_of_one_name_from_two_folders_make_two_files(here):
    for name in ("one", "two"):
        Path(name).mkdir()
        Path(name, "plan.yaml").write_bytes(dump_plan(plan_of("Hello.", title=name)))
    assert main(["export", "one/plan.yaml", "two/plan.yaml", "out"]) == 0
    titles = [read_pdf(file.read_bytes()).rows[0][1] for file in sorted(Path("out").iterdir())]
    assert sorted(titles) == ["one", "two"]


def test_a_photo_beside_the_plan_is_printed(here, photo_file):
    Path("pictures").mkdir()
    Path("pictures", "rex.jpg").write_bytes(photo_file)
    Path("plan.yaml").write_bytes(dump_plan(plan_of("[Rex](photo:rex) sleeps.")))
    assert main(["export", "plan.yaml", "page.pdf"]) == 0
    assert read_pdf(Path("page.pdf").read_bytes()).rows[3] == ("P", "Rex [our own picture] sleeps.")


def test_a_picture_that_is_lost_is_named_and_its_words_stand_alone(here, capsys):
    Path("pictures").mkdir()
    Path("pictures", "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n broken")
    text = "[Rex](photo:rex) [x](photo:broken) [Bo](person:bo) [tea](no_such_picture) [y](star)."
    Path("plan.yaml").write_bytes(dump_plan(plan_of(text)))
    assert main(["export", "plan.yaml", "page.pdf"]) == 0
    told = "plan.yaml: the picture for “{}” is not to be found; the words stand alone.\n"
    assert capsys.readouterr().err == "".join(told.format(words) for words in ("Rex", "x", "Bo", "tea"))
    assert read_pdf(Path("page.pdf").read_bytes()).rows[3] == ("P", "Rex x Bo tea y. [star]")


@pytest.mark.parametrize("key", ["photo:../secret", "photo:a/b", "photo:", "photo:c d"])
def test_a_photo_is_never_read_from_outside_its_folder(tmp_path, photo_file, key):
    (tmp_path / "pictures" / "a").mkdir(parents=True)
    for place in ("secret.jpg", "pictures/a/b.jpg", "pictures/c d.jpg", "pictures/.jpg"):
        (tmp_path / place).write_bytes(photo_file)
    assert photo_reader(tmp_path / "pictures")(key) is None


def test_a_photo_is_read_once(tmp_path, photo_file, photo):
    (tmp_path / "rex.jpg").write_bytes(photo_file)
    read = photo_reader(tmp_path)
    assert read("photo:rex") == photo
    (tmp_path / "rex.jpg").unlink()
    assert read("photo:rex") == photo
    assert read("photo:gone") is None


def test_a_crossed_photo_is_left_out_and_told(photo):
    crossed = plan_of(sections=(Section("every_day", (Sentence("s1", (Phrase("Rex", ("not:photo:rex",)),)),)),))
    document, book = set_pages(crossed, lambda key: photo)
    assert pictures_on(document) == []
    assert words_on(document, ident="s1") == ["Rex"]
    assert missing_pictures(crossed, lambda key: photo) == ("Rex",)
    assert to_pdf(document, book).startswith(b"%PDF-")


def test_the_command_line_makes_the_same_file_as_the_app_to_the_byte(tmp_path):
    """The command line imports less of fpdf2; the page must not show it."""
    plan = CHILD_EXAMPLES[1]
    command = [sys.executable, "-m", "plans", "export", str(plan), str(tmp_path / "page.pdf")]
    subprocess.run(command, cwd=ROOT, check=True, timeout=60)
    document, book = set_pages(load_plan(plan.read_bytes()))
    assert (tmp_path / "page.pdf").read_bytes() == to_pdf(document, book)
    with pikepdf.open(tmp_path / "page.pdf") as pdf:
        assert len(pdf.pages) == len(document.pages)


def test_a_plan_may_be_exported_into_an_existing_folder(here):
    Path("plan.yaml").write_bytes(dump_plan(family("Hello.")))
    Path("out").mkdir()
    assert main(["export", "plan.yaml", "out"]) == 0
    assert [path.name for path in Path("out").iterdir()] == ["plan.pdf"]
