"""The catalogue: every picture exists, says what it shows, and can be drawn, crossed and copied."""

import json
import re
import xml.etree.ElementTree as ET
from functools import cache

import pytest

from icon_library.art import line_art
from icon_library.catalogue import CATEGORIES, CatalogueBroken, Icon, Layer, load_catalogue
from icon_library.lexicon import load_lexicon
from icon_library.sources import DRAWINGS, INK, ArtMissing, source_art, source_svg
from icon_library.suggest import Suggestion, suggest

CATALOGUE = load_catalogue()
ICONS = CATALOGUE.icons
INKED = json.loads(INK.read_text(encoding="utf-8"))


def wrong(fits) -> list[str]:
    """The keys of the icons that do not fit."""
    return [key for key, icon in ICONS.items() if not fits(icon)]


def test_there_are_at_least_450_pictures():
    assert len(ICONS) >= 450


def test_every_key_is_plain():
    assert wrong(lambda icon: re.fullmatch(r"[a-z0-9][a-z0-9_]{0,63}", icon.key)) == []


def test_every_picture_says_what_is_drawn():
    assert wrong(lambda icon: 1 <= len(icon.shows) <= 8 and all(label.strip() for label in icon.shows)) == []


def test_every_alt_text_is_short():
    assert wrong(lambda icon: 1 <= len(icon.alt.split()) <= 5) == []


def test_every_picture_has_a_category_and_every_category_has_pictures():
    assert wrong(lambda icon: icon.category in CATEGORIES) == []
    assert {icon.category for icon in ICONS.values()} == set(CATEGORIES)


def test_every_picture_has_art_that_draws():
    def draws(icon: Icon) -> bool:
        art = CATALOGUE.art(icon.key)
        shapes = list(ET.fromstring(art.svg).iter())
        return sum(not shape.tag.endswith(("svg", "}g")) for shape in shapes) > 0

    assert wrong(draws) == []


def test_every_picture_has_its_ink_inside_the_grid():
    def is_inside(icon: Icon) -> bool:
        x, y, width, height = CATALOGUE.art(icon.key).box
        return x >= 0 and y >= 0 and x + width <= 72.01 and y + height <= 72.01 and width > 5 and height > 5

    assert wrong(is_inside) == []


def test_the_ink_of_every_drawing_was_measured():
    assert wrong(lambda icon: all(layer.source in INKED for layer in icon.layers)) == []


def test_every_picture_can_be_crossed_out():
    for key in ICONS:
        assert f"not:{key}" in CATALOGUE
        assert 'stroke="#d22f27"' in CATALOGUE.art(f"not:{key}").svg
        assert CATALOGUE.alt(f"not:{key}") == f"no {ICONS[key].alt}"


def test_every_picture_can_be_copied_in_black_and_white():
    for key in ICONS:
        for art in (CATALOGUE.art(key), CATALOGUE.art(f"not:{key}")):
            colours = set(re.findall(r"#[0-9a-f]{3,6}", line_art(art).svg.lower()))
            assert colours <= {"#000", "#000000", "#fff", "#ffffff"}, key


def test_no_drawing_holds_what_the_print_cannot_draw():
    for key in ICONS:
        svg = CATALOGUE.art(key).svg
        assert not re.search(
            r"<(mask|linearGradient|radialGradient|clipPath|text|style|script|image|use|filter)\b", svg
        ), key
        assert "display" not in svg, key
        assert svg.startswith('<svg xmlns="http://www.w3.org/2000/svg" viewBox="'), key


def test_our_own_drawings_are_all_used():
    used = {layer.source for icon in ICONS.values() for layer in icon.layers}
    assert [file.stem for file in DRAWINGS.glob("*.svg") if f"drawing {file.stem}" not in used] == []


