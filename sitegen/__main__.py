"""The console script, and `python -m sitegen`."""

from __future__ import annotations

import gc
import io
import sys


def main() -> None:
    """Run the command line."""
    # A command makes many small values and ends: looking for cycles every 700 of them takes a
    # fifth of the time of a build, beginning with the imports.
    gc.set_threshold(100_000)
    # Names come in every script; a terminal that cannot show one must not end the command.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    from sitegen.cli import cli  # after the line above

    cli(prog_name="sitegen")


if __name__ == "__main__":
    main()
