"""Skills of the builders: found by anybody's words, and what a friend would ask about them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.builder import Builder, field
from tests.browser.conftest import Served
from tests.browser.test_join import JOIN, draft
from tests.browser.test_propose import PROPOSE


@pytest.mark.parametrize(
    ("builder", "step", "name"),
    [(JOIN, "can", "skills.0.skill"), (PROPOSE, "able", "skills.required.0.skill")],
    ids=["join", "propose"],
)
def test_a_skill_is_offered_for_a_word_of_ones_own(
    page: Page, served: Served, builder: Builder, step: str, name: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    builder.opened(page, served, step)
    page.locator(f"#{step}").get_by_role("button", name="Add one").first.click()
    skill = field(page, name)
    skill.press_sequentially("le")
    assert not {"offers.js", "skills.json", "words.json"} & {*asked}
    page.route("**/words.json", lambda route: route.abort())
    with page.expect_event("requestfailed"):
        skill.press_sequentially("v")
    page.unroute("**/words.json")
    # What could not be fetched is asked for again.
    skill.fill("gobernanza coop")
    offers = page.locator(".offers:visible")
    offer = offers.get_by_role("button", name="Cooperative governance")
    expect(offer).to_be_visible()
    expect(offers).to_contain_text("also: gobernanza cooperativa")
    expect(page.get_by_text("may be meant:")).to_be_visible()
    offer.press("Enter")
    expect(skill).to_have_value("Cooperative governance")
    expect(skill).to_be_focused()
    expect(offers.get_by_role("button")).to_have_count(0)
    skill.fill("zzzz")
    expect(page.get_by_text("No skill goes by these words.")).to_be_visible()


def test_a_friend_asks_about_claims_that_are_all_high_or_too_low(
    page: Page, served: Served
) -> None:
    held = draft()
    asked = page.get_by_role("heading", name="A friend would ask")
    JOIN.opened(page, served, "can", held)
    expect(asked).to_be_hidden()
    page.get_by_text("1 · Succession planning").first.click()
    evidence = field(page, "skills.0.evidence")
    evidence.press_sequentially("I led 12 staff")
    # Not while somebody types.
    expect(asked).to_be_hidden()
    evidence.blur()
    rows = page.locator('[data-part="asked-list"] > li')
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("Is that not leading it?")
    expect(rows).to_contain_text("Succession planning")
    for claim in held["fields"]["skills"]:
        claim["level"] = "4"
    JOIN.opened(page, served, "can", held)
    # That evidence is missing is said beside its field.
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("Everything stands at the highest level.")
