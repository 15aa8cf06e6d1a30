"""What tests of plans share: repeatable hypothesis runs, a cache of their own, the fonts’ measure, a photo."""

import io
import os

import pytest
from hypothesis import HealthCheck, settings
from PIL import Image

from plans.layout.measure import FontMeasure
from plans.own_picture import CleanPicture, clean_picture
from tests.plans.invented import ROOT

# The fonts and drawings that a run makes are kept for the next one, away from the user’s own cache.
os.environ.setdefault("WORDS_AND_PICTURES_CACHE", str(ROOT / ".pytest_cache" / "words-and-pictures"))

settings.register_profile(
    "plans",
    deadline=None,
    derandomize=True,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
settings.load_profile("plans")


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
