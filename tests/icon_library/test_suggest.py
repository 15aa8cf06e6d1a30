"""Which picture stands at which words."""

from itertools import pairwise
from pathlib import Path

import pytest

from icon_library.catalogue import load_catalogue
from icon_library.lexicon import LexiconError, Sense, load_lexicon, read_lexicon
from icon_library.suggest import Named, Suggestion, suggest

ENGLISH = load_lexicon()
PEOPLE = (
    Named("mum", ("Mum", "Grace Mensah")),
    Named("dad", ("Dad",)),
    Named("nana_jo", ("Nana Jo", "grandmother")),
    Named("dev", ("Uncle Dev",)),
    Named("will", ("Will",)),
)


def pictured(text: str, density: str = "key", people: tuple[Named, ...] = ()) -> str:
    """The suggestions as they would be written: words(picture picture)."""
    words = text.split()
    return " ".join(
        f"[{' '.join(words[one.start : one.end])}]({shown(one)})"
        for one in suggest(text, people, ENGLISH, density=density)
    )


def shown(one: Suggestion) -> str:
    return " ".join(("not:" if one.negated else "") + key for key in one.pictures[: one.count])


TOPICS = sorted({sense.topic for sense in ENGLISH.senses.values()})


def is_found(sense: Sense, sentence: str) -> bool:
    return any(one.idea == sense.key for one in suggest(sentence, (), ENGLISH, density="all"))


@pytest.mark.parametrize("topic", TOPICS)
def test_each_sense_is_found_in_its_own_examples_and_not_where_its_words_mean_something_else(topic: str) -> None:
    senses = [sense for sense in ENGLISH.senses.values() if sense.topic == topic]
    missed = [(sense.key, text) for sense in senses for text in sense.fires if not is_found(sense, text)]
    loud = [(sense.key, text) for sense in senses for text in sense.silent if is_found(sense, text)]
    assert (missed, loud) == ([], [])


def test_every_sense_has_an_example() -> None:
    assert [sense.key for sense in ENGLISH.senses.values() if not sense.fires] == []


def test_every_picture_of_the_lexicon_is_in_the_catalogue() -> None:
    icons = load_catalogue().icons
    wanted = {key for sense in ENGLISH.senses.values() for key in sense.icons}
    wanted |= {key for kin in ENGLISH.kin.values() for key in kin.icons}
    assert sorted(wanted - set(icons)) == []


def test_a_picture_with_a_cross_in_it_is_never_crossed_again() -> None:
    icons = load_catalogue().icons
    assert [sense.key for sense in ENGLISH.senses.values() if icons[sense.icons[0]].crossed and sense.crossed] == []


def test_each_thing_of_a_list_has_its_picture() -> None:
    assert pictured("You will have enough to eat, clean clothes, a clean bed and a warm house.") == (
        "[enough to eat,](plate) [clean clothes,](washing_machine) [clean bed](clean_bed) [warm house.](warm_house)"
    )


def test_in_a_list_a_spare_thing_has_its_picture_too() -> None:
    alone = pictured("We have a bed and the kitchen.")
    listed = pictured("We have a bed, a kitchen and our own key.")
    assert (alone, listed) == ("[bed](bed)", "[bed,](bed) [a kitchen](kitchen) [key.](key)")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Yes, pet, you can bring your teddy.", "[teddy.](teddy)"),
        ("Nan has a pet.", "[a pet.](dog_and_cat)"),
        ("Biscuit the cat is here.", "[cat](cat)"),
        ("You have a biscuit.", "[biscuit.](biscuit)"),
    ],
)
def test_what_somebody_is_called_has_no_picture(text: str, expected: str) -> None:
    assert pictured(text) == expected


def test_a_phrase_does_not_step_over_a_denial_or_a_comma() -> None:
    asleep, never, listed = (
        any(one.idea == "baby_asleep" for one in suggest(text, (), ENGLISH))
        for text in ("The baby will sleep.", "The baby never will sleep.", "You, the baby, and we sleep.")
    )
    assert (asleep, never, listed) == (True, False, False)


