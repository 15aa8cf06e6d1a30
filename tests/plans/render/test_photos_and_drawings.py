"""Photos and drawings on one page: each stands where it belongs, whichever comes first."""

import io
import re

import pikepdf
import pytest
from PIL import Image

from plans.export import set_pages
from plans.model import Look, OwnPicture, PageSettings, Person, Phrase, Plan, Section, Sentence
from plans.own_picture import clean_picture
from plans.render.pdf import to_pdf

LOGO, REX = "photo:00000000000000aa", "photo:00000000000000bb"


def picture(colour: str):
    file = io.BytesIO()
    Image.new("RGB", (40, 30), colour).save(file, "PNG")
    return clean_picture(file.getvalue())


@pytest.mark.parametrize("arrangement", ["in_line", "rows"])
@pytest.mark.parametrize("logo", ["", LOGO])
def test_a_photo_never_takes_the_place_of_a_drawing(arrangement, logo):
    photos = {LOGO: picture("navy"), REX: picture("brown")}
    told = [Phrase("Mum", ("person:mum",)), Phrase(" has a "), Phrase("bed", ("bed",)), Phrase(" for ")]
    told += [Phrase("Rex", (REX,)), Phrase(" and a "), Phrase("ball", ("football",))]
    plan = Plan(
        people=(Person("mum", "Mum", look=Look(hair="long")),),
        sections=(Section("every_day", (Sentence("s1", tuple(told)),)),),
        own_pictures=(OwnPicture(REX, "our dog"),),
        page=PageSettings(arrangement=arrangement, logo=logo),
    )
    document, book = set_pages(plan, photos.get)
    wanted = ["photo"] * bool(logo) + [  # the logo; the face on top; the heading; then as the sentence goes
        "drawing", "drawing", "drawing", "drawing", "photo", "drawing",
    ]  # fmt: skip
    with pikepdf.open(io.BytesIO(to_pdf(document, book))) as pdf:
        page = pdf.pages[0]
        names = re.findall(rb"/(I\d+) Do", page.Contents.read_bytes())
        kinds = {"/Image": "photo", "/Form": "drawing"}
        drawn = [kinds[str(page.Resources.XObject["/" + name.decode()].Subtype)] for name in names]
    assert drawn == wanted
