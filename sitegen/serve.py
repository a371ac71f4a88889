"""What `sitegen serve` does: decide on a site, show it, make the rest of it, watch, begin again.

A build that fails takes nothing away: the browser shows what is wrong, and the last good site
stays within reach.
"""

from __future__ import annotations

import errno
import gc
import os
import threading
import time
import traceback
import webbrowser
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Self

from sitegen.check import directory_of
from sitegen.errors import ContentError, Place, Problem, SettingsError
from sitegen.findings import as_text, words
from sitegen.i18n import Translator
from sitegen.links import broken_links
from sitegen.memo import Memo
from sitegen.ondemand import OnDemand, site_on_demand
from sitegen.read import Sources, read, shown
from sitegen.resources import assets_dir, templates_dir
from sitegen.serve_page import Finding
from sitegen.served import SiteServer
from sitegen.urls import Urls

POLL = 0.05  # seconds between two looks at the folders
# Large folders take longer to look at: at most one part in so many of the time goes into looking.
LOOKING = 5
ASIDE = 0.2  # seconds in which nothing but what is asked for is made
SETTLE = 0.05  # seconds of quiet before a build: editors and git write in several steps

Snapshot = dict[str, tuple[int, int]]


def serve(
    content: Path,
    today: date | None,
    clock: date,
    host: str,
    port: int,
    *,
    show: bool,
    say: Callable[[str], object],
) -> None:
    """Show the site until Ctrl-C; with `show`, open a browser. Raises SettingsError S008."""
    t = Translator().gettext
    with Server(content, today, clock, host, port, say) as server, suppress(KeyboardInterrupt):
        server.start()
        # Most of what is there stays as long as the server does: with thousands of people, whoever
        # saves a file would wait for seconds while cycles are looked for in all of it.
        gc.freeze()
        say(t("The site is at {url} (stop with Ctrl-C).").format(url=server.url))
        if show:
            webbrowser.open(server.url)
        server.watch()


