"""Where the templates and assets of the program are.

In a checkout they stand at the top level, where designers look for them; an installed
package carries them inside itself (see `force-include` in pyproject.toml).
"""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parent


def _dir(name: str) -> Path:
    inside = PACKAGE / name
    return inside if inside.is_dir() else PACKAGE.parent / name


def templates_dir() -> Path:
    """The folder of the jinja2 templates."""
    return _dir("templates")


def assets_dir() -> Path:
    """The folder of CSS, JavaScript and pictures."""
    return _dir("assets")
