"""What a plan file may hold, and the sentence shown for each thing it may not."""

import pytest
import yaml

from plans.errors import PlanError, PlanFileBroken, PlanTooLarge
from plans.strict_yaml import DEFAULT, Limits, read_yaml

LOADERS = [pytest.param(yaml.SafeLoader, id="plain Python")]
if hasattr(yaml, "CSafeLoader"):
    LOADERS.append(pytest.param(yaml.CSafeLoader, id="libyaml"))


@pytest.fixture(params=LOADERS)
def loader(request):
    return request.param


def test_a_plan_file_reads_as_it_is_written(loader):
    file = b"""\
format: 1
title: Amara's plan   # for the fridge
children:
  - {id: amara, age: 8, look: {glasses: false}}
people: []
note: |
  Two
  lines
empty:
"""
    assert read_yaml(file, loader=loader) == {
        "format": 1,
        "title": "Amara's plan",
        "children": [{"id": "amara", "age": 8, "look": {"glasses": False}}],
        "people": [],
        "note": "Two\nlines\n",
        "empty": None,
    }


@pytest.mark.parametrize(
    "written, read",
    [
        ("no", "no"),
        ("on", "on"),
        ("NO", "NO"),
        ("yes", "yes"),
        ("2027-03-04", "2027-03-04"),
        ("2027-13-45", "2027-13-45"),
        ("12:30", "12:30"),
        ("0777", "0777"),
        ("07700900123", "07700900123"),
        ("1_000", "1_000"),
        ("1.5", "1.5"),
        ("1e3", "1e3"),
        ("9" * 5000, "9" * 5000),
        ("'8'", "8"),
        ("'true'", "true"),
        ("8", 8),
        ("-8", -8),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
    ],
)
def test_words_stay_words(loader, written, read):
    assert read_yaml(f"a: {written}\n".encode(), loader=loader) == {"a": read}


@pytest.mark.parametrize(
    "words",
    ["👨‍👩‍👧‍👦", "میں‌ ہوں", "\u200eleft\u200f right", "❤\ufe0f", "Zoë’s naïve café", "দাদি", "a\tb", "🏴󠁧󠁢󠁷󠁬󠁳󠁿"],
)
def test_letters_and_emoji_of_every_language_pass(loader, words):
    assert read_yaml(f'a: "{words}"\n'.encode(), loader=loader) == {"a": words}


def test_a_mark_at_the_start_of_a_windows_file_is_not_minded(loader):
    assert read_yaml(b"\xef\xbb\xbfa: x\r\nb: y\r\n", loader=loader) == {"a": "x", "b": "y"}


SHORTCUT = "shortcuts (& or *) are not used in plans. Put the words in quotes."
TAG = "tags (!) are not used in plans. Put the words in quotes."
HIDDEN = "that can hide or turn words. Take it out."
UNFIT = "the quotes, brackets or spaces do not fit together. Look there first."
NO_PLAN = "This file is empty or is not a plan. Check that it is the right file."
DEEP = "there are more than 24 lists inside each other. Check that it is the right file."


