"""The files of the repository that the program ships, by their SHA-256.

`python -m sitegen.doctor.shipped > sitegen/doctor/shipped.txt` writes the list anew, from the top
of this repository.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from sitegen.resources import PACKAGE

LIST = Path(__file__).with_name("shipped.txt")
PATTERNS = ("action.yml", ".github/install.sh", ".github/workflows/*.yml")


def shipped() -> Mapping[str, str]:
    """The fingerprint of each file, by its path from the top."""
    rows = (line.split("  ") for line in LIST.read_text("utf-8").splitlines())
    return {path: digest for digest, path in rows}


def fingerprint(path: Path) -> str:
    """The SHA-256 of a text, whatever ends its lines."""
    return sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def listing(top: Path) -> str:
    """The list of a repository, in the form of `sha256sum`."""
    found = sorted(path for pattern in PATTERNS for path in top.glob(pattern))
    return "".join(f"{fingerprint(path)}  {path.relative_to(top).as_posix()}\n" for path in found)


if __name__ == "__main__":
    sys.stdout.buffer.write(listing(PACKAGE.parent).encode())
