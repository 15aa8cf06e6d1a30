"""The pictures that a family chose are remembered, come first next time, and can be put everywhere."""

from dataclasses import replace
from pathlib import Path

import pytest

from icon_library.lexicon import load_lexicon, read_lexicon
from icon_library.suggest import suggest
from plans.choices import Swapped, elsewhere, with_choices, with_everywhere
from plans.editing import without_person, without_pictures
from plans.errors import PlanFileBroken
from plans.ideas import chosen_before, opposites, read_places, shared_pictures
from plans.marks import read_marks, write_marks
from plans.model import Choice, Person, Plan, Section, Sentence
from plans.yaml_format import dump_plan, load_plan

WORDS = Path(__file__).parents[2] / "icon_library" / "words"
SENSES = """
laundry: {icons: [washing_machine, t_shirt], phrases: [clean clothes, the washing]}
watch_over: {icons: [grown_up_with_child], phrases: [watch], not_just_after: [a, new, the]}
wrist_watch: {icons: [wrist_watch], phrases: [watch], just_after: [new]}
shouting: {icons: [shouting], phrases: [shout, shouting]}
drinking: {icons: [beer, wine], phrases: [drink], together: 2}
bed: {icons: [bed, clean_bed], phrases: [bed]}
school: {icons: [school], phrases: [school, take … to school]}
"""
ENGLISH = read_lexicon((WORDS / "en.yaml").read_bytes(), SENSES.encode())
T_SHIRT = Choice("clean clothes", "laundry", ("t_shirt",))


def plan(*marked: str, **fields: object) -> Plan:
    sentences = tuple(Sentence(f"s{number}", read_marks(one)) for number, one in enumerate(marked, 1))
    return Plan(sections=(Section("every_day", sentences),), **fields)  # type: ignore[arg-type]


def marked(made: Plan) -> list[str]:
    return [write_marks(one.phrases) for section in made.sections for one in section.sentences]


def chosen(before: Plan, after: Plan) -> tuple[tuple[Choice, ...], Swapped | None]:
    remembered, swapped = with_choices(before, after, ENGLISH)
    return remembered.choices, swapped


def first_for(text: str, made: Plan) -> tuple[str, str]:
    (found, *_) = suggest(text, (), ENGLISH, density="all", chosen=chosen_before(made, ENGLISH))
    return found.pictures[0], found.whys[0]


def test_a_picture_put_in_place_of_the_offered_one_is_remembered():
    before = plan("You will have [clean clothes](washing_machine).")
    after = plan("You will have [clean clothes](t_shirt).")
    assert chosen(before, after) == ((T_SHIRT,), Swapped("s1", "clean clothes", T_SHIRT))


def test_the_picture_offered_first_is_no_choice_to_remember():
    after = plan("You will have [clean clothes](washing_machine).")
    assert chosen(plan("You will have clean clothes."), after) == ((), None)


def test_going_back_to_the_first_picture_is_a_choice_too():
    before = plan("You will have [clean clothes](t_shirt).", choices=(T_SHIRT,))
    after = plan("You will have [clean clothes](washing_machine).", choices=(T_SHIRT,))
    assert chosen(before, after)[0] == (Choice("clean clothes", "laundry", ("washing_machine",)),)


def test_what_was_chosen_comes_first_for_the_same_words_and_for_others_that_mean_the_same():
    made = plan(choices=(T_SHIRT,))
    assert first_for("You will have clean clothes.", made) == ("t_shirt", "chosen")
    assert first_for("He does the washing on Sundays.", made) == ("t_shirt", "chosen")
    assert first_for("He does the washing on Sundays.", plan()) == ("washing_machine", "words")


def test_a_choice_for_one_meaning_of_a_word_leaves_its_other_meaning_alone():
    made = plan(choices=(Choice("watch", "watch_over", ("eyes",)),))
    assert first_for("She will watch your brother.", made) == ("eyes", "chosen")
    assert first_for("He has a new watch.", made)[0] == "wrist_watch"


def test_words_that_only_this_family_uses_get_their_picture_again():
    made = plan(choices=(Choice("our den", "", ("tent",)),))
    assert first_for("Come to Our Den!", made) == ("tent", "chosen")


def test_a_denied_thing_is_remembered_without_its_cross():
    before = plan("Dad will not [shout](not:shouting).")
    after = plan("Dad will not [shout](not:megaphone).")
    (choice,) = chosen(before, after)[0]
    assert choice == Choice("shout", "shouting", ("megaphone",))


def test_a_picture_swapped_can_be_put_wherever_the_same_idea_is_told():
    made = plan(
        "You will have [clean clothes](t_shirt).",
        "Dad does [the washing](washing_machine).",
        "There will be no [clean clothes](not:washing_machine).",
        "Mum has a [bed](bed).",
        choices=(T_SHIRT,),
    )
    places = tuple(elsewhere(read_places(made, ENGLISH), T_SHIRT))
    assert [place.words for place in places] == ["the washing", "clean clothes"]
    assert marked(with_everywhere(made, places, T_SHIRT)) == [
        "You will have [clean clothes](t_shirt).",
        "Dad does [the washing](t_shirt).",
        "There will be no [clean clothes](not:t_shirt).",
        "Mum has a [bed](bed).",
    ]


def test_one_picture_for_two_ideas_is_found_and_shades_of_one_idea_are_not():
    lexicon = load_lexicon()
    made = plan("Bring a [toy car](car).", "Dev does the [school run](car).", "Go to [bed](bed) at [bedtime](bed).")
    found = shared_pictures(read_places(made, lexicon), lexicon)
    assert [(key, one.words, other.words) for key, one, other in found] == [("car", "toy car", "school run")]


