"""What comes through the door for photos and drawings, and what is left outside."""

import io
import os
import random
import shutil
import struct
import zlib

import pytest
from PIL import Image

from plans.errors import PictureRefused
from plans.own_picture import CleanPicture, clean_picture, kept_picture

# Pillow also warns of what is then refused.
pytestmark = [
    pytest.mark.filterwarnings("ignore::UserWarning"),
    pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning"),
]

DAMAGED = "This picture is damaged or only half there. Open it on the device it came from and save it again."
TOO_MANY_DOTS = "This picture has more than 50 million dots. Save it smaller and add that."
UNKNOWN = "This file is not a picture that can be used. Use a JPEG, PNG, WebP, GIF or BMP file."
IPHONE = "This is an iPhone photo (HEIC). Save or share it as JPEG and add that."
SVG = "This is an SVG drawing. Save it as a PNG and add that."

RED, BLUE = (200, 30, 30), (30, 30, 200)


def saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    file = io.BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def opened(clean: CleanPicture) -> Image.Image:
    return Image.open(io.BytesIO(clean.data))


def photo() -> Image.Image:
    """Left half red, right half blue, wider than tall."""
    picture = Image.new("RGB", (64, 32), RED)
    picture.paste(BLUE, (32, 0, 64, 32))
    return picture


def phone_notes(orientation: int = 1) -> Image.Exif:
    notes = Image.Exif()
    notes[0x0112] = orientation
    notes[0x010F] = "SECRETPHONE"
    notes.get_ifd(0x8825).update({1: "N", 2: (51.0, 30.0, 26.0), 3: "W", 4: (0.0, 7.0, 39.0)})
    return notes


