"""Mistakes that a form can hold: the same codes in the form, in `check` and in the intake.

And with the same words at the same place, but for what Python looks for in long tables of what
people mean: a value that is near. There the form says the rest.
"""

from __future__ import annotations

import copy
import shutil
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from click.testing import CliRunner

from sitegen.cli import cli
from sitegen.frontmatter import Loc, Node, Source, read_markdown
from sitegen.read import MARKDOWN_LIMIT
from tests.forms.judging import (
    Draft,
    Told,
    form,
    in_browser,
    in_check,
    told_in_browser,
    told_in_check,
)
from tests.test_seeded_mistakes import DAIRY, LEILA, MINIMAL, SEEDS, Seed


class Mistake(NamedTuple):
    """What stands at a place of a file that is right otherwise; None leaves it out."""

    name: str
    file: str
    at: Loc
    value: Node | None
    code: str


TEXT = ("the text",)
PROSE = "Ten years of work that was done and then handed on to others. "
MISTAKES = (
    Mistake("a text too long", LEILA, ("headline",), "x" * 121, "P024"),
    Mistake("a hidden character", LEILA, ("name",), "Leila\u202e", "P003"),
    Mistake("a hidden character in the text", LEILA, TEXT, PROSE + "\u200b", "P003"),
    Mistake("a text for a list of groups", LEILA, ("ventures",), "Caisse Rurale", "P016"),
    Mistake("a text for a group", LEILA, ("based_in",), "Rabat", "P016"),
    Mistake("a list for a text", LEILA, ("name",), ["Leila"], "P016"),
    Mistake("an account with its sign", LEILA, ("github",), "@leila-haddad-sample", "P016"),
    Mistake("no country and no region", LEILA, ("based_in",), {"city": "Rabat"}, "P041"),
    Mistake("a list with too few", LEILA, ("skills",),
            [{"skill": "board-development", "level": "2"}], "P027"),
    Mistake("a list with too many", LEILA, ("sectors",), ["dairy"] * 6, "P026"),
    Mistake("a sector twice", LEILA, ("sectors",), ["dairy", "dairy"], "P036"),
    Mistake("years of no number", LEILA, ("silos", "ngo"), "many", "P028"),
    Mistake("a region that is none", LEILA, ("regions",), ["atlantis"], "P012"),
    Mistake("a venture that ended before", LEILA, ("ventures", 0, "to"), "1990", "P037"),
    Mistake("free until before from", LEILA, ("availability", "until"), "2027-01-01", "P038"),
    Mistake("leaving told to the world", LEILA, ("transitions", 0, "state"), "preparing", "P048"),
    Mistake("seeking without a word", LEILA, ("guidance", "seeks"), ["stepping-down"], "P040"),
    Mistake("a wording that is none", LEILA, ("consent", "wording"), "v9", "P075"),
    Mistake("a day to come", LEILA, ("confirmed", "on"), "2027-01-01", "P116"),
    Mistake("a phone number", LEILA, ("declines", "note"), "Call 06 12 34 56 78", "P061"),
    Mistake("a date of birth", LEILA, TEXT, PROSE + "Born 3.3.1961 in Fès.", "P062"),
    Mistake("an address behind a mark", LEILA, TEXT, PROSE + "le&#105;la&#64;had.example", "P060"),
    Mistake("a text too short", LEILA, TEXT, "Short.", "P046"),
    Mistake("a link without https", LEILA, TEXT, PROSE + "[here](http://a.example)", "P047"),
    Mistake("brackets without end", LEILA, TEXT, PROSE + "[" * 60, "P014"),
    Mistake("fields that take too much", LEILA, ("ventures",), [
        {"name": "木" * 100, "role": "木" * 80, "from": "1998", "to": "2014", "outcome": "left",
         "reach": "木" * 120, "summary": "木" * 300, "sectors": ["dairy"] * 1500}
    ], "P013"),
    Mistake("a file that is too large", LEILA, TEXT, "木" * 30_000, "P002"),
    Mistake("a client named and not", DAIRY, ("client", "anonymous"), "yes", "P042"),
    Mistake("a client without a name", DAIRY, ("client", "name"), None, "P042"),
    Mistake("a budget without a currency", DAIRY, ("budget", "currency"), None, "P043"),
    Mistake("an end without an outcome", DAIRY, ("status",), "completed", "P044"),
    Mistake("a team of less than one", DAIRY, ("team", "min"), "3", "P037"),
    Mistake("a skill asked for twice", DAIRY, ("skills", "desirable", 0, "skill"),
            "succession-planning", "P036"),
    Mistake("a field that is left empty", DAIRY, ("title",), "", "P025"),
    Mistake("a group without its field", DAIRY, ("client", "silo"), None, "P011"),
    Mistake("a field that is none", DAIRY, ("zzz",), "6", "P010"),
    Mistake("a level without evidence, beside a wrong number", LEILA, ("skills", 0),
            {"skill": "succession-planning", "level": "4", "years": "many"}, "P035"),
    Mistake("several fields in the text", LEILA, TEXT,
            "sectors: [dairy]\nregions: [MA]\n\n" + PROSE, "P121"),
    Mistake("a story too long for a name", LEILA, ("transitions", 0, "story"), "a" * 65, "P034"),
    Mistake("a day too far", LEILA, ("availability", "until"), "2200-01-01", "P023"),
    Mistake("a team that is larger than one", DAIRY, ("team",), {"min": "3"}, "P037"),
    Mistake("a story with blanks", LEILA, ("transitions", 0, "story"), "letting go", "P034"),
)  # fmt: skip
# The seeded mistakes that a form can hold: those of values, not of the signs of YAML.
FROM_SEEDS = tuple(seed for seed in SEEDS if seed.code in form(MINIMAL)["messages"])
# What a client may not write, and whose the file is, is told before what is wrong with it.
SAID_BY_THE_INTAKE = {"an end without an outcome": "P156", "an account with its sign": "P153"}
# A form does not ask for the team, and gives its fields their names itself.
NOT_IN_A_FORM = ("a member by name", "a field in French", "a misspelt field")


