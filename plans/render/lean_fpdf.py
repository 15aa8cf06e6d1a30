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
_EMPTY: dict[str, tuple[str, ...]] = {
    "unittest.mock": ("patch",),
    "fontTools.varLib.instancer": (),
    "urllib.request": (
        "HTTPHandler", "HTTPRedirectHandler", "HTTPSHandler", "ProxyHandler", "Request", "build_opener",
    ),
}  # fmt: skip
# What it needs for shaped scripts alone: Latin letters come ready-made from the kit.
_ABSENT_FOR_LATIN = ("uharfbuzz",)
_EMPTY_FOR_LATIN: dict[str, tuple[str, ...]] = {
    "fontTools.subset": (),
    "fontTools.varLib": ("instancer",),
    "fontTools.varLib.varStore": ("VarStoreInstancer",),
}


def import_lean(*, shaping: bool) -> None:
    """Import fpdf2 without what our pages do not need, unless it is imported already.

    Without `shaping` it can write Latin letters only, from then on.
    """
    if "fpdf" in sys.modules:
        return
    absent = _ABSENT if shaping else (*_ABSENT, *_ABSENT_FOR_LATIN)
    empty = _EMPTY if shaping else {**_EMPTY, **_EMPTY_FOR_LATIN}
    names = (*absent, *empty)
    hidden = {name: sys.modules.pop(name) for name in names if name in sys.modules}
    sys.modules.update(dict.fromkeys(absent))  # type: ignore[arg-type]  # None makes an import fail at once
    sys.modules.update({name: _stand_in(name, needed) for name, needed in empty.items()})
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
