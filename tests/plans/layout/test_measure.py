"""How wide words are, which font draws them, and fonts that are made once and kept."""

import io
import json
import zlib

import pytest
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont
from hypothesis import given
from hypothesis import strategies as st

from plans.layout.fonts import LATIN, OTHER_SCRIPTS, font_kit, lexend_file, script_file, script_letters
from plans.layout.measure import FontMeasure, faced_pieces, undrawable_letters
from plans.layout.page import MM_PER_POINT

MEASURE = FontMeasure()


@pytest.mark.parametrize(
    "word, face",
    [
        ("Mum", "lexend"),
        ("Małgorzata", "lexend"),
        ("O’Brien’s", "lexend"),
        ("Ștefan", "lexend"),
        ("Ŵyn", "lexend"),
        ("Оксана", "NotoSans"),
        ("Nguyễn", "NotoSans"),
        ("محمد", "NotoSansArabic"),
        ("שרה", "NotoSansHebrew"),
        ("আম্মু", "NotoSansBengali"),
        ("ਨਾਨੀ", "NotoSansGurmukhi"),
        ("நானி", "NotoSansTamil"),
        ("नानी", "NotoSansDevanagari"),
        ("中文", ""),
        ("😀", ""),
    ],
)
def test_each_word_has_the_face_that_draws_it(word, face):
    assert MEASURE.face(word) == face


def test_bold_words_have_the_bold_face():
    assert MEASURE.face("Mum", bold=True) == "lexend-bold"
    assert MEASURE.width("Mum", 15, "lexend-bold") > MEASURE.width("Mum", 15, "lexend")


@pytest.mark.parametrize("face, weight", [("lexend", 400), ("lexend-bold", 700)])
def test_words_are_as_wide_as_the_font_file_says(face, weight):
    font = instantiateVariableFont(TTFont(lexend_file()), {"wght": weight})
    letters, advances, grid = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    for word in ("Mum", "safe.", "Małgorzata", "“yes”", "07700 900123"):
        units = sum(advances[letters[ord(letter)]][0] for letter in word)
        assert MEASURE.width(word, 15, face) == pytest.approx(units / grid * 15 * MM_PER_POINT, abs=0.001)


@given(
    st.text(st.sampled_from([chr(code) for code in sorted(font_kit("lexend").widths)]), max_size=20), st.integers(9, 30)
)
def test_width_grows_with_size_and_is_the_sum_of_its_parts(text, size):
    whole = MEASURE.width(text, size, "lexend")
    assert whole == pytest.approx(sum(MEASURE.width(letter, size, "lexend") for letter in text))
    assert MEASURE.width(text, 2 * size, "lexend") == pytest.approx(2 * whole)


def test_shaped_words_are_as_wide_as_they_are_drawn_not_as_their_letters_apart():
    apart = sum(MEASURE.width(letter, 15, "NotoSansArabic") for letter in "محمد")
    assert MEASURE.width("محمد", 15, "NotoSansArabic") != pytest.approx(apart, abs=0.5)
    joined = MEASURE.width("ন্ত", 15, "NotoSansBengali")
    assert 0 < joined < sum(MEASURE.width(letter, 15, "NotoSansBengali") for letter in "নত")


@pytest.mark.parametrize(
    "word, pieces",
    [
        ("Mum", [("Mum", "lexend")]),
        ("Mum/মা", [("Mum/", "lexend"), ("মা", "NotoSansBengali")]),
        ("আম্মু,", [("আম্মু", "NotoSansBengali"), (",", "lexend")]),
        ("(мама)", [("(мама)", "NotoSans")]),
    ],
)
def test_a_word_of_two_scripts_is_drawn_in_pieces(word, pieces):
    assert faced_pieces(MEASURE, word, bold=False) == pieces


@given(st.text(st.sampled_from("aé,.-’мামা্בم٣"), min_size=1, max_size=8))
def test_the_pieces_of_a_word_are_the_word_and_each_can_be_drawn(word):
    pieces = faced_pieces(MEASURE, word, bold=False)
    assert "".join(text for text, _ in pieces) == word
    assert all(face and MEASURE.width(text, 15, face) >= 0 for text, face in pieces)


@pytest.mark.parametrize(
    "text, lost",
    [
        ("Mum keeps you safe.", ""),
        ("Оксана, محمد, মা", ""),
        ("cake 🎂!", "🎂"),
        ("中文", "中文"),
        ("a\u200db\u00ad", ""),
    ],
)
def test_letters_that_no_font_has_are_named(text, lost):
    assert undrawable_letters(text) == lost


@pytest.mark.parametrize("face", OTHER_SCRIPTS)
def test_every_script_has_its_font_file(face):
    assert script_file(face).is_file()
    assert len(script_letters(face)) > 50


@pytest.mark.parametrize("face", ["lexend", "lexend-bold"])
def test_the_kept_font_draws_every_latin_letter(face):
    kit = font_kit(face)
    drawn = TTFont(io.BytesIO(zlib.decompress(kit.font)))
    assert set(kit.widths) == set(kit.glyphs) <= LATIN
    for language in ("Aa–Zz0–9 “’” … € ½", "ąćęłńóśźż", "ŵŷâêîôû", "ăâîșț", "çğışöü", "åäöøæ", "čďěňřšťůž", "ñ¿¡"):
        assert not {ord(letter) for letter in language} - set(kit.widths), language
    assert len(zlib.decompress(kit.font)) == kit.font_length
    assert max(kit.glyphs.values()) < drawn["maxp"].numGlyphs == len(kit.advances)


def test_a_font_is_made_anew_where_its_copy_is_damaged_or_cannot_be_kept(tmp_path, monkeypatch):
    made = font_kit("lexend")
    monkeypatch.setenv("WORDS_AND_PICTURES_CACHE", str(tmp_path / "cache"))
    assert font_kit.__wrapped__("lexend") == made
    (kept,) = (tmp_path / "cache").glob("lexend-*.json")
    assert font_kit.__wrapped__("lexend") == made
    fields = json.loads(kept.read_bytes())
    del fields["font"]
    kept.write_text(json.dumps(fields), encoding="utf-8")
    assert font_kit.__wrapped__("lexend") == made
