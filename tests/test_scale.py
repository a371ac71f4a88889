"""What takes long: run by `make slow`."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from benchmarks.corpus import write_corpus
from sitegen.build import build
from sitegen.order import Order
from tests.conftest import CLOCK, ROOT
from tests.test_build import tree

pytestmark = pytest.mark.slow
SEED = 8
KILLS = 12


def test_a_thousand_people_check_build_and_are_all_reachable(tmp_path: Path) -> None:
    content = tmp_path / "content"
    write_corpus(content, 1000)
    report = build(Order(content, tmp_path / "out", CLOCK, jobs=2))
    assert 900 < report.people < 1000
    files = tree(tmp_path / "out")
    lists = b"".join(raw for path, raw in files.items() if path.startswith("profiles/page/"))
    lists += files["profiles/index.html"]
    slugs = sorted(path.stem for path in content.glob("profiles/*.md") if "." not in path.stem)
    for slug in slugs[::20]:
        page = files[f"profiles/{slug}/index.html"]
        assert (f"/profiles/{slug}/".encode() in lists) != (b'content="noindex"' in page)


def test_a_build_that_is_killed_leaves_the_old_site_and_the_next_one_works(tmp_path: Path) -> None:
    out = tmp_path / "out"
    build(Order(ROOT / "content", out, CLOCK))
    before = tree(out)
    moments = random.Random(SEED)  # noqa: S311  # no secret hangs on it
    command = [sys.executable, "-m", "sitegen", "build", "--content", str(ROOT / "content")]
    for _ in range(KILLS):
        process = subprocess.Popen(
            [*command, "--output", str(out)], stdout=subprocess.DEVNULL, start_new_session=True
        )
        time.sleep(moments.uniform(0.2, 4.0))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        # Between the two renames of the swap the site is nowhere; the next build puts it back.
        if out.is_dir():
            assert tree(out) == before
    build(Order(ROOT / "content", out, CLOCK))
    assert tree(out) == before
