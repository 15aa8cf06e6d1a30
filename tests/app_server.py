"""The app as its own process, as a person starts it, and ways to knock at it."""

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

ROOT = Path(__file__).parents[1]
KEY = "a-key-that-only-this-test-knows"


class Answer(NamedTuple):
    """What came back; header names in small letters."""

    status: int
    headers: dict[str, str]
    body: bytes


class AppServer:
    """A started app; `home` is its folder for plans, `log` holds all that it printed."""

    def __init__(
        self,
        home: Path,
        program: Path = ROOT / "app.py",
        options: Sequence[str] = ("--no-browser",),
        env: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.home = home
        self.port = free_port()
        self._log = home.with_suffix(".log")
        with self._log.open("w") as log:
            self.process = subprocess.Popen(
                [sys.executable, str(program), *options, "--port", str(self.port)],
                cwd=ROOT,
                env=os.environ | {"WORDS_AND_PICTURES_HOME": str(home), "WORDS_AND_PICTURES_KEY": KEY} | env,
                stdout=log,
                stderr=subprocess.STDOUT,
                # A shell that runs the tests in the background has told its children to ignore Ctrl+C.
                preexec_fn=None if os.name == "nt" else _heed_ctrl_c,
            )
        self._wait()

    @property
    def log(self) -> str:
        return self._log.read_text(encoding="utf-8")

    @property
    def own_cookie(self) -> dict[str, str]:
        return {"Cookie": f"words_and_pictures_{self.port}={KEY}"}

    def ask(self, path: str, headers: Mapping[str, str] = MappingProxyType({}), method: str = "GET") -> Answer:
        """Ask as somebody without the key would; with `headers` as they are given."""
        door = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        door.putrequest(method, path, skip_host="Host" in headers)
        for name, value in headers.items():
            door.putheader(name, value)
        door.endheaders()
        answer = door.getresponse()
        told = {name.lower(): value for name, value in answer.getheaders()}
        found = Answer(answer.status, told, answer.read())
        door.close()
        return found

    def ask_with_key(self, path: str, headers: Mapping[str, str] = MappingProxyType({})) -> Answer:
        """Ask as the browser does that was let in."""
        return self.ask(path, {**self.own_cookie, **headers})

    def run_script(self) -> str:
        """Run the script once as a browser would; return all that it sent to the page, as text."""
        with self.web_socket(self.own_cookie) as stream:
            asking = BackMsg()
            asking.rerun_script.query_string = ""
            stream.send(asking.SerializeToString())
            sent = []
            while not sent or sent[-1].WhichOneof("type") != "script_finished":
                sent.append(ForwardMsg.FromString(stream.recv(timeout=30)))
        return "\n".join(str(message) for message in sent)

    def web_socket(self, headers: Mapping[str, str]):
        """Open the stream through which the app speaks."""
        address = f"ws://127.0.0.1:{self.port}/_stcore/stream"
        own = {name: value for name, value in headers.items() if name != "Origin"}
        return connect(
            address, additional_headers=own, origin=headers.get("Origin"), subprotocols=["streamlit"], proxy=None
        )

    def stop(self) -> None:
        self.process.kill()
        self.process.wait()

    def _wait(self) -> None:
        for _ in range(600):
            if self.process.poll() is not None:
                raise AssertionError(f"The app did not start:\n{self.log}")
            if re.search(r"is ready: http", self.log):
                return
            time.sleep(0.1)
        raise AssertionError(f"The app was not ready in a minute:\n{self.log}")


def _heed_ctrl_c() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def free_port() -> int:
    """Return a port that nobody uses just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
