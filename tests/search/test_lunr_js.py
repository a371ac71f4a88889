"""lunr.js as it is served."""

from __future__ import annotations

import re

import pytest
from lunr.stop_word_filter import WORDS

from sitegen.errors import SettingsError
from sitegen.search.lunr_js import LICENCE, lunr_js


def test_lunr_js_keeps_its_licence() -> None:
    script = lunr_js().decode()
    assert script.startswith("/**\n * lunr - http://lunrjs.com")
    assert "Copyright (C) 2020 Oliver Nightingale\n * @license MIT\n */" in script
    assert "Oliver Nightingale" in LICENCE
    assert len(script) < 45_000
    assert 'lunr.version="2.3.9"' in script


def test_both_lunrs_have_the_same_stop_words() -> None:
    found = re.search(
        r"lunr\.stopWordFilter=lunr\.generateStopWordFilter\(\[([^]]*)\]", lunr_js().decode()
    )
    assert found is not None
    assert set(re.findall(r"'([^']+)'", found[1])) == WORDS


def test_another_lunr_js_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.search.lunr_js.SHA256", "0" * 64)
    with pytest.raises(SettingsError) as refusal:
        lunr_js()
    assert refusal.value.code == "S006"
    expected = "c1a28d9e95163292fbcc07ff794f1f0e1ade8741c513afe96d5b1046a18110bc"
    assert refusal.value.params == {"detail": f"SHA-256 {expected}"}


@pytest.mark.parametrize(
    ("name", "value"),
    [("PACKAGE", "no_such_package"), ("PATH", "no-such-file.js")],
    ids=["no package", "no file"],
)
def test_a_missing_lunr_js_is_refused(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setattr(f"sitegen.search.lunr_js.{name}", value)
    with pytest.raises(SettingsError) as refusal:
        lunr_js()
    assert refusal.value.code == "S006"
    assert value in refusal.value.params["detail"]
