"""What is installed: licences, the bill of materials, known holes."""

from __future__ import annotations

import importlib
import json
from importlib.metadata import PackageNotFoundError, metadata
from typing import Any

import pytest
from packaging.licenses import canonicalize_license_expression

from sitegen.search.lunr_js import SHA256
from tests.supply import audit
from tests.supply.licences import APPROVED, LET_IN, licences, refused
from tests.supply.locks import LOCKS, SITE, pinned


def test_every_package_of_every_lock_has_a_licence_that_may_be_used() -> None:
    known = licences()
    assert set(known) == {package.name for lock in LOCKS for package in pinned(lock)}
    for name, expression in known.items():
        assert canonicalize_license_expression(expression) == expression, name
        assert refused(expression) == [], name
        try:
            declared = metadata(name).json.get("license_expression")
        except PackageNotFoundError:
            continue
        # One package says MIT of its own part, and carries a script that is not its own.
        assert declared in (None, expression) or name == "axe-playwright-python"
    used = {word for text in known.values() for word in text.replace("(", " ").split()}
    assert {one for one in (*APPROVED, *LET_IN) if not any(one in word for word in used)} == set()


@pytest.mark.parametrize(
    ("expression", "named"),
    [
        ("AGPL-3.0-only", ["AGPL-3.0-only"]),
        ("MIT AND (SSPL-1.0 OR Apache-2.0)", ["SSPL-1.0"]),
        ("MIT AND (BSD-3-Clause OR Zlib)", []),
    ],
)
def test_other_licences_are_refused(expression: str, named: list[str]) -> None:
    assert refused(expression) == named


def test_the_bill_names_all_that_is_served_or_builds(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("cyclonedx", reason="`make sbom` installs what writes the bill")
    sbom = importlib.import_module("tests.supply.sbom")
    text = sbom.materials(1_700_000_000)
    assert text == sbom.materials(1_700_000_000)
    bill: dict[str, Any] = json.loads(text)
    later = json.loads(sbom.materials(1_700_000_001))
    assert bill["serialNumber"] != later["serialNumber"]
    assert (bill["specVersion"], bill["metadata"]["timestamp"][:19]) == (
        "1.6",
        "2023-11-14T22:13:20",
    )
    parts = {part["purl"]: part for part in bill["components"]}
    assert set(parts) == {
        "pkg:npm/lunr@2.3.9",
        *(f"pkg:pypi/{package.name}@{package.version}" for package in pinned(SITE)),
    }
    assert parts["pkg:npm/lunr@2.3.9"]["hashes"] == [{"alg": "SHA-256", "content": SHA256}]
    assert all(part["licenses"] for part in parts.values())
    for package in pinned(SITE):
        part = parts[f"pkg:pypi/{package.name}@{package.version}"]
        (files,) = part["externalReferences"]
        assert tuple(said["content"] for said in files["hashes"]) == package.sha256
        assert (part["scope"] == "optional") == bool(package.where)
    monkeypatch.setattr(sbom, "licences", lambda: dict.fromkeys(licences(), "GPL-3.0-only"))
    with pytest.raises(ValueError, match="is not allowed"):
        sbom.materials(0)


ONE: dict[str, Any] = {"name": "a", "version": "1", "vulns": []}
HOLE = {**ONE, "vulns": [{"id": "CVE-2026-1", "fix_versions": ["2"]}]}
SKIPPED = {"name": "b", "skip_reason": "not found"}


@pytest.mark.parametrize(
    ("report", "code", "told"),
    [
        ([ONE], 0, "1 packages audited, 0 known holes."),
        ([ONE, HOLE, SKIPPED], 1, "a 1: CVE-2026-1, mended in 2"),
        ([ONE, SKIPPED], 3, "Not audited: 1 packages (b)."),
        ([], 3, "0 packages audited"),
        (None, 3, "Nothing was audited."),
    ],
)
def test_what_could_not_be_asked_is_no_pass(
    report: list[dict[str, Any]] | None, code: int, told: str
) -> None:
    found, lines = audit.judged(None if report is None else {"dependencies": report})
    assert found == code
    assert any(line.startswith(told) for line in lines), lines
