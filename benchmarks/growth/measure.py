"""Everything at one size: ours and the peer in turn, from nothing and after one change."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from benchmarks.growth import peer
from benchmarks.growth.changes import CHANGES, changed
from benchmarks.growth.figures import Cost, Site, Size
from benchmarks.search.served import sent
from benchmarks.timing import Run, TooMuch, scratch, timed_together

# Beyond so many people the folder is on the disk: the site and its next edition would fill memory.
MOST_IN_MEMORY = 10_000
# One assignment for so many people.
PEOPLE_TO_AN_ASSIGNMENT = 10


def measure(people: int, rounds: int, day: str, load: float) -> Size:
    """Build, change and build again; one round before the medians does not count, if there are any.

    Writing the corpus and the peer's site is not measured.
    """
    with scratch(in_memory=people <= MOST_IN_MEMORY) as name:
        folder = Path(name)
        postings = people // PEOPLE_TO_AN_ASSIGNMENT
        _python("benchmarks.corpus", folder / "content", people, postings)
        bench = Bench(folder, rounds)
        bench.cold()
        bench.again()
        return bench.figures(people=people, day=day, load=load)


class Bench:
    """The two makers on one folder. Whoever has failed is left out from then on."""

    def __init__(self, folder: Path, rounds: int) -> None:
        self.folder, self.rounds, self.ended = folder, rounds, ""
        self.content, self.site = folder / "content", folder / "hugo"
        self.outs = {"ours": folder / "out", "peer": folder / "peer"}
        # What builds keep is theirs, and lies where their sites do.
        self.cache = folder / "cache"
        os.environ["XDG_CACHE_HOME"] = str(self.cache)
        self.runs: dict[str, dict[str, list[Run]]] = {}
        self.stages: dict[str, list[float]] = defaultdict(list)
        self.makers = ["ours"]
        if peer.is_here():
            self.makers.append("peer")
            _python("benchmarks.growth.peer", self.content, self.site)

    def cold(self) -> None:
        """From nothing: each time the folder of the last one is gone first."""
        ignored = 1 if self.rounds > 1 else 0
        for number in range(self.rounds + ignored):
            for maker in [*self.makers]:
                shutil.rmtree(self.outs[maker], ignore_errors=True)
                if maker == "ours":
                    shutil.rmtree(self.cache, ignore_errors=True)
                self._run(maker, "cold", counts=number >= ignored)

    def again(self) -> None:
        """The site that stands, after one change in one profile, and after none."""
        path = changed(self.content)
        for name, change in CHANGES.items():
            for number in range(self.rounds):
                before = path.read_text("utf-8")
                # A file that is written anew is another one, whatever it says.
                if (after := change(before, number)) != before:
                    path.write_text(after, "utf-8")
                if "peer" in self.makers:
                    peer.write_page(path, self.site)
                for maker in [*self.makers]:
                    self._run(maker, name)

    def _run(self, maker: str, name: str, *, counts: bool = True) -> None:
        try:
            run = self._ours(name if counts else "") if maker == "ours" else self._peer()
        except TooMuch as error:
            if maker == "ours":
                raise
            self.makers.remove(maker)
            self.ended = str(error)
            return
        print(f"{maker}, {name}: {run.wall:.2f} s", file=sys.stderr)
        if counts:
            self.runs.setdefault(maker, {}).setdefault(name, []).append(run)

    def _ours(self, name: str) -> Run:
        traced, out = self.folder / "trace.json", self.outs["ours"]
        command = [sys.executable, "-m", "sitegen", "build", "--content", str(self.content)]
        # Who asks for timings wants a build, also where nothing has changed.
        timings = ["--timings", str(traced)] if name == "cold" else []
        run = timed_together([*command, "--output", str(out), *timings])
        if name == "cold":
            for stage, seconds in stages(traced.read_bytes()).items():
                self.stages[stage].append(seconds)
        return run

    def _peer(self) -> Run:
        return peer.built(self.site, self.outs["peer"])

    def figures(self, **known: Any) -> Size:
        """The medians, with what else is known."""
        sites = {maker: self._site(maker) for maker in self.makers}
        return Size(
            **known,
            postings=sum(1 for _ in (self.content / "assignments").iterdir()),
            rounds=self.rounds,
            ours=sites["ours"],
            peer=sites.get("peer"),
            ended=self.ended,
            stages={name: round(statistics.median(each), 2) for name, each in self.stages.items()},
            search=search_bytes(self.outs["ours"] / "search"),
        )

    def _site(self, maker: str) -> Site:
        costs = {name: Cost.of(runs) for name, runs in self.runs[maker].items()}
        sizes = [path.stat().st_size for path in self.outs[maker].rglob("*") if path.is_file()]
        return Site(cold=costs.pop("cold"), files=len(sizes), size=sum(sizes), changes=costs)


def stages(trace: bytes) -> dict[str, float]:
    """Seconds of each stage in a trace that --timings wrote."""
    found: dict[str, float] = defaultdict(float)
    for event in json.loads(trace)["traceEvents"]:
        found[event["name"]] += event["dur"] / 1e6
    return dict(found)


def search_bytes(folder: Path) -> Mapping[str, int]:
    """What a search fetches, compressed: the whole of some files, of others the largest."""
    whole = {name: _sent(folder.glob(f"{name}*.json")) for name in ("manifest", "lengths")}
    parts = {name: _sent(folder.glob(f"{name}*/*.json")) for name in ("terms", "columns")}
    return {
        **{name: sum(sizes) for name, sizes in whole.items()},
        **{f"largest of {name}": max(sizes) for name, sizes in parts.items()},
    }


def _sent(paths: Iterable[Path]) -> list[int]:
    return [len(sent(path)[0]) for path in paths]


def _python(module: str, *arguments: object) -> None:
    subprocess.run([sys.executable, "-m", module, *map(str, arguments)], check=True)
