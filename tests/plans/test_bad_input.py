"""Broken, hostile and outsized input: each gets one clear sentence, and nothing already saved is harmed."""

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
import pytest

from plans.__main__ import main
from plans.errors import PlanError, WordsNotDrawable
from plans.export import set_pages
from plans.layout.page import FURNITURE, Picture, Words
from plans.layout.style import BOTTOM, LEFT, RIGHT
from plans.model import PageSettings, Person, Phrase, Plan, Section, Sentence
from plans.render.html import to_html
from plans.render.pdf import to_pdf
from plans.render.svg import to_svg
from plans.yaml_format import dump_plan, load_plan
from tests.plans.invented import ARRANGEMENTS, EXAMPLES, ROOT, family, plan_of, runs_of, words_on

WHOLE = EXAMPLES[0].read_bytes()
NO_PLAN = "This file is empty or is not a plan. Check that it is the right file."
NOT_OURS = "This is not a Words & Pictures plan: its first line should be “format: 1”."
NOT_TEXT = "This file is not text in UTF-8. Save it again as UTF-8 text."
SHORTCUT = "shortcuts (& or *) are not used in plans. Put the words in quotes."
TAG = "tags (!) are not used in plans. Put the words in quotes."
HIDDEN = "that can hide or turn words. Take it out."
UNFIT = "the quotes, brackets or spaces do not fit together. Look there first."
DEEP = "there are more than 24 lists inside each other. Check that it is the right file."
KNOWN = (
    "Known are: format, title, document, status, made, review, language, subtitle, children, people, copies,"
    " sections, own_pictures, page."
)

