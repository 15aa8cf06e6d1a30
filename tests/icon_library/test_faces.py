"""Faces: the hair, skin and glasses a family chose are in the drawing, and children look like children."""

import io
import xml.etree.ElementTree as ET
from itertools import product

import pytest

from icon_library.art import line_art
from icon_library.faces import FACE_BOX, HAIR, SKIN, face_art
from plans.model import AGES, HAIR_COLOURS, SIDES
from plans.model import HAIR as HAIRS

PLAIN = ("short", "brown", 0, False, "grown_up")


def test_every_face_that_can_be_chosen_draws():
    assert set(HAIR) == set(HAIR_COLOURS)
    assert len(SIDES) == 3
    for look in product(HAIRS, HAIR_COLOURS, range(6), (False, True), AGES):
        art = face_art(*look)
        assert art.box == FACE_BOX, look
        assert "<path" in art.body, look
    ET.fromstring(face_art(*PLAIN).svg)


def body(**chosen: object) -> str:
    look = dict(zip(("hair", "colour", "skin", "glasses", "age"), PLAIN, strict=True)) | chosen
    return face_art(**look).body.lower()


@pytest.mark.parametrize("age", AGES)
@pytest.mark.parametrize("hair", HAIRS)
@pytest.mark.parametrize("skin", range(6))
def test_the_skin_that_was_chosen_is_in_the_drawing(hair, age, skin):
    drawn = body(hair=hair, age=age, skin=skin)
    assert f'fill="{SKIN[skin]}"' in drawn
    assert all(other == SKIN[skin] or f'fill="{other}"' not in drawn for other in SKIN[:5] if other != HAIR["brown"])


@pytest.mark.parametrize("age", ["child", "grown_up", "older"])
@pytest.mark.parametrize("hair", [hair for hair in HAIRS if hair not in ("bald", "headscarf", "turban")])
@pytest.mark.parametrize("colour", HAIR_COLOURS)
def test_the_hair_colour_that_was_chosen_is_in_the_drawing(hair, age, colour):
    drawn = body(hair=hair, age=age, colour=colour)
    others = [other for name, other in HAIR.items() if name != colour]
    assert drawn.count(f'fill="{HAIR[colour]}"') >= 1
    assert drawn != body(hair=hair, age=age, colour=next(name for name in HAIR_COLOURS if name != colour))
    assert len(others) == 5


@pytest.mark.parametrize("age", ["grown_up", "child"])
def test_each_hair_is_another_drawing(age):
    assert len({body(hair=hair, age=age) for hair in HAIRS}) == len(HAIRS)


@pytest.mark.parametrize("age", ["child", "grown_up", "older"])
@pytest.mark.parametrize("hair", HAIRS)
def test_glasses_are_two_rings_over_the_eyes(hair, age):
    with_glasses, without = body(hair=hair, age=age, glasses=True), body(hair=hair, age=age)
    assert with_glasses.count('r="4.4"') == 2
    assert without.count('r="4.4"') == 0


def test_a_baby_wears_no_glasses():
    assert body(age="baby", glasses=True) == body(age="baby")


def height(age: str, hair: str) -> float:
    """The height of the ink of a face, in the units of its box."""
    resvg = pytest.importorskip("resvg_py", reason="resvg_py is not installed: pip install -r requirements-dev.txt")
    from PIL import Image

    picture = resvg.svg_to_bytes(svg_string=face_art(hair, "black", 3, False, age).svg, width=480)
    box = Image.open(io.BytesIO(bytes(picture))).convert("RGBA").getchannel("A").getbbox()
    assert box is not None
    return (box[3] - box[1]) / 10


@pytest.mark.parametrize("hair", ["long", "short", "bob", "curly", "beard"])
def test_a_child_is_smaller_than_a_grown_up_and_a_baby_smaller_still(hair):
    grown_up, child, baby = (height(age, hair) for age in ("grown_up", "child", "baby"))
    assert child < 0.9 * grown_up
    assert baby < child


def test_a_child_wears_green_and_a_grown_up_blue():
    assert 'fill="#b1cc33"' in body(age="child")
    assert 'fill="#92d3f5"' not in body(age="child")
    assert 'fill="#92d3f5"' in body(age="grown_up")


def test_an_older_face_is_not_a_younger_one_with_grey_hair():
    assert body(age="older", hair="short", colour="grey") != body(age="grown_up", hair="short", colour="grey")


@pytest.mark.parametrize("age", AGES)
@pytest.mark.parametrize("hair", HAIRS)
def test_a_face_for_copying_has_no_colour(hair, age):
    import re

    drawn = line_art(face_art(hair, "red", 5, True, age)).body.lower()
    assert set(re.findall(r"#[0-9a-f]{3,6}", drawn)) <= {"#000", "#000000", "#fff", "#ffffff"}
