"""Nobody but the person who started the app gets anything from it, and nothing it serves lets others in."""

import base64
import hashlib
import re

import pytest
from app_server import KEY, ROOT, AppServer
from websockets.exceptions import InvalidStatus

from components.guard import ticket

pytestmark = pytest.mark.server

EVERY_KIND_OF_PATH = (
    "/",
    "/write?plan=0123456789abcdef",
    "/nowhere",
    "/media/0123456789abcdef.pdf",
    "/static/js/index.js",
    "/favicon.png",
    "/pictures/art/bed.svg",
    "/pictures/face/long-black-4-1-grown_up.svg",
    "/pictures/own/0123456789abcdef/0123456789abcdef",
    "/fonts/lexend.ttf",
    "/component/anything/index.html",
    "/_stcore/bidi-components/words-and-pictures.sentence_editor/editor.js",
    "/_stcore/metrics",
    "/_stcore/host-config",
    "/_stcore/agent/openapi.json",
    "/_stcore/script-health-check",
    "/_stcore/health/",
    "//_stcore/health",
    "/_stcore/../media/a.pdf",
)


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    server = AppServer(tmp_path_factory.mktemp("plans"))
    yield server
    server.stop()


@pytest.mark.parametrize("path", EVERY_KIND_OF_PATH)
def test_without_the_key_every_path_is_closed(app, path):
    assert app.ask(path).status == 403


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "HEAD"])
def test_without_the_key_nothing_can_be_sent_either(app, method):
    assert app.ask("/_stcore/upload_file/one/two", method=method).status == 403


@pytest.mark.parametrize(
    "cookie",
    ["words_and_pictures_{port}=", "words_and_pictures_{port}=guess", "words_and_pictures_1={key}", "{key}", ";;=;"],
)
def test_a_wrong_cookie_opens_nothing(app, cookie):
    assert app.ask("/", {"Cookie": cookie.format(port=app.port, key=KEY)}).status == 403


def test_who_has_no_key_is_told_in_plain_words_where_to_go(app):
    answer = app.ask("/")
    assert b"Open Words &amp; Pictures from its own window" in answer.body
    assert KEY.encode() not in answer.body


def test_the_key_gets_a_cookie_and_leaves_the_address_bar(app):
    answer = app.ask(f"/?key={KEY}")
    assert (answer.status, answer.headers["location"]) == (303, "/")
    assert answer.headers["set-cookie"] == f"words_and_pictures_{app.port}={KEY}; HttpOnly; Path=/; SameSite=strict"


@pytest.mark.parametrize(
    "path", ["/?key=", "/?key=guess", f"/media/a.pdf?key={KEY}", "/?key=%00%ff", "/?key=99999999999.x"]
)
def test_a_wrong_key_or_a_key_at_another_door_opens_nothing(app, path):
    assert app.ask(path).status == 403


def test_the_word_that_the_browser_is_started_with_works_once(app):
    word = ticket(KEY)
    assert [app.ask(f"/?key={word}").status for _ in range(3)] == [303, 403, 403]


def test_an_old_word_or_one_for_another_launch_does_not_work(app):
    assert app.ask(f"/?key={ticket(KEY, until=1)}").status == 403
    assert app.ask(f"/?key={ticket('another key')}").status == 403


def test_with_the_key_the_app_answers(app):
    assert app.ask_with_key("/").status == 200
    assert app.ask_with_key("/_stcore/host-config").status == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1.evil.example", "", "a b", "127.0.0.1@evil.example"]
)
def test_a_name_that_leads_here_from_elsewhere_is_refused_even_with_the_key(app, host):
    answer = app.ask_with_key("/", {"Host": host.format(port=app.port)})
    assert answer.status in (400, 403)  # the server itself refuses what is no host at all
    assert app.ask("/_stcore/health", {"Host": host.format(port=app.port)}).status in (400, 403)


