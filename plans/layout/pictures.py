"""The pictures that one plan can show: the catalogue’s, its people’s faces, its own photos."""

from collections.abc import Callable
from dataclasses import dataclass, field

from icon_library.art import Art, crossed, line_art
from icon_library.catalogue import Catalogue
from icon_library.faces import face_art
from plans.model import Look, Plan
from plans.own_picture import CleanPicture

_NOT, _PERSON, _PHOTO = "not:", "person:", "photo:"
ReadPhoto = Callable[[str], CleanPicture | None]


@dataclass(frozen=True)
class PictureBook:
    """Finds the drawing, the photo and the alt text behind a picture key."""

    catalogue: Catalogue
    looks: dict[str, Look]
    names: dict[str, str]
    photo_alts: dict[str, str]
    read_photo: ReadPhoto
    line_art: bool
    _found: dict[str, Art] = field(default_factory=dict)

    def has(self, key: str) -> bool:
        """Whether there is something to draw for this key."""
        plain = key.removeprefix(_NOT)
        if plain.startswith(_PERSON):
            return plain.removeprefix(_PERSON) in self.looks
        if plain.startswith(_PHOTO):
            return plain == key and self.photo(plain) is not None  # nobody’s photo is ever crossed out
        return plain in self.catalogue

    def alt(self, key: str) -> str:
        """What a screen reader says at this picture."""
        plain = key.removeprefix(_NOT)
        if plain.startswith(_PERSON):
            alt = self.names[plain.removeprefix(_PERSON)]
        elif plain.startswith(_PHOTO):
            alt = self.photo_alts.get(plain) or "our own picture"
        else:
            alt = self.catalogue.alt(plain)
        return f"no {alt}" if key.startswith(_NOT) else alt

    def art(self, key: str) -> Art:
        """The drawing for a key of the catalogue or of a person; looked up once for the whole plan."""
        art = self._found.get(key)
        if art is None:
            art = self._found[key] = self._art(key)
        return art

    def _art(self, key: str) -> Art:
        plain = key.removeprefix(_NOT)
        if plain.startswith(_PERSON):
            look = self.looks[plain.removeprefix(_PERSON)]
            art = face_art(look.hair, look.colour, look.skin, look.glasses, look.age)
        else:
            art = self.catalogue.art(plain)
        art = crossed(art) if key.startswith(_NOT) else art
        return line_art(art) if self.line_art else art

    def photo(self, key: str) -> CleanPicture | None:
        """The family’s own picture for a `photo:` key, or None for any other."""
        return self.read_photo(key) if key.startswith(_PHOTO) else None

    def shape(self, key: str) -> tuple[float, float]:
        """Width and height of the picture, in units of its own."""
        photo = self.photo(key)
        if photo:
            return float(photo.width), float(photo.height)
        box = self.art(key).box
        return box.width, box.height


def no_photos(key: str) -> None:
    """Stand for a plan whose own photos are not at hand."""


def picture_book(plan: Plan, catalogue: Catalogue, read_photo: ReadPhoto = no_photos) -> PictureBook:
    """Return the pictures of a plan, coloured or as line art, as its page settings say."""
    return PictureBook(
        catalogue=catalogue,
        looks={one.id: one.look for one in plan.everyone},
        names={one.id: one.name for one in plan.everyone},
        photo_alts={picture.key: picture.alt for picture in plan.own_pictures},
        read_photo=read_photo,
        line_art=plan.page.line_art,
    )
