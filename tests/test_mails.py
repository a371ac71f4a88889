"""The mails of a week: which are due, what they say, and where they may be written."""

from __future__ import annotations

import re
import shutil
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sitegen.cli import cli
from tests.conftest import ROOT

MINIMAL = ROOT / "tests" / "sites" / "minimal" / "content"
OVERLAY = ROOT / "tests" / "overlay"
SAMPLE = ROOT / "content"


@pytest.fixture(name="folder")
def site_and_private_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small site and an empty private folder, in the current folder."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(MINIMAL, tmp_path / "content")
    (tmp_path / "private" / "profiles").mkdir(parents=True)
    return tmp_path


def mails(*arguments: str, content: str = "content", private: str = "private") -> Result:
    options = ("--content", content, "--private", private, *arguments)
    return CliRunner().invoke(cli, ["mails", *options])


def log(*rows: str) -> None:
    lines = "".join(f"  - {{{row}}}\n" for row in rows)
    Path("private/log.yml").write_text(f"introductions:\n{lines}", "utf-8")


# A day on which many pages of the sample are due.
BUSY = ("--today", "2027-04-12")


def due(*arguments: str) -> dict[str, list[tuple[str, str]]]:
    """Reason and subject of each mail, by its batch; batches with none are left out."""
    found: dict[str, list[tuple[str, str]]] = {}
    batch = why = ""
    result = mails(*arguments)
    assert result.exit_code == 0, result.output
    for line in result.output.splitlines():
        if line.startswith("# "):
            batch = line[2:]
        elif line.startswith("## "):
            why = line[3:]
        elif line.startswith("Subject: "):
            found.setdefault(batch, []).append((why, line[9:]))
    return found


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("2027-03-29", None),
        ("2027-03-30", "still fresh: last confirmed 169 days ago, ageing after 12 April 2027"),
        ("2027-04-05", "still fresh: last confirmed 175 days ago, ageing after 12 April 2027"),
        ("2027-04-06", None),
        ("2027-04-12", None),
        ("2027-04-13", "ageing: last confirmed 183 days ago, dormant after 12 October 2027"),
        ("2027-04-20", None),
        ("2027-09-15", "ageing: last confirmed 338 days ago, dormant after 12 October 2027"),
        ("2027-09-22", None),
        ("2027-10-12", None),
        ("2027-10-13", "dormant: last confirmed 366 days ago"),
        ("2027-10-20", None),
        ("2028-04-11", None),
        ("2028-04-12", "dormant: last confirmed 548 days ago"),
        ("2028-04-19", None),
    ],
)
def test_a_page_is_asked_about_in_a_few_weeks_of_its_life(day: str, why: str | None) -> None:
    for name in ("tom-baker", "mariama-sow"):
        text = Path(f"content/profiles/{name}.md").read_text("utf-8")
        text = re.sub(r"confirmed: .*", f"confirmed: {{on: {day}}}", text)
        Path(f"content/profiles/{name}.md").write_text(text, "utf-8")
    found = due("--today", day).get("Still true?", [])
    assert found == ([(why, "Is your page still true?")] if why else [])


@pytest.mark.usefixtures("folder")
def test_whoever_has_an_account_gets_the_form_and_everybody_can_answer_yes() -> None:
    with Path("content/site.yml").open("a", encoding="utf-8") as stream:
        stream.write("repository: https://git.example/commonweave/directory\n")
    for name in ("leila-haddad", "mariama-sow"):
        text = Path(f"content/profiles/{name}.md").read_text("utf-8")
        text = re.sub(r"confirmed: .*", "confirmed: {on: 2026-11-30}", text)
        Path(f"content/profiles/{name}.md").write_text(text, "utf-8")
    listed = mails("--today", "2027-06-01").output.split("\n## ")
    leila = next(mail for mail in listed if "\nTo: ليلى حداد" in mail)
    mariama = next(mail for mail in listed if "\nTo: Mariama Sow" in mail)
    form = "https://git.example/commonweave/directory/issues/new?template=still-true.yml&slug="
    assert f"answer “yes” to this mail.\n{form}leila-haddad\n" in leila
    assert "If it is still true, answer “yes”, and that is all." in mariama
    assert "issues/new" not in mariama


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("on: 2026-11-11, state: asked", None),
        (
            "on: 2026-11-10, state: asked",
            ("asked on 10 November 2026, 6 days ago, and no answer yet", "Once more: Exit plan"),
        ),
        (
            "on: 2026-11-16, state: agreed",
            (
                "said yes on 16 November 2026, today, and not introduced yet",
                "ليلى حداد and Example",
            ),
        ),
        (
            "on: 2026-11-04, state: asked",
            ("asked on 4 November 2026, 12 days ago, and no answer yet", "Once more"),
        ),
        ("on: 2026-11-03, state: asked", None),
        ("on: 2026-10-01, state: declined", None),
        ("on: 2026-10-01, state: introduced", None),
    ],
    ids=[
        "in time",
        "late",
        "agreed",
        "late for a week",
        "left in peace",
        "declined",
        "long introduced",
    ],
)
def test_introductions_are_followed_up(row: str, expected: tuple[str, str] | None) -> None:
    log(f"profile: leila-haddad, assignment: dairy-exit-plan, {row}")
    found = due().get("Introductions to follow up", [])
    assert [why for why, _ in found] == ([expected[0]] if expected else [])
    assert all(subject.startswith(expected[1]) for _, subject in found if expected)


