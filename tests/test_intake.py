"""What becomes of what people send: one file, or an answer in plain words, and nothing else."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from textwrap import dedent
from urllib.parse import parse_qs, urlsplit

import pytest
from click.testing import CliRunner, Result
from markdown import markdown as rendered
from PIL import Image

from sitegen.check import directory_of
from sitegen.cli import cli
from sitegen.frontmatter import read_markdown
from sitegen.read import read
from sitegen.urls import Urls
from tests.conftest import CLOCK, ROOT
from tests.factories import site_files

LEILA, OWNER = "leila-haddad", "leila-haddad-sample"
ADA = dedent("""\
    ---
    name: Ada Example
    headline: Took a rural credit union from 200 to 90,000 members
    based_in: {country: MA, city: Rabat}
    languages: {ar: native, fr: C2}
    skills:
      - {skill: succession-planning, level: 4, evidence: "Prepared three: all stayed."}
      - {skill: cooperative-governance, level: 3, evidence: Wrote the by-laws.}
      - {skill: board-development, level: 2}
    sectors: [agriculture]
    availability: {status: open, from: 2027-03-01}
    consent: {on: 2026-11-10, wording: v1}
    ---
    ### My story

    A text of some length, in her own voice, about work that was done and handed on.
    """)
CANONICAL = dedent("""\
    ---
    name: "Ada Example"
    headline: "Took a rural credit union from 200 to 90,000 members"
    github: "ada"
    github_id: "77"
    based_in:
      country: "MA"
      city: "Rabat"
    languages:
      ar: "native"
      fr: "C2"
    skills:
      - skill: "succession-planning"
        level: "4"
        evidence: "Prepared three: all stayed."
      - skill: "cooperative-governance"
        level: "3"
        evidence: "Wrote the by-laws."
      - skill: "board-development"
        level: "2"
    sectors: ["agriculture"]
    availability:
      status: "open"
      from: "2027-03-01"
    consent:
      "on": "2026-11-10"
      wording: "v1"
    confirmed:
      "on": "2026-11-16"
    ---
    ### My story

    A text of some length, in her own voice, about work that was done and handed on.
    """)
WORK = dedent("""\
    ---
    title: A board that meets
    client: {name: Example Foundation, silo: foundation, country: NL, consent: yes}
    posted: 2026-11-01
    status: open
    skills: {required: [{skill: board-development, level: 2}]}
    work: {mode: remote}
    ---
    The board has not met for a year, and everybody has got used to it by now.
    """)
CONSENT = {
    "profile": (
        "These are my own words, or the words of somebody who agreed that I send them.",
        "I know that git remembers: what was public once stays in the history and in copies.",
        "No e-mail address, telephone number, street address or date of birth is in it.",
    ),
    "assignment": (
        "I may speak for the client, and who is named in it agreed to be named.",
        "I know that git remembers: what was public once stays in the history and in copies.",
        "No e-mail address, telephone number or street address is in it.",
    ),
}
HEADS = {
    "profile": ("Address of your page, if you have one", "Your page"),
    "assignment": ("Address of the assignment, if it has one", "The assignment"),
}


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The minimal site as `content` of the current folder, kept by @keeper."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "tests/sites/minimal/content", tmp_path / "content")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".github").mkdir()
    (tmp_path / ".github/CODEOWNERS").write_text("* @keeper\n")
    return tmp_path / "content"


def form(
    block: str, slug: str = "_No response_", sender: str = "Myself", kind: str = "profile"
) -> str:
    """An issue as GitHub makes it of the form."""
    ticks = "\n".join(f"- [X] {statement}" for statement in CONSENT[kind])
    address, file = HEADS[kind]
    return (
        f"### Who sends this\n\n{sender}\n\n### {address}\n\n{slug}\n\n"
        f"### Before you send it\n\n{ticks}\n\n### {file}\n\n```yaml\n{block}```\n"
    )


def small(*pairs: tuple[str, str]) -> str:
    return "".join(f"### {label}\n\n{text}\n\n" for label, text in pairs)


TRUE = ("Still true", "- [x] I have read my page today, and everything on it is true.")
PAGE = "Address of your page"


def send(text: str, kind: str = "profile", author: str = "ada", *options: str) -> Result:
    arguments = ["intake", "-", "--kind", kind, "--author", author, *options]
    return CliRunner().invoke(cli, arguments, input=text.encode())


def send_as_ada(text: str, *options: str) -> Result:
    return send(text, "profile", "ada", "--author-id", "77", *options)


def codes(result: Result) -> list[str]:
    return re.findall(r"\((P\d{3})\) *$", result.stdout, re.M)


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def lines_changed(before: bytes, after: bytes) -> tuple[list[str], list[str]]:
    old, new = before.decode().splitlines(), after.decode().splitlines()
    return [x for x in old if x not in new], [x for x in new if x not in old]


def test_a_profile_becomes_one_file_in_the_one_form(content: Path) -> None:
    before = files(content.parent)
    result = send_as_ada(form(ADA), "--outputs", "out")
    assert (result.exit_code, result.stderr) == (0, "")
    after = files(content.parent)
    assert after["content/profiles/ada-example.md"].decode() == CANONICAL
    assert after.pop("out").decode() == (
        "state=ready\nslug=ada-example\npath=content/profiles/ada-example.md\n"
        "branch=intake/profile-ada-example-77\nwaits=yes\n"
    )
    del after["content/profiles/ada-example.md"]
    assert after == before
    assert CliRunner().invoke(cli, ["check"]).exit_code == 0


def test_the_answer_says_what_was_understood_and_what_comes_next(content: Path) -> None:
    assert send_as_ada(form(ADA)).stdout == dedent("""\
        ### Thank you: this is what we understood

        - **Name:** Ada Example
        - **Headline:** Took a rural credit union from 200 to 90,000 members
        - **Lives in:** Rabat, Morocco
        - **Languages:** Arabic native, French C2
        - **Skill:** Succession planning: others learn it from them
        - **Skill:** Cooperative governance: has led it
        - **Skill:** Board development: has done it alone
        - **Sectors:** Agriculture and food
        - **Free:** open
        - **Free from:** 2027\\-03\\-01
        - **Confirmed on:** 2026\\-11\\-16
        - **Account that may change the page:** ada
        - **Agreed to:** “I agree that what I write in my file is published on this site\\.” \
