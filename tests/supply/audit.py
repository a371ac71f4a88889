"""`make audit`: are holes known in what the locks pin? Asks by pip-audit, over the network.

Exit code 0: every package was asked for, and nothing is known. 1: something is known. 3: not all
could be asked, which is no good news; pip-audit alone would call that green.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.supply.locks import LOCKS

NOT_ASKED = 3
# The locks are complete and hashed: nothing is resolved, and nothing installed.
PIP_AUDIT = ("pip_audit", "--disable-pip", "--require-hashes", "--progress-spinner=off")
NO_ANSWER = (
    "The service of known holes does not answer from here. "
    "Run `make audit` where the network reaches it."
)


def asked() -> dict[str, Any] | None:
    """What pip-audit found, as its JSON; None where it reached nobody (it prints a traceback)."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.json")
        locks = [word for lock in LOCKS for word in ("-r", str(lock))]
        asking = [sys.executable, "-m", *PIP_AUDIT, *locks, "-f", "json", "-o", str(report)]
        subprocess.run(asking, capture_output=True, check=False)
        return json.loads(report.read_text("utf-8")) if report.is_file() else None


def judged(report: dict[str, Any] | None) -> tuple[int, list[str]]:
    """The exit code, and the lines to print. A known hole weighs more than an open question."""
    if report is None:
        return NOT_ASKED, [f"Nothing was audited. {NO_ANSWER}"]
    packages = report["dependencies"]
    skipped = [package["name"] for package in packages if "skip_reason" in package]
    holes = [
        f"{package['name']} {package['version']}: {hole['id']}, mended in "
        f"{', '.join(hole['fix_versions']) or 'no version yet'}"
        for package in packages
        for hole in package.get("vulns", ())
    ]
    lines = [*holes, f"{len(packages) - len(skipped)} packages audited, {len(holes)} known holes."]
    if skipped:
        some = ", ".join(skipped[:3]) + (" …" if len(skipped) > 3 else "")
        lines.append(f"Not audited: {len(skipped)} packages ({some}). {NO_ANSWER}")
    return (1 if holes else NOT_ASKED if skipped or not packages else 0), lines


def main() -> None:
    """Ask for every lock, and say what came back."""
    code, lines = judged(asked())
    print("\n".join(lines))
    sys.exit(code)


if __name__ == "__main__":
    main()
