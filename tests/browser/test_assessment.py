"""The guided self-assessment: on a phone, by keyboard, interrupted, and without a network."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser.axe import violations_in
from tests.browser.conftest import Served, turn_to, until

KEY = "sitegen-draft-profile/directory/"
AT = "self-assessment/"
STORY = "I did the succession planning with three deputies.\nWe handed water points to committees."
EVIDENCE = "Two of nine candidates came from inside. The one chosen has led for six years."
SKILLS = (
    ("succession-planning", "4", "8", "yes"),
    ("cooperative-governance", "3", "16", "yes"),
    ("agricultural-finance", "4", "22", "yes"),
    ("merging-organisations", "3", "2", "no"),
    ("member-assemblies", "3", "16", "yes"),
    ("founder-exit", "3", "12", "yes"),
    ("coaching-leaders", "2", "6", "yes"),
    ("dairy-value-chains", "1", "3", "yes"),
)


def draft(skills: int = 8, evidence: str = EVIDENCE, **notes: Any) -> Mapping[str, Any]:
    """The first of the skills, judged."""
    keys = ("skill", "level", "years", "again")
    rows = [dict(zip(keys, row, strict=True), evidence=evidence) for row in SKILLS[:skills]]
    fields = {"skills": rows}
    return {"version": 1, "kind": "profile", "fields": fields, "body": "", "notes": notes}


def kept(page: Page) -> Any:
    """What the browser keeps, without its number."""
    found = page.evaluate("(key) => localStorage.getItem(key)", KEY)
    return found and {name: part for name, part in json.loads(found).items() if name != "saved"}


def opened(page: Page, served: Served, step: str, held: Mapping[str, Any] | None = None) -> None:
    """The page at a step, with a draft that was kept before."""
    if held is not None:
        page.goto(served.at("licences.txt"))
        text = json.dumps({**held, "saved": 1})
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
    page.goto("about:blank")
    page.goto(served.at(f"{AT}#{step}"))
    expect(heading(page)).to_be_visible()
    expect(
        page.locator(".guide-steps:not([data-waits]), [data-part='unloaded']:visible")
    ).to_be_visible()


def heading(page: Page) -> Locator:
    return page.locator(".step:visible h2")


def focused(page: Page) -> str:
    text: str = page.evaluate("document.activeElement.textContent.trim()")
    return text


def press(page: Page, name: str, role: Any = "link") -> None:
    """What shows under this name, by keyboard."""
    page.locator(".step:visible, .draft-tools").get_by_role(role, name=name).first.press("Enter")


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    """A small screen, and nothing kept."""
    context = browser.new_context(viewport={"width": 360, "height": 640}, accept_downloads=True)
    yield context
    context.close()


def words_come(page: Page) -> Any:
    """Wait for the last thing that the page loads."""
    return page.expect_response(lambda answer: answer.url.endswith("/data/words.json"))


def tell(page: Page) -> None:
    """From the overview through the stories, with the page gone before a moment has passed."""
    press(page, "Begin with a story")
    expect(heading(page)).to_be_focused()
    assert focused(page) == "Tell of one thing you built that outlived you."
    page.keyboard.press("Tab")
    page.keyboard.insert_text(STORY)
    page.reload()
    expect(page.get_by_label("Your story").first).to_have_value(STORY)
    expect(heading(page)).to_be_focused()
    for step in ("story 2", "story 3", "story 4", "choose skills"):
        press(page, f"Go on: {step}")
        expect(heading(page)).to_be_focused()
    assert focused(page) == "What did that take?"


def choose(page: Page) -> None:
    """One that is named, one that is meant, one that is sought in French."""
    page.get_by_role("checkbox", name="Succession planning “I did the").press("Space")
    page.get_by_role("checkbox", name="Setting up water user committees").press("Space")
    page.get_by_label("In your words, in any language").focus()
    page.keyboard.insert_text("gouvernance coop")
    page.get_by_role("checkbox", name="Cooperative governance also: gouvernance").press("Space")
    expect(page.get_by_role("heading", name="Chosen 3 of at most 15")).to_be_visible()


def judge(page: Page) -> None:
    """All that is asked of the first skill, the level alone of the others."""
    press(page, "Go on: Succession planning")
    expect(heading(page)).to_be_focused()
    expect(page.get_by_text("Skill 1 of 3")).to_be_visible()
    page.get_by_role("radio", name="I have led it, with others depending on me").press("Space")
    page.get_by_label("For how many years?").focus()
    page.keyboard.insert_text("8")
    page.get_by_role("radio", name="Yes").press("Space")
    page.get_by_label("One piece of evidence").focus()
    page.keyboard.insert_text(EVIDENCE)
    expect(page.get_by_text("1 of 3 skills")).to_be_visible()
    for name in ("Setting up water user committees", "Cooperative governance"):
        press(page, f"Go on: {name}")
        expect(heading(page)).to_have_text(name)
        page.get_by_role("radio", name="I have done it on my own").press("Space")


def read(page: Page) -> None:
    """What a friend would ask, and the sheet with a title of one's own; back and forth."""
    press(page, "Go on: look again")
    expect(page.get_by_text("Nothing here that a friend would ask about.")).to_be_visible()
    press(page, "Go on: your page")
    expect(heading(page)).to_be_focused()
    page.get_by_label("A title in your own words").focus()
    page.keyboard.insert_text("Sixteen years of water")
    sheet = page.get_by_role("article", name="Sixteen years of water")
    expect(sheet.get_by_text("8 years", exact=True)).to_be_visible()
    expect(sheet.get_by_text(EVIDENCE)).to_be_visible()
    ngo = "I have led it, with others depending on me: Leadership transition and responsible exit"
    expect(sheet.get_by_text(ngo)).to_be_visible()
    page.go_back()
    expect(heading(page)).to_have_text("Look again, with a friend's eyes")
    page.go_forward()
    expect(heading(page)).to_have_text("Your page")


