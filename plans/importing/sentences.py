"""Where one sentence ends and the next begins."""

import re

# A full stop after these ends no sentence.
_SHORT = {
    "mr", "mrs", "ms", "dr", "st", "rd", "no", "tel", "approx", "prof", "rev", "e.g", "i.e", "eg", "ie", "etc", "re",
    "vs", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "inc", "dept",
}  # fmt: skip
_END = re.compile(r"[.!?…]+[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9À-Þ])")
_LAST_WORD = re.compile(r"([\w.]+)[.!?…]+[\"”’')\]]*\s*$")


def split_sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a paragraph; joined with a space they are the paragraph again."""
    found: list[str] = []
    start = 0
    for end in _END.finditer(text):
        piece = text[start : end.end()]
        if not _ends_short(piece):
            found.append(piece.strip())
            start = end.end()
    return tuple(piece for piece in (*found, text[start:].strip()) if piece)


def _ends_short(piece: str) -> bool:
    last = _LAST_WORD.search(piece)
    word = last[1].lower() if last else ""
    return word in _SHORT or (len(word) == 1 and word.isalpha() and word != "i")