def test_a_phrase_is_found_before_its_words_and_across_them() -> None:
    assert pictured("Dev will pick Amara up from school.") == "[pick Amara up](car) [school.](school)"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nan will watch Sam.", "[watch](someone_watching)"),
        ("Sam can watch telly.", "[watch telly.](television)"),
        ("He got a new watch.", "[watch.](wrist_watch)"),
        ("Ring Nan.", "[Ring Nan.](telephone)"),
        ("Mum wears a gold ring.", "[ring.](ring)"),
        ("We play in the park.", "[play in the park.](slide)"),
        ("Dad will park the car.", "[park the car.](car)"),
        ("We make a cup of tea.", "[cup of tea.](cup_of_tea)"),
        ("You will be home for tea.", "[tea.](plate)"),
        ("We cross the road.", "[cross the road.](zebra_crossing)"),
        ("Dad gets cross.", "[cross.](angry_face)"),
        ("Dad sends a present.", "[present.](present)"),
        ("Another adult will be present.", "[adult](grown_up)"),
        ("Mum left.", "[Mum](woman)"),
        ("What kind of day was it?", ""),
        ("Mrs Bell and Mr Park will come.", ""),
        ("Rose rose early.", ""),
        ("Can we go? Will they?", ""),
        ("Dad’s watch stopped.", "[watch](wrist_watch)"),
        ("Dad is kind.", "[kind.](kind_words)"),
        ("The baby has a cot.", "[baby](baby) [cot.](cot)"),
        ("Take your tablets.", "[Take your tablets.](medicine_pack)"),
        ("We charge the tablets downstairs.", "[charge the tablets](tablet) [downstairs.](stairs)"),
        ("Nan lives in a flat.", "[in a flat.](block_of_flats)"),
        ("The battery is flat.", "[battery is flat.](low_battery)"),
        ("Turn right now.", ""),
        ("Dad will cool down.", "[cool down.](calm_face)"),
        ("Cool drinks, please.", ""),
        ("They row about bills.", "[row](arguing) [bills.](receipt)"),
        ("Dad rows the boat.", "[rows the boat.](rowing)"),
    ],
)
def test_the_sense_decides_and_not_the_spelling(text: str, expected: str) -> None:
    assert pictured(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dad will not shout or hit.", "[shout](not:shouting) [hit.](not:fist)"),
        ("Dad won’t shout.", "[shout.](not:shouting)"),
        ("They will stop shouting and swearing.", "[shouting](not:shouting) [swearing.](not:swearing_face)"),
        ("There will be no more drinking.", "[drinking.](not:beer)"),
        ("You will never be left alone.", "[left alone.](not:child_in_house)"),
        ("They talk without arguing.", "[arguing.](not:arguing)"),
        ("If Mum drinks, we ring Nan.", "[drinks,](beer) [ring Nan.](telephone)"),
        ("If Dad does not shout, we play.", "[shout,](not:shouting)"),
        ("Dad will not shout and Mum will read a story.", "[shout](not:shouting) [read a story.](open_book)"),
        ("You will not be in trouble for telling.", "[in trouble for telling.](talking_bubbles)"),
        (
            "Nobody hits Mum, shouts at her or throws things.",
            "[hits](not:fist) [shouts at](not:shouting) [throws things.](not:flying_cup)",
        ),
        ("It is never right for a grown-up to hit you.", "[hit](not:fist)"),
        ("We not only play but sing.", "[sing.](singer)"),
        ("If he is not well we ring Nan.", "[not well](ill_face) [ring Nan.](telephone)"),
    ],
)
def test_what_will_not_happen_is_crossed(text: str, expected: str) -> None:
    assert pictured(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Grace Mensah smiled at Dev.", "[Grace Mensah](person:mum) [smiled](smiling_face)"),
        ("Nana Jo’s here.", "[Nana Jo’s](person:nana_jo)"),
        ("Gran is here.", "[Gran](person:nana_jo)"),
        ("Will and Mum agree.", "[Will](person:will) [Mum](person:mum) [agree.](handshake)"),
        ("Will Mum come?", "[Mum](person:mum)"),
        ("Grandad is here.", "[Grandad](older_man)"),
    ],
)
def test_people_are_found_by_name_and_by_family_word(text: str, expected: str) -> None:
    assert pictured(text, "all", PEOPLE) == expected


