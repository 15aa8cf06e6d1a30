"""The last two lines of a file we write: a note, and a checksum that shows any later change.

Both are YAML comments, so that the file stays a plain plan file that people and other programs can read.
"""

import re
from dataclasses import dataclass
from hashlib import sha256

_SEAL = re.compile(rb"^# sha256 ([0-9a-f]{64})\s*\Z", re.MULTILINE)
_NOTE = re.compile(rb"^# ([a-z]+ [0-9a-z]+)\n\Z", re.MULTILINE)
_LENGTH_OF_END = 400


@dataclass(frozen=True)
class Sealed:
    """What a file says: its content and note, its fingerprint now, and whether its seal is there and fits."""

    content: bytes
    note: str
    fingerprint: str
    has_seal: bool
    fits: bool


def sealed(content: bytes, note: str) -> bytes:
    """Return the content with its note and checksum under it."""
    noted = content + f"# {note}\n".encode()
    return noted + f"# sha256 {fingerprint(noted)}\n".encode()


def unsealed(file: bytes) -> Sealed:
    """Return what the file says. One cut short has lost its seal; one changed later does not fit it."""
    seal = _SEAL.search(file, max(0, len(file) - _LENGTH_OF_END))
    if seal is None:
        return Sealed(file, "", fingerprint(file), has_seal=False, fits=False)
    noted = file[: seal.start()]
    note = _NOTE.search(noted, max(0, len(noted) - _LENGTH_OF_END))
    content = noted[: note.start()] if note else noted
    found = fingerprint(noted)
    return Sealed(content, note[1].decode() if note else "", found, has_seal=True, fits=found == seal[1].decode())


def fingerprint(data: bytes) -> str:
    """Return the SHA-256 of the data, in hexadecimal."""
    return sha256(data).hexdigest()