@pytest.mark.parametrize(
    "file, sentence",
    [
        (b"", NO_PLAN),
        (b"\n\n# only a remark\n", NO_PLAN),
        (b"---\n", NO_PLAN),
        (b"just words", NO_PLAN),
        (b"- a\n- b\n", NO_PLAN),
        (b"a: &x 1\nb: 2\n", f"Line 1: {SHORTCUT}"),
        (b"a: &x {y: 1}\n", f"Line 1: {SHORTCUT}"),
        (b"a: 1\nb: *x\n", f"Line 2: {SHORTCUT}"),
        (b"a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n", f"Line 1: {SHORTCUT}"),
        (b"a:\n  <<: {b: 1}\n", "Line 2: “<<” is not used in plans. Write the values out."),
        (b"a: !!python/object/apply:os.system [ls]\n", f"Line 1: {TAG}"),
        (b"a: !!binary aGk=\n", f"Line 1: {TAG}"),
        (b"a: !x y\n", f"Line 1: {TAG}"),
        (b"a: !!set {x}\n", f"Line 1: {TAG}"),
        (b"a: 1\nb: 2\na: 3\n", "Line 3: “a” is written twice. Keep one of them."),
        (b"a: {b: 1, b: 2}\n", "Line 1: “b” is written twice. Keep one of them."),
        (b"a: 1\n---\nb: 2\n", "Line 2: a second document begins (---). Keep one plan in each file."),
        (b'"": x\n', "Line 1: a name is missing before “:”. Write it in."),
        (b"? [a]\n: x\n", "Line 1: a name is missing before “:”. Write it in."),
        (b'a: 1\nb: "x\\0y"\n', f"Line 2: there is a hidden character (U+0000) {HIDDEN}"),
        (b'a: "\\u202ex"\n', f"Line 1: there is a hidden character (U+202E) {HIDDEN}"),
        (b'"\\u2066x": 1\n', f"Line 1: there is a hidden character (U+2066) {HIDDEN}"),
        ("a: 1\nb: x\u202e\n".encode(), f"Line 2: there is a hidden character (U+202E) {HIDDEN}"),
        ("# \u2067\na: 1\n".encode(), f"Line 1: there is a hidden character (U+2067) {HIDDEN}"),
        ("a: x\ufeff\n".encode(), f"Line 1: there is a hidden character (U+FEFF) {HIDDEN}"),
        (b"a: x\x07\n", f"Line 1: there is a hidden character (U+0007) {HIDDEN}"),
        (b"\0" * 4096, f"Line 1: there is a hidden character (U+0000) {HIDDEN}"),
        ("a: b".encode("utf-16"), "This file is not text in UTF-8. Save it again as UTF-8 text."),
        (b"a: caf\xe9\n", "This file is not text in UTF-8. Save it again as UTF-8 text."),
        (b"a: \xed\xa0\x80\n", "This file is not text in UTF-8. Save it again as UTF-8 text."),
        (b"a: [1, 2\nb: 3\n", f"Line 2: {UNFIT}"),
        (b'a: "x\n', f"Line 2: {UNFIT}"),
        (b"a: b: c\n", f"Line 1: {UNFIT}"),
        (b"a: 1\n\tb: 2\n", f"Line 2: {UNFIT}"),
        (b"a: " + b"[" * 50_000, f"Line 1: {DEEP}"),
        (b"a: " + b"{b: " * 50_000, f"Line 1: {DEEP}"),
        (b"- " * 50_000, f"Line 1: {DEEP}"),
    ],
)
def test_what_is_no_plain_plan_file_is_refused_in_a_sentence(loader, file, sentence):
    with pytest.raises(PlanError) as refused:
        read_yaml(file, loader=loader)
    assert str(refused.value) == sentence


def test_too_much_is_refused_in_a_sentence(loader):
    refused = {
        b"a: 1 # " + b"x" * 1_000_000: "This file is too large for a plan: it has 1,000,007 bytes, and the most is"
        " 1,000,000. Check that it is the right file.",
        b"a: [" + b"x," * 60_000 + b"]": "This file has more than 50,000 parts. Make the plan shorter.",
        b"a: 1\nb: " + b"x" * 20_001: "Line 2: one piece of text has more than 20,000 letters. Make it shorter.",
        b"x" * 20_001 + b": 1": "Line 1: one piece of text has more than 20,000 letters. Make it shorter.",
    }
    for file, sentence in refused.items():
        with pytest.raises(PlanTooLarge) as trouble:
            read_yaml(file, loader=loader)
        assert str(trouble.value) == sentence


def test_what_is_just_within_the_limits_is_read(loader):
    deep = b"a: " + b"[" * 23 + b"]" * 23
    long = b"a: " + b"x" * DEFAULT.letters
    assert len(str(read_yaml(deep, loader=loader)["a"])) == 46
    assert len(str(read_yaml(long, loader=loader)["a"])) == 20_000


def test_the_limits_can_be_set_lower(loader):
    with pytest.raises(PlanTooLarge, match="more than 2 lists inside each other"):
        read_yaml(b"a: [[x]]", Limits(levels=2), loader=loader)


def test_the_refusal_tells_the_line_where_it_is_known():
    with pytest.raises(PlanFileBroken) as broken:
        read_yaml(b"title: x\nreview: [\nmade: 1")
    assert broken.value.line == 3


def test_the_refusal_never_quotes_the_plan():
    with pytest.raises(PlanFileBroken) as broken:
        read_yaml(b"title: The Mensah family: [secret\n")
    assert "Mensah" not in str(broken.value)