class Server:
    """One site, shown and kept up to date. Leaving the `with` block stops it."""

    def __init__(
        self,
        content: Path,
        today: date | None,
        clock: date,
        host: str,
        port: int,
        say: Callable[[str], object],
    ) -> None:
        """Take the port, 0 for a free one. Raises SettingsError S008 for one in use, else S013."""
        self.content, self.today, self.clock, self.say = content, today, clock, say
        self.folders = (content, templates_dir(), assets_dir())
        self._translator = Translator()
        self._stopped = threading.Event()
        self._seen: Snapshot = {}
        self._memo = Memo()
        self._code: Snapshot = {}
        self._made_from: tuple[Sources, Snapshot] | None = None
        self._site: OnDemand | None = None
        # The newest site of which everything could be made.
        self._whole: OnDemand | None = None
        try:
            self._http = SiteServer(host, port)
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise SettingsError("S008", value=str(port)) from error
            detail = str(error.strerror)
            raise SettingsError("S013", value=f"{host}:{port}", detail=detail) from error
        self._answering = threading.Thread(target=self._http.serve_forever, args=(0.1,))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def url(self) -> str:
        """Where the site is shown."""
        return self._http.url

    def start(self) -> None:
        """Build for the first time, then answer in a thread."""
        self._seen = snapshot(self.folders)
        self.rebuild()
        self._answering.start()

    def watch(self) -> None:
        """Build again after each change, until `stop` is called from another thread."""
        self._complete()
        looked = 0.0
        while not self._stopped.wait(max(POLL, looked * LOOKING)):
            begun = time.perf_counter()
            now = snapshot(self.folders)
            looked = time.perf_counter() - begun
            while now != self._seen and not self._stopped.is_set():
                # Taken before the build: what changes meanwhile is built next time.
                self._seen = self._settled(now)
                self.rebuild()
                now = self._complete()

    def stop(self) -> None:
        """End watching and answering, and free the port."""
        self._stopped.set()
        self._http.stage.close()
        if self._answering.is_alive():
            self._http.shutdown()
            self._answering.join()
        self._http.server_close()

    def rebuild(self) -> None:
        """Show the site, or what is wrong with it."""
        try:
            self._build()
        except ContentError as error:
            self._fail(error.problems)
        except SettingsError as error:
            self._fail((Problem(shown(self.content), Place(1, 1), error.code, error.params),))
        except Exception as error:  # noqa: BLE001  # a template being edited fails in any way it likes
            self._fail((_fault(error),))

    def _build(self) -> None:
        start = time.perf_counter()
        code = snapshot(self.folders[1:])
        if code != self._code:
            self._code = code
        made_from = (read(self.content, self._memo), self._code)
        if self._site is None or made_from != self._made_from:
            directory, warnings = directory_of(made_from[0], self.today, self.clock, self._memo)
            self._site = site_on_demand(directory, Urls(self.url), self._code, self._memo)
            self._made_from = made_from
            if warnings:
                self.say(as_text(warnings, self._translator))
        count, spent = self._site.pages, (time.perf_counter() - start) * 1000
        built = self._translator.ngettext(
            "Ready after {ms} ms: {n} page.", "Ready after {ms} ms: {n} pages.", count
        )
        self.say(built.format(n=count, ms=round(spent)))
        self._http.stage.show(self._site)

    def _complete(self) -> Snapshot:
        """Make what nobody asked for yet, and follow every link; give way to the next change.

        Gives the folders as they were when it was last looked at them.
        """
        site, stage = self._site, self._http.stage
        if site is None or site is self._whole or stage.shown.files is not site:
            return self._seen
        # Whoever saved a file looks at its page now.
        if self._stopped.wait(ASIDE):
            return self._seen
        looked = time.monotonic()
        try:
            for _ in site.rest():
                if time.monotonic() > looked + POLL:
                    now = snapshot(self.folders)
                    if self._stopped.is_set() or now != self._seen:
                        return now
                    looked = time.monotonic()
            problems = tuple(broken_links(site, Urls(self.url)))
        except Exception as error:  # noqa: BLE001  # as above
            problems = (_fault(error),)
        if problems:
            self._site = None
            self._fail(problems, {} if self._whole is None else self._whole)
        else:
            self._whole = site
        return self._seen

    def _fail(
        self, problems: tuple[Problem, ...], instead: Mapping[str, bytes] | None = None
    ) -> None:
        """Say what is wrong; the site shown before stays within reach, or the one given."""
        self.say(as_text(problems, self._translator))
        found = tuple(self._finding(problem) for problem in problems)
        self._http.stage.fail(found, instead)

    def _finding(self, problem: Problem) -> Finding:
        where = f"{problem.path}:{problem.place.line}:{problem.place.column}"
        return Finding(where, problem.code, *words(problem, self._translator))

    def _settled(self, before: Snapshot) -> Snapshot:
        """The folders once nothing has moved for a moment."""
        while not self._stopped.wait(SETTLE):
            now = snapshot(self.folders)
            if now == before:
                break
            before = now
        return before


def snapshot(folders: Iterable[Path]) -> Snapshot:
    """Time of change and size of everything below the folders; what is not there is left out."""
    found = {}
    waiting = [os.fspath(folder) for folder in folders]
    while waiting:
        # A folder may go away between two calls; the next look finds out.
        with suppress(OSError), os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                state = entry.stat(follow_symlinks=False)
                found[entry.path] = (state.st_mtime_ns, state.st_size)
    return found


def _fault(error: Exception) -> Problem:
    """A failure of the program or of a template, at the line of the template if there is one."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(templates_dir())]
    frame = (ours or frames)[-1]
    detail = " ".join(f"{type(error).__name__}: {error}".split())
    where = shown(Path(frame.filename))
    return Problem(where, Place(frame.lineno or 1, 1), "S011", {"detail": detail})
