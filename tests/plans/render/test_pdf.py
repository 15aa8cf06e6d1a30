"""The printed plan: every word and picture in it, tagged in reading order, and nothing about the machine."""

import hashlib
import io
import re
import shutil
import subprocess
from dataclasses import replace

import pikepdf
import pytest

from plans.export import set_pages
from plans.layout.page import FURNITURE, HEADING, TITLE, Document, Picture, Words
from plans.model import OwnPicture, PageSettings, Person, Plan
from plans.render.pdf import to_pdf
from tests.plans.invented import family, plan_of, runs_of
from tests.plans.render.reading_order import Reading, read_pdf

TAGS = {TITLE: "H1", HEADING: "H2"}


def as_read(document: Document) -> list[tuple[str, str]]:
    """What the pages say, as a screen reader should read it: a row for each paragraph, pictures by their alt text."""
    rows: dict[tuple[str, str], list[str]] = {}
    for _, block, run in runs_of(document.pages):
        if block.kind == FURNITURE:
            continue
        row = rows.setdefault((block.kind, block.id), [])
        if isinstance(run, Words):
            row.append(run.text)
        elif isinstance(run, Picture) and run.alt:
            row.append(f"[{run.alt}]")
    return [(TAGS.get(kind, "P"), " ".join(row)) for (kind, _), row in rows.items() if row]


def read(plan: Plan) -> Reading:
    document, book = set_pages(plan)
    return read_pdf(to_pdf(document, book))


def opened(plan: Plan) -> pikepdf.Pdf:
    document, book = set_pages(plan)
    return pikepdf.open(io.BytesIO(to_pdf(document, book)))


def test_a_small_plan_is_read_out_as_written():
    plan = family(
        "[Mum](person:mum) and you [had](beer wine) tea.",
        "Nobody will [shout](not:shouting).",
        copies=("Mum",),
        page=PageSettings(drawing_frames=True),
    )
    assert read(plan).text == (
        "H1: Amara’s plan\n"
        "P: You will be safe.\n"
        "P: Mum Nana Jo\n"
        "H2: Every day\n"
        "P: Mum [Mum] and you had [beer mug] [wine glass] tea.\n"
        "P: Nobody will shout. [no shouting]\n"
        "P: You can draw here\n"
        "H2: Who is who\n"
        "P: Amara 8 years old\n"
        "P: Mum Grace Mensah · mum 07700 900123\n"
        "P: Nana Jo grandma 01632 960145\n"
        "H2: Who has a copy\n"
        "P: Mum.\n"
        "H2: We have read this plan together\n"
        "P: Amara Sign here Date\n"
        "P: Mum Sign here Date\n"
        "P: Nana Jo Sign here Date"
    )


def test_every_word_and_every_alt_text_is_read_in_the_order_of_the_page(printed):
    assert list(printed.reading.rows) == as_read(printed.document)


def test_no_letter_is_outside_the_tags(printed):
    assert printed.reading.outside == ""


def test_every_word_of_the_page_is_in_the_file(printed):
    on_page = [run.text for _, _, run in runs_of(printed.document.pages) if isinstance(run, Words)]
    assert "".join(letter.text for letter in printed.reading.letters).split() == " ".join(on_page).split()


def test_language_title_and_bookmarks_are_set(printed):
    with pikepdf.open(io.BytesIO(printed.pdf)) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
        assert str(pdf.docinfo["/Title"]) == printed.plan.title
        assert bool(pdf.Root.MarkInfo.Marked)
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        with pdf.open_outline() as outline:
            (top,) = outline.root
            shown = [top.title, *(item.title for item in top.children)]
    assert shown == [text for tag, text in printed.reading.rows if tag in ("H1", "H2")]


def test_metadata_has_no_author_no_machine_and_no_path(printed):
    with pikepdf.open(io.BytesIO(printed.pdf)) as pdf:
        assert set(pdf.docinfo.keys()) == {"/Title", "/CreationDate", "/Producer"}
        assert str(pdf.docinfo["/Producer"]) == "Words & Pictures"
        assert str(pdf.docinfo["/CreationDate"]).startswith(f"D:{printed.plan.made:%Y%m%d}000000")
        told = pdf.Root.Metadata.read_bytes().decode()
        everything = printed.pdf + b"".join(
            one.read_bytes()
            for one in pdf.objects
            if isinstance(one, pikepdf.Stream) and one.get("/Subtype") != "/Image"
        )
    assert "<dc:creator" not in told
    assert "CreatorTool" not in told
    assert re.findall(r"<pdfuaid:part>(\d)</pdfuaid:part>", told) == ["1"]
    assert re.findall(r"<pdfaid:(part|conformance)>(\w)<", told) == [("part", "2"), ("conformance", "A")]
    for secret in (b"/home/", b"/tmp/", b"/root", b"fpdf", b"site-packages"):
        assert secret not in everything


