"""The family’s own pictures beside a plan file: pictures/<name>.jpg or .png in the plan’s folder."""

from pathlib import Path

from plans.errors import PictureRefused
from plans.layout.pictures import ReadPhoto
from plans.own_picture import CleanPicture, clean_picture


def photo_reader(folder: Path) -> ReadPhoto:
    """Return a function that reads a `photo:` key’s picture from a folder, once each, through the picture door."""
    known: dict[str, CleanPicture | None] = {}

    def read(key: str) -> CleanPicture | None:
        if key not in known:
            known[key] = _read(folder, key.removeprefix("photo:"))
        return known[key]

    return read


def _read(folder: Path, name: str) -> CleanPicture | None:
    for ending in (".jpg", ".png"):
        file = folder / f"{name}{ending}"
        if name.isalnum() and file.is_file():
            try:
                return clean_picture(file.read_bytes())
            except PictureRefused:
                return None
    return None
