"""The harness that runs the page's JavaScript in tests."""

from __future__ import annotations

import pytest

from tests.scripts import node, run_module

MODULE = """
import { fold } from "./js/fold.js";
export default ({ text }) => [fold(text), lunr.version];
"""


@pytest.mark.skipif(node() is None, reason="no Node here")
def test_a_module_runs_in_node() -> None:
    assert run_module(MODULE, {"text": "Łódź Straße"}) == ["łodz strasse", "2.3.9"]


@pytest.mark.skipif(node() is None, reason="no Node here")
def test_what_a_module_throws_is_told() -> None:
    with pytest.raises(AssertionError, match="planted"):
        run_module('export default () => { throw new Error("planted"); };')
