"""Whether each picture means one thing."""

from collections.abc import Iterator
from functools import cache

from icon_library.catalogue import load_catalogue
from icon_library.lexicon import Lexicon, languages, load_lexicon
from plans.checks.checked import At, Checked
from plans.checks.rule import Rule
from plans.ideas import read_places, shared_pictures


def two_ideas(_: Rule, checked: Checked) -> Iterator[At]:
    """One picture stands for two ideas."""
    lexicon = _lexicon(checked.plan.language[:2].lower())
    if lexicon is None or not checked.sentences:
        return
    catalogue = load_catalogue()
    for key, one, other in shared_pictures(read_places(checked.plan, lexicon), lexicon):
        parts = {"picture": catalogue.alt(key) if key in catalogue else "", "one": one.words, "other": other.words}
        yield At(other.sentence, "text", other.words, other.start, parts)


@cache
def _lexicon(language: str) -> Lexicon | None:
    return load_lexicon(language) if language in languages() else None


CONDITIONS = {"two_ideas": two_ideas}
