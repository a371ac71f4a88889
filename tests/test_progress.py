"""The stages of a build: told when they take long, and measured."""

from __future__ import annotations

import io
import json
import threading
from pathlib import Path

import pytest
from click.testing import CliRunner

from sitegen.cli import cli
from sitegen.commands import build as command
from sitegen.findings import timings_text
from sitegen.findings.timings import STAGES
from sitegen.i18n import Translator
from sitegen.progress import Progress, Span, measured, trace

MINIMAL = Path(__file__).parent / "sites" / "minimal" / "content"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_stage_is_told_only_after_a_while() -> None:
    now, told = [0.0], list[tuple[str, int]]()
    progress = Progress(lambda *stage: told.append(stage), 2.0, lambda: now[0])
    with progress.stage("read"):
        now[0] = 1.5
    assert told == []
    now[0] = 2.5
    with progress.stage("render", 7):
        assert told == [("render", 7)]
        now[0] = 4.0
    assert [(s.stage, s.count, s.start, s.seconds) for s in progress.spans] == [
        ("read", 0, 0.0, 1.5),
        ("render", 7, 2.5, 1.5),
    ]


def test_a_stage_that_began_early_and_lasts_is_told_while_it_lasts() -> None:
    heard = threading.Event()
    progress = Progress(lambda *_: heard.set(), 0.01)
    with progress.stage("match"):
        assert heard.wait(20)


def test_nothing_is_told_of_a_stage_that_is_over() -> None:
    told: list[str] = []
    progress = Progress(lambda stage, _: told.append(stage), 60.0)
    with progress.stage("read"):
        pass
    progress._late()
    assert told == []


@pytest.mark.parametrize(
    ("stream", "said"),
    [
        (Terminal(), "\r\x1b[2KReading …\r\x1b[2KWriting pages (3) …\r\x1b[2K"),
        (io.StringIO(), "Reading …\nWriting pages (3) …\n"),
    ],
    ids=["terminal", "log"],
)
def test_a_terminal_has_one_line_and_a_log_one_a_stage(
    stream: io.StringIO, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "PATIENCE", 0.0)
    monkeypatch.setattr(command, "PATIENCE_OF_LOGS", 0.0)
    with command.told(stream) as progress:
        with progress.stage("read"):
            pass
        with progress.stage("render", 3):
            pass
    assert stream.getvalue() == said


def test_a_short_build_leaves_no_sign_on_a_terminal() -> None:
    stream = Terminal()
    with command.told(stream) as progress, progress.stage("read"):
        pass
    assert stream.getvalue() == ""


def test_timings_are_printed_and_written_as_a_trace(tmp_path: Path) -> None:
    to = tmp_path / "trace.json"
    options = ["--content", str(MINIMAL), "--output", str(tmp_path / "out"), "--timings", str(to)]
    found = CliRunner().invoke(cli, ["build", *options])
    assert found.exit_code == 0, found.output
    events = json.loads(to.read_text("utf-8"))["traceEvents"]
    assert {event["name"] for event in events} == STAGES.keys() - {"upload"}
    assert min(event["ts"] for event in events) == 0
    for event in events:
        words = STAGES[event["name"]]
        assert f"{event['dur'] / 1e6:8.2f} s  {words}" in found.stderr


def test_a_trace_that_cannot_be_written_is_refused_before_the_build(tmp_path: Path) -> None:
    out = tmp_path / "out"
    options = ["--content", str(MINIMAL), "--output", str(out), "--timings", "nowhere/trace.json"]
    found = CliRunner().invoke(cli, ["build", *options])
    assert (found.exit_code, out.exists()) == (2, False)
    assert "S018" in found.output


def test_what_another_process_did_stands_at_its_time() -> None:
    result, span = measured("search", lambda given: given + 1, 1)
    assert (result, span.stage) == (2, "search")
    progress = Progress(clock=lambda: 10.75)
    # Another machine counts its seconds from another moment.
    progress.add(Span("search", 0, 7000.0, 0.25, 2))
    spans = [Span("read", 2, 10.0, 1.0, 1), *progress.spans]
    assert [(e["ts"], e["dur"], e["pid"]) for e in json.loads(trace(spans))["traceEvents"]] == [
        (0, 1_000_000, 1),
        (500_000, 250_000, 2),
    ]
    assert timings_text(spans[::-1], Translator()).splitlines() == [
        "    1.00 s  Reading (2)",
        "    0.25 s  Index of the search, beside the others",
    ]
