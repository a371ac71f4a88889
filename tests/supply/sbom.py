"""`make sbom`: what the released site is made of and with, as CycloneDX 1.6 in JSON.

    python -m tests.supply.sbom FILE

The same lock, licences and SOURCE_DATE_EPOCH give the same bytes.
"""

from __future__ import annotations

import os
import re
import sys
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_OID, UUID, uuid5

from cyclonedx.model import (
    ExternalReference,
    ExternalReferenceType,
    HashAlgorithm,
    HashType,
    Property,
    XsUri,
)
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.model.license import DisjunctiveLicense, License, LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

from sitegen.search.lunr_js import SHA256, lunr_js
from tests.supply.licences import licences, refused
from tests.supply.locks import ROOT, SITE, Pinned, pinned

LUNR = "lunr.js"


def materials(epoch: int) -> str:
    """The bill as JSON. Raises ValueError where a licence may not be used."""
    bom = Bom(serial_number=UUID(int=0))
    bom.metadata.timestamp = datetime.fromtimestamp(epoch, UTC)
    program, direct = _program()
    bom.metadata.component = program
    parts = [_lunr_js(), *_packages()]
    bom.components.update(parts)
    bom.register_dependency(program, [part for part in parts if part.name in direct])
    for part in parts:
        bom.register_dependency(part)
    # A serial number has to change with the bill, and with nothing else.
    bom.serial_number = uuid5(NAMESPACE_OID, JsonV1Dot6(bom).output_as_string())
    written: str = JsonV1Dot6(bom).output_as_string(indent=2) + "\n"
    error = JsonStrictValidator(SchemaVersion.V1_6).validate_str(written)
    if error is not None:
        raise ValueError(str(error))
    return written


def _program() -> tuple[Component, set[str]]:
    """The program, and the names of what it asks for itself."""
    said: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    project = said["project"]
    asked = [*project["dependencies"], *said["dependency-groups"]["build"]]
    program = Component(
        name=project["name"],
        version=project["version"],
        type=ComponentType.APPLICATION,
        description=project["description"],
        licenses=[_licence(project["license"])],
        bom_ref=project["name"],
    )
    return program, {LUNR, *(re.split(r"[=<>\[]", name)[0] for name in asked)}


def _licence(expression: str) -> License:
    if refused(expression):
        raise ValueError(f"{expression}: {', '.join(refused(expression))} is not allowed")
    if " " in expression:
        return LicenseExpression(expression)
    return DisjunctiveLicense(id=expression)


def _sha256(digest: str) -> HashType:
    return HashType(alg=HashAlgorithm.SHA_256, content=digest)


def _lunr_js() -> Component:
    """The script of others that the site serves, minified; the digest is that of the original."""
    found = re.search(r'lunr\.version="([\d.]+)"', lunr_js().decode())
    version = found[1] if found else ""
    url = PackageURL("npm", name="lunr", version=version)
    return Component(
        name=LUNR,
        version=version,
        type=ComponentType.LIBRARY,
        description="Served, minified; it comes with the package properdocs",
        licenses=[_licence("MIT")],
        hashes=[_sha256(SHA256)],
        purl=url,
        bom_ref=url.to_string(),
    )


def _packages() -> Iterator[Component]:
    known = licences()
    for package in pinned(SITE):
        yield _component(package, known[package.name])


def _component(package: Pinned, licence: str) -> Component:
    url = PackageURL("pypi", name=package.name, version=package.version)
    files = ExternalReference(
        type=ExternalReferenceType.DISTRIBUTION,
        url=XsUri(url.to_string()),
        comment="any of these files, as the lock has it",
        hashes=[_sha256(digest) for digest in package.sha256],
    )
    where = [Property(name="sitegen:only-where", value=package.where)] if package.where else []
    return Component(
        name=package.name,
        version=package.version,
        type=ComponentType.LIBRARY,
        scope=ComponentScope.OPTIONAL if package.where else ComponentScope.REQUIRED,
        licenses=[_licence(licence)],
        external_references=[files],
        properties=where,
        purl=url,
        bom_ref=url.to_string(),
    )


def main() -> None:
    """Write the bill; exit 2 where its time is not given."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if len(sys.argv) != 2 or not epoch.isdecimal():
        sys.exit("this wants a file to write and SOURCE_DATE_EPOCH, seconds since 1970")
    Path(sys.argv[1]).write_text(materials(int(epoch)), "utf-8")


if __name__ == "__main__":
    main()
