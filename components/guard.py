"""The door: nothing of the app is answered to anybody but the person who started it.

Anyone on this computer, and any page in the browser, can knock on a local port. So each launch has a key.
A browser that comes with the key gets it as a cookie, and everything but the health check asks for it:
pages, pictures, downloads and the WebSocket through which the app speaks.
"""

import base64
import hmac
import re
import secrets
import time
from collections.abc import Collection, Iterable, Mapping
from hashlib import sha256
from importlib.resources import files
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import HTMLResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEALTH = "/_stcore/health"
# Their names or contents change only with the program itself; all else may hold a family’s words.
_KEPT = ("/static/", "/pictures/art/", "/pictures/face/", "/fonts/")
_HOST = re.compile(r"([a-z0-9.-]+|\[[0-9a-f:]+\])(?::[0-9]{1,5})?", re.IGNORECASE)
_INLINE_SCRIPT = re.compile(rb"<script>(.*?)</script>", re.DOTALL)
_TICKET_SECONDS = 120
_SAFETY = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
}
_NO_KEY = "Open Words &amp; Pictures from its own window: where it was started, it shows the address to open."
_NO_SUCH_HOST = "Words &amp; Pictures does not answer to this address. Open it from its own window."
_PAGE = """<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Words &amp; Pictures</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body {{ font: 1.25rem/1.6 system-ui, sans-serif; color: #22302c; background: #f5f3ee;
max-width: 34rem; margin: 18vh auto; padding: 0 1.5rem }} a {{ color: #2e7d68 }}</style></head>
<body><h1>This page is closed</h1><p>{words}</p><p><a href="/">Try again</a></p></body></html>
"""


class Knock(NamedTuple):
    """What the guard looks at in a request; `host` with its port, empty if it is no host at all."""

    kind: str
    method: str
    path: str
    host: str
    origin: str
    cookies: tuple[str, ...]
    query: Mapping[str, list[str]]
    port: int


class Guard:
    """ASGI middleware: lets in who holds the key, and puts the safety headers on every answer."""

    def __init__(self, app: ASGIApp, key: str, hosts: Collection[str]) -> None:
        self._app = app
        self._key = key
        self._hosts = frozenset(host.lower() for host in hosts)
        self._scripts = inline_script_hashes()
        self._used_tickets: set[str] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or pass it on to the app."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        knock = _knock(scope)
        await self._choose(knock)(scope, receive, self._with_headers(knock, send))

    def _choose(self, knock: Knock) -> ASGIApp:
        if _host_name(knock.host) not in self._hosts or not _is_own_origin(knock):
            return _closed(knock, _NO_SUCH_HOST)
        if knock.kind == "http" and knock.path == HEALTH:
            return self._app
        if not (self._has_cookie(knock) or self._has_key(knock)):
            return _closed(knock, _NO_KEY)
        return self._let_in(knock) if _asks_in(knock) else self._app

    def _has_cookie(self, knock: Knock) -> bool:
        wanted = f"{cookie_name(knock.port)}={self._key}"
        return any(_same(cookie, wanted) for cookie in knock.cookies)

    def _has_key(self, knock: Knock) -> bool:
        given = knock.query.get("key", [""])[0]
        return _asks_in(knock) and (_same(given, self._key) or self._takes_ticket(given))

    def _takes_ticket(self, given: str) -> bool:
        until, _, _ = given.partition(".")
        if not (until.isascii() and until.isdecimal() and len(until) <= 12):  # a time in seconds, and no more
            return False
        if not _same(given, ticket(self._key, int(until))):
            return False
        if given in self._used_tickets or int(until) < time.time():
            return False
        self._used_tickets.add(given)
        return True

    def _let_in(self, knock: Knock) -> ASGIApp:
        """Hand out the cookie and lead to the first page, so that the key leaves the address bar."""
        answer = RedirectResponse("/", 303)
        answer.set_cookie(cookie_name(knock.port), self._key, httponly=True, samesite="strict")
        return answer

    def _with_headers(self, knock: Knock, send: Send) -> Send:
        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(safety_headers(knock.host, self._scripts))
                if not (message["status"] in (200, 206, 304) and knock.path.startswith(_KEPT)):
                    headers["cache-control"] = "no-store"
            await send(message)

        return send_safely


def new_key() -> str:
    """Return a key for one launch."""
    return secrets.token_urlsafe(32)


def ticket(key: str, until: int | None = None) -> str:
    """Return a word that opens the door once, in the next two minutes (or `until`, in seconds since 1970).

    The browser is started with it: other people on a shared computer can see how a program was
    started, and must not find the key there.
    """
    until = int(time.time()) + _TICKET_SECONDS if until is None else until
    return f"{until}.{hmac.new(key.encode(), str(until).encode(), sha256).hexdigest()}"


def cookie_name(port: int) -> str:
    """Return the cookie’s name; browsers share cookies between ports, so the port is in the name."""
    return f"words_and_pictures_{port}"


def inline_script_hashes() -> tuple[str, ...]:
    """Return the hashes of the scripts that stand in Streamlit’s own page, as the policy writes them."""
    page = files("streamlit").joinpath("static", "index.html").read_bytes()
    digests = (sha256(script).digest() for script in _INLINE_SCRIPT.findall(page))
    return tuple(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)


def safety_headers(host: str, scripts: Iterable[str]) -> dict[str, str]:
    """Return the headers of every answer: what the page may load, and from nowhere but here."""
    policy = {
        "default-src": "'none'",
        "script-src": " ".join(("'self'", *scripts)),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": f"'self' ws://{host} wss://{host}" if host else "'none'",
        "manifest-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }
    written = "; ".join(f"{name} {value}" for name, value in policy.items())
    return _SAFETY | {"content-security-policy": written}


def _knock(scope: Scope) -> Knock:
    headers = Headers(scope=scope)
    hosts = headers.getlist("host")
    return Knock(
        kind=scope["type"],
        method=scope.get("method", ""),
        path=scope["path"],
        host=hosts[0].lower() if len(hosts) == 1 and _HOST.fullmatch(hosts[0]) else "",
        origin=headers.get("origin", ""),
        cookies=tuple(part.strip() for line in headers.getlist("cookie") for part in line.split(";")),
        query=parse_qs(scope["query_string"].decode("latin-1")),
        port=(scope.get("server") or ("", 0))[1] or 0,
    )


def _host_name(host: str) -> str:
    """The host without its port."""
    found = _HOST.fullmatch(host)
    return found[1] if found else ""


def _is_own_origin(knock: Knock) -> bool:
    """Whether a page that says where it comes from comes from here, port included."""
    return not knock.origin or urlsplit(knock.origin).netloc.lower() == knock.host


def _asks_in(knock: Knock) -> bool:
    return knock.kind == "http" and knock.method == "GET" and knock.path == "/" and "key" in knock.query


def _same(given: str, wanted: str) -> bool:
    """Compare in a time that does not tell how much was right."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), wanted.encode())


def _closed(knock: Knock, words: str) -> ASGIApp:
    if knock.kind == "websocket":
        return _hang_up
    return HTMLResponse(_PAGE.format(words=words), 403)


async def _hang_up(scope: Scope, receive: Receive, send: Send) -> None:
    await send({"type": "websocket.close", "code": 1008})
