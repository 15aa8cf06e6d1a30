"""The two commands start what they say, and tell in one sentence what is in the way."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from app_server import KEY, ROOT, AppServer

RUN = ROOT / "run.py"


def told(program: str, folder: Path, **env: str) -> tuple[int, str]:
    """Run a small Python program in a folder; return its exit status and all that it printed."""
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=folder,
        env=os.environ | env,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )
    return done.returncode, done.stdout + done.stderr


def launch(before: str = "") -> str:
    """A program that changes its Python as told and then runs run.py from the folder it stands in."""
    return f"import runpy, sys\n{before}\nsys.argv = ['run.py']\nrunpy.run_path('run.py', run_name='__main__')"


@pytest.fixture
def folder(tmp_path):
    """A folder with run.py and a list of packages that nobody has."""
    shutil.copy(RUN, tmp_path)
    (tmp_path / "requirements.txt").write_text("words-and-pictures-no-such-package==1\n")
    return tmp_path


def test_an_old_python_is_told_which_one_is_needed(folder):
    status, said = told(launch("sys.version_info = (3, 10, 4); sys.version = '3.10.4 (main)'"), folder)
    assert status == 1
    assert said == "Words & Pictures needs Python 3.11 or newer, and this is 3.10.4. Install a newer one.\n"


def test_a_python_without_venv_is_told_how_to_get_it(folder):
    status, said = told(launch("sys.modules['ensurepip'] = None"), folder)
    assert status == 1
    assert "On Debian or Ubuntu: sudo apt install python3-venv." in said
    assert "Traceback" not in said


def test_a_folder_that_cannot_be_written_to_is_named(folder):
    status, said = told(
        launch(
            "import errno, os\ndef no(*a, **k): raise OSError(errno.EROFS, 'Read-only file system')\nos.makedirs = no"
        ),
        folder,
    )
    assert status == 1
    assert f"This folder cannot be written to: {folder}" in said
    assert "Traceback" not in said


@pytest.mark.server
def test_a_computer_that_is_offline_is_told_so_and_can_go_on_later(folder):
    env = {"PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_FIND_LINKS": "", "PIP_RETRIES": "0"}
    for _ in range(2):
        status, said = told(launch(), folder, **env)
        assert status == 1
        assert "The packages could not be fetched. Check that this computer is online" in said
        assert "Traceback" not in said


@pytest.mark.server
def test_starting_prints_the_one_address_that_lets_in(tmp_path):
    app = AppServer(tmp_path / "plans")
    try:
        assert re.findall("http.*", app.log) == [f"http://127.0.0.1:{app.port}/?key={KEY}"]
        assert app.ask(f"/?key={KEY}").status == 303
    finally:
        app.stop()


@pytest.mark.server
@pytest.mark.skipif(os.name == "nt", reason="Windows names its browser in another way")
def test_the_browser_is_opened_already_let_in_with_a_word_that_works_once(tmp_path):
    opened = tmp_path / "opened"
    browser = tmp_path / "browser.py"
    browser.write_text(f"import sys\nopen({str(opened)!r}, 'w').write(sys.argv[1])")
    app = AppServer(tmp_path / "plans", options=(), env={"BROWSER": f"{sys.executable} {browser} %s"})
    try:
        address = written(opened)
        assert KEY not in address
        door = address.removeprefix(f"http://127.0.0.1:{app.port}")
        assert [app.ask(door).status for _ in range(2)] == [303, 403]
    finally:
        app.stop()


def written(file: Path) -> str:
    """Wait until a file is written; return what stands in it."""
    for _ in range(300):
        if file.exists() and file.read_text():
            return file.read_text()
        time.sleep(0.1)
    raise AssertionError("No browser was opened.")


@pytest.mark.server
def test_a_port_that_is_taken_is_said_in_one_sentence():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "app.py", "--no-browser", "--port", str(port)], cwd=ROOT, capture_output=True, text=True
        )
    assert done.returncode == 1
    assert done.stderr == (
        f"Port {port} cannot be used: another program may have it. Leave out --port, or name another.\n"
    )


@pytest.mark.server
def test_the_key_is_new_at_each_start_and_the_next_free_port_is_found(tmp_path):
    env = {name: value for name, value in os.environ.items() if name != "WORDS_AND_PICTURES_KEY"}
    found = []
    running = [
        subprocess.Popen(
            [sys.executable, "-u", "app.py", "--no-browser"],
            cwd=ROOT,
            env=env | {"WORDS_AND_PICTURES_HOME": str(tmp_path)},
            stdout=subprocess.PIPE,
            text=True,
        )
    ]
    try:
        found.append(running[0].stdout.readline())
        running.append(subprocess.Popen(running[0].args, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True))
        found.append(running[1].stdout.readline())
    finally:
        for process in running:
            process.kill()
            process.communicate()
    ports, keys = zip(*(re.search(r":(\d+)/\?key=([\w-]{43})$", line.strip()).groups() for line in found), strict=True)
    assert len(set(ports)) == len(set(keys)) == 2


@pytest.mark.server
@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_ctrl_c_stops_the_app_in_peace(tmp_path):
    app = AppServer(tmp_path / "plans")
    with app.web_socket(app.own_cookie):
        app.process.send_signal(2)
        assert app.process.wait(timeout=20) == 0
    assert app.log.endswith("Words & Pictures has stopped.\n")
    assert "Traceback" not in app.log


@pytest.mark.server
def test_the_settings_that_safety_and_speed_hang_on_are_in_force():
    program = (
        "import streamlit.config as c\n"
        "names = 'server.address browser.gatherUsageStats client.showErrorDetails runner.postScriptGC'.split()\n"
        "print([c.get_option(name) for name in names])"
    )
    assert told(program, ROOT) == (0, "['127.0.0.1', False, 'none', False]\n")
