"""Any plan that can be typed: its words and pictures are on the page and in the file, in order, inside the margins."""

from dataclasses import replace

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from plans.export import set_pages
from plans.layout.page import FURNITURE, Document, Picture, Words
from plans.marks import join_plain
from plans.model import Child, Look, PageSettings, Person, Phrase, Plan, Section, Sentence
from plans.render.html import to_html
from plans.render.pdf import to_pdf
from tests.plans.invented import ARRANGEMENTS, plan_of, runs_of
from tests.plans.render.reading_order import read_pdf
from tests.plans.render.test_html import read as read_html
from tests.plans.render.test_pdf import as_read

# Letters of many scripts, marks that mean something elsewhere, joiners and spaces of all kinds.
LETTERS = "abcWi ŁéŞ’“”\"'<>&[](){}*_#`\\/|~.,;:!?…–—-0123456789€½\u00a0\u00ad\u200d\u200eЇжмаمحמשামআਨி"
texts = st.text(LETTERS, max_size=30)
names = texts.map(str.strip).filter(bool)
phrases = st.builds(
    Phrase,
    texts,
    st.lists(st.sampled_from(("star", "not:fist", "person:p", "person:c", "washing_machine")), max_size=3).map(tuple),
)
sentence_phrases = st.lists(phrases, max_size=6).map(tuple).map(join_plain)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """A plan with words of many scripts in every place where a person may type."""
    written = draw(st.lists(sentence_phrases, min_size=1, max_size=4))
    return plan_of(
        title=draw(texts),
        subtitle=draw(texts),
        children=(Child("c", draw(names), draw(st.none() | st.integers(0, 17))),),
        people=(Person("p", draw(names), draw(texts), draw(texts), phone=draw(texts), look=Look(skin=3)),),
        copies=tuple(draw(st.lists(texts, max_size=2))),
        sections=(Section("love", tuple(Sentence(f"s{number}", one) for number, one in enumerate(written))),),
        page=PageSettings(
            draw(st.sampled_from(ARRANGEMENTS)), draw(st.sampled_from((14, 24))), drawing_frames=draw(st.booleans())
        ),
    )


def bare(text: str) -> str:
    return "".join(text.split())


def leaving_the_margins(document: Document) -> list[tuple[str, object]]:
    return [
        (block.id, run)
        for _, block, run in runs_of(document.pages)
        if isinstance(run, Words | Picture)
        and block.kind != FURNITURE
        and not (run.x >= 19.99 and run.x + run.width <= 190.01 and 10 <= run.y <= 277.01)
    ]


@given(plans())
@settings(max_examples=8, phases=(Phase.explicit, Phase.generate))  # each example sets up fonts of many scripts
def test_any_plan_is_printed_whole(plan):
    document, book = set_pages(plan)
    for sentence in plan.sections[0].sentences:
        runs = [run for _, block, run in runs_of(document.pages) if block.id == sentence.id]
        shown = "".join(run.text for run in runs if isinstance(run, Words))
        assert bare(shown) == bare(sentence.text)
        keys = [key for phrase in sentence.phrases for key in phrase.pictures]
        assert [run.key for run in runs if isinstance(run, Picture)] == (keys if bare(sentence.text) else [])
    assert leaving_the_margins(document) == []
    reading = read_pdf(to_pdf(document, book))
    assert reading.outside == ""
    assert [(tag, bare(text)) for tag, text in reading.rows] == [(tag, bare(text)) for tag, text in as_read(document)]


@given(plans())
@settings(max_examples=30)
def test_any_plan_is_heard_whole(plan):
    document, book = set_pages(replace(plan, page=replace(plan.page, type_size=14)))
    heard = read_html(to_html(document, book)).heard
    assert [(tag.upper(), bare(said)) for tag, said in heard] == [(tag, bare(text)) for tag, text in as_read(document)]
