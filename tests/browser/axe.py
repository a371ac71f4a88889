"""What axe-core finds on a page that stands open in the browser."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# target-size, the rule of WCAG 2.2, is off by default: the tags must be named.
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
# Of all rules, these ask for colours; only they can answer otherwise in the dark.
OF_COLOURS = ("color-contrast", "link-in-text-block")
_RUN = "([within, options]) => axe.run(within ?? document, options)"


def violations(page: Page, rules: tuple[str, ...] = TAGS, within: str | None = None) -> list[str]:
    """Each broken rule with its element, in the part of the page that the selector names."""
    # Half a megabyte to read: once for a page is enough.
    if not page.evaluate("'axe' in globalThis"):
        page.evaluate(Axe().axe_script)
    options = {"runOnly": [*rules], "resultTypes": ["violations"], "preload": False}
    found: dict[str, Any] = page.evaluate(_RUN, [within, options])
    return [
        f"{rule['id']}: {node['target']}" for rule in found["violations"] for node in rule["nodes"]
    ]


def violations_in(page: Page, scheme: str, within: str | None = None) -> list[str]:
    """The same in a scheme, `light` or `dark`."""
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    return violations(page, OF_COLOURS if scheme == "dark" else TAGS, within)
