"""The shortlist: kept, shared, compared, printed and saved, by mouse and by keyboard."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest
from playwright.sync_api import Browser, BrowserContext, Download, Page, Route, expect

from tests.browser.axe import TAGS, violations, violations_in
from tests.browser.conftest import BASE, Served, until

THREE = ("nadia-benali", "josefina-batista", "teresa-aguilar-cruz")
NAMES = ["Nadia Benali", "Josefina Batista", "Teresa Aguilar Cruz"]
# Those of the sample who say most about their skills.
TALKATIVE = ("jamal-abu-zaid", "lucia-moreno-rivas", "alejandra-figueroa")
WATER = "water-fees-after-the-programme"
# Landmarks are for a site; a file for the records is one document.
ACCESSIBLE = tuple(tag for tag in TAGS if tag != "best-practice")


def keep(page: Page, name: str) -> None:
    page.get_by_role("button", name=f"Keep on my shortlist: {name}").click()


def kept(page: Page, served: Served, *slugs: str) -> None:
    """Put these on the list of this browser, and open it."""
    page.goto(served.at("licences.txt"))
    key = f"shortlist {BASE}shortlist/"
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, json.dumps(slugs)])
    page.goto(served.at("shortlist/"))
    expect(page.locator(".shortlisted > li").first).to_be_visible()


def names(page: Page) -> list[str]:
    return page.locator(".shortlisted h3 a").all_inner_texts()


def saved(download: Download, folder: Path) -> tuple[str, bytes]:
    path = folder / "saved"
    download.save_as(path)
    return download.suggested_filename, path.read_bytes()


def focused(page: Page) -> str:
    """What the focused element is called."""
    name: str = page.evaluate(
        "document.activeElement.ariaLabel ?? document.activeElement.textContent"
    )
    return name


def test_people_are_kept_from_lists_and_pages_and_seen_in_other_tabs(
    context: BrowserContext, served: Served
) -> None:
    page, other = context.new_page(), context.new_page()
    for tab in (page, other):
        tab.goto(served.at("silos/ngo/"))
    link = page.get_by_role("link", name="Shortlist (")
    expect(link).to_have_count(0)
    button = page.get_by_role("button", name="Keep on my shortlist: Nadia Benali")
    expect(button).to_have_attribute("aria-pressed", "false")
    button.focus()
    page.keyboard.press("Space")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(button).to_be_focused()
    expect(page.get_by_text("On your shortlist")).to_be_visible()
    expect(link).to_have_text("Shortlist (1)")
    expect(other.get_by_role("link", name="Shortlist (1)")).to_be_visible()
    other.goto(served.at("profiles/josefina-batista/"))
    keep(other, "Josefina Batista")
    expect(link).to_have_text("Shortlist (2)")
    button.click()
    expect(other.get_by_role("link", name="Shortlist (1)")).to_be_visible()
    expect(page.get_by_role("button", name="Keep on my shortlist")).to_have_count(
        page.locator('li[data-kind="people"]').count()
    )
    other.get_by_role("link", name="Shortlist (1)").click()
    expect(other.locator(".shortlisted h3 a")).to_have_text(["Josefina Batista"])
    assert context.cookies() == []


def test_the_list_is_ordered_and_thinned_by_keyboard_with_the_focus_kept(
    page: Page, served: Served
) -> None:
    kept(page, served, *THREE, "somebody-who-left")
    expect(page.get_by_text("1 person of this list is no longer in the directory.")).to_be_visible()
    assert "somebody-who-left" not in page.locator("main").inner_text()
    status = page.get_by_role("status")
    expect(status).to_have_text("3 people on your shortlist.")
    page.get_by_role("button", name="Move down: Nadia Benali").focus()
    page.keyboard.press("Enter")
    expect(status).to_have_text("Nadia Benali is now number 2 of 3.")
    assert focused(page) == "Move down: Nadia Benali"
    page.keyboard.press("Enter")
    # At the end there is no further down: the focus stays with the person.
    expect(status).to_have_text("Nadia Benali is now number 3 of 3.")
    assert focused(page) == "Move up: Nadia Benali"
    assert names(page) == [*NAMES[1:], NAMES[0]]
    page.get_by_role("button", name="Remove: Teresa").focus()
    page.keyboard.press("Enter")
    expect(status).to_have_text("Teresa Aguilar Cruz is off the list.")
    assert focused(page) == "Remove: Nadia Benali"
    page.reload()
    expect(page.locator(".shortlisted h3 a")).to_have_text([NAMES[1], NAMES[0]])
    page.get_by_role("button", name="Take off who is gone").click()
    expect(page.get_by_text("no longer in the directory")).to_be_hidden()
    for name in (NAMES[1], NAMES[0]):
        page.get_by_role("button", name=f"Remove: {name}").click()
        expect(status).to_have_text(f"{name} is off the list.")
    expect(page.get_by_text("Nobody is on it yet.")).to_be_visible()
    assert focused(page) == "Shortlist"
    expect(page.get_by_role("link", name="Shortlist (")).to_have_count(0)


def test_a_shared_list_is_looked_at_and_added(context: BrowserContext, served: Served) -> None:
    page = context.new_page()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(
        served.at(f"shortlist/?ids={','.join(THREE)},../x,nobody-of-this-name&from=q%3Dwater")
    )
    expect(page.get_by_role("heading", level=1)).to_have_text("A shared shortlist of 3")
    expect(page.get_by_text("1 person of this list is no longer in the directory.")).to_be_visible()
    expect(page.get_by_role("button", name="Remove")).to_have_count(0)
    keep(page, "Teresa Aguilar Cruz")
    expect(page.get_by_role("link", name="Shortlist (1)")).to_be_visible()
    address = page.get_by_label("A link to this list").input_value()
    assert address == served.at(f"shortlist/?ids={','.join(THREE)}&from=q%3Dwater")
    page.get_by_role("button", name="Copy the link").click()
    expect(page.get_by_role("status")).to_have_text("The link is copied.")
    assert page.evaluate("navigator.clipboard.readText()") == address
    page.get_by_role("button", name="Add them to mine").click()
    expect(page.get_by_role("status")).to_have_text("2 people added to your shortlist.")
    expect(page).to_have_url(served.at("shortlist/?from=q%3Dwater"))
    assert names(page) == [NAMES[2], *NAMES[:2]]
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("A shared shortlist of 3")
    # A browser that does not let anything be copied.
    page.evaluate(
        "() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }"
    )
    page.get_by_role("button", name="Copy the link").click()
    expect(page.get_by_role("status")).to_contain_text("copy it by hand")
    assert page.evaluate("document.activeElement.selectionEnd") == len(address)


def test_up_to_four_stand_side_by_side_with_differences_in_words(
    browser: Browser, served: Served
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    others = ("jamal-abu-zaid", "wairimu-njeri")
    page.goto(served.at(f"shortlist/?ids={','.join((*THREE, *others))}"))
    table = page.get_by_role("table")
    expect(table.get_by_role("columnheader")).to_have_count(4)
    expect(table.get_by_role("columnheader").first).to_contain_text("Nadia Benali")
    fifth = page.get_by_role("checkbox", name="Compare: Wairimu Njeri")
    expect(fifth).to_be_disabled()
    page.get_by_role("checkbox", name="Compare: Jamal Abu Zaid").uncheck()
    expect(page.get_by_role("checkbox", name="Compare: Jamal Abu Zaid")).to_be_focused()
    expect(fifth).to_be_enabled()
    expect(table.get_by_role("columnheader")).to_have_count(3)
    row = table.get_by_role("row", name="Languages differs")
    expect(row.get_by_role("cell").first).to_contain_text("Arabic native")
    alike = table.get_by_role("row", name="Pro bono")
    assert "differs" not in alike.inner_text()
    expect(table.get_by_text("not stated").first).to_be_visible()
    page.get_by_role("checkbox", name="Only where they differ").check()
    expect(alike).to_have_count(0)
    # It scrolls within itself, by keyboard too, and the page does not.
    region = page.get_by_role("region", name="Comparison")
    region.focus()
    page.keyboard.press("ArrowRight")
    until(page, "document.activeElement.scrollLeft > 0")
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    context.close()


@pytest.mark.slow
def test_axe_finds_nothing_on_a_filled_list_and_in_a_selection_file(
    browser: Browser, served: Served, tmp_path: Path, scheme: str
) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(served.at(f"shortlist/?ids={','.join((*THREE, 'nobody-here'))}&from=q%3Dwater"))
    expect(page.get_by_text("Words: water")).to_be_visible()
    keep(page, "Nadia Benali")
    assert violations_in(page, scheme) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the selection file").click()
    download.value.save_as(tmp_path / "file.html")
    file = context.new_page()
    file.goto((tmp_path / "file.html").as_uri())
    assert violations(file, ACCESSIBLE) == []
    context.close()


def test_three_people_print_on_one_page(page: Page, served: Served) -> None:
    page.goto(served.at(f"shortlist/?ids={','.join(TALKATIVE)}"))
    expect(page.get_by_role("table")).to_be_visible()
    page.emulate_media(media="print")
    assert not page.get_by_role("button", name="Copy the link").is_visible()
    assert page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") == 1


def markup(raw: bytes) -> Element:
    root: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(raw)
    return root


def words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def loads_nothing(root: Element) -> None:
    """No script, nothing that is fetched, and a policy that would forbid both."""
    assert {e.tag for e in root.iter()}.isdisjoint(
        ("script", "link", "img", "iframe", "object", "embed", "base", "form", "svg", "video")
    )
    for each in root.iter():
        for name, value in each.attrib.items():
            assert not name.startswith("on"), (each.tag, name)
            assert name not in ("src", "srcset", "style", "background", "ping"), (each.tag, name)
            assert name != "href" or (each.tag == "a" and value.startswith("http")), value
    style = next(root.iter("style"))
    assert not re.search(r"url\(|@import|expression", style.text or "")
    (policy,) = (m.attrib["content"] for m in root.iter("meta") if "http-equiv" in m.attrib)
    assert policy.startswith("default-src 'none';")
    assert "script-src" not in policy


def test_a_table_and_a_selection_file_are_saved(
    context: BrowserContext, served: Served, tmp_path: Path
) -> None:
    page = context.new_page()
    search = "q%3Dwater%26country%3DKE%26language%3Dfr%26language%3Des%26shoe-size%3D41"
    page.goto(served.at(f"shortlist/?ids={','.join(THREE)}&from={search}"))
    expect(page.get_by_text("Languages: French or Spanish")).to_be_visible()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a table (CSV)").press("Enter")
    name, raw = saved(download.value, tmp_path)
    assert re.fullmatch(r"shortlist-\d{4}-\d\d-\d\d\.csv", name)
    rows = list(csv.DictReader(raw.decode("utf-8-sig").splitlines(keepends=True)))
    assert [row["Name"] for row in rows] == NAMES
    assert rows[0]["Languages"] == "Arabic native\nFrench C2\nEnglish C1\nBerber B2"
    page.get_by_label("For the assignment").select_option(WATER)
    page.get_by_label("Anything to add").fill("Two were named by <b>a partner</b>.")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the selection file").press("Enter")
    name, raw = saved(download.value, tmp_path)
    assert re.fullmatch(rf"selection-{WATER}-\d{{4}}-\d\d-\d\d\.html", name)
    expect(page.get_by_role("status")).to_have_text(f"Saved as {name}.")
    assert all(url.startswith((served.url, "blob:")) for url in asked)
    root = markup(raw)
    loads_nothing(root)
    text = words(root)
    for said in (
        "Content of 16 November 2026, commit not stated".removeprefix("Content "),
        "Words: water Lives or has worked in: Kenya Languages: French or Spanish",
        "Two were named by <b>a partner</b>.",
        "Water governance: has led it",
        "asked for: has led it",
        "Prepared three successors between 2008 and 2014.",
        "Identity confirmed: The vetting circle, 8 January 2025; holds until 8 January 2028",
    ):
        assert said in text, said
    side, scores, panel = root.iter("table")
    assert [words(head)[:12] for head in side.find("thead").iter("th")] == [n[:12] for n in NAMES]  # type: ignore[union-attr]
    body = [[words(cell) for cell in row] for row in scores.find("tbody").iter("tr")]  # type: ignore[union-attr]
    assert body[0] == [
        "Has seen a committee collect fees five years after the project left",
        "50",
        "",
        "",
        "",
    ]
    assert [row[0] for row in body[-2:]] == ["Total", "Reasons"]
    assert all(cell == "" for row in body for cell in row[2:])
    assert [words(cell) for cell in panel.iter("td")] == [""] * 16
    asked.clear()
    offline = context.new_page()
    offline.on("request", lambda request: asked.append(request.url))
    path = tmp_path / name
    path.write_bytes(raw)
    context.set_offline(True)
    offline.goto(path.as_uri())
    expect(offline.get_by_role("heading", level=1)).to_contain_text("Village water committees")
    assert asked == [path.as_uri()]
    offline.set_viewport_size({"width": 360, "height": 740})
    column = offline.get_by_role("columnheader", name=NAMES[0]).first.bounding_box()
    assert column
    assert column["width"] > 120
    assert offline.pdf(prefer_css_page_size=True).startswith(b"%PDF")


HOSTILE = '"><img src=x onerror=alert(1)></title><script>alert(2)</script>\u202e=cmd|x!A1$&'


def test_hostile_words_stay_words_in_all_that_is_made(
    context: BrowserContext, served: Served, tmp_path: Path
) -> None:
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda line: faults.append(line.text) if line.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("dialog", lambda dialog: faults.append(dialog.message))

    def poisoned(route: Route) -> None:
        path = route.request.url.removeprefix(served.url)
        route.fulfill(body=json.dumps(poison(json.loads(served.files[path]))))

    context.route("**/search/people/*.json", poisoned)
    context.route("**/search/assignments/*.json", poisoned)
    page.goto(served.at("shortlist/?ids=nadia-benali&from=q%3D%3Cimg%20src%3Dx%3E"))
    expect(page.locator(".shortlisted")).to_contain_text("<script>")
    star = page.locator(".shortlisted .keep button")
    expect(star).to_have_attribute("aria-label", f"Keep on my shortlist: {HOSTILE}")
    page.get_by_label("For the assignment").select_option(WATER)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the selection file").click()
    name, raw = saved(download.value, tmp_path)
    assert name.startswith(f"selection-{WATER}-")
    root = markup(raw)
    loads_nothing(root)
    title = root.find("head/title")
    assert title is not None and HOSTILE in (title.text or "")
    holders = [each.tag for each in root.iter() if "\u202e" in (each.text or "")]
    # What turns the direction of a line stays within its own element.
    assert set(holders) <= {"title", "bdi", "span", "p", "dd", "dt", "th"}
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a table (CSV)").click()
    _, raw = saved(download.value, tmp_path)
    (row,) = csv.DictReader(raw.decode("utf-8-sig").splitlines(keepends=True))
    assert row["Name"].replace("'", "") == HOSTILE
    assert page.locator("main img, main script").count() == 0
    assert faults == []


def poison(value: Any, key: str = "") -> Any:
    """Every text but addresses and ids made as bad as a text can be."""
    if isinstance(value, dict):
        return {name: poison(part, name) for name, part in value.items()}
    if isinstance(value, list):
        return [poison(part, key) for part in value]
    return (
        HOSTILE if isinstance(value, str) and key not in ("slug", "id", "url", "address") else value
    )


def test_a_network_that_fails_is_said_and_asked_again(page: Page, served: Served) -> None:
    broken = True
    page.route(
        "**/search/people/nadia-benali.json",
        lambda route: route.abort() if broken else route.continue_(),
    )
    page.goto(served.at(f"shortlist/?ids={','.join(THREE)}"))
    expect(page.get_by_text("Not everybody could be loaded.")).to_be_visible()
    expect(page.locator(".shortlisted > li")).to_have_count(2)
    broken = False
    page.get_by_role("button", name="Try again").click()
    expect(page.locator(".shortlisted > li")).to_have_count(3)
    expect(page.get_by_text("Not everybody could be loaded.")).to_be_hidden()


@pytest.mark.parametrize(
    "script",
    [
        pytest.param(
            "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } })",
            id="blocked",
        ),
        pytest.param(
            "Storage.prototype.setItem = () => { throw new DOMException('full') }", id="full"
        ),
    ],
)
def test_a_browser_that_keeps_nothing_says_so(page: Page, served: Served, script: str) -> None:
    page.add_init_script(script)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(served.at("profiles/nadia-benali/"))
    button = page.get_by_role("button", name="Keep on my shortlist")
    if "blocked" in script or "localStorage" in script:
        expect(button).to_have_count(0)
        page.goto(served.at("shortlist/"))
        expect(page.get_by_text("This browser keeps nothing for this site")).to_be_visible()
    else:
        button.click()
        expect(page.get_by_role("alert")).to_contain_text("Not kept")
        expect(button).to_have_attribute("aria-pressed", "false")
    page.goto(served.at(f"shortlist/?ids={THREE[0]}"))
    expect(page.locator(".shortlisted > li")).to_have_count(1)
    assert faults == []


def test_without_javascript_the_page_says_what_it_does(browser: Browser, served: Served) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served.at(f"shortlist/?ids={THREE[0]}"))
    expect(page.get_by_text("The shortlist needs JavaScript")).to_be_visible()
    expect(page.get_by_role("heading", name="Selection file")).to_be_hidden()
    page.get_by_role("main").get_by_role("link", name="All people").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("People")
    assert page.locator('meta[name="robots"]').count() == 0
    context.close()
