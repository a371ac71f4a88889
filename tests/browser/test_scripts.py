"""The harness that runs the page's JavaScript, where there is no Node."""

from __future__ import annotations

from tests.scripts import run_module
from tests.test_scripts import MODULE


def test_a_module_runs_in_the_browser() -> None:
    answer = run_module(MODULE, {"text": "Łódź Straße"}, in_browser=True)
    assert answer == ["łodz strasse", "2.3.9"]
