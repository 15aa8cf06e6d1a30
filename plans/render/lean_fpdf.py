"""A lean import of fpdf2 for the command line, where importing is most of the work.

fpdf2 also loads numpy, cryptography and unittest.mock, for odd picture formats, passwords and
signatures that we never write. Without them a whole run takes two thirds of the time and the file is
the same to the byte, which a test holds. The app imports fpdf2 once and as it is.
"""

import importlib
import sys
import types

_NOT_NEEDED = ("numpy", "cryptography")


def import_lean() -> None:
    """Import fpdf2 without what our pages do not need, unless it is imported already."""
    if "fpdf" in sys.modules:
        return
    hidden = {name: sys.modules.get(name) for name in (*_NOT_NEEDED, "unittest.mock")}
    sys.modules.update(dict.fromkeys(_NOT_NEEDED))  # type: ignore[arg-type]  # None makes an import fail at once
    sys.modules["unittest.mock"] = _mock()
    try:
        importlib.import_module("fpdf")
    finally:
        for name, module in hidden.items():
            sys.modules.pop(name)
            if module is not None:
                sys.modules[name] = module


def _mock() -> types.ModuleType:
    """fpdf.sign takes this one name along and uses it only to sign."""
    module = types.ModuleType("unittest.mock")
    module.__dict__["patch"] = None
    return module
