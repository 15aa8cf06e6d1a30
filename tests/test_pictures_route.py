"""The browser gets each picture and font under its own address, and nothing else from there."""

import io
from datetime import date

import pytest
from app_server import AppServer
from PIL import Image

from components.picture_routes import art_address
from plans.model import Look, Plan
from plans.own_picture import clean_picture
from plans.store.files import FileStore

PLAN = "0123456789abcdef"
MUM = Look("long", "black", 4, True, "grown_up")


@pytest.mark.parametrize(
    ("key", "address"),
    [
        ("washing_machine", "/pictures/art/washing_machine.svg"),
        ("not:shouting", "/pictures/art/shouting.svg?crossed=1"),
        ("person:mum", "/pictures/face/long-black-4-1-grown_up.svg"),
        ("not:person:mum", "/pictures/face/long-black-4-1-grown_up.svg?crossed=1"),
        ("person:somebody_new", "/pictures/face/short-brown-0-0-grown_up.svg"),
        ("photo:fedcba9876543210", f"/pictures/own/{PLAN}/fedcba9876543210"),
    ],
)
def test_every_picture_key_has_an_address(key, address):
    assert art_address(key, {"mum": MUM}, PLAN) == address


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    server = AppServer(tmp_path_factory.mktemp("plans"))
    yield server
    server.stop()


@pytest.mark.server
@pytest.mark.parametrize("key", ["washing_machine", "not:shouting", "person:mum", "not:person:mum"])
def test_a_drawing_comes_as_svg_that_the_browser_may_keep(app, key):
    answer = app.ask_with_key(art_address(key, {"mum": MUM}, PLAN))
    assert (answer.status, answer.headers["content-type"]) == (200, "image/svg+xml")
    assert answer.headers["cache-control"] == "private, max-age=86400"
    assert answer.body.startswith(b'<svg xmlns="http://www.w3.org/2000/svg"')


@pytest.mark.server
def test_a_crossed_picture_is_the_same_drawing_under_a_red_bar(app):
    plain, crossed = (app.ask_with_key(art_address(key, {}, PLAN)).body for key in ("bed", "not:bed"))
    assert b"#d22f27" in crossed
    assert b"#d22f27" not in plain


@pytest.mark.server
@pytest.mark.parametrize(
    "path",
    [
        "/pictures/art/no_such_icon.svg",
        "/pictures/art/bed.png",
        "/pictures/art/bed",
        "/pictures/art/not:bed.svg",
        "/pictures/art/..%2f..%2fcatalogue.yaml.svg",
        "/pictures/art/../../app.py",
        "/pictures/art/%3Cscript%3E.svg",
        "/pictures/art/" + "x" * 5000 + ".svg",
        "/pictures/face/long-black-6-1-grown_up.svg",
        "/pictures/face/long-black-04-1-grown_up.svg",
        "/pictures/face/long-black--1-1-grown_up.svg",
        "/pictures/face/long-black-4-2-grown_up.svg",
        "/pictures/face/long-purple-4-1-grown_up.svg",
        "/pictures/face/mullet-black-4-1-grown_up.svg",
        "/pictures/face/long-black-4-1-ghost.svg",
        "/pictures/face/long-black-4-1-%22onload%3D.svg",
        "/pictures/face/..%2f..%2fapp.svg",
        f"/pictures/own/{PLAN}/fedcba9876543210",
        f"/pictures/own/{PLAN}/..%2f..%2fsecret",
        "/pictures/own/..%2f../fedcba9876543210",
        "/pictures/own/x/y/z",
        "/pictures/anything",
        "/fonts/comic_sans.ttf",
        "/fonts/..%2f..%2fapp.ttf",
        "/fonts/lexend.woff2",
    ],
)
def test_what_is_not_there_is_said_not_to_be_there(app, path):
    answer = app.ask_with_key(path)
    assert answer.status in (400, 404)  # a path that leads up is refused before we see it
    assert answer.headers["cache-control"] == "no-store"
    assert answer.body in (b"There is no such picture here.", b"There is no such font here.", b"Bad Request")


@pytest.mark.server
@pytest.mark.parametrize("face", ["lexend", "NotoSansArabic", "NotoSansBengali"])
def test_a_font_comes_as_a_font(app, face):
    answer = app.ask_with_key(f"/fonts/{face}.ttf")
    assert (answer.status, answer.headers["content-type"]) == (200, "font/ttf")
    assert answer.body[:4] == b"\x00\x01\x00\x00"


@pytest.mark.server
def test_a_familys_own_photo_is_shown_and_never_kept_by_the_browser(app):
    store = FileStore(app.home)
    plan_id = store.new_id()
    store.save(plan_id, Plan(title="Amara’s plan", made=date(2027, 3, 4)), 0)
    drawn = io.BytesIO()
    Image.new("RGB", (40, 30), "green").save(drawn, "PNG")
    key = store.add_picture(plan_id, clean_picture(drawn.getvalue()))
    answer = app.ask_with_key(art_address(key, {}, plan_id))
    assert (answer.status, answer.headers["cache-control"]) == (200, "no-store")
    assert answer.headers["content-type"] in ("image/png", "image/jpeg")
    assert Image.open(io.BytesIO(answer.body)).size == (40, 30)
    assert app.ask_with_key(art_address(key, {}, store.new_id())).status == 404
