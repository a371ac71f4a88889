"""Who may change what: proposals on a real repository, judged through the command line."""

from __future__ import annotations

import itertools
import json
import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sitegen.areas import area_of
from sitegen.cli import cli
from sitegen.findings import FORMS
from sitegen.guard import recorded
from sitegen.ownership import Account, is_login, maintainers, owner_of
from sitegen.proposal import Proposal
from sitegen.revisions import Change
from sitegen.rights import judge
from sitegen.twins import Names, folded, is_safe

P = "content/profiles"
A = "content/assignments"
LINK, MODULE, PROGRAM, PLAIN = "120000", "160000", "100755", "100644"
COMMIT = "0123456789012345678901234567890123456789"
BOT = "github-actions[bot]"
SECONDS = itertools.count()


def owned(login: str = "", number: str = "", text: str = "A text.") -> str:
    """A file with as much front matter as an owner takes."""
    lines = [f"github: {login}"] if login else []
    lines += [f"github_id: {number}"] if number else []
    return "\n".join(["---", "name: Example", *lines, "---", text, ""])


STAFFED = "bob\nstatus: staffed\nmembers: [{profile: amina}]"
BASE = {
    ".github/CODEOWNERS": "# @bob\n* @keeper @Second-Keeper @example/outsider d@outsider.example\n",
    ".github/workflows/site.yml": "on: push\n",
    "sitegen/cli.py": "code\n",
    "README.md": "words\n",
    "docs/Notes.md": "words\n",
    "content/site.yml": "title: Example\n",
    "content/pages/about.md": owned(),
    "content/vocabulary/skills.yml": "skills: []\n",
    "content/stories/river.md": owned("", "", "With Amina."),
    "content/vetting/amina.yml": "[]\n",
    "content/vetting/keeper.yml": "[]\n",
    f"{P}/amina.md": owned("Amina-Diallo", "11"),
    f"{P}/amina.fr.md": "---\nheadline: Bonjour\n---\nTexte.\n",
    f"{P}/amina.jpg": "picture",
    f"{P}/bob.md": owned("bob"),
    f"{P}/bob.fr.md": "---\nheadline: Bonjour\n---\nTexte.\n",
    f"{P}/bob.jpg": "picture",
    f"{P}/amina-two.md": owned("amina-diallo", "11"),
    f"{P}/keeper.md": owned("keeper"),
    f"{P}/unowned.md": owned(),
    f"{P}/handle.md": owned('"@amina-diallo"'),
    f"{P}/broken.md": "---\nname: Example\ngithub: amina-diallo\n",
    f"{A}/dairy.md": owned("amina-diallo"),
    f"{A}/clinic.md": owned("amina-diallo"),
    f"{A}/board.md": owned(STAFFED),
    f"{A}/unowned.md": owned(),
}
# A new content; None removes; a pair gives the mode first.
Edit = str | None | tuple[str, str]
AMINA, BOB, KEEPER = ("amina-diallo", 11), ("bob", 12), ("keeper", 13)
NEW = f"{P}/cleo.md"


def git(repository: Path, *arguments: str, stdin: bytes = b"") -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=repository, input=stdin, capture_output=True, check=True
    )
    return done.stdout.decode().strip()


def script(name: str, edits: Mapping[str, Edit], *parents: str, message: str = "Change") -> str:
    """What `git fast-import` reads to make a branch with one commit, whatever is in it."""
    lines = [f"commit refs/heads/{name}", f"committer Example <> {next(SECONDS)} +0000"]
    lines += [f"data {len(message.encode())}\n{message}"]
    lines += [f"{'merge' if n else 'from'} refs/heads/{parent}" for n, parent in enumerate(parents)]
    for path, edit in edits.items():
        quoted = "".join(f"\\{byte:03o}" for byte in path.encode("utf-8", "surrogateescape"))
        mode, text = edit if isinstance(edit, tuple) else (PLAIN, edit)
        if text is None:
            lines.append(f'D "{quoted}"')
        elif mode == MODULE:
            lines.append(f'M {mode} {text} "{quoted}"')
        else:
            lines.append(f'M {mode} inline "{quoted}"\ndata {len(text.encode())}\n{text}')
    return "\n".join([*lines, ""])


def commit(
    repository: Path, edits: Mapping[str, Edit], *parents: str, message: str = "Change"
) -> str:
    """A commit on its own branch, whose name is given back."""
    name = f"branch-{next(SECONDS)}"
    written = script(name, edits, *parents, message=message)
    git(repository, "fast-import", "--quiet", stdin=written.encode())
    return name


def scripts_of_the_tables() -> Iterator[str]:
    """All proposals of the tables below: one process for a hundred commits."""
    yield script("main", BASE)
    for name, (_, edits) in ALLOWED.items():
        yield script(branch(name), edits, "main")
    for name, case in REFUSED.items():
        yield script(branch(name), case.edits, "main")
        yield script(branch(name, "base"), case.since or {}, "main")
    for name, (_, edits, messages, _) in RECORDED.items():
        for number, message in enumerate(messages):
            # Without a parent a commit goes on top of its branch.
            parents = () if number else ("main",)
            yield script(branch(name), edits, *parents, message=message)


