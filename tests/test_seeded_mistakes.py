"""Forty mistakes, sown one at a time: the message alone says file, line, field and what to write.

The first half is what people do who never wrote such a file; the second what those do who have. The
same code comes out of every form of the findings that a program reads, and out of the intake.
"""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from sitegen.check import judged
from sitegen.cli import cli
from sitegen.errors import ContentError, Problem
from sitegen.findings import as_github, as_json, as_text
from sitegen.frontmatter import read_markdown
from sitegen.i18n import Translator
from sitegen.read import MARKDOWN_LIMIT, Sources, read

MINIMAL = Path(__file__).parent / "sites" / "minimal" / "content"
CLOCK = date(2026, 11, 16)
TOM, LEILA = "profiles/tom-baker", "profiles/leila-haddad"
DAIRY, CLINIC = "assignments/dairy-exit-plan", "assignments/handover-at-a-clinic"


class Seed(NamedTuple):
    """An edit of a file, and what is said: `field` in the first line, `told` in either."""

    name: str
    file: str
    old: str
    new: str
    code: str
    line: int
    field: str
    told: str


HEADLINE = "headline: Ran a home-care company and passed it to the people who work there"
BY_BEGINNERS = (
    Seed("a colon in a text", TOM, HEADLINE, "headline: My life: a home-care company", "P017", 3,
         "headline", 'headline: "My life: a home-care company"'),
    Seed("a text cut at a number sign", TOM, HEADLINE, "headline: Led a team # of ten", "P120", 3,
         "headline", 'headline: "Led a team # of ten"'),
    Seed("a hash tag in a text", TOM, HEADLINE, "headline: We were #1 in Leeds", "P112", 3,
         "headline", 'headline: "We were #1 in Leeds"'),
    Seed("a tab", TOM, "  - {skill: handover", "\t- {skill: handover", "P007", 7,
         "this line", "put spaces in place of the tab"),
    Seed("curly quotes around a text", TOM, HEADLINE, "headline: “Ran a home”", "P118", 3,
         "headline", 'headline: "Ran a home"'),
    Seed("curly quotes around a colon", TOM, HEADLINE, "headline: “Ran: a home”", "P119", 3,
         "curly quote “", 'headline: "Ran: a home"'),
    Seed("Yes with a capital", LEILA, "again: no", "again: No", "P020", 12, "again", "`no`"),
    Seed("a date by days first", TOM, "on: 2026-09-30", "on: 30.09.2026", "P023", 13, "on",
         "`2026-09-30`"),
    Seed("a date that reads both ways", TOM, "on: 2026-09-30", "on: 03/04/2026", "P023", 13, "on",
         "`2026-04-03` or `2026-03-04`"),
    Seed("no second dashes", TOM, "\n---\nTwelve", "\nTwelve", "P005", 14, "`---`",
         "three hyphens between the fields and your text"),
    Seed("dashes made long", TOM, "\n---\nTwelve", "\n—\nTwelve", "P117", 14, "`—`", "`---`"),
    Seed("a blank line above", TOM, "---\nname", "\n---\nname", "P122", 1, "`---`",
         "delete what stands above it"),
    Seed("a list as a sentence", TOM, "[health]", "health and dairy", "P016", 10, "sectors",
         "sectors: [health, dairy]"),
    Seed("a field below the text", TOM, "marriage.", "marriage.\n\nregions: [GB]", "P121", 17,
         "regions", "between the two lines `---`: regions: [GB]"),
    Seed("bullets of Word", TOM, "[health]", "\n  • health\n  • dairy", "P123", 11, "`•`",
         "- health"),
    Seed("a country by its name", LEILA, "country: MA", "country: Maroc", "P030", 6, "`Maroc`",
         "`MA`"),
    Seed("a language by its name", TOM, "{en: native}", "{English: native}", "P031", 5,
         "`English`", "`en`"),
    Seed("a field in French", TOM, "languages:", "langues:", "P010", 5, "langues", "`languages`"),
    Seed("an e-mail address", TOM, "marriage.", "marriage. tom@baker.example", "P060", 15,
         "the text", "remove it"),
    Seed("a street", TOM, "marriage.", "marriage. 14 Elm Road, Leeds", "P063", 15, "the text",
         "a country and a city are enough"),
    Seed("a skill in one's own words", TOM, "skill: handover-files", "skill: Handover files",
         "P012", 7, "skill `Handover files`", "`handover-files`"),
    Seed("a comma at the end", TOM, "name: Tom Baker", "name: Tom Baker,", "P127", 2, "name",
         "name: Tom Baker"),
    Seed("an apostrophe in single quotes", TOM, HEADLINE, "headline: 'The people's home'",
         "P128", 3, "apostrophe", 'headline: "The people\'s home"'),
    Seed("an equals sign", TOM, "name: Tom", "name = Tom", "P126", 2, "`=`", "name: Tom Baker"),
)  # fmt: skip
BY_OTHERS = (
    Seed("a required field missing", TOM, "sectors: [health]\n", "", "P011", 2, "sectors",
         "sectors: [agriculture, health]"),
    Seed("a field left empty", TOM, HEADLINE, "headline:", "P025", 3, "headline",
         "write its value"),
    Seed("a misspelt field", TOM, "headline:", "headlin:", "P010", 3, "headlin", "`headline`"),
    Seed("a field in the wrong group", LEILA, "days_away: 6", "notice_weeks: 4", "P019", 20,
         "notice_weeks", "availability: {notice_weeks: 4}"),
    Seed("a level without evidence", TOM, "level: 2}", "level: 3}", "P035", 7, "level 3",
         "evidence: "),
    Seed("a level out of range", TOM, "level: 2}", "level: 5}", "P022", 7, "level",
         "from 1 to 4"),
    Seed("a number in words", LEILA, "years: 8", "years: eight", "P021", 10, "years", "`8`"),
    Seed("a skill twice", TOM, "board-development", "handover-files", "P036", 8,
         "`handover-files` stands twice in `skills`, first on line 7", "keep one of them"),
    Seed("a bracket left open", TOM, "[health]", "[health", "P102", 10, "bracket `[`",
         "count the brackets"),
    Seed("no blank after a colon", TOM, "name: Tom Baker", "name:Tom Baker", "P111", 2,
         "name:Tom Baker", "name: Tom Baker"),
    Seed("a field twice", TOM, "sectors:", "name: Tom\nsectors:", "P008", 10,
         "`name` stands twice; it was first on line 2", "keep one of them"),
    Seed("a web address without https", LEILA, "https://talks.example/succession", "talks.example",
         "P029", 27, "url", "`https://talks.example`"),
    Seed("a currency by its sign", DAIRY, "currency: EUR", "currency: €", "P033", 16, "`€`",
         "`EUR`"),
    Seed("a deadline before the posting", DAIRY, "deadline: 2027-01-15", "deadline: 2026-01-15",
         "P038", 5, "deadline: 2026-01-15", "correct one of the two dates"),
    Seed("a word that is no status", DAIRY, "status: open", "status: Open", "P028", 7, "status",
         "`open`"),
    Seed("a client who was not asked", DAIRY, ", consent: yes}", "}", "P115", 3,
         "named client", "`consent: yes`"),
    Seed("a member by name", CLINIC, "profile: tom-baker", "profile: Tom Baker", "P034", 12,
         "`Tom Baker`", "`tom-baker`"),
    Seed("a time zone by its clock", LEILA, "Africa/Casablanca", "GMT+1", "P032", 6, "`GMT+1`",
         "`Africa/Lagos` or `Europe/Paris`"),
)  # fmt: skip
SEEDS = (*BY_BEGINNERS, *BY_OTHERS)


