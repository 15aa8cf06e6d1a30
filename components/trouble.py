"""What people are told when something fails, and what the log may say of it: never a plan’s words.

An error’s message can hold what a family wrote. So people get a calm sentence and a code, and the log gets
the code, the kind of error and the line of the program; the same for everything that any part logs.
"""

import logging
import re
import secrets
import sys
import threading
import traceback
from pathlib import Path
from typing import Any

import streamlit as st

from plans.errors import PlanError

_ROOT = Path(__file__).parents[1]
_MARKS = re.compile(r"([!-/:-@\[-`{-~])")
_LOG = logging.getLogger("words_and_pictures")
_SORRY = (
    "Something went wrong, and it is not your doing. Load this page again: your plan is there as it was last"
    " kept. If it happens again, tell whoever looks after this program the code {code}."
)


def tell_trouble(error: Exception) -> bool:
    """Show what stopped a run; return True, so that Streamlit does not show it too."""
    if isinstance(error, PlanError):
        st.error(as_typed(str(error)))
        return True
    code = secrets.token_hex(3)
    _LOG.error("Trouble %s: %s", code, kind_and_place(error))
    st.error(_SORRY.format(code=code))
    return True


def as_typed(words: str) -> str:
    """Return words for a place that reads Markdown, so that every mark shows as it was typed."""
    return _MARKS.sub(r"\\\1", words)


def kind_and_place(error: BaseException) -> str:
    """Return the kind of an error and the line where it arose, in our own files if it passed there."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if _is_own(frame.filename)]
    if not frames:
        return type(error).__name__
    last = (own or frames)[-1]
    return f"{type(error).__name__} at {_short(last.filename)}:{last.lineno}"


def keep_logs_plain() -> None:
    """From now on, no log line and no crash report of this program holds an error’s message."""
    logging.basicConfig(format="%(asctime)s %(message)s", level=logging.WARNING)
    logging.setLogRecordFactory(_plain_record)
    # It tells of each failed run before we are asked; we tell of it ourselves, with the code.
    logging.getLogger("streamlit.error_util").addFilter(lambda record: record.levelno != logging.ERROR)
    sys.excepthook = lambda kind, error, trace: _LOG.error("Stopped by %s", kind_and_place(error))
    threading.excepthook = _plain_thread_report


def _plain_record(*args: Any, **kwargs: Any) -> logging.LogRecord:
    record = logging.LogRecord(*args, **kwargs)
    error = record.exc_info[1] if record.exc_info else None
    if error is not None:
        record.msg, record.args = kind_and_place(error), ()
    record.exc_info = record.stack_info = None
    return record


def _plain_thread_report(report: threading.ExceptHookArgs) -> None:
    if report.exc_value is not None:
        _LOG.error("A task was stopped by %s", kind_and_place(report.exc_value))


def _is_own(file: str) -> bool:
    path = Path(file)
    return path.is_relative_to(_ROOT) and not {"site-packages", ".venv"} & set(path.parts)


def _short(file: str) -> str:
    path = Path(file)
    return path.relative_to(_ROOT).as_posix() if _is_own(file) else "/".join(path.parts[-2:])
