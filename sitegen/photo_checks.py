"""What is wrong with a photo, each with the command that mends it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from shlex import quote

from sitegen.bounded import bounded
from sitegen.errors import ContentError, Place, Problem
from sitegen.photos import check_photo
from sitegen.read import Photo
from sitegen.traces import traces


def photo_problems(photos: Iterable[Photo]) -> Iterator[Problem]:
    """Photos of which no portrait can be made (P057), and those that tell more (P058)."""
    for photo in photos:
        command = {"command": f"sitegen photo {quote(photo.path)}"}
        try:
            with bounded(photo.path):
                reason, found = check_photo(photo.raw), ", ".join(traces(photo.raw))
        except ContentError as error:
            yield from error.problems
            continue
        if reason is not None:
            yield Problem(photo.path, Place(1, 1), "P057", {"detail": reason, **command})
        if found:
            yield Problem(photo.path, Place(1, 1), "P058", {"found": found, **command})