def test_nothing_frightening_is_among_the_childs_pictures():
    """Knives lie beside forks only; nothing else is drawn to cut, shoot, explode or lock hands."""
    frightening = re.compile(r"\b(knife|bombs?|guns?|pistol|rifle|handcuffs?|dagger|sword|skull|coffin|grave)\b")
    shown = {
        key
        for key, icon in ICONS.items()
        for label in (*icon.shows, icon.alt, key.replace("_", " "))
        if "fork" not in label and frightening.search(label)
    }
    assert shown == set()
    weapons = {
        f"openmoji {code}" for code in ("1F52A", "1F5E1", "1F4A3", "1F52B", "2694", "26D3", "2620", "1F480", "26B0")
    }
    assert [key for key, icon in ICONS.items() if weapons & {layer.source for layer in icon.layers}] == []


@pytest.mark.parametrize(
    "icon, licence",
    [
        (Icon("a", ("a",), "a", "home", (Layer("openmoji 1F3E0"),)), "CC BY-SA 4.0"),
        (Icon("a", ("a",), "a", "home", (Layer("drawing visit"), Layer("openmoji 1F3E0"))), "CC BY-SA 4.0"),
        (Icon("a", ("a",), "a", "home", (Layer("drawing visit"),)), "MIT"),
        (Icon("a", ("a",), "a", "time", tile="MON"), "MIT"),
    ],
)
def test_a_picture_has_the_licence_of_its_parts(icon, licence):
    assert icon.licence == licence


@pytest.mark.parametrize(
    "entry, told",
    [
        (
            "x: {shows: [x], alt: x, category: home, art: openmoji 1F3E0, size: 3}",
            "x has ['size'], which we do not know.",
        ),
        (
            "x: {shows: [x], alt: x, category: kitchen, art: openmoji 1F3E0}",
            "x needs shows, alt and a category that we know.",
        ),
        (
            "x: {shows: [], alt: x, category: home, art: openmoji 1F3E0}",
            "x needs shows, alt and a category that we know.",
        ),
        ("x: {shows: [x], category: home, art: openmoji 1F3E0}", "x needs shows, alt and a category that we know."),
        ("x: {shows: [x], alt: x, category: home}", "x has no art, layers, tile or page."),
        ("x: {shows: [x], alt: x, category: home, layers: 3}", "x has no art, layers, tile or page."),
    ],
)
def test_a_mistake_in_the_catalogue_names_the_entry(entry, told, tmp_path):
    (tmp_path / "catalogue.yaml").write_text(entry, encoding="utf-8")
    with pytest.raises(CatalogueBroken) as broken:
        load_catalogue(tmp_path / "catalogue.yaml")
    assert str(broken.value) == told


@pytest.mark.parametrize(
    "source", ["openmoji 0000", "drawing nothing", "elsewhere 1F3E0", "openmoji ../secret", "openmoji"]
)
def test_a_drawing_that_is_not_there_is_told(source):
    with pytest.raises(ArtMissing) as missing:
        source_svg(source)
    assert str(missing.value) == f"There is no drawing “{source}”."


def test_a_drawing_that_was_not_measured_fills_the_grid():
    assert source_art("openmoji 1F955").box == tuple(INKED.get("openmoji 1F955", (0, 0, 72, 72)))
    unmeasured = next(name for name in ("1F9FF", "1F3AD", "1F0CF", "2648") if f"openmoji {name}" not in INKED)
    assert source_art(f"openmoji {unmeasured}").box == (0, 0, 72, 72)


