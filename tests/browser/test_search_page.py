"""The search page: words, results, history, what is said aloud, what is done when things fail."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.browser.conftest import Served, until

# Longer than the page waits until a query is settled and spoken of.
SETTLED = 900
COUNT_WHAT_IS_SAID = """() => {
  globalThis.said = [];
  for (const name of ["status", "alert"]) {
    const region = document.querySelector(`[data-${name}]`);
    // That it is looked for is said where an index takes long to come.
    const isNews = () => !["", "Looking …"].includes(region.textContent);
    const note = () => isNews() && said.push([name, region.textContent]);
    new MutationObserver(note).observe(region, { childList: true, subtree: true });
  }
}"""


def sentence(page: Page, expected: str) -> None:
    expect(page.locator("#sentence")).to_have_text(expected)


def names(page: Page) -> list[str]:
    # The sentence and the counts come before the rows.
    expect(page.locator("[data-found]")).not_to_have_attribute("aria-busy", "true")
    return page.locator("[data-results] h3 a").all_text_contents()


TYPE = """async (field, text) => {
  for (const letter of text) {
    field.value += letter;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await new Promise((go) => setTimeout(go, 60));
  }
}"""


def said(page: Page) -> list[list[str]]:
    page.wait_for_timeout(SETTLED)
    found: list[list[str]] = page.evaluate("said")
    return found


def test_nothing_of_the_index_is_loaded_before_somebody_turns_to_the_search(
    page: Page, served: Served
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(served.url)))
    page.goto(served.at("search/"))
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if url.startswith("search/") and url != "search/"] == []
    assert [url for url in asked if url.endswith("lunr.js")] == []
    sentence(page, "59 people, by name")
    assert len(names(page)) == 20
    with page.expect_response("**/search/manifest.json"), page.expect_response("**/js/lunr.js"):
        page.locator("#q").focus()


def test_results_follow_while_somebody_types(page: Page, served: Served) -> None:
    page.goto(served.at("search/"))
    page.evaluate("globalThis.stayed = true")
    page.locator("#q").press_sequentially("village wat", delay=20)
    expect(page).to_have_url(served.at("search/?q=village+wat"))
    expect(page.locator("[data-results] mark").first).to_have_text("village")
    assert "Óscar Quispe Mamani" in names(page)
    expect(page).to_have_title("village wat · Search · Commonweave")
    page.keyboard.type("er")
    expect(page).to_have_url(served.at("search/?q=village+water"))
    assert page.locator("#q").evaluate("field => field === document.activeElement")
    # Enter asks nothing of the server: words are kept, nothing is loaded again.
    page.keyboard.press("Enter")
    expect(page.locator("#q")).to_have_value("village water")
    assert page.evaluate("stayed") is True
    people = page.locator("[data-kinds]").get_by_role("link", name="People")
    expect(people).to_have_attribute("aria-current", "true")
    # All that was typed is one entry of the history.
    page.go_back()
    sentence(page, "59 people, by name")
    expect(page.locator("#q")).to_have_value("")
    page.go_forward()
    expect(page.locator("#q")).to_have_value("village water")
    expect(page.get_by_role("link", name="Óscar Quispe Mamani")).to_be_visible()


def test_each_settled_query_is_spoken_of_once_and_none_at_once(page: Page, served: Served) -> None:
    page.goto(served.at("search/"))
    assert page.locator("[data-status], [data-alert]").all_text_contents() == ["", ""]
    page.evaluate(COUNT_WHAT_IS_SAID)
    page.locator("#q").evaluate(TYPE, "water")
    expect(page.locator("#sentence")).to_contain_text("for “water”")
    expect(page.locator("[data-status]")).to_have_text(page.locator("#sentence").inner_text())
    assert said(page) == [["status", page.locator("#sentence").inner_text()]]
    page.evaluate("said.length = 0")
    page.locator("#q").fill("zzzqx")
    expect(page.locator("[data-alert]")).to_have_text("Nobody found for “zzzqx”")
    assert said(page) == [["alert", "Nobody found for “zzzqx”"]]
    page.evaluate("said.length = 0")
    page.locator("#q").fill("")
    expect(page.locator("[data-status]")).to_have_text("59 people, by name")
    assert said(page) == [["status", "59 people, by name"]]
    assert page.locator("[role=status] a, [role=alert] a").count() == 0


def test_what_an_input_method_is_still_composing_is_not_asked_for(
    page: Page, served: Served
) -> None:
    page.goto(served.at("search/"))
    compose = """(field, [value, type]) => {
      field.value = value;
      const event = type === "input"
        ? new InputEvent("input", { isComposing: true, bubbles: true })
        : new CompositionEvent("compositionend", { bubbles: true });
      field.dispatchEvent(event);
    }"""
    field = page.locator("#q")
    field.evaluate(compose, ["ch", "input"])
    page.wait_for_timeout(400)
    assert page.url == served.at("search/")
    field.evaluate(compose, ["陳美玲", "end"])
    expect(page.get_by_role("link", name="Chen Mei-ling")).to_be_visible()


def test_a_row_says_why_it_is_there_where_it_does_not_show(page: Page, served: Served) -> None:
    page.goto(served.at("search/?q=mediators"))
    row = page.locator("[data-results] > li", has_text="Abdoulaye Traoré")
    expect(row.locator(".why")).to_contain_text("Evidence:")
    expect(row.locator(".why mark").first).to_have_text("mediators")
    # The texts of rows out of sight are fetched when they come into it.
    unexplained = page.locator("[data-results] > li:not(:has(mark, .why))")
    while unexplained.count():
        last = unexplained.last.element_handle()
        assert last is not None
        last.scroll_into_view_if_needed()
        until(page, "(row) => Boolean(row.querySelector('mark, .why'))", last)
    expect(row).to_have_attribute("data-slug", "abdoulaye-traore")
    expect(row).to_have_attribute("data-kind", "people")


def test_assignments_are_one_step_away_and_counted(page: Page, served: Served) -> None:
    page.goto(served.at("search/?q=water"))
    switch = page.locator("[data-kinds]").get_by_role("link", name="Assignments")
    expect(switch.locator(".count")).to_have_text("3")
    switch.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(served.at("search/?q=water&show=assignments"))
    sentence(page, "3 of 12 assignments for “water”")
    assert switch.evaluate("link => link === document.activeElement")
    expect(switch).to_have_attribute("aria-current", "true")
    expect(page.locator("[data-subscribe] a")).to_have_attribute(
        "href", "/directory/assignments/feed.xml"
    )
    page.go_back()
    sentence(page, "18 of 59 people for “water”")


def test_pages_are_real_links_and_back_returns_to_the_same_place(
    page: Page, served: Served
) -> None:
    page.goto(served.at("search/?q=co"))
    second = page.get_by_role("link", name="Page 2")
    expect(second).to_have_attribute("href", "/directory/search/?q=co&page=2")
    first = names(page)
    assert len(first) == 20
    page.evaluate("scrollTo(0, 900)")
    page.wait_for_timeout(300)
    second.click()
    expect(page).to_have_url(served.at("search/?q=co&page=2"))
    expect(page.get_by_role("link", name="Page 2")).to_have_attribute("aria-current", "page")
    assert set(first).isdisjoint(names(page))
    assert page.evaluate("document.activeElement.id") == "sentence"
    expect(page.locator("[data-results]")).to_have_attribute("start", "21")
    page.go_back()
    expect(page.get_by_role("link", name="Page 1")).to_have_attribute("aria-current", "page")
    assert names(page) == first
    page.evaluate("scrollTo(0, 700)")
    page.wait_for_timeout(300)
    page.locator("[data-results] h3 a").nth(3).click()
    page.wait_for_url("**/profiles/**")
    page.go_back()
    expect(page.locator("[data-results] h3 a")).to_have_count(20)
    until(page, "Math.abs(scrollY - 700) < 5")


def test_a_slip_is_mended_and_the_way_back_stands_beside_it(page: Page, served: Served) -> None:
    page.goto(served.at("search/?q=watter"))
    expect(page.get_by_text("Showing results for “water”.")).to_be_visible()
    sentence(page, "18 of 59 people for “water”")
    expect(page.locator("#q")).to_have_value("watter")
    page.get_by_role("link", name="Search for “watter” instead").click()
    expect(page).to_have_url(served.at("search/?q=watter&words=exact"))
    sentence(page, "Nobody found for “watter”")
    # The link that was followed is gone; the focus is on what came of it.
    assert page.evaluate("document.activeElement.id") == "sentence"


def test_those_with_only_some_of_the_words_are_offered_and_can_be_left_again(
    page: Page, served: Served
) -> None:
    page.goto(served.at("search/?q=mediation+water"))
    offer = page.locator("[data-more] a")
    expect(offer).to_contain_text("more have only some of the words. Show them")
    few = len(names(page))
    offer.click()
    expect(page).to_have_url(served.at("search/?q=mediation+water&words=some"))
    expect(page.get_by_text("Those with only some of the words are among them.")).to_be_visible()
    assert len(names(page)) > few
    page.get_by_role("link", name="Only those with all of the words").click()
    expect(page.locator("[data-results] > li")).to_have_count(few)


SOME_ENDS = {
    "a word that nobody has": "q=zzzqx",
    "assignments": "q=zzzqx&show=assignments",
    "filters": "silo=ngo&country=JP&language=sw",
}
OTHER_ENDS = {
    "one word of two": "q=zzzqx+water",
    "a phrase that nobody wrote": "q=%22water+mediation+zebra%22",
    "signs only": "q=%2B%2D%22%3A*~",
    "a field": "q=name:zzzqx",
}


@pytest.mark.parametrize(
    "ends", [SOME_ENDS, pytest.param(OTHER_ENDS, marks=pytest.mark.slow)], ids=["some", "others"]
)
def test_no_search_is_a_dead_end(page: Page, served: Served, ends: Mapping[str, str]) -> None:
    for name, query in ends.items():
        page.goto(served.at(f"search/?{query}"))
        ways = page.locator(".ways a")
        expect(ways.first, name).to_be_visible()
        expect(page.locator("[data-helps]").get_by_role("link", name="Skills")).to_be_visible()
        # Following one brings results; Back brings the ways again.
        for place in {0, ways.count() - 1}:
            ways.nth(place).click()
            expect(page.locator("[data-results] > li").first, name).to_be_visible()
            page.go_back()
            expect(ways.first, name).to_be_visible()


def test_what_is_offered_where_nothing_was_found_is_true(page: Page, served: Served) -> None:
    """Each state with a sentence that must stand there, and those that would be false."""
    asked = {
        "q=cheese+zebra&country=KE": ("Fewer words find more.", ["Nobody wrote"]),
        "q=zzzqx": ("Try what the work is called", ["Fewer words"]),
        "q=zzzqx&show=assignments": ("All that are open: 12 assignments", ["Everybody"]),
        "show=assignments&country=KE": ("The same search finds 7 people", ["called", "Fewer"]),
        "days=31&free-by=2027-01-01&pro-bono=yes&silo=ngo": (
            "Everybody: 59 people",
            ["any filter", "called"],
        ),
    }
    for query, (said, wrong) in asked.items():
        page.goto(served.at(f"search/?{query}"))
        helps = page.locator("[data-helps]")
        expect(helps, query).to_contain_text(said)
        for words in wrong:
            expect(helps, query).not_to_contain_text(words)


def test_signs_are_explained_and_what_was_understood_is_shown(page: Page, served: Served) -> None:
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(served.at("search/?q=%2Bwater+-mining+colour:red+%22open"))
    expect(page.get_by_text("There is no field “colour”")).to_be_visible()
    expect(page.get_by_text("One quotation mark stands alone")).to_be_visible()
    page.get_by_text("Advanced", exact=True).click()
    expect(page.locator("[data-understood]")).to_contain_text("water (a must)")
    expect(page.locator("[data-understood]")).to_contain_text("Without mining.")
    page.get_by_role("link", name="water -mining").click()
    expect(page).to_have_url(served.at("search/?q=water+-mining"))
    expect(page.locator("#q")).to_have_value("water -mining")
    expect(page.locator("[data-understood]")).to_have_text("Read as: with water. Without mining.")
    assert faults == []


def test_an_answer_that_comes_late_is_dropped(page: Page, served: Served) -> None:
    page.goto(served.at("search/?q=cooperative"))
    expect(page.locator("[data-results] mark").first).to_be_visible()
    held: list[Route] = []
    page.route("**/search/terms/*", lambda route: held.append(route))
    page.locator("#q").fill("water")
    expect(page).to_have_url(served.at("search/?q=water"))
    page.wait_for_timeout(200)
    page.locator("#q").fill("")
    sentence(page, "59 people, by name")
    for route in held:
        route.continue_()
    page.unroute("**/search/terms/*")
    page.wait_for_load_state("networkidle")
    sentence(page, "59 people, by name")
    assert page.locator("[data-results] mark").count() == 0


NO_LEVELS = re.compile(rb'<template><p class="least">.*?</template>')


def test_any_address_is_answered_and_nothing_is_said_that_it_does_not_do(
    page: Page, served: Served
) -> None:
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    many = "&".join(f"sector=x{number}" for number in range(2000))
    everybody = "59 people"
    for query, expected, title in (
        ("q=water&page=999999", "18 of 59 people for “water”", "water · Search"),
        ("skill-level=3&language-level=B2", everybody, "Search"),
        ("show=assignments&free-by=2027-03-01&travel=anywhere", "12 assignments", "Search"),
        (f"{many}&sort=__proto__&free-by=2027-02-30&days=-1", f"{everybody}, by name", "Search"),
        ("q=__proto__%20%ED%A0%80&words=exact", "Nobody found for “__proto__ ���”", "__proto__"),
    ):
        page.goto(served.at(f"search/?{query}"))
        sentence(page, expected)
        assert page.title().startswith(title)
    # Where no skill is said, there is no level to choose.
    bare = NO_LEVELS.sub(b"", served.files["search/index.html"])
    page.route("**/search/?*", lambda route: route.fulfill(body=bare, content_type="text/html"))
    page.goto(served.at("search/?skill-level=3"))
    sentence(page, f"{everybody}, by name")
    assert faults == []


def test_the_one_name_that_stays_is_asked_for_anew(page: Page, served: Served) -> None:
    with page.expect_request("**/search/manifest.json") as asked:
        page.goto(served.at("search/?q=water"))
    # Else a browser that keeps it is led, after a renewal, to files that are gone.
    assert asked.value.all_headers()["cache-control"] == "max-age=0"


def refuse(status: int) -> Callable[[Route], None]:
    if status:
        return lambda route: route.fulfill(status=status, body="gone")
    return lambda route: route.abort()


def test_when_the_network_drops_half_way_nothing_is_lost(page: Page, served: Served) -> None:
    page.route("**/search/terms/*", refuse(0))
    page.goto(served.at("search/?q=water&silo=ngo"))
    expect(page.locator("#sentence")).to_contain_text("the connection may be down")
    expect(page.locator("[data-alert]")).to_contain_text("the connection may be down")
    expect(page.locator("[data-found]")).not_to_have_attribute("aria-busy", "true")
    page.unroute("**/search/terms/*")
    # What explains the rows further may come late: what is over goes with the first of them.
    page.route("**/search/texts-*/*", lambda route: None)
    page.get_by_role("button", name="Try again").click()
    expect(page.locator("[data-results] mark").first).to_be_visible()
    expect(page.get_by_role("button", name="Try again")).to_have_count(0)
    expect(page).to_have_url(served.at("search/?q=water&silo=ngo"))
    expect(page.locator("#q")).to_have_value("water")


def test_rows_stay_where_only_the_ways_on_do_not_come(page: Page, served: Served) -> None:
    with page.expect_request_finished(lambda request: "/search/texts-" in request.url):
        page.route("**/helps.js", refuse(0))
        page.goto(served.at("search/?q=watter"))
    sentence(page, "18 of 59 people for “water”")
    assert len(names(page)) == 18
    expect(page.get_by_role("button", name="Try again")).to_have_count(0)
    # Where there are no rows the ways on are all there is, so it is said that they did not come.
    page.goto(served.at("search/?q=watter&words=exact"))
    expect(page.locator("#sentence")).to_contain_text("the connection may be down")
    page.unroute("**/helps.js")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator(".ways a").first).to_be_visible()


def test_what_only_a_new_page_can_mend_has_a_button_for_that(page: Page, served: Served) -> None:
    renewed, unreachable = "The site has been renewed", "The search could not be loaded"
    for pattern, message in (("search/terms/*", renewed), ("js/search/find.js", unreachable)):
        page.route(f"**/{pattern}", refuse(404))
        page.goto(served.at("search/?q=water"))
        expect(page.locator("#sentence")).to_contain_text(message)
        page.unroute(f"**/{pattern}")
        page.evaluate("globalThis.stayed = true")
        page.locator("[data-helps] button").click()
        expect(page.locator("[data-results] mark").first).to_be_visible()
        assert page.evaluate("globalThis.stayed") is None


def test_waiting_is_said_after_a_while(page: Page, served: Served) -> None:
    held: list[Route] = []
    page.route("**/search/manifest.json", lambda route: held.append(route))
    page.goto(served.at("search/?q=water"))
    expect(page.locator("[data-found]")).to_have_attribute("aria-busy", "true")
    sentence(page, "Looking …")
    expect(page.locator("[data-status]")).to_have_text("Looking …")
    for route in held:
        route.continue_()
    sentence(page, "18 of 59 people for “water”")
    expect(page.locator("[data-found]")).not_to_have_attribute("aria-busy", "true")


def test_without_javascript_the_page_is_honest_and_useful(browser: Browser, served: Served) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served.url)
    page.get_by_role("searchbox").fill("water")
    page.keyboard.press("Enter")
    expect(page).to_have_url(served.at("search/?q=water"))
    expect(page.get_by_text("Looking for words needs JavaScript")).to_be_visible()
    assert len(names(page)) == 20
    assert not page.get_by_role("button", name="Filters").is_visible()
    page.get_by_role("link", name="Page 2").click()
    expect(page).to_have_url(served.at("profiles/page/2/"))
    context.close()


def test_a_key_leads_to_the_box_from_anywhere_and_can_be_switched_off(
    context: BrowserContext, served: Served
) -> None:
    page = context.new_page()
    page.goto(served.at("profiles/nadia-benali/"))
    page.keyboard.press("Control+/")
    assert page.evaluate("document.activeElement.id") != "find"
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "find"
    # Where somebody writes, it is a letter like any other.
    page.keyboard.type("and/or")
    expect(page.locator("#find")).to_have_value("and/or")
    page.keyboard.press("Escape")
    expect(page.locator("#find")).to_have_value("")
    page.keyboard.type("water")
    page.keyboard.press("Enter")
    expect(page).to_have_url(served.at("search/?q=water"))
    expect(page.locator("[data-results] mark").first).to_be_visible()
    page.get_by_text("Keyboard", exact=True).click()
    page.get_by_label("Let the key / lead to the search box").uncheck()
    for address in ("search/", "profiles/nadia-benali/"):
        page.goto(served.at(address))
        page.keyboard.press("/")
        assert page.evaluate("document.activeElement.tagName") == "BODY"
    page.goto(served.at("search/"))
    page.get_by_text("Keyboard", exact=True).click()
    expect(page.get_by_label("Let the key / lead to the search box")).not_to_be_checked()
    assert context.cookies() == []


def test_no_page_has_two_boxes_or_an_id_twice(served: Served) -> None:
    pages = [
        raw
        for path, raw in sorted(served.files.items())
        if path.endswith(".html") and not path.startswith(("profiles/", "skills/"))
    ]
    assert len(pages) > 100
    for raw in pages:
        assert raw.count(b"data-box") == 1
        assert raw.count(b'role="search"') == 1
