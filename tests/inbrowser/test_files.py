"""What the files for matching in the browser hold, what they keep out, and what they weigh."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from benchmarks.corpus import write_corpus
from benchmarks.people import TODAY
from sitegen.check import directory_of
from sitegen.directory import Directory
from sitegen.i18n import Translator
from sitegen.inbrowser import people as people_module
from sitegen.inbrowser.columns import column
from sitegen.inbrowser.files import matching_files
from sitegen.pages import words_for
from sitegen.read import read
from sitegen.urls import Urls
from tests.factories import assignment, directory, profile

# Bytes, compressed, for a thousand people who take part.
MOST_COUNTING = 150_000
# So many invented ones, of whom one in four takes a pause or has not answered for long.
INVENTED = 1340
FOLDER = "search/matching/"
EUROS = {"label": "A band", "currency": "EUR", "includes": "A day."}
BANDS = [{"id": "low", "up_to": 500, **EUROS}, {"id": "high", **EUROS}]


def files_of(found: Directory) -> dict[str, Any]:
    """What the manifest leads to, by name."""
    files = matching_files(words_for(found, Translator(), Urls("https://a.example/")))
    manifest = json.loads(files[f"{FOLDER}manifest.json"])
    names = {name: mark for name, mark in manifest.items() if name != "version"}
    paths = {name: f"{FOLDER}{name}-{mark}.json" for name, mark in names.items() if mark}
    assert set(files) == {f"{FOLDER}manifest.json", *paths.values()}
    for name, path in paths.items():
        assert sha256(files[path]).hexdigest().startswith(manifest[name])
    return {name: json.loads(files[path]) for name, path in paths.items()}


def columns_of(found: Directory) -> Any:
    return files_of(found)["people"]["columns"]


def paying(amount: int, currency: str = "EUR") -> dict[str, Any]:
    return {"engagement": {"day_rate": {"min": amount, "currency": currency}}}


@pytest.mark.parametrize(
    "changes",
    [
        {"listed": False},
        {"matched": False},
        {"availability": {"status": "paused"}},
        {"confirmed": {"on": "2025-01-10"}},
    ],
)
def test_who_takes_no_part_is_in_no_file(changes: dict[str, Any]) -> None:
    people = {"ada": profile(), "quiet": profile(name="Quiet Example", **changes)}
    found = files_of(directory(people))
    assert found["people"]["slugs"] == ["ada"]
    assert found["people"]["of"] == 1
    assert "quiet" not in json.dumps(found).lower()


def test_a_site_that_shows_no_matches_has_no_file_of_people() -> None:
    found = files_of(directory({"ada": profile()}, matching={"public": "none"}))
    assert set(found) == {"rules", "sayings", "assignments"}


@pytest.mark.parametrize(
    ("changes", "band"),
    [
        (paying(437), [0]),
        (paying(500), [0]),
        (paying(501), [1]),
        (paying(437, "KES"), []),
        ({}, []),
    ],
)
def test_of_a_rate_only_the_band_is_told(changes: dict[str, Any], band: list[int]) -> None:
    found = files_of(directory({"ada": profile(**changes)}, bands=BANDS))
    assert found["people"]["columns"]["band"]["once"] == band
    assert "437" not in json.dumps(found["people"])


def test_who_names_only_a_region_names_no_town() -> None:
    based = {"region": "maghreb", "city": "Meknès"}
    assert "Mekn" not in json.dumps(columns_of(directory({"ada": profile(based_in=based)})))


def test_whom_an_unnamed_client_excludes_stays_unnamed() -> None:
    client = {"silo": "ngo", "anonymous": True}
    plan = assignment(client=client, excludes=[{"name": "Example Dairy"}])
    named = assignment(excludes=[{"name": "Open Example"}])
    found = files_of(directory(postings={"plan": plan, "named": named}))
    assert "Example Dairy" not in json.dumps(found)
    assert "Open Example" in json.dumps(found)


def test_only_open_assignments_are_there() -> None:
    postings = {"plan": assignment(), "over": assignment(deadline="2026-11-10")}
    found = files_of(directory(postings=postings))["assignments"]
    assert [row["slug"] for row in found] == ["plan"]


def test_above_so_many_people_it_is_a_sample_by_a_hash(monkeypatch: pytest.MonkeyPatch) -> None:
    slugs = [f"p{number}" for number in range(9)]
    everybody = directory({slug: profile(name=slug) for slug in slugs})
    order = sorted(slugs, key=lambda slug: sha256(slug.encode()).hexdigest())
    assert files_of(everybody)["people"]["slugs"] == order
    monkeypatch.setattr(people_module, "MOST", 4)
    found = files_of(everybody)["people"]
    assert found["slugs"] == order[:4]
    assert found["of"] == 9


def test_a_column_tells_frequent_values_once() -> None:
    found = column([["b", "a"], [], ["b"], ["c", "b"]])
    assert found == {"values": ["b"], "once": ["a", "c"], "counts": "%#$%", "of": "$#$#$"}


@pytest.mark.slow
def test_a_thousand_people_keep_within_their_budget(tmp_path: Path) -> None:
    write_corpus(tmp_path / "content", INVENTED)
    found, _ = directory_of(read(tmp_path / "content"), TODAY, TODAY)
    files = matching_files(words_for(found, Translator(), Urls("https://a.example/")))
    # What counting the people who fit a draft takes.
    counted = ("/manifest", "/rules-", "/sayings-", "/people-")
    sizes = {name: size(files, name) for name in counted}
    people = next(raw for path, raw in files.items() if "/people-" in path)
    assert 1000 <= json.loads(people)["of"] < 1050
    assert sum(sizes.values()) < MOST_COUNTING, sizes


def size(files: Mapping[str, bytes], name: str) -> int:
    (raw,) = (raw for path, raw in files.items() if name in path)
    return len(gzip.compress(raw, 6, mtime=0))
