"""The list of a site's files with their SHA-256, published with it.

The form is that of `sha256sum`, so that anybody can check a copy without this program:
`sha256sum --check sha256sums.txt`. Lines with # say what the site was made with. The list names
every file but itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

MANIFEST = "sha256sums.txt"
_FILE = re.compile(r"(?P<sum>[0-9a-f]{64})  (?P<path>[^\\\s/][^\\\s]*)")
_SAID = re.compile(r"# (?P<name>[a-z]+): (?P<value>\S+)")


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a site was made with, and the SHA-256 (hexadecimal) of each file by path."""

    made_with: Mapping[str, str]
    sums: Mapping[str, str]


def sum_of(raw: bytes) -> str:
    """The SHA-256 of a file, hexadecimal."""
    return sha256(raw).hexdigest()


def manifest_text(found: Manifest) -> bytes:
    """The list as it is written: in the order of paths, without a day or a name of its own."""
    said = [f"# {name}: {value}" for name, value in found.made_with.items() if value]
    sums = [f"{digest}  {path}" for path, digest in sorted(found.sums.items())]
    return ("\n".join([*said, *sums]) + "\n").encode()


def read_manifest(raw: bytes) -> Manifest:
    """Read a list. Raises ValueError for a line that none of ours has, or a path twice."""
    made_with: dict[str, str] = {}
    sums: dict[str, str] = {}
    for number, line in enumerate(raw.decode().splitlines(), 1):
        said, file = _SAID.fullmatch(line), _FILE.fullmatch(line)
        if said:
            made_with[said["name"]] = said["value"]
        elif file and file["path"] not in sums and ".." not in file["path"].split("/"):
            sums[file["path"]] = file["sum"]
        else:
            raise ValueError(f"line {number}")
    return Manifest(made_with, sums)