# The ideas that the model plan of the guidance has a picture for, in sentences of our own.
MODEL_IDEAS = [
    ("Dad ticks his list of jobs.", {"clipboard", "memo"}),
    ("You get enough to eat.", {"plate"}),
    ("You wash your hands.", {"wash_hands"}),
    ("You have clean clothes.", {"washing_machine"}),
    ("You have a clean bed.", {"bed", "clean_bed"}),
    ("It is a clean home.", {"mop_bucket"}),
    ("You go to school.", {"school"}),
    ("Gran helps you to keep clean.", {"bath_tub"}),
    ("Mum is here.", {"woman"}),
    ("Dad reads the letters.", {"envelope", "sheet_of_paper"}),
    ("You arrive on time.", {"on_time", "clock"}),
    ("They drink beer.", {"beer"}),
    ("They drink wine.", {"wine", "beer"}),
    ("They took drugs.", {"pill"}),
    ("It is on the calendar.", {"calendar"}),
    ("Gran will write down what she sees.", {"memo", "writing_hand"}),
    ("Gran will walk with you.", {"person_walking"}),
    ("You have lunch on Sunday.", {"sandwich", "plate", "knife_and_fork"}),
    ("We share the good things.", {"tick", "check_mark", "star", "thumbs_up"}),
    ("Gran is worried.", {"worried_face"}),
    ("You have a shower.", {"shower"}),
    ("He takes out the rubbish.", {"rubbish_bin"}),
    ("You go in the car.", {"car"}),
    ("They said yes.", {"thumbs_up"}),
    ("You can talk to Gran.", {"talking_bubbles"}),
    ("If you are upset, tell us.", {"crying_face"}),
    ("Bring your favourite toy.", {"teddy"}),
    ("They want you to be happy.", {"smiling_face"}),
    ("We talk at breaktime.", {"bell"}),
    ("This is your home.", {"house"}),
    ("Dad gets stressed.", {"frustrated_face", "tired_face"}),
    ("They were shouting.", {"shouting"}),
    ("He was aggressive.", {"fist", "fight_cloud"}),
    ("Gran rings the police.", {"police_officer"}),
    ("Mum is sad.", {"sad_face"}),
    ("You can ring or text.", {"phone_ringing", "chat_on_phone", "telephone", "mobile_phone"}),
    ("You will sleep there.", {"sleeping_face", "person_in_bed"}),
    ("They love you.", {"two_hearts"}),
    ("Ruth is your social worker.", {"social_worker"}),
    ("There is a meeting.", {"meeting"}),
    ("This is the plan.", {"clipboard"}),
    ("Send an email.", {"email"}),
    ("We will say well done.", {"clapping_hands", "trophy", "star"}),
    ("We meet again on the next meeting day.", {"calendar", "meeting", "tear_off_calendar"}),
    ("This is the phone number.", {"telephone", "mobile_phone", "phone_ringing"}),
]


lexicon = cache(load_lexicon)


@cache
def offered(sentence: str) -> tuple[Suggestion, ...]:
    return suggest(sentence, (), lexicon(), density="all")


def test_the_model_plans_45_ideas_are_all_here():
    assert len(MODEL_IDEAS) == 45
    assert [key for _, keys in MODEL_IDEAS for key in keys if key not in ICONS] == []


@pytest.mark.parametrize("sentence, keys", MODEL_IDEAS, ids=[sentence for sentence, _ in MODEL_IDEAS])
def test_every_idea_of_the_model_plan_is_served(sentence, keys):
    assert keys & {key for offer in offered(sentence) for key in offer.pictures[: offer.count]}


def first_choices(sentence: str) -> set[str]:
    return {key for offer in offered(sentence) for key in offer.pictures[: offer.count]}


def test_neither_a_cigarette_nor_a_syringe_stands_for_drugs():
    assert first_choices("They took drugs.") == {"pill"}
    offers = {key for offer in offered("They took drugs.") for key in offer.pictures}
    assert not offers & {"cigarette", "injection"}


def test_a_foreign_lunch_box_does_not_stand_for_lunch():
    assert "bento_box" not in first_choices("You have lunch on Sunday.")


def test_a_sheet_of_paper_does_not_stand_for_a_phone_call():
    chosen = first_choices("She will phone every day.")
    assert chosen & {"telephone", "phone_ringing", "mobile_phone"}
    assert "sheet_of_paper" not in chosen


def test_a_shrug_does_not_stand_for_mum():
    for word in ("Mum", "Mummy", "Mam", "Mama"):
        assert "woman" in first_choices(f"{word} is here.")
        assert "person_shrugging" not in {key for offer in offered(f"{word} is here.") for key in offer.pictures}


def test_one_car_does_not_mean_both_a_toy_and_the_school_run():
    assert first_choices("Bring your toy car.") == {"toy_car"}
    assert "toy_car" not in first_choices("Dad does the school run.")
    assert first_choices("Dad does the school run.") & {"car", "car_to_school"}
    assert CATALOGUE.art("toy_car") != CATALOGUE.art("car")