def test_the_whole_path_by_keyboard_on_a_phone_interrupted_and_offline(
    phone: BrowserContext, served: Served
) -> None:
    page = phone.new_page()
    asked: list[str] = []
    faults: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda said: faults.append(f"{said.location['url']}: {said.text}"))
    page.on("pageerror", lambda error: faults.append(str(error)))
    with words_come(page):
        page.goto(served.at(AT))
    assert kept(page) is None
    tell(page)
    expect(page).to_have_url(served.at(f"{AT}#skills"))
    with words_come(page):
        page.reload()
    page.wait_for_load_state("networkidle")
    phone.set_offline(True)
    before = len(asked)
    choose(page)
    judge(page)
    read(page)
    # The browser asks for the icon whenever it likes, and says so where it is not to be had.
    assert [url for url in asked[before:] if not url.endswith("/mark.svg")] == []
    assert [fault for fault in faults if "/mark.svg: " not in fault] == []
    phone.set_offline(False)
    until(page, "(key) => (localStorage.getItem(key) ?? '').includes('Sixteen')", KEY)
    found = kept(page)
    assert found["fields"]["skills"][0] == {
        "skill": "succession-planning", "level": "3", "years": "8", "again": "yes",
        "evidence": EVIDENCE,
    }  # fmt: skip
    assert found["notes"] == {"stories": {"built": STORY}, "title": "Sixteen years of water"}
    assert {url.startswith(served.url) for url in asked} == {True}
    assert (phone.cookies(), page.evaluate("Object.keys(localStorage)")) == ([], [KEY])


def test_who_comes_back_goes_on_and_is_led_to_the_way_in(page: Page, served: Served) -> None:
    opened(page, served, "", draft(2))
    press(page, "Go on where you were")
    expect(heading(page)).to_have_text("Your page")
    press(page, "Join the directory")
    expect(page).to_have_url(served.at("join/"))


STEPS = ("start", "story-built", "skills", "skill-succession-planning", "look", "sheet", "mirror")
FULL = draft(
    evidence="",
    stories={"built": STORY},
    title="Among people who farm",
    mirror={"by": "Fatima", "marks": {"coaching-leaders": "4", "founder-exit": "1"}},
)


def everything_open(page: Page) -> None:
    page.get_by_label("In your words, in any language").fill("eau")
    page.evaluate("document.querySelectorAll('.browse').forEach((each) => each.open = true)")
    expect(page.get_by_role("checkbox", name="Board development").first).to_be_visible()


def walked(page: Page, served: Served) -> Iterator[str]:
    """Each step with the full draft in it, and what is offered behind buttons shown."""
    opened(page, served, "start", FULL)
    # What others call the skills comes last.
    page.wait_for_load_state("networkidle")
    page.get_by_role("button", name="Start again").click()
    for step in STEPS:
        turn_to(page, step)
        if step == "skills":
            everything_open(page)
        yield step


