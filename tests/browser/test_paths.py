"""The main path by mouse and by keyboard, without JavaScript, and without any request elsewhere."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import Served


def test_from_home_over_search_and_filter_to_a_profile_and_a_matching_assignment(
    page: Page, served: Served
) -> None:
    page.goto(served.url)
    page.get_by_role("searchbox").fill("water")
    page.get_by_role("button", name="Search").click()
    expect(page).to_have_url(served.at("search/?q=water"))
    results, found = page.locator("[data-results] > li"), page.locator("[data-found]")
    expect(found.locator("[data-sentence]")).to_contain_text("water")
    expect(found).not_to_have_attribute("aria-busy", "true")
    unfiltered = results.count()
    page.locator("[data-filters]").get_by_text("Languages", exact=True).click()
    page.get_by_role("checkbox", name="Spanish").check()
    expect(page).to_have_url(served.at("search/?q=water&language=es"))
    expect(found.locator("[data-sentence]")).to_contain_text("Spanish")
    expect(found).not_to_have_attribute("aria-busy", "true")
    assert 0 < results.count() < unfiltered
    page.get_by_role("link", name="Óscar Quispe Mamani").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Óscar Quispe Mamani")
    page.get_by_role("link", name="Village water committees").first.click()
    expect(page.get_by_role("heading", name="People who fit")).to_be_visible()
    ways = page.get_by_role("link", name="Respond to this assignment")
    expect(ways).to_have_count(2)
    expect(ways.first).to_have_attribute(
        "href", f"mailto:relay@commonweave.example?subject={SUBJECT}"
    )


SUBJECT = "Respond%20to%20this%20assignment%20%5Bresponse%3A%20water-fees-after-the-programme%5D"


def tab_to(page: Page, name: str, *, most: int = 400) -> None:
    """Press Tab until the focus is on something with this name."""
    for _ in range(most):
        page.keyboard.press("Tab")
        focused = page.evaluate(
            "(document.activeElement.closest('label') ?? document.activeElement).textContent.trim()"
            " || document.activeElement.getAttribute('name')"
        )
        if focused.startswith(name):
            return
    pytest.fail(f"{name} cannot be reached by keyboard")


@pytest.mark.slow
def test_the_same_path_by_keyboard_alone(page: Page, served: Served) -> None:
    page.goto(served.url)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    tab_to(page, "q")
    page.keyboard.type("water")
    page.keyboard.press("Enter")
    page.wait_for_url(served.at("search/?q=water"))
    expect(page.locator("[data-results] > li").first).to_be_visible()
    tab_to(page, "Languages")
    page.keyboard.press("Enter")
    tab_to(page, "Spanish")
    page.keyboard.press("Space")
    expect(page).to_have_url(served.at("search/?q=water&language=es"))
    assert page.evaluate("document.activeElement.checked")
    page.reload()
    expect(page.locator("[data-results] > li").first).to_be_visible()
    tab_to(page, "Óscar Quispe Mamani")
    page.keyboard.press("Enter")
    page.wait_for_url(served.at("profiles/oscar-quispe-mamani/"))
    tab_to(page, "Village water committees")
    page.keyboard.press("Enter")
    page.wait_for_url("**/assignments/water-fees-after-the-programme/")


def follow(page: Page, name: str, address: str) -> None:
    """Tab to a link, press it, and arrive."""
    tab_to(page, name)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/directory/{address}")


def focused_letter(page: Page) -> str:
    """What the subject of the mail is, to which the link in focus leads."""
    return unquote(page.evaluate("document.activeElement.href")).rpartition("subject=")[2]


def test_a_client_goes_from_the_front_page_to_a_proposed_team_by_keyboard_alone(
    page: Page, served: Served
) -> None:
    page.goto(served.url)
    follow(page, "Assignments", "assignments/")
    follow(
        page,
        "Exit plan for a dairy cooperative network",
        "assignments/exit-plan-dairy-cooperatives/",
    )
    team = page.locator("#teams .team").first
    expect(team.get_by_role("table")).to_be_hidden()
    tab_to(page, "Who brings what")
    page.keyboard.press("Enter")
    expect(team.get_by_role("table")).to_be_visible()
    for name in ("Nadia Benali", "Amina Diallo"):
        expect(team.get_by_role("heading").get_by_role("link", name=name)).to_be_visible()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/profiles/amina-diallo/")
    tab_to(page, "Propose an assignment to Amina Diallo")
    assert focused_letter(page).endswith("[assignment: amina-diallo]")


def test_a_founder_goes_from_the_front_page_to_a_guide_in_four_steps_by_keyboard_alone(
    page: Page, served: Served
) -> None:
    page.goto(served.url)
    follow(page, "Talk to somebody who has been there", "bridge/")
    follow(page, "Find a guide by your own situation", "guides/")
    tab_to(page, "I do not know yet")
    page.keyboard.type("Sold")
    tab_to(page, "Show guides")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Guides, the nearest to you first")).to_be_focused()
    page.keyboard.press("Tab")
    name = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text(name)
    tab_to(page, "Ask about guidance")
    slug = page.url.rstrip("/").rpartition("/")[2]
    assert focused_letter(page).endswith(f"[guidance: {slug}]")


def test_every_stop_of_the_keyboard_shows_where_it_is(page: Page, served: Served) -> None:
    page.goto(served.at("profiles/nadia-benali/"))
    for _ in range(40):
        page.keyboard.press("Tab")
        style = page.evaluate(
            "(() => { const active = document.activeElement;"
            " const s = getComputedStyle(active.closest('form.search') ?? active);"
            " return [active.tagName, s.outlineStyle, parseFloat(s.outlineWidth)];"
            "})()"
        )
        if style[0] != "BODY":
            assert style[1] != "none", style
            assert style[2] >= 2, style


def test_without_javascript_a_water_expert_is_found_in_three_clicks(
    browser: Browser, served: Served
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served.url)
    page.get_by_role("link", name="People", exact=True).click()
    page.get_by_role("link", name="Environment and water").click()
    page.get_by_role("link", name="Jamal Abu Zaid").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Jamal Abu Zaid")
    context.close()


def test_without_javascript_the_search_box_leads_to_the_lists(
    browser: Browser, served: Served
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served.url)
    page.get_by_role("searchbox").fill("water")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Looking for words needs JavaScript")).to_be_visible()
    page.get_by_role("main").get_by_role("link", name="Sectors").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sectors")
    context.close()


@pytest.mark.parametrize("address", ["", "search/?q=water", "profiles/nadia-benali/", "method/"])
def test_no_request_leaves_the_origin_and_nothing_is_kept(
    context: BrowserContext, served: Served, address: str
) -> None:
    page = context.new_page()
    asked: list[str] = []
    faults: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda line: faults.append(line.text) if line.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(served.at(address))
    page.wait_for_load_state("networkidle")
    origin = urlsplit(served.url).netloc
    assert {urlsplit(url).netloc for url in asked} == {origin}
    assert len(asked) > 1
    assert faults == []
    assert context.cookies() == []


def test_search_finds_words_however_they_are_written(page: Page, served: Served) -> None:
    page.goto(served.at("search/"))
    for query, name in {
        "oscar": "Óscar Quispe Mamani",
        "نادية": "Nadia Benali",
        "陳美玲": "Chen Mei-ling",
        # Another language's word for a skill, and the beginning of one.
        "eau": "Jamal Abu Zaid",
        "wat": "Óscar Quispe Mamani",
    }.items():
        page.locator("#q").fill(query)
        expect(page.locator("#sentence"), query).to_contain_text(f"for “{query}”")
        found = page.locator("[data-results]").get_by_role("link", name=name)
        expect(found, query).to_be_visible()


def test_back_brings_back_words_and_filters(page: Page, served: Served) -> None:
    page.goto(served.at("search/?q=water&silo=ngo&language=es"))
    expect(page.locator("[data-results] > li").first).to_be_visible()
    expect(page.get_by_role("checkbox", name="Spanish")).to_be_checked()
    before = page.locator("[data-results] h3").all_text_contents()
    page.get_by_role("checkbox", name="Spanish").uncheck()
    expect(page).to_have_url(served.at("search/?q=water&silo=ngo"))
    page.go_back()
    expect(page.get_by_role("checkbox", name="Spanish")).to_be_checked()
    assert page.locator("[data-results] h3").all_text_contents() == before


def test_what_is_typed_is_never_markup(page: Page, served: Served) -> None:
    page.goto(served.at("search/?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E%20%2B%20c%3A"))
    expect(page.locator("#sentence")).to_contain_text("<img src=x onerror=alert(1)>")
    assert page.locator("main img").count() == 0


def test_lunr_is_loaded_under_the_policy_and_is_the_pinned_one(page: Page, served: Served) -> None:
    page.goto(served.at("search/?q=water"))
    expect(page.locator("[data-results] mark").first).to_be_visible()
    assert page.evaluate("[lunr.version, typeof define]") == ["2.3.9", "undefined"]
