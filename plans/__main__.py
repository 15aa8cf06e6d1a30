"""The command line: python -m plans export | new. One-line errors on standard error, exit 1 or 2."""

import argparse
import errno
import sys
from dataclasses import replace
from pathlib import Path

from plans.errors import PlanError
from plans.model import ARRANGEMENTS, Plan
from plans.render.lean_fpdf import import_lean

_ADVICE: dict[type[OSError], str] = {
    FileNotFoundError: "is not there. Check its name and folder",
    PermissionError: "may not be read or written. Choose another file or folder",
    IsADirectoryError: "is a folder. Name a file in it",
    NotADirectoryError: "is in a place that is no folder. Check its name and folder",
}
EXAMPLES = Path(__file__).parent / "examples"


def main(arguments: list[str] | None = None) -> int:
    """Do what the command line asks; return 0, or 1 where a plan or file is at fault."""
    asked = _parser().parse_args(arguments)
    try:
        return int(asked.do(asked))
    except (PlanError, OSError) as trouble:
        return _complain(_sentence(trouble))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m plans", description="Make words-and-pictures plans without the app."
    )
    commands = parser.add_subparsers(required=True, metavar="export | new")
    export = commands.add_parser("export", help="make a PDF of a plan, or of many plans into a folder")
    export.add_argument("plans", nargs="+", type=Path, metavar="PLAN.yaml")
    export.add_argument("out", type=Path, metavar="OUT.pdf", help="for several plans: a folder")
    export.add_argument("--arrangement", choices=ARRANGEMENTS)
    export.add_argument("--line-art", action="store_true", help="black outlines, for copying and colouring in")
    export.add_argument(
        "--document", metavar="KIND", help="another document of the plan, such as working_together_agreement"
    )
    export.add_argument("--html", type=Path, metavar="OUT.html", help="also write one self-contained HTML file")
    export.add_argument("--word", type=Path, metavar="OUT.docx", help="also write an editable Word file")
    export.set_defaults(do=_export)
    new = commands.add_parser("new", help="write an invented example to begin from")
    new.add_argument(
        "--example", required=True, metavar="NAME", choices=sorted(path.stem for path in EXAMPLES.glob("*.yaml"))
    )
    new.add_argument("out", type=Path, metavar="OUT.yaml")
    new.set_defaults(do=_new)
    return parser


def _export(asked: argparse.Namespace) -> int:
    if asked.out.suffix.lower() in (".yaml", ".yml"):
        return _complain(f"{asked.out.name} is the name of a plan. Name a PDF, or a folder for several plans.")
    if len(asked.plans) == 1 and not asked.out.is_dir():
        return _export_one(asked, asked.plans[0], asked.out)
    if asked.html:
        return _complain("--html goes with one plan at a time.")
    if asked.word:
        return _complain("--word goes with one plan at a time.")
    asked.out.mkdir(parents=True, exist_ok=True)
    return _export_many(asked)


def _export_many(asked: argparse.Namespace) -> int:
    failed = 0
    for number, file in enumerate(asked.plans, 1):
        print(f"\r{number} of {len(asked.plans)}", end="", file=sys.stderr, flush=True)
        try:
            _export_one(asked, file, _free_name(asked, file, number))
        except (PlanError, OSError) as trouble:
            failed += 1
            told = _sentence(trouble)
            print(f"\n{told if told.startswith(file.name) else f'{file.name}: {told}'}", file=sys.stderr)
    print(f"\r{len(asked.plans) - failed} of {len(asked.plans)} plans made.", file=sys.stderr)
    return 1 if failed else 0


def _free_name(asked: argparse.Namespace, file: Path, number: int) -> Path:
    """Two plans of one name, from two folders, make two files."""
    same = sum(1 for other in asked.plans[:number] if other.stem == file.stem)
    return Path(asked.out) / (f"{file.stem}.pdf" if same == 1 else f"{file.stem}-{same}.pdf")


def _export_one(asked: argparse.Namespace, file: Path, out: Path) -> int:
    from plans.council import load_council
    from plans.document_type import load_document_type
    from plans.export import has_shaped_words, missing_pictures, set_document
    from plans.left_out import left_out
    from plans.photo_folder import photo_reader

    plan = _as_asked(_read_plan(file), asked)
    photos = photo_reader(file.parent / "pictures")
    kind = asked.document or plan.document
    document, book = set_document(plan, kind, load_council(), photos)
    if lost := left_out(plan, load_document_type(kind)):
        told = ", ".join(f"{name.replace('_', ' ')} ({count})" for name, count in lost.items())
        print(f"{file.name}: this document does not show {told}.", file=sys.stderr)
    for words in missing_pictures(plan, photos):
        print(f"{file.name}: the picture for “{words}” is not to be found; the words stand alone.", file=sys.stderr)
    # One plan says itself whether its letters need shaping; of many, a later one may.
    import_lean(shaping=len(asked.plans) > 1 or has_shaped_words(document))
    from plans.render.pdf import to_pdf

    _write_whole(out, to_pdf(document, book))
    if asked.html:
        from plans.render.html import to_html

        _write_whole(asked.html, to_html(document, book).encode())
    if asked.word:
        from plans.render.word import to_word

        _write_whole(asked.word, to_word(document, book))
    return 0


def _write_whole(out: Path, data: bytes) -> None:
    """Write a file whole or not at all: half a plan must never be printed."""
    if out.exists() and not out.is_file():  # a pipe or a device: nothing to put in its place
        out.write_bytes(data)
        return
    part = out.with_name(f".{out.name}.part")
    try:
        part.write_bytes(data)
        part.replace(out)
    finally:
        part.unlink(missing_ok=True)


def _as_asked(plan: Plan, asked: argparse.Namespace) -> Plan:
    page = replace(
        plan.page,
        arrangement=asked.arrangement or plan.page.arrangement,
        line_art=asked.line_art or plan.page.line_art,
    )
    return replace(plan, page=page)


def _read_plan(file: Path) -> Plan:
    from plans.yaml_format import load_plan

    return load_plan(file.read_bytes())


def _new(asked: argparse.Namespace) -> int:
    if asked.out.exists():
        return _complain(f"{asked.out.name} is there already. Choose another name.")
    asked.out.write_bytes((EXAMPLES / f"{asked.example}.yaml").read_bytes())
    return 0


def _complain(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1


def _sentence(trouble: PlanError | OSError) -> str:
    if isinstance(trouble, PlanError):
        return str(trouble)
    name = Path(str(trouble.filename)).name.removeprefix(".").removesuffix(".part") if trouble.filename else "The file"
    advice = next((told for kind, told in _ADVICE.items() if isinstance(trouble, kind)), "")
    if trouble.errno == errno.ENOSPC:
        advice = "cannot be written: the disk is full. Make room and try again"
    return f"{name} {advice or f'could not be read or written ({trouble.strerror}). Check the disk and try again'}."


if __name__ == "__main__":
    sys.exit(main())
