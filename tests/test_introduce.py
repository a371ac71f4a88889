"""Introductions: the person is asked first, and says yes, before anybody hears of them."""

from __future__ import annotations

import shutil
from itertools import product
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from click.testing import CliRunner, Result

from sitegen.cli import cli
from sitegen.i18n import Translator
from sitegen.private_log import log_of
from sitegen.upkeep.mail import LONGEST_LINK, Mail, Recipient
from sitegen.upkeep.texts import TEXTS
from tests.conftest import ROOT

MINIMAL = ROOT / "tests" / "sites" / "minimal" / "content"
LEILA, DAIRY = "leila-haddad", "dairy-exit-plan"
FILES = {
    "private/profiles/leila-haddad.yml": 'contact: "leila@members.example"\n',
    "private/assignments/dairy-exit-plan.yml": 'contact: "desk@foundation.example"\n',
}


@pytest.fixture(name="folder")
def site_and_private_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small site and a private folder with two addresses, in the current folder."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(MINIMAL, tmp_path / "content")
    write(FILES)
    return tmp_path


def write(files: dict[str, str]) -> None:
    for name, text in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, "utf-8")


def edit(path: str, old: str, new: str) -> None:
    text = Path(path).read_text("utf-8")
    assert old in text
    Path(path).write_text(text.replace(old, new), "utf-8")


def introduce(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["introduce", *arguments, "--private", "private"])


def state() -> str | None:
    rows = log_of(Path("private")).introductions
    assert len(rows) <= 1
    return rows[0].state if rows else None


STEPS: dict[str, list[str]] = {
    "ask": [],
    "yes": ["--answer", "yes"],
    "no": ["--answer", "no"],
    "sent": ["--sent"],
}
# (state before, step) → (state after, what is printed or why it is refused)
MACHINE = {
    (None, "ask"): ("asked", "Subject: May we introduce you?"),
    (None, "yes"): (None, "S031 leila-haddad cannot be introduced: they have not been asked"),
    (None, "no"): (None, "they have not been asked"),
    (None, "sent"): (None, "they have not been asked"),
    ("asked", "ask"): ("asked", "Subject: May we introduce you?"),
    ("asked", "yes"): ("agreed", "dear Example Foundation,"),
    ("asked", "no"): ("declined", "Subject: Thank you for the answer"),
    ("asked", "sent"): ("asked", "they have not said yes"),
    ("agreed", "ask"): ("agreed", "dear Example Foundation,"),
    ("agreed", "yes"): ("agreed", "dear Example Foundation,"),
    ("agreed", "no"): ("declined", "Subject: Thank you for the answer"),
    ("agreed", "sent"): ("introduced", "introduced on 16 November 2026"),
    ("declined", "ask"): ("declined", "they have said no"),
    ("declined", "yes"): ("declined", "they have said no"),
    ("declined", "no"): ("declined", "Subject: Thank you for the answer"),
    ("declined", "sent"): ("declined", "they have said no"),
    ("introduced", "ask"): ("introduced", "they have been introduced already"),
    ("introduced", "yes"): ("introduced", "they have been introduced already"),
    ("introduced", "no"): ("introduced", "they have been introduced already"),
    ("introduced", "sent"): ("introduced", "introduced on 16 November 2026"),
}


def test_the_table_has_every_state_and_step() -> None:
    states = (None, "asked", "agreed", "declined", "introduced")
    assert set(MACHINE) == set(product(states, STEPS))


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("before", "step"), MACHINE, ids=[f"{b}-{s}" for b, s in MACHINE])
def test_an_introduction_goes_step_by_step(before: str | None, step: str) -> None:
    if before:
        row = f"{{profile: {LEILA}, assignment: {DAIRY}, on: 2026-11-16, state: {before}}}"
        write({"private/log.yml": f"introductions:\n  - {row}\n"})
    result = introduce(LEILA, "--for", DAIRY, *STEPS[step])
    after, words = MACHINE[before, step]
    assert words in result.output
    assert state() == after
    assert result.exit_code == (2 if "S031" in result.output else 0)