def branch(name: str, side: str = "head") -> str:
    """The branch of a row of a table."""
    return f"{side}-{sha256(name.encode()).hexdigest()[:12]}"


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with the files of BASE on `main`, and a branch for each proposal."""
    folder = tmp_path_factory.mktemp("repository")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "fast-import", "--quiet", stdin="".join(scripts_of_the_tables()).encode())
    return folder


def guarded(repository: Path, base: str, head: str, author: str, *options: str) -> Result:
    where = ["--repository", str(repository), "--base", base, "--head", head]
    return CliRunner().invoke(cli, ["guard", *where, "--author", author, *options])


def findings(result: Result) -> list[tuple[str, str]]:
    assert result.exit_code in (0, 1), result.output
    found = json.loads(result.stdout)["findings"]
    assert result.exit_code == (1 if found else 0)
    return [(f"{finding['code']} {finding['path']}", told(finding)) for finding in found]


def told(finding: Mapping[str, str]) -> str:
    return f"{finding['text']}; {finding['hint']}"


def judged(
    repository: Path, base: str, head: str, author: tuple[str, int | None]
) -> list[tuple[str, str]]:
    login, number = author
    options = ["--format", "json", *(["--author-id", str(number)] if number else [])]
    return findings(guarded(repository, base, head, login, *options))


ALLOWED: dict[str, tuple[tuple[str, int | None], Mapping[str, Edit]]] = {
    "one's own profile": (AMINA, {f"{P}/amina.md": owned("Amina-Diallo", "11", "New.")}),
    "one's own profile, without an id": (
        ("AMINA-diallo", None),
        {f"{P}/amina.md": owned("Amina-Diallo", "11", "New.")},
    ),
    "one's own profile, by the id, under a new login": (
        ("amina-renamed", 11),
        {f"{P}/amina.md": owned("Amina-Diallo", "11", "New.")},
    ),
    "one's new login in one's own file": (
        ("amina-renamed", 11),
        {f"{P}/amina.md": owned("amina-renamed", "11")},
    ),
    "one's own id added": (BOB, {f"{P}/bob.md": owned("Bob", "12")}),
    "profile, photo and translation in one": (
        BOB,
        {
            f"{P}/bob.md": owned("bob", "", "New."),
            f"{P}/bob.png": "picture",
            f"{P}/bob.jpg": None,
            f"{P}/bob.pt-BR.md": "---\nheadline: Olá\n---\n",
        },
    ),
    "one's own translation alone": (BOB, {f"{P}/bob.fr.md": "---\nheadline: Salut\n---\n"}),
    "a photo with a suffix in capitals": (BOB, {f"{P}/bob.jpg": None, f"{P}/bob.PNG": "picture"}),
    "a new profile with photo and translation": (
        ("Cleo", 14),
        {NEW: owned("cleo", "14"), f"{P}/cleo.jpg": "picture", f"{P}/cleo.ar.md": owned()},
    ),
    "a new profile without an id": (("cleo", 14), {NEW: owned("cleo")}),
    "a new profile in a name freed in another case": (
        ("bob", 12),
        {f"{P}/bob.md": None, f"{P}/bobby.md": owned("bob")},
    ),
    "one's own profile removed with all that belongs to it": (
        BOB,
        {f"{P}/bob.md": None, f"{P}/bob.jpg": None, f"{P}/bob.fr.md": None},
    ),
    "one's own profile renamed": (
        BOB,
        {
            f"{P}/bob.md": None,
            f"{P}/bob.jpg": None,
            f"{P}/robert.md": owned("bob"),
            f"{P}/robert.jpg": "picture",
        },
    ),
    "several of one's own assignments": (
        AMINA,
        {
            f"{A}/dairy.md": owned("amina-diallo", "11"),
            f"{A}/clinic.md": None,
            f"{A}/new.md": owned("amina-diallo"),
        },
    ),
    "a staffed assignment of one's own, its team as it was": (
        BOB,
        {f"{A}/board.md": owned(STAFFED, text="New.")},
    ),
    "one's own assignment withdrawn": (BOB, {f"{A}/board.md": owned("bob\nstatus: withdrawn")}),
    "nothing at all": (BOB, {}),
    "a maintainer: everything": (
        KEEPER,
        {
            ".github/workflows/site.yml": "on: issues\n",
            ".github/CODEOWNERS": "* @someone\n",
            "content/site.yml": "title: New\n",
            "content/vetting/amina.yml": "[{}]\n",
            f"{P}/amina.md": owned("somebody-else"),
            f"{P}/broken.md": owned("amina-diallo"),
            f"{P}/unowned.md": None,
            "sitegen/run": (PROGRAM, "code"),
            "docs/latest": (LINK, "README.md"),
        },
    ),
    "a maintainer by the second name, in other capitals": (
        ("second-keeper", 99),
        {"content/pages/about.md": "new"},
    ),
    "a maintainer takes the capitals out of a name": (
        KEEPER,
        {"docs/Notes.md": None, "docs/notes.md": "words\n"},
    ),
    "a maintainer takes the mark of a program away again": (
        KEEPER,
        {f"{P}/bob.md": (PLAIN, owned("bob"))},
    ),
}


@pytest.mark.parametrize("name", ALLOWED)
def test_what_is_one_s_own_may_be_changed(name: str, repository: Path) -> None:
    author, _ = ALLOWED[name]
    assert judged(repository, "main", branch(name), author) == []


@dataclass(frozen=True, slots=True)
class Refusal:
    """What is proposed by whom; then each finding, and the words in which it says who may."""

    author: tuple[str, int | None]
    edits: Mapping[str, Edit]
    expected: Sequence[tuple[str, str]]
    # What the base changes after the proposal began.
    since: Mapping[str, Edit] | None = None


TO_AMINA = "only Amina-Diallo (id 11) or a maintainer"
TO_BOB = "only bob or a maintainer"
KEEPERS = "for the maintainers alone"
ASK = "only the maintainers change it"
HAND = "only the maintainers hand a file over"
REFUSED: dict[str, Refusal] = {
    "a profile of somebody else": Refusal(
        BOB,
        {f"{P}/amina.md": owned("Amina-Diallo", "11", "New.")},
        [(f"P140 {P}/amina.md", TO_AMINA)],
    ),
    "takeover by changing github": Refusal(
        BOB, {f"{P}/amina.md": owned("bob")}, [(f"P140 {P}/amina.md", TO_AMINA)]
    ),
    "takeover by removing and adding": Refusal(
        BOB,
        {f"{P}/amina.md": None, f"{P}/amina-d.md": owned("bob")},
        [(f"P140 {P}/amina.md", TO_AMINA)],
    ),
    "a login that was given up and taken": Refusal(
        ("amina-diallo", 77),
        {f"{P}/amina.md": owned("Amina-Diallo", "11", "New.")},
        [(f"P140 {P}/amina.md", TO_AMINA)],
    ),
    "a login that only looks the same": Refusal(
        ("amina-dia11o", None),
        {f"{P}/amina.md": owned("Amina-Diallo", "11", "New.")},
        [(f"P140 {P}/amina.md", TO_AMINA)],
    ),
    "the owner of the base's tip counts, not the one where it began": Refusal(
        BOB,
        {f"{P}/bob.md": owned("bob", "", "New.")},
        [(f"P140 {P}/bob.md", "only cleo or a maintainer")],
        since={f"{P}/bob.md": owned("cleo")},
    ),
    "a file that the base has got since": Refusal(
        ("cleo", 14),
        {NEW: owned("cleo")},
        [(f"P140 {NEW}", TO_BOB)],
        since={NEW: owned("bob")},
    ),
    "a file that the base has renamed since, under which a merge would lay the change": Refusal(
        BOB,
        {f"{P}/amina.md": owned("bob")},
        [(f"P144 {P}/amina.md", "ask the maintainers")],
        since={f"{P}/amina.md": None, f"{P}/amina-d.md": owned("Amina-Diallo", "11")},
    ),
    "one's own file handed to somebody else": Refusal(
        BOB, {f"{P}/bob.md": owned("amina-diallo")}, [(f"P142 {P}/bob.md", HAND)]
    ),
    "one's own file handed to nobody": Refusal(
        BOB, {f"{P}/bob.md": owned()}, [(f"P142 {P}/bob.md", HAND)]
    ),
    "one's own file under the id of somebody else": Refusal(
        BOB, {f"{P}/bob.md": owned("bob", "11")}, [(f"P142 {P}/bob.md", HAND)]
    ),
    "an id that nobody can compare": Refusal(
        ("bob", None), {f"{P}/bob.md": owned("bob", "12")}, [(f"P142 {P}/bob.md", HAND)]
    ),
    "somebody else's login with one's own id": Refusal(
        AMINA, {f"{P}/amina.md": owned("bob", "11")}, [(f"P142 {P}/amina.md", HAND)]
    ),
    "an assignment handed over": Refusal(
        AMINA, {f"{A}/dairy.md": owned("bob")}, [(f"P142 {A}/dairy.md", HAND)]
    ),
    "one's own file, so that nobody can read whose it is": Refusal(
        BOB,
        {f"{P}/bob.md": "---\ngithub: bob\ngithub: amina-diallo\n---\n"},
        [(f"P144 {P}/bob.md", "only its owner or a maintainer")],
    ),
    "a new profile for somebody else": Refusal(
        BOB, {NEW: owned("cleo")}, [(f"P141 {NEW}", "sent by them or by a maintainer")]
    ),
    "a new profile for nobody": Refusal(
        BOB, {NEW: owned()}, [(f"P141 {NEW}", "sent by them or by a maintainer")]
    ),
    "a new profile under a text that is no login": Refusal(
        BOB, {NEW: owned('"@bob"')}, [(f"P141 {NEW}", "sent by them or by a maintainer")]
    ),
    "a new profile with the id of somebody else": Refusal(
        BOB, {NEW: owned("bob", "11")}, [(f"P141 {NEW}", "sent by them or by a maintainer")]
    ),
    "a new profile that cannot be read": Refusal(
        BOB, {NEW: "github: bob\n"}, [(f"P144 {NEW}", "only its owner or a maintainer")]
    ),
    "a new assignment for somebody else": Refusal(
        BOB, {f"{A}/new.md": owned("cleo")}, [(f"P141 {A}/new.md", "or by a maintainer")]
    ),
    "an assignment of somebody else": Refusal(
        BOB, {f"{A}/dairy.md": None}, [(f"P140 {A}/dairy.md", "only amina-diallo or a maintainer")]
    ),
    "a rename of somebody else's file": Refusal(
        BOB,
        {f"{P}/amina.md": None, f"{P}/amina-d.md": owned("Amina-Diallo", "11")},
        [
            (f"P141 {P}/amina-d.md", "sent by them or by a maintainer"),
            (f"P140 {P}/amina.md", TO_AMINA),
        ],
    ),
    "a rename over somebody else's file": Refusal(
        BOB,
        {f"{P}/bob.md": None, f"{P}/amina.md": owned("bob")},
        [(f"P140 {P}/amina.md", TO_AMINA)],
    ),
    "somebody else's file removed": Refusal(
        BOB, {f"{P}/amina.md": None}, [(f"P140 {P}/amina.md", TO_AMINA)]
    ),
    "somebody else's photo": Refusal(
        BOB, {f"{P}/amina.jpg": "me"}, [(f"P140 {P}/amina.jpg", TO_AMINA)]
    ),
    "a second photo of somebody else": Refusal(
        BOB, {f"{P}/amina.webp": "me"}, [(f"P140 {P}/amina.webp", TO_AMINA)]
    ),
    "somebody else's translation": Refusal(
        BOB, {f"{P}/amina.ar.md": "---\n---\n"}, [(f"P140 {P}/amina.ar.md", TO_AMINA)]
    ),
    "a photo of nobody": Refusal(
        BOB, {f"{P}/robert.jpg": "me"}, [(f"P144 {P}/robert.jpg", "the maintainers'")]
    ),
    "a photo beside a new profile that is a link": Refusal(
        BOB,
        {NEW: (LINK, "bob.md"), f"{P}/cleo.jpg": "me"},
        [(f"P145 {NEW}", "nobody may put that here")],
    ),
    "two new profiles": Refusal(
        BOB,
        {NEW: owned("bob"), f"{P}/dora.md": owned("bob")},
        [(f"P147 {P}/dora.md", "only the maintainers change several")],
    ),
    "two of one's own profiles, one by its photo": Refusal(
        AMINA,
        {f"{P}/amina-two.md": owned("amina-diallo", "11", "New."), f"{P}/amina.jpg": "me"},
        [(f"P147 {P}/amina.jpg", "only the maintainers change several")],
    ),
    "two of one's own profiles removed": Refusal(
        AMINA,
        {f"{P}/amina-two.md": None, f"{P}/amina.md": None},
        [(f"P147 {P}/amina.md", "only the maintainers change several")],
    ),
    "two profiles in one, one of them somebody else's": Refusal(
        BOB,
        {
            f"{P}/bob.md": owned("bob", "", "New."),
            f"{P}/amina.md": owned("Amina-Diallo", "11", "New."),
        },
        [(f"P140 {P}/amina.md", TO_AMINA)],
    ),
    "one's own vetting": Refusal(
        AMINA,
        {"content/vetting/amina.yml": "[{}]\n"},
        [("P143 content/vetting/amina.yml", KEEPERS)],
    ),
    "the vocabulary": Refusal(
        BOB,
        {"content/vocabulary/skills.yml": "skills: [x]\n"},
        [("P143 content/vocabulary/skills.yml", "the form for skills")],
    ),
    "the settings": Refusal(
        BOB, {"content/site.yml": "title: Mine\n"}, [("P143 content/site.yml", KEEPERS)]
    ),
    "a page": Refusal(
        BOB, {"content/pages/about.md": None}, [("P143 content/pages/about.md", KEEPERS)]
    ),
    "a story": Refusal(
        BOB,
        {"content/stories/mine.md": owned("bob")},
        [("P143 content/stories/mine.md", KEEPERS)],
    ),
    "a workflow": Refusal(
        BOB,
        {".github/workflows/site.yml": "on: issues\n"},
        [("P143 .github/workflows/site.yml", KEEPERS)],
    ),
    "code": Refusal(
        BOB, {"sitegen/cli.py": "import os\n"}, [("P143 sitegen/cli.py", "a proposal of its own")]
    ),
    "oneself made a maintainer by the proposal": Refusal(
        BOB,
        {".github/CODEOWNERS": "* @bob\n", "content/site.yml": "title: Mine\n"},
        [
            ("P143 .github/CODEOWNERS", KEEPERS),
            ("P143 content/site.yml", KEEPERS),
        ],
    ),
    "a maintainer until the base said otherwise": Refusal(
        KEEPER,
        {"content/site.yml": "title: Mine\n"},
        [("P143 content/site.yml", KEEPERS)],
        since={".github/CODEOWNERS": "* @second-keeper\n"},
    ),
    "a member of a team, or a mailbox, that CODEOWNERS names": Refusal(
        ("outsider", 5), {"README.md": "mine\n"}, [("P143 README.md", KEEPERS)]
    ),
    "a folder that the content does not have": Refusal(
        BOB, {f"{P}/more/bob.md": owned("bob")}, [(f"P143 {P}/more/bob.md", KEEPERS)]
    ),
    "a kind of file that profiles do not have": Refusal(
        BOB, {f"{P}/bob.svg": "<svg/>"}, [(f"P143 {P}/bob.svg", KEEPERS)]
    ),
    "a file without owner": Refusal(
        BOB, {f"{P}/unowned.md": owned("bob")}, [(f"P144 {P}/unowned.md", ASK)]
    ),
    "an assignment without owner": Refusal(
        BOB, {f"{A}/unowned.md": None}, [(f"P144 {A}/unowned.md", ASK)]
    ),
    "a file whose owner is no login": Refusal(
        AMINA, {f"{P}/handle.md": owned("amina-diallo")}, [(f"P144 {P}/handle.md", ASK)]
    ),
    "a file that cannot be read": Refusal(
        AMINA, {f"{P}/broken.md": owned("amina-diallo")}, [(f"P144 {P}/broken.md", ASK)]
    ),
    "one's own file as a link": Refusal(
        BOB,
        {f"{P}/bob.md": (LINK, "../../.github/CODEOWNERS")},
        [(f"P145 {P}/bob.md", "nobody may put that here")],
    ),
    "a link by a maintainer": Refusal(
        KEEPER,
        {f"{P}/cleo.md": (LINK, "bob.md")},
        [(f"P145 {NEW}", "a link to another file, and nobody")],
    ),
    "a repository in place of a profile": Refusal(
        BOB,
        {f"{P}/bob.md": (MODULE, COMMIT)},
        [(f"P145 {P}/bob.md", "a repository inside this one, and nobody")],
    ),
    "the content as a link, by a maintainer": Refusal(
        KEEPER,
        {**{path: None for path in BASE if path.startswith("content/")}, "content": (LINK, "/etc")},
        [
            ("P145 content", "a link to another file, and nobody"),
            ("P148 content/vetting/keeper.yml", "leave it to another maintainer"),
        ],
    ),
    "one's own file marked as a program": Refusal(
        BOB,
        {f"{P}/bob.md": (PROGRAM, owned("bob"))},
        [(f"P145 {P}/bob.md", "a file marked as a program, and nobody")],
    ),
    "a link somewhere else": Refusal(
        BOB, {"docs/latest": (LINK, "/etc/passwd")}, [("P145 docs/latest", "nobody may put")]
    ),
    "the folder in capitals": Refusal(
        BOB,
        {"content/Profiles/robert.md": owned("bob")},
        [("P146 content/Profiles/robert.md", "content/profiles; nobody")],
    ),
    "the content in capitals, by a maintainer": Refusal(
        KEEPER,
        {"Content/profiles/cleo.md": owned("cleo")},
        [("P146 Content/profiles/cleo.md", "for content; nobody")],
    ),
    "somebody else's name in capitals": Refusal(
        BOB,
        {f"{P}/Amina.md": owned("bob")},
        [(f"P146 {P}/Amina.md", f"for {P}/amina.md; nobody")],
    ),
    "somebody else's name in signs of full width": Refusal(
        BOB,
        {f"{P}/\uff41mina.md": owned("bob")},
        [(f"P146 {P}/\uff41mina.md", f"for {P}/amina.md; nobody")],
    ),
    "somebody else's name with a sign that shows nothing": Refusal(
        BOB,
        {f"{P}/ami\u200bna.md": owned("bob")},
        [(f"P146 {P}/ami\\u200bna.md", f"for {P}/amina.md; nobody")],
    ),
    "two names in one proposal that many computers take for one": Refusal(
        BOB,
        {f"{P}/robert.md": owned("bob"), f"{P}/Robert.md": owned("bob")},
        [
            (f"P146 {P}/Robert.md", f"for {P}/robert.md; nobody"),
            (f"P146 {P}/robert.md", f"for {P}/Robert.md; nobody"),
        ],
    ),
    "a name with Cyrillic letters": Refusal(
        BOB, {f"{P}/\u0430mina.md": owned("bob")}, [(f"P050 {P}/\u0430mina.md", "small letters")]
    ),
    "a photo named by a camera": Refusal(
        BOB, {f"{P}/IMG_2041.JPG": "me"}, [(f"P050 {P}/IMG_2041.JPG", "small letters")]
    ),
    "a line end in the name": Refusal(
        BOB,
        {f"{P}/x\n::error::y.md": owned("bob")},
        [(f"P146 {P}/x\\u000a::error::y.md", "something else")],
    ),
    "a tab and an escape in the name": Refusal(
        BOB,
        {f"{P}/x\t\x1b[31m.md": owned("bob")},
        [(f"P146 {P}/x\\u0009\\u001b[31m.md", "something else")],
    ),
    "a name that is no UTF-8": Refusal(
        BOB, {f"{P}/x\udcff.md": owned("bob")}, [(f"P146 {P}/x\\udcff.md", "something else")]
    ),
    "a name with a backslash, by a maintainer": Refusal(
        KEEPER, {"docs\\x.md": "x"}, [("P146 docs\\x.md", "something else")]
    ),
    "a team and what came of it, in one's own assignment": Refusal(
        AMINA,
        {f"{A}/dairy.md": owned("amina-diallo\nmembers: [{profile: amina}]\noutcome: {on: x}")},
        [
            (
                f"P156 {A}/dairy.md",
                "`members` is written by the maintainers only",
            ),
            (
                f"P156 {A}/dairy.md",
                "`outcome` is written by the maintainers only",
            ),
        ],
    ),
    "what came of it taken out again": Refusal(
        AMINA,
        {f"{A}/dairy.md": owned("amina-diallo", text="Another text.")},
        [(f"P156 {A}/dairy.md", "`outcome` is written by the maintainers only; leave it")],
        since={f"{A}/dairy.md": owned("amina-diallo\noutcome: {on: x}")},
    ),
    "work that is done, opened again": Refusal(
        AMINA,
        {f"{A}/dairy.md": owned("amina-diallo\nstatus: open")},
        [(f"P156 {A}/dairy.md", "did you mean `status: completed`?")],
        since={f"{A}/dairy.md": owned("amina-diallo\nstatus: completed")},
    ),
    "a record of one's own, in a new assignment": Refusal(
        AMINA,
        {f"{A}/new.md": owned("amina-diallo\nstatus: completed")},
        [(f"P156 {A}/new.md", "did you mean `status: open`?")],
    ),
    "a maintainer's own vetting": Refusal(
        KEEPER,
        {"content/vetting/keeper.yml": "[{}]\n"},
        [("P148 content/vetting/keeper.yml", "leave it to another maintainer")],
    ),
    "a maintainer's own vetting removed": Refusal(
        KEEPER,
        {"content/vetting/keeper.yml": None},
        [("P148 content/vetting/keeper.yml", "leave it to another maintainer")],
    ),
    "a maintainer's own vetting, with the owner of the profile changed for it": Refusal(
        KEEPER,
        {"content/vetting/keeper.yml": "[{}]\n", f"{P}/keeper.md": owned("bob")},
        [("P148 content/vetting/keeper.yml", "leave it to another maintainer")],
    ),
    "a maintainer's vetting of a profile that becomes theirs": Refusal(
        KEEPER,
        {"content/vetting/unowned.yml": "[{}]\n", f"{P}/unowned.md": owned("keeper")},
        [("P148 content/vetting/unowned.yml", "leave it to another maintainer")],
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_everything_else_is_refused_and_says_who_may(name: str, repository: Path) -> None:
    case = REFUSED[name]
    base = branch(name, "base") if case.since else "main"
    found = judged(repository, base, branch(name), case.author)
    assert [code for code, _ in found] == [code for code, _ in case.expected]
    for (_, words), (_, who) in zip(found, case.expected, strict=True):
        assert who in words


def test_every_code_has_its_words(repository: Path) -> None:
    edits = {f"{P}/amina.md": None, f"{P}/bob.md": owned("cleo"), "README.md": None}
    result = guarded(repository, "main", commit(repository, edits, "main"), "bob")
    assert result.exit_code == 1
    assert result.stdout == (
        "README.md:1:1: error P143 what is no profile and no assignment is for the maintainers "
        "alone to change\n"
        "  take it out; a change of the program goes in a proposal of its own\n"
        "content/profiles/amina.md:1:1: error P140 this belongs to Amina-Diallo (id 11), and bob "
        "proposes to change it\n"
        "  only Amina-Diallo (id 11) or a maintainer changes it: ask one of them\n"
        "content/profiles/bob.md:3:9: error P142 this would hand the file of bob to cleo\n"
        "  only the maintainers hand a file over: write `github: bob` again, or ask them\n"
        "3 errors\n"
    )


@pytest.mark.parametrize("form", ["text", "github", "markdown", "sarif"])
def test_no_name_forges_a_line_in_any_form(form: str, repository: Path) -> None:
    head = commit(repository, {f"{P}/x\n::error::\x1b[31m\udcff.md": owned("bob")}, "main")
    result = guarded(repository, "main", head, "bob", "--format", form)
    assert result.exit_code == 1
    assert "\x1b" not in result.stdout
    assert "\n::error::\\u001b" not in result.stdout


@pytest.mark.parametrize("form", list(FORMS))
def test_no_name_is_a_workflow_command(form: str, repository: Path) -> None:
    """Leading blanks do not count, and the older form may stand anywhere in a line."""
    odd: Mapping[str, Edit] = {"::stop-commands::x": "x", " ::error::x": "x", "##[error]x": "x"}
    head = commit(repository, odd, "main")
    result = guarded(repository, "main", head, "bob", "--format", form)
    assert result.exit_code == 1
    assert not re.search(r"(?m)^\s*::(?!error file=)|##\[", result.output)


def test_a_merge_that_takes_back_what_the_base_did_is_seen(repository: Path) -> None:
    """The histories meet twice, and seen from one of the two commits nothing has changed."""
    began = commit(repository, {f"{P}/zoe.md": owned("zoe")}, "main")
    main = commit(repository, {f"{P}/zoe.md": owned("zoe", "", "Newer.")}, began)
    # Git alone would compare with the newer one.
    side = commit(repository, {f"{A}/new.md": owned("bob")}, began)
    base = commit(repository, {f"{A}/new.md": owned("bob")}, main, side)
    head = commit(repository, {f"{P}/zoe.md": owned("zoe")}, side, main)
    meetings = git(repository, "merge-base", "--all", base, head).split()
    assert len(meetings) == 2
    assert any(not git(repository, "diff", "--name-only", start, head) for start in meetings)
    codes = [code for code, _ in judged(repository, base, head, BOB)]
    assert f"P140 {P}/zoe.md" in codes


def test_settings_of_a_repository_hide_no_change(repository: Path, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--no-hardlinks", str(repository), str(clone))
    head = commit(clone, {f"{P}/bob.md": (MODULE, COMMIT), NEW: (MODULE, COMMIT)}, "main")
    for name, value in (
        ("diff.ignoreSubmodules", "all"),
        ("submodule.x.path", f"{P}/bob.md"),
        ("submodule.x.ignore", "all"),
        ("diff.renames", "copies"),
        ("log.showSignature", "true"),
    ):
        git(clone, "config", name, value)
    codes = [code for code, _ in judged(clone, "main", head, BOB)]
    assert codes == [f"P145 {P}/bob.md", f"P145 {NEW}"]


def test_a_folder_below_the_top_sees_the_whole_repository(repository: Path, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", str(repository), str(clone))
    head = commit(clone, {f"{P}/amina.md": None, "README.md": None}, "main")
    found = judged(clone / "content", "main", head, BOB)
    assert [code for code, _ in found] == ["P143 README.md", f"P140 {P}/amina.md"]


def test_variables_of_git_lead_to_no_other_repository(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository)
    head = commit(repository, {f"{P}/amina.md": None}, "main")
    monkeypatch.setenv("GIT_DIR", str(tmp_path))
    assert [code for code, _ in judged(Path(), "main", head, BOB)] == [f"P140 {P}/amina.md"]


def record(
    login: str = "bob", number: str = "12", above: str = "Add a profile\n\n", kind: str = ""
) -> str:
    first = f"Intake-Kind: {kind}\n" if kind else ""
    return f"{above}{first}Intake-Author: {login}\nIntake-Author-Id: {number}\n"


WORD: Mapping[str, Edit] = {"content/vocabulary/skills.yml": "skills: [x]\n"}
LEAVING: Mapping[str, Edit] = {
    f"{P}/amina.md": None,
    f"{P}/amina.fr.md": None,
    f"{P}/amina.jpg": None,
    "content/vetting/amina.yml": None,
    f"{A}/board.md": owned("bob", "", "With a member."),
    "content/stories/river.md": owned("", "", "With a member."),
}
HIS = {f"{P}/bob.md": owned("bob", "", "New.")}
RECORDED: dict[str, tuple[str, Mapping[str, Edit], Sequence[str], list[str]]] = {
    "by whom the bot says": (BOT, HIS, [record()], []),
    "by whom the bot says, in two commits": (BOT, HIS, [record(), record()], []),
    "among other trailers": (BOT, HIS, [record() + "Signed-off-by: x\n"], []),
    "by the bot in other capitals": ("GitHub-Actions[bot]", HIS, [record()], []),
    "somebody else's": (BOT, HIS, [record("amina-diallo", "11")], [f"P140 {P}/bob.md"]),
    "what came of it, by the form for that": (
        BOT,
        {f"{A}/board.md": owned("bob\nstatus: completed\noutcome: {on: 2026-11-01}")},
        [record(kind="outcome")],
        [],
    ),
    "a team, by another form": (
        BOT,
        {f"{A}/board.md": owned("bob\nstatus: staffed\nmembers: [{profile: bob}]")},
        [record(kind="assignment")],
        [f"P156 {A}/board.md"],
    ),
    "by a maintainer who sends a text": (BOT, HIS, [record("keeper", "13")], []),
    "by nobody": (BOT, HIS, ["Add a profile"], ["P149 content"]),
    "without any message": (BOT, HIS, [record(), ""], ["P149 content"]),
    "without an id": (BOT, HIS, ["x\n\nIntake-Author: bob\n"], ["P149 content"]),
    "by two": (BOT, HIS, [record(), record("keeper", "13")], ["P149 content"]),
    "by two in one commit": (
        BOT,
        HIS,
        [record(above=record("keeper", "13") + "\n")],
        ["P149 content"],
    ),
    "in the text, not at its end": (BOT, HIS, [record() + "\nMore words."], ["P149 content"]),
    "with a line in the text that looks like it": (
        BOT,
        HIS,
        [record(above="x\n\n intake-author : keeper\n\n")],
        ["P149 content"],
    ),
    "by a name that is none": (BOT, HIS, [record("bob/../keeper")], ["P149 content"]),
    "by the bot itself": (BOT, HIS, [record(BOT, "41898282")], [f"P140 {P}/bob.md"]),
    "forged by a human": (
        "cleo",
        HIS,
        [record("keeper", "13")],
        [f"P140 {P}/bob.md"],
    ),
    "by two forms": (
        BOT,
        HIS,
        [record(kind="profile"), record(kind="remove")],
        ["P149 content"],
    ),
    "by two forms in one commit": (
        BOT,
        HIS,
        [record(kind="profile\nIntake-Kind: remove")],
        ["P149 content"],
    ),
    "a word by its form": (BOT, WORD, [record(kind="propose-skill")], []),
    "a word by another form": (
        BOT,
        WORD,
        [record(kind="profile")],
        ["P143 content/vocabulary/skills.yml"],
    ),
    "a word by a human who names the form": (
        "bob",
        WORD,
        [record(kind="propose-skill")],
        ["P143 content/vocabulary/skills.yml"],
    ),
    "more than a word by its form": (
        BOT,
        {**WORD, "content/site.yml": "title: Mine\n", "content/vocabulary/kinds.yml": "x"},
        [record(kind="propose-skill")],
        ["P143 content/site.yml", "P143 content/vocabulary/kinds.yml"],
    ),
    "the vocabulary removed by its form": (
        BOT,
        {"content/vocabulary/skills.yml": None},
        [record(kind="propose-skill")],
        ["P143 content/vocabulary/skills.yml"],
    ),
    "somebody who leaves, with all that names them": (
        BOT,
        LEAVING,
        [record("amina-diallo", "11", kind="remove")],
        [],
    ),
    "the same by another form": (
        BOT,
        LEAVING,
        [record("amina-diallo", "11", kind="confirm")],
        [
            f"P140 {A}/board.md",
            "P143 content/stories/river.md",
            "P143 content/vetting/amina.yml",
        ],
    ),
    "the same by a human": (
        "amina-diallo",
        LEAVING,
        [record("amina-diallo", "11", kind="remove")],
        [
            f"P140 {A}/board.md",
            "P143 content/stories/river.md",
            "P143 content/vetting/amina.yml",
        ],
    ),
    "somebody else made to leave": (
        BOT,
        LEAVING,
        [record(kind="remove")],
        [f"P140 {P}/amina.fr.md", f"P140 {P}/amina.jpg", f"P140 {P}/amina.md"],
    ),
    "marks of somebody who stays": (
        BOT,
        {"content/vetting/amina.yml": None},
        [record("amina-diallo", "11", kind="remove")],
        ["P143 content/vetting/amina.yml"],
    ),
    "an assignment handed over while leaving": (
        BOT,
        {**LEAVING, f"{A}/board.md": owned("amina-diallo")},
        [record("amina-diallo", "11", kind="remove")],
        [f"P140 {A}/board.md"],
    ),
    "an assignment that cannot be read after leaving": (
        BOT,
        {**LEAVING, f"{A}/board.md": "---\n"},
        [record("amina-diallo", "11", kind="remove")],
        [f"P140 {A}/board.md"],
    ),
    "an assignment removed while leaving": (
        BOT,
        {**LEAVING, f"{A}/board.md": None},
        [record("amina-diallo", "11", kind="remove")],
        [f"P140 {A}/board.md"],
    ),
    "by another bot": ("dependabot[bot]", HIS, [record()], [f"P140 {P}/bob.md"]),
}


@pytest.mark.parametrize("name", RECORDED)
def test_what_the_intake_proposes_is_judged_by_whom_it_records(name: str, repository: Path) -> None:
    author, _, _, expected = RECORDED[name]
    found = judged(repository, "main", branch(name), (author, None))
    assert [code for code, _ in found] == expected


def test_a_branch_of_the_intake_is_brought_up_to_date_by_a_merge(repository: Path) -> None:
    """`Update branch` on GitHub, where main must be in a branch before it is merged."""
    began = commit(repository, HIS, "main", message=record())
    main = commit(repository, {f"{P}/zoe.md": owned("zoe")}, "main")
    both = {**HIS, f"{P}/zoe.md": owned("zoe")}
    head = commit(repository, both, began, main, message="Merge branch 'main' into intake/7")
    assert judged(repository, main, head, (BOT, None)) == []
    # What somebody merges into it besides is a commit like every other.
    stray = commit(repository, {f"{P}/bob.jpg": "other"}, began, message="Mine")
    head = commit(repository, {**both, f"{P}/bob.jpg": "other"}, head, stray, message="Merge")
    assert [code for code, _ in judged(repository, main, head, (BOT, None))] == ["P149 content"]
    evil = commit(repository, {**both, f"{P}/amina.md": None}, began, main, message="Merge")
    assert [code for code, _ in judged(repository, main, evil, (BOT, None))] == [
        f"P140 {P}/amina.md"
    ]


def test_a_bot_without_commits_records_nobody() -> None:
    assert recorded([]) is None


def test_the_bot_can_be_another_one(repository: Path) -> None:
    head = commit(repository, HIS, "main", message=record())
    options = ["--format", "json", "--bot", "intake[bot]"]
    assert findings(guarded(repository, "main", head, "intake[bot]", *options)) == []
    assert findings(guarded(repository, "main", head, BOT, *options)) != []


@pytest.mark.parametrize(
    ("options", "words"),
    [
        pytest.param(["--author", ""], "S020 `` is no name", id="no author"),
        pytest.param(["--author", "a b"], "S020 `a b` is no name", id="no login"),
        pytest.param(["--content", "../x"], "S021 `../x` is no folder", id="outside"),
        pytest.param(["--content", "."], "S021 `.` is no folder", id="everything"),
        pytest.param(["--base", "no-such"], "S016 git does not answer", id="no base"),
        pytest.param(["--head", "--output=x"], "S016 git does not answer", id="no head"),
        pytest.param(["--base", "alone"], "the two have no history in common", id="unrelated"),
        pytest.param(["--author-id", "0"], "Invalid value", id="no id"),
    ],
)
def test_what_cannot_be_judged_ends_with_two(
    options: list[str], words: str, repository: Path
) -> None:
    if "alone" in options:
        git(repository, "branch", "-f", "alone", commit(repository, {"x": "x"}))
    result = guarded(repository, "main", "main", "bob", *options)
    assert (result.exit_code, words in result.stderr) == (2, True)


class Commit:
    """The files of a commit, without git."""

    def __init__(self, files: Mapping[str, str]) -> None:
        self.files = files

    def file(self, path: str) -> bytes | None:
        found = self.files.get(path)
        return None if found is None else found.encode()

    def paths(self, folder: str) -> tuple[str, ...]:
        return tuple(self.files)


@pytest.mark.parametrize(
    "path",
    [f"{P}/../site.yml", f"{P}/./bob.md", f"{P}//bob.md", "/etc/passwd", ".git/config", "x/.GIT/y"],
)
def test_paths_that_git_would_never_hold_are_refused_all_the_same(path: str) -> None:
    base = Commit(BASE)
    change = Change(path, "000000", PLAIN)
    proposal = Proposal((change,), base, Commit({**BASE, path: owned("bob")}), Account("keeper"))
    assert [problem.code for problem in judge(proposal)] == ["P146"]


def test_the_order_of_changes_makes_no_difference() -> None:
    edits = {f"{P}/amina.md": PLAIN, f"{P}/bob.md": PLAIN, "README.md": PLAIN}
    changes = tuple(Change(path, PLAIN, mode) for path, mode in edits.items())
    base = Commit(BASE)
    first = judge(Proposal(changes, base, base, Account("cleo")))
    assert judge(Proposal(changes[::-1], base, base, Account("cleo"))) == first
    assert len(first) == 3


def test_a_content_folder_further_down_is_judged_there() -> None:
    files = {path.replace("content/", "a/site/"): text for path, text in BASE.items()}
    path = "a/site/profiles/bob.md"
    changes = (Change(path, PLAIN, PLAIN),)
    for login, codes in (("bob", []), ("cleo", ["P140"])):
        proposal = Proposal(changes, Commit(files), Commit(files), Account(login), "a/site")
        assert [problem.code for problem in judge(proposal)] == codes
    above = Proposal(
        (Change("a", "000000", LINK),), Commit(files), Commit(files), Account("keeper")
    )
    swapped = Proposal(above.changes, Commit(files), Commit(files), Account("keeper"), "a/site")
    assert [problem.code for problem in judge(swapped)] == ["P145"]


@pytest.mark.parametrize(
    ("text", "logins"),
    [
        ("* @a @B-b", ["a", "b-b"]),
        ("# * @a\n* @b # @c", ["b"]),
        ("* docs@host.example docs", []),
        ("* @org/team @a", ["a"]),
        ("/@scope/ @a", ["a"]),
        ("@a", []),
        ("* @a_corp @under-", ["a_corp", "under-"]),
        ("* @a.b @-x @" + "y" * 40, []),
        ("", []),
    ],
)
def test_maintainers_are_the_accounts_that_codeowners_names(text: str, logins: list[str]) -> None:
    assert [account.login for account in maintainers(text.encode())] == logins


def test_nobody_is_a_maintainer_without_codeowners() -> None:
    assert maintainers(None) == ()


@pytest.mark.parametrize(
    ("login", "number", "owner"),
    [
        ("Amina", "7", Account("Amina", 7)),
        (" amina ", "", Account("amina")),
        ("amina", "7a", Account("amina")),
        ("amina", "\u0667", Account("amina")),
        ("@amina", "7", None),
        ("\u212aate", "", None),
        ("stra\u00dfe", "", None),
        ("https://github.com/amina", "", None),
        ("amina[bot]", "", None),
        ("", "7", None),
    ],
)
def test_an_owner_is_a_login_and_an_id_of_digits(
    login: str, number: str, owner: Account | None
) -> None:
    assert owner_of({"github": login, "github_id": number}) == owner


def test_an_owner_is_one_text() -> None:
    assert owner_of({"github": ["amina"]}) is None
    assert owner_of({"github": "amina", "github_id": ["7"]}) == Account("amina")


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (Account("a", 1), Account("b", 1), True),
        (Account("a", 1), Account("a", 2), False),
        (Account("a"), Account("A", 2), True),
        (Account("a", 1), Account("b"), False),
    ],
)
def test_accounts_are_compared_by_id_then_by_login(
    first: Account, second: Account, same: bool
) -> None:
    assert (first.is_same(second), second.is_same(first)) == (same, same)


def test_logins_have_the_form_of_logins() -> None:
    assert [name for name in ("a", "a-b", "a[bot]", "", "a b", "a/b", "é") if is_login(name)] == [
        "a",
        "a-b",
        "a[bot]",
    ]


@pytest.mark.parametrize(
    ("path", "main"),
    [
        (f"{P}/bob.md", f"{P}/bob.md"),
        (f"{P}/bob.fr.md", f"{P}/bob.md"),
        (f"{P}/bob.pt-BR.md", f"{P}/bob.md"),
        (f"{P}/bob.JPEG", f"{P}/bob.md"),
        (f"{A}/dairy.md", f"{A}/dairy.md"),
        (f"{A}/dairy.jpg", ""),
        (f"{P}/bob.gif", ""),
        (f"{P}/a/bob.md", ""),
        ("content/bob.md", ""),
        ("profiles/bob.md", ""),
        ("contents/profiles/bob.md", ""),
        ("x/content/profiles/bob.md", ""),
    ],
)
def test_photos_and_translations_belong_to_their_profile(path: str, main: str) -> None:
    assert area_of(path, "content").main == main


def test_twins_are_told_apart_by_what_computers_make_of_them() -> None:
    names = Names(["content/profiles/zoë.md"])
    assert names.twin("content/profiles/zoe\u0308.md") == "content/profiles/zoë.md"
    assert names.twin("Content") == "content"
    assert names.twin("content/profiles/zoë.md") is None
    assert folded("STRASSE") == folded("straße")
    assert [path for path in ("a/b", "a/b.", "a /b", "a/git~1/b") if is_safe(path)] == ["a/b"]
