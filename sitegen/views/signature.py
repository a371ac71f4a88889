"""The silo signature: eight verticals, one a world, bars as tall as the years spent there.

It is a picture of the file's own data and differs for each person. Its text twin says the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sitegen.views.words import Words

# Years beyond this make no taller bar: a career's length is not what the picture compares.
TALLEST_YEARS = 25
FRAME = "world"
SIZES = {"small": (84, 48, 6), "large": (264, 72, 8)}


@dataclass(frozen=True, slots=True)
class Signature:
    """SVG path data by kind of line (drawn in this order), and the same in words.

    `world`: the eight verticals; `wanted`: an assignment's worlds behind them; `held`: bars as
    tall as the years; `said`: worlds without years; `span`: across the worlds bridged.
    """

    width: int
    height: int
    paths: tuple[tuple[str, str], ...]
    text: str
    label: str


def signature(
    years: Mapping[str, int | None], words: Words, size: str = "small", wanted: Iterable[str] = ()
) -> Signature:
    """The signature of somebody's years by silo; `wanted` lays an assignment's worlds over it."""
    width, height, margin = SIZES[size]
    order = tuple(words.vocabulary.silos)
    step = (width - 2 * margin) / (len(order) - 1)
    columns = {silo: round(margin + index * step) for index, silo in enumerate(order)}
    middle, reach = height // 2, height // 2 - 3
    worlds = set(wanted)
    held = [silo for silo in order if silo in years]
    drawn = {
        FRAME: "".join(f"M{x} {middle - reach}v{2 * reach}" for x in columns.values()),
        "wanted": "".join(
            f"M{columns[s]} {middle - reach}v{2 * reach}" for s in order if s in worlds
        ),
        "held": "".join(_bar(columns[s], middle, _half(years[s], reach)) for s in held if years[s]),
        "said": "".join(_bar(columns[s], middle, _half(None, reach)) for s in held if not years[s]),
        "span": f"M{columns[held[0]]} {middle}H{columns[held[-1]]}" if len(held) > 1 else "",
    }
    paths = tuple((kind, path) for kind, path in drawn.items() if path)
    text = ", ".join(worlds_in_words(years, words))
    return Signature(width, height, paths, text, _label(text, words))


BAND = 30


def stacked(
    people: Sequence[Mapping[str, int | None]], words: Words, wanted: Iterable[str]
) -> Signature:
    """Signatures of a team below each other on the same lines: where together they reach.

    The lowest line spans all their worlds. The text twin names those worlds.
    """
    width, _, margin = SIZES["small"]
    order = tuple(words.vocabulary.silos)
    step = (width - 2 * margin) / (len(order) - 1)
    columns = {silo: round(margin + index * step) for index, silo in enumerate(order)}
    height, worlds = BAND * len(people) + 8, set(wanted)
    drawn = {
        FRAME: "".join(f"M{x} 2v{height - 4}" for x in columns.values()),
        "wanted": "".join(f"M{columns[s]} 2v{height - 4}" for s in order if s in worlds),
        "held": "",
        "said": "",
    }
    for row, years in enumerate(people):
        middle = row * BAND + BAND // 2
        for silo in (silo for silo in order if silo in years):
            kind = "held" if years[silo] else "said"
            drawn[kind] += _bar(columns[silo], middle, _half(years[silo], BAND // 2 - 2))
    held = [silo for silo in order if any(silo in years for years in people)]
    if len(held) > 1:
        drawn["span"] = f"M{columns[held[0]]} {height - 4}H{columns[held[-1]]}"
    text = words.t.every(words.vocabulary.silos[silo].short for silo in held)
    paths = tuple((kind, path) for kind, path in drawn.items() if path)
    return Signature(width, height, paths, text, _label(text, words))


def _label(text: str, words: Words) -> str:
    """What is read aloud in place of the picture."""
    if not text:
        return words.t.gettext("Worlds: not stated")
    return words.t.gettext("Worlds: {worlds}").format(worlds=text)


def _bar(x: int, middle: int, half: int) -> str:
    return f"M{x} {middle - half}v{2 * half}"


def wanted_signature(
    silos: Iterable[str], client: str, words: Words, size: str = "small"
) -> Signature:
    """The worlds that an assignment must bridge; the client's own stands tallest."""
    wanted = set(silos)
    years = {
        silo: (TALLEST_YEARS if silo == client else 10)
        for silo in words.vocabulary.silos
        if silo in wanted or silo == client
    }
    drawn = signature(years, words, size)
    others = [words.silo(silo).label for silo in years if silo != client]
    text = words.t.gettext("Client: {client}").format(client=words.silo(client).label)
    if others:
        bridges = words.t.gettext("bridges to {worlds}").format(worlds=words.t.every(others))
        text = f"{text}; {bridges}"
    return Signature(drawn.width, drawn.height, drawn.paths, text, _label(text, words))


def _half(years: int | None, reach: int) -> int:
    """Half the height of a bar; a plain yes gets the height of three years."""
    share = min(3 if years is None else years, TALLEST_YEARS) / TALLEST_YEARS
    return max(4, round(reach * float(share**0.6)))


def worlds_in_words(years: Mapping[str, int | None], words: Words) -> list[str]:
    """`NGO 9 years`, `Multilateral 6 years`, `Foundation`: longest first."""
    order = tuple(words.vocabulary.silos)
    held = sorted(years.items(), key=lambda item: (-(item[1] or 0), order.index(item[0])))
    short = {silo: words.vocabulary.silos[silo].short for silo in years}
    return [f"{short[silo]} {words.years(count)}" if count else short[silo] for silo, count in held]


@dataclass(frozen=True, slots=True)
class Quilt:
    """Everybody's signature in one picture: the collective, woven. Path data by kind of line."""

    width: int
    height: int
    worlds: str
    held: str
    spans: str


QUILT_COLUMNS = 8
CELL = (56, 34)


def quilt(everybody: Sequence[Mapping[str, int | None]], words: Words) -> Quilt:
    """Signatures in rows of eight, in the order given."""
    order = tuple(words.vocabulary.silos)
    width, height = CELL
    lines: dict[str, list[str]] = {"worlds": [], "held": [], "spans": []}
    for index, years in enumerate(everybody):
        left = (index % QUILT_COLUMNS) * width + 4
        middle = (index // QUILT_COLUMNS) * height + height // 2
        columns = {silo: left + number * 6 for number, silo in enumerate(order)}
        lines["worlds"] += [f"M{x} {middle - 12}v24" for x in columns.values()]
        held = [silo for silo in order if silo in years]
        for silo in held:
            half = _half(years[silo], 12)
            lines["held"].append(f"M{columns[silo]} {middle - half}v{2 * half}")
        if len(held) > 1:
            lines["spans"].append(f"M{columns[held[0]]} {middle}H{columns[held[-1]]}")
    rows = -(-len(everybody) // QUILT_COLUMNS)
    return Quilt(
        QUILT_COLUMNS * width,
        rows * height,
        "".join(lines["worlds"]),
        "".join(lines["held"]),
        "".join(lines["spans"]),
    )