(2026\\-11\\-10)
        - **Text:** 20 words: “HASHES My story A text of … that was done and handed on\\.”

        Written: `content/profiles/ada-example.md`

        The address of the page will be `https://minimal.example/profiles/ada-example/`.

        ### What happens next

        A maintainer of the directory reads it within 5 working days. Until then \
nothing on the site changes.
        Is something above not what you meant? Change your text: it is read again.

        You are new here, so we ask once by mail whether it is you. If we have no address of \
yours yet, write to us first: “Write to the directory” on every page of `https://minimal.example/`

        For the maintainers:

        - [ ] answered: `sitegen confirm ada-example --how mail --private DIR --new`
        """).replace("HASHES", "\\#\u200b" * 3)


def test_a_dry_run_says_the_same_and_writes_nothing(content: Path) -> None:
    before = files(content.parent)
    dry = send_as_ada(form(ADA), "--dry-run")
    assert files(content.parent) == before
    assert dry.stdout == send_as_ada(form(ADA)).stdout


def test_a_report_can_go_to_a_file(content: Path) -> None:
    assert send_as_ada(form(ADA), "--report", "told.md").stdout == ""
    assert Path("told.md").read_text("utf-8").startswith("### Thank you")


def test_a_mailed_file_is_read_by_the_same_code(content: Path) -> None:
    text = f"Dear coordinators,\n\nslug: ada\n\n{ADA}\n-- \nAda\n"
    result = send(text, "profile", "keeper")
    assert (result.exit_code, codes(result)) == (0, [])
    written = (content / "profiles/ada.md").read_text("utf-8")
    assert written == CANONICAL.replace('github: "ada"\ngithub_id: "77"\n', "")
    assert "sitegen confirm ada --how mail" in result.stdout


FULL = CANONICAL.replace(
    'consent:\n  "on": "2026-11-10"',
    'engagement:\n  day_rate:\n    min: "400"\n    max: "600"\n    currency: "EUR"\n'
    'guidance:\n  privately: ["identity"]\nconsent:\n  "on": "2026-11-10"',
)


@pytest.mark.parametrize("keep", ["keep: consent, engagement.day_rate guidance.privately", ""])
def test_a_change_keeps_what_the_site_does_not_show_where_it_says_so(
    content: Path, keep: str
) -> None:
    page = content / "profiles/ada-example.md"
    page.write_text(FULL, "utf-8")
    block = f"{keep}\n\n{CANONICAL}".replace("90,000", "95,000")
    assert codes(send_as_ada(form(block, "ada-example"))) == []
    expected = FULL if keep else CANONICAL
    assert page.read_text("utf-8") == expected.replace("90,000", "95,000")


def test_only_what_the_site_does_not_show_is_kept_and_what_is_sent_counts(content: Path) -> None:
    page = content / "profiles/ada-example.md"
    page.write_text(FULL.replace('country: "MA"', 'country: "MA"\n  timezone: "Africa/Casablanca"'))
    block = "keep: based_in.timezone, consent\n\n" + CANONICAL.replace("2026-11-10", "2026-11-12")
    assert codes(send_as_ada(form(block, "ada-example"))) == []
    assert page.read_text("utf-8") == CANONICAL.replace("2026-11-10", "2026-11-12")


def test_all_ways_around_a_block_end_in_the_same_file(content: Path) -> None:
    quoted = "".join(f"> {line}\n" for line in form(ADA).split("\n"))
    for text in (form(ADA).replace("\n", "\r\n"), quoted, form(f"Here it is.\n\n{ADA}")):
        assert send_as_ada(text).exit_code == 0
        assert (content / "profiles/ada-example.md").read_text("utf-8") == CANONICAL
        (content / "profiles/ada-example.md").unlink()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "level: 4",
            "level: 5",
            "- line 7: `- {skill: succession-planning, level: 5, evidence: \"Prepared three: all "
            "stayed.\"}`\n  - `level` is 5; it can be from 1 to 4 (P022)  \n    → choose",
        ),
        (
            "agriculture",
            "agricultur",
            "- line 10: `sectors: [agricultur]`\n  - there is no sector `agricultur` in the voc",
        ),
        (
            "headline: Took",
            "headlin: Took",
            "- line 3: `headlin: Took a rural credit union from 200 to 90,000 members`\n"
            "  - `headlin` is not a field of `profile` (P010)",
        ),
        (
            "v1",
            "v9",
            "- line 12: `consent: {on: 2026-11-10, wording: v9}`\n"
            "  - the wording `v9` of the consent is not in site\\.yml (P075)",
        ),
        (
            "consent: {on: 2026-11-10, wording: v1}\n",
            "",
            "### Something needs to be changed\n\n- `consent` is missing in `profile` (P011)",
        ),
        (
            "her own voice",
            "ada@host.example",
            "- line 16:\n  - an e\\-mail address stands in `the text`",
        ),
        (
            "name: Ada",
            "name:\tAda\n\tb: c",
            "- line 3: `b: c Example`\n  - this line is indented with a tab (P007)",
        ),
        ("Prepared", "&amp; <b>@octocat</b> \\u202e", "  - a hidden character"),
        (
            "\n---\n###",
            "\n###",
            "- line 15: `A text of some length, in her own voice, about work that was done and "
            "handed on.`\n  - the second `---` is missing",
        ),
    ],
)  # fmt: skip
def test_a_problem_stands_on_the_line_that_its_author_sees(
    content: Path, old: str, new: str, expected: str
) -> None:
    before = files(content)
    result = send_as_ada(form(ADA.replace(old, new, 1)))
    assert result.exit_code == 1
    assert expected in result.stdout
    assert "Nothing was written, and nothing is lost." in result.stdout
    assert files(content) == before


def test_in_a_mail_lines_are_those_of_the_mail(content: Path) -> None:
    result = send(f"Hello,\n\n{ADA}".replace("level: 4", "level: 5"), "profile", "keeper")
    assert "- line 9: `- {skill: succession-planning, level: 5" in result.stdout


def test_what_was_understood_is_told_beside_what_is_wrong(content: Path) -> None:
    result = send_as_ada(form(ADA.replace("level: 4", "level: 5")))
    assert "### What we understood\n\n- **Name:** Ada Example\n" in result.stdout


def keep(content: Path, path: str, old: str, new: str) -> None:
    file = content / path
    assert old in file.read_text("utf-8")
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")


WITH_ID = "github: leila-haddad-sample\ngithub_id: 12"


@pytest.mark.parametrize(
    ("slug", "author", "number", "exit_code"),
    [
        pytest.param(LEILA, OWNER, "12", 0, id="the owner"),
        pytest.param(LEILA, "LEILA-Haddad-SAMPLE", "12", 0, id="the owner in another case"),
        pytest.param(LEILA, "leila-new", "12", 0, id="the owner with a new login"),
        pytest.param(LEILA, OWNER, "13", 1, id="somebody who took the login since"),
        pytest.param(LEILA, "eve", "66", 1, id="somebody else"),
        pytest.param(LEILA, "leila-haddad", "66", 1, id="whose login is the slug"),
        pytest.param(LEILA, "keeper", "1", 0, id="a maintainer"),
        pytest.param("tom-baker", "tom-baker", "5", 1, id="a page without owner"),
        pytest.param("tom-baker", "keeper", "1", 0, id="a page without owner, by a maintainer"),
    ],
)
def test_only_the_owner_or_a_maintainer_changes_a_page(
    content: Path, slug: str, author: str, number: str, exit_code: int
) -> None:
    keep(content, "profiles/leila-haddad.md", "github: leila-haddad-sample", WITH_ID)
    before = files(content)
    result = send(small((PAGE, slug), TRUE), "confirm", author, "--author-id", number)
    assert result.exit_code == exit_code
    if exit_code:
        assert result.stdout.startswith("### This cannot be taken\n")
        assert codes(result) == ["P152"]
        assert files(content) == before


@pytest.mark.parametrize("kind", ["profile", "pause", "offer-guidance", "remove"])
def test_every_form_has_the_same_lock(content: Path, kind: str) -> None:
    before = files(content)
    texts = {
        "profile": form(ADA, LEILA),
        "pause": small((PAGE, LEILA), (STATE, "Free")),
        "offer-guidance": small((PAGE, LEILA), ("What I can be asked about", "Stepping down")),
        "remove": LEAVING.format(slug=LEILA),
    }
    result = send(texts[kind], kind, "eve")
    assert (result.exit_code, codes(result)) == (1, ["P152"])
    assert files(content) == before


LEAVING = (
    "### Address of your page\n\n{slug}\n\n### Before you leave\n\n"
    "- [X] I want my page taken down.\n- [X] I know that git remembers: "
    "what was public once stays in the history and in copies.\n"
)


@pytest.mark.parametrize(
    ("slug", "line", "author"),
    [
        pytest.param("_No response_", "github: eve", "ada", id="a new page for somebody else"),
        pytest.param("_No response_", "github_id: 66", "ada", id="a new page with another id"),
        pytest.param(LEILA, "github: eve", OWNER, id="one's own page to somebody else"),
        pytest.param(LEILA, "github: eve", "keeper", id="another's page to somebody, mailed"),
        pytest.param("tom-baker", "github: eve", "keeper", id="a page of nobody, mailed"),
    ],
)
def test_no_submission_gives_a_page_away(content: Path, slug: str, line: str, author: str) -> None:
    before = files(content)
    block = ADA.replace("headline", f"{line}\nheadline", 1)
    sender = "A maintainer, for somebody who mailed it" if author == "keeper" else "Myself"
    result = send(form(block, slug, sender), "profile", author)
    assert (result.exit_code, codes(result)) == (1, ["P153"])
    assert files(content) == before


def test_a_maintainer_names_the_owner_of_a_new_page(content: Path) -> None:
    block = ADA.replace("headline", "github: ada-e\nheadline", 1)
    sender = "A maintainer, for somebody who mailed it"
    assert send(form(block, sender=sender), "profile", "keeper").exit_code == 0
    assert 'github: "ada-e"\nbased_in' in (content / "profiles/ada-example.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("kind", "text", "author", "is_waiting"),
    [
        ("profile", "new", "ada", True),
        ("profile", "update", OWNER, False),
        ("profile", "update", "keeper", True),
        ("assignment", "new", "ada", False),
        ("assignment", "new", "keeper", True),
        ("confirm", "true", OWNER, False),
        ("confirm", "true", "keeper", True),
        ("remove", "leave", OWNER, False),
        ("remove", "leave", "keeper", True),
    ],
)
def test_what_is_new_or_was_mailed_waits_for_an_answer(
    content: Path, kind: str, text: str, author: str, is_waiting: bool
) -> None:
    mailed = "A maintainer, for somebody who mailed it"
    work = form(WORK, sender=mailed if author == "keeper" else "Myself", kind="assignment")
    texts = {
        "new": form(ADA) if kind == "profile" else work,
        "update": form(ADA, LEILA),
        "true": small((PAGE, LEILA), TRUE),
        "leave": LEAVING.format(slug=LEILA),
    }
    result = send(texts[text], kind, author, "--outputs", "out")
    assert (result.exit_code, codes(result)) == (0, [])
    assert ("waits=yes" in Path("out").read_text()) is is_waiting
    assert ("- [ ] answered" in result.stdout) is is_waiting
    # Of clients no log is kept.
    assert ("sitegen confirm" in result.stdout) is (is_waiting and kind != "assignment")


def test_only_a_maintainer_sends_for_somebody_else(content: Path) -> None:
    result = send_as_ada(form(ADA, sender="A maintainer, for somebody who mailed it"))
    assert (result.exit_code, codes(result)) == (1, ["P154"])


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=a", "-c", "user.email=a@b.example", *arguments],
        cwd=folder, check=True, capture_output=True,
    )  # fmt: skip


def test_owners_and_maintainers_are_those_of_the_base(content: Path) -> None:
    (content.parent / ".git").rmdir()
    git(content.parent, "init", "-q")
    git(content.parent, "add", ".")
    git(content.parent, "commit", "-qm", "a")
    keep(content, "profiles/leila-haddad.md", OWNER, "eve")
    (content.parent / ".github/CODEOWNERS").write_text("* @mallory\n")
    before = files(content)
    for author in ("eve", "mallory"):
        result = send(small((PAGE, LEILA), TRUE), "confirm", author, "--base", "HEAD")
        assert codes(result) == ["P152"]
        assert files(content) == before
    assert send(small((PAGE, LEILA), TRUE), "confirm", OWNER, "--base", "HEAD").exit_code == 0
    after = (content / "profiles/leila-haddad.md").read_text("utf-8")
    assert f"github: {OWNER}" in after
    assert "confirmed: {on: 2026-11-16}" in after


SLUGS = {
    "leila-haddad": "leila-haddad",
    " Leila-Haddad ": "leila-haddad",
    "/profiles/leila-haddad/": "leila-haddad",
    "https://commonweave.example/profiles/leila-haddad/": "leila-haddad",
    "commonweave.example/profiles/leila-haddad": "leila-haddad",
    "https://commonweave.example/profiles/leila-haddad/#write": "leila-haddad",
    "content/profiles/leila-haddad.md": "leila-haddad",
    "`leila-haddad`": "leila-haddad",
}


@pytest.mark.parametrize("written", SLUGS)
def test_an_address_may_be_written_as_people_copy_it(content: Path, written: str) -> None:
    result = send(small((PAGE, written), TRUE), "confirm", OWNER)
    assert (result.exit_code, codes(result)) == (0, [])


def test_the_address_of_a_page_may_be_nearly_right(content: Path) -> None:
    result = send(small((PAGE, "Leyla Haddad"), TRUE), "confirm", OWNER)
    assert codes(result) == ["P070"]
    assert "did you mean `leila-haddad`?" in result.stdout


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("../site", "P157"),
        ("profiles/../../site", "P157"),
        ("/etc/passwd", "P157"),
        ("..", "P157"),
        ("a\x00b", "P157"),
        ("$(touch x)", "P070"),
        ("; rm -rf /", "P070"),
        ("leila-haddad\nstate=ready", "P157"),
        ("x" * 65, "P157"),
        ("index", "P053"),
        ("con", "P053"),
        ("nobody", "P070"),
        ("%2e%2e%2fsite", "P157"),
        ("ｌｅｉｌａ", "P157"),
    ],
)
def test_a_slug_leads_nowhere_else(content: Path, written: str, code: str) -> None:
    before = files(content.parent)
    result = send(LEAVING.format(slug=written), "remove", "keeper", "--outputs", "out")
    after = files(content.parent)
    outputs = after.pop("out").decode()
    assert (result.exit_code, codes(result)) == (1, [code])
    assert re.fullmatch(r"state=needs-changes\nslug=[a-z-]*\npath=\nbranch=\nwaits=no\n", outputs)
    assert after == before


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Ada Example", "ada-example"),
        ("Łódź Øster-Ænde", "lodz-oster-aende"),
        ("Nguyễn Thị Hương", "nguyen-thi-huong"),
        ("O’Connor, Mary", "o-connor-mary"),
        ("İpek Şahin", "ipek-sahin"),
        ("José $(María) ../x", "jose-maria-x"),
    ],
)
def test_an_address_is_made_of_the_name(content: Path, name: str, slug: str) -> None:
    assert send_as_ada(form(ADA.replace("Ada Example", f'"{name}"'))).exit_code == 0
    assert (content / f"profiles/{slug}.md").is_file()


@pytest.mark.parametrize("name", ["木村太郎", "ليلى حداد", "Index", "!!", "a" * 80])
def test_where_the_name_gives_no_address_one_is_asked_for(content: Path, name: str) -> None:
    block = ADA.replace("Ada Example", f'"{name}"')
    assert codes(send_as_ada(form(block)))[0] == "P159"
    assert send_as_ada(form(block, "kimura-taro")).exit_code == 0
    assert (content / "profiles/kimura-taro.md").is_file()


def test_an_account_has_one_page(content: Path) -> None:
    result = send(form(ADA), "profile", OWNER)
    assert (result.exit_code, codes(result)) == (1, ["P158"])
    assert (
        "to change it, write `leila-haddad` below “Address of your page, if you have one”"
        in result.stdout
    )


def test_somebody_of_the_same_name_is_told_how_to_go_on(content: Path) -> None:
    block = ADA.replace("Ada Example", "Tom Baker")
    result = send_as_ada(form(block))
    assert codes(result) == ["P152"]
    assert "such as `tom-baker-2`" in result.stdout
    result = send_as_ada(form(block, "tom-baker-2"))
    assert result.exit_code == 0
    assert "### Look at this once more" in result.stdout
    assert codes(result) == ["P080"]


def test_a_form_without_its_ticks_or_its_file_is_not_taken(content: Path) -> None:
    assert codes(send_as_ada(form(ADA).replace("- [X] I know", "- [ ] I know"))) == ["P155"]
    assert codes(send_as_ada(form("Please list me.\n"))) == ["P151"]
    assert codes(send_as_ada("Please list me.")) == ["P151"]
    assert codes(send("Please list me.", "confirm")) == ["P150"]
    assert codes(send(small((PAGE, "_No response_"), TRUE), "confirm")) == ["P161"]


def test_everything_that_is_wrong_is_told_at_once(content: Path) -> None:
    block = ADA.replace("name: Ada Example", "nom: Ada Example").replace("level: 2", "level: 9")
    result = send_as_ada(form(block).replace("- [X] I know", "- [ ] I know"))
    assert codes(result) == ["P155", "P010", "P022"]
    assert "did you mean `name`?" in result.stdout
    block = ADA.replace("Ada Example", "木村太郎").replace("level: 2", "level: 9")
    assert codes(send_as_ada(form(block))) == ["P159", "P022"]


def test_what_must_not_be_public_is_not_repeated_in_the_answer(content: Path) -> None:
    block = ADA.replace("her own voice", "my voice: +212 661 23 45 67").replace(
        "agriculture]",
        "agriculture]\nemail: ada@host.example\nlinks: [{label: a, url: ada@host.example}]",
    )
    for sent in (block, block.replace("name: Ada", "name: Ada: ada@host.example")):
        told = send_as_ada(form(sent)).stdout
        assert "661" not in told
        assert "host" not in told
    told = send_as_ada(form(block)).stdout
    assert re.findall(r"\((P\d+)\)", told) == ["P064", "P060", "P061"]
    assert "What we understood" not in told
    assert "“Delete revision from history”" in told


def test_the_name_of_a_client_who_stays_unnamed_is_not_repeated(content: Path) -> None:
    block = WORK.replace("{name", "{anonymous: yes, name").replace("NL", "Netherlands")
    result = send(form(block, kind="assignment"), "assignment", "client-x")
    assert codes(result) == ["P042", "P030"]
    assert "Foundation" not in result.stdout
    assert "“Delete revision from history”" in result.stdout


def test_a_corrected_line_can_be_copied_as_it_stands(content: Path) -> None:
    block = ADA.replace("headline: Took a", "headline: My life: @home # and a")
    told = send_as_ada(form(block)).stdout
    corrected = re.search(r"in double quotes\\: `(headline: .*)`$", told, re.M)
    assert corrected
    line = "headline: Took a rural credit union from 200 to 90,000 members"
    result = send_as_ada(form(ADA.replace(line, corrected[1])))
    assert (result.exit_code, codes(result)) == (0, [])


def test_whoever_sends_a_text_of_another_kind_is_shown_a_page(content: Path) -> None:
    told = send_as_ada(form("My name is Ada and I would like to join.\n")).stdout
    shown = re.search(r"```\n(.*?)```", told, re.S)
    assert shown
    assert "consent: {on: 2026-11-16, wording: v1}\n" in shown[1]
    assert send_as_ada(form(shown[1])).exit_code == 1  # its text is too short to be true
    page = shown[1].replace("A few", "A few, and a few more, and then a few")
    assert send_as_ada(form(page)).exit_code == 0


def test_fields_may_begin_with_a_capital_and_texts_keep_theirs(content: Path) -> None:
    block = ADA.replace("{skill", "{Skill").replace(", level", ", Level")
    block = re.sub(r"(?m)^[a-z]", lambda found: found[0].upper(), block)
    quoted = block.replace('"Prepared three: all', '"{Name: x, Level: y} three: all')
    assert send_as_ada(form(quoted)).exit_code == 0
    written = (content / "profiles/ada-example.md").read_text("utf-8")
    assert 'evidence: "{Name: x, Level: y} three: all stayed."' in written
    assert written == CANONICAL.replace("Prepared", "{Name: x, Level: y}")


def test_what_was_noticed_in_reading_is_asked_about_before_the_rest_is_gone(content: Path) -> None:
    cut = "Took a rural credit union # and gave it back"
    whole = "Took a rural credit union from 200 to 90,000 members"
    result = send_as_ada(form(ADA.replace(whole, cut)))
    assert (result.exit_code, codes(result)) == (1, ["P120"])
    assert not (content / "profiles" / "ada-example.md").exists()


def test_what_must_not_be_public_is_told_even_of_a_text_that_cannot_be_read(content: Path) -> None:
    broken = ADA.replace("headline: Took", "headline: Mine: took").replace(
        "A text of some length", "Call me on +212 661 234 567. A text of some length"
    )
    result = send_as_ada(form(broken))
    assert (result.exit_code, codes(result)) == (1, ["P017", "P061"])
    assert "661" not in result.stdout


def test_an_update_that_changes_nothing_says_so(content: Path) -> None:
    assert send_as_ada(form(ADA)).exit_code == 0
    result = send_as_ada(form(ADA, "ada-example"))
    assert (result.exit_code, codes(result)) == (1, ["P160"])


BOARD = "assignments/first-elected-board.md"


def test_an_assignment_is_taken_in_like_a_profile(content: Path) -> None:
    result = send(form(WORK, kind="assignment"), "assignment", "client-x")
    assert (result.exit_code, codes(result)) == (0, [])
    written = (content / "assignments/a-board-that-meets.md").read_text("utf-8")
    assert 'title: "A board that meets"\nclient:\n' in written
    assert 'github: "client-x"\n' in written
    assert "sitegen confirm" not in result.stdout


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("status: open", "status: completed"),
        ("status: open", "status: staffed"),
        ("status: open", "status: open\nmembers: [{profile: tom-baker}]"),
        ("status: open", "status: open\noutcome: {on: 2026-11-01, result: Done}"),
    ],
)
def test_what_the_maintainers_write_no_form_does(content: Path, old: str, new: str) -> None:
    before = files(content)
    text = form(WORK.replace(old, new), kind="assignment")
    for author in ("client-x", "keeper"):
        assert codes(send(text, "assignment", author)) == ["P156"]
    assert files(content) == before


def test_a_client_takes_an_assignment_back(content: Path) -> None:
    keep(content, "assignments/dairy-exit-plan.md", "posted:", "github: client-x\nposted:")
    work = WORK.replace("status: open", "status: withdrawn")
    text = form(work, "dairy-exit-plan", kind="assignment")
    assert codes(send(text, "assignment", "client-x")) == []


def test_an_update_keeps_what_the_maintainers_wrote(content: Path) -> None:
    keep(content, BOARD, "posted:", "github: client-x\nposted:")
    old = (content / BOARD).read_text("utf-8")
    block = re.sub(r"(?m)^(members|outcome).*\n(  .*\n)*", "", old).replace(
        "github: client-x\n", ""
    )
    text = form(block.replace("title: ", "title: New "), "first-elected-board", kind="assignment")
    result = send(text, "assignment", "client-x")
    assert (result.exit_code, codes(result)) == (0, [])
    new = (content / BOARD).read_text("utf-8")
    assert 'members:\n  - profile: "leila-haddad"\n    role: "lead"\n' in new
    assert 'outcome:\n  "on": ' in new


def test_still_true_changes_one_line(content: Path) -> None:
    before = files(content)
    assert send(small((PAGE, LEILA), TRUE), "confirm", OWNER).exit_code == 0
    after = files(content)
    differing = [path for path in after if after[path] != before[path]]
    assert differing == [f"profiles/{LEILA}.md"]
    path = differing[0]
    assert lines_changed(before[path], after[path]) == (
        ["confirmed: {on: 2026-10-12}"],
        ["confirmed: {on: 2026-11-16}"],
    )
    assert codes(send(small((PAGE, LEILA), TRUE), "confirm", OWNER)) == ["P160"]


def test_the_day_may_be_said(content: Path) -> None:
    send(small((PAGE, LEILA), TRUE), "confirm", OWNER, "--today", "2026-12-24")
    assert "confirmed: {on: 2026-12-24}" in (content / f"profiles/{LEILA}.md").read_text("utf-8")


STATE = "From now on I am"
FREE_FROM = "Free from (year-month-day)"
OPEN = (
    "availability: {status: open, from: 2027-03-01, until: 2027-12-31, "
    "days_per_month: 8, notice_weeks: 4}"
)


@pytest.mark.parametrize(
    ("choice", "start", "line"),
    [
        ("Not free: keep my page, leave me out of matching", "_No response_",
         OPEN.replace("open", "paused")),
        ("Free for little: ask me first", "2027-05-01",
         OPEN.replace("open", "limited").replace("2027-03-01", "2027-05-01")),
    ],
)  # fmt: skip
def test_a_pause_changes_one_line(content: Path, choice: str, start: str, line: str) -> None:
    before = (content / f"profiles/{LEILA}.md").read_bytes()
    text = small((PAGE, LEILA), (STATE, choice), (FREE_FROM, start))
    assert send(text, "pause", OWNER).exit_code == 0
    after = (content / f"profiles/{LEILA}.md").read_bytes()
    assert lines_changed(before, after) == ([OPEN], [line])


@pytest.mark.parametrize(
    ("choice", "start", "code"),
    [("Perhaps", "", "P028"), ("Free", "1.5.2027", "P023"), ("Free", "x: y\nz: 1", "P023")],
)
def test_a_pause_that_cannot_be_read_is_explained(
    content: Path, choice: str, start: str, code: str
) -> None:
    before = files(content)
    text = small((PAGE, LEILA), (STATE, choice), (FREE_FROM, start))
    result = send(text, "pause", OWNER)
    assert codes(result) == [code]
    asked = "Free from \\(year\\-month\\-day\\)" if start else "From now on I am"
    assert f"- below “{asked}”:\n  - `" in result.stdout
    assert "content/" not in result.stdout
    assert files(content) == before


@pytest.mark.parametrize(
    ("start", "line"),
    [
        ("1 May 2027", OPEN.replace("2027-03-01", "2027-05-01")),
        ("15.5.2027", OPEN.replace("2027-03-01", "2027-05-15")),
        (
            "2028-03-01",
            OPEN.replace("from: 2027-03-01, until: 2027-12-31", "from: 2028-03-01"),
        ),
    ],
    ids=["with a name", "with one reading", "after the last day"],
)
def test_a_day_that_can_only_mean_one_is_taken(content: Path, start: str, line: str) -> None:
    before = (content / f"profiles/{LEILA}.md").read_bytes()
    text = small((PAGE, LEILA), (STATE, "Free"), (FREE_FROM, start))
    assert send(text, "pause", OWNER).exit_code == 0
    after = (content / f"profiles/{LEILA}.md").read_bytes()
    assert lines_changed(before, after) == ([OPEN], [line])


def test_a_guide_writes_topics_as_people_call_them(content: Path) -> None:
    before = (content / f"profiles/{LEILA}.md").read_bytes()
    keep(content, f"profiles/{LEILA}.md", "offers: [stepping-down]", "offers: [burnout]")
    text = small(
        (PAGE, LEILA),
        ("What I can be asked about", "- Stepping down"),
        ("How many people at a time", "3"),
        ("What I wish I had known", 'Ask: "why"\nand # when'),
    )
    keep(content, f"profiles/{LEILA}.md", "offers: [burnout]", "offers: []")
    result = send(text, "offer-guidance", OWNER)
    assert (result.exit_code, codes(result)) == (0, [])
    assert lines_changed(before, (content / f"profiles/{LEILA}.md").read_bytes())[1] == [
        'guidance: {offers: ["stepping-down"], capacity: 3, '
        'wish_i_had_known: "Ask: \\"why\\" and # when"}'
    ]
    unknown = text.replace("Stepping down", "Astrology")
    assert codes(send(unknown, "offer-guidance", OWNER)) == ["P012"]


OUTCOME = small(
    ("Address of the assignment", "handover-at-a-clinic"),
    ("How it ended", "It was completed"),
    ("On which day (year-month-day)", "2026-11-10"),
    ("What came of it", "The files are written: all of them."),
    ("The client, in their own words", "We can sleep."),
    ("The client's name", "- [X] The client agrees that its name stands below these words."),
)


def test_a_client_says_what_came_of_it_and_members_are_left_to_the_maintainers(
    content: Path,
) -> None:
    keep(content, "assignments/handover-at-a-clinic.md", "posted:", "github: clinic\nposted:")
    before = (content / "assignments/handover-at-a-clinic.md").read_bytes()
    result = send(OUTCOME, "outcome", "clinic")
    assert result.exit_code == 0
    after = (content / "assignments/handover-at-a-clinic.md").read_bytes()
    assert lines_changed(before, after) == (
        ["status: staffed"],
        [
            "status: completed",
            "outcome:",
            '  "on": "2026-11-10"',
            '  result: "The files are written: all of them."',
            '  client_words: "We can sleep."',
            "  consent:",
            '    client: "yes"',
        ],
    )
    assert "### For the maintainers, before it is published" in result.stdout
    assert codes(result) == ["P071"]


def letter(page: bytes, kind: str) -> str:
    """The questions in the mail that a page offers."""
    (link,) = re.findall(rf'href="(mailto:[^"]*%5B{kind}%3A[^"]*)"', page.decode())
    return parse_qs(urlsplit(html.unescape(link)).query)["body"][0]


def filled(text: str, *answers: str) -> str:
    """The mail with an answer below each heading but the first, boxes ticked."""
    first, *parts = re.split(r"(?m)^(?=### )", text.replace("- [ ]", "- [x]"))[1:]
    headings = (part.splitlines()[0] for part in parts)
    given = (f"{head}\n\n{answer}\n\n" for head, answer in zip(headings, answers, strict=False))
    return "".join((first, *given, *parts[len(answers) :]))


def test_both_halves_of_an_ending_come_back_from_the_mails_that_the_page_offers(
    content: Path,
) -> None:
    slug, path = "handover-at-a-clinic", content / "assignments/handover-at-a-clinic.md"
    directory, _ = directory_of(read(content), None, CLOCK)
    files = site_files(directory, Urls("https://host.example/"))
    page = files[f"assignments/{slug}/index.html"]
    answers = ("It was completed", "2026-11-10", "The files are written.", "We can sleep.")
    mail = filled(letter(page, "outcome"), *answers)
    quoted = "Dear all,\n\n" + "".join(f"> {line}\n" for line in mail.splitlines())
    result = send(quoted, "outcome", "keeper")
    assert result.exit_code == 0
    assert "until the client has answered" in result.stdout
    assert result.stdout.endswith("- [ ] answered\n")
    spoken = ("tom-baker", "The nurse knew it all.", "Listen", "Ask who holds the keys.")
    mail = filled(letter(page, "members-outcome"), *spoken)
    result = send(mail, "members-outcome", "keeper")
    assert (result.exit_code, codes(result)) == (0, [])
    assert "answered: `sitegen confirm tom-baker --how mail --private DIR`\n" in result.stdout
    outcome = read_markdown("", path.read_bytes(), 10_000).data["outcome"]
    assert outcome == {
        "on": "2026-11-10",
        "result": "The files are written.",
        "client_words": "We can sleep.",
        "members_words": "The nurse knew it all.",
        "learned": [{"phase": "listen", "text": "Ask who holds the keys."}],
        "consent": {"client": "yes", "tom-baker": "yes"},
    }
    # The same once more adds no second lesson.
    assert "P160" in codes(send(mail, "members-outcome", "keeper"))
    assert codes(send(mail, "members-outcome", "stranger")) == ["P152"]
    other = mail.replace("tom-baker", "leila-haddad")
    assert codes(send(other, "members-outcome", "keeper")) == ["P165"]


def test_the_team_speaks_after_the_client(content: Path) -> None:
    mail = small(
        ("Address of the assignment", "handover-at-a-clinic"),
        ("Address of your page", "tom-baker"),
        ("Your name", "- [x] I agree that I am named with what came of it."),
    )
    assert codes(send(mail, "members-outcome", "keeper")) == ["P164"]


def test_only_the_client_says_what_came_of_it(content: Path) -> None:
    assert codes(send(OUTCOME, "outcome", "clinic")) == ["P152"]


SKILL = small(
    ("The skill, in a few words", "Councils of elders"),
    ("The family it belongs to", "Governance"),
    ("Other words for it", "palaver\nfr: conseil des anciens"),
    ("Skills near it", "Board development"),
    ("Who would use it", "# everybody: {me}"),
)


def test_a_skill_is_added_behind_its_family_and_every_other_byte_stays(content: Path) -> None:
    path = content / "vocabulary/skills.yml"
    before = path.read_text("utf-8")
    result = send(SKILL, "propose-skill", "anybody")
    assert (result.exit_code, codes(result)) == (0, [])
    added = dedent("""\
          - id: "councils-of-elders"
            label: "Councils of elders"
            family: "governance"
            aliases:
              en: ["palaver"]
              fr: ["conseil des anciens"]
            related: ["board-development"]
        """)
    added = "".join(f"  {line}\n" for line in added.splitlines())
    after = path.read_text("utf-8")
    assert added in after
    assert after.replace(added, "") == before
    assert before.startswith(after.partition(added)[0])
    assert CliRunner().invoke(cli, ["check"]).exit_code == 0


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("Councils of elders", "Board development", "P163"),
        ("palaver", "Board development", "P082"),
        ("Governance", "Astrology", "P012"),
        ("### Skills near it\n\nBoard development", "### Skills near it\n\nStars", "P012"),
        ("fr: conseil", "qq: conseil", "P031"),
        ("Councils of elders", "木", "P159"),
    ],
)
def test_a_skill_that_the_vocabulary_cannot_take_is_explained(
    content: Path, old: str, new: str, code: str
) -> None:
    before = files(content)
    result = send(SKILL.replace(old, new, 1), "propose-skill", "anybody")
    assert result.exit_code == 1
    assert code in codes(result)
    assert ("- below “" in result.stdout) == (code in ("P012", "P082", "P031"))
    assert files(content) == before


def test_leaving_does_what_forget_does_and_says_what_stays(content: Path) -> None:
    shutil.copytree(content, content.parent / "other")
    result = send(LEAVING.format(slug=LEILA), "remove", OWNER)
    assert (result.exit_code, codes(result)) == (0, [])
    assert "- forks and clones of other people" in result.stdout
    CliRunner().invoke(cli, ["forget", LEILA, "--content", "other"])
    assert files(content) == files(content.parent / "other")


def photo(colour: str = "red") -> bytes:
    stream = BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "SECRET"
    Image.new("RGB", (300, 400), colour).save(stream, "JPEG", exif=exif)
    return stream.getvalue()


@pytest.mark.parametrize("suffix", ["png", "PNG", "JPG"])
def test_a_photo_is_drawn_anew_beside_its_profile(suffix: str, content: Path) -> None:
    Path("me.jpg").write_bytes(photo())
    (content / "profiles/leila-haddad.jpg").rename(content / f"profiles/leila-haddad.{suffix}")
    before = files(content.parent)
    result = send(form(ADA, LEILA), "profile", OWNER, "--photo", "me.jpg")
    assert (result.exit_code, codes(result)) == (0, [])
    after = files(content.parent)
    assert before.keys() - after.keys() == {f"content/profiles/leila-haddad.{suffix}"}
    assert after.keys() - before.keys() == {"content/profiles/leila-haddad.jpg"}
    assert b"SECRET" not in after["content/profiles/leila-haddad.jpg"]
    assert after["content/profiles/leila-haddad.jpg"].startswith(b"\xff\xd8\xff")


def test_a_photo_that_is_none_is_refused(content: Path) -> None:
    Path("me.jpg").write_bytes(b"GIF89a")
    before = files(content)
    assert codes(send_as_ada(form(ADA), "--photo", "me.jpg")) == ["P057"]
    Path("me.jpg").write_bytes(b"\xff" * (32 * 1024 * 1024 + 1))
    assert codes(send_as_ada(form(ADA), "--photo", "me.jpg")) == ["P002"]
    assert files(content) == before


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--author", "a b"], "sitegen: S020 `a b` is no name of an account"),
        (["--author", "-x"], "sitegen: S020 `-x` is no name of an account"),
        (["--author", "a", "--content", "no"], "sitegen: S001 there is no folder no"),
        (["--author", "a", "--report", "no/such"], "sitegen: S018 there is no folder no"),
        (["--author", "a", "--kind", "pause", "--photo", "content/site.yml"],
         "sitegen: S026 a photo comes with a profile only"),
        (["--author", "a", "--base", "--upload-pack=x"], "sitegen: S016 git does not answer"),
    ],
)  # fmt: skip
def test_a_wrong_command_line_is_explained(
    content: Path, arguments: list[str], expected: str
) -> None:
    before = files(content)
    result = CliRunner().invoke(cli, ["intake", "-", "--kind", "profile", *arguments], input=b"")
    assert result.exit_code == 2
    assert result.stderr.startswith(expected)
    assert files(content) == before


def test_a_site_that_is_broken_itself_blames_nobody(content: Path) -> None:
    (content / "vocabulary/skills.yml").write_text("skills: [")
    result = send_as_ada(form(ADA))
    assert (result.exit_code, result.stdout) == (2, "")
    assert "S024 content/vocabulary/skills.yml has problems of its own" in result.stderr


def test_what_was_wrong_before_is_not_held_against_a_small_change(content: Path) -> None:
    keep(content, f"profiles/{LEILA}.md", "sectors: [agriculture, dairy]", "sectors: [agri]")
    keep(content, "profiles/tom-baker.md", "status: limited", "status: maybe")
    assert send(small((PAGE, LEILA), TRUE), "confirm", OWNER).exit_code == 0
    assert codes(send(form(ADA.replace("[agriculture]", "[agri]"), LEILA), "profile", OWNER)) == [
        "P012"
    ]


def test_a_page_that_goes_with_a_change_is_missed_where_a_link_leads_to_it(content: Path) -> None:
    """Of all people in Senegal she is the only one, and she moves to Morocco."""
    keep(content, "profiles/mariama-sow.md", "based_in:", "github: ada\nbased_in:")
    keep(
        content, "stories/letting-go.md", "I gave back", "In [Senegal](/countries/sn/) I gave back"
    )
    result = send_as_ada(form(ADA, "mariama-sow"))
    assert (result.exit_code, codes(result)) == (1, ["P092"])
    assert "`content/stories/letting-go.md`, line 9" in result.stdout


HOSTILE: dict[str, str] = {
    "a tag of YAML": ADA.replace("Ada Example", "!!python/object/apply:os.system [touch x]"),
    "an anchor": ADA.replace("Ada Example", "&a Ada"),
    "an alias bomb": ADA.replace("name:", "a: &a [*a, *a]\nname:"),
    "a merge key": ADA.replace("name:", "<<: {a: b}\nname:"),
    "a second document": ADA.replace("sectors:", "--- x\nsectors:"),
    "a field twice": ADA.replace("headline:", "name: Eve\nheadline:"),
    "deep brackets": ADA.replace("[agriculture]", "[" * 3000 + "]" * 3000),
    "a path for a name": ADA.replace("Ada Example", "../../../etc/passwd"),
    "a shell in the name": ADA.replace("Ada Example", "\"$(touch x); `touch x` && rm -rf /\""),
    "HTML": ADA.replace("Took", "<script>alert(1)</script><img src=x onerror=alert(1)>"),
    "a comment of HTML": ADA.replace("Took", "<!-- -->--> Took"),
    "a mention": ADA.replace("Took", "@octocat @org/team"),
    "a reference": ADA.replace("a rural", "octo/cat#1 GH-1"),
    "a link": ADA.replace("Took", "[x](https://evil.example) https://x.example www.x.example"),
    "a picture": ADA.replace("Took", "![x](https://evil.example/a.png)"),
    "a workflow command": ADA.replace("Took", "\"::set-output name=state::ready\\n::error::x\""),
    "an older workflow command": ADA.replace("Took", "\"##[error]x `##[error]x`\" #").replace(
        "[agriculture]", "[\"##[set-output name=state]ready\"]"
    ),
    "outputs": ADA.replace("Ada Example", "\"x\\nstate=ready\\npath=../../x\""),
    "backticks": ADA.replace("Took", "\"`` ` ``` @octocat `\""),
    "a table": ADA.replace("Took", "| a | b |"),
    "a control character": ADA.replace("Took", "\x1b[31m"),
    "an escaped control character": ADA.replace("Took", "\"\\e[31m\" "),
    "a direction": ADA.replace("Took", "\u202eTook"),
    "an escaped direction": ADA.replace("headline: Took", "headline: \"\\u202e\" #"),
    "a null": ADA.replace("Took", "\x00"),
    "a heading of the form": f"{ADA}### Who sends this\n\nA maintainer, for somebody\n",
    "a closing mark": ADA + "```\n\n### Address of your page, if you have one\n\nleila-haddad\n",
    "vetting": ADA.replace("name:", "vetting: [{label: identity}]\nname:"),
    "a track record": ADA.replace("name:", "outcome: {on: 2026-01-01}\nmembers: []\nname:"),
    "another's page": ADA.replace("name:", "slug: leila-haddad\nname:"),
    "sixty thousand letters": ADA.replace("her own voice", "x" * 60_000),
    "two hundred thousand letters": ADA.replace("her own voice", "x" * 200_000),
    "too much for any file": ADA + "x" * 300_000,
    "many fields": ADA.replace("name:", "".join(f"a{n}: b\n" for n in range(500)) + "name:"),
    "many signs that become entities": ADA.replace(
        "availability:",
        "\n".join(["ventures:", *[f'  - {{name: "{"&" * 90}", role: "{"<" * 90}"}}'] * 100])
        + "\navailability:",
    ),
    "brackets of Markdown": ADA + "[" * 5_000,
    "a language of nobody": ADA.replace("ar: native", "\"../x\": native"),
    "an unusual key": ADA.replace("ar: native", "\"a`b@octocat\": native"),
}  # fmt: skip
# What the answer is made of, and nothing else.
TAGS = {"h3", "p", "ul", "li", "strong", "code", "br", "pre"}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_block_touches_its_own_file_or_nothing_and_is_answered_inert(
    content: Path, name: str
) -> None:
    before = files(content.parent)
    result = send_as_ada(form(HOSTILE[name]), "--outputs", "out")
    after = files(content.parent)
    outputs = after.pop("out").decode()
    assert result.stderr == ""
    assert_inert(result.stdout)
    changed = {path for path in after.keys() | before.keys() if after.get(path) != before.get(path)}
    found = re.fullmatch(
        r"state=(ready|needs-changes|refused)\nslug=([a-z0-9-]*)\npath=(\S*)\nbranch=(\S*)\n"
        r"waits=(?:yes|no)\n",
        outputs,
    )
    assert found
    if found[1] == "ready":
        assert changed == {found[3]} == {f"content/profiles/{found[2]}.md"}
        assert found[4] == f"intake/profile-{found[2]}-77"
        assert CliRunner().invoke(cli, ["check"]).exit_code == 0
    else:
        assert (result.exit_code, changed, found[3]) == (1, set(), "")


def assert_inert(told: str) -> None:
    """Nothing that was sent has come alive in the answer."""
    page = rendered(told, extensions=["tables", "sane_lists"])
    assert {tag.lower() for tag in re.findall(r"<\s*/?\s*([a-zA-Z!?][a-zA-Z0-9]*)", page)} <= TAGS
    words = re.sub(r"<code>.*?</code>", "", page, flags=re.S)
    assert not re.search(r"(?i)[@#]\w|GH-\d", words)
    assert not re.search(r"(?m)^\s*::", told)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u202a-\u202e]", told)
    assert "##[" not in told
    # What a comment of GitHub holds is 65,536 characters.
    assert len(told) < 61_000


@pytest.mark.parametrize("kind", ["profile", "assignment", "confirm", "outcome", "remove"])
@pytest.mark.parametrize("text", ["", "\x00", "### ", "---\n---\n"])
def test_next_to_nothing_is_answered_too(content: Path, kind: str, text: str) -> None:
    result = send(text, kind, "ada")
    assert (result.exit_code, result.stderr) == (1, "")
    assert len(codes(result)) == 1
