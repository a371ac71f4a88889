"""What local commands work on: the content, with the private folder over it where one is given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sitegen.directory import Directory
from sitegen.errors import ContentError, Problem, has_errors
from sitegen.models.log import Log
from sitegen.overlay import PrivateFacts, lay_over
from sitegen.private_log import log_of
from sitegen.read import Sources, read
from sitegen.relate import relate
from sitegen.validate import validate
from sitegen.workers import crew_of, worth_having


@dataclass(frozen=True, slots=True)
class Local:
    """The public sources, the directory with what is private laid over it, and what stays apart.

    `doubts` are the warnings about the private folder, which no other command says.
    """

    sources: Sources
    directory: Directory
    facts: Mapping[str, PrivateFacts]
    log: Log
    doubts: tuple[Problem, ...] = ()

    def is_named_in_public(self, assignment: str) -> bool:
        """Whether the public file itself names the client: the private one may do so too."""
        client = self.sources.collections["assignments"][assignment].data.get("client")
        return isinstance(client, dict) and "name" in client


def local(content: Path, private: Path | None, today: date | None, clock: date) -> Local:
    """Everything a coordinator's command needs, on `today`, else the site's `as_of`, else `clock`.

    Raises ContentError with all problems, of both folders, when one is an error.
    """
    crew = crew_of(worth_having())
    public = read(content, crew=crew)
    sources, facts = (public, {}) if private is None else lay_over(public, private)
    entries, problems = validate(sources, private=private is not None, crew=crew)
    if entries is None:
        raise ContentError(problems)
    directory, found = relate(entries, today or entries.site.as_of or clock)
    if has_errors([*problems, *found]):
        raise ContentError([*problems, *found])
    if private is None:
        return Local(public, directory, facts, Log())
    doubts = tuple(p for p in sources.problems if p not in public.problems)
    return Local(public, directory, facts, log_of(private), doubts)
