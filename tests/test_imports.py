"""Who may import whom: app → components → plans → icon_library, and each outside library in its own corner."""

import ast
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
OURS = ("app", "components", "plans", "icon_library")

# A file may import ours only where it begins with one of these; the first line that fits the file counts.
MAY_IMPORT = (
    ("icon_library", ("icon_library",)),
    ("plans.model", ()),
    ("plans.errors", ()),
    ("plans.strict_yaml", ("plans.errors",)),
    ("plans.shape", ("plans.errors",)),
    ("plans.marks", ("plans.model",)),
    ("plans.history", ("plans.model",)),
    ("plans.own_picture", ("plans.errors",)),
    ("plans.document_type", ("plans.model", "plans.errors", "plans.shape", "plans.strict_yaml")),
    ("plans.wording", ()),
    ("plans.agreement_format", ("plans.model", "plans.shape")),
    (
        "plans.yaml_format",
        ("plans.agreement_format", "plans.model", "plans.errors", "plans.shape", "plans.strict_yaml", "plans.marks"),
    ),
    ("plans.starters", ("plans.model", "plans.errors", "plans.shape", "plans.strict_yaml", "plans.marks")),
    ("plans.agreeing", ("plans.model",)),
    ("plans.parity", ("plans.agreeing", "plans.model", "plans.wording")),
    (
        "plans.editing",
        ("plans.agreeing", "plans.model", "plans.errors", "plans.document_type", "plans.marks", "icon_library.words"),
    ),
    ("plans.agreed_words", ("plans.model", "plans.wording")),
    ("plans.working_days", ()),
    ("plans.facts", ("plans.agreed_words", "plans.model", "plans.statements", "plans.wording", "plans.working_days")),
    (
        "plans.about",
        (
            "plans.agreed_words",
            "plans.agreeing",
            "plans.document_type",
            "plans.errors",
            "plans.model",
            "plans.statements",
        ),
    ),
    (
        "plans.missing",
        ("plans.about", "plans.agreeing", "plans.model", "plans.document_type", "plans.editing", "plans.facts"),
    ),
    ("plans.left_out", ("plans.about", "plans.agreed_words", "plans.agreeing", "plans.model", "plans.document_type")),
    ("plans.council", ("plans.errors", "plans.model", "plans.own_picture", "plans.shape", "plans.strict_yaml")),
    ("plans.ideas", ("plans.model", "icon_library")),
    ("plans.checks.said", ()),
    (
        "plans.checks",
        (
            "plans.checks",
            "plans.about",
            "plans.agreed_words",
            "plans.agreeing",
            "plans.council",
            "plans.document_type",
            "plans.editing",
            "plans.errors",
            "plans.ideas",
            "plans.model",
            "plans.parity",
            "plans.shape",
            "plans.strict_yaml",
            "plans.wording",
            "plans.yaml_format",
            "icon_library",
        ),
    ),
    ("plans.chooser", ("plans.chooser", "plans.model", "plans.errors", "plans.shape", "plans.strict_yaml")),
    (
        "plans.importing",
        (
            "plans.importing",
            "plans.agreeing",
            "plans.agreement_format",
            "plans.clean_text",
            "plans.editing",
            "plans.errors",
            "plans.model",
            "plans.shape",
            "plans.strict_yaml",
            "plans.wording",
        ),
    ),
    ("plans.clean_text", ()),
    ("plans.file_name", ()),
    (
        "plans.layout",
        (
            "plans.layout",
            "plans.model",
            "plans.errors",
            "plans.document_type",
            "plans.own_picture",
            "plans.wording",
            "plans.about",
            "plans.agreed_words",
            "plans.agreeing",
            "plans.checks",
            "plans.council",
            "plans.facts",
            "plans.statements",
            "icon_library",
        ),
    ),
    ("plans.render", ("plans.render", "plans.layout", "plans.own_picture", "icon_library")),
    ("plans.store", ("plans.store", "plans.model", "plans.errors", "plans.yaml_format", "plans.own_picture")),
    ("plans", ("plans", "icon_library")),
    ("components", ("components", "plans", "icon_library")),
    ("app", ("app", "components", "plans", "icon_library")),
)

# An outside library may be imported only by files that begin with one of these.
CORNERS = {
    "streamlit": ("app", "components"),
    "fpdf": ("plans.render.pdf", "plans.render.lean_fpdf"),
    "fontTools": ("plans.layout.fonts", "plans.layout.measure", "plans.render"),
    "uharfbuzz": ("plans.layout.fonts", "plans.layout.measure", "plans.render"),
    "docx": ("plans.render.word",),
    "resvg_py": ("plans.render.word",),
    "lxml": ("plans.importing.word_file",),
    "holidays": ("plans.working_days",),
    "readability": ("plans.checks.reading",),
    "sqlite3": (),
    "psycopg": (),
    "psycopg2": (),
    "asyncpg": (),
    "sqlalchemy": (),
}


