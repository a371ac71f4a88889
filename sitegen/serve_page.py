"""What only `sitegen serve` shows: the page of problems, and the script that reloads a page.

Neither is ever part of a built site.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.i18n import Translator
from sitegen.pages.page import Page
from sitegen.render import Renderer, Shell, SiteView
from sitegen.resources import templates_dir

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
        context={"findings": findings, "last": last, "stylesheet": stylesheet},
        noindex=True,
    )
    site = SiteView("", "", translator.tag, translator.direction, False, "", "", (), ())
    shell = Shell(templates_dir(), site, "http://localhost/", translator.tag, {})
    return Renderer(shell).render(page)
