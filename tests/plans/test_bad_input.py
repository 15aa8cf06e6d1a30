"""Broken, hostile and outsized input: each gets one clear sentence, and nothing already saved is harmed."""

import subprocess
import sys

import pytest

from plans.__main__ import main
from plans.errors import PlanError
from plans.export import set_pages
from plans.yaml_format import load_plan
from tests.plans.invented import CHILD_EXAMPLES, ROOT, words_on

WHOLE = CHILD_EXAMPLES[0].read_bytes()
NO_PLAN = "This file is empty or is not a plan. Check that it is the right file."
NOT_OURS = "This is not a Words & Pictures plan: its first line should be “format: 2”."
NOT_TEXT = "This file is not text in UTF-8. Save it again as UTF-8 text."
SHORTCUT = "shortcuts (& or *) are not used in plans. Put the words in quotes."
TAG = "tags (!) are not used in plans. Put the words in quotes."
HIDDEN = "that can hide or turn words. Take it out."
UNFIT = "the quotes, brackets or spaces do not fit together. Look there first."
DEEP = "there are more than 24 lists inside each other. Check that it is the right file."
KNOWN = (
    "Known are: format, title, document, status, made, review, language, subtitle, children, people, worries,"
    " promises, points, terms, answers, private, overrides, copies, sections, own_pictures, choices, page."
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
