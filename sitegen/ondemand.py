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
from sitegen.matching.guides.proposals import guides_for
from sitegen.matching.ranking import match
from sitegen.memo import Memo
from sitegen.parts import Making
from sitegen.photos import portraits
from sitegen.read import Photo
from sitegen.urls import Urls, output_path

Part = Callable[[], Mapping[str, bytes]]


class OnDemand(Mapping[str, bytes]):
    """Files by output path. All pages are known by name; of other parts only who makes them.

    Several threads may ask at once; one at a time is answered.
    """

    def __init__(
        self,
        ready: Mapping[str, bytes],
        pages: Mapping[str, Callable[[], bytes]],
        parts: Sequence[Part],
    ) -> None:
        self.pages = len(pages)
        self._made = dict(ready)
        self._pages = dict(pages)
        self._parts = list(parts)
        self._lock = threading.RLock()

    def __getitem__(self, path: str) -> bytes:
        with self._lock:
            if path in self._pages:
                self._made[path] = self._pages[path]()
                del self._pages[path]
            self._look_for(path)
            return self._made[path]

    def __contains__(self, path: object) -> bool:
        with self._lock:
            self._look_for(path)
            return path in self._pages or path in self._made

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
        while self._pages or self._parts:
            with self._lock:
                if self._pages:
                    self[next(iter(self._pages))]
                elif self._parts:
                    self._next_part()
            yield

    def _look_for(self, path: object) -> None:
        """Make parts until one has the file: no part has a page, and most who ask want a page."""
        is_page = str(path).endswith(".html")
        while not (is_page or path in self._pages or path in self._made) and self._parts:
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
    matches = replace(match(directory, memo=memo), guides=guides_for(directory))
    making = Making(directory, matches, urls, commit)
    made_from = (code, directory.site, directory.vocabulary)
    making.assets = memo.of("assets", made_from, lambda: making.assets)
    blanks = memo.of("blanks", made_from, lambda: making.files(("blanks", 0)))
    ready = {**making.assets.files, **blanks, **making.files(("licences", 0))}
    renderer = making.renderer
    return OnDemand(
        ready,
        {output_path(page.address): partial(renderer.render, page) for page in making.pages},
        [
            partial(_photos, making, memo),
            *(partial(making.files, (name, 0)) for name in ("search", "exports")),
        ],
    )


def _photos(making: Making, memo: Memo) -> Mapping[str, bytes]:
    """The portraits of everybody; those of a photo that stayed are not drawn again."""

    def draw(photo: Photo) -> Mapping[str, bytes]:
        return memo.of(("photo", photo.path), (photo.raw,), lambda: portraits(photo.raw))

    found: dict[str, bytes] = {}
    for number in range(len(making.photos)):
        found |= making.photo_files(number, draw)
    return found
