"""The checks as people meet them, in a real browser: a finding beside the sentence, mended, let stand, told to the manager."""

import re
from pathlib import Path

import pytest

pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
from playwright.sync_api import Page, expect

from tests.components.running_app import add_person, begin_plan, go
from tests.plans.render.reading_order import read_pdf

pytestmark = pytest.mark.browser


def write(page: Page, words: str) -> None:
    page.locator(".draft textarea").click()
    page.keyboard.type(words, delay=15)
    page.locator(".wp-heading").click()


def download(page: Page, button: str) -> bytes:
    with page.expect_download() as got:
        page.get_by_role("button", name=button).click()
    return Path(got.value.path()).read_bytes()


def test_a_finding_is_mended_another_is_let_stand_and_the_manager_reads_of_both(page: Page):
    begin_plan(page, "Sam")
    add_person(page, "Mum", "mum", "07700 900111")
    go(page, "Write")
    page.get_by_role("button", name="Who comes to see you").click()
    expect(page.locator(".wp-heading")).to_have_text("Who comes to see you")

    write(page, "Your SW will come on Friday 4 June.")
    beside = page.locator(".card .warning")
    expect(beside.get_by_text("Not everybody knows what “SW” stands for")).to_be_visible(timeout=15_000)
    page.get_by_role("button", name="Use “social worker”").click()
    expect(page.locator(".card .words").first).to_contain_text("Your social worker will come on Friday 4 June.")
    expect(page.get_by_role("button", name="Use “social worker”")).to_have_count(0)

    write(page, "You will always be happy here.")
    expect(page.get_by_text(re.compile("Nobody can keep")).first).to_be_visible(timeout=15_000)
    page.get_by_role("button", name="Let it stand").first.click()
    page.get_by_label("Why does it stand?").fill("Sam said it like this.")
    page.get_by_label("Why does it stand?").press("Tab")
    page.get_by_role("button", name="It stands").click()
    expect(page.get_by_text(re.compile("Nobody can keep"))).to_have_count(0)

    go(page, "Checks")
    expect(page.get_by_text("Because: Sam said it like this.")).to_be_visible()
    expect(page.get_by_role("button", name="Mark it ready")).to_be_disabled()
    told = read_pdf(download(page, "The page for the team manager")).text
    assert "What the checks found: Sam’s plan" in told
    assert "Nobody can keep" in told
    assert "Because: Sam said it like this." in told
    assert "To be put right before it is ready" in told

    page.get_by_role("button", name="Look at it again").click()
    expect(page.get_by_text("Because: Sam said it like this.")).to_have_count(0)
