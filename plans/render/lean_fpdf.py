"""A lean import of fpdf2 for the command line, where importing is most of the work.

fpdf2 also loads numpy, cryptography, unittest.mock and parts of fontTools, for odd picture formats,
passwords, signatures and variable fonts that we never write. Without them a whole run takes
two thirds of the time and the file is the same to the byte, which a test holds. The app imports fpdf2 as it is.
"""

import importlib
import sys
import types

# What fpdf2 can do without: an import of these fails at once, and fpdf2 goes on.
_ABSENT = ("numpy", "cryptography", "lxml")
# What fpdf2 insists on by name but uses only for what we never do, fetching from the web included.
_EMPTY = {
    "unittest.mock": ("patch",),
    "fontTools.varLib.instancer": (),
    "urllib.request": (
        "HTTPHandler", "HTTPRedirectHandler", "HTTPSHandler", "ProxyHandler", "Request", "build_opener",
    ),
}  # fmt: skip


def import_lean() -> None:
    """Import fpdf2 without what our pages do not need, unless it is imported already."""
    if "fpdf" in sys.modules:
        return
    names = (*_ABSENT, *_EMPTY)
    hidden = {name: sys.modules.pop(name) for name in names if name in sys.modules}
    sys.modules.update(dict.fromkeys(_ABSENT))  # type: ignore[arg-type]  # None makes an import fail at once
    sys.modules.update({name: _stand_in(name, needed) for name, needed in _EMPTY.items()})
    try:
        importlib.import_module("fpdf")
    finally:
        for name in names:
            sys.modules.pop(name, None)
        sys.modules.update(hidden)


def _stand_in(name: str, needed: tuple[str, ...]) -> types.ModuleType:
    module = types.ModuleType(name)
    module.__dict__.update({one: type(one, (), {}) for one in needed})
    return module