BAD_FILES = {
    "empty": (b"", NO_PLAN),
    "only a remark": (b"# nothing here\n", NO_PLAN),
    "a letter": (b"Dear Mrs Begum,\n\nthank you for your help.\n", NO_PLAN),
    "a list": (b"- Mum\n- Dad\n", NO_PLAN),
    "somebody else’s YAML": (b"version: '3'\nservices: {}\n", NOT_OURS),
    "JSON of another program": (b'{"name": "x"}', NOT_OURS),
    "a plan without its format": (b"title: Amara\n", NOT_OURS),
    "a newer plan": (
        b"format: 7\n",
        "This plan was made by a newer version of Words & Pictures (format 7). Update the program first.",
    ),
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", NOT_TEXT),
    "a ZIP": (b"PK\x03\x04\x14\x00", f"Line 1: there is a hidden character (U+0003) {HIDDEN}"),
    "nothing but zeros": (b"\0" * 4096, f"Line 1: there is a hidden character (U+0000) {HIDDEN}"),
    "UTF-16": ("format: 1\n".encode("utf-16"), NOT_TEXT),
    "Windows-1252": ("format: 1\ntitle: Zoë\n".encode("cp1252"), NOT_TEXT),
    "cut off in a list": (b"format: 1\npeople: [{id: mum, na", f"Line 2: {UNFIT}"),
    "cut off in quotes": (b'format: 1\ntitle: "Ama', f"Line 2: {UNFIT}"),
    "a bomb of aliases": (
        b"format: 1\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b]\n",
        f"Line 2: {SHORTCUT}",
    ),
    "a merge": (
        b"format: 1\npage: {<<: {line_art: true}}\n",
        "Line 2: “<<” is not used in plans. Write the values out.",
    ),
    "a tag that runs programs": (b"format: 1\ntitle: !!python/object/apply:os.system [ls]\n", f"Line 2: {TAG}"),
    "a tag of bytes": (b"format: 1\ntitle: !!binary aGk=\n", f"Line 2: {TAG}"),
    "50,000 brackets": (b"format: 1\ntitle: " + b"[" * 50_000, f"Line 2: {DEEP}"),
    "50,000 mappings": (b"format: 1\ntitle: " + b"{a: " * 50_000, f"Line 2: {DEEP}"),
    "more than a million bytes": (
        b"format: 1\ntitle: x\n# " + b"x" * 1_000_000,
        "This file is too large for a plan: it has 1,000,021 bytes, and the most is 1,000,000."
        " Check that it is the right file.",
    ),
    "too many parts": (
        b"format: 1\ncopies: [" + b"x," * 60_000 + b"]",
        "This file has more than 50,000 parts. Make the plan shorter.",
    ),
    "a sentence past 20,000 letters": (
        b"format: 1\nsections: [{id: love, sentences: [{id: s1, text: " + b"x" * 20_001 + b"}]}]",
        "Line 2: one piece of text has more than 20,000 letters. Make it shorter.",
    ),
    "a name written twice": (b"format: 1\ntitle: a\ntitle: b\n", "Line 3: “title” is written twice. Keep one of them."),
    "two plans in one file": (
        b"format: 1\n---\nformat: 1\n",
        "Line 2: a second document begins (---). Keep one plan in each file.",
    ),
    "NUL in a name": (b'format: 1\ntitle: "a\\0b"\n', f"Line 2: there is a hidden character (U+0000) {HIDDEN}"),
    "a mark that turns words round": (
        "format: 1\ntitle: Amara \u202enalp\n".encode(),
        f"Line 2: there is a hidden character (U+202E) {HIDDEN}",
    ),
    "the same mark, escaped": (
        b'format: 1\ntitle: "\\u2066x"\n',
        f"Line 2: there is a hidden character (U+2066) {HIDDEN}",
    ),
    "a wrong type": (b"format: 1\ntitle: [a, b]\n", "The plan: “title” must be words, not a list."),
    "a misspelt field": (b"format: 1\ntitel: x\n", f"The plan has “titel”, which we do not know. {KNOWN}"),
    "“no” for a date": (b"format: 1\nmade: no\n", "The plan: “made” must be a date like 2027-03-04, not “no”."),
    "“no” for true or false": (
        b"format: 1\npage: {line_art: no}\n",
        "page: “line_art” must be true or false, not words.",
    ),
    "a date that is none": (
        b"format: 1\nreview: 2027-02-30\n",
        "The plan: “review” must be a date like 2027-03-04, not “2027-02-30”.",
    ),
    "a number for a list": (b"format: 1\npeople: 7\n", "The plan: “people” must be a list, not a number."),
    "an unknown kind of document": (b"format: 1\ndocument: novel\n", "There is no kind of document called “novel”."),
    "a document out of its folder": (
        b"format: 1\ndocument: ../../etc/passwd\n",
        "There is no kind of document called “../../etc/passwd”.",
    ),
    "a section that the document has not": (
        b"format: 1\nsections: [{id: evry_day, sentences: [{id: s1, text: Mum will cook.}]}]\n",
        None,  # the words of the sentence are the author’s; that it is refused or printed is the promise
    ),
    "a smiling face in a name": (
        "format: 1\npeople: [{id: mum, name: Mum 😀}]\n".encode(),
        "Our fonts have no letters for “😀”. Write it another way to print.",
    ),
}


def as_shown(file: bytes) -> str:
    """What the app shows of a file on its way to the page."""
    with pytest.raises(PlanError) as trouble:
        set_pages(load_plan(file))
    return str(trouble.value)


TOLD = {name: (file, sentence) for name, (file, sentence) in BAD_FILES.items() if sentence}


@pytest.mark.parametrize("file, sentence", TOLD.values(), ids=TOLD)
def test_bad_input_is_told_in_one_sentence(file, sentence):
    assert as_shown(file) == sentence


@pytest.mark.parametrize("file, sentence", TOLD.values(), ids=TOLD)
def test_the_command_line_tells_it_too_and_writes_nothing(file, sentence, tmp_path, capsys):
    (tmp_path / "plan.yaml").write_bytes(file)
    assert main(["export", str(tmp_path / "plan.yaml"), str(tmp_path / "page.pdf")]) == 1
    assert capsys.readouterr() == ("", sentence + "\n")
    assert [path.name for path in tmp_path.iterdir()] == ["plan.yaml"]


def test_a_section_that_the_document_does_not_know_is_never_left_out_unsaid():
    file = BAD_FILES["a section that the document has not"][0]
    try:
        document, _ = set_pages(load_plan(file))
    except PlanError as trouble:
        assert "evry_day" in str(trouble)
    else:
        assert "cook." in words_on(document)


