"""Every URL and output path of the site, and the rule for slugs.

A page's *address* is its path from the site's root, always with slashes at both ends
(`/profiles/ada/`). `Urls` turns addresses into links under a base path and into absolute URLs.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote, unquote, urlencode, urlsplit

from sitegen.errors import SettingsError

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
MAX_SLUG = 64
DEVICE_NAMES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{n}{i}" for n in ("com", "lpt") for i in range(1, 10)))
)
RESERVED = (
    frozenset(("index", "page", "feed", "new", "search", "api", "assets", "404")) | DEVICE_NAMES
)
# The first part of addresses that the site itself gives; no fixed page may be called so.
SECTIONS = frozenset(
    (
        "profiles", "assignments", "guides", "families", "skills", "sectors", "silos", "countries",
        "regions", "languages", "modes", "travel", "kinds", "pro-bono", "guidance", "vetting",
        "stories", "news", "help-wanted", "photos", "licences", "shortlist",
        "insights", "join", "propose", "results",
    )
)  # fmt: skip
_HOST = re.compile(r"(?i)(?<=^https://)[^/?#:]+")
SELF_ASSESSMENT = "/self-assessment/"
SELF_ASSESSMENT_PAPER = f"{SELF_ASSESSMENT}paper/"
JOIN, PROPOSE = "/join/", "/propose/"
BRIDGE, GUIDES = "/bridge/", "/guides/"
# What the finder on the page of guides reads.
FINDER = f"{GUIDES}finder.json"
# Fixed pages that stand below another one.
BELOW = {
    "first-conversation": f"{BRIDGE}first-conversation/",
    "way-on": f"{BRIDGE}way-on/",
}
NEWS_FEED = "/news/feed.xml"
METHOD, RESULTS = "/method/", "/results/"
CLIENTS = "/clients/"
# Where the pages say whose own check counts.
NETWORKS = "/vetting/#networks"


def is_slug(value: str) -> bool:
    """Lower-case ASCII letters, digits and single hyphens, at most 64 characters."""
    return len(value) <= MAX_SLUG and SLUG.fullmatch(value) is not None


def fixed(slug: str) -> str:
    """Address of a fixed page."""
    return BELOW.get(slug, f"/{slug}/")


def passage(passage: str) -> str:
    """Address of the page of a passage."""
    return f"{BRIDGE}{passage}/"


def topic(topic: str) -> str:
    """Address of the page of a topic of guidance."""
    return facet("guidance", topic)


def with_plain_host(address: str) -> str:
    """An https address with its host in ASCII (RFC 3492): letters of scripts are not mixed up."""
    return _HOST.sub(lambda host: ".".join(map(_plain_label, host[0].split("."))), address)


def _plain_label(label: str) -> str:
    if label.isascii():
        return label
    folded = unicodedata.normalize("NFKC", label).lower()
    return folded if folded.isascii() else f"xn--{folded.encode('punycode').decode()}"


def profile(slug: str) -> str:
    """Address of a person's page."""
    return f"/profiles/{slug}/"


def assignment(slug: str) -> str:
    """Address of an assignment's page."""
    return f"/assignments/{slug}/"


def workbook(slug: str) -> str:
    """Address of the pages to print for an assignment."""
    return f"{assignment(slug)}workbook/"


def phase(phase: str) -> str:
    """Address of the page of a phase of the method."""
    return f"{METHOD}{phase}/"


def facet(collection: str, value: str) -> str:
    """Address of the page of one facet value: `/skills/succession-planning/`, `/countries/ma/`."""
    return f"/{collection}/{value.lower()}/"


def issue_form(repository: str, template: str, slug: str) -> str:
    """The form of a repository, by the name of its file, that is filled in with a slug."""
    return f"{repository.rstrip('/')}/issues/new?template={template}&slug={slug}"


def discussion(repository: str, category: str, title: str, page: str) -> str:
    """A new discussion of a repository about a page, which it names."""
    query = urlencode(
        {"category": category, "title": title, "body": f"{page}\n\n"}, quote_via=quote
    )
    return f"{repository.rstrip('/')}/discussions/new?{query}"


def listing(address: str, number: int) -> str:
    """Address of page `number` (from 1) of a paginated list."""
    return address if number == 1 else f"{address}page/{number}/"


def output_path(address: str) -> str:
    """Where the page with this address is written: `/a/` → `a/index.html`, `/a.xml` → `a.xml`."""
    path = address.lstrip("/")
    return f"{path}index.html" if address.endswith("/") else path


class Urls:
    """Links below one base URL."""

    def __init__(self, base: str) -> None:
        """`base` is absolute, with or without a path; raises SettingsError S004."""
        try:
            parts = urlsplit(base)
            port = parts.port
        except ValueError:
            raise SettingsError("S004", value=base) from None
        odd = parts.query or parts.fragment or parts.username or "\\" in base or "/../" in base
        if parts.scheme not in ("http", "https") or not parts.hostname or odd:
            raise SettingsError("S004", value=base)
        name = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
        self.origin = f"{parts.scheme}://{name}" + ("" if port is None else f":{port}")
        self.path = quote("/" + unquote(parts.path).strip("/") + "/").replace("//", "/")

    def link(self, address: str) -> str:
        """The address as a link from any page: base path in front."""
        return self.path + address.lstrip("/")

    def absolute(self, address: str) -> str:
        """The full URL."""
        return self.origin + self.link(address)
