"""A site of which each file is made when it is first asked for: what `sitegen serve` shows.

The same files as a build writes, by the same calls. Whoever saves a file looks at one page, and
should not wait for the others.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from sitegen.directory import Directory
from sitegen.kept import Anew
from sitegen.matching.guides.proposals import guides_for
from sitegen.matching.matcher import match
from sitegen.memo import Memo
from sitegen.parts import Making
from sitegen.photos import portraits
from sitegen.read import Photo
from sitegen.urls import Urls, output_path

Part = Callable[[], Mapping[str, bytes]]


class OnDemand(Mapping[str, bytes]):
    """Files by output path. `alone` are those made one by one: `pages`, and photos beside them.

    Of other parts only who makes them is known, not what is in them. Several threads may ask at
    once; one at a time is answered.
    """

    def __init__(
        self,
        ready: Mapping[str, bytes],
        alone: Mapping[str, Callable[[], bytes]],
        parts: Sequence[Part],
        pages: int,
    ) -> None:
        self.pages = pages
        self._made = dict(ready)
        self._alone = dict(alone)
        self._parts = list(parts)
        self._lock = threading.RLock()

    def __getitem__(self, path: str) -> bytes:
        with self._lock:
            if path in self._alone:
                self._made[path] = self._alone[path]()
                del self._alone[path]
            self._look_for(path)
            return self._made[path]

    def __contains__(self, path: object) -> bool:
        with self._lock:
            self._look_for(path)
            return path in self._alone or path in self._made

    def __iter__(self) -> Iterator[str]:
        for _ in self.rest():
            pass
        return iter([*self._made])

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def rest(self) -> Iterator[None]:
        """Make what nobody has asked for yet, one piece at each step, the small ones first.

        Whoever asks for a page meanwhile waits for one piece at most.
        """
        while self._alone or self._parts:
            with self._lock:
                if self._alone:
                    self[next(iter(self._alone))]
                elif self._parts:
                    self._next_part()
            yield

    def _look_for(self, path: object) -> None:
        """Make parts until one has the file: no part has a page, and most who ask want a page."""
        is_page = str(path).endswith(".html")
        while not (is_page or path in self._alone or path in self._made) and self._parts:
            self._next_part()

    def _next_part(self) -> None:
        self._made.update(self._parts[0]())
        del self._parts[0]


def site_on_demand(
    directory: Directory, urls: Urls, code: object, memo: Memo, commit: str = ""
) -> OnDemand:
    """The files that a build makes of the same.

    `code` stands for the folder of the assets: another object means that it has changed.
    """
    matches = replace(match(directory, memo=memo), guides=guides_for(directory, memo=memo))
    making = Making(Anew(directory, matches), urls, commit)
    made_from = (code, directory.site, directory.vocabulary)
    making.assets = memo.of("assets", made_from, lambda: making.assets)
    blanks = memo.of("blanks", made_from, lambda: making.files(("blanks", 0)))
    ready = {**making.assets.files, **blanks, **making.files(("licences", 0))}
    renderer = making.renderer
    photos = {
        path: partial(_portrait, making, number, path, memo)
        for number in range(len(making.photos))
        for path in making.photo_paths(number)
    }
    pages = {output_path(page.address): partial(renderer.render, page) for page in making.pages}
    return OnDemand(
        ready,
        {**pages, **photos},
        [partial(making.files, (name, 0)) for name in ("search", "compare", "exports")],
        len(pages),
    )


def _portrait(making: Making, number: int, path: str, memo: Memo) -> bytes:
    """One size of a photo; those of a photo that stayed are not drawn again."""

    def draw(photo: Photo) -> Mapping[str, bytes]:
        return memo.of(("photo", photo.path), (photo.raw,), lambda: portraits(photo.raw))

    return making.photo_files(number, draw)[path]
