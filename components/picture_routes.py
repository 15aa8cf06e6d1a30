"""The addresses under which the browser finds pictures and fonts: small files that it may keep.

Addresses instead of pictures inside the page make each answer of the app sixteen times smaller. A family’s
own photos have an address too, but the browser must not keep them.
"""

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from icon_library.art import Art, crossed
from icon_library.catalogue import load_catalogue
from icon_library.faces import SKIN, face_art
from plans.errors import PlanError
from plans.layout.fonts import OTHER_SCRIPTS, lexend_file, script_file
from plans.model import AGES, HAIR, HAIR_COLOURS, Look
from plans.store.base import PlanStore

_DAY = 86_400
_KEEP = {"cache-control": f"private, max-age={_DAY}"}
_NOT, _PERSON, _PHOTO = "not:", "person:", "photo:"


def art_address(key: str, looks: Mapping[str, Look], plan_id: str) -> str:
    """Return the address of a picture: a catalogue key, `not:…`, `person:…` or `photo:…`.

    A person whom `looks` does not know gets the face of someone not described yet.
    """
    plain = key.removeprefix(_NOT)
    if plain.startswith(_PHOTO):
        return f"/pictures/own/{plan_id}/{plain.removeprefix(_PHOTO)}"
    if plain.startswith(_PERSON):
        address = face_address(looks.get(plain.removeprefix(_PERSON), Look()))
    else:
        address = f"/pictures/art/{plain}.svg"
    return f"{address}?crossed=1" if key.startswith(_NOT) else address


def face_address(look: Look) -> str:
    """Return the address of a face."""
    return f"/pictures/face/{look.hair}-{look.colour}-{look.skin}-{int(look.glasses)}-{look.age}.svg"


def picture_routes(store: PlanStore) -> list[Route]:
    """Return the routes to drawings, faces, fonts, and the photos of the plans in a store."""

    def own(request: Request) -> Response:
        try:
            picture = store.picture(request.path_params["plan"], f"{_PHOTO}{request.path_params['name']}")
        except PlanError:
            return _nothing_here("picture")
        return Response(picture.data, media_type=picture.media_type)

    return [
        Route("/pictures/art/{key}.svg", _catalogue_art),
        Route("/pictures/face/{hair}-{colour}-{skin}-{glasses}-{age}.svg", _face),
        Route("/pictures/own/{plan}/{name}", own),
        Route("/pictures/{rest:path}", lambda request: _nothing_here("picture")),
        Route("/fonts/{face}.ttf", _font),
        Route("/fonts/{rest:path}", lambda request: _nothing_here("font")),
    ]


def _catalogue_art(request: Request) -> Response:
    icon = load_catalogue().icons.get(request.path_params["key"])
    return _drawing(request, load_catalogue().art(icon.key)) if icon else _nothing_here("picture")


def _face(request: Request) -> Response:
    look = _read_look(request.path_params)
    if look is None:
        return _nothing_here("picture")
    return _drawing(request, face_art(look.hair, look.colour, look.skin, look.glasses, look.age))


def _read_look(told: Mapping[str, str]) -> Look | None:
    skins = {str(tone): tone for tone in range(len(SKIN))}
    is_known = told["hair"] in HAIR and told["colour"] in HAIR_COLOURS and told["age"] in AGES
    if not is_known or told["skin"] not in skins or told["glasses"] not in ("0", "1"):
        return None
    return Look(told["hair"], told["colour"], skins[told["skin"]], told["glasses"] == "1", told["age"])


def _font(request: Request) -> Response:
    face = request.path_params["face"]
    if face == "lexend":
        return FileResponse(lexend_file(), media_type="font/ttf", headers=_KEEP)
    if face in OTHER_SCRIPTS:
        return FileResponse(script_file(face), media_type="font/ttf", headers=_KEEP)
    return _nothing_here("font")


def _drawing(request: Request, art: Art) -> Response:
    asked = crossed(art) if request.query_params.get("crossed") == "1" else art
    return Response(asked.svg, media_type="image/svg+xml", headers=_KEEP)


def _nothing_here(what: str) -> Response:
    return PlainTextResponse(f"There is no such {what} here.", 404)
