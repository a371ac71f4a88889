"""CSS, JavaScript and pictures, under a folder named after their content.

One fingerprint for all of them, in the folder's name: scripts import each other by plain relative
names, and a page never mixes two versions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from sitegen.minify import script
from sitegen.models.site import Theme
from sitegen.modules import joined

# The order of the cascade is declared in the first of them.
STYLESHEETS = ("tokens", "reset", "base", "compositions", "blocks", "finder", "utilities")
# Of one page each: no other pays for them.
ALONE = ("shortlist", "builder", "guided", "guides")
# The scripts that templates name; every page loads the first.
ENTRIES = (
    "js/site.js",
    "js/search.js",
    "js/shortlist/page.js",
    "js/assess/page.js",
    "js/join/page.js",
    "js/propose/page.js",
    "js/guides/page.js",
)


@dataclass(frozen=True, slots=True)
class Assets:
    """Files by output path, and the address of each by its plain name."""

    files: Mapping[str, bytes]
    addresses: Mapping[str, str]


def bundle(folder: Path, theme: Theme, more: Mapping[str, bytes]) -> Assets:
    """The assets of `folder`, scripts minified and joined, the theme's colours, `more` as it is."""
    files = dict(more)
    styles = [(folder / "css" / f"{name}.css").read_text("utf-8") for name in STYLESHEETS]
    files["css/site.css"] = "".join([*styles, _theme(theme)]).encode()
    for name in ALONE:
        files[f"css/{name}.css"] = (folder / "css" / f"{name}.css").read_bytes()
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not name.startswith(("css/", "js/")):
            files[name] = path.read_bytes()
    scripts = joined(modules(folder), ENTRIES)
    files.update({name: text.encode() for name, text in scripts.items()})
    digest = sha256()
    for name in sorted(files):
        digest.update(name.encode() + b"\0" + sha256(files[name]).digest())
    prefix = f"assets/{digest.hexdigest()[:10]}"
    return Assets(
        {f"{prefix}/{name}": files[name] for name in sorted(files)},
        {name: f"/{prefix}/{name}" for name in sorted(files)},
    )


def modules(folder: Path) -> dict[str, str]:
    """The modules of the assets, minified, by their paths below `folder`."""
    return {
        path.relative_to(folder).as_posix(): script(path.read_text("utf-8"))
        for path in sorted(folder.glob("js/**/*.js"))
    }


def _theme(theme: Theme) -> str:
    """The site's own colours over those of the design."""
    names = sorted({*theme.light, *theme.dark})
    if not names:
        return ""
    light = "".join(f"--{name}:{theme.light[name]};" for name in names if name in theme.light)
    dark = "".join(f"--{name}:{theme.dark[name]};" for name in names if name in theme.dark)
    return (
        f"@layer tokens{{:root{{{light}}}@media (prefers-color-scheme:dark){{:root{{{dark}}}}}}}\n"
    )