@pytest.mark.usefixtures("folder")
def test_the_mail_that_asks_says_who_asks_why_and_that_no_is_fine() -> None:
    result = introduce(LEILA, "--for", DAIRY)
    mail, link = result.stdout.rstrip("\n").rsplit("\n\n", 1)
    assert mail == (
        "To: ليلى حداد <leila@members.example>\n"
        "Subject: May we introduce you? Exit plan for a dairy cooperative\n\n"
        "Dear ليلى حداد,\n\n"
        "Example Foundation looks for somebody for this: “Exit plan for a dairy cooperative”.\n"
        "https://minimal.example/assignments/dairy-exit-plan/\n\n"
        "We thought of you because of what stands on your page:\n"
        "- Succession planning, confirmed by Example Fellowship: “Prepared three successors over "
        "four years; the second stayed.”\n"
        "- Cooperative governance: “Elected boards in 41 villages, 1998–2014.”\n"
        "- Knows this world from inside: community\n"
        "- Works in this sector: dairy\n"
        "- Speaks French C2, Arabic (native) and English C1\n\n"
        "If you say yes, we introduce you and the client to each other by mail, and the two of "
        "you talk. Nothing is agreed by that. Until then the client knows nothing of this "
        "question.\n\n"
        "If you would rather not, a plain no is enough. It needs no reason, and we go on thinking "
        "of you for other things. An answer within 5 working days helps; if we hear nothing, we "
        "ask once more and then leave you in peace.\n\n"
        "With good wishes,\na coordinator of Minimal"
    )
    assert link.startswith("mailto:leila@members.example?subject=May%20we%20introduce%20you%3F")
    assert result.stderr.startswith("ليلى حداد: asked on 16 November 2026. Answered?")


@pytest.mark.usefixtures("folder")
def test_after_a_yes_both_stand_in_one_mail() -> None:
    introduce(LEILA, "--for", DAIRY)
    lines = introduce(LEILA, "--for", DAIRY, "--answer", "yes").stdout.splitlines()
    assert lines[:2] == [
        "To: ليلى حداد <leila@members.example>",
        "To: Example Foundation <desk@foundation.example>",
    ]
    assert lines[-1].startswith("mailto:leila@members.example,desk@foundation.example?subject=")


@pytest.mark.usefixtures("folder")
def test_while_one_address_of_two_is_missing_there_is_no_link() -> None:
    Path("private/assignments/dairy-exit-plan.yml").unlink()
    introduce(LEILA, "--for", DAIRY)
    output = introduce(LEILA, "--for", DAIRY, "--answer", "yes").stdout
    assert (
        "To: Example Foundation (no address yet: write it as `contact` in "
        "private/assignments/dairy-exit-plan.yml)\n"
    ) in output
    assert "mailto:" not in output


@pytest.mark.usefixtures("folder")
def test_a_client_whom_the_public_file_does_not_name_is_not_named_when_asking() -> None:
    edit(
        f"content/assignments/{DAIRY}.md",
        "client: {name: Example Foundation, ",
        "client: {anonymous: yes, ",
    )
    edit(
        f"content/assignments/{DAIRY}.md", ', url: "https://foundation.example/", consent: yes', ""
    )
    write({f"private/assignments/{DAIRY}.yml": 'client: {name: "Secret Trust"}\n'})
    asked = introduce(LEILA, "--for", DAIRY)
    assert "A client who is not named yet (Foundation, Netherlands) looks for" in asked.stdout
    assert "Secret Trust" not in asked.output
    agreed = introduce(LEILA, "--for", DAIRY, "--answer", "yes")
    assert "dear Secret Trust," in agreed.stdout


