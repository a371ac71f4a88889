"""A module imports from lower layers only, and each library has one owner."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "sitegen"
LAYERS: tuple[tuple[str, ...], ...] = (
    ("reasons", "resources", "examples", "described", "issue_forms"),
    ("errors", "messages"),
    (
        "text",
        "unreadable",
        "faults",
        "revisions",
        "verdict",
        "twins",
        "exif",
        "plan",
        "disk",
        "manifest",
        "media_types",
        "bounded",
        "memo",
        "progress",
        "workers",
        "unmade",
    ),
    ("inert", "traces", "snapshot", "cache"),
    ("order",),
    ("inputs",),
    (
        "frontmatter",
        "i18n",
        "terms",
        "initials",
        "minify",
        "compact",
        "modules",
        "record",
        "last_build",
    ),
    ("urls",),
    ("markup", "ownership", "catalogue", "reserved", "stems", "stop_words"),
    ("pasted", "privacy", "unpublished"),
    ("models", "photos"),
    ("vocabulary",),
    ("nearest", "prose"),
    ("read", "explain", "vocabulary_checks", "skill_words"),
    ("rules",),
    (
        "bodies",
        "checks",
        "site_checks",
        "areas",
        "photo_checks",
        "canonical",
        "retouch",
        "proposal",
    ),
    ("unfinished",),
    ("validate", "rights", "edits"),
    ("duplicates", "outside"),
    ("private_log", "references", "guard"),
    ("overlay",),
    ("directory",),
    ("relate",),
    ("facets", "local", "matching", "suggestions"),
    ("views", "schema"),
    ("forms",),
    ("search", "pages", "exports"),
    ("inbrowser",),
    ("check", "named"),
    ("assets", "render", "links"),
    ("shell", "write", "findings", "cluster", "kept"),
    ("parts",),
    ("build", "match", "scaffold", "upkeep", "preview", "forget"),
    ("serve_page", "intake", "verify", "doctor", "ondemand", "storage"),
    ("served",),
    ("serve",),
    ("commands",),
    ("cli",),
)
OWNERS = {
    "yaml": {"frontmatter"},
    "babel": {"i18n"},
    "markdown": {"markup"},
    "nh3": {"markup"},
    "jinja2": {"render"},
    "lunr": {"search", "stems"},
    "numpy": {"matching", "search"},
    "rjsmin": {"minify"},
    "orjson": {"compact"},
    "PIL": {"photos"},
    "click": {"cli", "commands"},
    # `check` and `build` start no other program.
    "subprocess": {"revisions"},
    # Nor do they use the network, unless `check --links` is asked for.
    "asyncio": {"outside"},
    "ssl": {"outside"},
    # Or unless `build` is to bring the site somewhere.
    "fsspec": {"storage"},
    "botocore": {"storage"},
    # Or on a cluster.
    "distributed": {"cluster"},
    # What it raises is caught where it is called, and its models are those of JSON files too.
    "pydantic": {"models", "validate", "explain", "record", "schema"},
}


def modules() -> Iterator[tuple[str, Path]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        if name not in ("__init__", "__main__"):
            yield name, path


@cache
def imported(path: Path) -> tuple[str, ...]:
    return tuple(_imported(path))


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            if node.module == "sitegen":
                yield from (f"sitegen.{alias.name}" for alias in node.names)
            else:
                yield node.module


def layer_of(name: str) -> int:
    return next(index for index, names in enumerate(LAYERS) if name in names)


def test_every_module_has_a_layer() -> None:
    assert {name for name, _ in modules()} == {name for names in LAYERS for name in names}


def test_the_decision_about_rooms_names_every_one() -> None:
    text = (ROOT / "docs" / "decisions" / "0007-rooms.md").read_text("utf-8")
    rows = [line.rpartition("|")[0] for line in text.splitlines() if line.startswith("| ")]
    named = [name.rstrip("/") for row in rows for name in re.findall(r"`([a-z0-9_]+/?)`", row)]
    assert sorted(named) == sorted(name for names in LAYERS for name in names)


def upward(name: str, path: Path) -> set[str]:
    """What a module imports from its own layer or one above, other than itself."""
    used = {found.split(".")[1] for found in imported(path) if found.startswith("sitegen.")}
    return {found for found in used - {name, "__version__"} if layer_of(found) >= layer_of(name)}


def test_a_module_imports_from_lower_layers_only() -> None:
    found = {str(path.relative_to(PACKAGE)): upward(name, path) for name, path in modules()}
    assert len(found) > 300
    assert {path: names for path, names in found.items() if names} == {}


@pytest.mark.parametrize("library", sorted(OWNERS))
def test_a_library_has_one_owner(library: str) -> None:
    users = {n for n, path in modules() if any(i.split(".")[0] == library for i in imported(path))}
    assert users <= OWNERS[library]
    assert users


@pytest.mark.parametrize(
    ("module", "library"),
    [
        ("sitegen.check", "numpy"),
        ("sitegen.pages", "numpy"),
        ("sitegen.guard", "numpy"),
        ("sitegen.commands.build", "sitegen.storage"),
        ("sitegen.commands.build", "distributed"),
        ("sitegen.commands.build", "sitegen.build"),
        ("sitegen.commands.build", "pydantic"),
        ("sitegen.commands.build", "jinja2"),
        ("sitegen.storage", "fsspec"),
    ],
)
def test_nobody_waits_for_a_library_that_they_do_not_use(module: str, library: str) -> None:
    code = f"import sys, {module}; sys.exit({library!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