def test_a_family_word_that_fits_two_people_has_a_plain_picture() -> None:
    two = (Named("jo", ("Nana Jo",)), Named("pat", ("Granny Pat",)))
    assert pictured("Grandma is here. Granny Pat too.", "all", two) == "[Grandma](older_woman) [Granny Pat](person:pat)"


def test_a_person_is_a_key_picture_only_where_nothing_else_stands() -> None:
    assert pictured("Mum and Dad will be there.", "key", PEOPLE) == "[Mum](person:mum)"
    assert pictured("Mum will phone Nana Jo.", "key", PEOPLE) == "[phone](telephone)"


def test_no_pictures_are_suggested_when_none_are_wanted() -> None:
    assert suggest("Dad cooks tea.", (), ENGLISH, density="none") == ()


def test_an_unknown_density_is_refused() -> None:
    with pytest.raises(ValueError, match="key, all, none"):
        suggest("Dad cooks tea.", (), ENGLISH, density="some")


def test_a_suggestion_says_why_and_offers_other_pictures() -> None:
    assert suggest("You will have clean clothes.", (), ENGLISH) == (
        Suggestion(
            start=3,
            end=5,
            pictures=("washing_machine", "clean_clothes", "laundry_basket", "t_shirt"),
            count=1,
            negated=False,
            key=True,
            reason="clean clothes",
            idea="clean_clothes",
            whys=("words", "words", "words", "words"),
        ),
    )


def test_no_two_suggestions_share_a_word() -> None:
    text = "Mum/Dad will wash-up, hoover/dust and read letters/emails with the grown-up."
    places = [(one.start, one.end) for one in suggest(text, PEOPLE, ENGLISH, density="all")]
    assert all(before[1] <= after[0] for before, after in pairwise(places))


@pytest.mark.parametrize(
    ("language", "topic", "message"),
    [
        ("{}", "bed: {icons: [bed], phrase: [bed]}", "senses: bed: the key “phrase” is not known here."),
        ("{}", "bed: {phrases: [bed]}", "senses: bed: at least one icon is needed."),
        ("{}", "bed: {icons: bed}", "senses: bed: icons: a list of words is needed."),
        ("{}", "bed: {icons: [bed], show: now}", "senses: bed: show is one of key, spare, more."),
        ("{}", "bed: {icons: [bed], together: two}", "senses: bed: together is a number."),
        ("{}", "bed: {icons: [bed], near: [<beds>]}", "senses: bed: there is no group “beds”."),
        ("function_words: [will]", "w: {icons: [bed], phrases: [will]}", "senses: w: “will” cannot have a picture."),
        ("sense: {}", "{}", "words: the key “sense” is not known here."),
        ("{}", "[]", "senses: a list of names with their values is needed here."),
    ],
)
def test_a_words_file_with_a_mistake_is_refused_by_name(language: str, topic: str, message: str) -> None:
    with pytest.raises(LexiconError) as trouble:
        read_lexicon(language.encode(), topic.encode())
    assert str(trouble.value) == message


def test_a_name_that_stands_twice_in_a_file_is_refused_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en.yaml").write_text("{}")
    (tmp_path / "en/home.yaml").write_text("bed: {icons: [bed]}\nbed: {icons: [cot]}")
    with pytest.raises(LexiconError) as trouble:
        load_lexicon("en", tmp_path)
    assert str(trouble.value) == 'en/home.yaml: “bed” stands twice in "<byte string>", line 1, column 1'


def test_a_sense_told_twice_is_refused() -> None:
    with pytest.raises(LexiconError) as trouble:
        read_lexicon(b"{}", b"bed: {icons: [bed]}", b"bed: {icons: [cot]}")
    assert str(trouble.value) == "senses: bed: there is a sense of this name already, in senses: bed."
