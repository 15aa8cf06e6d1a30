"""File names for case systems: short, plain, and telling of nobody’s name."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.file_name import safe_file_name

DAY = date(2027, 3, 4)


@pytest.mark.parametrize(
    "children, made, name",
    [
        (("Amara", "Theo"), DAY, "Plan-AT-2027-03-04-ba7816bf.pdf"),
        (("amara",), None, "Plan-A-ba7816bf.pdf"),
        ((), DAY, "Plan-2027-03-04-ba7816bf.pdf"),
        (("Éloïse", " Łukasz"), DAY, "Plan-E-2027-03-04-ba7816bf.pdf"),
        (("محمد", "", "../x", "<b>"), DAY, "Plan-2027-03-04-ba7816bf.pdf"),
    ],
)
def test_a_name_tells_first_letters_the_day_and_a_mark_of_the_content(children, made, name):
    assert safe_file_name(children, made, b"abc", "pdf") == name


@given(st.lists(st.text(), max_size=200), st.none() | st.dates(), st.binary(), st.sampled_from(("pdf", "yaml", "html")))
def test_a_name_is_at_most_80_letters_digits_and_hyphens(children, made, data, ending):
    name = safe_file_name(children, made, data, ending)
    assert len(name) <= 80
    assert re.fullmatch(rf"[A-Za-z0-9]+(-[A-Za-z0-9]+)*\.{ending}", name)


def test_two_contents_have_two_names_and_one_content_has_one():
    assert safe_file_name(("A",), DAY, b"one", "pdf") != safe_file_name(("A",), DAY, b"two", "pdf")
    assert safe_file_name(("A",), DAY, b"one", "pdf") == safe_file_name(("A",), DAY, b"one", "pdf")
