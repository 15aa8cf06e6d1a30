"""The catalogue: which pictures exist, what each shows, and its drawing."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from icon_library.art import Art, crossed, placed, stacked
from icon_library.kept import read_data
from icon_library.sources import source_art
from icon_library.tiles import calendar_page_art, tile_art

CATALOGUE = Path(__file__).parent / "catalogue.yaml"
CATEGORIES = (
    "people", "feelings", "home", "food", "school", "health", "places", "transport", "time", "talking",
    "safety", "worries", "family_time", "promises", "play", "animals",
)  # fmt: skip
_FIELDS = {"shows", "alt", "category", "art", "layers", "tile", "page", "colour", "crossed"}
_NOT = "not:"


class CatalogueBroken(ValueError):
    """The catalogue has an entry that cannot be used; the message names it."""


@dataclass(frozen=True)
class Layer:
    """A drawing inside a picture: its source, and its square on the 72 × 72 grid."""

    source: str
    x: float = 0
    y: float = 0
    size: float = 72
    flip: bool = False


@dataclass(frozen=True)
class Icon:
    """An entry of the catalogue: what is drawn (`shows`), what is read out (`alt`), and its art.

    `crossed` pictures have a cross, a bar or a line through them as they are, so they are never crossed again.
    """

    key: str
    shows: tuple[str, ...]
    alt: str
    category: str
    layers: tuple[Layer, ...] = ()
    tile: str = ""
    page: str = ""
    colour: str = "grey"
    crossed: bool = False

    @property
    def licence(self) -> str:
        """CC BY-SA 4.0 where a part is OpenMoji’s, else our own MIT."""
        borrowed = any(layer.source.startswith("openmoji ") for layer in self.layers)
        return "CC BY-SA 4.0" if borrowed else "MIT"


@dataclass(frozen=True)
class Catalogue:
    """All pictures, by key."""

    icons: Mapping[str, Icon]

    def __contains__(self, key: str) -> bool:
        return key.removeprefix(_NOT) in self.icons

    def alt(self, key: str) -> str:
        """What a screen reader says at this picture."""
        alt = self.icons[key.removeprefix(_NOT)].alt
        return f"no {alt}" if key.startswith(_NOT) else alt

    def art(self, key: str) -> Art:
        """The drawing of this picture, crossed where its key begins with `not:`."""
        art = icon_art(self.icons[key.removeprefix(_NOT)])
        return crossed(art) if key.startswith(_NOT) else art


@cache
def load_catalogue(path: Path = CATALOGUE) -> Catalogue:
    """Return the catalogue in a file.

    Raises:
        CatalogueBroken: an entry lacks something or has a field we do not know.
    """
    entries = read_data(path)
    return Catalogue(MappingProxyType({key: _icon(key, fields) for key, fields in entries.items()}))


@cache
def icon_art(icon: Icon) -> Art:
    """Return an icon’s drawing."""
    if icon.tile:
        return tile_art(icon.tile, icon.colour)
    if icon.page:
        return calendar_page_art(icon.page, icon.colour)
    if len(icon.layers) == 1 and icon.layers[0] == Layer(icon.layers[0].source):
        return source_art(icon.layers[0].source)
    return stacked([_layer_art(layer) for layer in icon.layers])


def _layer_art(layer: Layer) -> Art:
    return placed(source_art(layer.source), layer.x, layer.y, layer.size, flip=layer.flip)


def _icon(key: str, fields: Mapping[str, object]) -> Icon:
    unknown = set(fields) - _FIELDS
    if unknown:
        raise CatalogueBroken(f"{key} has {sorted(unknown)}, which we do not know.")
    if fields.get("category") not in CATEGORIES or not fields.get("shows") or not fields.get("alt"):
        raise CatalogueBroken(f"{key} needs shows, alt and a category that we know.")
    shows = fields["shows"]
    return Icon(
        key=key,
        shows=tuple(str(label) for label in shows) if isinstance(shows, list) else (),
        alt=str(fields["alt"]),
        category=str(fields["category"]),
        layers=_layers(key, fields),
        tile=str(fields.get("tile", "")),
        page=str(fields.get("page", "")),
        colour=str(fields.get("colour", "grey")),
        crossed=fields.get("crossed") is True,
    )


def _layers(key: str, fields: Mapping[str, object]) -> tuple[Layer, ...]:
    if "art" in fields:
        return (Layer(str(fields["art"])),)
    layers = fields.get("layers", [])
    if not isinstance(layers, list) or not (layers or "tile" in fields or "page" in fields):
        raise CatalogueBroken(f"{key} has no art, layers, tile or page.")
    return tuple(
        Layer(**{("source" if name == "art" else name): value for name, value in one.items()}) for one in layers
    )
