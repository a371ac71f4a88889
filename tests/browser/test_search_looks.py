"""The search page on small screens, on paper, by keyboard and in the reader's own settings."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Served

ASKED = "search/?q=water&silo=ngo"
WIDE = (
    "[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right"
    " > innerWidth + 1 && !e.closest('.visually-hidden')).map(e => e.className || e.tagName)"
)
CLIPPED = (
    "[...document.querySelectorAll('main *')].filter(e => getComputedStyle(e).overflow === 'hidden'"
    " && !e.closest('.visually-hidden') && e.scrollHeight > e.clientHeight + 1)"
    ".map(e => e.className)"
)
SPACED = (
    "html{font-size:200%!important} *{line-height:1.5!important;letter-spacing:.12em!important;"
    "word-spacing:.16em!important} p{margin-bottom:2em!important}"
)


def test_on_a_small_screen_the_filters_are_behind_one_button(
    browser: Browser, served: Served
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 640})
    page = context.new_page()
    page.goto(served.at(ASKED))
    expect(page.locator("[data-results] mark").first).to_be_visible()
    opener = page.get_by_role("button", name="Filters (1)")
    assert not page.locator("[data-filters]").is_visible()
    opener.focus()
    page.keyboard.press("Enter")
    sheet = page.get_by_role("dialog", name="Filters")
    expect(sheet).to_be_visible()
    expect(page.locator("[data-filters]")).to_be_visible()
    assert page.evaluate("document.activeElement.closest('dialog') !== null")
    found = page.locator("[data-kinds] [aria-current] .count").inner_text()
    button = sheet.get_by_role("button", name=f"Show {found} people")
    box = button.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 640
    page.keyboard.press("Escape")
    expect(sheet).not_to_be_visible()
    assert opener.evaluate("button => button === document.activeElement")
    opener.click()
    page.get_by_role("dialog").get_by_role("button", name="Show").click()
    assert opener.evaluate("button => button === document.activeElement")
    # Turned to the side of a wide one, the filters stand beside the results again.
    opener.click()
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator("[data-filters]")).to_be_visible()
    context.close()


def test_the_switch_and_the_order_stand_on_one_line_above_the_results(
    page: Page, served: Served
) -> None:
    page.goto(served.at(ASKED))
    expect(page.locator("[data-results] mark").first).to_be_visible()
    boxes = [
        page.locator(part).bounding_box()
        for part in ("[data-kinds] a >> nth=0", "[data-kinds] a >> nth=1", "[data-sort]")
    ]
    middles = [box["y"] + box["height"] / 2 for box in boxes if box]
    assert len(middles) == 3
    assert max(middles) - min(middles) < 10


@pytest.mark.parametrize(
    ("width", "height"),
    [
        pytest.param(320, 256, id="zoomed"),
        pytest.param(320, 640, id="small", marks=pytest.mark.slow),
        pytest.param(768, 900, id="tablet", marks=pytest.mark.slow),
    ],
)
def test_nothing_scrolls_sideways_and_nothing_covers_the_rest(
    browser: Browser, served: Served, width: int, height: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    for address in (ASKED, "search/?q=zzzqx&country=KE", "search/"):
        page.goto(served.at(address))
        expect(page.locator("[data-found]")).not_to_have_attribute("aria-busy", "true")
        page.evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)")
        assert (address, page.evaluate(WIDE)) == (address, [])
        page.get_by_role("button", name="Filters").click() if width < 960 else None
        sheet = page.locator("dialog")
        assert sheet.evaluate("it => it.scrollWidth <= innerWidth")
        head = page.locator(".sheet-head").bounding_box()
        foot = page.locator(".sheet-foot").bounding_box()
        assert head is not None
        assert foot is not None
        assert height <= 384 or head["height"] + foot["height"] < height / 2
    context.close()


def test_text_at_twice_its_size_and_wider_spacing_loses_nothing(
    browser: Browser, served: Served
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, bypass_csp=True)
    page = context.new_page()
    page.goto(served.at(ASKED))
    expect(page.locator("[data-results] mark").first).to_be_visible()
    page.add_style_tag(content=SPACED)
    page.evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") == 1280
    assert page.evaluate(CLIPPED) == []
    context.close()


def test_settings_of_the_reader_are_followed(browser: Browser, served: Served) -> None:
    context = browser.new_context(reduced_motion="reduce", forced_colors="active")
    page = context.new_page()
    page.goto(served.at(ASKED))
    expect(page.locator("[data-results] mark").first).to_be_visible()
    assert page.evaluate("document.getAnimations().length") == 0
    chip = page.locator(".chip").first
    assert chip.evaluate("it => getComputedStyle(it).borderTopStyle") == "solid"
    plain, mark = (
        page.locator(selector).first.evaluate("it => getComputedStyle(it).backgroundColor")
        for selector in ("[data-results] .what p", "[data-results] mark")
    )
    assert mark != plain
    current = page.locator("[data-kinds] [aria-current]")
    other = page.locator("[data-kinds] a:not([aria-current])")
    line = "it => getComputedStyle(it).borderBottomColor"
    assert current.evaluate(line) != other.evaluate(line)
    context.close()


def test_paper_says_what_was_asked_for_and_has_no_controls(page: Page, served: Served) -> None:
    page.goto(served.at(ASKED))
    expect(page.locator("[data-results] mark").first).to_be_visible()
    page.emulate_media(media="print")
    filtered = "for “water”, filtered by Non-governmental organisation"
    expect(page.locator("#sentence")).to_contain_text(filtered)
    for control in (".bar", ".selected", "[data-filters]", "form", "[data-advanced]", ".pager"):
        assert not page.locator(control).last.is_visible(), control
    after = "getComputedStyle(document.querySelector('.row h3 a'), '::after').content"
    assert "/profiles/" in page.evaluate(after)


def test_every_stop_of_the_keyboard_shows_where_it_is(browser: Browser, served: Served) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(served.at(ASKED))
    expect(page.locator("[data-results] mark").first).to_be_visible()
    seen = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        tag, style, width, covered = page.evaluate(
            """() => {
              const active = document.activeElement;
              const shown = active.closest("form.search") ?? active;
              const { outlineStyle, outlineWidth } = getComputedStyle(shown);
              const { left, top, width, height } = active.getBoundingClientRect();
              const at = document.elementFromPoint(left + width / 2, top + height / 2);
              const covered = !(active.contains(at) || at?.contains(active));
              return [active.tagName, outlineStyle, parseFloat(outlineWidth), covered];
            }"""
        )
        seen.add(tag)
        if tag != "BODY":
            assert (tag, style != "none", width >= 2, covered) == (tag, True, True, False)
    assert {"A", "INPUT", "BUTTON", "SELECT"} <= seen
    context.close()
