"""One command for everything: python run.py starts the app, python run.py test runs the tests.

It keeps the packages it needs in .venv beside it, fetched once and again when the lists of them change.
Nothing but Python itself is needed, so this file must be readable to older Pythons too: it tells them so.
"""

import hashlib
import os
import subprocess
import sys

if sys.version_info < (3, 11):  # noqa: UP036  it is the older ones that must be told
    sys.exit(f"Words & Pictures needs Python 3.11 or newer, and this is {sys.version.split()[0]}. Install a newer one.")

import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOG = VENV / "install.log"
TO_RUN, TO_TEST = ROOT / "requirements.txt", ROOT / "requirements-dev.txt"

_NO_VENV = (
    "This Python cannot make a folder for packages: its venv part is missing.\n"
    "On Debian or Ubuntu: sudo apt install python3-venv. Elsewhere install Python from its own site.\n"
    "Then run this again."
)
_NO_NETWORK = (
    "The packages could not be fetched. Check that this computer is online"
    " (behind a proxy, set HTTPS_PROXY), and run this again."
)
_NO_WRITING = (
    "This folder cannot be written to: {folder}\n"
    "Copy the whole folder to a place of your own, such as your home folder, and run this again from there."
)
_NO_SPACE = "The disk is full. The packages need about 1 GB: make room and run this again."
_NO_FIT = (
    "A package is not made for this Python ({version}) or this computer."
    " Install another Python, 3.11 or newer and 64 bit, delete the folder .venv here and run this again."
)
_HALF_MADE = "The folder .venv here is only half made. Delete it and run this again."
_UNKNOWN = "The packages could not be installed. What pip said is in {log}; its last words:\n  {last}"
# What pip says, in small letters, and what it means; the first that fits. Offline, pip also says “no matching”.
_MEANINGS = (
    (("no module named pip",), _HALF_MADE),
    (("no space left", "errno 28"), _NO_SPACE),
    (("connection", "name resolution", "timed out", "proxy", "certificate", "max retries"), _NO_NETWORK),
    (("permission denied", "read-only", "errno 13", "errno 30"), _NO_WRITING),
    (("no matching distribution", "failed building", "failed to build", "requires-python"), _NO_FIT),
)


class SetUpError(Exception):
    """Something on this computer is in the way; the message says what to do."""


def main(arguments: Sequence[str]) -> int:
    """Start the app, or run the tests; return the exit status."""
    testing = list(arguments[:1]) == ["test"]
    try:
        make_ready([TO_RUN, TO_TEST] if testing else [TO_RUN])
    except SetUpError as trouble:
        print(f"\n{trouble}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. Run this again to go on.", file=sys.stderr)
        return 130
    if testing:
        return hand_over(["-m", "pytest", "-rs", *(arguments[1:] or ["tests"])])
    print("Starting Words & Pictures. Keep this window open; Ctrl+C in it stops the app.", flush=True)
    return hand_over(["app.py", *arguments])


def make_ready(lists: Sequence[Path]) -> None:
    """Have everything installed that the lists name.

    Raises:
        SetUpError: the packages cannot be fetched or kept.
    """
    try:
        if not PYTHON.exists():
            make_venv()
        for wanted in lists:
            if not is_installed(wanted):
                install(wanted)
    except OSError as trouble:
        raise SetUpError(_told(trouble)) from trouble
    except subprocess.CalledProcessError as failed:
        raise SetUpError(_NO_VENV) from failed


def make_venv() -> None:
    """Make the folder that the packages are kept in."""
    try:
        import ensurepip  # noqa: F401  only to see that it is there: Debian keeps it in a package of its own
        import venv
    except ImportError as missing:
        raise SetUpError(_NO_VENV) from missing
    print("First start: making a place for the packages (.venv in this folder) …", flush=True)
    if VENV.is_dir():
        shutil.rmtree(VENV)
    try:
        venv.create(VENV, with_pip=True)
    except (KeyboardInterrupt, subprocess.CalledProcessError):
        shutil.rmtree(VENV, ignore_errors=True)  # half of it would stand in the way next time
        raise


def is_installed(wanted: Path) -> bool:
    """Whether the list was installed as it now stands."""
    mark = _mark(wanted)
    return mark.is_file() and mark.read_text(encoding="ascii") == _fingerprint(wanted)


def install(wanted: Path) -> None:
    """Fetch and install the packages of a list, telling how far it is."""
    for_what = "for the tests" if wanted == TO_TEST else "it runs on"
    print(f"Fetching the packages {for_what}; this takes a minute or two, once.", flush=True)
    options = ["--disable-pip-version-check", "--no-input", "--retries", "2", "--requirement", str(wanted)]
    said = []
    with _started([str(PYTHON), "-m", "pip", "install", *options]) as pip, LOG.open("w", encoding="utf-8") as log:
        for line in _with_progress(pip.stdout or ()):
            log.write(line)
            said.append(line)
    if pip.returncode:
        raise SetUpError(_meaning("".join(said)))
    _mark(wanted).write_text(_fingerprint(wanted), encoding="ascii")


def hand_over(arguments: Sequence[str]) -> int:
    """Go on with the Python that has the packages; return its exit status."""
    command = [str(PYTHON), *arguments]
    os.chdir(ROOT)
    if os.name == "posix":
        os.execv(PYTHON, command)  # noqa: S606  the same process goes on: stopping it stops the app
    with subprocess.Popen(command) as process:  # noqa: S603
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:  # the other Python was told as well, and is putting things away
                continue


def _started(command: Sequence[str]) -> "subprocess.Popen[str]":
    return subprocess.Popen(  # noqa: S603
        command,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )


def _with_progress(lines: Iterable[str]) -> Iterator[str]:
    """Pass pip’s lines on, and tell of each package; only the last where nobody looks on."""
    shows, count = sys.stdout.isatty(), 0
    for line in lines:
        yield line
        if line.startswith("Collecting "):
            count += 1
            if shows:
                print(f"\r  {count:3} found: {line.split()[1]:<50.50}", end="", flush=True)
        if line.startswith("Installing collected packages"):
            print(f"\r  {count:3} packages found, now putting them in place …{' ' * 30}", flush=True)


def _mark(wanted: Path) -> Path:
    return VENV / f"installed-{wanted.stem}"


def _fingerprint(wanted: Path) -> str:
    return hashlib.sha256(wanted.read_bytes()).hexdigest()


def _meaning(said: str) -> str:
    small = said.lower()
    words = next((words for signs, words in _MEANINGS if any(sign in small for sign in signs)), _UNKNOWN)
    last = said.strip().splitlines()[-1] if said.strip() else "nothing"
    return words.format(folder=ROOT, version=sys.version.split()[0], log=LOG, last=last)


def _told(trouble: OSError) -> str:
    return _meaning(f"errno {trouble.errno} {trouble.strerror}") if trouble.errno else _meaning(str(trouble))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