def png_claiming(width: int, height: int) -> bytes:
    """A small PNG file that says it is large."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b"")]
    packed = (struct.pack(">I", len(d)) + n + d + struct.pack(">I", zlib.crc32(n + d)) for n, d in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


def png_chunks(data: bytes) -> list[bytes]:
    names, at = [], 8
    while at < len(data):
        names.append(data[at + 4 : at + 8])
        at += 12 + struct.unpack(">I", data[at : at + 4])[0]
    return names


def jpeg_segments(data: bytes) -> set[int]:
    """The markers of all segments before the dots."""
    marks, at = set(), 2
    while data[at + 1] != 0xDA:
        marks.add(data[at + 1])
        at += 2 + struct.unpack(">H", data[at + 2 : at + 4])[0]
    return marks


@pytest.mark.parametrize(
    ("kind", "mode"),
    [("JPEG", "RGB"), ("JPEG", "L"), ("JPEG", "CMYK"), ("PNG", "RGB"), ("PNG", "P"), ("PNG", "1"),
     ("GIF", "P"), ("BMP", "RGB"), ("WEBP", "RGB"), ("MPO", "RGB")],
)  # fmt: skip
def test_a_picture_of_each_usual_kind_comes_through(kind, mode):
    clean = clean_picture(saved(photo().convert(mode), kind))
    assert (clean.media_type, clean.width, clean.height) == ("image/jpeg", 64, 32)
    assert opened(clean).format == "JPEG"


def test_a_grey_scan_of_sixteen_bits_keeps_its_grey():
    clean = clean_picture(saved(Image.new("I;16", (20, 20), 40_000), "PNG"))
    assert opened(clean).getpixel((10, 10)) == (156, 156, 156)


def test_the_place_the_phone_and_every_remark_stay_outside():
    upload = saved(photo(), "JPEG", exif=phone_notes(), comment=b"SECRETREMARK", xmp=b"<x>SECRETXMP</x>")
    assert b"SECRETPHONE" in upload and b"SECRETREMARK" in upload and b"SECRETXMP" in upload
    clean = clean_picture(upload + b"SECRETTAIL")
    assert b"SECRET" not in clean.data
    assert jpeg_segments(clean.data) == {0xE0, 0xDB, 0xC0, 0xC4}  # JFIF, tables, frame: nothing else
    assert dict(opened(clean).getexif()) == {}


def test_a_see_through_drawing_is_kept_see_through_and_without_remarks():
    drawing = Image.new("RGBA", (20, 20), (0, 0, 0, 0))
    drawing.paste((*RED, 255), (5, 5, 15, 15))
    clean = clean_picture(saved(drawing, "PNG", exif=phone_notes(), icc_profile=b"SECRETPROFILE"))
    assert (clean.media_type, clean.width, clean.height) == ("image/png", 20, 20)
    assert png_chunks(clean.data) == [b"IHDR", b"IDAT", b"IEND"]
    assert opened(clean).getpixel((10, 10)) == (*RED, 255)
    assert opened(clean).getpixel((0, 0)) == (0, 0, 0, 0)


def test_what_somebody_rubbed_out_cannot_be_brought_back():
    photo_under = Image.new("RGBA", (20, 20), (*BLUE, 0))
    photo_under.paste((*RED, 255), (0, 0, 5, 20))
    photo_under.paste((*BLUE, 1), (5, 0, 10, 20))
    clean = opened(clean_picture(saved(photo_under, "PNG")))
    assert clean.getpixel((15, 5)) == (0, 0, 0, 0)
    assert clean.getpixel((7, 5)) == (0, 0, 255, 1)  # one part in 255 can be seen, so one part in 255 is kept


def test_a_drawing_without_see_through_parts_becomes_a_photo():
    clean = clean_picture(saved(photo().convert("RGBA"), "PNG"))
    assert clean.media_type == "image/jpeg"


@pytest.mark.parametrize(
    "orientation, size, top_left",
    [(1, (64, 32), RED), (2, (64, 32), BLUE), (3, (64, 32), BLUE), (4, (64, 32), RED),
     (5, (32, 64), RED), (6, (32, 64), RED), (7, (32, 64), BLUE), (8, (32, 64), BLUE)],
)  # fmt: skip
def test_a_photo_stands_upright_however_the_phone_was_held(orientation, size, top_left):
    clean = opened(clean_picture(saved(photo(), "JPEG", exif=phone_notes(orientation), quality=95)))
    assert clean.size == size
    assert all(abs(a - b) < 12 for a, b in zip(clean.getpixel((3, 3)), top_left, strict=True))


@pytest.mark.parametrize("notes", [b"II*\0\xff\xff\xff\xff" + b"\xff" * 20, b"nothing a camera writes"])
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_with_broken_notes_is_taken_as_it_lies(kind, notes):
    assert clean_picture(saved(photo(), kind, exif=b"Exif\0\0" + notes)).width == 64


def test_a_large_photo_is_made_small_enough():
    clean = clean_picture(saved(Image.new("RGB", (4000, 3000), RED), "JPEG"))
    assert (clean.width, clean.height) == (1600, 1200)


def test_only_the_first_picture_of_a_moving_one_is_kept():
    moving = saved(photo(), "GIF", save_all=True, append_images=[Image.new("RGB", (64, 32), BLUE)])
    clean = opened(clean_picture(moving))
    assert clean.getpixel((3, 3))[0] > 150


@pytest.mark.parametrize(
    "upload, sentence",
    [
        (b"", "This file is empty. Choose the picture again."),
        (b"hello", UNKNOWN),
        (b"MZ" + b"\0" * 500, UNKNOWN),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(x) run\nshowpage\n", UNKNOWN),
        (b"II*\0" + b"\0" * 50, UNKNOWN),
        (b"\0\0\0\x18ftypheic\0\0\0\0heic", IPHONE),
        (b"\0\0\0\x18ftypmif1\0\0\0\0heic", IPHONE),
        (b"%PDF-1.7\n", "This is a PDF, not a picture. Save the page as a JPEG or PNG and add that."),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', SVG),
        (b'\xef\xbb\xbf\n<?xml version="1.0"?>\n<!DOCTYPE svg>\n<SVG/>', SVG),
        (b"<html><img src=x></html>", UNKNOWN),
        (png_claiming(15_000, 11_000), TOO_MANY_DOTS),
        (png_claiming(2_000_000_000, 2_000_000_000), TOO_MANY_DOTS),
        (png_claiming(16_001, 10), TOO_MANY_DOTS),
        (png_claiming(7_000, 7_000), DAMAGED),
        (saved(Image.new("RGB", (1, 9)), "PNG"), "This picture is too small to see. Choose another."),
        (saved(Image.effect_noise((90, 90), 60), "JPEG")[:-900], DAMAGED),
        (saved(Image.effect_noise((90, 90), 60), "PNG")[:-900], DAMAGED),
        (saved(photo(), "GIF")[:60], DAMAGED),
        (
            b"\xff\xd8" + b"x" * 15_000_000,
            "This picture’s file is larger than 15 MB. Save it smaller, or send it as “medium”, and add that.",
        ),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else f"{len(value)} bytes",
)
def test_what_is_no_usable_picture_is_refused_in_a_sentence(upload, sentence):
    with pytest.raises(PictureRefused) as refused:
        clean_picture(upload)
    assert str(refused.value) == sentence


@pytest.mark.skipif(os.name == "nt", reason="the stand-in program is a shell script")
def test_no_other_program_is_ever_started(tmp_path, monkeypatch):
    ran = tmp_path / "ran"
    for name in ("gs", "gswin32c", "gswin64c"):
        (tmp_path / name).write_text(f"#!/bin/sh\ntouch {ran}\n")
        (tmp_path / name).chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    assert shutil.which("gs") == str(tmp_path / "gs")
    with pytest.raises(PictureRefused):
        clean_picture(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 100 100\n%%EndComments\nshowpage\n%%EOF\n")
    assert not ran.exists()


def test_three_thousand_spoilt_pictures_are_taken_or_refused_and_nothing_else():
    chance = random.Random(7)
    kinds = ("JPEG", "PNG", "GIF", "BMP", "WEBP")
    whole = [saved(Image.effect_noise((40, 30), 60).convert("RGB"), kind) for kind in kinds]
    whole.append(saved(photo(), "JPEG", exif=phone_notes(6), progressive=True))
    taken = 0
    for _ in range(3_000):
        spoilt = bytearray(chance.choice(whole))
        for _ in range(chance.choice((1, 1, 3, 20))):
            spoilt[chance.randrange(min(len(spoilt), chance.choice((60, 100_000))))] = chance.randrange(256)
        try:
            taken += bool(clean_picture(bytes(spoilt[: chance.choice((None, None, 200))])).data)
        except PictureRefused as refused:
            assert str(refused).endswith(".")
    assert 200 < taken < 2_800


def test_a_kept_picture_is_read_back_as_it_was():
    for clean in (
        clean_picture(saved(photo(), "JPEG")),
        clean_picture(saved(Image.new("RGBA", (9, 9)), "PNG")),
    ):
        assert kept_picture(clean.data) == clean


def test_only_what_the_door_writes_is_read_back():
    with pytest.raises(PictureRefused):
        kept_picture(saved(photo(), "GIF"))