def fonts_of(pdf: pikepdf.Pdf) -> dict[str, pikepdf.Object]:
    fonts = {}
    for page in pdf.pages:
        for name, font in page.Resources.get("/Font", {}).items():
            fonts[name] = font
    return fonts


def test_all_fonts_are_embedded_and_give_their_letters_back(printed):
    with pikepdf.open(io.BytesIO(printed.pdf)) as pdf:
        fonts = fonts_of(pdf)
        assert fonts
        for font in fonts.values():
            assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor
            assert "/ToUnicode" in font


def test_every_picture_is_nested_in_its_paragraph_with_an_alt_text_and_its_place(printed):
    shown = [run.alt for _, block, run in runs_of(printed.document.pages) if isinstance(run, Picture) and run.alt]
    assert list(printed.reading.pictures) == shown
    with pikepdf.open(io.BytesIO(printed.pdf)) as pdf:
        figures = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure"]
        assert len(figures) == len(shown)
        for figure in figures:
            assert str(figure.Alt)
            assert str(figure.P.S) == "/P"
            left, bottom, right, top = (float(corner) for corner in figure.A.BBox)
            assert 0 < left < right < 596
            assert 0 < bottom < top < 842


def test_every_tag_can_be_found_from_its_mark(printed):
    """A reader that starts on the page goes through the parent tree."""
    with pikepdf.open(io.BytesIO(printed.pdf)) as pdf:
        numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        parents = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
        for page in pdf.pages:
            content = page.Contents.read_bytes()
            marks = [int(found) for found in re.findall(rb"/MCID (\d+)", content)]
            assert marks == list(range(len(marks)))
            assert len(parents[int(page.obj.StructParents)]) == len(marks)
            assert content.count(b"BDC") + content.count(b"BMC") == content.count(b"EMC")


PAINTS = {"f", "f*", "F", "B", "B*", "b", "b*", "S", "s", "Do", "Tj", "TJ", "'", '"', "sh", "EI", "INLINE IMAGE"}


def test_whatever_is_painted_is_tagged_or_an_artifact(printed):
    with pikepdf.open(io.BytesIO(printed.pdf)) as pdf:
        for page in pdf.pages:
            depth, outside = 0, []
            for _, operator in pikepdf.parse_content_stream(page):
                depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(str(operator), 0)
                if str(operator) in PAINTS and not depth:
                    outside.append(str(operator))
            assert (depth, outside) == (0, [])


