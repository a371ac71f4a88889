"""The whole small site as files to read and compare: `make golden` writes them anew.

Assets are left out (their sources are in assets/, and lunr.js is nobody's to commit), and the
fingerprint in their addresses is masked, so that a change of a colour touches no page here.
Photos are left out too: tests/test_photos.py knows what they must be; and so is what the search
page loads, in many files named by their content: tests/search/ reads it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from sitegen.check import directory_of
from sitegen.read import read
from sitegen.urls import Urls
from tests.conftest import CLOCK, ROOT
from tests.factories import site_files

CONTENT = ROOT / "tests" / "sites" / "minimal" / "content"
GOLDEN = ROOT / "tests" / "golden"
FINGERPRINT = re.compile(rb"/assets/[0-9a-f]{10}/")


def golden_files() -> dict[str, bytes]:
    """The small site by path, as it is kept in tests/golden/."""
    directory, _ = directory_of(read(CONTENT), None, CLOCK)
    files = site_files(directory, Urls(directory.site.url))
    return {
        path: FINGERPRINT.sub(b"/assets/FINGERPRINT/", raw)
        for path, raw in files.items()
        if not path.startswith(("assets/", "photos/", "search/")) or path == "search/index.html"
    }


def kept_files() -> dict[str, bytes]:
    """What tests/golden/ holds."""
    return {
        path.relative_to(GOLDEN).as_posix(): path.read_bytes()
        for path in sorted(GOLDEN.rglob("*"))
        if path.is_file()
    }


def main() -> None:
    """Write the golden site, and what `sitegen check` says of the broken ones."""
    shutil.rmtree(GOLDEN, ignore_errors=True)
    for name, raw in golden_files().items():
        path = Path(GOLDEN / name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)
    broken = [sys.executable, "-m", "pytest", "-q", "tests/test_broken_sites.py"]
    subprocess.run(broken, cwd=ROOT, env={**os.environ, "SITEGEN_GOLDEN": "1"}, check=False)


if __name__ == "__main__":
    main()
