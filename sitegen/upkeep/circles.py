"""What `sitegen circles` does: propose small groups of those who seek, each with a guide."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sitegen.i18n import Translator
from sitegen.local import local
from sitegen.matching.circles.forming import circles
from sitegen.matching.circles.report import circles_text
from sitegen.matching.guides.people import both_sides
from sitegen.matching.guides.terms import Terms
from sitegen.overlay import CIRCLES
from sitegen.plan import PRIVATE, put
from sitegen.read import shown
from sitegen.upkeep.places import check_place


def proposed_circles(
    content: Path, private: Path, today: date | None, clock: date, *, keep: bool
) -> str:
    """The circles in words, or with `keep` where they were written in the private folder.

    Raises SettingsError S032 where that folder lies in a public one, S003 where it cannot be
    written; ContentError for what is broken in either folder.
    """
    path = private / CIRCLES
    if keep:
        check_place(path, content, private)
    found = local(content, private, today, clock)
    directory, t = found.directory, Translator(found.directory.site.locales[0])
    sides = both_sides(directory, found.facts, found.log, private=True)
    made = circles(sides, Terms(directory.vocabulary), directory.today)
    said = circles_text(made, sides, directory, t)
    if not keep:
        return said
    put(path, f"{said}\n".encode(), PRIVATE)
    text = t.ngettext("{n} circle in {path}.", "{n} circles in {path}.", len(made))
    return text.format(n=len(made), path=shown(path))
