"""The builder of a profile: on a phone, by keys and by touch, interrupted, without a network."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.axe import violations_in
from tests.browser.builder import (
    TODAY,
    Builder,
    add,
    choose,
    field,
    fit,
    go_on,
    heading,
    read,
    sent,
    write,
    wrong,
)
from tests.browser.conftest import Served, turn_to, until

JOIN = Builder("profile", "join/")
kept, opened, check_in = JOIN.kept, JOIN.opened, JOIN.check_in
STEPS = ("start", "who", "led", "can", "words", "how", "bridge", "agree", "send")
TEXT = (
    "I kept the wells of three valleys open, and then taught others to keep them open without me."
)
EVIDENCE = "Two of nine candidates came from inside. The one chosen has led for six years."


def draft(**notes: Any) -> dict[str, Any]:
    """All that a profile needs."""
    skills = ("succession-planning", "cooperative-governance", "board-development")
    fields = {
        "name": "Ada Example",
        "headline": "Kept three hundred wells open",
        "based_in": {"country": "KE", "city": "Kisumu"},
        "languages": {"sw": "native", "en": "C1"},
        "skills": [{"skill": skill, "level": "2"} for skill in skills],
        "sectors": ["water-and-sanitation"],
        "ventures": [{"name": "Wells", "role": "founder", "from": "2004", "outcome": "left"}],
        "availability": {"status": "open"},
        "consent": {"on": TODAY, "wording": "v1"},
    }
    return {"version": 1, "kind": "profile", "fields": fields, "body": TEXT, "notes": notes}


def say_who(page: Page) -> None:
    page.get_by_role("button", name="No: begin").press("Enter")
    expect(heading(page)).to_be_focused()
    write(page, "name", "Ada Example")
    write(page, "headline", "Kept three hundred wells open")
    write(page, "based_in.country", "kenya")
    write(page, "based_in.city", "Kisumu")
    add(page, "languages.more", "Swahili")
    expect(field(page, "languages.sw")).to_be_focused()
    page.keyboard.type("native")
    add(page, "languages.more", "english")
    expect(field(page, "languages.en")).to_be_focused()
    page.keyboard.type("C1")


def say_what_was_led(page: Page) -> None:
    go_on(page, "What I led and what became of it")
    page.get_by_role("button", name="Add one: What you founded or led").press("Enter")
    expect(field(page, "ventures.0.name")).to_be_focused()
    write(page, "ventures.0.name", "Wells of the Valley")
    expect(page.get_by_text("1 · Wells of the Valley").first).to_be_visible()
    write(page, "ventures.0.role", "founder and director")
    write(page, "ventures.0.from", "2004")
    choose(page, "ventures.0.outcome", "handed")
    page.locator("#led").get_by_text("More, if you like").press("Enter")
    write(page, "ventures.0.to", "2019")
    add(page, "ventures.0.sectors", "Water and sanitation")
    add(page, "sectors", "Water and sanitation")
    write(page, "silos.ngo", "15")
    page.get_by_role("checkbox", name="yes, not counted: Foundation").press("Space")


def say_skills(page: Page) -> None:
    go_on(page, "What I can do")
    for place, (skill, rung) in enumerate(
        (
            ("Succession planning", "I have led it"),
            ("Cooperative governance", "I have done it on my own"),
            ("Board development", "I have taken part"),
        )
    ):
        page.get_by_role("button", name="Add one: Your skills").press("Enter")
        expect(field(page, f"skills.{place}.skill")).to_be_focused()
        write(page, f"skills.{place}.skill", skill)
        entry = page.get_by_role("group", name=f"{place + 1} · {skill}")
        entry.get_by_role("radio", name=rung).press("Space")
    expect(page.get_by_text("I have left the leading role of an organisation")).to_be_visible()
    write(page, "skills.0.evidence", EVIDENCE)


def test_the_whole_by_keyboard_on_a_phone_interrupted_and_offline(
    phone: BrowserContext, served: Served, content: Path
) -> None:
    page = phone.new_page()
    asked: list[str] = []
    faults: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda said: faults.append(f"{said.location['url']}: {said.text}"))
    page.on("pageerror", lambda error: faults.append(str(error)))
    opened(page, served, "")
    assert kept(page) is None
    say_who(page)
    # Gone in the middle, before a moment has passed.
    page.reload()
    expect(field(page, "languages.en")).to_have_value("C1")
    expect(field(page, "based_in.country")).to_have_value("Kenya")
    page.wait_for_load_state("networkidle")
    phone.set_offline(True)
    before = len(asked)
    say_what_was_led(page)
    say_skills(page)
    go_on(page, "In my own words")
    write(page, "body", TEXT)
    go_on(page, "How I work")
    choose(page, "availability.status", "open")
    page.get_by_role("checkbox", name="Advisory").press("Space")
    go_on(page, "The bridge")
    go_on(page, "What is shown, and that you agree")
    page.get_by_role("checkbox", name="I agree to these words").press("Space")
    go_on(page, "Send it")
    expect(page.get_by_text("still to be said or mended")).to_be_hidden()
    text = sent(page)
    # The browser asks for the icon whenever it likes, and says so where it is not to be had.
    assert [url for url in asked[before:] if not url.endswith("/mark.svg")] == []
    assert [fault for fault in faults if "/mark.svg: " not in fault] == []
    phone.set_offline(False)
    assert {url.startswith(served.url) for url in asked} == {True}
    assert (phone.cookies(), page.evaluate("Object.keys(localStorage)")) == ([], [JOIN.key])
    check_in(text, content, "--author", "ada-example", "--author-id", "77")
    fields: Any = read(content / "profiles" / "ada-example.md").data
    assert fields["ventures"][0] == {
        "name": "Wells of the Valley", "role": "founder and director", "from": "2004",
        "to": "2019", "outcome": "handed-over", "sectors": ["water-and-sanitation"],
    }  # fmt: skip
    assert fields["silos"] == {"ngo": "15", "foundation": "yes"}
    assert fields["skills"][0]["level"] == "3"
    assert fields["engagement"] == {"kinds": ["advisory"]}
    assert fields["confirmed"] == {"on": TODAY}


def test_an_entry_that_was_added_by_mistake_can_be_taken_off(page: Page, served: Served) -> None:
    opened(page, served, "led")
    page.get_by_role("button", name="Add one: What you founded or led").press("Enter")
    expect(field(page, "ventures.0.name")).to_be_focused()
    page.get_by_role("button", name="Take off: 1").press("Enter")
    expect(field(page, "ventures.0.name")).to_have_count(0)


def test_no_other_next_step_is_offered_in_the_middle(page: Page, served: Served) -> None:
    other = page.get_by_role("navigation", name="Next step")
    opened(page, served, "start")
    expect(other).to_be_visible()
    go_on(page, "Who I am")
    expect(other).to_be_hidden()


def test_by_touch(browser: Browser, served: Served) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 640}, has_touch=True)
    page = context.new_page()
    opened(page, served, "", draft())
    page.get_by_role("button", name="No: begin").tap()
    field(page, "pronouns").tap()
    page.keyboard.insert_text("she/her")
    page.get_by_role("link", name="Go on: What I led and what became of it").tap()
    page.get_by_text("1 · Wells").first.tap()
    page.get_by_role("button", name="Take off: 1 · Wells").tap()
    expect(field(page, "ventures.0.name")).to_have_count(0)
    expect(page.get_by_role("status").last).to_have_text("Taken off: 1 · Wells.")
    page.get_by_role("button", name="Undo").tap()
    expect(field(page, "ventures.0.name")).to_have_value("Wells")
    field(page, "sectors").tap()
    page.keyboard.insert_text("Energy")
    page.get_by_role("button", name="Add: The fields you know").tap()
    page.get_by_role("button", name="Take off: Water and sanitation").tap()
    page.get_by_role("link", name="Send it").tap()
    text = sent(page)
    assert 'sectors: ["energy"]' in text
    assert 'pronouns: "she/her"' in text
    context.close()


def test_a_change_keeps_what_is_not_shown_and_all_that_was_not_touched(
    page: Page, served: Served, content: Path
) -> None:
    opened(page, served, "", draft(), "?update=nadia-benali")
    expect(page.get_by_text("You are changing the page nadia-benali")).to_be_visible()
    # Once: whoever comes back finds what they left.
    expect(page).to_have_url(served.at(JOIN.at))
    page.get_by_role("button", name="Undo").click()
    expect(field(page, "name")).to_have_value("Ada Example")
    page.get_by_role("button", name="Undo").click()
    expect(field(page, "name")).to_have_value("Nadia Benali")
    page.reload()
    page.evaluate("location.hash = '#led'")
    page.get_by_text("2 · Fonds de garantie Targa Nord").first.click()
    field(page, "ventures.1.reach").fill("3,200 guarantees for farm cooperatives")
    page.evaluate("location.hash = '#send'")
    text = sent(page)
    above = "slug: nadia-benali\nkeep: consent, engagement.day_rate, guidance.privately\n\n---\n"
    assert text.startswith(above)
    published = json.loads(served.files["profiles/nadia-benali/fields.json"])
    until(page, "(key) => localStorage.getItem(key).includes('3,200 guarantees')", JOIN.key)
    found = kept(page)
    published["fields"]["ventures"][1]["reach"] = "3,200 guarantees for farm cooperatives"
    assert found["fields"] == published["fields"]
    assert found["body"] == published["body"]
    path = content / "profiles" / "nadia-benali.md"
    before = read(path)
    check_in(text, content, "--author", "nadia-benali-sample")
    after = read(path)
    assert after.at(("ventures", 1, "reach")) == "3,200 guarantees for farm cooperatives"
    changed = {name for name in before.data if before.data[name] != after.data.get(name)}
    assert (changed, after.data.keys() - before.data.keys()) == ({"ventures", "confirmed"}, set())
    assert after.body == before.body


def test_an_address_that_leads_to_no_page_changes_nothing(page: Page, served: Served) -> None:
    for slug in ("nobody-at-all", "../x"):
        opened(page, served, "", draft(), f"?update={slug}")
        said = page.get_by_text("There is no page that can be changed from here")
        expect(said).to_be_visible()
        expect(field(page, "name")).to_have_value("Ada Example")


def test_a_text_that_cannot_be_copied_is_shown_and_selected(page: Page, served: Served) -> None:
    page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', { value: undefined });"
        "document.execCommand = () => false;"
    )
    opened(page, served, "send", draft())
    text = page.get_by_label("The text that is sent")
    expect(text).to_be_hidden()
    page.get_by_role("button", name="Copy the text").click()
    expect(text).to_be_visible()
    selected = "[...document.querySelectorAll('#sent')].map(e => e.selectionEnd - e.selectionStart)"
    assert page.evaluate(selected) == [len(text.input_value())]


@pytest.mark.parametrize("words", ["write to ada@example.org", "call +254 700 123 456"])
def test_what_must_not_be_public_does_not_leave_the_page(
    page: Page, served: Served, words: str
) -> None:
    opened(page, served, "send", draft())
    expect(page.locator("[data-part='look']")).to_be_visible()
    page.evaluate("location.hash = '#words'")
    field(page, "body").press("End")
    page.keyboard.insert_text(f" Or {words}.")
    expect(wrong(page, "body")).to_be_hidden()
    page.keyboard.press("Tab")
    expect(wrong(page, "body")).to_contain_text("clients reach you through the directory")
    page.evaluate("location.hash = '#send'")
    expect(page.get_by_text("1 thing is still to be said or mended:")).to_be_visible()
    expect(page.locator("[data-part='look']")).to_be_hidden()
    assert words not in page.get_by_role("link", name="Send it by mail").all_inner_texts()
    page.get_by_role("link", name="Your text: ").click()
    expect(field(page, "body")).to_be_focused()
    field(page, "body").fill(TEXT)
    expect(wrong(page, "body")).to_be_hidden()


def test_what_is_wrong_is_said_when_a_field_is_left_and_mended_while_typing(
    page: Page, served: Served
) -> None:
    held = draft()
    held["fields"]["ventures"][0]["from"] = ""
    opened(page, served, "led", held)
    page.get_by_text("1 · Wells").first.click()
    year = field(page, "ventures.0.from")
    year.press_sequentially("20")
    expect(wrong(page, "ventures.0.from")).to_be_hidden()
    page.keyboard.press("Tab")
    expect(wrong(page, "ventures.0.from")).to_contain_text("20")
    expect(year).to_have_attribute("aria-invalid", "true")
    # What nobody has come to is not wrong yet.
    expect(page.locator("#led .wrong:visible")).to_have_count(1)
    year.press("End")
    year.press_sequentially("04")
    expect(wrong(page, "ventures.0.from")).to_be_hidden()
    expect(year).not_to_have_attribute("aria-invalid", "true")


def test_what_is_still_to_be_mended_leads_to_its_field_also_behind_folds(
    page: Page, served: Served
) -> None:
    held = draft()
    del held["fields"]["skills"][1]["level"]
    held["fields"]["ventures"][0] |= {"to": "soon"}
    del held["fields"]["headline"]
    opened(page, served, "send", held)
    links = page.locator("[data-part=mend-list] a")
    expect(links).to_have_count(3)
    expect(links.nth(1)).to_have_text("How well? Still to be said.")
    expect(links.first).to_have_text("What you built and what became of it: Still to be said.")
    page.evaluate("document.querySelectorAll('details').forEach((each) => each.open = false)")
    links.last.press("Enter")
    expect(heading(page)).to_have_text("What I led and what became of it")
    expect(field(page, "ventures.0.to")).to_be_focused()
    page.go_back()
    expect(heading(page)).to_have_text("Send it")
    page.go_forward()
    expect(heading(page)).to_have_text("What I led and what became of it")


def test_who_could_be_harmed_is_asked_for_no_more_than_a_part_of_the_world(
    page: Page, served: Served
) -> None:
    held = draft()
    held["fields"]["based_in"]["timezone"] = "Africa/Nairobi"
    opened(page, served, "start", held)
    page.get_by_role("button", name="Yes, it could").click()
    expect(page.get_by_role("link", name="Write to the coordinators first").first).to_be_visible()
    page.get_by_role("link", name="Go on: Who I am").click()
    expect(page.get_by_text("and a part of the world is enough")).to_be_visible()
    for name in ("country", "city", "timezone"):
        expect(field(page, f"based_in.{name}")).to_be_hidden()
    field(page, "based_in.region").fill("East Africa")
    page.evaluate("location.hash = '#send'")
    assert 'based_in:\n  region: "east-africa"\n' in sent(page)
    until(page, "(key) => localStorage.getItem(key).includes('east-africa')", JOIN.key)
    assert "Kisumu" not in json.dumps(kept(page))
    assert "Nairobi" not in json.dumps(kept(page))


def test_whoever_writes_for_another_asks_them_and_a_tick_of_ones_own_is_none_of_theirs(
    page: Page, served: Served
) -> None:
    opened(page, served, "agree", draft())
    mine = page.get_by_role("checkbox", name="I agree to these words")
    expect(mine).to_be_checked()
    expect(page.get_by_text("The consent is theirs")).to_be_hidden()
    page.evaluate("location.hash = '#start'")
    page.get_by_role("checkbox", name="I write this for somebody else").check()
    page.evaluate("location.hash = '#send'")
    expect(page.get_by_text("1 thing is still to be said or mended:")).to_be_visible()
    page.get_by_role("link", name="they agreed themselves: Still to be said.").click()
    theirs = page.get_by_role("checkbox", name="I read these words to them")
    expect(theirs).to_be_focused()
    expect(theirs).not_to_be_checked()
    expect(page.get_by_text("The consent is theirs: read these words to them")).to_be_visible()
    theirs.check()
    page.evaluate("location.hash = '#send'")
    text = sent(page)
    assert '\nassisted: "yes"\n' in text
    assert "\nconsent:\n" in text
    # And it holds for nobody but them.
    page.evaluate("location.hash = '#agree'")
    field(page, "assisted").select_option("no")
    expect(mine).not_to_be_checked()


def test_what_is_wrong_is_said_without_a_word_of_files(page: Page, served: Served) -> None:
    held = {**draft(), "body": ""}
    held["fields"]["skills"][0]["skill"] = "Wells"
    opened(page, served, "send", held)
    expect(page.get_by_text("Your text: Still to be said.")).to_be_visible()
    unknown = "The skill: There is no “Wells” in the list. Choose a name that is offered."
    expect(page.get_by_text(unknown)).to_be_visible()


def test_a_name_that_is_in_no_list_stays_to_be_mended(page: Page, served: Served) -> None:
    opened(page, served, "led", draft())
    add(page, "sectors", "Wells")
    expect(page.get_by_text("There is no “Wells” in the list")).to_be_visible()
    expect(field(page, "sectors")).to_have_value("Wells")
    field(page, "sectors").fill("")
    add(page, "sectors", "energy")
    expect(page.get_by_text("There is no “Wells” in the list")).to_be_hidden()
    expect(page.get_by_role("button", name="Take off: Energy")).to_be_visible()


def test_in_a_group_that_may_stay_empty_nothing_is_needed_before_something_is_said(
    page: Page, served: Served
) -> None:
    opened(page, served, "how", draft())
    page.locator('[data-path="engagement"]').get_by_text("More, if you like").click()
    rate = page.locator('[data-path="engagement.day_rate"]')
    expect(rate).to_be_visible()
    expect(rate.locator(".needed").first).to_be_hidden()
    write(page, "engagement.day_rate.min", "450")
    expect(rate.locator(".needed").first).to_be_visible()
    expect(rate.locator(".needed:visible")).to_have_count(2)


def test_the_level_of_a_skill_is_told_by_its_family(page: Page, served: Served) -> None:
    opened(page, served, "can", draft())
    page.get_by_text("1 · Succession planning").first.click()
    entry = page.get_by_role("group", name="1 · Succession planning")
    expect(entry.get_by_text("I have left the leading role of an organisation")).to_be_visible()
    entry.get_by_text("What others call it").click()
    expect(entry.get_by_text("Succession, divestment and wind-down")).to_be_visible()
    field(page, "skills.0.skill").fill("Dairy value chains")
    entry = page.get_by_role("group", name="1 · Dairy value chains")
    expect(entry.get_by_text("I have left the leading role of an organisation")).to_be_hidden()
    expect(entry.locator(".behaviour")).to_have_count(8)


def test_the_last_step_shows_what_a_list_would_show(page: Page, served: Served) -> None:
    held = draft()
    held["fields"]["name"] = "<b>Ada</b> & Example"
    opened(page, served, "send", held)
    card = page.get_by_role("group", name="As a list shows you")
    expect(card.get_by_role("heading")).to_have_text("<b>Ada</b> & Example")
    expect(card).to_contain_text("Kept three hundred wells open")
    expect(card).to_contain_text("Board development · Cooperative governance · Succession planning")
    expect(card).to_contain_text("Kisumu, Kenya")


def test_the_page_itself_is_shown_as_it_would_be_told_and_no_markup_of_a_text_is_markup(
    page: Page, served: Served
) -> None:
    held = draft()
    fields = held["fields"]
    fields["skills"][1] |= {"level": "3", "years": "7", "evidence": EVIDENCE, "again": "no"}
    fields["silos"] = {"ngo": "15", "foundation": "yes"}
    fields["engagement"] = {"day_rate": {"min": "450", "max": "650", "currency": "EUR"}}
    text = f"## What *I* led\n{TEXT}\n\n- <b>One</b>\n- two [links](https://x.example)\n\n> Said."
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    opened(page, served, "send", held | {"body": text})
    assert not [url for url in asked if "whole" in url]
    page.get_by_text("As your page shows you").first.press("Enter")
    whole = page.get_by_role("group", name="As your page shows you")
    expect(whole.get_by_role("heading")).to_have_text(
        [
            *("Ada Example", "What I led", "What they can do", "Governance"),
            *("Ending and handing on", "What they built", "Wells left", "At a glance"),
        ]
    )
    expect(whole.locator("ul").first.get_by_role("listitem")).to_have_text(
        ["<b>One</b>", "two links"]
    )
    expect(whole.locator("blockquote")).to_have_text("Said.")
    skill = whole.locator(".skill").first
    expect(skill).to_contain_text("Cooperative governance 7 years, can, but would rather not again")
    expect(skill).to_contain_text(f"“{EVIDENCE}”")
    expect(skill.locator("[data-is=claimed]")).to_have_count(3)
    expect(whole).to_contain_text("Non-governmental organisation, 15 years · Foundation")
    expect(whole).to_contain_text("Swahili, native")
    expect(whole).to_contain_text("founder · since 2004")
    assert "450" not in whole.inner_text()


def test_where_nothing_is_kept_it_works_and_says_so(
    context: BrowserContext, served: Served
) -> None:
    refusal = """Object.defineProperty(window, 'localStorage',
      { get() { throw new DOMException('no', 'SecurityError'); } });"""
    context.add_init_script(refusal)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    opened(page, served, "who")
    expect(page.get_by_text("This browser keeps nothing for this site")).to_be_visible()
    buffer = json.dumps(draft()).encode()
    page.locator("[data-part=file]").set_input_files(
        {"name": "my-page.json", "mimeType": "application/json", "buffer": buffer}
    )
    expect(field(page, "name")).to_have_value("Ada Example")
    field(page, "name").fill("Ada B. Example")
    page.evaluate("location.hash = '#send'")
    assert 'name: "Ada B. Example"' in sent(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the file").click()
    assert download.value.suggested_filename == "ada-b-example.md"
    assert faults == []


def test_a_form_that_could_not_be_loaded_is_asked_for_again(page: Page, served: Served) -> None:
    page.route("**/data/form.json", lambda route: route.abort())
    JOIN.visited(page, served, "", draft())
    retry = page.get_by_role("button", name="Try again")
    expect(retry).to_be_visible()
    # Nothing is asked that could not be answered; what to do where it could harm stands below.
    expect(heading(page)).to_have_count(0)
    expect(page.locator("#harm")).to_be_visible()
    page.unroute("**/data/form.json")
    retry.click()
    expect(retry).to_be_hidden()
    page.get_by_role("button", name="No: begin").click()
    expect(field(page, "name")).to_have_value("Ada Example")


@pytest.mark.parametrize("builder", [JOIN, Builder("assignment", "propose/")])
def test_the_address_of_another_place_shows_the_first_step(
    page: Page, served: Served, builder: Builder
) -> None:
    # As of whoever skips to the content before the form is there.
    builder.opened(page, served, "main")
    first = page.locator("[data-part=builder] .step").first
    expect(first).to_be_visible()
    expect(page.get_by_role("link", name="Go on: ")).to_be_visible()
    expect(heading(page)).not_to_be_focused()


def in_error() -> dict[str, Any]:
    """Something wrong in every step."""
    held = draft()
    fields = held["fields"]
    fields |= {"headline": "h" * 200, "sectors": [], "pronouns": "call +254 700 123 456"}
    fields["ventures"] += [{"name": "Wells", "from": "1"}, {"role": "x" * 300}]
    fields["skills"] = [{"skill": "wizardry", "level": "4"}, {"skill": "founder-exit"}]
    fields["availability"] = {"from": "2027-03-01", "until": "2026-03-01"}
    fields["transitions"] = [{"passage": "merged", "since": "soon"}]
    fields["links"] = [{"label": "Mine", "url": "http://example.org"}]
    del fields["consent"]
    return held | {"body": "Short."}


@pytest.mark.slow
@pytest.mark.parametrize(
    "held",
    [
        pytest.param(draft(quiet="yes"), id="sound", marks=pytest.mark.slow),
        pytest.param(in_error(), id="in error"),
    ],
)
def test_axe_finds_nothing_in_any_step(
    browser: Browser, served: Served, held: Mapping[str, Any], scheme: str
) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640}, reduced_motion="reduce")
    page = context.new_page()
    for step in JOIN.walked(page, served, STEPS, held):
        # What stands around the steps is the same for all.
        found = violations_in(page, scheme, None if step == "start" else "main")
        assert (step, found) == (step, [])
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(({ id }) => id)")
    assert len(ids) == len(set(ids))
    context.close()


def test_no_step_scrolls_sideways_also_with_text_twice_as_large(
    browser: Browser, served: Served
) -> None:
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    for step in JOIN.walked(page, served, STEPS, in_error()):
        fit(page, step, 320, 360, 1280)
    page.add_style_tag(content="html{font-size:200%!important}")
    for step in STEPS:
        turn_to(page, step)
        fit(page, step, 1280, 640)
    context.close()


def test_without_scripts_there_is_the_page_to_read(browser: Browser, served: Served) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served.at(JOIN.at))
    expect(page.locator(".guide-steps")).to_be_hidden()
    expect(page.get_by_role("heading", name="First of all")).to_be_visible()
    for name in ("By mail", "By the form of the repository", "The empty file"):
        expect(page.get_by_role("link", name=name)).to_be_visible()
    context.close()


def test_what_stands_below_is_read_before_the_first_step_alone(page: Page, served: Served) -> None:
    opened(page, served, "start")
    expect(page.get_by_role("heading", name="What becomes public")).to_be_visible()
    page.get_by_role("link", name="Go on: Who I am").click()
    expect(page.get_by_role("heading", name="What becomes public")).to_be_hidden()


def test_the_assignments_that_would_fit_are_looked_for_when_somebody_asks(
    page: Page, served: Served
) -> None:
    held = draft()
    held["fields"]["skills"] = [
        {"skill": skill, "level": "4", "evidence": EVIDENCE}
        for skill in ("succession-planning", "cooperative-governance", "board-development")
    ]
    held["fields"]["languages"] = {"fr": "C1", "ar": "native", "en": "C1"}
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    opened(page, served, "send", held)
    assert not [url for url in asked if "/matching/" in url]
    page.route("**/search/matching/**", lambda route: route.abort())
    look = page.get_by_role("button", name="Look for them")
    look.click()
    expect(page.get_by_text("They could not be loaded.")).to_be_visible()
    page.unroute("**/search/matching/**")
    look.click()
    rows = page.locator('[data-part="fits-list"] > li')
    expect(page.locator('[data-part="fits-count"]')).to_contain_text("7 open assignments would fit")
    expect(rows.first).to_contain_text("Exit plan for a dairy cooperative network")
    expect(rows.first).to_contain_text("Both required skills at the level")
    expect(page.get_by_text("They could not be loaded.")).to_be_hidden()
    rows.first.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Exit plan for a dairy")
    assert {url.split("/")[2] for url in asked} == {served.at("").split("/")[2]}
