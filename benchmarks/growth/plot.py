"""Time and memory by people as a picture: two charts, both axes by powers of ten. SVG.

Drawn here and not by a plotting library: the text stays text, the same figures are the same bytes,
and the colours follow the reader's.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from typing import NamedTuple

Point = tuple[float, float]
WIDTH, HEIGHT, GAP = 340, 220, 76
LEFT, TOP, BOTTOM = 56, 74, 40
STYLE = """
text{font:12px system-ui,sans-serif;fill:#1f2328}.back{fill:#fff}.grid{stroke:#d1d9e0}
.line{fill:none;stroke-width:2}.ours{stroke:#0550ae}.peer{stroke:#953800;stroke-dasharray:6 4}
.dot{stroke:none}.dot.ours{fill:#0550ae}.dot.peer{fill:#953800}.title{font-weight:600}
@media(prefers-color-scheme:dark){text{fill:#e6edf3}.back{fill:#0d1117}.grid{stroke:#3d444d}
.ours{stroke:#79c0ff}.peer{stroke:#ffa657}.dot.ours{fill:#79c0ff}.dot.peer{fill:#ffa657}}
""".replace("\n", "")


class Chart(NamedTuple):
    """A title and, by the class that draws it, people with the figure measured for them."""

    title: str
    lines: Mapping[str, Sequence[Point]]


def plot(charts: Sequence[Chart], names: Mapping[str, str], described: str) -> str:
    """The charts side by side under their legend; `described` is for those who do not see it."""
    width = LEFT + len(charts) * (WIDTH + GAP)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {TOP + HEIGHT + BOTTOM}"'
        ' role="img" aria-labelledby="described">',
        f'<title id="described">{escape(described)}</title>',
        f"<style>{STYLE}</style>",
        '<rect class="back" width="100%" height="100%"/>',
    ]
    for place, (kind, name) in enumerate(names.items()):
        left = LEFT + place * 150
        parts.append(f'<path class="line {kind}" d="M{left} 20h28"/>')
        parts.append(f'<text x="{left + 36}" y="24">{escape(name)}</text>')
    for place, chart in enumerate(charts):
        parts += _chart(chart, LEFT + place * (WIDTH + GAP))
    return "\n".join((*parts, "</svg>")) + "\n"


def _chart(chart: Chart, left: int) -> Iterator[str]:
    points = [point for line in chart.lines.values() for point in line]
    people = sorted({x for x, _ in points})
    across = _scale([math.log10(x) for x in people], left, left + WIDTH)
    decades = _decades([y for _, y in points])
    up = _scale([float(one) for one in decades], TOP + HEIGHT, TOP)
    yield f'<text class="title" x="{left}" y="{TOP - 20}">{escape(chart.title)}</text>'
    for decade in decades:
        y = up(decade)
        yield f'<path class="grid" d="M{left} {y}h{WIDTH}"/>'
        yield f'<text x="{left - 8}" y="{y + 4}" text-anchor="end">{10.0**decade:,g}</text>'
    for x in people:
        yield (
            f'<text x="{across(math.log10(x))}" y="{TOP + HEIGHT + 20}" text-anchor="middle">'
            f"{x:,.0f}</text>"
        )
    for kind, line in chart.lines.items():
        places = [(across(math.log10(x)), up(math.log10(y))) for x, y in line]
        drawn = "L".join(f"{x} {y}" for x, y in places)
        yield f'<path class="line {kind}" d="M{drawn}"/>'
        for x, y in places:
            yield f'<circle class="dot {kind}" cx="{x}" cy="{y}" r="3.5"/>'


def _scale(values: Sequence[float], start: float, end: float) -> Callable[[float], float]:
    """From the values' span to that of the picture, to a tenth of a unit."""
    least, span = min(values), max(values) - min(values) or 1
    return lambda value: round(start + (value - least) / span * (end - start), 1)


def _decades(values: Sequence[float]) -> range:
    """The powers of ten that hold all the values between them, two at least."""
    least = math.floor(math.log10(min(values)))
    return range(least, max(math.ceil(math.log10(max(values))), least + 1) + 1)
