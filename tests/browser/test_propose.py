"""The builder of an assignment: on a phone, by keys, by touch, in confidence; and who would fit."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from sitegen.canonical import written
from sitegen.check import directory_of
from sitegen.matching.conditions import judge
from sitegen.read import read as read_content
from tests.browser.axe import violations_in
from tests.browser.builder import (
    TODAY,
    Builder,
    add,
    choose,
    field,
    fit,
    go_on,
    read,
    sent,
    write,
    wrong,
)
from tests.browser.conftest import Served, turn_to
from tests.conftest import CLOCK
from tests.inbrowser.reference import Reference, standing

PROPOSE = Builder("assignment", "propose/")
STEPS = ("start", "asker", "able", "between", "when", "terms", "together", "end", "send")
PROBLEM = "Forty dairies have had one director since 1998. He leaves soon, and nobody says so."
LEVELS = ("C2", "C1", "B2", "B1", "A2")
SENDER = ("--author", "example-client", "--author-id", "77")


def draft(**changes: Any) -> dict[str, Any]:
    """All that an assignment needs."""
    fields = {
        "title": "Exit plan for a network of dairies",
        "client": {"name": "Example Dairies", "silo": "community", "consent": "yes"},
        "skills": {"required": [{"skill": "succession-planning", "level": "3"}]},
        "work": {"mode": "remote"},
    }
    made = {"version": 1, "kind": "assignment", "fields": fields | changes, "body": PROBLEM}
    return made | {"notes": {}}


def say_the_problem(page: Page) -> None:
    write(page, "body", PROBLEM)
    write(page, "scope-tried", "A search firm, twice.")
    # What is asked before stands before, whenever it was answered.
    write(page, "scope-decides", "The board, by two thirds.")
    write(page, "title", "Exit plan for a network of dairies")


def say_who_asks(page: Page) -> None:
    go_on(page, "Who asks")
    write(page, "client.name", "Example Dairies")
    # Of 120 letters, and one line all the same.
    assert field(page, "client.name").evaluate("({ localName }) => localName") == "input"
    choose(page, "client.silo", "community")
    write(page, "client.country", "morocco")
    choose(page, "client.consent", "yes")


def say_skills(page: Page) -> None:
    go_on(page, "What somebody must be able to do")
    expect(page.get_by_text("Once there is a skill")).to_be_visible()
    page.get_by_role("button", name="Add one: What the work cannot do without").press("Enter")
    write(page, "skills.required.0.skill", "Succession planning")
    entry = page.get_by_role("group", name="1 · Succession planning")
    expect(entry.get_by_text("I have left the leading role of an organisation")).to_be_visible()
    entry.get_by_role("radio", name="has led it").press("Space")
    page.get_by_role("button", name="Add one: What would help").press("Enter")
    write(page, "skills.desirable.0.skill", "Dairy value chains")
    entry = page.get_by_role("group", name="1 · Dairy value chains")
    entry.get_by_role("radio", name="has taken part").press("Space")


def say_between(page: Page) -> None:
    go_on(page, "Worlds and languages")
    page.get_by_role("checkbox", name="Foundation or philanthropy").press("Space")
    add(page, "sectors", "Agriculture and food")
    add(page, "languages.everyone.more", "French")
    expect(field(page, "languages.everyone.fr")).to_be_focused()
    page.keyboard.type("B2")
    page.get_by_role("button", name="Add one: Or one of several").press("Enter")
    add(page, "languages.any_of.0.more", "Arabic")
    expect(field(page, "languages.any_of.0.ar")).to_be_focused()
    page.keyboard.type("B1")
    page.keyboard.press("Tab")
    expect(page.get_by_text("1 · Arabic").first).to_be_visible()


def say_the_rest(page: Page) -> None:
    go_on(page, "Place and time")
    choose(page, "work.mode", "partly")
    write(page, "work.country", "Morocco")
    write(page, "work.days_per_month", "6")
    field(page, "starts").focus()
    page.keyboard.type("03012027")
    page.get_by_role("checkbox", name="Project").press("Space")
    go_on(page, "Money and contract")
    write(page, "budget.max_day_rate", "600")
    write(page, "budget.currency", "Euro")
    page.get_by_role("checkbox", name="as an individual").press("Space")
    go_on(page, "One person or a team")
    choose(page, "team.max", "3")
    page.get_by_role("checkbox", name="Listen").press("Space")
    go_on(page, "What comes of it, and how you choose")
    write(page, "deliverables", "A plan that the assembly voted on")
    page.get_by_role("button", name="Add one: What you look at").press("Enter")
    write(page, "selection.criteria.0.text", "Has left a role like his")
    page.get_by_role("button", name="Add one: Whose people cannot take it").press("Enter")
    write(page, "excludes.0.name", "Example Search Firm")


def test_the_whole_by_keyboard_on_a_phone_interrupted_and_offline(
    phone: BrowserContext, served: Served, content: Path
) -> None:
    page = phone.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    PROPOSE.opened(page, served, "")
    assert PROPOSE.kept(page) is None
    say_the_problem(page)
    say_who_asks(page)
    # Gone in the middle, before a moment has passed.
    page.reload()
    expect(field(page, "client.country")).to_have_value("Morocco")
    page.wait_for_load_state("networkidle")
    phone.set_offline(True)
    before = len(asked)
    say_skills(page)
    say_between(page)
    say_the_rest(page)
    go_on(page, "Send it")
    text = sent(page)
    assert [url for url in asked[before:] if not url.endswith("/mark.svg")] == []
    phone.set_offline(False)
    assert {url.startswith(served.url) for url in asked} == {True}
    page.get_by_role("button", name="Count the people who fit").press("Enter")
    expect(page.locator("#count-head")).to_be_focused()
    expect(page.locator("[data-part=count-line]")).to_contain_text("who have something of")
    expect(page.get_by_text("This is a sample")).to_be_hidden()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the file").press("Enter")
    name = download.value.suggested_filename
    assert name == "exit-plan-for-a-network-of-dairies.md"
    assert Path(download.value.path()).read_text("utf-8") == text
    assert page.evaluate("Object.keys(localStorage)") == [PROPOSE.key]
    PROPOSE.check_in(text, content, *SENDER)
    found = read(content / "assignments" / name)
    fields: Any = dict(found.data)
    # Only the account of whoever sent it is added.
    assert (fields.pop("github"), fields.pop("github_id")) == ("example-client", "77")
    assert written(fields, found.body, "assignment") == text
    assert fields["posted"] == TODAY
    assert fields["starts"] == "2027-03-01"
    assert fields["languages"] == {"everyone": {"fr": "B2"}, "any_of": [{"ar": "B1"}]}
    assert fields["skills"]["desirable"] == [{"skill": "dairy-value-chains", "level": "1"}]
    assert found.body == (
        f"{PROBLEM}\n\n## Who decides?\n\nThe board, by two thirds.\n\n"
        "## What was tried?\n\nA search firm, twice.\n"
    )


def test_in_confidence_by_touch_there_is_no_way_but_the_mail(
    browser: Browser, served: Served
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 640}, has_touch=True)
    # A share sheet leads anywhere.
    context.add_init_script("navigator.share = async () => {}; navigator.canShare = () => true;")
    page = context.new_page()
    PROPOSE.opened(page, served, "asker", draft())
    ways = [
        page.get_by_role("link", name="Open the form"),
        page.get_by_role("link", name="Or propose it as a new file"),
        page.get_by_role("button", name="Send it with a program of yours"),
    ]
    mail = page.get_by_role("link", name="Send it by mail")

    def sent_in_confidence(is_so: bool) -> str:
        page.get_by_role("link", name="Send it", exact=True).tap()
        text = sent(page)
        for way in ways:
            expect(way).to_be_visible(visible=not is_so)
        expect(page.get_by_text("This goes to the coordinators alone")).to_be_visible(visible=is_so)
        purpose = "%5Bconfidential-proposal%3A" if is_so else "%5Bpropose%3A"
        assert purpose in (mail.get_attribute("href") or "")
        page.get_by_role("link", name="Who asks", exact=True).tap()
        return text

    assert 'name: "Example Dairies"' in sent_in_confidence(False)
    page.get_by_role("checkbox", name="Nobody but the coordinators").tap()
    assert 'name: "Example Dairies"' in sent_in_confidence(True)
    page.get_by_role("checkbox", name="Nobody but the coordinators").tap()
    field(page, "client.anonymous").select_option("yes")
    expect(field(page, "client.name")).to_be_hidden()
    assert "Example Dairies" not in sent_in_confidence(True)
    # Nothing is lost by it.
    field(page, "client.anonymous").select_option("no")
    assert 'name: "Example Dairies"' in sent_in_confidence(False)
    context.close()


def counted(content: Path, slugs: list[str]) -> Mapping[str, tuple[set[str], int]]:
    """By Python's own account: who fits each by the conditions and the skills, of how many able."""
    directory = directory_of(read_content(content), None, CLOCK)[0]
    reference = Reference(directory)
    found = {}
    for asked in reference.asked:
        required = len(asked.required)
        able = {
            person.profile.name: standing(
                [*judge(person, asked.posting, directory)], asked.missing[place], required
            )
            for place, person in enumerate(reference.people)
            if person.is_matched and asked.missing[place] < required
        }
        fitting = {name for name, stands in able.items() if stands == "eligible"}
        found[asked.posting.slug] = (fitting, len(able))
    return {slug: found[slug] for slug in slugs}


