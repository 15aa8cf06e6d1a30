"""File names that case systems take: letters, digits and hyphens, 80 at most, no child’s name by default."""

import hashlib
import re
import unicodedata
from datetime import date

LONGEST = 80
_NOT_PLAIN = re.compile(r"[^A-Za-z0-9]+")


def safe_file_name(title: str, made: date | None, data: bytes, ending: str) -> str:
    """Return a name such as Amara-and-Theos-plan-2027-03-04-1f2e3d4c.pdf.

    The last part is taken from the content, so that two copies never share a name.
    """
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    plain = _NOT_PLAIN.sub("-", plain.replace("'", "")).strip("-") or "plan"
    tail = "-".join(part for part in (made.isoformat() if made else "", hashlib.sha256(data).hexdigest()[:8]) if part)
    return f"{plain[: LONGEST - len(tail) - len(ending) - 2].strip('-')}-{tail}.{ending}"
