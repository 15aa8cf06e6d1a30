"""The way in: the app with its guard, and the command that starts it: python app.py [--port N] [--no-browser]."""

import argparse
import gc
import http.client
import importlib
import os
import pkgutil
import socket
import sys
import threading
import time
import webbrowser
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

import components
from components.guard import HEALTH, Guard, new_key, ticket
from components.picture_routes import picture_routes
from components.trouble import keep_logs_plain, tell_trouble
from icon_library.catalogue import load_catalogue
from plans.layout.fonts import WEIGHTS, font_kit
from plans.store.files import FileStore, default_folder

SCRIPT = Path(__file__).parent / "components" / "main.py"
KEY_VARIABLE = "WORDS_AND_PICTURES_KEY"
HOSTS_VARIABLE = "WORDS_AND_PICTURES_HOSTS"
ADDRESS = "127.0.0.1"
PORTS = range(8501, 8600)
_SECONDS_TO_START = 90


def make_app(script: Path) -> st.App:
    """Return the app that runs a script, behind its guard."""
    keep_logs_plain()
    return st.App(
        script,
        middleware=[Middleware(Guard, key=launch_key(), hosts=allowed_hosts())],
        routes=picture_routes(FileStore(default_folder())),
        lifespan=_warmed_up,
        on_script_error=tell_trouble,
    )


@cache
def launch_key() -> str:
    """Return the key of this launch: WORDS_AND_PICTURES_KEY if set, else a new one."""
    return os.environ.get(KEY_VARIABLE) or new_key()


def allowed_hosts() -> tuple[str, ...]:
    """Return the host names that the app answers to: those of WORDS_AND_PICTURES_HOSTS, else this computer’s."""
    named = os.environ.get(HOSTS_VARIABLE, "").replace(",", " ").split()
    return tuple(named) or (ADDRESS, "localhost")


def main(arguments: Sequence[str], app: st.App) -> int:
    """Start the app and stay until it is stopped; return 0, or 1 if it cannot start."""
    parser = argparse.ArgumentParser(prog="app.py", description="Start Words & Pictures on this computer.")
    parser.add_argument("--port", type=int, help="the port to use; else the first free one from 8501")
    parser.add_argument("--no-browser", action="store_true", help="do not open the browser")
    asked = parser.parse_args(arguments)
    port = next(filter(_is_free, [asked.port] if asked.port else PORTS), None)
    if port is None:
        print(_no_port(asked.port), file=sys.stderr)
        return 1
    threading.Thread(target=_open_when_ready, args=(port, not asked.no_browser), daemon=True).start()
    try:
        app.run(config=_settings(port))
    except KeyboardInterrupt:
        print("Words & Pictures has stopped.")
    return 0


def _settings(port: int) -> dict[str, object]:
    """What must hold whatever the settings files on this computer say."""
    return {
        "server.address": ADDRESS,
        "server.port": port,
        "server.allowedHosts": list(allowed_hosts()),
        "server.headless": True,
        "browser.gatherUsageStats": False,
        "client.showErrorDetails": "none",
        "logger.enableRich": False,
    }


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        if os.name != "nt":  # on Windows this would take a port that another program is using
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((ADDRESS, port))
        except (OSError, OverflowError):
            return False
    return True


def _no_port(asked: int | None) -> str:
    if asked is None:
        return f"Ports {PORTS[0]} to {PORTS[-1]} are all in use. Close other programs, or name a port with --port."
    return f"Port {asked} cannot be used: another program may have it. Leave out --port, or name another."


def _open_when_ready(port: int, with_browser: bool) -> None:
    if not _is_healthy_soon(port):
        return
    print(f"Words & Pictures is ready: http://{ADDRESS}:{port}/?key={launch_key()}", flush=True)
    if with_browser:
        webbrowser.open(f"http://{ADDRESS}:{port}/?key={ticket(launch_key())}")


def _is_healthy_soon(port: int) -> bool:
    for _ in range(_SECONDS_TO_START * 10):
        door = http.client.HTTPConnection(ADDRESS, port, timeout=5)
        try:
            door.request("GET", HEALTH)
            if door.getresponse().status == 200:
                return True
        except (OSError, http.client.HTTPException):
            pass
        finally:
            door.close()
        time.sleep(0.1)
    return False


@asynccontextmanager
async def _warmed_up(app: st.App) -> AsyncIterator[None]:
    """Load what the first visitor would wait for; then spare it from every later search for unused memory."""
    for found in pkgutil.walk_packages(components.__path__, "components."):
        if found.name != "components.main":  # the script itself: Streamlit runs it, nobody imports it
            importlib.import_module(found.name)
    importlib.import_module("plans.render.pdf")
    load_catalogue()
    for face in WEIGHTS:
        font_kit(face)
    gc.collect()
    gc.freeze()
    yield


app = make_app(SCRIPT)

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], app))
