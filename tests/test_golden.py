"""The whole small site is what it was; `make golden` accepts a change, and the diff is read."""

from __future__ import annotations

from tests.golden_site import golden_files, kept_files


def test_the_small_site_is_the_one_that_was_read_and_accepted() -> None:
    made, kept = golden_files(), kept_files()
    assert sorted(made) == sorted(kept)
    changed = [path for path in made if made[path] != kept[path]]
    assert changed == []
