"""What plans, drafts and pictures may be called: nothing that leads elsewhere or tells of a family."""

import re
import secrets
from hashlib import sha256

from plans.errors import StoreTrouble
from plans.store.notices import no_such_picture, no_such_plan

_PLAN_ID = re.compile(r"[0-9a-f]{16}\Z")
_SESSION = re.compile(r"[a-z0-9][a-z0-9-]{0,63}\Z")
_PICTURE_KEY = re.compile(r"photo:[0-9a-f]{16}\Z")


def new_plan_id() -> str:
    """Return a random plan id: 16 hexadecimal digits."""
    return secrets.token_hex(8)


def is_plan_id(name: str) -> bool:
    """Tell whether this could be a plan’s id."""
    return bool(_PLAN_ID.match(name))


def checked_plan_id(name: str) -> str:
    """Return the id, once it is one."""
    if not is_plan_id(name):
        raise no_such_plan()
    return name


def checked_session(name: str) -> str:
    """Return the session’s name, once it is small letters, digits and hyphens only."""
    if not _SESSION.match(name):
        raise StoreTrouble("Your unsaved words cannot be kept under this name. Open the app again in a new tab.")
    return name


def picture_key(data: bytes) -> str:
    """Return the key of a picture, made from its content."""
    return f"photo:{sha256(data).hexdigest()[:16]}"


def checked_picture_key(key: str) -> str:
    """Return the key, once it is one."""
    if not _PICTURE_KEY.match(key):
        raise no_such_picture()
    return key
