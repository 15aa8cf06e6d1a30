"""The one door for a family’s own photos and drawings: any upload in, a fresh picture of dots only out.

A photo tells more than it shows: where it was taken, by which phone, what was cut off. So nothing of the
upload is kept but the dots themselves, drawn anew into a JPEG or PNG that we write.
"""

import io
import struct
import zlib
from dataclasses import dataclass

from PIL import ExifTags, Image

from plans.errors import PictureRefused

MOST_BYTES = 15_000_000
MOST_DOTS = 50_000_000
LONGEST_SIDE = 16_000
KEPT_SIDE = 1_600

# A list given to Pillow, for it would else try every format it knows: some start other programs.
# Phones’ “MPO” photos come in through JPEG.
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP")
_KEPT_FORMATS = {"image/jpeg": "JPEG", "image/png": "PNG"}
_ORIENTATION = ExifTags.Base.Orientation
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
# What Pillow’s readers raise for damaged files.
_DAMAGE = (
    OSError, SyntaxError, ValueError, EOFError, KeyError, IndexError, TypeError, AttributeError,
    OverflowError, MemoryError, struct.error, zlib.error,
    Image.DecompressionBombError, Image.DecompressionBombWarning,
)  # fmt: skip

_TOO_MANY_BYTES = "This picture’s file is larger than 15 MB. Save it smaller, or send it as “medium”, and add that."
_TOO_MANY_DOTS = "This picture has more than 50 million dots. Save it smaller and add that."
_DAMAGED = "This picture is damaged or only half there. Open it on the device it came from and save it again."
_UNKNOWN = "This file is not a picture that can be used. Use a JPEG, PNG, WebP, GIF or BMP file."


@dataclass(frozen=True)
class CleanPicture:
    """A picture that holds dots and nothing else; width and height in dots."""

    data: bytes
    media_type: str
    width: int
    height: int


def clean_picture(upload: bytes) -> CleanPicture:
    """Return the upload drawn anew: upright, at most 1,600 dots a side, with nothing but its dots.

    Raises:
        PictureRefused: the file cannot be used; the message says why and what to do.
    """
    _refuse_at_sight(upload)
    opened = _open(upload)
    try:
        return _written(_upright_and_small(opened))
    except _DAMAGE:
        raise PictureRefused(_DAMAGED) from None


def kept_picture(data: bytes) -> CleanPicture:
    """Return a picture that clean_picture once made, read back from where it was kept."""
    opened = _open(data)
    media_type = next((kind for kind, name in _KEPT_FORMATS.items() if name == opened.format), None)
    if media_type is None:
        raise PictureRefused(_UNKNOWN)
    return CleanPicture(data, media_type, opened.width, opened.height)


def _refuse_at_sight(upload: bytes) -> None:
    """Refuse what its size or first bytes tell, with advice that fits."""
    if not upload:
        raise PictureRefused("This file is empty. Choose the picture again.")
    if len(upload) > MOST_BYTES:
        raise PictureRefused(_TOO_MANY_BYTES)
    start = upload[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if upload[4:8] == b"ftyp" and upload[8:12] in (
        b"heic",
        b"heix",
        b"hevc",
        b"heim",
        b"heis",
        b"mif1",
        b"msf1",
    ):
        raise PictureRefused("This is an iPhone photo (HEIC). Save or share it as JPEG and add that.")
    if start.startswith(b"%pdf"):
        raise PictureRefused("This is a PDF, not a picture. Save the page as a JPEG or PNG and add that.")
    if start.startswith(b"<") and b"<svg" in start:
        raise PictureRefused("This is an SVG drawing. Save it as a PNG and add that.")


def _open(data: bytes) -> Image.Image:
    """Read the head of the file only, and refuse it before its dots are unpacked if they are too many."""
    try:
        opened = Image.open(io.BytesIO(data), formats=_FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise PictureRefused(_TOO_MANY_DOTS) from None
    except _DAMAGE:
        raise PictureRefused(_UNKNOWN) from None
    if opened.width * opened.height > MOST_DOTS or max(opened.size) > LONGEST_SIDE:
        raise PictureRefused(_TOO_MANY_DOTS)
    if min(opened.size) < 2:
        raise PictureRefused("This picture is too small to see. Choose another.")
    return opened


def _upright_and_small(opened: Image.Image) -> Image.Image:
    opened.draft("RGB", (2 * KEPT_SIDE, 2 * KEPT_SIDE))  # a large JPEG is then unpacked at half or quarter size
    opened.load()
    turn = _turn(opened)
    picture = _in_colour(opened)
    picture.thumbnail((KEPT_SIDE, KEPT_SIDE))
    if turn is not None:
        picture = picture.transpose(turn)
    return picture.convert("RGBA") if picture.mode == "RGBa" else picture


def _turn(opened: Image.Image) -> Image.Transpose | None:
    """How the camera was held; a photo whose notes are broken is taken as it lies."""
    try:
        return _TURNS.get(opened.getexif().get(_ORIENTATION, 1))
    except _DAMAGE:
        return None


def _in_colour(picture: Image.Image) -> Image.Image:
    """Return it in red, green and blue; see-through only where it is, and nothing hidden under that."""
    if picture.mode.startswith("I"):
        picture = picture.point(lambda dot: dot / 256).convert("L")  # sixteen bits of grey to eight
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    with_alpha = picture if picture.mode == "RGBA" else picture.convert("RGBA")  # large: no needless copy
    if with_alpha.getchannel("A").getextrema() == (255, 255):
        return with_alpha.convert("RGB")
    return with_alpha.convert("RGBa")  # colours dimmed by their see-through: what cannot be seen turns black


def _written(picture: Image.Image) -> CleanPicture:
    dots = Image.frombytes(picture.mode, picture.size, picture.tobytes())
    media_type = "image/png" if dots.mode == "RGBA" else "image/jpeg"
    file = io.BytesIO()
    dots.save(file, _KEPT_FORMATS[media_type], quality=88)
    return CleanPicture(file.getvalue(), media_type, dots.width, dots.height)
