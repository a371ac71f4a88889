"""What can be said of a file some of whose fields are still wrong.

The rules across fields need a model, and a file with a wrong field has none. Those that most files
meet are judged on what is written, so that nobody mends a file only to be told the next thing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sitegen.checks import broken, count_problems
from sitegen.errors import Problem
from sitegen.frontmatter import Source
from sitegen.models import Assignment, Profile
from sitegen.models.fields import Content
from sitegen.rules import COUNTS, RULES, groups_in

MODELS: Mapping[str, type[Content]] = {"profiles": Profile, "assignments": Assignment}


def unfinished_problems(collection: str, source: Source) -> Iterator[Problem]:
    """Sizes of lists, and the rules that are early: levels without evidence, for example.

    Codes and params are those of `sitegen.checks`.
    """
    model = MODELS.get(collection)
    if model is None:
        return
    for loc, (least, most) in COUNTS[model].items():
        value = source.at(loc)
        # One that is missing or empty is told as such.
        if isinstance(value, list | dict) and value:
            yield from count_problems(source, loc, len(value), least, most)
    for group, loc, values in groups_in(model, dict(source.data)):
        for rule in RULES.get(group, ()):
            if rule.early:
                yield from broken(rule, source, loc, values)
