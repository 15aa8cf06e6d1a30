"""Sentence starters: enough of them, every picture there, and blanks that the plan’s people fill."""

import pytest

from icon_library.catalogue import load_catalogue
from plans.document_type import load_document_type
from plans.errors import DataFileBroken
from plans.layout.lay_out import check_letters
from plans.marks import join_plain, read_marks
from plans.model import Child, Person, Phrase
from plans.starters import ASKED_BLANKS, PEOPLE_BLANKS, Starter, Topic, filled, is_person_blank, load_starters, who_fits
from tests.plans.invented import AMARA, MUM, NANA_JO, family, plan_of

TOPICS = load_starters()
STARTERS = [starter for topic in TOPICS for starter in topic.starters]
RUTH = Person("ruth", "Ruth", role="social worker", side="professional")
MRS_BEGUM = Person("mrs_begum", "Mrs Begum", role="neighbour", side="friend")
ANSWERS = {
    "day": "every Sunday",
    "time": "after tea",
    "place": "Nana Jo’s house",
    "date": "Tuesday 23 March",
    "toy": "your teddy",
    "food": "pasta",
    "words": "drawing",
    "number": "07700 900123",
}


def test_there_are_at_least_120_starters_in_topics_of_their_own():
    assert len(STARTERS) >= 120
    assert len({starter.id for starter in STARTERS}) == len(STARTERS)
    assert len({starter.text for starter in STARTERS}) == len(STARTERS)
    assert len({topic.id for topic in TOPICS}) == len(TOPICS)
    assert all(len(topic.starters) >= 3 for topic in TOPICS)


def test_every_topic_belongs_to_a_section_and_every_section_has_starters():
    sections = [section.id for section in load_document_type("words_and_pictures").sections]
    assert {topic.section for topic in TOPICS} == set(sections)


def test_every_picture_in_a_starter_is_in_the_catalogue():
    catalogue = load_catalogue()
    pictures = {key for starter in STARTERS for phrase in read_marks(starter.text) for key in phrase.pictures}
    assert sorted(key for key in pictures if key not in catalogue) == []
    assert len(pictures) > 80


def test_every_blank_is_known_and_stands_outside_the_marks():
    blanks = {blank.partition(" ")[0] for starter in STARTERS for blank in starter.blanks}
    assert blanks <= {*PEOPLE_BLANKS, *ASKED_BLANKS}
    assert [
        one.id for one in STARTERS for phrase in read_marks(one.text) if phrase.pictures and "{" in phrase.words
    ] == []


def test_every_starter_fills_to_a_sentence_that_can_be_printed():
    for starter in STARTERS:
        answers = {
            blank: MUM if is_person_blank(blank) else ANSWERS[blank.partition(" ")[0]] for blank in starter.blanks
        }
        phrases = filled(starter, answers)
        text = "".join(phrase.words for phrase in phrases)
        assert not set(text) & set("{}[]…"), starter.id
        assert text[0].isupper() or not text[0].isalpha(), starter.id
        assert text[-1] in ".!?", starter.id
        assert "  " not in text, starter.id
        assert join_plain(phrases) == phrases, starter.id
        check_letters(plan_of(text))


def test_a_persons_blank_becomes_the_name_the_child_uses_with_that_persons_picture():
    starter = Starter("x", "{grown_up} and {grown_up 2} [cook](frying_pan) {food} {day}, says {grown_up}.")
    assert starter.blanks == ("grown_up", "grown_up 2", "food", "day")
    assert filled(starter, {"grown_up": MUM, "grown_up 2": NANA_JO, "food": " pasta ", "day": "every Sunday"}) == (
        Phrase("Mum", ("person:mum",)),
        Phrase(" and "),
        Phrase("Nana Jo", ("person:nana_jo",)),
        Phrase(" "),
        Phrase("cook", ("frying_pan",)),
        Phrase(" pasta every Sunday, says "),
        Phrase("Mum", ("person:mum",)),
        Phrase("."),
    )


@pytest.mark.parametrize("answers", [{}, {"day": ""}, {"day": "  "}])
def test_an_open_blank_stays_as_dots(answers):
    assert filled(Starter("x", "We talk {day}."), answers) == (Phrase("We talk …."),)


def test_a_sentence_begins_with_a_capital_letter_whatever_fills_its_first_blank():
    assert filled(Starter("x", "{day} we talk."), {"day": "every Sunday"}) == (Phrase("Every Sunday we talk."),)
    assert filled(Starter("x", "{child} talks."), {"child": Child("z", "émile")})[0] == Phrase("Émile", ("person:z",))
    assert filled(Starter("x", ""), {}) == ()


def test_what_fills_a_blank_is_never_read_as_a_blank_or_a_mark():
    assert filled(Starter("x", "Say {words}."), {"words": "{day} [x](star)"}) == (Phrase("Say {day} [x](star)."),)


@pytest.mark.parametrize(
    "blank, names",
    [
        ("child", ["Amara"]),
        ("grown_up", ["Mum", "Nana Jo", "Ruth", "Mrs Begum"]),
        ("grown_up 2", ["Mum", "Nana Jo", "Ruth", "Mrs Begum"]),
        ("family", ["Mum", "Nana Jo", "Ruth", "Mrs Begum"]),
        ("professional", ["Ruth", "Mum", "Nana Jo", "Mrs Begum"]),
        ("helper", ["Mum", "Nana Jo", "Ruth", "Mrs Begum"]),
        ("anyone", ["Mum", "Nana Jo", "Ruth", "Mrs Begum"]),
    ],
)
def test_those_who_fit_a_blank_best_are_offered_first(blank, names):
    plan = family(children=(AMARA,), people=(MUM, NANA_JO, RUTH, MRS_BEGUM))
    assert [one.name for one in who_fits(blank, plan)] == names


@pytest.mark.parametrize(
    "blank, by_person", [("grown_up", True), ("grown_up 2", True), ("day", False), ("words", False)]
)
def test_a_blank_is_filled_by_a_person_or_by_words(blank, by_person):
    assert is_person_blank(blank) is by_person


def test_starters_are_read_from_their_file(tmp_path):
    (tmp_path / "xx.yaml").write_text(
        "topics:\n- {id: t, name: T, section: love, starters: [{id: a, text: 'We love {child}.'}]}\n", encoding="utf-8"
    )
    assert load_starters("xx", tmp_path) == (Topic("t", "T", "love", (Starter("a", "We love {child}."),)),)


@pytest.mark.parametrize(
    "file, told",
    [
        ("topic: []", "xx.yaml: The file has “topic”, which we do not know. Known are: topics."),
        ("topics: [{id: t, name: T, section: love, starters: [{id: a, text: '{animal} x'}]}]",
         "xx.yaml: starters, entry 1: {animal} is not a blank we know."),
        ("topics: [{id: t, name: T, section: love, starters: [{id: a}]}]",
         "xx.yaml: starters, entry 1: “text” is missing. Write it in."),
        ("topics: [", "xx.yaml: Line 1: the quotes, brackets or spaces do not fit together. Look there first."),
    ],
)  # fmt: skip
def test_a_mistake_in_a_starters_file_names_the_file(file, told, tmp_path):
    (tmp_path / "xx.yaml").write_text(file, encoding="utf-8")
    with pytest.raises(DataFileBroken) as broken:
        load_starters("xx", tmp_path)
    assert str(broken.value) == told
