"""What all tests share: the sample site, built once for all processes."""

from __future__ import annotations

import fcntl
import gc
import os
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from zipfile import ZipFile

import pytest

from sitegen.check import directory_of
from sitegen.directory import Directory
from sitegen.read import read
from sitegen.urls import Urls
from tests.attacks.table import harmless_rows, lay_all
from tests.factories import site_files

ROOT = Path(__file__).parent.parent
CLOCK = date(2026, 11, 23)
URL = "https://commonweave.example/directory/"


# Few tests, each with a browser, programs or large sites: they come first, so that in the end no
# worker sits alone over one of them.
LONG = (
    *("test_workflow_runs", "test_looks", "test_join", "test_build", "test_propose"),
    *("test_hostile", "test_search_page", "test_assessment", "test_report", "test_schema"),
    *("test_paths", "test_drafts", "test_shortlist", "test_search_looks", "test_filters"),
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files that take long before all others, each of them whole."""
    places = {name: place for place, name in enumerate(LONG)}
    items.sort(key=lambda item: places.get(item.path.stem, len(LONG)))


def pytest_collection_finish() -> None:
    """The tests themselves stay to the end: thousands of objects that are no rubbish."""
    gc.collect()
    gc.freeze()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What was tried, by the numbers that tests recorded: attacks, kills, pages."""
    counts: Counter[str] = Counter()
    for report in terminalreporter.getreports("passed"):
        for name, number in report.user_properties:
            counts[name] += number
    for name, number in sorted(counts.items()):
        terminalreporter.write_line(f"{number:6} {name}")


@cache
def sample_directory() -> Directory:
    """The sample content on its own day."""
    return directory_of(read(ROOT / "content"), None, CLOCK)[0]


@pytest.fixture(autouse=True)
def a_laptop(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not a runner of GitHub Actions, where findings take another form, unless a test says so."""
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)


@pytest.fixture(autouse=True)
def a_cache(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """What builds keep is not that of whoever runs the tests."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))


@pytest.fixture(scope="session")
def sample() -> Directory:
    """The sample directory."""
    return sample_directory()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """Every file of the sample site under a base path, as on a project page."""
    return _shared(tmp_path_factory, "site", sample_directory)


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """Every file of a site made of the attacks that are let in, and of what must pass."""

    def directory() -> Directory:
        content = tmp_path_factory.mktemp("hostile") / "content"
        lay_all(harmless_rows(), content)
        return directory_of(read(content), None, CLOCK)[0]

    return _shared(tmp_path_factory, "hostile", directory)


def _shared(
    tmp_path_factory: pytest.TempPathFactory, name: str, directory: Callable[[], Directory]
) -> Mapping[str, bytes]:
    # Of this session alone, and where several processes share it, of all of them.
    folder = tmp_path_factory.getbasetemp()
    folder = folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder
    kept = folder / f"{name}.zip"
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():
            files = site_files(directory(), Urls(URL))
            with ZipFile(kept, "w") as archive:
                for path, raw in files.items():
                    archive.writestr(path, raw)
    with ZipFile(kept) as archive:
        return {path: archive.read(path) for path in archive.namelist()}
