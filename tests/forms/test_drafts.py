"""Drafts through a form: Python's fields → the scripts' file → Python's fields again.

Right ones are random, of all fields, in many scripts, with signs that mean something elsewhere;
wrong ones are right ones that were broken. `make slow` tries a thousand.
"""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator
from typing import Any

import pytest

from sitegen.canonical import MODELS
from sitegen.frontmatter import read_markdown
from sitegen.intake.block import block_of
from sitegen.intake.lines import lines_of
from sitegen.read import MARKDOWN_LIMIT
from tests.forms.drafts import Maker
from tests.forms.judging import (
    Draft,
    form,
    in_browser,
    in_check,
    told_in_browser,
    told_in_check,
)

FEW = [pytest.param(1, 40, 20, id="few")]
FEWER = [pytest.param(1, 30, 15, id="few")]
MANY = [pytest.param(2, 1000, 300, id="many", marks=pytest.mark.slow)]


def drafts(seed: int, profiles: int, assignments: int) -> list[Draft]:
    maker = Maker(seed)
    made = [maker.draft("profile") for _ in range(profiles)]
    return [*made, *(maker.draft("assignment") for _ in range(assignments))]


def names_of(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for part in node:
            yield from names_of(part)
    elif isinstance(node, dict):
        for name, part in node.items():
            yield name
            yield from names_of(part)


@pytest.mark.parametrize(("seed", "profiles", "assignments"), [*FEW, *MANY])
def test_a_right_draft_is_written_and_read_as_it_was_and_nothing_is_said(
    seed: int, profiles: int, assignments: int
) -> None:
    made = drafts(seed, profiles, assignments)
    apart = []
    for draft, checked, found in zip(made, in_check(made), in_browser(made), strict=True):
        is_silent = not checked and not found["problems"]
        is_same = found["file"].encode() == draft.file.encode()
        if not (is_silent and is_same and taken_in(draft.kind, found["file"]) == draft.fields):
            apart.append((draft, checked, found))
    assert apart == []


def taken_in(kind: str, file: str) -> Any:
    """The fields that the intake reads of a file that is sent."""
    block = block_of(lines_of(file.encode()), MODELS[kind], mailed=False)
    assert block is not None
    return read_markdown("", block.text.encode(), MARKDOWN_LIMIT).data


def test_the_random_drafts_have_every_field() -> None:
    for kind in form()["kinds"]:
        maker = Maker(3)
        used = {name for _ in range(60) for name in names_of(maker.draft(kind).fields)}
        groups = form()["groups"]
        waiting, seen, asked = [form()["kinds"][kind]["group"]], set(), set()
        while waiting:
            group = waiting.pop()
            seen.add(group)
            asked |= groups[group]["fields"].keys()
            inner = [_group_in(field["is"]) for field in groups[group]["fields"].values()]
            waiting += [one for one in inner if one and one not in seen]
        assert asked - {"story"} <= used, kind


def _group_in(node: Any) -> str:
    if node["type"] == "group":
        return str(node["of"])
    return _group_in(node["of"]) if isinstance(node.get("of"), dict) else ""


# What is put in place of a value, or behind it.
WRONG = (
    "", " ", "x" * 500, "Yes", "yes", "NO", "0", "5", "03", "-1", "1.5", "1e3", "٣",
    "2026-02-30", "2026-2-3", "1899-01-01", "2200-01-01", "2199-12-31", "fr", "FR", "zh-Hant",
    "zh_Hant", "xx-YY", "MA", "GMT+1", "Africa/Casablanca", "EUR", "€", "native", "c1", "open",
    "preparing", "completed", "staffed", "v2", "tobacco", "west-africa", "anywhere", "a" * 65,
    "A b", "tom@baker.example", "call +212 612 345 678", "14 Elm Road, Leeds", "born 3.3.1961",
    "a\u202eb", "\u200c", "a\u200cb", "\x00", "\ue000", "\ufdd0", "\U0010ffff", "a\ufeff",
    "\u2028", "e\u0301", "x\n\ny", "##[error]", "{name}", "a `b` {value}", "@ada", "ada-",
    "-ada", "https://", "http://a.example", "https://a@b.example", "https://a.example:80",
    "https://a.example:", "https://a.example:0443", "https://a／b.example",
    "https://a b.example", "https://[::1", "https://[::1]x", "https://[zz]",
    "https://a.example/" + "x" * 300, "https://a\\b.example", "HTTPS://A.example",
)  # fmt: skip
SHAPES: tuple[Any, ...] = ([], {}, ["a"], ["", ""], {"a": "b"}, [{}], "")
BODIES = (
    "short", "x" * 20_000, "é" * 50, "e\u0301" * 50, "\u00a0" * 9 + "x" * 49 + "\u00a0",
    "sectors: [health]\n\n{}", "{}\nregions: [MA]\n\nskills:\n  - x", "name: Ada\n\n{}",
    "{}\n---\nname: x\n", "{}\n```\nname: x\n```\n\n[a](b)",
    "{}tom@baker.example\nand +212 612 345 678", "[" * 60 + "{}", "- " * 60 + "{}", "{}\u202e",
    "{}\u200c ", "{}[a](javascript:x) [b](http://x.example) <http://y.example>",
)  # fmt: skip


def places(node: Any) -> Iterator[tuple[Any, Any]]:
    for key, part in [*(node.items() if isinstance(node, dict) else enumerate(node))]:
        yield node, key
        if isinstance(part, dict | list):
            yield from places(part)


def broken(chance: random.Random, draft: Draft) -> Draft:
    """A draft with something wrong in it, as a rule."""
    fields, body = copy.deepcopy(dict(draft.fields)), draft.body
    for _ in range(chance.choice((1, 1, 2, 4))):
        node, key = chance.choice([*places(fields)])
        value = node[key]
        how = chance.random()
        if how < 0.5:
            node[key] = chance.choice(WRONG)
        elif how < 0.6:
            del node[key]
        elif how < 0.7 and isinstance(value, str):
            node[key] = value + chance.choice(WRONG)
        elif how < 0.75:
            node[key] = copy.deepcopy(chance.choice(SHAPES[:-1] if node is fields else SHAPES))
        elif how < 0.85 and isinstance(value, list):
            node[key] = [copy.deepcopy(part) for part in value * chance.choice((2, 4, 9))]
        else:
            body = chance.choice(BODIES).replace("{}", "word " * 20)
    return Draft(draft.kind, fields, body)


@pytest.mark.parametrize(("seed", "profiles", "assignments"), [*FEWER, *MANY])
def test_of_a_broken_draft_a_form_says_what_check_says(
    seed: int, profiles: int, assignments: int
) -> None:
    chance = random.Random(seed)  # noqa: S311  # no secret hangs on it
    made = [broken(chance, draft) for draft in drafts(seed, profiles, assignments)]
    apart, codes = [], set()
    for draft, checked, found in zip(made, in_check(made), in_browser(made), strict=True):
        assert found["file"] == draft.file
        here, there = told_in_check(checked), told_in_browser(draft, found["problems"])
        # Of names that are none `check` looks for what is meant: those are for `test_mistakes`.
        if "P010" in {told.code for told in there}:
            continue
        near = {told[:4] for told in here if not told.hint}
        codes |= {told.code for told in there}
        if here != sorted(told._replace(hint="") if told[:4] in near else told for told in there):
            apart.append((draft, here, there))
    assert apart == []
    assert len(codes) > 20