def test_a_plain_picture_at_a_denied_thing_is_found():
    made = plan("Dad will not [shout](shouting).", "If Mum [drinks](beer wine), ring Nan.")
    assert opposites(read_places(made, ENGLISH)) == (("shout", False),)


def test_an_answer_to_what_the_editor_asked_is_not_called_the_opposite():
    lexicon = load_lexicon()
    for picture in ("beer", "not:beer"):
        made = plan(f"Dad tipped his [cider]({picture}) over the compost.")
        assert opposites(read_places(made, lexicon)) == ()


def test_a_picture_put_everywhere_is_crossed_where_people_crossed_the_one_that_stands_there():
    made = plan("You will have [clean clothes](t_shirt).", "No more [the washing](washing_machine) for Jo.",
                "Dad does [the washing](not:washing_machine).", choices=(T_SHIRT,))  # fmt: skip
    assert marked(with_everywhere(made, elsewhere(read_places(made, ENGLISH), T_SHIRT), T_SHIRT)) == [
        "You will have [clean clothes](t_shirt).",
        "No more [the washing](t_shirt) for Jo.",
        "Dad does [the washing](not:t_shirt).",
    ]


def test_choices_are_kept_in_the_plan_file():
    made = plan("You will have [clean clothes](t_shirt).", choices=(T_SHIRT, Choice("drinking", "", ("beer", "wine"))))
    assert load_plan(dump_plan(made)).choices == made.choices
    assert "choices" not in dump_plan(plan()).decode()


def test_a_choice_that_names_no_picture_is_told():
    data = dump_plan(plan(choices=(T_SHIRT,))).replace(b"t_shirt", b"../t")
    with pytest.raises(PlanFileBroken, match="choices, entry 1: “pictures” has a name that is not a picture’s"):
        load_plan(data)


def test_a_choice_goes_with_the_person_it_shows():
    mum = Person("mum", "Mum")
    made = replace(plan(people=(mum,)), choices=(Choice("kind", "kind", ("person:mum",)), T_SHIRT))
    assert without_pictures(made, {"person:mum"}).choices == (T_SHIRT,)


def test_a_picture_at_more_words_than_the_known_ones_is_kept_for_these_words_only():
    mum = (Person("mum", "Mum"),)
    before, after = (plan(f"{words} is by the window.", people=mum) for words in ("Mum’s bunk", "[Mum’s bunk](tent)"))
    assert chosen(before, after)[0] == (Choice("mum's bunk", "", ("tent",)),)


@pytest.mark.parametrize("words", ["🙂", "?", "…"])
def test_a_picture_at_no_word_at_all_is_not_remembered(words: str):
    assert chosen(plan(f"Yes {words} yes."), plan(f"Yes [{words}](tent) yes.")) == ((), None)


def test_words_too_long_for_a_plan_file_are_not_remembered():
    long = "İ" * 150
    assert chosen(plan(f"{long}."), plan(f"[{long}](tent).")) == ((), None)


def test_a_choice_at_little_words_does_not_tear_a_phrase():
    made = plan(choices=(Choice("to", "", ("right_arrow",)), Choice("take", "", ("hand",))))
    found = suggest("Mum will take you to school.", (), ENGLISH, chosen=chosen_before(made, ENGLISH))
    assert [one.reason for one in found] == ["take you to school"]


def test_two_choices_never_stand_at_one_word():
    made = plan(
        choices=(Choice("zork", "", ("tent",)), Choice("blik", "", ("kite",)), Choice("zork/blik", "", ("ball",)))
    )
    found = suggest("We go to the zork-blik.", (), ENGLISH, chosen=chosen_before(made, ENGLISH))
    assert [(one.start, one.end, one.pictures) for one in found] == [(4, 5, ("ball",))]


def test_a_picture_chosen_twice_over_stands_once():
    made = plan(choices=(Choice("clean clothes", "laundry", ("tent", "tent")),))
    (found,) = suggest("You have clean clothes.", (), ENGLISH, chosen=chosen_before(made, ENGLISH))
    assert found.pictures[: found.count] == ("tent",)


def test_a_familys_photo_is_never_crossed_out():
    photo = Choice("shout", "shouting", ("photo:ab12",))
    made = plan("Dad will not [shout](not:shouting).", choices=(photo,))
    places = tuple(elsewhere(read_places(made, ENGLISH), photo))
    assert marked(with_everywhere(made, places, photo)) == ["Dad will not [shout](photo:ab12)."]


def test_a_plan_file_with_a_crossed_choice_is_refused():
    data = dump_plan(plan(choices=(T_SHIRT,))).replace(b": t_shirt", b": not:t_shirt")
    with pytest.raises(PlanFileBroken, match="choices, entry 1: “pictures” has a name that is not a picture’s"):
        load_plan(data)


def test_a_person_taken_out_takes_choices_about_them_along():
    made = plan(people=(Person("dad", "Dad"),), choices=(Choice("dad", "person:dad", ("photo:ab12",)), T_SHIRT))
    assert without_person(made, "dad").choices == (T_SHIRT,)


def test_a_picture_at_several_known_words_is_still_checked_for_the_opposite():
    made = plan("There will be no [Dad shouting](shouting).", people=(Person("dad", "Dad"),))
    assert opposites(read_places(made, ENGLISH)) == (("Dad shouting", False),)