@pytest.mark.usefixtures("folder")
def test_rows_of_people_and_assignments_that_are_gone_need_no_mail() -> None:
    log(
        "profile: jo-gone, assignment: dairy-exit-plan, on: 2026-10-01, state: asked",
        "profile: leila-haddad, assignment: gone, on: 2026-10-01, state: agreed",
    )
    assert "Introductions to follow up" not in due()


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("day", "whys"),
    [
        ("2027-12-30", []),
        ("2027-12-31", ["ends in 60 days"]),
        ("2028-01-07", []),
        ("2028-02-15", ["ends in 14 days"]),
        ("2028-02-22", []),
        ("2028-03-01", []),
    ],
)
def test_a_mark_is_spoken_of_sixty_days_and_two_weeks_before_it_ends(
    day: str, whys: list[str]
) -> None:
    path = Path("content/vetting/leila-haddad.yml")
    path.write_text(path.read_text("utf-8").replace("until: 2028-03-01", "until: 2028-02-29"))
    assert [why for why, _ in due("--today", day).get("Marks that end soon", [])] == whys


@pytest.mark.usefixtures("folder")
def test_a_mark_that_was_renewed_is_not_spoken_of() -> None:
    path = Path("content/vetting/leila-haddad.yml")
    later = "- {label: interview, by: Vetting circle, on: 2028-02-01, until: 2030-02-01}\n"
    path.write_text(path.read_text("utf-8") + later, "utf-8")
    assert "Marks that end soon" not in due("--today", "2028-02-02")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("day", "whys"),
    [
        ("2025-07-09", []),
        ("2025-07-10", ["first-elected-board ended on 10 July 2025"]),
        ("2025-07-16", ["first-elected-board ended on 10 July 2025"]),
        ("2025-07-17", []),
    ],
)
def test_completed_work_is_thanked_for_within_a_week(day: str, whys: list[str]) -> None:
    content = Path("content/profiles/leila-haddad.md")
    text = (
        content.read_text("utf-8").replace("2026-10-12", "2025-07-01").replace("2026-01", "2025-01")
    )
    content.write_text(text, "utf-8")
    if day == "2025-07-09":
        path = Path("content/assignments/first-elected-board.md")
        path.write_text(
            path.read_text("utf-8").replace("on: 2025-07-10", "on: 2025-06-01"), "utf-8"
        )
    assert [why for why, _ in due("--today", day).get("Thanks", [])] == whys


@pytest.mark.usefixtures("folder")
def test_whoever_was_introduced_of_late_is_thanked() -> None:
    log("profile: leila-haddad, assignment: dairy-exit-plan, on: 2026-11-10, state: introduced")
    expected = [("introduced on 10 November 2026, 6 days ago", "Thank you for saying yes")]
    assert due()["Thanks"] == expected
    assert "Thanks" not in due("--today", "2026-11-17")


@pytest.mark.usefixtures("folder")
def test_a_seeker_is_named_to_nobody_before_the_introduction() -> None:
    row = "profile: leila-haddad, for: guidance, seeker: Jo Seeker, on: 2026-11-09"
    log(f"{row}, state: asked")
    assert "Once more: a talk with somebody who seeks guidance" in mails().output
    assert "Jo Seeker" not in mails().output
    log(f"{row}, state: agreed")
    assert "Dear Jo Seeker, dear ليلى حداد," in mails().output


