"""The fonts’ own measure, and an ordinary photo that came through the picture door."""

import io

import pytest
from PIL import Image

from plans.layout.measure import FontMeasure
from plans.own_picture import CleanPicture, clean_picture


@pytest.fixture(scope="session")
def measure() -> FontMeasure:
    return FontMeasure()


@pytest.fixture(scope="session")
def photo_file() -> bytes:
    """A phone’s JPEG, with the phone’s name and a place in it."""
    notes = Image.Exif()
    notes[0x010F] = "SECRETPHONE"
    notes.get_ifd(0x8825).update({1: "N", 2: (51.0, 30.0, 26.0)})
    file = io.BytesIO()
    Image.new("RGB", (400, 300), (200, 30, 30)).save(file, "JPEG", exif=notes)
    return file.getvalue()


@pytest.fixture(scope="session")
def photo(photo_file: bytes) -> CleanPicture:
    return clean_picture(photo_file)
