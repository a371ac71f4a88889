"""`python -m sitegen.schema FOLDER`: what `make docs` writes from the models."""

from __future__ import annotations

import sys
from pathlib import Path

from sitegen.schema import KINDS, schema_text, tables_text
from sitegen.schema.report import report_text


def write(folder: Path) -> None:
    """Write `schemas/KIND.json`, without the ids of any vocabulary, and `fields.md`.

    `schemas/match.json` is the report of `sitegen match`.
    """
    (folder / "schemas").mkdir(parents=True, exist_ok=True)
    for kind in KINDS:
        (folder / "schemas" / f"{kind}.json").write_text(schema_text(kind, None), "utf-8")
    (folder / "schemas" / "match.json").write_text(report_text(), "utf-8")
    (folder / "fields.md").write_text(tables_text(), "utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
