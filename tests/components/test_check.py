"""The Checks screen and what stands beside sentences and promises, as Streamlit runs them."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from plans.council import SETTING
from tests.components.screens import checked, kept, step
from tests.components.test_agree import field, part


@pytest.fixture
def check(leo: AppTest) -> AppTest:
    step(leo, "check")
    return leo


def shown(app: AppTest) -> str:
    return " ".join(
        one.value for kind in ("markdown", "success", "info", "subheader") for one in getattr(app, kind)
    ).replace("\\", "")


def button(app: AppTest, start: str):
    return next(one for one in app.button if one.key and one.key.startswith(start))


def test_the_screen_tells_what_is_to_be_put_right_and_a_plan_is_not_ready_before(check: AppTest):
    assert "No sentence of the child’s page tells this worry." in shown(check)
    assert "each printed page says so" in shown(check)
    assert check.button(key="mark_ready").disabled


def test_with_a_reason_it_stands_and_the_plan_can_be_marked_ready_until_something_changes(check: AppTest, home: Path):
    field(check, "text_input", "reason_").set_value("Mum tells Leo herself on Sunday.").run()
    checked(button(check, "stands_").click().run())
    (plan,) = kept(home)
    (override,) = plan.overrides
    assert (override.rule, override.place, override.reason) == (
        "untold_worry",
        "w2",
        "Mum tells Leo herself on Sunday.",
    )
    assert not check.button(key="mark_ready").disabled
    checked(check.button(key="mark_ready").click().run())
    assert [one.status for one in kept(home)] == ["agreed"]
    assert "This is marked ready." in shown(check)

    step(check, "agree")
    part(check, "promises")
    field(check, "text_input", "when_p1_").set_value("by seven every school morning").run()
    assert [one.status for one in kept(home)] == ["draft"]


def test_what_stands_can_be_looked_at_again(check: AppTest, home: Path):
    field(check, "text_input", "reason_").set_value("Later.").run()
    checked(button(check, "stands_").click().run())
    checked(button(check, "back_").click().run())
    assert [one.overrides for one in kept(home)] == [()]


def test_without_a_reason_nothing_is_let_stand(check: AppTest, home: Path):
    checked(button(check, "stands_").click().run())
    assert all(plan.overrides == () for plan in kept(home))


def test_an_answer_takes_the_place_of_the_words_at_fault(leo: AppTest, home: Path):
    step(leo, "agree")
    part(leo, "promises")
    field(leo, "text_input", "when_p1_").set_value("on a regular basis").run()
    assert "“regular” has no end." in shown(leo)
    field(leo, "text_area", "words_").set_value("at seven every day").run()
    checked(button(leo, "put_in_").click().run())
    (plan,) = kept(home)
    assert next(one.when for one in plan.promises if one.id == "p1") == "at seven every day"
    checked(leo.button(key="undo").click().run())
    (plan,) = kept(home)
    assert next(one.when for one in plan.promises if one.id == "p1") == "on a regular basis"


def test_words_written_meanwhile_are_never_written_over_by_an_answer(leo: AppTest, home: Path):
    step(leo, "agree")
    part(leo, "promises")
    field(leo, "text_area", "text_p1_").set_value("will ring Pam on a regular basis").run()
    old = field(leo, "text_area", "words_").key
    newer = "will ring Pam on a regular basis and will never leave Leo alone"
    field(leo, "text_area", "text_p1_").set_value(newer).run()
    assert field(leo, "text_area", "words_").value == newer
    assert field(leo, "text_area", "words_").key != old


def test_a_duty_that_three_people_have_breaks_no_screen(leo: AppTest):
    step(leo, "agree")
    part(leo, "promises")
    for name in ("p1", "p2", "p3"):
        field(leo, "text_area", f"text_{name}_").set_value("will fetch Leo from school").run()
        field(leo, "text_input", f"when_{name}_").set_value("every Monday at three").run()
    checked(leo)
    step(leo, "check")
    checked(leo)


def test_broken_settings_of_the_council_are_told_and_our_own_rules_go_on(
    leo: AppTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    settings = tmp_path / "council.yaml"
    settings.write_text("name: Moor Council\nchecks: {offf: [a]}\n")
    monkeypatch.setenv(SETTING, str(settings))
    step(leo, "agree")
    part(leo, "worries")
    assert "No sentence of the child’s page tells this worry." in shown(leo)
    assert not leo.exception
