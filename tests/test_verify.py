"""A built site says by itself what was changed, lost or added, and a new build gives the same."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sitegen.build import build
from sitegen.cli import cli
from sitegen.manifest import MANIFEST, Manifest, manifest_text, read_manifest, sum_of
from sitegen.order import Order
from sitegen.write import MARKER
from tests.conftest import CLOCK, ROOT

MINIMAL = ROOT / "tests" / "sites" / "minimal" / "content"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("verify") / "site"
    build(Order(MINIMAL, out, CLOCK, commit="1f3c9ab"))
    return out


@pytest.fixture
def site(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the small site as `_site` in the current folder."""
    monkeypatch.chdir(tmp_path)
    return Path(shutil.copytree(built, tmp_path / "_site"))


def verify(*options: str) -> Result:
    return CliRunner().invoke(cli, ["verify", *options])


def findings(*options: str) -> list[tuple[str, str]]:
    result = verify("--format", "json", *options)
    found = [(f["code"], f["path"]) for f in json.loads(result.stdout)["findings"]]
    assert result.exit_code == bool(found)
    return found


def test_a_site_as_it_was_built_is_sound(site: Path) -> None:
    result = verify()
    count = sum(path.is_file() for path in site.rglob("*")) - 1
    assert (result.output, result.exit_code) == (f"All {count} files are as they were built\n", 0)


def test_the_list_is_that_of_sha256sum(site: Path) -> None:
    done = subprocess.run(
        ["sha256sum", "--check", "--quiet", "--strict", MANIFEST], cwd=site, capture_output=True
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_list_says_what_the_site_was_made_with(site: Path) -> None:
    found = read_manifest((site / MANIFEST).read_bytes())
    assert dict(found.made_with) == {
        "sitegen": "0.1.0",
        "day": "2026-11-16",
        "url": "https://minimal.example/",
        "commit": "1f3c9ab",
    }
    assert MANIFEST not in found.sums and {"index.html", MARKER} < found.sums.keys()


def _linked(path: Path) -> None:
    shutil.move(path, path.with_name("elsewhere"))
    path.symlink_to("elsewhere")


CHANGES: dict[str, tuple[Callable[[Path], object], list[tuple[str, str]]]] = {
    "one byte more": (
        lambda s: (s / "robots.txt").write_bytes((s / "robots.txt").read_bytes() + b"\n"),
        [("P093", "robots.txt")],
    ),
    "a page emptied": (lambda s: (s / "index.html").write_bytes(b""), [("P093", "index.html")]),
    "a page lost": (lambda s: (s / "404.html").unlink(), [("P094", "404.html")]),
    "a page added": (
        lambda s: (s / "offer.html").write_text("<p>Send money"),
        [("P095", "offer.html")],
    ),
    "a hidden file added": (lambda s: (s / ".htaccess").touch(), [("P095", ".htaccess")]),
    "a link to a folder added": (
        lambda s: (s / "more").symlink_to("profiles"),
        [("P095", "more")],
    ),
    "a link in place of a page": (
        lambda s: _linked(s / "404.html"),
        [("P093", "404.html"), ("P095", "elsewhere")],
    ),
    "a page moved": (
        lambda s: (s / "404.html").rename(s / "gone.html"),
        [("P094", "404.html"), ("P095", "gone.html")],
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_was_done_to_a_site_is_found(name: str, site: Path) -> None:
    change, expected = CHANGES[name]
    change(site)
    assert findings() == [(code, f"_site/{path}") for code, path in expected]


def test_a_new_build_gives_the_same(site: Path) -> None:
    assert findings("--rebuild", "--content", str(MINIMAL)) == []


def test_a_page_changed_together_with_its_list_is_found_by_building_again(
    site: Path, tmp_path: Path
) -> None:
    (site / "offer.html").write_text("<p>Send money")
    (site / "404.html").unlink()
    (site / "robots.txt").write_bytes(b"")
    said = read_manifest((site / MANIFEST).read_bytes()).made_with
    paths = [path for path in site.rglob("*") if path.is_file() and path.name != MANIFEST]
    sums = {path.relative_to(site).as_posix(): sum_of(path.read_bytes()) for path in paths}
    (site / MANIFEST).write_bytes(manifest_text(Manifest(said, sums)))
    assert findings() == []
    expected = [("P096", f"_site/{name}") for name in ("404.html", "offer.html", "robots.txt")]
    assert findings("--rebuild", "--content", str(MINIMAL)) == expected


@pytest.mark.parametrize(
    "raw",
    [b"", b"nonsense\n", b"\xff\n", b"0" * 64 + b"  ../secret\n", b"0" * 64 + b"  /etc/passwd\n"],
    ids=["empty", "no list", "no text", "a path that leads out", "an absolute path"],
)
def test_without_a_list_that_can_be_read_it_says_so(site: Path, raw: bytes) -> None:
    (site / MANIFEST).write_bytes(raw)
    if raw:
        result = verify()
        assert (result.exit_code, "S041" in result.output) == (2, True)
    result = verify("--rebuild", "--content", str(MINIMAL))
    assert (result.exit_code, "S041" in result.output) == (2, True)
    (site / MANIFEST).unlink()
    assert verify().exit_code == 2
    assert "S001" in verify("nowhere").output


def test_a_list_reads_back_as_it_was() -> None:
    made_with = {"sitegen": "1", "day": "2026-11-16", "commit": ""}
    raw = manifest_text(Manifest(made_with, {"b": sum_of(b""), "a/é.html": sum_of(b"x")}))
    found = read_manifest(raw)
    assert list(found.sums) == ["a/é.html", "b"]
    assert found == Manifest({"sitegen": "1", "day": "2026-11-16"}, found.sums)
    with pytest.raises(ValueError, match="line 5"):
        read_manifest(raw + raw.splitlines(keepends=True)[-1])
