"""The engines that are compared: each a command that reads the same texts and writes its index.

`python -m benchmarks.search.engines ours|lunr.py ENTRIES FOLDER`. Pagefind reads pages of HTML.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import orjson

OURS, LUNR, PAGEFIND = "ours", "lunr.py", "Pagefind"
MISSING = (
    "Pagefind is not here, so it is left out: make bench installs benchmarks/requirements.lock"
)


def commands(folder: Path) -> Mapping[str, Sequence[str]]:
    """For each engine that is installed the command that indexes a prepared folder."""
    entries, out = str(folder / "entries.jsonl"), folder / "index"
    here = [sys.executable, "-m", "benchmarks.search.engines"]
    found: dict[str, Sequence[str]] = {
        name: [*here, name, entries, str(out / name)] for name in (OURS, LUNR)
    }
    program = pagefind()
    if program:
        site = ["--site", str(folder / "pages"), "--output-path", str(out / PAGEFIND), "--silent"]
        found[PAGEFIND] = [program, *site]
    return found


def pagefind() -> str | None:
    """The path of Pagefind's own program, or None."""
    if find_spec("pagefind_bin") is None:
        return None
    from pagefind_bin import get_executable

    return str(get_executable())


def versions() -> str:
    """What is compared, in which versions."""
    try:
        other = f"Pagefind {version('pagefind_bin')}"
    except PackageNotFoundError:
        other = "no Pagefind"
    return f"sitegen {version('sitegen')}, lunr.py {version('lunr')}, {other}"


def _entries(path: Path) -> Iterator[dict[str, Any]]:
    """One after the other, as a directory gives them."""
    with path.open("rb") as lines:
        yield from map(orjson.loads, lines)


def _ours(path: Path, out: Path) -> None:
    from sitegen.search.entries import Entry
    from sitegen.search.index import index_files

    files = index_files(Entry(**entry) for entry in _entries(path))
    for folder in {(out / name).parent for name in files}:
        folder.mkdir(parents=True, exist_ok=True)
    for name, raw in files.items():
        with open(f"{out}/{name}", "wb", buffering=0) as file:  # noqa: PTH123  # twenty thousand times
            file.write(raw)


def _lunr(path: Path, out: Path) -> None:
    """lunr.py as its documentation has it, with our fields and boosts."""
    from lunr import lunr

    from sitegen.search.entries import DORMANT_BOOST
    from sitegen.search.fields import BOOSTS

    documents = (
        (
            {"ref": number, **{field: " ".join(texts) for field, texts in entry["texts"].items()}},
            {"boost": DORMANT_BOOST if entry["kind"] == "dormant" else 1},
        )
        for number, entry in enumerate(_entries(path))
    )
    fields = [{"field_name": field, "boost": boost} for field, boost in BOOSTS.items()]
    index = lunr(ref="ref", fields=fields, documents=list(documents))
    out.mkdir(parents=True, exist_ok=True)
    (out / "index.json").write_text(
        json.dumps(index.serialize(), separators=(",", ":"), ensure_ascii=False), "utf-8"
    )


ENGINES: Mapping[str, Callable[[Path, Path], None]] = {OURS: _ours, LUNR: _lunr}

if __name__ == "__main__":
    ENGINES[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