@pytest.mark.slow
def test_axe_finds_nothing_in_any_step(browser: Browser, served: Served, scheme: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640}, reduced_motion="reduce")
    page = context.new_page()
    for step in walked(page, served):
        # What stands around the steps is the same for all.
        found = violations_in(page, scheme, None if step == "start" else "main")
        assert (step, found) == (step, [])
    context.close()


def test_no_step_scrolls_sideways_also_with_text_twice_as_large(
    browser: Browser, served: Served
) -> None:
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()

    def fit(step: str, *wanted: int) -> None:
        for width in wanted:
            page.set_viewport_size({"width": width, "height": 700})
            found = page.evaluate("document.documentElement.scrollWidth")
            assert (step, found) == (step, width)

    for step in walked(page, served):
        fit(step, 320, 360, 1280)
    page.add_style_tag(content="html{font-size:200%!important}")
    for step in STEPS:
        turn_to(page, step)
        fit(step, 1280, 640)
    context.close()


def test_without_scripts_there_is_the_page_to_read_and_the_one_to_print(
    browser: Browser, served: Served
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served.at(AT))
    expect(page.locator(".guide-steps")).to_be_hidden()
    expect(page.get_by_role("heading", name="The four levels")).to_be_visible()
    expect(page.locator(".family-guide")).to_have_count(14)
    page.get_by_role("link", name="The self-assessment on paper").click()
    expect(page.get_by_text("I have written statutes or bylaws")).to_be_visible()
    expect(page.get_by_text("Water governance", exact=True)).to_be_visible()
    expect(page.get_by_role("heading", name="Tell of an ending")).to_be_visible()
    context.close()


def pages(page: Page) -> int:
    return page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n")


def shown_on_paper(page: Page) -> str:
    page.emulate_media(media="print")
    text: str = page.locator("body").inner_text()
    return text


def test_eight_skills_print_on_one_page_and_so_does_the_page_to_be_marked(
    page: Page, served: Served
) -> None:
    long = "w" * 10 + " and what came of it, told at length, with numbers." * 6
    marks = {skill: "2" for skill, *_ in SKILLS}
    mirror = {"by": "Fatima, who kept the books", "marks": marks}
    opened(page, served, "sheet", draft(evidence=long[:300], title="Sixteen years", mirror=mirror))
    expect(page.get_by_text("As seen by Fatima, who kept the books:")).to_have_count(8)
    text = shown_on_paper(page)
    assert text.startswith("Sixteen years\n")
    assert text.rstrip().endswith("Nobody has checked it.")
    assert pages(page) == 1
    page.emulate_media(media="screen")
    opened(page, served, "mirror")
    expect(page.locator(".blank")).to_contain_text("Agricultural finance")
    text = shown_on_paper(page)
    assert text.startswith("What did you see?")
    assert "Agricultural finance" in text
    own = ("I have led it", "Fatima", "at length", "years")
    assert [each for each in own if each in text] == []
    assert pages(page) == 1


def test_only_the_sheet_is_one(page: Page, served: Served) -> None:
    opened(page, served, "story-built", draft(stories={"built": STORY}))
    assert "Tell of one thing" in shown_on_paper(page)
    page.emulate_media(media="screen")
    page.evaluate("() => { window.printed = 0; window.print = () => { window.printed += 1; }; }")
    page.evaluate("location.hash = '#sheet'")
    page.get_by_role("button", name="Print it").click()
    assert page.evaluate("window.printed") == 1


def test_the_mirror_lays_somebody_elses_marks_beside_ones_own(page: Page, served: Served) -> None:
    opened(page, served, "mirror", draft(3))
    page.get_by_label("Who marked it?").fill("Fatima")
    for name, level in (
        ("Succession planning", "others learn it from them"),
        ("Cooperative governance", "others learn it from them"),
        ("Agricultural finance", "has done it alone"),
    ):
        page.get_by_label(name).select_option(label=level)
    expect(page.locator(".marks .difference")).to_have_text(
        [
            "You both say the same.",
            "They see more than you claim. Ask what they saw.",
            "You claim more than they saw. Perhaps they saw a part; ask which.",
        ]
    )
    expect(page.locator(".differences")).to_have_text(
        "Fatima saw the same: Succession planning; more than you claim: Cooperative governance; "
        "less than you claim: Agricultural finance."
    )
    page.get_by_label("Agricultural finance").select_option(label="not marked")
    expect(page.locator(".differences")).not_to_contain_text("less")
    page.reload()
    expect(page.get_by_label("Cooperative governance")).to_have_value("4")
    page.evaluate("location.hash = '#sheet'")
    seen = page.locator(".sheet:visible .level.confirmed")
    expect(seen).to_have_text(["As seen by Fatima: others learn it from them"] * 2)
    assert kept(page)["notes"]["mirror"] == {
        "by": "Fatima",
        "marks": {"succession-planning": "4", "cooperative-governance": "4"},
    }