@cache
def minimal() -> Sources:
    return read(MINIMAL)


@cache
def told_about(seed: Seed) -> tuple[Problem, ...]:
    """Every problem of the minimal site with one mistake in it."""
    sources = minimal()
    collection, slug = seed.file.split("/")
    text = (MINIMAL / f"{seed.file}.md").read_text("utf-8")
    assert seed.old in text
    raw = text.replace(seed.old, seed.new, 1).encode()
    files = sources.collections[collection]
    try:
        changed = read_markdown(f"content/{seed.file}.md", raw, MARKDOWN_LIMIT)
    except ContentError as error:
        return error.problems
    collections = {**sources.collections, collection: {**files, slug: changed}}
    return tuple(judged(replace(sources, collections=collections), CLOCK, CLOCK)[1])


# What a program for mail does to the hyphens is mended on the way in; the team is not the client's.
SAID_BY_THE_INTAKE = {"dashes made long": "", "a blank line above": "", "a member by name": "P156"}


def test_there_are_forty_mistakes_and_half_of_them_are_beginners() -> None:
    assert len(SEEDS) >= 40
    assert len(BY_BEGINNERS) >= 20
    assert len({seed.code for seed in SEEDS}) >= 30


@pytest.mark.parametrize("seed", [pytest.param(seed, id=seed.name) for seed in SEEDS])
def test_the_message_alone_says_where_and_what_to_write(seed: Seed) -> None:
    said = as_text(told_about(seed), Translator())
    first, *hints = said.splitlines()
    where, text = re.split(r": (?:error|warning) ", first, maxsplit=1)
    assert where.rpartition(":")[0] == f"content/{seed.file}.md:{seed.line}"
    assert text.startswith(f"{seed.code} ")
    assert seed.field in text
    assert seed.told in "\n".join([text, *hints[:-1]])
    assert hints[-1] in ("1 error", "1 warning")


@pytest.mark.parametrize("seed", [pytest.param(seed, id=seed.name) for seed in SEEDS])
def test_programs_are_told_the_same(seed: Seed) -> None:
    (finding,) = json.loads(as_json(told_about(seed), Translator()))["findings"]
    assert (finding["code"], finding["line"]) == (seed.code, seed.line)
    annotation = as_github(told_about(seed), Translator()).splitlines()[0]
    file = f"content/{seed.file}.md"
    told = (f"::{finding['severity']} file={file},line={seed.line},", f"title={seed.code}::")
    assert all(part in annotation for part in told)


@pytest.mark.parametrize("seed", [pytest.param(seed, id=seed.name) for seed in SEEDS])
def test_whoever_sends_a_form_is_told_the_same(seed: Seed, tmp_path: Path) -> None:
    """Sent by a maintainer for somebody else; the line is that of the text as it was sent."""
    shutil.copytree(MINIMAL, tmp_path / "content")
    (tmp_path / ".github").mkdir()
    (tmp_path / ".github" / "CODEOWNERS").write_text("* @keeper-sample\n", "utf-8")
    text = (MINIMAL / f"{seed.file}.md").read_text("utf-8").replace(seed.old, seed.new, 1)
    kind = "profile" if seed.file.startswith("profiles/") else "assignment"
    slug = seed.file.rpartition("/")[2]
    (tmp_path / "sent.md").write_text(f"slug: {slug}\n\n{text}", "utf-8")
    arguments = ["intake", str(tmp_path / "sent.md"), "--kind", kind, "--author", "keeper-sample"]
    result = CliRunner().invoke(cli, [*arguments, "--content", str(tmp_path / "content")])
    code = SAID_BY_THE_INTAKE.get(seed.name, seed.code)
    assert (result.exit_code, bool(code) and code in result.output) == (int(bool(code)), bool(code))
