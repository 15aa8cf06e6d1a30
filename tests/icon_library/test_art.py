"""Drawings: cleaned, cropped, put together, crossed out and turned to line art."""

import json

import pytest

from icon_library import kept
from icon_library.art import Art, InkBox, crossed, line_art, placed, read_body, stacked
from icon_library.catalogue import Icon, Layer, icon_art
from icon_library.kept import read_data
from icon_library.tiles import COLOURS, LETTERS, calendar_page_art, tile_art

SQUARE = Art('<rect x="10" y="20" width="30" height="40" fill="#92d3f5"/>', InkBox(10, 20, 30, 40))


def test_a_drawing_keeps_its_shapes_and_loses_the_rest():
    svg = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 72" onload="x()">
      <metadata>by somebody</metadata><title>t</title><!-- c --><defs><path id="p" d="M0 0"/></defs>
      <g id="color"><path id="a" fill="#fcea2b" d="M1 1h2" class="x" style="x"/></g>
      <g id="skin-shadow_2"><circle cx="3" cy="4" r="5" fill="#000" onclick="x()"/></g>
      <g id="line"><path d="M1   1h2" stroke="#000" stroke-width="2" fill="none"/></g>
      <path display="none" d="M9 9"/>
    </svg>"""
    assert read_body(svg) == (
        '<g class="color"><path fill="#fcea2b" d="M1 1h2" /></g>'
        '<g class="skin-shadow"><circle cx="3" cy="4" r="5" fill="#000" /></g>'
        '<g><path d="M1 1h2" stroke="#000" stroke-width="2" fill="none" /></g>'
    )


def test_a_drawing_is_cropped_to_its_ink():
    assert SQUARE.svg == (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="10 20 30 40" width="30" height="40" stroke="none">'
        '<rect x="10" y="20" width="30" height="40" fill="#92d3f5"/></svg>'
    )


def test_a_drawing_can_be_moved_and_made_smaller():
    half = placed(SQUARE, 36, 0, 36)
    assert half.box == (41, 10, 15, 20)
    assert half.body == f'<g transform="translate(36 0) scale(0.5 0.5)">{SQUARE.body}</g>'


def test_a_drawing_can_look_the_other_way():
    turned = placed(SQUARE, 0, 0, 72, flip=True)
    assert turned.box == (32, 20, 30, 40)
    assert turned.body == f'<g transform="translate(72 0) scale(-1 1)">{SQUARE.body}</g>'


def test_drawings_put_together_share_one_box():
    both = stacked([SQUARE, placed(SQUARE, 36, 0, 36)])
    assert both.box == (10, 10, 46, 50)
    assert both.body == SQUARE.body + placed(SQUARE, 36, 0, 36).body


def test_a_crossed_drawing_stands_inside_a_red_ring():
    art = crossed(SQUARE)
    assert art.box == (1, 1, 70, 70)
    assert '<g transform="translate(9.75 -6) scale(1.05)">' in art.body
    assert art.body.endswith('<path d="M13.4 13.4L58.6 58.6" stroke-width="4"/></g>')
    assert art.body.count('stroke="#d22f27"') == 1


def test_line_art_turns_colours_white_and_puts_them_behind():
    line = '<g><path d="M1 1" stroke="#000" fill="none" /></g>'
    red = '<g class="color"><path fill="#f00" stroke="none" d="M2 2" /></g>'
    art = Art(line + red, InkBox(0, 0, 9, 9))
    assert line_art(art) == Art(red.replace("#f00", "#fff") + line, art.box)


def test_line_art_of_a_crossed_drawing_has_a_black_ring():
    assert "#d22f27" not in line_art(crossed(SQUARE)).body
    assert 'stroke="#000" stroke-width="5"' in line_art(crossed(SQUARE)).body


@pytest.mark.parametrize("text", ["MON", "999", "1", "A B", "WWWWWW", "12 PM"])
@pytest.mark.parametrize("colour", COLOURS)
def test_a_tile_has_its_letters_inside_its_card(text, colour):
    art = tile_art(text, colour)
    assert art.box == (4, 13, 64, 46)
    assert f'fill="{COLOURS[colour]}"' in art.body
    assert art.body.count("<path") == len(text.replace(" ", ""))


def test_every_letter_and_digit_can_stand_on_a_tile():
    glyphs = json.loads(LETTERS.read_text(encoding="utf-8"))["glyphs"]
    assert set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ") <= set(glyphs)


def test_a_tile_and_a_calendar_page_are_icons_like_any_other():
    tile = Icon("nine", ("999",), "999", "safety", tile="999", colour="red")
    page = Icon("monday", ("Monday",), "Monday", "time", page="MON", colour="blue")
    assert (icon_art(tile), icon_art(page)) == (tile_art("999", "red"), calendar_page_art("MON", "blue"))


def test_an_icon_of_several_layers_is_stacked_in_order():
    icon = Icon("x", ("x",), "x", "home", (Layer("openmoji 1F3E0"), Layer("drawing visit", 24, 30, 30, True)))
    assert icon_art(icon).body.count('<g transform="') == len(icon.layers)


def test_our_data_is_read_from_the_cache_once_it_is_there_and_anew_where_it_is_damaged(tmp_path, monkeypatch):
    monkeypatch.setenv("WORDS_AND_PICTURES_CACHE", str(tmp_path / "cache"))
    file = tmp_path / "words.yaml"
    file.write_text("cat: [paw, 1]\n", encoding="utf-8")
    read_data.cache_clear()
    assert read_data(file) == {"cat": ["paw", 1]}
    (made,) = (tmp_path / "cache" / "data").iterdir()
    made.write_text('{"cat": ["from the cache"]}', encoding="utf-8")
    read_data.cache_clear()
    assert read_data(file) == {"cat": ["from the cache"]}
    made.write_bytes(b"{damaged")
    read_data.cache_clear()
    assert read_data(file) == {"cat": ["paw", 1]}
    file.write_text("cat: changed\n", encoding="utf-8")
    read_data.cache_clear()
    assert read_data(file) == {"cat": "changed"}
    read_data.cache_clear()


def test_a_cache_that_cannot_be_written_only_costs_time(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("WORDS_AND_PICTURES_CACHE", str(tmp_path / "file"))
    words = tmp_path / "w.yaml"
    words.write_text("a: 1\n", encoding="utf-8")
    read_data.cache_clear()
    assert read_data(words) == {"a": 1}
    assert kept.cache_folder() == tmp_path / "file"
    read_data.cache_clear()
