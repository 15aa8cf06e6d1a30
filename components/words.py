"""The words on screen, from text/<language>.yaml: one place to change or translate them."""

from functools import cache
from pathlib import Path

from plans.strict_yaml import read_yaml

TEXT = Path(__file__).parent / "text"


def say(name: str, /, **parts: object) -> str:
    """Return the words for a name such as "start.title", with parts put in at {part}.

    Raises:
        KeyError: the language file lacks the name.
    """
    return load_words()[name].format(**parts)


@cache
def load_words(language: str = "en") -> dict[str, str]:
    """Return all words of a language as {"screen.name": words}."""
    screens = read_yaml((TEXT / f"{language}.yaml").read_bytes())
    return {
        f"{screen}.{name}": str(words)
        for screen, found in screens.items()
        if isinstance(found, dict)
        for name, words in found.items()
    }


def editor_words(language: str = "en") -> dict[str, str]:
    """Return the words of the sentence editor, by the names its script uses."""
    return {name: str(words) for name, words in read_yaml((TEXT / f"editor_{language}.yaml").read_bytes()).items()}
