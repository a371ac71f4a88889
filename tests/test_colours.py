"""Contrast of every pair of colours that meet, computed from tokens.css in both schemes."""

from __future__ import annotations

import re

import pytest

from sitegen.assets import bundle
from sitegen.models.site import TOKENS, Theme
from sitegen.resources import assets_dir

SOURCE = (assets_dir() / "css" / "tokens.css").read_text("utf-8")
TOKEN = re.compile(r"--([a-z-]+): (#[0-9a-f]{6});")
TEXT, SHAPE = 4.5, 3.0
PAIRS = [
    ("ink", "paper", TEXT),
    ("ink", "sheet", TEXT),
    ("ink", "accent-wash", TEXT),
    ("ink-soft", "paper", TEXT),
    ("ink-soft", "sheet", TEXT),
    ("accent", "paper", TEXT),
    ("accent", "sheet", TEXT),
    ("confirmed", "paper", TEXT),
    ("paper", "ink", TEXT),
    ("paper", "accent", TEXT),
]


def scheme(name: str) -> dict[str, str]:
    light, dark, _ = re.split(r"@media \((?:prefers-color-scheme: dark)\)|@media print", SOURCE)
    found = dict(TOKEN.findall(light))
    return found | (dict(TOKEN.findall(dark)) if name == "dark" else {})


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: str, b: str) -> float:
    lighter, darker = sorted((luminance(a), luminance(b)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground", "least"), PAIRS, ids=lambda value: str(value))
def test_colours_that_meet_can_be_read(name: str, text: str, ground: str, least: float) -> None:
    colours = scheme(name)
    assert contrast(colours[text], colours[ground]) >= least


def test_both_schemes_name_every_token_that_a_site_may_change() -> None:
    for name in ("light", "dark"):
        assert set(TOKENS) <= set(scheme(name))


def test_a_site_changes_colours_without_touching_the_design() -> None:
    theme = Theme.model_validate({"light": {"accent": "#003366"}, "dark": {"accent": "#99ccff"}})
    plain = bundle(assets_dir(), Theme(), {}).files
    themed = bundle(assets_dir(), theme, {}).files
    (css,) = (raw for path, raw in themed.items() if path.endswith("site.css"))
    assert b"--accent:#003366" in css and b"--accent:#99ccff" in css
    assert sorted(plain) != sorted(themed)