def sample(served: Served) -> str:
    """The columns of people, as if there were many more of them."""
    raw = next(raw for path, raw in served.files.items() if "/matching/people-" in path)
    return json.dumps({**json.loads(raw), "of": 5000})


def test_so_many_fit_as_python_finds_and_more_where_less_is_asked(
    page: Page, served: Served, content: Path
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    held = draft(languages={"everyone": {"fr": LEVELS[0]}})
    for level in LEVELS:
        languages = {"everyone": {"fr": level}}
        fields = {**held["fields"], "languages": languages, "posted": TODAY, "status": "open"}
        text = written(fields, PROBLEM, "assignment")
        (content / "assignments" / f"{level.lower()}.md").write_text(text, "utf-8")
    python = counted(content, [level.lower() for level in LEVELS])
    PROPOSE.opened(page, served, "between", held)
    assert not [url for url in asked if "/search/" in url]
    page.route("**/search/matching/**", lambda route: route.abort())
    count = page.get_by_role("button", name="Count the people who fit")
    count.click()
    expect(page.get_by_text("They could not be counted.")).to_be_visible()
    page.unroute("**/search/matching/**")
    page.route("**/search/matching/people-*", lambda route: route.fulfill(body=sample(served)))
    count.click()
    people = page.locator("[data-part=count-people] > li > p > a")
    for level, less in pairwise(LEVELS):
        field(page, "languages.everyone.fr").select_option(level)
        (fitting, able), more = python[level.lower()], len(python[less.lower()][0])
        told = f"{len(fitting)} people fit now, of {able} who have something of the skills."
        expect(page.locator("[data-part=count-line]")).to_have_text(told)
        easier = page.get_by_text(f"French at {less}: {more} would fit.")
        expect(easier).to_be_visible(visible=more > len(fitting))
        expect(people).to_have_count(min(5, len(fitting)))
        assert {*people.all_inner_texts()} <= fitting
    expect(page.get_by_text("of the 5,000 people who take part")).to_be_visible()
    sizes = [len(fitting) for fitting, _ in python.values()]
    assert len({*sizes}) > 2, sizes
    # Nobody is asked in between, and each file once.
    matching = [url for url in asked if re.search("matching/(?!manifest)", url)]
    assert len(matching) == len({*matching}) == 3
    page.evaluate("location.hash = '#asker'")
    expect(page.locator("[data-part=count]")).to_be_hidden()


def in_error() -> dict[str, Any]:
    """Something wrong in every step."""
    return draft(
        title="t" * 200,
        client={"name": "Example Dairies", "url": "http://example.org"},
        skills={
            "required": [{"skill": "wizardry", "level": "3"}, {"skill": "founder-exit"}],
            "desirable": [{"skill": "founder-exit", "level": "1"}],
        },
        sectors=["wells"],
        languages={"any_of": [{"ar": "Z9"}, {}]},
        work={"mode": "remote", "months": "soon", "days_per_month": "6"},
        deadline="2026-01-01",
        budget={"max_day_rate": "600", "pro_bono": "yes"},
        team={"min": "3", "max": "2"},
        selection={"criteria": [{"weight": "200"}]},
        excludes=["Example Search Firm", {"url": "ftp://example.org"}],
    ) | {"body": "Call +254 700 123 456."}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("held", "steps"),
    # Where nothing is wrong, what only then is there.
    [(in_error(), STEPS), (draft(), ("able", "send"))],
    ids=["in error", "sound"],
)
def test_every_step_is_accessible_and_never_scrolls_sideways(
    browser: Browser, served: Served, held: Mapping[str, Any], steps: Sequence[str], scheme: str
) -> None:
    context = browser.new_context(bypass_csp=True, reduced_motion="reduce")
    page = context.new_page()
    for step in PROPOSE.walked(page, served, steps, held):
        if step == "able":
            page.get_by_role("button", name="Count the people who fit").click()
            expect(page.locator("[data-part=counted]")).to_be_visible()
        fit(page, step, 1280, 320)
        # What stands around the steps is the same for all.
        found = violations_in(page, scheme, None if step == "start" else "main")
        assert (step, found) == (step, [])
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(({ id }) => id)")
    assert len(ids) == len({*ids})
    for name in ("body", "title", "client.silo", "work.months"):
        assert bool(wrong(page, name).text_content()) == (len(steps) > 2), name
    page.add_style_tag(content="html{font-size:200%!important}")
    for step in steps:
        turn_to(page, step)
        fit(page, step, 1280, 640)
    context.close()


def test_without_scripts_there_is_the_page_to_read(browser: Browser, served: Served) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served.at(PROPOSE.at))
    expect(page.locator(".guide-steps")).to_be_hidden()
    for name in ("What a good brief answers", "If it is confidential", "Ways to send it"):
        expect(page.get_by_role("heading", name=name)).to_be_visible()
    for name in ("By mail", "By the form of the repository", "The empty file"):
        expect(page.get_by_role("link", name=name)).to_be_visible()
    context.close()
