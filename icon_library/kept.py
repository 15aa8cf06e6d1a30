"""Our own YAML data, kept as JSON in the user’s cache folder: thirty times as quick to read.

The file’s content is its name there, so a changed file is always read anew.
"""

import hashlib
import json
import os
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from platformdirs import user_cache_path


def cache_folder() -> Path:
    """Return the folder for what can always be made again; nothing of any plan goes there."""
    return Path(os.environ.get("WORDS_AND_PICTURES_CACHE") or user_cache_path("words-and-pictures"))


@cache
def read_data(file: Path) -> Any:
    """Return what one of our own data files holds."""
    return _read(file, getattr(yaml, "CSafeLoader", yaml.SafeLoader), "")


def read_text_data(file: Path) -> Any:
    """Return what one of our own data files holds, everything as text: no, on and 999 stay the words they look like.

    Raises yaml.YAMLError where it is no YAML or has a name twice.
    """
    return _read(file, _TextLoader, "-text")


class _TextLoader(getattr(yaml, "CBaseLoader", yaml.BaseLoader)):  # type: ignore[misc]
    """Makes text, lists and mappings, and refuses a name that stands twice: the first would be lost without a word."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """Return the mapping of a node."""
        found: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        if len(found) < len(node.value):
            names = [name.value for name, _ in node.value]
            twice = next(name for number, name in enumerate(names) if name in names[:number])
            raise yaml.constructor.ConstructorError(None, None, f"“{twice}” stands twice", node.start_mark)
        return found


def _read(file: Path, loader: Any, manner: str) -> Any:
    data = file.read_bytes()
    kept = cache_folder() / "data" / f"{file.stem}-{hashlib.sha256(data).hexdigest()[:32]}{manner}.json"
    try:
        return json.loads(kept.read_bytes())
    except (OSError, ValueError):  # not kept yet, or damaged: read the YAML
        found = yaml.load(data, Loader=loader)  # noqa: S506 – our own file
        keep(kept, json.dumps(found, ensure_ascii=False).encode())
        return found


def keep(file: Path, data: bytes) -> None:
    """Put a file into the cache, whole or not at all; a cache that cannot be written only costs time."""
    part = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(data)
        part.replace(file)
    except OSError:
        return