def wrong_imports(root: Path) -> list[str]:
    """Return every import that crosses the house rules, as “file imports name”."""
    return [
        f"{name} imports {imported}"
        for name, file in sorted(_sources(root))
        for imported in sorted(set(_imports(file, name)))
        if not _is_allowed(name, imported)
    ]


def _sources(root: Path) -> Iterator[tuple[str, Path]]:
    files = [root / "app.py", *(file for part in OURS[1:] for file in (root / part).rglob("*.py"))]
    for file in files:
        parts = file.relative_to(root).with_suffix("").parts
        yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), file


@cache
def _import_nodes(source: str) -> tuple[ast.AST, ...]:
    return tuple(node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Import | ast.ImportFrom))


def _imports(file: Path, name: str) -> Iterator[str]:
    """Every name that a file imports, wherever in the file that stands."""
    for node in _import_nodes(file.read_text(encoding="utf-8")):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = name.split(".")[: -node.level] if node.level else []
            module = ".".join([*above, node.module or ""]).strip(".")
            if module in OURS:  # from plans import shape: it is the file that counts
                yield from (f"{module}.{alias.name}" for alias in node.names)
            else:
                yield module


def _is_allowed(name: str, imported: str) -> bool:
    outside = imported.partition(".")[0]
    if outside in CORNERS:
        return any(name.startswith(corner) for corner in CORNERS[outside])
    if outside not in OURS:
        return True
    allowed = next(allowed for part, allowed in MAY_IMPORT if name == part or name.startswith(f"{part}."))
    return any(imported == part or imported.startswith(f"{part}.") for part in allowed)


def test_imports_go_one_way():
    assert wrong_imports(ROOT) == []


@pytest.fixture(scope="module")
def copy_of_ours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Our sources somewhere else, where a test may spoil them."""
    root = tmp_path_factory.mktemp("copy")
    for source in [ROOT / "app.py", *(file for part in OURS[1:] for file in (ROOT / part).rglob("*.py"))]:
        copy = root / source.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, copy)
    return root


@pytest.mark.parametrize(
    "file, line, told",
    [
        ("icon_library/art.py", "import plans.model", "icon_library.art imports plans.model"),
        ("icon_library/words.py", "from plans import model", "icon_library.words imports plans.model"),
        ("plans/model.py", "from plans.errors import PlanError", "plans.model imports plans.errors"),
        ("plans/export.py", "from components.words import say", "plans.export imports components.words"),
        ("plans/export.py", "def late():\n    import app", "plans.export imports app"),
        ("plans/render/svg.py", "from plans.model import Plan", "plans.render.svg imports plans.model"),
        ("plans/render/html.py", "from ..editing import free_id", "plans.render.html imports plans.editing"),
        ("plans/layout/page.py", "from plans.render import svg", "plans.layout.page imports plans.render"),
        (
            "plans/layout/strips.py",
            "from plans.store.base import PlanStore",
            "plans.layout.strips imports plans.store.base",
        ),
        ("plans/store/files.py", "import plans.layout.page", "plans.store.files imports plans.layout.page"),
        ("plans/editing.py", "from plans.yaml_format import load_plan", "plans.editing imports plans.yaml_format"),
        ("plans/editing.py", "import streamlit as st", "plans.editing imports streamlit"),
        ("plans/layout/page.py", "import fpdf", "plans.layout.page imports fpdf"),
        ("plans/render/html.py", "from fpdf import FPDF", "plans.render.html imports fpdf"),
        (
            "plans/layout/breaking.py",
            "from fontTools.ttLib import TTFont",
            "plans.layout.breaking imports fontTools.ttLib",
        ),
        ("plans/store/files.py", "import sqlite3", "plans.store.files imports sqlite3"),
        ("components/words.py", "import app", "components.words imports app"),
    ],
)
def test_a_planted_wrong_import_is_caught(file, line, told, copy_of_ours):
    planted = copy_of_ours / file
    before = planted.read_text(encoding="utf-8")
    planted.write_text(f"{before}\n{line}\n", encoding="utf-8")
    try:
        assert wrong_imports(copy_of_ours) == [told]
    finally:
        planted.write_text(before, encoding="utf-8")
