"""File names that case systems take: letters, digits and hyphens, 80 at most.

A file in a Downloads folder is read by whoever uses the machine next, so the name says whose plan
it is by first letters only.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from datetime import date

LONGEST = 80
_NOT_PLAIN = re.compile(r"[^A-Za-z0-9]+")


def safe_file_name(children: Iterable[str], made: date | None, data: bytes, ending: str, what: str = "Plan") -> str:
    """Return a name such as Plan-AT-2027-03-04-1f2e3d4c.pdf, from the children’s names and the date made.

    `what` says which document it is. The last part is taken from the content, so that two copies never share
    a name.
    """
    letters = unicodedata.normalize("NFKD", "".join(name.strip()[:1] for name in children)).upper()
    plain = "-".join(part for part in (_NOT_PLAIN.sub("-", what), _NOT_PLAIN.sub("", letters)) if part)
    tail = "-".join(part for part in (made.isoformat() if made else "", hashlib.sha256(data).hexdigest()[:8]) if part)
    return f"{plain[: LONGEST - len(tail) - len(ending) - 2].strip('-')}-{tail}.{ending}"
