"""The pages that say where each thing the guidance asks for lives: made from the data, complete, and up to date."""

import re

import pytest

from tests.plans.invented import ROOT
from tools.guidance import guidance_page, is_there, models, models_page, requirements, serving_places


def test_every_requirement_has_a_place_or_a_reason_why_not():
    assert [one.code for one in requirements() if not one.places and not one.why_not] == []


def test_every_place_that_the_pages_name_is_in_the_product():
    named = {place for one in requirements() for place in one.places}
    named |= {place for elements in models().values() for one in elements for place in one.places}
    assert sorted(place for place in named if not is_there(place)) == []


@pytest.mark.parametrize(
    "place", ["part written_agreement.nothing", "field Plan.colour", "section x", "file x.py", "words"]
)
def test_a_place_that_is_not_there_is_seen(place):
    assert not is_there(place)


def test_there_is_one_row_for_each_of_the_148_requirements_of_content_and_layout():
    codes = [one.code for one in requirements()]
    assert len(set(codes)) == len(codes)
    kinds = [one.kind for one in requirements()]
    assert (kinds.count("content field"), kinds.count("document layout")) == (121, 27)


def test_every_code_that_a_data_file_serves_is_one_of_the_guidance():
    assert sorted(code for code in serving_places() if not re.fullmatch(r"R(0\d\d|1\d\d|2\d\d)", code)) == []


def test_every_element_of_the_four_examples_has_a_place():
    assert list(models()) == [
        "Working Together Agreement (Kent, appendix B)",
        "Family time agreement (Cambridgeshire, model 1)",
        "Family, school and care agreement (Cambridgeshire, model 2)",
        "Working agreement (example for an assessment)",
    ]
    assert [one.element for elements in models().values() for one in elements if not one.places] == []


def test_both_pages_are_up_to_date():
    assert (ROOT / "docs" / "guidance.md").read_text(encoding="utf-8") == guidance_page()
    assert (ROOT / "docs" / "model_agreements.md").read_text(encoding="utf-8") == models_page()
