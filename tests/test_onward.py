"""Every page ends with the next sensible step, in one place and in few words."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from urllib.parse import urljoin, urlsplit

from sitegen.pages.onward import STEPS
from tests.conftest import URL
from tests.golden_site import kept_files

REGION = re.compile(
    r'<nav class="[^"]*" aria-labelledby="next-step">\s*'
    r'<h2 class="label" id="next-step">Next step</h2>\s*<ul[^>]*>(.*?)</ul>\s*</nav>\s*</main>',
    re.S,
)
LINK = re.compile(r'<a href="([^"]+)">([^<]+)</a>')
# What each kind of page offers, by one of them.
OFFERED: Mapping[str, tuple[str, ...]] = {
    "": ("Propose an assignment", "Write your page"),
    "404.html": ("Look through the people", "Look through the assignments"),
    "profiles/nadia-benali/": (
        "Propose an assignment to Nadia Benali",
        "Your shortlist, side by side",
    ),
    "profiles/page/2/": ("Search with several conditions at once", "Propose an assignment"),
    "skills/succession-planning/": (
        "Search among them, with more conditions",
        "Propose an assignment",
    ),
    "assignments/water-fees-after-the-programme/": (
        "Respond to this assignment",
        "Write your page, and see what fits you",
    ),
    "assignments/water-fees-after-the-programme/workbook/": (
        "The page of the assignment",
        "Propose an assignment",
    ),
    "assignments/complaints-desk-at-a-recycler/": (
        "What came of finished assignments",
        "Propose an assignment",
    ),
    "bridge/": ("Find somebody who has been there", "What a first conversation is like"),
    "bridge/sold/": ("Find somebody who has been there", "What a first conversation is like"),
    "bridge/first-conversation/": ("Find somebody who has been there", "What may come after"),
    "guides/": ("What a first conversation is like", "What may come after"),
    "stories/letting-go/": ("Find somebody who has been there", "How the bridge works"),
    "method/listen/": ("Next phase: Frame", "What came of finished assignments"),
    "results/": ("Propose an assignment", "How we work"),
    "news/": ("Hear from us, or lend a hand", "Tasks that wait"),
    "privacy/": ("Who answers for this site", "Why be here"),
    "terms/": ("What it is like for a client", "What holds for both sides"),
    "insights/": ("Write your page", "Propose an assignment"),
}


def steps(page: bytes) -> list[tuple[str, str]]:
    """The links of the one region of a page."""
    text = page.decode()
    assert text.count('id="next-step"') == 1
    (found,) = REGION.findall(text)
    return [(html.unescape(url), html.unescape(label)) for url, label in LINK.findall(found)]


def test_every_page_has_one_next_step_that_leads_to_another_page(
    site: Mapping[str, bytes],
) -> None:
    for base, files in ((URL, site), ("https://minimal.example/", kept_files())):
        for path in (path for path in files if path.endswith(".html")):
            here, found = urljoin(base, path.removesuffix("index.html")), steps(files[path])
            assert 1 <= len(found) <= 2, path
            assert len({label for _, label in found}) == len(found), path
            for url, _ in found:
                target = urljoin(here, url)
                if not target.startswith("mailto:"):
                    there = target.removeprefix(base).partition("?")[0]
                    assert f"{there}index.html" in files, (path, url)
                    assert urlsplit(target).path != urlsplit(here).path, path


def test_each_kind_of_page_offers_what_its_reader_may_want(site: Mapping[str, bytes]) -> None:
    files = {a: a if a.endswith(".html") else f"{a}index.html" for a in OFFERED}
    found = {a: tuple(label for _, label in steps(site[path])) for a, path in files.items()}
    assert found == OFFERED


def test_the_list_of_a_value_leads_to_the_search_for_it(site: Mapping[str, bytes]) -> None:
    (url, _), _ = steps(site["countries/ke/index.html"])
    assert url == "/directory/search/?country=KE"


def test_the_table_of_steps_names_pages_that_there_are(site: Mapping[str, bytes]) -> None:
    addresses = {"/", *(f"/{path.removesuffix('index.html')}" for path in site)}
    named = {address for row in STEPS.values() for address, _ in row}
    assert named <= addresses
    assert {*STEPS} <= addresses