def read(text: str) -> Source:
    return read_markdown("", text.encode(), MARKDOWN_LIMIT)


def kind_of(file: str) -> str:
    return "profile" if file.startswith("profiles/") else "assignment"


def draft_of(mistake: Mistake) -> Draft:
    source = read((MINIMAL / f"{mistake.file}.md").read_text("utf-8"))
    fields: dict[str, Any] = copy.deepcopy(dict(source.data))
    if mistake.at == TEXT:
        return Draft(kind_of(mistake.file), fields, str(mistake.value))
    *above, last = mistake.at
    group: Any = fields
    for part in above:
        group = group[part]
    if mistake.value is None:
        del group[last]
    else:
        group[last] = mistake.value
    return Draft(kind_of(mistake.file), fields, source.body)


def seeded(seed: Seed) -> Draft:
    text = (MINIMAL / f"{seed.file}.md").read_text("utf-8").replace(seed.old, seed.new, 1)
    source = read(text)
    return Draft(kind_of(seed.file), source.data, source.body)


CASES = [
    *((mistake.name, mistake.file, mistake.code, draft_of(mistake)) for mistake in MISTAKES),
    *((s.name, s.file, s.code, seeded(s)) for s in FROM_SEEDS if s.name not in NOT_IN_A_FORM),
]
NAMED = [pytest.param(number, id=case[0]) for number, case in enumerate(CASES)]


@cache
def all_told() -> list[tuple[list[Told], list[Told]]]:
    """What `check` and what a form says of each; one run of each for all of them."""
    drafts = [case[-1] for case in CASES]
    found = in_browser(drafts, MINIMAL)
    return [
        (told_in_check(checked), told_in_browser(draft, answer["problems"]))
        for draft, checked, answer in zip(drafts, in_check(drafts, MINIMAL), found, strict=True)
    ]


def test_there_are_forty_and_each_message_of_a_form_is_among_them() -> None:
    assert len(CASES) >= 50
    told = {problem.code for _, there in all_told() for problem in there}
    assert told == set(form(MINIMAL)["messages"])


@pytest.mark.parametrize("number", NAMED)
def test_a_form_says_what_check_says(number: int) -> None:
    code = CASES[number][2]
    checked, there = all_told()[number]
    near = {told[:4] for told in checked if not told.hint}
    assert code in {told.code for told in checked}
    assert [told._replace(hint="") if told[:4] in near else told for told in there] == checked


@pytest.mark.parametrize("number", NAMED)
def test_the_intake_says_the_same_of_the_file(number: int, tmp_path: Path) -> None:
    name, file, code, draft = CASES[number]
    shutil.copytree(MINIMAL, tmp_path / "content")
    (tmp_path / ".github").mkdir()
    (tmp_path / ".github" / "CODEOWNERS").write_text("* @keeper-sample\n", "utf-8")
    slug = file.rpartition("/")[2]
    (tmp_path / "sent.md").write_text(f"slug: {slug}\n\n{draft.file}", "utf-8")
    arguments = ["intake", str(tmp_path / "sent.md"), "--kind", draft.kind]
    arguments += ["--author", "keeper-sample", "--content", str(tmp_path / "content")]
    result = CliRunner().invoke(cli, arguments)
    assert SAID_BY_THE_INTAKE.get(name, code) in result.output


# Names of fields that are none: `check` looks for what is meant, and a form, which gives its fields
# their names, only says that this is none.
UNKNOWN = (
    ({"nom": "Leila"}, ["P010"], ["P010"]),
    ({"email": "none"}, ["P064"], ["P010"]),
    ({"days_away": "6"}, ["P019"], ["P010"]),
)


@pytest.mark.parametrize(("more", "checked", "there"), UNKNOWN, ids=lambda value: str(value))
def test_a_form_only_says_that_a_field_is_none(
    more: dict[str, Node], checked: list[str], there: list[str]
) -> None:
    draft = draft_of(MISTAKES[0]._replace(value="A headline"))
    draft = draft._replace(fields={**draft.fields, **more})
    found = in_browser([draft], MINIMAL)[0]["problems"]
    assert [problem.code for problem in in_check([draft], MINIMAL)[0]] == checked
    assert [problem["code"] for problem in found] == there