@pytest.mark.parametrize("origin", ["https://evil.example", "http://127.0.0.1:9", "http://localhost:{port}", "null"])
def test_a_page_from_elsewhere_is_refused_even_with_the_key(app, origin):
    assert app.ask_with_key("/_stcore/host-config", {"Origin": origin.format(port=app.port)}).status == 403


def test_the_health_check_needs_no_key(app):
    assert app.ask("/_stcore/health")[::2] == (200, b"ok")


def test_the_stream_opens_with_the_key(app):
    with app.web_socket(app.own_cookie) as stream:
        assert stream.subprotocol == "streamlit"


@pytest.mark.parametrize(
    "changes",
    [
        {"Cookie": ""},
        {"Cookie": "words_and_pictures_{port}=guess"},
        {"Origin": "https://evil.example"},
        {"Origin": "http://127.0.0.1:9"},
        {"Origin": "http://localhost:9"},
    ],
)
def test_the_stream_stays_closed_to_everybody_else(app, changes):
    headers = app.own_cookie | {name: value.format(port=app.port) for name, value in changes.items()}
    with pytest.raises(InvalidStatus, match="403"), app.web_socket(headers):
        pass


@pytest.mark.parametrize("path", [*EVERY_KIND_OF_PATH[:3], "/pictures/art/nothing.svg", "/_stcore/health"])
@pytest.mark.parametrize("has_key", [True, False])
def test_every_answer_has_the_safety_headers(app, path, has_key):
    headers = (app.ask_with_key if has_key else app.ask)(path).headers
    wanted = {
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "no-referrer",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "cache-control": "no-store",
    }
    assert {name: headers.get(name) for name in wanted} == wanted
    assert "geolocation=()" in headers["permissions-policy"]


def test_the_page_may_load_from_here_only(app):
    here = f"127.0.0.1:{app.port}"
    (script,) = re.findall(rb"<script>(.*?)</script>", app.ask_with_key("/").body, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script).digest()).decode()
    assert app.ask_with_key("/").headers["content-security-policy"].split("; ") == [
        "default-src 'none'",
        f"script-src 'self' 'sha256-{digest}'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        f"connect-src 'self' ws://{here} wss://{here}",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ]


def test_the_browser_keeps_the_programs_own_files_and_nothing_else(app):
    page = app.ask_with_key("/").body.decode()
    (script,) = re.findall(r'type="module" crossorigin src="\.(/static/js/[^"]+)"', page)
    kept = {path: app.ask_with_key(path).headers["cache-control"] for path in (script, "/fonts/lexend.ttf")}
    assert kept == {script: "public, immutable, max-age=31536000", "/fonts/lexend.ttf": "private, max-age=86400"}
    for path in ("/media/a.pdf", "/component/x/y", "/_stcore/metrics", "/_stcore/bidi-components/x/y.js"):
        assert app.ask_with_key(path).headers["cache-control"] == "no-store"


@pytest.fixture
def broken_app(tmp_path):
    home = tmp_path / "plans"
    home.mkdir()
    server = AppServer(home, ROOT / "tests" / "broken_app.py")
    yield server
    server.stop()


def test_a_mistake_in_the_program_shows_a_calm_sentence_and_no_plan_words_anywhere(broken_app):
    page = broken_app.run_script()
    assert "Before the trouble" in page
    code = re.search(r"the code ([0-9a-f]{6})\.", page)[1]
    assert not re.search("Elm|drinks|ValueError|Traceback|stack_trace", page)
    assert not re.search("Elm|drinks|Traceback", broken_app.log)
    assert f"Trouble {code}: ValueError at tests/broken_script.py:13" in broken_app.log


def test_trouble_with_a_plan_is_told_in_its_own_words_with_every_mark_as_text(broken_app):
    (broken_app.home / "expected").touch()
    page = broken_app.run_script()
    assert r"The plan \\!\\[x\\]\\(http\\:\\/\\/tell\\.example\\/\\) of \\*Amara\\* is not here\\." in page
    assert "Amara" not in broken_app.log
