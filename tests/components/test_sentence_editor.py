"""What Python takes from the sentence editor, and what it refuses: a client can send anything."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit_state import press, send, shown_data

from components.sentence_editor import Ask, Offer, Payload, PhotoPlace, offer_of, read_ask, read_payload, read_photo
from icon_library.suggest import Suggestion
from plans.model import Phrase, Sentence

HARNESS = Path(__file__).with_name("editor_harness.py")


def sentence(**changes: object) -> dict[str, object]:
    """A sentence as the browser sends it."""
    phrases = [{"words": "Dad has a ", "pictures": []}, {"words": "list", "pictures": ["clipboard"]}]
    return {"id": "s1", "phrases": phrases, "said_by": "dad", "without": [], **changes}


def doc(*sentences: dict[str, object], **changes: object) -> dict[str, object]:
    """A document as the browser sends it."""
    base = {"plan": "harness", "section": "every_day", "serial": 1, "rev": 1, "kind": "act", "sent": 1}
    return {**base, "sentences": list(sentences or (sentence(),)), **changes}


def phrases(*pairs: tuple[str, list[str]]) -> list[dict[str, object]]:
    return [{"words": words, "pictures": pictures} for words, pictures in pairs]


def app() -> AppTest:
    return AppTest.from_file(str(HARNESS), default_timeout=10).run()


def lines(app: AppTest, section: str = "every_day") -> list[str]:
    """The sentences of a section as Python holds them."""
    return [one.text for one in app.session_state["sections"][section]]


def test_what_the_browser_sends_is_read():
    assert read_payload(doc(kind="typing:s1")) == Payload(
        plan="harness",
        section="every_day",
        serial=1,
        revision=1,
        kind="typing:s1",
        sentences=(Sentence("s1", (Phrase("Dad has a "), Phrase("list", ("clipboard",))), "dad"),),
    )


def test_words_without_pictures_that_stand_together_are_one_phrase():
    payload = read_payload(doc(sentence(phrases=phrases(("Dad ", []), ("has", []), ("", ["bed"]), (" it.", [])))))
    assert payload is not None
    assert payload.sentences[0].phrases == (Phrase("Dad has it."),)


def test_unseen_characters_are_taken_out_and_letters_composed():
    payload = read_payload(doc(sentence(phrases=phrases(("Cafe\u0301\u202e\x00 \n <script>", [])), without=["\x00"])))
    assert payload is not None
    assert payload.sentences == (Sentence("s1", (Phrase("Café <script>"),), "dad"),)


@pytest.mark.parametrize(
    "value",
    [
        None,
        "words",
        [doc()],
        {},
        doc(plan="../../etc/passwd"),
        doc(plan=7),
        doc(section="Every day"),
        doc(serial=-1),
        doc(serial=True),
        doc(rev=1.5),
        doc(rev=float("nan")),
        doc(rev=10**30),
        doc(kind="typing:"),
        doc(kind="undo"),
        doc(sentences="all"),
        doc(sentences={"0": sentence()}),
        doc(sentences=[sentence(id=f"s{n}") for n in range(2001)]),
        doc(sentence(), sentence()),
        doc("Dad"),
        doc(sentence(id="s 1")),
        doc(sentence(id="S1\n")),
        doc(sentence(said_by="<b>")),
        doc(sentence(said_by=["dad"])),
        doc(sentence(without="list")),
        doc(sentence(without=[1])),
        doc(sentence(phrases=None)),
        doc(sentence(phrases=["Dad"])),
        doc(sentence(phrases=[{"words": 1, "pictures": []}])),
        doc(sentence(phrases=phrases(("list", "clipboard")))),
        doc(sentence(phrases=phrases(("list", ["../clipboard"])))),
        doc(sentence(phrases=phrases(("list", ["clipboard\n"])))),
        doc(sentence(phrases=phrases(("list", [7])))),
        doc(sentence(phrases=phrases(("list", ["bed"] * 13)))),
        doc(sentence(phrases=phrases(("a" * 20_001, [])))),
        doc(sentence(phrases=phrases(("a" * 15_000, []), ("b" * 15_000, ["bed"])))),
        doc(sentence(phrases=phrases(*[("a", [])] * 4001))),
    ],
)
def test_what_our_editor_never_sends_is_refused(value):
    assert read_payload(value) is None


def test_the_longest_section_is_taken_whole():
    long = [sentence(id=f"s{n}", phrases=phrases(("a" * 20_000, []))) for n in range(2)]
    payload = read_payload(doc(*long))
    assert payload is not None
    assert [len(one.text) for one in payload.sentences] == [20_000, 20_000]


def test_a_search_is_read_and_a_strange_one_refused():
    assert read_ask({"search": " washing\u0000 \n machine ", "category": "home"}) == Ask("washing machine", "home")
    assert read_ask({"search": "", "category": ""}) == Ask("", "")
    strange = [None, {}, {"search": 1}, {"search": "a" * 201}, {"search": "a", "category": "Ho me"}, {"search": ["a"]}]
    assert [read_ask(value) for value in strange] == [None] * 6


def test_a_place_for_a_photo_is_read_and_a_strange_one_refused():
    place = {"sentence": "s1", "phrase": -1, "start": 0, "end": 4}
    assert read_photo(place) == PhotoPlace("s1", -1, 0, 4)
    wrong = [{"phrase": -2}, {"phrase": "1"}, {"start": 4}, {"start": -1}, {"end": 10**9}, {"sentence": ""}]
    assert [read_photo({**place, **change}) for change in wrong] == [None] * 6


def test_an_offer_for_what_will_not_happen_comes_crossed():
    suggestion = Suggestion(0, 1, ("shouting", "angry"), 1, negated=True, key=True, reason="shout")
    assert offer_of(suggestion) == Offer(0, 1, ("not:shouting", "not:angry"), 1, True, "shout")


def test_an_offer_that_may_say_the_opposite_asks_first():
    suggestion = Suggestion(1, 2, ("beer",), 1, negated=False, key=False, reason="cider", doubted=True)
    assert offer_of(suggestion) == Offer(1, 2, ("beer",), 1, False, "cider", doubted=True)


def test_the_editor_is_given_the_section():
    data = shown_data(app(), "editor")
    assert [data["plan"], data["section"], data["serial"], data["ack"]] == ["harness", "every_day", 1, 0]
    assert data["sentences"][0] == {
        "id": "s1",
        "phrases": phrases(("Mum and Dad have a ", []), ("list", ["clipboard"]), (" on the fridge.", [])),
        "said_by": "mum",
        "without": [],
    }
    assert data["offers"]["s1"] == {
        "text": "Mum and Dad have a list on the fridge.",
        "list": [
            {
                "start": 5,
                "end": 6,
                "pictures": ["clipboard"],
                "count": 1,
                "negated": False,
                "reason": "list",
                "whys": ["words"],
                "doubted": False,
            },
        ],
    }


def test_typed_words_reach_python_and_are_acknowledged():
    at = send(app(), "editor", doc=doc(rev=3))
    assert not at.exception
    assert lines(at) == ["Dad has a list"]
    assert shown_data(at, "editor")["ack"] == 3


def test_words_for_another_serial_are_left_out():
    before = lines(app())
    assert lines(send(app(), "editor", doc=doc(serial=2))) == before


def test_a_hostile_document_changes_nothing():
    at = app()
    before = lines(at)
    send(at, "editor", doc=doc(sentence(phrases=phrases(("x", ["../x"])))))
    assert not at.exception
    assert lines(at) == before


def test_a_search_is_answered():
    at = press(app(), "editor", "ask", {"search": "shirt", "category": ""})
    assert not at.exception
    assert shown_data(at, "editor")["search"]["results"] == ["shirt"]


def test_pressing_starter_and_undo_reaches_python():
    at = press(app(), "editor", "starter", {})
    assert lines(at)[-1] == "You can take your teddy with you."
    assert shown_data(at, "editor")["serial"] == 2
    assert press(at, "editor", "undo", {}).session_state["heard"] == ["starter", "undo"]
