"""One converter of Markdown for all threads of a process."""

from __future__ import annotations

import sys
import threading

import pytest

from sitegen import markup


def test_texts_read_at_the_same_time_do_not_mix(monkeypatch: pytest.MonkeyPatch) -> None:
    """`sitegen serve` checks a saved file in one thread and answers in another."""
    texts = [f"# Part {n}\n\n* *one* {n}\n\n`two` [three](/{n}/)\n" for n in range(60)]
    expected = {text: markup.converted([text])[text] for text in texts}
    wrong: list[object] = []

    def read() -> None:
        for text in texts:
            try:
                wrong.extend([text] * (markup.converted([text])[text] != expected[text]))
            except Exception as error:  # noqa: BLE001  # whatever comes of it
                wrong.append(error)

    monkeypatch.setattr(markup, "_kept", {})
    monkeypatch.setattr(markup, "MOST_KEPT", 1)
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        threads = [threading.Thread(target=read) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        sys.setswitchinterval(before)
    assert not wrong