def test_what_a_friend_would_ask_stands_before_the_page_and_leads_back(
    page: Page, served: Served
) -> None:
    opened(page, served, "look", draft(evidence=""))
    asked = page.get_by_text("A higher level is believed with one fact beside it.")
    expect(asked).to_be_visible()
    row = page.locator("[data-part=noticed] > li")
    expect(row.get_by_role("link")).to_have_count(6)
    row.get_by_role("link", name="Leaving as a founder").click()
    expect(heading(page)).to_have_text("Leaving as a founder")
    page.get_by_label("One piece of evidence").fill("Left in 2014.")
    page.evaluate("location.hash = '#look'")
    expect(row.get_by_role("link")).to_have_count(5)


@pytest.mark.slow
def test_fifteen_is_the_limit_kindly_said(page: Page, served: Served) -> None:
    opened(page, served, "skills", draft(0))
    expect(page.get_by_role("link", name="Go on:")).to_have_count(0)
    page.evaluate("document.querySelectorAll('.browse').forEach((each) => each.open = true)")
    boxes = page.locator(".browse input")
    expect(boxes.nth(20)).to_be_visible()
    for place in range(15):
        boxes.nth(place).check()
    boxes.nth(15).click()
    expect(boxes.nth(15)).not_to_be_checked()
    expect(page.get_by_role("status").last).to_contain_text("Fifteen is the limit")
    off = page.get_by_role("button", name="Take off: Board development")
    off.focus()
    page.keyboard.press("Enter")
    expect(heading(page)).to_be_focused()
    expect(page.get_by_role("heading", name="Chosen 14 of at most 15")).to_be_visible()
    boxes.nth(15).check()
    expect(boxes.nth(15)).to_be_checked()


def test_a_skill_of_which_nothing_is_true_is_put_aside_and_comes_back_whole(
    page: Page, served: Served
) -> None:
    opened(page, served, "skill-succession-planning", draft(2))
    page.get_by_role("button", name="None of these").click()
    expect(heading(page)).to_have_text("Cooperative governance")
    opened(page, served, "skill-succession-planning")
    expect(heading(page)).to_have_text("What did that take?")
    page.get_by_label("In your words").fill("succession planning")
    page.get_by_role("checkbox", name="Succession planning").check()
    opened(page, served, "skill-succession-planning")
    expect(page.get_by_label("One piece of evidence")).to_have_value(EVIDENCE)


def test_the_draft_is_saved_emptied_brought_back_and_loaded(
    phone: BrowserContext, served: Served, tmp_path: Path
) -> None:
    page = phone.new_page()
    opened(page, served, "sheet", draft(2, title="Ours"))
    with page.expect_download() as download:
        page.get_by_role("button", name="Save to a file").press("Enter")
    name = download.value.suggested_filename
    assert name.startswith("self-assessment-20")
    assert name.endswith(".json")
    file = tmp_path / name
    download.value.save_as(file)
    assert json.loads(file.read_text("utf-8")) == draft(2, title="Ours")
    status = page.get_by_role("status").last
    expect(status).to_have_text(f"Saved as {name}.")

    page.get_by_role("button", name="Start again").press("Enter")
    page.get_by_role("button", name="Keep it").press("Enter")
    expect(page.get_by_role("button", name="Start again")).to_be_focused()
    page.get_by_role("button", name="Start again").press("Enter")
    page.get_by_role("button", name="Empty it").press("Enter")
    expect(status).to_have_text("Everything is empty.")
    assert kept(page) == {**draft(0), "fields": {}}
    page.get_by_role("button", name="Undo").press("Enter")
    expect(status).to_have_text("It is back.")
    assert kept(page) == draft(2, title="Ours")

    page.get_by_role("button", name="Start again").press("Enter")
    page.get_by_role("button", name="Empty it").press("Enter")
    page.locator("[data-part=file]").set_input_files(file)
    expect(status).to_have_text("The file is loaded.")
    expect(page.get_by_role("article", name="Ours")).to_be_visible()


