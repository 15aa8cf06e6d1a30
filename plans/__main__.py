"""The command line: python -m plans export | documents | import | check | new. Errors in a sentence, exit 1 or 2."""

import argparse
import errno
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from plans.errors import PlanError
from plans.model import ARRANGEMENTS, Plan
from plans.render.lean_fpdf import import_lean

if TYPE_CHECKING:  # loaded only where they are needed: the command must start at once
    from plans.document_type import DocumentType
    from plans.layout.page import Document
    from plans.layout.pictures import PictureBook
    from plans.missing import Missing

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
    commands = parser.add_subparsers(required=True, metavar="export | documents | import | check | new")
    _export_parser(commands)
    documents = commands.add_parser("documents", help="say which documents a plan makes, and what each still lacks")
    documents.add_argument("plan", type=Path, metavar="PLAN.yaml")
    documents.set_defaults(do=_documents)
    bring = commands.add_parser("import", help="make a plan of an agreement in Word or plain text")
    bring.add_argument("agreement", type=Path, metavar="FILE.docx", help="or a text file")
    bring.add_argument("out", type=Path, metavar="PLAN.yaml")
    bring.add_argument("--child", action="append", default=[], metavar="NAME", help="a child’s name; once for each")
    bring.set_defaults(do=_import)
    _check_parser(commands)
    new = commands.add_parser("new", help="write an invented example to begin from")
    new.add_argument(
        "--example", required=True, metavar="NAME", choices=sorted(path.stem for path in EXAMPLES.glob("*.yaml"))
    )
    new.add_argument("out", type=Path, metavar="OUT.yaml")
    new.set_defaults(do=_new)
    return parser


def _check_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    check = commands.add_parser("check", help="say what good practice asks of a plan, or of loose sentences")
    check.add_argument("plan", nargs="?", type=Path, metavar="PLAN.yaml")
    check.add_argument("--sentences", action="store_true", help="loose sentences: JSON on standard input, JSON out")
    check.add_argument("--document", metavar="KIND", help="check it as this document, such as written_agreement")
    check.add_argument("--about", default="", metavar="ID", help="the promise or person that the document is about")
    check.add_argument("--json", action="store_true", help="the findings as JSON")
    check.add_argument("--manager", type=Path, metavar="OUT.pdf", help="also write the page for the team manager")
    check.set_defaults(do=_check)


def _export_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    export = commands.add_parser("export", help="make a PDF of a plan, or of many plans into a folder")
    export.add_argument("plans", nargs="+", type=Path, metavar="PLAN.yaml")
    export.add_argument("out", type=Path, metavar="OUT.pdf", help="or OUT.docx, OUT.html; a folder for several plans")
    export.add_argument("--arrangement", choices=ARRANGEMENTS)
    export.add_argument("--line-art", action="store_true", help="black outlines, for copying and colouring in")
    export.add_argument(
        "--document", metavar="KIND", help="another document of the plan, such as working_together_agreement"
    )
    export.add_argument("--about", default="", metavar="ID", help="the promise or person that the document is about")
    export.add_argument("--draft", action="store_true", help="make the document although parts are missing")
    export.add_argument("--html", type=Path, metavar="OUT.html", help="also write one self-contained HTML file")
    export.add_argument("--word", type=Path, metavar="OUT.docx", help="also write an editable Word file")
    export.set_defaults(do=_export)


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
    from plans.photo_folder import photo_reader

    plan = _as_asked(_read_plan(file), asked)
    photos = photo_reader(file.parent / "pictures")
    kind = load_document_type(asked.document or plan.document)
    document, book = set_document(plan, kind.id, load_council(), photos, about=asked.about)
    if not asked.draft and (lacks := _lacks(plan, kind, asked.about)):
        told = f"{file.name}: a {kind.name.lower()} cannot be made yet."
        return _complain(f"{told}\n{lacks}\nTo print it as it is, add --draft.")
    _tell_left_out(plan, kind, file.name)
    if kind.pages and len(document.pages) > kind.pages:
        told = f"it takes {len(document.pages)} pages and is meant to stand on {kind.pages}. Make it shorter"
        print(f"{file.name}: {told}.", file=sys.stderr)
    for words in missing_pictures(plan, photos):
        print(f"{file.name}: the picture for “{words}” is not to be found; the words stand alone.", file=sys.stderr)
    # One plan says itself whether its letters need shaping; of many, a later one may.
    import_lean(shaping=len(asked.plans) > 1 or has_shaped_words(document))
    for path in filter(None, (out, asked.html, asked.word)):
        _write_whole(path, _made(path, document, book))
    return 0


