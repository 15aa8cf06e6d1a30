"""A real server and a real browser for the tests that need them."""

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
