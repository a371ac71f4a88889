"""From a saved file to its page in `sitegen serve`, as somebody waits for it: `make bench` runs it.

`python -m benchmarks.serving [PEOPLE …]`. A word is added to one profile after the other, and its
page is asked for as a browser that shows it does: when the server says that there is something new.
Between two saves are a few seconds, in which the server makes the rest of the site, as where
somebody writes. Medians, and the longest.
"""

from __future__ import annotations

import re
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.corpus import write_corpus
from benchmarks.growth.changes import word
from benchmarks.people import TODAY
from benchmarks.timing import machine, scratch
from sitegen.serve_page import EVENTS

SIZES = (60, 1000, 10_000)
# Seconds that a saved file may take, for those sizes that have an aim.
MOST = {60: 0.3, 10_000: 1.5}
SAVES = 7
# One assignment for so many people.
PEOPLE_TO_AN_ASSIGNMENT = 10
ADDRESS = re.compile(r"http://\S+")
PAUSE = 3  # seconds between two saves


def main(sizes: Sequence[int]) -> None:
    """One size after the other, each with a server of its own."""
    print(f"seconds from a saved file to its page in sitegen serve; {SAVES} saves; {machine()}")
    print(f"{'people':>7}{'median':>9}{'longest':>9}{'aim':>7}")
    for people in sizes:
        with scratch() as name:
            content = Path(name) / "content"
            content.parent.mkdir(exist_ok=True)
            write_corpus(content, people, people // PEOPLE_TO_AN_ASSIGNMENT)
            taken = [*_saves(content)]
        median, aim = statistics.median(taken), MOST.get(people)
        said = "" if aim is None else f"{aim:>7}  {'reached' if median <= aim else 'MISSED'}"
        print(f"{people:>7}{median:>9.2f}{max(taken):>9.2f}{said}", flush=True)


def _saves(content: Path) -> Iterator[float]:
    profiles = sorted((content / "profiles").glob("*.md"))
    with _served(content) as url:
        for number in range(SAVES):
            profile = profiles[number * len(profiles) // SAVES]
            text = word(profile.read_text("utf-8"), number)
            expected = text.rstrip().rsplit(" ", 1)[1].encode()
            page = f"{url}profiles/{profile.stem}/"
            time.sleep(PAUSE)
            before = _page(page).count(expected)
            with urllib.request.urlopen(url + EVENTS.lstrip("/")) as news:  # noqa: S310  # loopback
                # What is shown now is news, too, and is told first.
                next(_epochs(news))
                start = time.perf_counter()
                profile.write_text(text, "utf-8")
                next(epoch for epoch in _epochs(news) if _page(page).count(expected) > before)
                yield time.perf_counter() - start


def _epochs(news: Iterable[bytes]) -> Iterator[bytes]:
    return (line for line in news if line.startswith(b"data:"))


def _page(url: str) -> bytes:
    with urllib.request.urlopen(url) as answer:  # noqa: S310  # loopback
        found: bytes = answer.read()
    return found


@contextmanager
def _served(content: Path) -> Iterator[str]:
    """A server of its own process, once its site is there; gives its address."""
    command = ["-m", "sitegen", "serve", "--content", str(content), "--port", "0"]
    command += ["--today", TODAY.isoformat()]
    process = subprocess.Popen([sys.executable, *command], stdout=subprocess.PIPE, text=True)
    try:
        said = process.stdout or ()
        yield next(found[0] for line in said if (found := ADDRESS.search(line)))
    finally:
        process.terminate()
        process.wait()


if __name__ == "__main__":
    main([int(number) for number in sys.argv[1:]] or SIZES)
