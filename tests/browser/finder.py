"""Finds a browser for the tests, or installs one: `python tests/browser/finder.py --install`.

In this order: SITEGEN_BROWSER; a system Chromium or Chrome; Playwright's own; with --install also
`playwright install chromium`, and as root on Debian apt. Debian's chromium-headless-shell comes
first: without a window and what belongs to one, a page takes half the time. Exit 0 even without a
browser: the tests then skip with one clear line, but for CI=true, where that is exit 1.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

SHELL = "chromium-headless-shell"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
NONE = "No browser found: set SITEGEN_BROWSER, or install Chromium (apt install chromium)."
INSTALL_SECONDS = 600


def works(path: str) -> bool:
    """Tell whether the program starts; Ubuntu's chromium package may be an empty stub."""
    try:
        found = subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return found.returncode == 0


def playwrights_own() -> str | None:
    """The browser that Playwright downloaded earlier, if it did."""
    try:
        from playwright.sync_api import sync_playwright  # heavy, seldom needed
    except ImportError:
        return None
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def find(*, whole: bool = False) -> str | None:
    """The path of a browser that starts, or None; a whole one has a cache of pages left behind."""
    asked = os.environ.get("SITEGEN_BROWSER")
    if asked:
        return asked if works(asked) else None
    names = NAMES if whole else (SHELL, *NAMES)
    candidates = (*(shutil.which(name) for name in names), *MAC)
    system = next(
        (path for path in candidates if path and Path(path).exists() and works(path)), None
    )
    return system or playwrights_own()


def install() -> str | None:
    """Try Playwright's download, then apt; return the browser that came of it."""
    attempts = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        add = ["apt-get", "install", "-y", "-qq", "chromium"]
        attempts += [["apt-get", "update", "-qq"], [*add, SHELL], add]
    for command in attempts:
        print("No browser yet; trying:", " ".join(command[-3:]), flush=True)
        try:
            subprocess.run(command, capture_output=True, timeout=INSTALL_SECONDS, check=False)
        except (OSError, subprocess.TimeoutExpired):
            continue
        found = find()
        if found:
            return found
    return None


def main() -> int:
    """Say which browser the tests will use."""
    found = find() or ("--install" in sys.argv and install()) or None
    print(f"Browser for the tests: {found}" if found else NONE)
    return 1 if not found and os.environ.get("CI") == "true" else 0


if __name__ == "__main__":
    sys.exit(main())
