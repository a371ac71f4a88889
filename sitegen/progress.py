"""Which stage a build is at, and how long each took."""

from __future__ import annotations

import json
import os
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

Stage = Literal["read", "check", "match", "decide", "render", "follow", "write", "upload"]
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of work: `start` and `seconds` by one clock, `count` of what it had to do."""

    stage: str
    count: int
    start: float
    seconds: float
    process: int


class Progress:
    """The stages of one build, in order; `tell` hears of each as it begins, from `after` on.

    `after` are seconds since this was made: of a short build nobody needs to be told.
    """

    def __init__(
        self,
        tell: Callable[[Stage, int], object] = lambda _stage, _count: None,
        after: float = 0.0,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        self.spans: list[Span] = []
        self._tell, self._after, self._clock = tell, after, clock
        self._begun = clock()
        self._lock = threading.Lock()
        self._now: tuple[Stage, int] | None = None
        self._timer: threading.Timer | None = None

    @contextmanager
    def stage(self, name: Stage, count: int = 0) -> Iterator[None]:
        """What is done within is that stage."""
        start = self._clock()
        self._begin(name, count, self._begun + self._after - start)
        try:
            yield
        finally:
            self._end()
            self.spans.append(Span(name, count, start, self._clock() - start, os.getpid()))

    def _begin(self, name: Stage, count: int, wait: float) -> None:
        with self._lock:
            self._now = (name, count)
        if wait <= 0:
            self._tell(name, count)
            return
        # A stage may begin in time and last: whoever waits hears of it then.
        self._timer = threading.Timer(wait, self._late)
        self._timer.daemon = True
        self._timer.start()

    def _late(self) -> None:
        with self._lock:
            if self._now:
                self._tell(*self._now)

    def _end(self) -> None:
        with self._lock:
            self._now = None
        if self._timer:
            self._timer.cancel()
            self._timer = None

    def add(self, span: Span) -> None:
        """Take in what another process did until now; on another machine the clock is another."""
        self.spans.append(replace(span, start=self._clock() - span.seconds))


def measured(name: str, call: Callable[..., Result], *given: object) -> tuple[Result, Span]:
    """Call, in whatever process, and say how long it took."""
    start = time.perf_counter()
    result = call(*given)
    return result, Span(name, 0, start, time.perf_counter() - start, os.getpid())


def trace(spans: Sequence[Span]) -> str:
    """The spans in the Trace Event Format, which browsers and Perfetto draw; microseconds."""
    begun = min((span.start for span in spans), default=0.0)
    events = [
        {
            "name": span.stage,
            "ph": "X",
            "ts": round((span.start - begun) * 1e6),
            "dur": round(span.seconds * 1e6),
            "pid": span.process,
            "tid": span.process,
            "args": {"count": span.count},
        }
        for span in spans
    ]
    return json.dumps({"traceEvents": events, "displayTimeUnit": "ms"}, indent=1) + "\n"