@pytest.mark.usefixtures("folder")
def test_a_quiet_week_says_so() -> None:
    shutil.rmtree("content/profiles")
    shutil.rmtree("content/vetting")
    shutil.rmtree("content/assignments")
    shutil.rmtree("content/stories")
    assert mails().output == (
        "Mails of Minimal, 16 November 2026\n\n"
        "# Introductions to follow up\n\n"
        "Nobody is to be asked again, and nobody waits for the other side.\n\n"
        "# Still true?\n\nNo page is due this week.\n\n"
        "# Marks that end soon\n\nNo mark ends soon.\n\n"
        "# Thanks\n\nNothing came to its end of late.\n"
    )


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.texts = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]
        self.texts += tag == "textarea"


def test_the_page_of_the_sample_has_every_mail_of_the_text_and_loads_nothing(
    tmp_path: Path,
) -> None:
    private = shutil.copytree(OVERLAY, tmp_path / "private")
    output = private / "mails.html"
    first = mails("--output", str(output), *BUSY, content=str(SAMPLE), private=str(private))
    assert first.exit_code == 0, first.output
    count = int(first.output.split(" ", 1)[0])
    raw = output.read_text("utf-8")
    page = _Page()
    page.feed(raw)
    assert page.texts == count > 10
    assert not page.tags & {"script", "img", "link", "iframe", "form"}
    assert all(link.startswith(("mailto:", "https://git.example/")) for link in page.links)
    assert "default-src 'none'" in raw
    assert output.stat().st_mode & 0o077 == 0
    # The page lies in the private folder and is in nobody's way; a second run gives the same bytes.
    again = mails("--output", str(output), *BUSY, content=str(SAMPLE), private=str(private))
    assert (again.exit_code, output.read_text("utf-8")) == (0, raw)
    text = mails(*BUSY, content=str(SAMPLE), private=str(private)).output
    bodies = [unescape(body) for body in re.findall(r"(?s)<textarea[^>]*>(.*?)</textarea>", raw)]
    assert len(bodies) == text.count("\nSubject: ") == count
    assert all(body in text for body in bodies)


@pytest.mark.usefixtures("folder")
def test_names_and_notes_cannot_break_out_of_the_page() -> None:
    path = Path("content/profiles/mariama-sow.md")
    text = path.read_text("utf-8").replace(
        "name: Mariama Sow", "name: '</textarea><script>x</script>'"
    )
    path.write_text(text, "utf-8")
    Path("private/profiles/mariama-sow.yml").write_text('contact: "<img src=x>"\n', "utf-8")
    page = mails("--format", "html", "--today", "2026-03-02").output
    assert "<script" not in page and "<img" not in page
    assert "Dear &lt;/textarea&gt;&lt;script&gt;" in page


@pytest.mark.parametrize(
    ("output", "is_allowed"),
    [
        ("content/mails.html", False),
        ("mails.html", False),
        ("_site/mails.html", False),
        ("private/mails.html", True),
        ("elsewhere/mails.html", True),
        ("other-repository/mails.html", False),
        ("built/mails.html", False),
    ],
)
def test_mails_are_written_where_nothing_is_published(
    folder: Path, output: str, is_allowed: bool
) -> None:
    repository = folder / "public"
    repository.mkdir()
    (folder / "content").rename(repository / "content")
    for name in (".git", "_site", "elsewhere", "other-repository/.git", "built"):
        (repository / name).mkdir(parents=True)
    for name in ("elsewhere", "other-repository", "built"):
        (repository / name).rename(folder / name)
    (folder / "built" / ".sitegen").write_text("", "utf-8")
    (folder / "private" / ".git").mkdir()
    inside = output.split("/")[0] in ("content", "mails.html", "_site")
    path = (repository if inside else folder) / output
    result = mails("--output", str(path), content=str(repository / "content"))
    assert (result.exit_code, path.exists()) == ((0, True) if is_allowed else (2, False))
    assert ("S032" in result.output) is not is_allowed


@pytest.mark.usefixtures("folder")
def test_a_link_into_the_content_is_seen_through(folder: Path) -> None:
    (folder / "innocent").symlink_to(folder / "content")
    assert "S032" in mails("--output", "innocent/mails.html").output


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "text",
    ["contact: [1]\n", 'contact: "a\\0b"\n', "\tx", "guidance_load: 1e9\n", "contact: &a b\n"],
)
def test_a_hostile_overlay_is_told_in_words(text: str) -> None:
    Path("private/profiles/tom-baker.yml").write_text(text, "utf-8")
    result = mails()
    assert result.exit_code == 1
    assert "private/profiles/tom-baker.yml:1:" in result.output and " error P" in result.output
