"""WCAG 2.2 AA on every page type in both schemes, at every width, and on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.axe import OF_COLOURS, violations, violations_in
from tests.browser.conftest import Served

PAGES = (
    "",
    "profiles/",
    "profiles/nadia-benali/",
    "profiles/yusuf-karimov/",
    "profiles/michael-oconnor/",
    "assignments/",
    "assignments/exit-plan-dairy-cooperatives/",
    "assignments/a-closed-one/",
    "skills/",
    "skills/succession-planning/",
    "languages/",
    "silos/",
    "silos/ngo/",
    "guides/",
    "bridge/",
    "bridge/sold/",
    "bridge/first-conversation/",
    "guidance/money/",
    "method/",
    "method/listen/",
    "assignments/exit-plan-dairy-cooperatives/workbook/",
    "results/",
    "conduct/",
    "get-involved/",
    "how-matching-works/",
    "insights/",
    "about/",
    "self-assessment/",
    "self-assessment/paper/",
    "clients/",
    "join/",
    "propose/",
    "stories/",
    "stories/letting-go/",
    "search/",
    "search/?q=water&show=assignments",
    "search/?q=watter&country=KE&language=fr",
    "search/?q=nothingatall&silo=ngo",
    "404.html",
)


def completed(served: Served) -> str:
    """The address of a finished assignment."""
    found = (
        p
        for p, raw in served.files.items()
        if p.startswith("assignments/") and b"outcome flow" in raw
    )
    return sorted(found)[0].removesuffix("index.html")


@pytest.mark.parametrize(
    "start", [0, *(pytest.param(n, marks=pytest.mark.slow) for n in (1, 2, 3))]
)
def test_axe_finds_nothing_on_any_page_type(
    browser: Browser, served: Served, start: int, scheme: str
) -> None:
    """A quarter of the pages here, the others in `make slow`: a scan takes a second."""
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    for address in PAGES[start::4]:
        real = completed(served) if address.endswith("a-closed-one/") else address
        page.goto(served.at(real))
        if address.startswith("search/"):
            page.wait_for_load_state("networkidle")
        # The groups of the search hold hundreds of boxes: once is enough.
        if "?" not in address:
            page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        found = violations_in(page, scheme)
        assert (real, found) == (real, [])
    context.close()


def test_the_scan_can_fail(page: Page, served: Served) -> None:
    page.goto(served.at("about/"))
    page.evaluate(
        """() => {
          const main = document.querySelector('main');
          main.replaceChildren();
          for (const side of ['a', 'b']) {
            const button = document.createElement('button');
            button.textContent = side;
            Object.assign(button.style, {width: '16px', height: '16px', padding: 0, margin: 0});
            main.append(button);
          }
          const faint = document.createElement('p');
          faint.textContent = 'faint';
          faint.style.color = '#ddd';
          main.append(faint, document.createElement('img'));
        }"""
    )
    found = {line.split(":")[0] for line in violations(page)}
    assert {"target-size", "color-contrast", "image-alt"} <= found
    faint = "document.querySelector('main > p').style.color = '#333'"
    page.evaluate(faint)
    page.emulate_media(color_scheme="dark")
    assert {line.split(":")[0] for line in violations(page, OF_COLOURS)} == {"color-contrast"}


@pytest.mark.parametrize(
    ("addresses", "widths"),
    [
        pytest.param(PAGES[::2], (320,), id="half of them, narrow"),
        pytest.param(PAGES, (320, 360, 768, 1280), id="all", marks=pytest.mark.slow),
    ],
)
def test_no_page_scrolls_sideways(
    browser: Browser, served: Served, addresses: tuple[str, ...], widths: tuple[int, ...]
) -> None:
    context = browser.new_context()
    page = context.new_page()
    for address in addresses:
        real = completed(served) if address.endswith("a-closed-one/") else address
        page.goto(served.at(real))
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        for width in widths:
            page.set_viewport_size({"width": width, "height": 700})
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert (real, wide) == (real, width)
    context.close()


def test_text_at_twice_its_size_and_wider_spacing_loses_nothing(
    browser: Browser, served: Served
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, bypass_csp=True)
    page = context.new_page()
    for address in ("", "profiles/nadia-benali/", "assignments/exit-plan-dairy-cooperatives/"):
        page.goto(served.at(address))
        page.add_style_tag(
            content="html{font-size:200%!important} *{line-height:1.5!important;"
            "letter-spacing:.12em!important;word-spacing:.16em!important}"
            "p{margin-bottom:2em!important}"
        )
        assert page.evaluate("document.documentElement.scrollWidth") == 1280
        clipped = page.evaluate(
            "[...document.querySelectorAll('main *')].filter(e => getComputedStyle(e).overflow"
            " === 'hidden' && !e.closest('.visually-hidden')"
            " && e.scrollHeight > e.clientHeight + 1)"
            ".map(e => e.className)"
        )
        assert clipped == []
    context.close()


def test_reduced_motion_moves_nothing(browser: Browser, served: Served) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(served.url)
    assert page.evaluate("document.getAnimations().length") == 0
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    context.close()


def test_levels_stay_visible_in_forced_colours(browser: Browser, served: Served) -> None:
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(served.at("profiles/nadia-benali/"))
    claimed, empty = (
        page.evaluate(f"getComputedStyle(document.querySelector('{selector}')).backgroundColor")
        for selector in (".blocks i[data-is]", ".blocks i:not([data-is])")
    )
    assert claimed != empty
    context.close()


def test_a_profile_prints_on_few_pages_without_navigation(page: Page, served: Served) -> None:
    page.goto(served.at("profiles/nadia-benali/"))
    page.emulate_media(media="print")
    assert not page.locator(".masthead nav").is_visible()
    assert page.locator("h1").is_visible()
    assert page.pdf(format="A4").count(b"/Type /Page\n") <= 6


def test_the_page_language_and_names_are_marked(page: Page, served: Served) -> None:
    page.goto(served.at("profiles/nadia-benali/"))
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.locator("h1 bdi").first.inner_text() == "Nadia Benali"
