"""The content that benchmarks are run on: sound, seeded, and as varied as a real directory."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from benchmarks.corpus import write_corpus
from benchmarks.words import Prose
from sitegen.check import directory_of
from sitegen.read import read
from tests.conftest import CLOCK, ROOT
from tests.test_build import tree


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus") / "content"
    write_corpus(folder, 160)
    return folder


@pytest.mark.slow
def test_it_has_no_error_and_as_many_people_as_were_wanted(content: Path) -> None:
    directory, warnings = directory_of(read(content), CLOCK, CLOCK)
    assert len(directory.people) == 160
    assert {problem.code for problem in warnings} <= {"P080"}


def test_it_is_the_same_each_time_and_a_larger_one_holds_a_smaller(
    content: Path, tmp_path: Path
) -> None:
    write_corpus(tmp_path / "content", 100)
    smaller, larger = tree(tmp_path / "content"), tree(content)
    assert len(smaller) < len(larger)
    assert {path: larger.get(path) for path in smaller} == smaller


def test_its_vocabulary_grows_as_prose_does() -> None:
    """Heaps' law: from 200 texts to 800 by about 4 to the power of 0.55, which is 2.1."""
    bodies = [
        p.read_text("utf-8").split("\n---\n")[1] for p in (ROOT / "content/profiles").glob("*.md")
    ]
    prose = Prose(random.Random(1), sorted(bodies))  # noqa: S311  # no secret hangs on it
    found: set[str] = set()
    sizes, words = [], 0
    for number in range(800):
        text = prose.text(275, 405)
        words += len(text.split())
        found.update(re.findall(r"\w+", text.lower()))
        if number + 1 in (200, 800):
            sizes.append(len(found))
    assert 350 < words / 800 < 390
    assert 1.9 < sizes[1] / sizes[0] < 2.3
