"""No text makes the reader or the checks raise anything but a Problem.

Mutated files, the same on every run: `make fuzz` tries more, with a count and a seed from the
environment (SITEGEN_FUZZ, SITEGEN_FUZZ_SEED). What was found once is kept below, among `KEPT`.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from sitegen import privacy
from sitegen.check import judged
from sitegen.errors import ContentError, Place, Problem, in_order
from sitegen.findings import as_json, as_text
from sitegen.frontmatter import Source, read_markdown, read_yaml, read_yaml_list
from sitegen.i18n import Translator
from sitegen.read import MARKDOWN_LIMIT, VOCABULARY_LIMIT, YAML_LIMIT, Sources, read

MINIMAL = Path(__file__).parent / "sites" / "minimal" / "content"
COUNT = int(os.environ.get("SITEGEN_FUZZ", "1000"))
SEED = int(os.environ.get("SITEGEN_FUZZ_SEED", "1"))
SHARES = 8
TODAY = date(2026, 11, 16)
SIGNS = (
    *(":", ": ", " #", "# ", "- ", "? ", "|", ">", "|-\n", "&a ", "*a", "!!int ", "!", "%", "@"),
    *("{", "}", "[", "]", ",", "'", '"', '"\\e[31m"', '"\\0"', '"\\uD800"', "<<: ", "---\n", "`"),
    *("...\n", "--- #", "\t", "\r", "\u00a0", "\ufeff", "\u202e", "\u2028", "\x00", "\x1b[2J"),
    *("\u200d", "\U0001f3f3\ufe0f\u200d\U0001f308", "e\u0301", "“", "”", "«", "‘", "：", "،", "•"),
    *("–", "—", "\U0010ffff", "ﷺ" * 40, "０１２", "٣", "Ⅷ", "½", "²", "①", "ß", "İ", "ǅ"),
    *("yes", "NO", "null", "~", "1e999", "-1", "0x1F", "2026-02-30", "9" * 400, "NaN", "∞"),
    *("::error::x", "[a](javascript:x)", "https://[::1", "https://a.example:99999/", "../../etc"),
    *("mailto:a@b.example", "14 Elm Road, Leeds", "born 3.3.1961", "+44 20 7946 0958"),
)
Mutation = Callable[[random.Random, str], str]


def _cut(chance: random.Random, text: str) -> str:
    start = chance.randrange(len(text) + 1)
    return text[:start] + text[start + chance.choice((1, 2, 5, 20, 200)) :]


def _insert(chance: random.Random, text: str) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(SIGNS) * chance.choice((1, 1, 1, 2, 9)) + text[at:]


def _replace(chance: random.Random, text: str) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(SIGNS) + text[at + chance.randrange(1, 12) :]


def _shuffle(chance: random.Random, text: str) -> str:
    lines = text.split("\n")
    start = chance.randrange(len(lines))
    some = lines[start : start + chance.randrange(2, 9)]
    chance.shuffle(some)
    return "\n".join([*lines[:start], *some, *lines[start + len(some) :]])


def _double(chance: random.Random, text: str) -> str:
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    return "\n".join([*lines[:at], *[lines[at]] * chance.choice((2, 3, 40)), *lines[at + 1 :]])


def _indent(chance: random.Random, text: str) -> str:
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    lines[at] = chance.choice((" ", "   ", "\t", "\u00a0", "- ", "  - ")) + lines[at]
    return "\n".join(lines)


def _value(chance: random.Random, text: str) -> str:
    """Another value behind a colon: the field stays, and what stands in it does not."""
    ends = [at for at, sign in enumerate(text) if sign == ":"]
    if not ends:
        return text
    at = chance.choice(ends) + 1
    end = min((n for n in (text.find(sign, at) for sign in ",}\n") if n >= 0), default=len(text))
    new = chance.choice(
        (*SIGNS, "", "[]", "{}", "[x]", "{x: y}", "[{}]", "[[x]]", "{x: [y, {z: 1}]}")
    )
    return f"{text[:at]} {new}{text[end:]}"


def _nest(chance: random.Random, text: str) -> str:
    at, depth = chance.randrange(len(text) + 1), chance.choice((5, 50, 3_000))
    opened, closed = chance.choice(
        (("[", "]"), ("{a: ", "}"), ("- ", ""), ("? ", ""), ('["', '"]'))
    )
    return text[:at] + opened * depth + closed * depth + text[at:]


def _case(chance: random.Random, text: str) -> str:
    words = text.split(" ")
    at = chance.randrange(len(words))
    words[at] = chance.choice((str.upper, str.title, str.swapcase))(words[at])
    return " ".join(words)


MUTATIONS: tuple[Mutation, ...] = (
    _cut, _insert, _insert, _replace, _shuffle, _double, _indent, _value, _value, _nest, _case,
)  # fmt: skip


def mutated(chance: random.Random, raw: bytes) -> bytes:
    """A file after one to four slips; one in ten in its bytes, too."""
    text = raw.decode()
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        text = chance.choice(MUTATIONS)(chance, text)
    changed = bytearray(text.encode("utf-8", "surrogatepass"))
    if changed and chance.random() < 0.1:
        for _ in range(chance.randrange(1, 4)):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


@dataclass(frozen=True)
class Sample:
    """A file of the minimal site: how it is read, and how the site takes it back."""

    path: str
    raw: bytes
    read: Callable[[str, bytes], Source]
    put: Callable[[Sources, Source], Sources]


def _markdown(path: str, raw: bytes) -> Source:
    return read_markdown(path, raw, MARKDOWN_LIMIT)


def _marks(path: str, raw: bytes) -> Source:
    return read_yaml_list(path, raw, YAML_LIMIT, "marks")


def _yaml(path: str, raw: bytes) -> Source:
    return read_yaml(path, raw, VOCABULARY_LIMIT)


def _with_entry(collection: str, slug: str) -> Callable[[Sources, Source], Sources]:
    def put(sources: Sources, source: Source) -> Sources:
        files = {**sources.collections[collection], slug: source}
        return replace(sources, collections={**sources.collections, collection: files})

    return put


def _with_words(name: str) -> Callable[[Sources, Source], Sources]:
    return lambda sources, source: replace(sources, vocabulary={**sources.vocabulary, name: source})


@cache
def minimal() -> Sources:
    return replace(read(MINIMAL), photos={})


@cache
def samples() -> tuple[Sample, ...]:
    found = []
    for file in sorted(MINIMAL.rglob("*")):
        folder, name = file.parent.name, file.stem
        raw = file.read_bytes() if file.is_file() else b""
        path = f"{minimal().root}/{file.relative_to(MINIMAL).as_posix()}"
        if folder == "profiles" and name.endswith(".fr"):
            key = (name.removesuffix(".fr"), "fr")
            put = lambda s, one, key=key: replace(s, translations={**s.translations, key: one})  # noqa: E731
            found.append(Sample(path, raw, _markdown, put))
        elif file.suffix == ".md":
            found.append(Sample(path, raw, _markdown, _with_entry(folder, name)))
        elif folder == "vetting":
            found.append(Sample(path, raw, _marks, _with_entry(folder, name)))
        elif folder == "vocabulary":
            found.append(Sample(path, raw, _yaml, _with_words(name)))
        elif file.name == "site.yml":
            found.append(Sample(path, raw, _yaml, lambda s, one: replace(s, site=one)))
    return tuple(found)


def problems_of(sample: Sample, raw: bytes) -> list[Problem]:
    """Everything that is said about the minimal site with another text in one of its files."""
    try:
        source = sample.read(sample.path, raw)
    except ContentError as error:
        return list(error.problems)
    return judged(sample.put(minimal(), source), TODAY, TODAY)[1]


def hold(sample: Sample, raw: bytes) -> None:
    """Problems stand in the file, in order, and can be said without steering a terminal."""
    problems = in_order(problems_of(sample, raw))
    lines = raw.count(b"\n") + raw.count(b"\r") + 1
    for problem in problems:
        if problem.path == sample.path:
            assert Place(1, 1) <= problem.place
            assert problem.place.line <= lines + 1
    said = as_text(problems, Translator())
    assert all(sign.isprintable() or sign == "\n" for sign in said)
    as_json(problems, Translator())


@pytest.mark.parametrize("share", range(SHARES))
def test_no_text_raises_anything_but_problems(share: int) -> None:
    for number in range(share, COUNT, SHARES):
        chance = random.Random(f"{SEED}/{number}")  # noqa: S311
        sample = chance.choice(samples())
        raw = mutated(chance, sample.raw)
        try:
            hold(sample, raw)
        except Exception as error:
            error.add_note(f"SITEGEN_FUZZ_SEED={SEED}, number {number}: {sample.path}\n{raw!r}")
            raise


# What was found: which file, what was replaced, by what.
KEPT: Mapping[str, tuple[str, str, str]] = {
    "a brace left open at the end of the fields": (
        "profiles/tom-baker.md",
        "confirmed: {on: 2026-09-30}",
        "confirmed: {",
    ),
    "a brace alone in place of all fields": ("stories/letting-go.md", "title: Letting go", "{"),
    "brackets that took the Markdown library a minute": (
        "assignments/dairy-exit-plan.md",
        "We have paid",
        "[" * 9_000 + "We have paid",
    ),
    "brackets and quotes that took an expression a minute": (
        "site.yml",
        "title: Minimal",
        "title: " + '["' * 9_000,
    ),
    "a group in place of the wording of a consent": (
        "site.yml",
        "consent:\n",
        "consent:\n  v0: {}\n",
    ),
    "an escape in a list that was written as a sentence": (
        "profiles/tom-baker.md",
        "sectors: [health]",
        'sectors: "health, \\e[31mred"',
    ),
}


@pytest.mark.parametrize("name", KEPT)
def test_what_was_found_once_stays_found(name: str) -> None:
    file, old, new = KEPT[name]
    sample = next(one for one in samples() if one.path.endswith(f"/{file}"))
    assert old in sample.raw.decode()
    hold(sample, sample.raw.decode().replace(old, new, 1).encode("utf-8", "surrogatepass"))


def test_a_thousand_texts_make_no_search_for_private_details_fail() -> None:
    chance = random.Random(SEED)  # noqa: S311
    for _ in range(1_000):
        text = "".join(chance.choices(SIGNS, k=chance.randrange(1, 12)))
        assert all(0 <= start < len(text) for _, start in privacy.found_in(text))
