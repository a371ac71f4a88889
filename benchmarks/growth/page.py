"""Figures → docs/benchmarks.md and the picture beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.growth import peer
from benchmarks.growth.changes import CHANGES
from benchmarks.growth.figures import Cost, Measured, Site
from benchmarks.growth.plot import Chart, plot
from benchmarks.growth.targets import FIGURES, targets
from benchmarks.model import Table, tables

WORDS = Path(__file__).with_name("page.md")
OURS = "sitegen"


def markdown(measured: Measured) -> str:
    """The page."""
    return WORDS.read_text("utf-8").format(
        machine=measured.machine,
        versions=measured.versions,
        described=described(measured),
        cold=_table(_cold(measured)),
        slower=slower(measured),
        changes=_table(_changes(measured)),
        stages=_table(_stages(measured)),
        targets=_table(_targets(measured)),
        model="\n\n".join(f"**{title}**\n\n{_table(rows)}" for title, rows in _model(measured)),
    )


def picture(measured: Measured) -> str:
    """Time and memory from nothing, by people."""
    charts = [
        Chart(title, {kind: [*_points(measured, kind, figure)] for kind in _kinds(measured)})
        for title, figure in (("Seconds by people", "wall"), ("MB of memory by people", "peak"))
    ]
    return plot(charts, _kinds(measured), described(measured))


def described(measured: Measured) -> str:
    """The picture in words."""
    least, most = measured.sizes[0], measured.sizes[-1]
    said = [
        f"{OURS}: from {_cost(least.ours)} at {least.people:,} people to {_cost(most.ours)} at "
        f"{most.people:,}"
    ]
    both = [size for size in measured.sizes if size.peer]
    if both:
        first, last = (_cost(size.peer) for size in (both[0], both[-1]) if size.peer)
        said.append(
            f"{peer.NAME}: from {first} at {both[0].people:,} to {last} at {both[-1].people:,}"
        )
    return f"Two charts, time and memory by people, both axes by powers of ten. {'. '.join(said)}."


def slower(measured: Measured) -> str:
    """Where a peer needs less, said in a sentence."""
    said = [
        f"{ratio:.1f} times their {FIGURES[figure]} at {size.people:,}"
        for size in measured.sizes
        if size.peer
        for figure in FIGURES
        # What is the same but for a twentieth is no more than chance.
        if (ratio := _ratio(size.ours.cold, size.peer.cold, figure)) >= 1.05
    ]
    ended = [f"At {size.people:,}: {size.ended}." for size in measured.sizes if size.ended]
    needs = f"Ours takes more than {peer.NAME}: {', '.join(said)}." if said else ""
    return " ".join([needs, *ended]).strip()


def _kinds(measured: Measured) -> Mapping[str, str]:
    """Whoever has figures, by the class that draws them."""
    both = any(size.peer for size in measured.sizes)
    return {"ours": OURS, "peer": peer.NAME} if both else {"ours": OURS}


def _points(measured: Measured, kind: str, figure: str) -> Iterator[tuple[float, float]]:
    for size in measured.sizes:
        site = size.ours if kind == "ours" else size.peer
        if site:
            yield size.people, getattr(site.cold, figure)


def _cost(site: Site) -> str:
    return f"{site.cold.wall:,.1f} s and {site.cold.peak:,.0f} MB"


def _ratio(ours: Cost, theirs: Cost, figure: str) -> float:
    return float(getattr(ours, figure) / getattr(theirs, figure))


def _cold(measured: Measured) -> Iterator[Sequence[str]]:
    yield "people", "", "time, s", "CPU, s", "memory, MB", "files", "MB", "median of", "on", "load"
    for size in measured.sizes:
        for name, site in ((OURS, size.ours), (peer.NAME, size.peer)):
            if site:
                wall, cpu, peak = site.cold.wall, site.cold.cpu, site.cold.peak
                yield (
                    *(f"{size.people:,}", name, f"{wall:,.2f}", f"{cpu:,.2f}", f"{peak:,.0f}"),
                    *(f"{site.files:,}", f"{site.size / 1e6:,.1f}", str(size.rounds)),
                    *(size.day, f"{size.load:.1f}"),
                )
        if size.peer:
            ratios = (_ratio(size.ours.cold, size.peer.cold, figure) for figure in FIGURES)
            more = size.ours.files / size.peer.files, size.ours.size / size.peer.size
            yield (
                f"{size.people:,}",
                "ratio",
                *(f"{one:.2f}" for one in (*ratios, *more)),
                "",
                "",
                "",
            )


def _changes(measured: Measured) -> Iterator[Sequence[str]]:
    yield "people", "", *CHANGES
    for size in measured.sizes:
        sites = {OURS: size.ours, peer.NAME: size.peer}
        rows = {
            name: [site.changes[one].wall for one in CHANGES]
            for name, site in sites.items()
            if site
        }
        for name, row in rows.items():
            yield f"{size.people:,}", name, *(f"{one:,.2f}" for one in row)
        if peer.NAME in rows:
            ratios = (a / b for a, b in zip(rows[OURS], rows[peer.NAME], strict=True))
            yield f"{size.people:,}", "ratio", *(f"{one:.2f}" for one in ratios)


def _stages(measured: Measured) -> Iterator[Sequence[str]]:
    names = [*measured.sizes[-1].stages]
    yield "people", *names
    for size in measured.sizes:
        yield f"{size.people:,}", *(f"{size.stages[name]:,.2f}" for name in names)


def _targets(measured: Measured) -> Iterator[Sequence[str]]:
    yield "figure", "measured", "at most", ""
    for one in targets(measured):
        verdict = "reached" if one.reached else "**missed**"
        yield one.name, f"{one.value:,.2f}", f"{one.most:,.2f}", verdict


def _model(measured: Measured) -> Iterator[tuple[str, Table]]:
    """Nothing of one size: a line has two ends."""
    if len(measured.sizes) > 1:
        yield from tables(measured)


def _table(rows: Iterable[Sequence[str]]) -> str:
    """In Markdown; the first row is the head, and figures stand to the right."""
    head, *others = rows
    sides = ["---:" if others and others[0][n][:1].isdigit() else "---" for n in range(len(head))]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, sides, *others))
