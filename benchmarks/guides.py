"""How finding guides grows: everybody who seeks before everybody who guides; `make bench` runs it.

`python -m benchmarks.guides [PEOPLE …]`. Each size in a process of its own, medians of several runs
in turn. Reading the files is not counted: `more MB` is the peak above the directory itself.
"""

from __future__ import annotations

import gc
import json
import pickle
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.corpus import write_corpus
from benchmarks.people import TODAY
from benchmarks.timing import machine
from sitegen.directory import Directory, Person

SIZES = (100, 1000, 10_000)
RUNS = 3
MOST_SECONDS, MOST_MB = 6, 120
SEED = 7
# One in so many is in the middle of a passage and seeks in public.
SEEKING = 20


def main(sizes: Sequence[int]) -> None:
    """Every size in turn, then a line for each."""
    print(f"guides, medians of {RUNS}; {machine()}")
    print(f"{'people':>7}{'seek':>7}{'guides':>8}{'CPU s':>9}{'more MB':>9}{'proposed':>10}")
    with tempfile.TemporaryDirectory() as name:
        folders = {size: Path(name) / str(size) for size in sizes}
        for size, folder in folders.items():
            folder.mkdir()
            write_corpus(folder / "content", size)
            _python("read", folder)
        runs: dict[int, list[dict[str, float]]] = {size: [] for size in sizes}
        for _ in range(RUNS):
            for size, folder in folders.items():
                runs[size].append(json.loads(_python("find", folder)))
    for size, taken in runs.items():
        found = {key: statistics.median(run[key] for run in taken) for key in taken[0]}
        print(
            f"{size:>7}{found['seek']:>7.0f}{found['guides']:>8.0f}{found['cpu']:>9.2f}"
            f"{found['more']:>9.0f}{found['proposed']:>10.0f}"
        )
        if size >= SIZES[-1]:
            reached = found["cpu"] <= MOST_SECONDS and found["more"] <= MOST_MB
            print(f"{'reached' if reached else 'MISSED'}: at most {MOST_SECONDS} s, {MOST_MB} MB")


def _python(step: str, folder: Path) -> str:
    command = [sys.executable, "-m", "benchmarks.guides", step, str(folder)]
    return subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout


def _read(folder: Path) -> None:
    """Keep a directory as it was read, with people who seek: reading takes longer than finding."""
    from sitegen.check import directory_of
    from sitegen.read import read

    directory, _ = directory_of(read(folder / "content"), TODAY, TODAY)
    (folder / "directory").write_bytes(pickle.dumps(seeking(directory)))


def seeking(directory: Directory) -> Directory:
    """The directory with one in twenty in the middle of a passage, and two topics each."""
    chosen, vocabulary = random.Random(SEED), directory.vocabulary
    passages, topics = sorted(vocabulary.passages), sorted(vocabulary.topics)

    def changed(person: Person) -> Person:
        if chosen.randrange(SEEKING):
            return person
        profile, passage = person.profile, chosen.choice(passages)
        now = {"passage": passage, "state": "in-it", "since": TODAY.year}
        seeks = {"seeks": chosen.sample(topics, 2), "seeking_in_public": True}
        fields = profile.model_dump(by_alias=True, exclude_unset=True)
        fields["transitions"] = [*fields.get("transitions", ()), now]
        fields["guidance"] = fields.get("guidance", {}) | seeks
        return replace(person, profile=type(profile).model_validate(fields))

    people = {slug: changed(person) for slug, person in sorted(directory.people.items())}
    return replace(directory, people=people)


def _find(folder: Path) -> dict[str, float]:
    """Find once, with the collector set as the command sets it: CPU seconds and MB."""
    from sitegen.matching.guides.proposals import guides_for

    with (folder / "directory").open("rb") as file:
        directory: Directory = pickle.load(file)  # noqa: S301 - written by this program, just now
    gc.set_threshold(100_000)
    before, start = _peak(), time.process_time()
    found = guides_for(directory)
    cpu, after = time.process_time() - start, _peak()
    offers = (person.profile.guidance.offers for person in directory.people.values())
    return {
        "seek": len(found),
        "guides": sum(map(bool, offers)),
        "cpu": cpu,
        "more": after - before,
        "proposed": sum(map(len, found.values())),
    }


def _peak() -> float:
    unit = 1024 if sys.platform != "darwin" else 1024 * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


if __name__ == "__main__":
    if sys.argv[1:2] == ["read"]:
        _read(Path(sys.argv[2]))
    elif sys.argv[1:2] == ["find"]:
        print(json.dumps(_find(Path(sys.argv[2]))))
    else:
        main([int(number) for number in sys.argv[1:]] or SIZES)
