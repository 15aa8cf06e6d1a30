"""The Word file: what it says, that it can be edited, and that another program opens it as it is."""

import io
import shutil
import subprocess
import zipfile
from datetime import date

import docx
import pdfplumber
import pytest
from docx.oxml.ns import qn
from PIL import Image

from plans.council import Council
from plans.document_type import document_type_ids
from plans.export import set_document, set_pages
from plans.model import Plan
from plans.own_picture import CleanPicture
from plans.render.pdf import to_pdf
from plans.render.word import to_word
from plans.yaml_format import load_plan
from tests.plans.invented import ROOT, family, plan_of
from tests.plans.render.reading_order import read_pdf
from tests.plans.test_agreement import COUNCIL, agreement

LEO = load_plan((ROOT / "plans" / "examples" / "leo.yaml").read_bytes())


WORRY = "Amara was alone on two evenings.\nWorried: Mr Hall.\nAmara says: “I put the telly on.”\nDoes not agree: Mum."
TEGAN = load_plan((ROOT / "plans" / "examples" / "tegan.yaml").read_bytes())


def word_of(plan: Plan, kind: str = "words_and_pictures", council: Council = COUNCIL) -> bytes:
    return to_word(*set_document(plan, kind, council))


def told(data: bytes) -> list[tuple[str, str]]:
    """Each paragraph outside tables as (style, text with alt texts)."""
    return [(one.style.name, _text(one)) for one in docx.Document(io.BytesIO(data)).paragraphs if _text(one)]


def _text(paragraph) -> str:
    shown = []
    for run in paragraph.runs:
        alts = [f"[{one.get('descr')}]" for one in run._r.iter(qn("wp:docPr"))]
        shown.append(" ".join(alts) or run.text)
    return " ".join("".join(shown).split())


def test_a_childs_page_in_word_has_its_headings_sentences_and_pictures_in_order():
    plan = family("[Mum](person:mum) and you [had](beer wine) tea.", "Nobody will [shout](not:shouting).")
    assert told(word_of(plan))[:6] == [
        ("Heading 1", "Amara’s plan"),
        ("Normal", "You will be safe."),
        ("Normal", "[] Mum [] Nana Jo"),
        ("Heading 2", "[] Every day"),
        ("Normal", "Mum [Mum] and you had [beer mug] [wine glass] tea."),
        ("Normal", "Nobody will shout. [no shouting]"),
    ]


def test_an_agreement_in_word_is_headings_lists_a_table_and_lines_to_sign_on():
    data = word_of(agreement(), "working_together_agreement")
    rows = told(data)
    assert ("Heading 1", "Working together for Amara") in rows
    assert ("List Bullet", "Amara is never alone.") in rows
    assert rows[-3:] == [
        ("Normal", "Mum – Grace Mensah Sign here Date"),
        ("Normal", "Nana Jo, grandma Sign here Date"),
        ("Normal", "Mr Hall – Sam Hall, social worker Sign here Date"),
    ]
    (table,) = docx.Document(io.BytesIO(data)).tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["What we are worried about", "What we agree to do", "Help with it: who and how", "What we need to see"],
        [
            WORRY,
            "Mum will be at home, from six every evening.",
            "",
            "Amara says so.",
        ],
        [WORRY, "", "The late shifts end in April.", ""],  # the first cell goes on over both rows
        ["Also agreed", "Mr Hall will visit, every Tuesday by 20 March 2027.", "Nana Jo comes too.", ""],
    ]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_a_phone_number_in_word_is_never_parted_at_a_line_end():
    text = "\n".join(text for _, text in told(word_of(LEO)))
    document = docx.Document(io.BytesIO(word_of(LEO)))
    assert "07700 900618" in text
    assert not any("07700 900618" in one.text for one in document.paragraphs)
    assert any("07700\N{NO-BREAK SPACE}900618" in one.text for one in document.paragraphs)


def test_a_word_file_names_nobody_and_no_program_that_made_it():
    data = word_of(agreement(made=date(2027, 3, 4)))
    facts = docx.Document(io.BytesIO(data)).core_properties
    assert (facts.author, facts.last_modified_by, facts.comments, facts.title) == ("", "", "", "Amara’s plan")
    assert (facts.created.date(), facts.modified.date()) == (date(2027, 3, 4), date(2027, 3, 4))
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert {one.date_time for one in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert "thumbnail" not in " ".join(file.namelist())
        for name in file.namelist():
            assert b"python-docx" not in file.read(name), name


def test_words_that_look_like_tags_stay_words():
    rows = told(word_of(plan_of("<b>Mum</b> & <script>you</script> eat.")))
    assert ("Normal", "<b>Mum</b> & <script>you</script> eat.") in rows


def test_a_photo_is_in_the_word_file_with_its_alt_text():
    buffer = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(buffer, "JPEG")
    photo = CleanPicture(buffer.getvalue(), "image/jpeg", 40, 30)
    document, book = set_pages(plan_of("[Rex](photo:rex) sleeps."), lambda key: photo)
    assert ("Normal", "Rex [our own picture] sleeps.") in told(to_word(document, book))


@pytest.mark.slow  # another program
@pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed: apt install libreoffice-writer"
)
def test_libreoffice_opens_every_kind_of_document_and_shows_every_word_of_our_own_pdf(tmp_path):
    for kind in document_type_ids():
        (tmp_path / f"{kind}.docx").write_bytes(word_of(TEGAN, kind))
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    command = ["soffice", home, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path)]
    subprocess.run([*command, *map(str, tmp_path.glob("*.docx"))], check=True, capture_output=True, timeout=240)
    for kind in document_type_ids():
        shown = set((tmp_path / f"{kind}.txt").read_text(encoding="utf-8-sig").replace("\u00a0", " ").split())
        read = read_pdf(to_pdf(*set_document(TEGAN, kind, COUNCIL)))
        ours = " ".join(text for _, text in read.rows)
        words = {word for word in ours.split() if "[" not in word and "]" not in word and word != "•"}
        alts = {word for picture in read.pictures for word in picture.split()}
        assert words - shown - alts - {f"{word}]" for word in alts} == set(), kind


@pytest.mark.slow  # another program
@pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed: apt install libreoffice-writer"
)
def test_libreoffice_makes_a_pdf_of_an_agreement_in_word(tmp_path):
    (tmp_path / "plan.docx").write_bytes(word_of(TEGAN, "working_together_agreement"))
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "plan.docx")], check=True, capture_output=True, timeout=240)
    with pdfplumber.open(tmp_path / "plan.pdf") as pdf:
        text = " ".join(" ".join((page.extract_text() or "").split()) for page in pdf.pages)
    assert "Working together for Tegan" in text
    assert text.count("Help with it:") >= 2  # the head of the table stands on each of its pages