def _lacks(plan: Plan, kind: "DocumentType", about: str = "") -> str:
    """What a document for grown-ups cannot be made without, line by line; nothing where it can be made."""
    from plans.missing import empty_parts

    return "\n".join(_empty(one) for one in empty_parts(plan, kind, about)) if kind.parts else ""


def _empty(one: "Missing") -> str:
    return f"  “{one.parts['heading']}” is empty: add it on the {one.parts['screen'].capitalize()} screen."


def _tell_left_out(plan: Plan, kind: "DocumentType", name: str) -> None:
    from plans.left_out import left_out

    if lost := left_out(plan, kind):
        told = ", ".join(f"{part.replace('_', ' ')} ({count})" for part, count in lost.items())
        print(f"{name}: this document does not show {told}.", file=sys.stderr)


def _made(path: Path, document: "Document", book: "PictureBook") -> bytes:
    """The file that the ending of its name asks for; a PDF for any other."""
    ending = path.suffix.lower()
    if ending == ".docx":
        from plans.render.word import to_word

        return to_word(document, book)
    if ending in (".html", ".htm"):
        from plans.render.html import to_html

        return to_html(document, book).encode()
    from plans.render.pdf import to_pdf

    return to_pdf(document, book)


def _documents(asked: argparse.Namespace) -> int:
    from plans.document_type import document_type_ids, load_document_type
    from plans.missing import missing_parts

    plan = _read_plan(asked.plan)
    for name in document_type_ids():
        kind = load_document_type(name)
        lacks = "\n".join(_empty(one) for one in missing_parts(plan, kind) if one.name == "empty_part")
        print(f"{name}: {kind.name}{' – lacks' if lacks else ' – can be made'}")
        if lacks:
            print(lacks)
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


def _import(asked: argparse.Namespace) -> int:
    from plans.importing.bring import bring_in, read_agreement
    from plans.yaml_format import dump_plan

    if asked.out.exists():
        return _complain(f"{asked.out.name} is there already. Choose another name.")
    brought = bring_in(read_agreement(asked.agreement.name, asked.agreement.read_bytes()), tuple(asked.child))
    _write_whole(asked.out, dump_plan(brought.plan))
    print(brought.told, file=sys.stderr)
    return 0


def _check(asked: argparse.Namespace) -> int:
    if asked.sentences and not asked.plan:
        return _check_sentences()
    if not asked.plan or asked.sentences:
        return _complain("Name a plan, or say --sentences and send them as JSON on standard input.")
    return _check_plan(asked)


def _check_plan(asked: argparse.Namespace) -> int:
    """Tell what the checks find; 1 where something is to be put right before printing."""
    from plans.checks.book import rule_book
    from plans.checks.overrides import judged
    from plans.checks.report import as_json, as_lines
    from plans.checks.run import check_plan
    from plans.council import load_council
    from plans.document_type import load_document_type

    plan, council = _read_plan(asked.plan), load_council()
    kind = load_document_type(asked.document or plan.document)
    book = rule_book(council.checks, plan.language)
    found = judged(check_plan(plan, kind, book.rules, asked.about), plan)
    print(as_json(plan, kind, found) if asked.json else "\n".join(as_lines(plan, kind, found)))
    for trouble in book.troubles:
        print(trouble, file=sys.stderr)
    if asked.manager:
        _write_manager_page(asked, plan)
    return 1 if found.must else 0


def _write_manager_page(asked: argparse.Namespace, plan: Plan) -> None:
    from plans.council import load_council
    from plans.export import set_manager_page
    from plans.render.pdf import to_pdf

    document, book = set_manager_page(plan, asked.document or plan.document, load_council(), about=asked.about)
    _write_whole(asked.manager, to_pdf(document, book))


def _check_sentences() -> int:
    from plans.checks.loose import checked_json

    told, troubles = checked_json(sys.stdin.buffer.read())
    sys.stdout.buffer.write(told + b"\n")
    for trouble in troubles:
        print(trouble, file=sys.stderr)
    return 1 if troubles else 0


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
