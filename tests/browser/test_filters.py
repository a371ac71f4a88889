"""The filters of the search page, and the same ways without a script."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import Served


@pytest.fixture
def unscripted(browser: Browser) -> Iterator[Page]:
    """A page without JavaScript."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def group(page: Page, key: str) -> Locator:
    return page.locator(f'[data-group="{key}"]')


def opened(page: Page, key: str) -> Locator:
    """The group, opened by its summary."""
    found = group(page, key)
    found.locator("> summary").click()
    return found


def asked(page: Page, served: Served) -> list[str]:
    """The columns that are fetched from now on, by name."""
    names: list[str] = []

    def note(url: str) -> None:
        match = re.fullmatch(
            re.escape(served.at("search/columns/")) + r"(.+)-[0-9a-f]{8}\.json", url
        )
        if match:
            names.append(match[1])

    page.on("request", lambda request: note(request.url))
    return names


def test_a_water_expert_for_kenya_is_three_clicks_from_the_front_page_without_a_script(
    unscripted: Page, served: Served
) -> None:
    page = unscripted
    page.goto(served.url)
    page.get_by_role("link", name="Countries", exact=True).click()
    page.get_by_role("link", name="Kenya", exact=True).click()
    beside = page.get_by_role("complementary", name="Sectors")
    water = beside.locator("dl > div").filter(
        has=page.get_by_role("link", name="Water and sanitation")
    )
    water.get_by_role("link", name="Jamal Abu Zaid").click()
    expect(page).to_have_url(served.at("profiles/jamal-abu-zaid/"))
    expect(page.get_by_role("main")).to_contain_text("Kenya")
    expect(page.get_by_role("main")).to_contain_text("Water and sanitation")


def test_without_a_script_every_group_leads_to_its_pages(unscripted: Page, served: Served) -> None:
    page = unscripted
    page.goto(served.at("search/"))
    expect(group(page, "availability")).to_be_hidden()
    opened(page, "region").get_by_role("link", name="East Africa", exact=True).click()
    expect(page).to_have_url(served.at("regions/east-africa/"))
    page.get_by_role("link", name="Regions").click()
    page.get_by_role("navigation", name="Other ways to look").get_by_role(
        "link", name="What was checked"
    ).click()
    page.get_by_role("link", name="References taken").click()
    expect(page.get_by_role("heading", level=2, name="people")).to_be_visible()


def test_totals_stand_in_the_page_and_a_column_is_fetched_when_it_is_used(
    page: Page, served: Served
) -> None:
    columns = asked(page, served)
    page.goto(served.at("search/"))
    countries = opened(page, "country")
    kenya = countries.get_by_role("checkbox", name="Kenya")
    total = kenya.locator("xpath=ancestor::label").locator(".count").inner_text()
    opened(page, "vetting")
    assert columns == []
    kenya.check()
    expect(page).to_have_url(served.at("search/?country=KE"))
    expect(page.locator("[data-sentence]")).to_contain_text(f"{total} of 59 people")
    assert sorted(columns) == ["country", "vetting"]
    # One that is opened later is counted then, with Kenya as it is.
    opened(page, "sector")
    water = group(page, "sector").locator("li", has_text="Water and sanitation")
    expect(water.locator(".count")).to_have_text("1")
    assert sorted(columns) == ["country", "sector", "vetting"]


def test_a_country_says_that_it_means_home_or_work(page: Page, served: Served) -> None:
    page.goto(served.at("search/?country=KE"))
    there = "7 of 59 people, filtered by Kenya (lives or has worked there)"
    expect(page.locator("[data-sentence]")).to_have_text(there)
    expect(page.locator(".chip")).to_have_text("Lives or has worked in: Kenya ×")
    expect(group(page, "country")).to_contain_text("Where people here live or have worked")
    # The row says where somebody lives, and so it needs a reason where that is elsewhere.
    for row in page.locator("[data-results] > li").all():
        home = row.locator(".side li").first.inner_text()
        why = [] if home.endswith(", Kenya") else ["Has worked in Kenya."]
        assert row.locator(".why").all_inner_texts() == why
    # An assignment is to be done there, and nothing else.
    page.goto(served.at("search/?country=PE&show=assignments"))
    expect(page.locator(".chip")).to_have_text("Countries: Peru ×")
    expect(page.locator("[data-sentence]")).to_contain_text("filtered by Peru")
    expect(page.locator("[data-sentence]")).not_to_contain_text("lives")


def test_the_keyboard_passes_over_the_filters(page: Page, served: Served) -> None:
    page.goto(served.at("search/?q=water"))
    expect(page.locator("[data-results] mark").first).to_be_visible()
    page.get_by_text("Keyboard", exact=True).focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("[data-results] h3 a").first).to_be_focused()
    expect(page.locator("[data-sentence]")).to_contain_text("for “water”")


