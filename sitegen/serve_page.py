"""What `sitegen serve` answers: files from memory, the page of problems, the script that reloads.

Every file is found in a dictionary, so no request can reach the disk. What is added here is
never part of a built site.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import quote, unquote

from sitegen.i18n import Translator
from sitegen.media_types import HTML, JAVASCRIPT, TEXT, media_type
from sitegen.pages.page import Page
from sitegen.render import Renderer, Shell, SiteView
from sitegen.resources import templates_dir
from sitegen.urls import output_path

RELOAD = "/-/reload.js"
EVENTS = "/-/events"
LAST = "/-/last"

# A hidden tab lets go of its connection: browsers open only six to one server.
SCRIPT = f"""\
const shown = document.currentScript.dataset.epoch;
let events;

function listen() {{
  events?.close();
  if (document.visibilityState === "hidden") return;
  events = new EventSource("{EVENTS}");
  events.addEventListener("message", ({{ data }}) => {{
    if (data !== shown) location.reload();
  }});
}}

document.addEventListener("visibilitychange", listen);
addEventListener("pagehide", () => events?.close());
listen();
""".encode()

_LINK = re.compile(rb'(\s(?:href|action)=")(/(?!/))')


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem in words: `where` is path:line:column."""

    where: str
    code: str
    text: str
    hint: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What the browser gets: the last good site and, where the newest build failed, why."""

    epoch: int = 0
    files: Mapping[str, bytes] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """One HTTP response."""

    status: HTTPStatus
    type: str = TEXT
    body: bytes = b""
    location: str = ""


def answer(shown: Shown, target: str) -> Answer:
    """The response to GET `target`: a file, a redirect, the problems, or that nothing is there."""
    raw, mark, query = target.partition("?")
    asked = unquote(raw)
    if asked == RELOAD:
        return Answer(HTTPStatus.OK, JAVASCRIPT, SCRIPT)
    last = asked.startswith(f"{LAST}/")
    # One slash in front, whatever was asked: a redirect never leads to another host.
    address = "/" + (asked.removeprefix(LAST) if last else asked).lstrip("/")
    if last and not (shown.findings and shown.files):
        return _redirect(address, mark + query)
    if shown.findings and not last and _is_page(address):
        return _problems(shown, address)
    path = output_path(address)
    if f"{path}/index.html" in shown.files:
        return _redirect(f"{LAST if last else ''}{address}/", mark + query)
    return _file(shown, path, last)


def _is_page(address: str) -> bool:
    return address.endswith((".html", "/")) or "." not in address.rpartition("/")[2]


def _redirect(address: str, query: str) -> Answer:
    return Answer(HTTPStatus.FOUND, location=quote(address) + query)


def _file(shown: Shown, path: str, last: bool) -> Answer:
    """The file, or the site's own page for what is missing."""
    status = HTTPStatus.OK if path in shown.files else HTTPStatus.NOT_FOUND
    found = path if path in shown.files else "404.html"
    if found not in shown.files:
        return Answer(status, body=b"404")
    content = shown.files[found]
    kind = media_type(found)
    if kind == HTML:
        content = with_script(within_last(content) if last else content, shown.epoch)
    return Answer(status, kind, content)


def _problems(shown: Shown, address: str) -> Answer:
    styles = sorted(f"/{path}" for path in shown.files if path.endswith("/css/site.css"))
    last = LAST + quote(address) if shown.files else ""
    page = problems_page(shown.findings, last, next(iter(styles), ""))
    return Answer(HTTPStatus.INTERNAL_SERVER_ERROR, HTML, with_script(page, shown.epoch))


def unmade(shown: Shown) -> Answer:
    """For a page that could not be made, until the reason is known and shown in its place."""
    words = Translator().gettext("This page could not be made. Why will stand here in a moment.")
    page = f"<!doctype html>\n<title>{words}</title>\n<body>\n<p>{words}</p>\n</body>\n"
    return Answer(HTTPStatus.INTERNAL_SERVER_ERROR, HTML, with_script(page.encode(), shown.epoch))


def with_script(page: bytes, epoch: int) -> bytes:
    """The page with the script that reloads it once the site is no longer that of `epoch`."""
    before, body_end, after = page.rpartition(b"</body>")
    script = f'<script src="{RELOAD}" data-epoch="{epoch}" defer></script>\n'
    return before + script.encode() + body_end + after if body_end else page


def within_last(page: bytes) -> bytes:
    """A page of the last good site whose links stay in the last good site."""
    return _LINK.sub(rb"\1" + LAST.encode() + rb"\2", page)


def problems_page(findings: Sequence[Finding], last: str, stylesheet: str) -> bytes:
    """The problems as a page that needs no built site.

    `last` is where the last good site stands and `stylesheet` its CSS; empty without one.
    """
    translator = Translator()
    t = translator.gettext
    page = Page(
        "/",
        "pages/problems.html",
        translator.ngettext("{n} problem", "{n} problems", len(findings)).format(n=len(findings)),
        "",
        lede=t("The site is not built until this is mended. This page reloads by itself."),
        context=lambda: {"findings": findings, "last": last, "stylesheet": stylesheet},
        noindex=True,
    )
    site = SiteView("", "", translator.tag, translator.direction, False, "", "", (), ())
    shell = Shell(templates_dir(), site, "http://localhost/", translator.tag, {}, frozenset())
    return Renderer(shell).render(page)
