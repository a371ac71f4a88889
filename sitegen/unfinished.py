"""What can be said of a file some of whose fields are still wrong.

The rules across fields need a model, and a file with a wrong field has none. Those that most files
meet are judged on what is written, so that nobody mends a file only to be told the next thing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sitegen.checks import ASSIGNMENT_COUNTS, PROFILE_COUNTS
from sitegen.errors import Problem
from sitegen.frontmatter import Loc, Node, Source

COUNTS = {"profiles": PROFILE_COUNTS, "assignments": ASSIGNMENT_COUNTS}


def unfinished_problems(collection: str, source: Source) -> Iterator[Problem]:
    """Sizes of lists, levels without evidence, what must not be said in public.

    Codes and params are those of `sitegen.checks`.
    """
    yield from _counted(source, COUNTS.get(collection, {}))
    if collection == "profiles":
        yield from _of_a_person(source)
    client = source.at(("client",)) if collection == "assignments" else None
    if isinstance(client, dict) and client.get("name") and client.get("anonymous") == "yes":
        yield _at(source, ("client",), "P042")


def _counted(source: Source, counts: Mapping[Loc, tuple[int, int]]) -> Iterator[Problem]:
    for loc, (least, most) in counts.items():
        value = source.at(loc)
        count = len(value) if isinstance(value, list | dict) else 0
        params = {"field": str(loc[-1]), "count": str(count)}
        if 0 < count < least:
            yield _at(source, loc, "P027", **params, least=str(least))
        elif count > most:
            yield _at(source, loc, "P026", **params, most=str(most))


def _of_a_person(source: Source) -> Iterator[Problem]:
    for index, claim in _groups(source.at(("skills",))):
        if claim.get("level") in ("3", "4") and not claim.get("evidence"):
            yield _at(source, ("skills", index, "level"), "P035", level=str(claim["level"]))
    for index, transition in _groups(source.at(("transitions",))):
        if transition.get("state") == "preparing":
            yield _at(source, ("transitions", index, "state"), "P048")


def _groups(node: Node | None) -> Iterator[tuple[int, Mapping[str, Node]]]:
    rows = node if isinstance(node, list) else []
    yield from ((index, row) for index, row in enumerate(rows) if isinstance(row, dict))


def _at(source: Source, loc: Loc, code: str, **params: str) -> Problem:
    return Problem(source.path, source.place(loc), code, params)