def test_pdfua_finds_nothing(printed, tmp_path):
    pdfua = pytest.importorskip("pdfua", reason="pdfua is not installed: pip install -r requirements-dev.txt")
    (tmp_path / "page.pdf").write_bytes(printed.pdf)
    report = pdfua.validate(str(tmp_path / "page.pdf"))
    assert [(finding.rule_id, finding.message) for finding in report.findings] == []


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed: apt install qpdf")
def test_qpdf_finds_no_fault(printed, tmp_path):
    (tmp_path / "page.pdf").write_bytes(printed.pdf)
    done = subprocess.run(["qpdf", "--check", str(tmp_path / "page.pdf")], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "No syntax or stream encoding errors found" in done.stdout


def test_one_plan_makes_one_file_byte_for_byte(printed, measure):
    document, book = set_pages(printed.plan, measure=measure)
    assert hashlib.sha256(to_pdf(document, book)).digest() == hashlib.sha256(printed.pdf).digest()


def test_a_plan_of_the_models_size_fits_in_110_kib(printed):
    assert len(printed.pdf) <= 110 * 1024


@pytest.mark.parametrize(
    "name",
    ["Łukasz Wiśniewski", "Оксана Їжак", "محمد علي", "নানী আম্মু", "ਨਾਨੀ ਸਿੰਘ", "சரஸ்வதி", "Ελένη"],
    ids=["Polish", "Ukrainian", "Arabic", "Bengali", "Gurmukhi", "Tamil", "Greek"],
)
def test_names_in_every_script_are_embedded_tagged_and_read_out_letter_for_letter(name):
    plan = family(f"You can ring {name}.", people=(Person("p", name),), copies=(name,))
    document, book = set_pages(plan)
    data = to_pdf(document, book)
    reading = read_pdf(data)
    assert reading.outside == ""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        fonts = fonts_of(pdf).values()
        assert all("/FontFile2" in font.DescendantFonts[0].FontDescriptor and "/ToUnicode" in font for font in fonts)
    told = [text for _, text in reading.rows]
    assert f"You can ring {name}." in [re.sub(r" (?=\.)", "", text) for text in told]
    assert f"{name} Sign here Date" in told


def test_a_photo_is_tagged_with_its_alt_text_and_brings_no_metadata(photo, photo_file):
    plan = replace(plan_of("[Rex](photo:rex) sleeps."), own_pictures=(OwnPicture("photo:rex", "Rex in his basket"),))
    document, book = set_pages(plan, lambda key: photo if key == "photo:rex" else None)
    data = to_pdf(document, book)
    reading = read_pdf(data)
    assert ("P", "Rex [Rex in his basket] sleeps.") in reading.rows
    assert reading.outside == ""
    assert b"SECRETPHONE" in photo_file
    with pikepdf.open(io.BytesIO(data)) as pdf:
        images = [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"]
        assert len(images) == 1
        raw = data + b"".join(one.read_raw_bytes() for one in images)
    for secret in (b"SECRETPHONE", b"Exif", b"GPS"):
        assert secret not in raw


def test_a_photo_without_words_of_its_own_is_called_our_own_picture(photo):
    document, book = set_pages(plan_of("[Rex](photo:rex) sleeps."), lambda key: photo)
    assert ("P", "Rex [our own picture] sleeps.") in read_pdf(to_pdf(document, book)).rows


@pytest.mark.parametrize("title", ["A (plan) \\ for “Zoë”", "মা (plan)", "<b>&amp;", 'Quote " end'])
def test_a_title_with_any_marks_is_the_title_of_the_file(title):
    with opened(plan_of("Hello.", title=title)) as pdf:
        assert str(pdf.docinfo["/Title"]) == title
        assert pdf.open_metadata()["dc:title"] == title
        with pdf.open_outline() as outline:
            assert outline.root[0].title == title


def test_the_language_of_the_plan_is_the_language_of_the_file():
    with opened(plan_of("Witaj.", language="pl")) as pdf:
        assert str(pdf.Root.Lang) == "pl"


def test_a_picture_that_stands_many_times_is_kept_once():
    with opened(plan_of(*["Look at the [star](star)."] * 40)) as pdf:
        drawings = [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Form"]
        assert len(drawings) == 2  # the star, and the calendar of the heading


def test_a_sentence_that_goes_on_overleaf_is_one_paragraph():
    rows = read(plan_of("word " * 600)).rows
    assert [text.count("word") for tag, text in rows if "word" in text] == [600]


def test_line_art_is_printed_without_colour():
    plan = family("[Mum](person:mum) will not [shout](not:shouting).", page=PageSettings(line_art=True, paper="white"))
    with opened(plan) as pdf:
        drawn = b"\n".join(
            one.read_bytes()
            for one in pdf.objects
            if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Form"
        )
    colours = {
        tuple(float(part) for part in found.split())
        for found in re.findall(rb"([\d.]+ [\d.]+ [\d.]+) (?:rg|RG)\b", drawn)
    }
    assert all(red == green == blue for red, green, blue in colours)


def test_the_drawings_are_made_anew_where_the_cache_is_damaged_or_cannot_be_written(tmp_path, monkeypatch):
    from plans.render.pdf_picture import drawing_form

    monkeypatch.setenv("WORDS_AND_PICTURES_CACHE", str(tmp_path))
    document, book = set_pages(plan_of("Look at the [star](star)."))
    drawing_form.cache_clear()
    first = to_pdf(document, book)
    kept = list((tmp_path / "drawings").iterdir())
    assert len(kept) == 2
    for file in kept:
        file.write_bytes(b"{")
    drawing_form.cache_clear()
    assert to_pdf(document, book) == first
    monkeypatch.setenv("WORDS_AND_PICTURES_CACHE", str(kept[0] / "not a folder"))
    drawing_form.cache_clear()
    assert to_pdf(document, book) == first
    drawing_form.cache_clear()
