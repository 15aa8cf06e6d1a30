"""The copy for a phone or a screen reader: one file, real headings, the page’s own order."""

import re
from html.parser import HTMLParser

import pytest

from plans.export import set_pages
from plans.layout.page import Document
from plans.model import OwnPicture, PageSettings, Person, Plan
from plans.render.html import to_html
from tests.plans.invented import family, plan_of


class Reader(HTMLParser):
    """Reads an HTML file aloud: a row for each heading and paragraph, pictures by their alt text."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[tuple[str, str]] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag in ("h1", "h2", "p", "title", "style", "footer"):
            self.inside = tag
            self.rows.append((tag, ""))
        if tag == "img":
            alt = dict(attrs).get("alt")
            self._say(f"[{alt}] " if alt else "")

    def handle_data(self, data: str) -> None:
        self._say(data)

    def _say(self, text: str) -> None:
        if self.rows:
            tag, said = self.rows[-1]
            self.rows[-1] = (tag, said + text)

    @property
    def heard(self) -> list[tuple[str, str]]:
        """Headings and paragraphs with their words."""
        return [(tag, " ".join(said.split())) for tag, said in self.rows if tag in ("h1", "h2", "p")]


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    return reader


def made(plan: Plan) -> str:
    document, book = set_pages(plan)
    return to_html(document, book)


def test_a_small_plan_is_heard_as_written():
    plan = family("[Mum](person:mum) cooks.", "Nobody will [shout](not:shouting).", copies=("Mum",))
    assert read(made(plan)).heard == [
        ("h1", "Amara’s plan"),
        ("p", "You will be safe."),
        ("p", "Mum Nana Jo"),
        ("h2", "Every day"),
        ("p", "Mum [Mum] cooks."),
        ("p", "Nobody will shout. [no shouting]"),
        ("h2", "Who is who"),
        ("p", "Amara 8 years old"),
        ("p", "Mum Grace Mensah · mum 07700 900123"),
        ("p", "Nana Jo grandma 01632 960145"),
        ("h2", "Who has a copy"),
        ("p", "Mum."),
        ("h2", "We have read this plan together"),
        ("p", "Amara Sign here Date"),
        ("p", "Mum Sign here Date"),
        ("p", "Nana Jo Sign here Date"),
    ]


def test_the_file_is_heard_as_the_print_is_read(printed):
    heard = read(to_html(printed.document, printed.book)).heard
    assert [(tag.upper(), said) for tag, said in heard] == list(printed.reading.rows)


def test_the_file_fetches_nothing_and_runs_nothing(printed):
    html = to_html(printed.document, printed.book)
    reader = read(html)
    assert "http" not in html
    assert "url(" not in html
    assert "@import" not in html
    assert set(reader.tags) <= {
        "html", "head", "meta", "title", "style", "body", "main", "footer", "h1", "h2", "p", "bdi", "img", "br",
    }  # fmt: skip
    assert all(value.startswith("data:image/") for name, value in reader.attributes if name == "src")
    assert not any(name.startswith("on") or name == "href" for name, _ in reader.attributes)


def test_language_title_and_foot_are_there(printed):
    html = to_html(printed.document, printed.book)
    reader = read(html)
    assert '<html lang="en-GB">' in html
    assert ("title", printed.plan.title) in reader.rows
    (foot,) = [said for tag, said in reader.rows if tag == "footer"]
    assert "OpenMoji, CC BY-SA 4.0" in foot
    assert "Made " in foot
    assert "Page 1" not in foot


def test_every_picture_has_an_alt_attribute(printed):
    html = to_html(printed.document, printed.book)
    assert html.count("<img ") == len(re.findall(r'<img alt="[^"]*" src="data:', html)) > 20


@pytest.mark.parametrize(
    "hostile",
    ["<script>alert(1)</script>", '"><img src=x onerror=a()>', "</p></main><script>x</script>", "&lt;b&gt;", "<!--"],
)
def test_what_a_person_typed_is_shown_as_text(hostile):
    plan = family(
        f"[{hostile.replace('[', '')}](photo:x) here.",
        title=hostile,
        subtitle=hostile,
        people=(Person("p", hostile, hostile, hostile, phone=hostile),),
        copies=(hostile,),
    )
    reader = read(made(plan))
    assert "script" not in reader.tags
    assert not any(name.startswith("on") for name, _ in reader.attributes)
    assert reader.heard[0] == ("h1", hostile)
    assert reader.heard[1] == ("p", hostile)


def test_alt_texts_that_a_person_typed_stay_in_their_quotes(photo):
    hostile = '" onerror="alert(1)'
    plan = plan_of("[Rex](photo:rex) sleeps.", own_pictures=(OwnPicture("photo:rex", hostile),))
    document, book = set_pages(plan, lambda key: photo)
    reader = read(to_html(document, book))
    assert ("alt", hostile) in reader.attributes
    assert "onerror" not in [name for name, _ in reader.attributes]


def test_names_in_other_scripts_keep_their_own_direction():
    assert "<bdi>محمد" in made(plan_of("محمد is here."))


@pytest.mark.parametrize("paper, colour", [("cream", "#fffcf4"), ("white", "#ffffff")])
def test_the_paper_is_the_background(paper, colour):
    assert f"background:{colour}" in made(plan_of("Hi.", page=PageSettings(paper=paper)))


def test_a_sentence_that_goes_on_overleaf_is_one_paragraph():
    rows = [said for tag, said in read(made(plan_of("word " * 600))).heard if "word" in said]
    assert [row.count("word") for row in rows] == [600]


def test_a_document_without_pages_is_an_empty_file():
    from datetime import date

    _, book = set_pages(plan_of("Hi."))
    assert read(to_html(Document("T", "en", date(2027, 3, 4), ()), book)).heard == []
