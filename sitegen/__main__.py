"""The console script, and `python -m sitegen`."""

from __future__ import annotations

import atexit
import gc
import io
import os
import sys
import threading
from typing import NoReturn

# New values between two looks for cycles. A command makes many small ones and ends: every 700 of
# them, as Python does, takes a fifth of the time of a build, beginning with the imports.
BETWEEN_LOOKS = 100_000


def main() -> None:
    """Run the command line."""
    gc.set_threshold(BETWEEN_LOOKS)
    # Names come in every script; a terminal that cannot show one must not end the command.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    from sitegen.cli import cli  # after the line above

    try:
        cli(prog_name="sitegen")
    except SystemExit as end:
        _leave(end)


def _leave(end: SystemExit) -> NoReturn:
    """End at once, once all was said and tidied up.

    Python would take apart what was known of a large directory value by value, for seconds.
    """
    try:
        for stream in (sys.stdout, sys.stderr):
            # Whoever starts this may have closed them.
            if stream is not None:
                stream.flush()
    except (OSError, ValueError):
        # Whoever read it has gone: that is for Python to tell.
        raise end from None
    # A profiler tells what it saw at the end that Python makes.
    is_watched = sys.getprofile() or sys.gettrace() or threading.active_count() > 1
    if is_watched or not (end.code is None or isinstance(end.code, int)):
        raise end
    atexit._run_exitfuncs()
    os._exit(end.code or 0)


if __name__ == "__main__":
    main()
