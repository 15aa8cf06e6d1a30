"""A real server and a real browser for the tests that need them; a folder for plans, and a plan on the screen."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError

import pytest
from streamlit.testing.v1 import AppTest

from plans.store.files import FileStore
from plans.yaml_format import load_plan
from tests.components.running_app import KEY, RunningApp
from tests.components.screens import EXAMPLES, MAIN, checked

ROOT = Path(__file__).parents[2]
HARNESS = Path(__file__).with_name("editor_harness.py")
OPTIONS = {
    "server.headless": "true",
    "server.address": "127.0.0.1",
    "server.fileWatcherType": "none",
    "browser.gatherUsageStats": "false",
    "client.toolbarMode": "minimal",
}


class Server:
    """The harness as its own process, that can be killed and started again at the same address."""

    def __init__(self) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.start()

    def start(self) -> None:
        """Start the process; return once it answers."""
        options = [f"--{name}={value}" for name, value in {**OPTIONS, "server.port": self.port}.items()]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", str(HARNESS), *options],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for _ in range(300):
            if self._answers():
                return
        raise RuntimeError("The harness does not start.")

    def kill(self) -> None:
        """End the process at once, as in a crash."""
        self.process.kill()
        self.process.wait()

    def _answers(self) -> bool:
        try:
            self.process.wait(0.1)
        except subprocess.TimeoutExpired:
            try:
                return urllib.request.urlopen(f"{self.address}/_stcore/health", timeout=5).status == 200
            except URLError:
                return False
        raise RuntimeError("The harness has ended.")


@pytest.fixture(scope="session")
def running_server() -> Iterator[Server]:
    server = Server()
    yield server
    server.kill()


@pytest.fixture
def server(running_server: Server) -> Server:
    """A server that runs, whatever the test before did to it."""
    if running_server.process.poll() is not None:
        running_server.start()
    return running_server


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WORDS_AND_PICTURES_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def leo(home: Path) -> AppTest:
    """Leo’s plan, saved before, opened on the Write screen."""
    store = FileStore(home)
    name = store.new_id()
    store.save(name, load_plan((EXAMPLES / "leo.yaml").read_bytes()), 0)
    app = checked(AppTest.from_file(str(MAIN), default_timeout=60).run())
    return checked(app.button(key=f"open_{name}").click().run())


@pytest.fixture
def app(tmp_path: Path) -> Iterator[RunningApp]:
    running = RunningApp(tmp_path / "plans")
    running.start()
    yield running
    running.kill()


@pytest.fixture
def page(browser, app: RunningApp):
    """The app’s first screen in the browser; an error in the page’s script fails the test."""
    from playwright.sync_api import expect  # Playwright may be missing; its tests are skipped then

    context = browser.new_context(viewport={"width": 1366, "height": 880}, accept_downloads=True)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{app.address}/?key={KEY}")
    expect(page.get_by_text("Whose plan is it?")).to_be_visible(timeout=60_000)
    yield page
    context.close()
    assert errors == []