RELUCTANT = {
    "takes a pause": (
        ("profiles/leila-haddad", "availability: {status: paused}\n"),
        "takes a pause",
    ),
    "has not confirmed for long": (
        ("profiles/leila-haddad", "confirmed: {on: 2025-01-01}\n"),
        "the page has not been confirmed for long",
    ),
    "declines the sector": (
        ("profiles/leila-haddad", "declines: {sectors: [dairy]}\n"),
        "declines work in this sector: dairy",
    ),
    "declines the world": (
        ("profiles/leila-haddad", "declines: {silos: [foundation]}\n"),
        "declines clients of this world: foundation",
    ),
    "declines the client in private": (
        ("profiles/leila-haddad", 'declines_clients: ["The Example Foundation"]\n'),
        "",
    ),
    "declines the very client in private": (
        ("profiles/leila-haddad", 'declines_clients: ["example foundation"]\n'),
        "declines this client",
    ),
    "has a tie to the client": (
        ("profiles/leila-haddad", 'interests: [{name: "Example Foundation"}]\n'),
        "has a tie today: Example Foundation",
    ),
}


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("name", RELUCTANT)
def test_who_must_not_be_asked_is_not_and_the_reason_is_said(name: str) -> None:
    (file, text), reason = RELUCTANT[name]
    write({f"private/{file}.yml": text})
    result = introduce(LEILA, "--for", DAIRY)
    if reason:
        refused = f"sitegen: S031 leila-haddad cannot be introduced: {reason}\n"
        assert result.output == f"{refused}  leave it, or talk with them about it first\n"
        assert (result.exit_code, state()) == (2, None)
    else:
        assert "- declines: declines a client whose name is like this one: ask\n" in result.stderr
        assert state() == "asked"


@pytest.mark.usefixtures("folder")
def test_a_yes_counts_even_when_the_page_has_aged_since() -> None:
    introduce(LEILA, "--for", DAIRY)
    write({"private/profiles/leila-haddad.yml": "confirmed: {on: 2025-01-01}\n"})
    assert introduce(LEILA, "--for", DAIRY, "--answer", "yes").exit_code == 0
    assert state() == "agreed"


@pytest.mark.usefixtures("folder")
def test_somebody_with_nothing_to_say_for_is_asked_with_a_gap_to_fill() -> None:
    result = introduce("tom-baker", "--for", DAIRY)
    assert "[Write here why you thought of them: the page does not say it.]" in result.stdout
    assert "because of what stands on your page" not in result.stdout
    assert "- languages: French B2 is asked and not on the page" in result.stderr


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["leila-hadad", "--for", DAIRY], "S030 there is no person `leila-hadad`"),
        ([LEILA, "--for", "nothing"], "S007 there is no assignment nothing\n  dairy-exit-plan\n"),
        ([LEILA, "--for", "handover-at-a-clinic"], "S007 there is no assignment handover"),
        ([LEILA, "--for", DAIRY, "--seeker", "Jo"], "--seeker belongs to --for guidance"),
        ([LEILA, "--for", "guidance"], "--for guidance needs --seeker"),
        ([LEILA, "--for", "guidance", "--seeker", " "], "--for guidance needs --seeker"),
        (
            [LEILA, "--for", "guidance", "--seeker", "tom-backer"],
            "S030 there is no person `tom-backer` in the content\n"
            "  the names are those of the files in profiles/; did you mean `tom-baker`?",
        ),
        (
            [LEILA, "--for", "guidance", "--seeker", "x" * 121],
            "P024 `seeker` is 121 characters long; the limit is 120",
        ),
        (
            [LEILA, "--for", "guidance", "--seeker", "Jo\u202eoJ"],
            "P003 a hidden character stands here: U+202E",
        ),
        ([LEILA, "--for", DAIRY, "--answer", "yes", "--sent"], "--answer and --sent are two steps"),
    ],
)
def test_what_was_asked_for_wrongly_is_told_in_words(arguments: list[str], words: str) -> None:
    result = introduce(*arguments)
    assert words in result.output
    assert result.exit_code in (1, 2)
    assert state() is None


@pytest.mark.usefixtures("folder")
def test_no_log_is_written_in_the_repository_of_the_content(folder: Path) -> None:
    (folder / ".git").mkdir()
    assert "S032 private/log.yml lies in" in introduce(LEILA, "--for", DAIRY).output
    assert state() is None


GUIDE = ["--for", "guidance", "--seeker", "tom-baker"]


@pytest.mark.usefixtures("folder")
def test_a_guide_is_asked_without_the_name_and_introduced_with_it() -> None:
    write({"private/profiles/tom-baker.yml": "guidance: {seeks: [stepping-down]}\n"})
    asked = introduce(LEILA, *GUIDE)
    assert "They look for what you offer:\n- Stepping down\n" in asked.stdout
    assert "Tom" not in asked.stdout
    agreed = introduce(LEILA, *GUIDE, "--answer", "yes").stdout
    assert "Dear Tom Baker, dear ليلى حداد," in agreed
    assert "write it as `contact` in private/profiles/tom-baker.yml" in agreed
    assert introduce(LEILA, *GUIDE, "--sent").exit_code == 0
    assert state() == "introduced"


