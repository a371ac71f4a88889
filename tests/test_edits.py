"""Whatever was edited, a build with caches gives what a clean one gives; see `tests/edits.py`.

`make slow` tries some sequences of edits, `make fuzz` more of them (SITEGEN_EDITS).
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.edits import edit_and_check

MANY = int(os.environ.get("SITEGEN_EDITS", "60"))


def test_after_random_edits_a_build_gives_what_a_clean_one_gives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit_and_check(0, 4, tmp_path, monkeypatch)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(1, MANY + 1))
def test_after_many_random_edits_too(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit_and_check(seed, 2, tmp_path, monkeypatch)