def test_values_of_one_group_are_alternatives_and_groups_add_up(page: Page, served: Served) -> None:
    page.goto(served.at("search/?country=KE&country=JO&sector=water-and-sanitation"))
    expect(page.get_by_role("checkbox", name="Kenya")).to_be_checked()
    expect(page.get_by_role("checkbox", name="Jordan")).to_be_checked()
    # Jordan alone has as many: where somebody lives or has worked.
    expect(page.locator("[data-results] h3 a")).to_have_text(["Jamal Abu Zaid"])
    expect(page.locator("[data-sentence]")).to_contain_text("Water and sanitation; Kenya or Jordan")
    # Other sectors would be added to this one, so they count with the countries as they are.
    fisheries = group(page, "sector").locator("li", has_text="Fisheries and coasts")
    expect(fisheries.locator(".count")).to_have_text("1")
    # Somebody from Peru works with water: Peru would add them, whatever else is ticked there.
    peru = group(page, "country").locator("li", has_text="Peru")
    expect(peru.locator(".count")).to_have_text("1")
    peru.get_by_role("checkbox").check()
    expect(page.locator("[data-results] h3 a")).to_have_count(2)


def test_a_value_that_leads_to_nothing_stays_visible_and_inert(page: Page, served: Served) -> None:
    page.goto(served.at("search/?country=KE"))
    expect(page.get_by_role("checkbox", name="Kenya")).to_be_checked()
    worlds = opened(page, "sector")
    item = worlds.locator("li[data-none]").first
    box = item.get_by_role("checkbox")
    expect(item.locator(".count")).to_have_text("0")
    expect(box).to_have_attribute("aria-disabled", "true")
    box.focus()
    page.keyboard.press("Space")
    expect(box).to_be_focused()
    expect(box).not_to_be_checked()
    expect(page).to_have_url(served.at("search/?country=KE"))


def test_the_focus_stays_where_it_is_and_back_unticks(page: Page, served: Served) -> None:
    page.goto(served.at("search/"))
    french = opened(page, "language").get_by_role("checkbox", name="French")
    french.focus()
    page.keyboard.press("Space")
    expect(page).to_have_url(served.at("search/?language=fr"))
    expect(page.locator("[data-sentence]")).to_contain_text("filtered by French")
    expect(french).to_be_focused()
    page.get_by_label("At least (Languages)").select_option("C2")
    expect(page).to_have_url(served.at("search/?language=fr&language-level=C2"))
    expect(page.get_by_role("link", name="Remove filter: Languages, C2 or higher")).to_be_visible()
    page.go_back()
    page.go_back()
    expect(french).not_to_be_checked()
    expect(group(page, "language").get_by_role("combobox")).to_have_value("")


def test_skills_are_found_by_family_and_by_name(page: Page, served: Served) -> None:
    page.goto(served.at("search/"))
    columns = asked(page, served)
    skills = group(page, "skill")
    skills.get_by_label("Find a skill").fill("succes")
    expect(skills.get_by_role("checkbox")).to_have_count(2)
    skills.get_by_role("checkbox", name="Succession planning").check()
    expect(page).to_have_url(served.at("search/?skill=succession-planning"))
    skills.get_by_label("At least (Skills)").select_option("4")
    expect(page).to_have_url(served.at("search/?skill=succession-planning&skill-level=4"))
    expect(page.locator("[data-sentence]")).to_contain_text("filtered by Succession planning; ")
    assert set(columns) == {"family", "skill-ending-and-handing-on"}
    # What is ticked stays in sight, and can be taken back.
    skills.get_by_label("Find a skill").fill("zzz")
    skills.get_by_role("checkbox", name="Succession planning").uncheck()
    expect(page).to_have_url(served.at("search/?skill-level=4"))
    skills.get_by_label("Find a skill").fill("zzzz")
    expect(skills.get_by_text("None is called so.")).to_be_visible()
    page.goto(served.at("search/?family=governance"))
    expect(page.get_by_role("link", name="Remove filter: Skills, Governance")).to_be_visible()


def test_time_is_asked_for_by_a_day_and_days_and_only_of_people(page: Page, served: Served) -> None:
    page.goto(served.at("search/"))
    opened(page, "availability")
    page.get_by_label("Free on").fill("2027-03-01")
    expect(page).to_have_url(served.at("search/?free-by=2027-03-01"))
    days = page.get_by_label("Days a month, at least")
    days.fill("12")
    days.press("Tab")
    expect(page).to_have_url(served.at("search/?free-by=2027-03-01&days=12"))
    expect(
        page.get_by_role("link", name="Remove filter: Availability, free on 1 March 2027")
    ).to_be_visible()
    expect(page.locator("[data-sentence]")).to_contain_text("12 or more days a month")
    # From 1 to 19 of the 59.
    count = page.locator("[data-kinds] .count").first
    expect(count).to_have_text(re.compile(r"^1?\d$"))
    expect(count).not_to_have_text("0")
    found = page.locator("[data-kinds] .count").all_inner_texts()
    page.locator("[data-kinds]").get_by_role("link", name="Assignments").click()
    expect(group(page, "availability")).to_be_hidden()
    expect(group(page, "travel")).to_be_hidden()
    assert page.locator("[data-kinds] .count").all_inner_texts() == found
    expect(page.locator("[data-results] h3").first).to_be_visible()