@pytest.mark.usefixtures("folder")
def test_somebody_outside_the_directory_may_seek_under_a_name() -> None:
    name = ["--for", "guidance", "--seeker", "  Jo  O'Example "]
    assert "because you offer guidance on:\n- Stepping down\n" in introduce(LEILA, *name).stdout
    assert "dear ليلى حداد," in introduce(LEILA, *name, "--answer", "yes").stdout
    assert log_of(Path("private")).introductions[0].seeker == "Jo O'Example"


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("person", "text", "reason"),
    [
        ("tom-baker", "", "that is the same person"),
        ("mariama-sow", "", "their page offers no guidance"),
        (LEILA, "guidance: {paused: yes}\n", "they take a pause from giving guidance"),
        (LEILA, "confirmed: {on: 2025-01-01}\n", "the page has not been confirmed for long"),
        (LEILA, "listed: no\n", "they are not listed"),
        (LEILA, "guidance: {capacity: 0}\n", "they have as many people to guide"),
        (LEILA, "guidance_load: 2\n", "they have as many people to guide"),
        (LEILA, "guidance_load: 1\n", ""),
    ],
    ids=["oneself", "no offer", "a pause", "dormant", "not listed", "none", "full", "one left"],
)
def test_a_guide_is_asked_within_what_they_offer(person: str, text: str, reason: str) -> None:
    write({f"private/profiles/{person}.yml": text})
    result = introduce(person, *GUIDE)
    assert (reason in result.output, state()) == (True, None if reason else "asked")


@pytest.mark.usefixtures("folder")
def test_talks_being_asked_about_count_towards_the_load() -> None:
    row = "{profile: leila-haddad, for: guidance, seeker: Jo, on: 2026-11-09, state: asked}"
    write(
        {
            "private/log.yml": f"introductions:\n  - {row}\n",
            "private/profiles/leila-haddad.yml": "guidance_load: 1\n",
        }
    )
    assert "they have as many people to guide" in introduce(LEILA, *GUIDE).output
    edit("private/log.yml", "state: asked", "state: declined")
    assert introduce(LEILA, *GUIDE).exit_code == 0
    assert introduce(LEILA, *GUIDE).exit_code == 0, "one's own talk stands in nobody's way"


def mail_to(*contacts: str | None, text: str = "A\nB") -> Mail:
    to = tuple(Recipient("Ada", contact, "private/profiles/ada.yml") for contact in contacts)
    return Mail(to, "A & B? 1/2 #3", text)


def test_a_link_carries_subject_and_text_as_mail_programs_want_them() -> None:
    link = mail_to("ada+x@members.example").link(Translator()) or ""
    assert link == (
        "mailto:ada%2Bx@members.example?subject=A%20%26%20B%3F%201%2F2%20%233&body=A%0D%0AB"
    )


@pytest.mark.parametrize(
    "contact",
    ["ada@members.example?bcc=eve@evil.example", "a@b.example,c@d.example", "by telephone", "a@b"],
)
def test_what_is_not_one_mailbox_never_enters_a_link(contact: str) -> None:
    assert (mail_to(contact).link(Translator()) or "").startswith("mailto:?subject=")
    assert mail_to("ada@members.example", contact).link(Translator()) is None


def test_a_long_text_is_cut_at_a_line_and_says_so() -> None:
    text = "\n".join(["Ünïcödé " * 8] * 40)
    link = mail_to("ada@members.example", text=text).link(Translator()) or ""
    assert len(link) <= LONGEST_LINK
    lines = unquote(parse_qs(urlsplit(link).query)["body"][0]).split("\r\n")
    assert lines[-1] == "[The rest is too long for a link: copy the whole text.]"
    assert set(lines[:-2]) == {"Ünïcödé " * 8}


@pytest.mark.parametrize("kind", TEXTS)
def test_every_text_is_plain_and_ends_with_who_sends_it(kind: str) -> None:
    text = TEXTS[kind]
    assert "!" not in text.subject + "".join(text.paragraphs)
    assert text.paragraphs[-1].endswith("a coordinator of {site}")
