"""The licences that may be installed, and that of each package."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

# Approved by the Open Source Initiative.
APPROVED = frozenset(
    {
        "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "MIT-0", "MPL-2.0",
        "Zlib",
    }
)  # fmt: skip
# Not on its list under these names, and why they are let in all the same.
LET_IN = {
    "CC0-1.0": "a waiver, of a few tables within numpy; free for the FSF",
    "MIT-CMU": "the HPND licence, which is approved, in the words that pillow has",
    "PSF-2.0": "the latest part of Python's licence, which is approved as a whole",
}


def licences() -> dict[str, str]:
    """The SPDX expression of each package that a lock names."""
    return tomllib.loads((Path(__file__).parent / "licences.toml").read_text("utf-8"))


def refused(expression: str) -> list[str]:
    """The licences of an expression that may not be installed; of a choice, every one counts."""
    named = re.findall(r"[\w.+-]+", expression)
    return [
        name for name in named if name not in ("AND", "OR") and name not in APPROVED | LET_IN.keys()
    ]
