"""The real app as its own process, and what people do on its screens."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # Playwright may be missing; its tests are skipped then
    from playwright.sync_api import Page

ROOT = Path(__file__).parents[2]
KEY = "a-key-that-only-this-test-knows-0001"


class RunningApp:
    """The real app, started by its own command, with a folder of its own for plans."""

    def __init__(self, home: Path) -> None:
        self.home = home
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        settings = {**os.environ, "WORDS_AND_PICTURES_HOME": str(self.home), "WORDS_AND_PICTURES_KEY": KEY}
        command = [sys.executable, "app.py", "--no-browser", "--port", str(self.port)]
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=settings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        deadline = time.monotonic() + 90
        while not self._is_well():
            assert time.monotonic() < deadline, "the app did not start"
            time.sleep(0.2)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    def _is_well(self) -> bool:
        try:
            return bool(urllib.request.urlopen(f"{self.address}/_stcore/health", timeout=2).status == 200)
        except OSError:
            return False


def begin_plan(page: "Page", name: str) -> None:
    page.get_by_label("Child’s name").fill(name)
    page.get_by_label("Age", exact=True).fill("7")
    page.get_by_role("button", name="Begin the plan").click()
    _expect(page.get_by_role("heading", name="Who is who")).to_be_visible()


def add_person(page: "Page", name: str, role: str, phone: str, *look: str) -> None:
    page.get_by_role("button", name="Add a person").click()
    field = page.get_by_label("Name the children use")
    _expect(page.locator('.wp-face.large img[alt="New person"]')).to_be_visible()
    _expect(field).to_have_count(1)
    _expect(field).to_have_value("New person")
    field.fill(name)
    field.press("Tab")
    _expect(page.locator(".wp-face b", has_text=re.compile(f"^{name}$"))).to_be_visible()
    for label, words in (("Who they are", role), ("Phone number", phone)):
        page.get_by_label(label).fill(words)
        page.get_by_label(label).press("Tab")
    for choice in look:
        page.locator(".st-key-person_form").get_by_role("radio", name=choice, exact=True).click()


def go(page: "Page", step: str) -> None:
    page.get_by_role("button", name=step, exact=True).first.click()


def _expect(what: object) -> object:
    from playwright.sync_api import expect

    return expect(what)