def test_every_truncation_of_a_plan_opens_or_is_told_in_a_sentence():
    for length in range(0, len(WHOLE), 37):
        try:
            load_plan(WHOLE[:length])
        except PlanError as trouble:
            assert str(trouble).endswith((".", "”.")), length
            assert "\n" not in str(trouble), length


def test_from_outside_it_is_one_line_and_no_traceback(tmp_path):
    (tmp_path / "plan.yaml").write_bytes(b"format: 1\ntitle: " + b"[" * 50_000)
    command = [sys.executable, "-m", "plans", "export", str(tmp_path / "plan.yaml"), str(tmp_path / "page.pdf")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", f"Line 2: {DEEP}\n")


# Outsized plans.


def places(plan: Plan) -> Iterator[tuple[float, float, float, float]]:
    """Left, top, right and bottom of everything a reader reads, on every page."""
    document, _ = set_pages(plan)
    for _, block, run in runs_of(document.pages):
        if block.kind == FURNITURE:
            continue
        if isinstance(run, Words):
            yield run.x, run.y - 2, run.x + run.width, run.y
        elif isinstance(run, Picture):
            yield run.x, run.y, run.x + run.width, run.y + run.height


def is_inside(plan: Plan) -> bool:
    """Whether nothing leaves the margins of A4."""
    return all(
        left >= LEFT - 0.01 and top >= 0 and right <= 210 - RIGHT + 0.01 and bottom <= 297 - BOTTOM + 0.01
        for left, top, right, bottom in places(plan)
    )


@pytest.mark.parametrize("arrangement", ARRANGEMENTS)
@pytest.mark.parametrize("type_size", [14, 24])
def test_a_sentence_of_5000_letters_without_a_space_stays_inside_the_margins_and_nothing_is_lost(
    arrangement, type_size
):
    letters = "".join(chr(97 + number % 26) for number in range(5000))
    plan = plan_of(f"{letters} [end](star)", page=PageSettings(arrangement, type_size))
    document, _ = set_pages(plan)
    assert "".join(words_on(document, ident="s1")) == letters + "end"
    assert is_inside(plan)


@pytest.mark.parametrize("arrangement", ARRANGEMENTS)
def test_500_pictures_in_one_sentence_are_all_there_inside_the_margins_and_large_enough_to_see(arrangement):
    plan = plan_of(f"Look: [pictures]({' '.join(['star', 'house'] * 250)}) end.", page=PageSettings(arrangement))
    document, book = set_pages(plan)
    shown = [run for _, block, run in runs_of(document.pages) if block.id == "s1" and isinstance(run, Picture)]
    assert [run.key for run in shown] == ["star", "house"] * 250
    assert min(run.width for run in shown) >= 3
    assert min(run.height for run in shown) >= 3
    assert is_inside(plan)
    assert to_pdf(document, book).startswith(b"%PDF-")


@pytest.mark.slow
@pytest.mark.parametrize("arrangement", ARRANGEMENTS)
def test_a_plan_of_200_pages_is_exported_whole(arrangement):
    end = Phrase(", and then you all walk to school together with Nana Jo and the dog.")
    many = [
        Sentence(f"s{number}", (Phrase(f"Mum makes {number}. "), Phrase("breakfast", ("breakfast",)), end))
        for number in range(3200)
    ]
    kinds = ("every_day", "visits")
    sections = tuple(Section(kind, tuple(many[at : at + 1600])) for kind, at in zip(kinds, (0, 1600), strict=True))
    plan = load_plan(dump_plan(family(sections=sections, page=PageSettings(arrangement))))
    document, book = set_pages(plan)
    assert len(document.pages) >= 200
    assert [word for word in words_on(document) if word.endswith(".") and word[:-1].isdigit()] == [
        f"{number}." for number in range(3200)
    ]
    with pikepdf.open(io.BytesIO(to_pdf(document, book))) as pdf:
        assert len(pdf.pages) == len(document.pages)


@pytest.mark.parametrize("arrangement", ARRANGEMENTS)
@pytest.mark.parametrize("letter", ["W", "Wilhelmina "], ids=["one word", "many words"])
def test_names_as_long_as_a_file_may_hold_leave_no_margin(arrangement, letter):
    long = (letter * 200)[:200].strip()
    plan = plan_of(
        "Hello.",
        title=long,
        people=(Person("p", long, long, long, phone="0" * 60),),
        copies=(long,),
        page=PageSettings(arrangement, 24),
    )
    assert is_inside(plan)


@pytest.mark.parametrize("letter", ["W", "Wilhelmina-Jo "], ids=["one word", "many words"])
def test_a_title_as_long_as_a_file_may_hold_is_whole_on_the_page(letter):
    long = (letter * 200)[:200].strip()
    document, _ = set_pages(plan_of("Hello.", title=long, page=PageSettings(type_size=24)))
    assert "".join(words_on(document, ("title",))) == long.replace(" ", "")


# Names with letters of every kind.

NAMES = {
    "quotes": 'Mum "Gee" O’Brien',
    "script": "<script>alert(1)</script>",
    "Markdown": "**Mum** _x_ [y](star) # `z`",
    "HTML entity": "&lt;b&gt; &amp; ]]>",
    "Arabic": "محمد علي",
    "Hebrew": "שרה",
    "Bengali": "নানী আম্মু",
    "Ukrainian": "Оксана Їжак",
    "Polish": "Małgorzata Wiśniewska",
    "two scripts in one word": "Mum/মা",
    "two scripts in one word, with a bracket": "Mum(মা)",
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_name_with_any_letters_we_have_is_printed_as_it_is(name):
    plan = family(people=(Person("p", name),), copies=(name,))
    plan = load_plan(dump_plan(plan))
    document, book = set_pages(plan)
    assert " ".join(words_on(document, ident="person-p")).replace(" ", "") == name.replace(" ", "")
    assert to_pdf(document, book).startswith(b"%PDF-")
    made = to_html(document, book) + "".join(to_svg(page, book) for page in document.pages)
    assert "<script" not in made
    assert "<b>" not in made


@pytest.mark.parametrize("word", ["আম্মু,", "שלום,", "محمد،", "নানী’র", "“আম্মু”", "ਨਾਨੀ;", "(мама)"])
def test_punctuation_may_stand_at_a_word_of_any_script(word):
    document, book = set_pages(plan_of(f"{word} [x](star)"))
    assert "".join(words_on(document, ident="s1")) == word + "x"
    assert to_pdf(document, book).startswith(b"%PDF-")


def test_words_without_letters_in_our_fonts_are_named_before_printing():
    plan = family("We love 🎂 and 中文 and 🎂.", people=(Person("p", "Nan 👵🏾"),), copies=("☎", "→", "①"))
    with pytest.raises(WordsNotDrawable) as refused:
        set_pages(plan)
    assert refused.value.words == ("👵🏾", "☎", "→", "①", "🎂", "中文", "🎂.")
    assert str(refused.value) == (
        "Our fonts have no letters for “👵🏾”, “☎”, “→”, “①”, “🎂”. Write them another way to print."
    )


# Files and folders that refuse.


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
        assert capsys.readouterr().err == "page.pdf: Permission denied.\n"
        assert [path.name for path in folder.iterdir()] == ["plan.yaml"]


@pytest.mark.parametrize(
    "arguments, status, told",
    [
        (["export", "nowhere.yaml", "page.pdf"], 1, "nowhere.yaml: No such file or directory.\n"),
        (["export", "folder", "page.pdf"], 1, "folder: Is a directory.\n"),
        (["export", "plan.yaml", "missing/page.pdf"], 1, "page.pdf: No such file or directory.\n"),
        (["new", "--example", "leo", "plan.yaml"], 1, "plan.yaml is there already. Choose another name.\n"),
        (["new", "--example", "leo", "missing/plan.yaml"], 1, "plan.yaml: No such file or directory.\n"),
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
    (tmp_path / "plan.yaml").write_bytes(BAD_FILES["a smiling face in a name"][0])
    assert main(["export", str(tmp_path / "plan.yaml"), str(tmp_path / "page.pdf")]) == 1
    assert (tmp_path / "page.pdf").read_bytes() == b"last week"
    assert "😀" in capsys.readouterr().err
