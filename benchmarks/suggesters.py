"""One suggester finds pictures for many sentences in a process of its own, which prints what it cost as JSON.

    python -m benchmarks.suggesters ours|emoji CORPUS HOW_MANY

`ready` is the time from the first import until the first sentence can be asked, `each` the milliseconds of each
sentence of the corpus (the best of three), `batch` the time for HOW_MANY sentences, all on the CPU’s clock; `peak` is
the most resident memory in MiB. `pictures` says what was suggested: word places, inclusive, and what each shows.
"""

import json
import re
import resource
import sys
import time
from collections.abc import Callable, Sequence
from itertools import cycle, islice
from pathlib import Path
from typing import Any

Found = list[tuple[int, int, list[str]]]
Suggest = Callable[[str], Found]


def main(name: str, corpus: Path, how_many: int) -> None:
    """Measure one suggester and print what it cost."""
    texts = [sentence["text"] for sentence in json.loads(corpus.read_text("utf-8"))["sentences"]]
    before = time.process_time()
    suggest = {"ours": our_suggester, "emoji": emoji_suggester}[name]()
    ready = time.process_time() - before
    pictures = [suggest(text) for text in texts]
    cost: dict[str, Any] = {"ready": ready, "each": [_quickest(suggest, text) for text in texts]}
    cost["batch"] = _batch(suggest, texts, how_many)
    # Linux counts in KiB, macOS in bytes.
    unit = 2**20 if sys.platform == "darwin" else 2**10
    cost["peak"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    print(json.dumps({**cost, "pictures": [_with_labels(found) if name == "ours" else found for found in pictures]}))


def our_suggester() -> Suggest:
    """Return the suggester of this library, at the density of key phrases."""
    from icon_library.lexicon import load_lexicon
    from icon_library.suggest import suggest

    lexicon = load_lexicon()

    def find(text: str) -> Found:
        found = suggest(text, (), lexicon)
        return [(one.start, one.end - 1, [key]) for one in found for key in one.pictures[: one.count]]

    return find


def _with_labels(found: Found) -> Found:
    """Name what each of our pictures shows; done last, so that it costs nothing that is measured."""
    from icon_library.catalogue import load_catalogue

    icons = load_catalogue().icons
    return [(start, end, list(icons[key].shows)) for start, end, (key,) in found]


def emoji_suggester() -> Suggest:
    """Return the search that people do by hand: a word’s first emoji by name or keyword, at every word that has one."""
    import unicodedata

    from emojis.db.db import EMOJI_DB

    known: dict[str, list[str]] = {}
    for one in EMOJI_DB:
        names = [unicodedata.name(letter, "").lower() for letter in one.emoji[:1]]
        for word in (*one.aliases, *one.tags):
            known.setdefault(word.replace("_", " "), [*names, one.aliases[0].replace("_", " ")])

    def suggest(text: str) -> Found:
        words = [re.sub(r"^\W+|\W+$", "", word).lower() for word in text.split()]
        keys = [next((form for form in (word, word.removesuffix("s")) if form in known), "") for word in words]
        return [(at, at, known[key]) for at, key in enumerate(keys) if key]

    return suggest


def _quickest(suggest: Suggest, text: str) -> float:
    times = []
    for _ in range(3):
        before = time.perf_counter()
        suggest(text)
        times.append((time.perf_counter() - before) * 1000)
    return min(times)


def _batch(suggest: Suggest, texts: Sequence[str], how_many: int) -> float:
    before = time.process_time()
    for text in islice(cycle(texts), how_many):
        suggest(text)
    return time.process_time() - before


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
