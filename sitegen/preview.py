"""What a proposal changes, as a folder of pages that opens without a server.

`python -m sitegen.preview BASE_SITE PROPOSAL_SITE OUT` compares two built sites. OUT holds
`index.html`, which lists what is new, changed and gone, and `site/` with those pages and what
they need to look right. A link to a page that stays as it is leads to the site that stands.
"""

from __future__ import annotations

import html
import posixpath
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote

from sitegen import __version__
from sitegen.errors import SettingsError
from sitegen.findings import settings_text
from sitegen.i18n import Translator
from sitegen.messages import phrase
from sitegen.urls import Urls, output_path
from sitegen.write import MARKER, check_output, write

_TAG = re.compile(r"<[a-z][^>]*>")
_TARGET = re.compile(r'(?<=\s)(href|src|srcset|action)="([^"]*)"')
_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)">')
_TITLE = re.compile(r"<title>([^<]*)</title>")
_ENTRIES = ("profiles", "assignments")
_FRAME = """<!doctype html>
<html lang="{lang}" dir="{dir}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
{styles}</head>
<body>
<main class="wrap section flow">
<h1>{title}</h1>
{body}
</main>
</body>
</html>
"""


@dataclass(frozen=True, slots=True)
class Difference:
    """Paths of pages: only in the proposal, in both but not alike, only in the base.

    People come first, then assignments: what somebody proposes is seldom a list that follows.
    """

    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]


def files_of(site: Path) -> dict[str, bytes]:
    """Every file of a built site by its path. Raises SettingsError S009."""
    if not site.is_dir():
        raise SettingsError("S009", path=str(site), detail=phrase("there is no such folder"))
    found = sorted(path for path in site.rglob("*") if path.is_file() and path.name != MARKER)
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in found}


def difference(base: Mapping[str, bytes], proposal: Mapping[str, bytes]) -> Difference:
    """Which pages differ."""
    before, after = ({path for path in site if path.endswith(".html")} for site in (base, proposal))
    return Difference(
        _in_order(after - before),
        _in_order({path for path in after & before if base[path] != proposal[path]}),
        _in_order(before - after),
    )


def _in_order(paths: set[str]) -> tuple[str, ...]:
    def key(path: str) -> tuple[int, str]:
        folder, _, rest = path.partition("/")
        is_entry = folder in _ENTRIES and rest != "index.html"
        return (_ENTRIES.index(folder) if is_entry else len(_ENTRIES), path)

    return tuple(sorted(paths, key=key))


def preview(
    base: Mapping[str, bytes], proposal: Mapping[str, bytes], translator: Translator
) -> dict[str, bytes]:
    """The files of the folder by their path."""
    found = difference(base, proposal)
    pages = {path: proposal[path].decode() for path in (*found.new, *found.changed)}
    urls = _urls_of(proposal)
    kept = {path for path in proposal if path.startswith("assets/")}
    for text in pages.values():
        kept |= {_path_of(link, urls) for link in _links(text)} & proposal.keys()
    kept = {path for path in kept if not path.endswith(".html")} | pages.keys()
    files = {f"site/{path}": proposal[path] for path in sorted(kept - pages.keys())}
    for path, text in pages.items():
        files[f"site/{path}"] = _moved(text, path, kept, urls).encode()
    # The list looks like the site that it leads into.
    sheets = sorted(path for path in kept if path.endswith("/site.css"))
    styles = "".join(f'<link rel="stylesheet" href="site/{quote(path)}">\n' for path in sheets)
    files["index.html"] = _list(found, pages, base, styles, translator).encode()
    return files


def _urls_of(site: Mapping[str, bytes]) -> Urls | None:
    """Where the site stands, as its front page says."""
    said = _CANONICAL.search(site.get("index.html", b"").decode())
    return Urls(html.unescape(said[1])) if said else None


def _path_of(link: str, urls: Urls | None) -> str:
    """The output path that a link from the root of the host means; empty for every other link."""
    address = re.split("[?#]", link, maxsplit=1)[0]
    root = urls.path if urls else "/"
    if not address.startswith(root) or address.startswith("//"):
        return ""
    return output_path("/" + unquote(address.removeprefix(root)))


def _links(text: str) -> Iterator[str]:
    for tag in _TAG.findall(text):
        for name, value in _TARGET.findall(tag):
            said = html.unescape(value)
            yield from (part.split()[0] for part in said.split(",")) if name == "srcset" else [said]


def _moved(text: str, page: str, kept: set[str], urls: Urls | None) -> str:
    """The page with links that hold in a folder: relative to what is here, else to the site."""

    def moved(link: str) -> str:
        path = _path_of(link, urls)
        if path in kept:
            tail = link[len(re.split("[?#]", link, maxsplit=1)[0]) :]
            return quote(posixpath.relpath(path, posixpath.dirname(page) or ".")) + tail
        return urls.origin + link if path and urls else link

    return _TAG.sub(lambda tag: _TARGET.sub(_attribute(moved), tag[0]), text)


def _attribute(moved: Callable[[str], str]) -> Callable[[re.Match[str]], str]:
    def replaced(found: re.Match[str]) -> str:
        name, value = found[1], html.unescape(found[2])
        if name == "srcset":
            parts = (part.split(maxsplit=1) for part in value.split(","))
            value = ", ".join(" ".join([moved(part[0]), *part[1:]]) for part in parts)
        else:
            value = moved(value)
        return f'{name}="{html.escape(value)}"'

    return replaced


def _list(
    found: Difference,
    pages: Mapping[str, str],
    base: Mapping[str, bytes],
    styles: str,
    translator: Translator,
) -> str:
    t = translator
    groups = (
        (t.gettext("New pages"), found.new, True),
        (t.gettext("Changed pages"), found.changed, True),
        (t.gettext("Pages that are gone"), found.gone, False),
    )
    body = ""
    for heading, paths, linked in groups:
        rows = "".join(
            _row(path, pages[path] if linked else base[path].decode(), linked) for path in paths
        )
        body += f"<h2>{html.escape(heading)}</h2>\n<ul>\n{rows}</ul>\n" if paths else ""
    empty = t.gettext("No page changes.")
    return _FRAME.format(
        lang=translator.tag,
        dir=translator.direction,
        title=html.escape(t.gettext("Preview of the proposal")),
        styles=styles,
        body=body or f"<p>{html.escape(empty)}</p>",
    )


def _row(path: str, text: str, linked: bool) -> str:
    title = _TITLE.search(text)
    words = html.escape(html.unescape(title[1])) if title else html.escape(path)
    link = f'<a href="site/{html.escape(quote(path))}">{words}</a>' if linked else words
    return f"<li><bdi>{link}</bdi></li>\n"


def main(arguments: list[str]) -> int:
    """Write the folder. 0, or 2 with words when it is called or set up wrongly."""
    if len(arguments) != 3:
        print("sitegen.preview BASE_SITE PROPOSAL_SITE OUT", file=sys.stderr)  # noqa: T201 - run as a module, without click
        return 2
    base, proposal, out = map(Path, arguments)
    try:
        check_output(out, proposal)
        write(preview(files_of(base), files_of(proposal), Translator()), out, __version__)
    except SettingsError as error:
        print(settings_text(error, Translator()), file=sys.stderr)  # noqa: T201 - run as a module, without click
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
