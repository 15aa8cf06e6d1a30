"""What may stand in a plan’s text: the one place that takes out what nobody can see or type."""

import re
import unicodedata

# The same characters that the reader of plan files refuses: control characters, marks that
# turn the reading direction unseen, and halves of letters.
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")
_SPACES = re.compile(r"[ \t\r\n\u2028\u2029]+")


def clean_text(text: str, longest: int) -> str:
    """Return the text on one line, composed, without unseen characters, at most `longest` letters."""
    one_line = _SPACES.sub(" ", _UNSEEN.sub("", text))
    return unicodedata.normalize("NFC", one_line)[:longest]
