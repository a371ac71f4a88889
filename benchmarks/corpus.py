"""Larger folders of content: the sample's, and as many invented people and assignments as wanted.

`python -m benchmarks.corpus FOLDER PEOPLE [ASSIGNMENTS]` writes one. The same count
gives the same files, and a larger folder holds everybody of a smaller one.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from benchmarks.people import TODAY, Invented
from benchmarks.postings import InventedPostings
from sitegen.check import directory_of
from sitegen.read import read

SAMPLE = Path(__file__).parent.parent / "content"
SEED = 20261116


def write_corpus(folder: Path, count: int, postings: int = 0) -> None:
    """Write a content folder with `count` profiles and so many more assignments than the sample."""
    shutil.copytree(SAMPLE, folder, ignore=shutil.ignore_patterns("*.jpg"))
    sample, _ = directory_of(read(SAMPLE), TODAY, TODAY)
    invented = Invented(SEED, sample)
    for _ in range(count - len(sample.people)):
        slug, text = invented.person()
        (folder / "profiles" / f"{slug}.md").write_text(text, "utf-8")
        marks = invented.vetting()
        if marks:
            (folder / "vetting" / f"{slug}.yml").write_text(marks, "utf-8")
    work = InventedPostings(SEED, sample)
    for number in range(postings):
        path = folder / "assignments" / f"invented-{number}.md"
        path.write_text(work.posting(), "utf-8")


if __name__ == "__main__":
    write_corpus(Path(sys.argv[1]), *map(int, sys.argv[2:]))