def test_a_broken_file_says_what_is_wrong_and_changes_nothing(page: Page, served: Served) -> None:
    opened(page, served, "sheet", draft(2, title="Ours"))
    for said, text in {
        "a part of it is missing": '{"version": 1, "kind"',
        "another version": '{"version": 2}',
        "an assignment": json.dumps({**draft(1), "kind": "assignment"}),
        "does not hold": json.dumps({**draft(1), "fields": []}),
    }.items():
        page.locator("[data-part=file]").set_input_files(
            {"name": "x.json", "mimeType": "application/json", "buffer": text.encode()}
        )
        expect(page.get_by_role("status").last).to_contain_text(said)
        expect(page.get_by_role("article", name="Ours")).to_be_visible()
        assert kept(page) == draft(2, title="Ours"), said
        expect(page.get_by_role("button", name="Undo"), said).to_be_hidden()


def test_two_tabs_are_of_one_mind(context: BrowserContext, served: Served) -> None:
    page, other = context.new_page(), context.new_page()
    opened(page, served, "story-built", draft(2))
    opened(other, served, "sheet")
    page.get_by_label("Your story").first.fill("A bank.")
    expect(other.get_by_role("status").last).to_contain_text("Another tab changed your answers")
    other.get_by_label("A title in your own words").fill("Ours")
    expect(page.get_by_role("status").last).to_contain_text("Another tab changed your answers")
    page.get_by_label("Your story").first.press("End")
    page.keyboard.insert_text(" And more.")
    until(page, "(key) => localStorage.getItem(key).includes('And more')", KEY)
    assert kept(page)["notes"] == {"stories": {"built": "A bank. And more."}, "title": "Ours"}


def test_where_nothing_is_kept_it_works_and_says_so(
    context: BrowserContext, served: Served
) -> None:
    refusal = """Object.defineProperty(window, 'localStorage',
      { get() { throw new DOMException('no', 'SecurityError'); } });"""
    context.add_init_script(refusal)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    opened(page, served, "story-built")
    expect(page.get_by_text("This browser keeps nothing for this site")).to_be_visible()
    page.get_by_label("Your story").first.fill(STORY)
    page.evaluate("location.hash = '#skills'")
    page.get_by_role("checkbox", name="Succession planning “I did the").check()
    page.evaluate("location.hash = '#skill-succession-planning'")
    page.get_by_role("radio", name="Others learn it from me").check()
    page.evaluate("location.hash = '#sheet'")
    expect(page.get_by_role("article", name="My self-assessment")).to_be_visible()
    with page.expect_download():
        page.get_by_role("button", name="Save to a file").click()
    assert faults == []


def test_a_list_that_could_not_be_loaded_is_asked_for_again(page: Page, served: Served) -> None:
    page.route("**/data/skills.json", lambda route: route.abort())
    opened(page, served, "skills", draft(2, stories={"built": STORY}))
    retry = page.get_by_role("button", name="Try again")
    expect(retry).to_be_visible()
    # Nothing is asked of a skill that has no name yet.
    for step in ("skills", "skill-succession-planning", "look", "sheet", "mirror"):
        turn_to(page, step)
        asked = page.locator(".step:visible :is(input, fieldset, [data-part]:not(h2, a)):visible")
        expect(asked).to_have_count(0)
    turn_to(page, "skills")
    page.unroute("**/data/skills.json")
    retry.click()
    expect(page.get_by_role("checkbox", name="Succession planning “I did the")).to_be_checked()
    expect(retry).to_be_hidden()


def test_the_place_of_another_kind_leaves_the_step_alone(page: Page, served: Served) -> None:
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    opened(page, served, "look", draft(2))
    page.get_by_role("link", name="Skip to the content").press("Enter")
    expect(page).to_have_url(served.at(f"{AT}#main"))
    expect(heading(page)).to_have_text("Look again, with a friend's eyes")
    assert faults == []


def test_the_whole_on_paper_is_a_dozen_sides(page: Page, served: Served) -> None:
    page.goto(served.at(f"{AT}paper/"))
    assert pages(page) == 12
    text = shown_on_paper(page)
    assert text.startswith("Self-assessment on paper")
    assert "Print this page" not in text
