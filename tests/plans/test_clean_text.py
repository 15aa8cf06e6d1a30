"""What nobody can see or type is taken out of a plan’s text; everything else stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.clean_text import clean_text
from plans.strict_yaml import read_yaml


@pytest.mark.parametrize(
    "typed, kept",
    [
        ("Mum keeps you safe.", "Mum keeps you safe."),
        ("two\nlines\r\nand\ttabs\u2028end", "two lines and tabs end"),
        ("a   b", "a b"),
        ("a\u00a0b", "a\u00a0b"),
        ("nul\0, bell\x07, escape\x1b[31m", "nul, bell, escape[31m"),
        ("\u202eplan\u2069 \ufeffx", "plan x"),
        ("e\u0301", "é"),
        ("\ud83d lone half", " lone half"),
        ("👨‍👩‍👧 ❤️ محمد \u200fx", "👨‍👩‍👧 ❤️ محمد \u200fx"),
        ("<script> **x** [y](z)", "<script> **x** [y](z)"),
        ("12345678901", "1234567890"),
    ],
)
def test_text_is_one_clean_line(typed, kept):
    assert clean_text(typed, 10 if typed.startswith("123") else 100) == kept


@given(st.text(st.characters(), max_size=60), st.integers(0, 60))
def test_clean_text_is_short_clean_for_good_and_can_stand_in_a_plan_file(typed, longest):
    cleaned = clean_text(typed, longest)
    assert len(cleaned) <= longest
    assert clean_text(cleaned, longest) == cleaned
    quoted = cleaned.replace("\\", "\\\\").replace('"', '\\"')
    assert read_yaml(f'a: "{quoted}"\n'.encode()) == {"a": cleaned}
