"""What crawlers are told: the pages there are, and who may read them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from xml.etree.ElementTree import Element, SubElement

from sitegen.directory import Directory
from sitegen.exports.encode import xml_bytes
from sitegen.unmade import Unmade
from sitegen.urls import Urls

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
ADDRESS = "/sitemap.xml"
# Crawlers that collect texts for language models, by the names their makers publish.
AI_CRAWLERS = (
    "GPTBot",
    "ClaudeBot",
    "Google-Extended",
    "CCBot",
    "PerplexityBot",
    "Bytespider",
    "Applebot-Extended",
    "Amazonbot",
    "meta-externalagent",
)


def sitemap_files(
    addresses: Mapping[str, date | None], directory: Directory, urls: Urls
) -> dict[str, Unmade]:
    """sitemap.xml of these pages with the day of their last change, and robots.txt.

    Whatever is not to be indexed is not among `addresses`.
    """
    return {
        "sitemap.xml": Unmade(lambda: _sitemap(addresses, urls)),
        "robots.txt": Unmade(lambda: _robots(directory, urls), ()),
    }


def _sitemap(addresses: Mapping[str, date | None], urls: Urls) -> bytes:
    root = Element("urlset", {"xmlns": SITEMAP})
    for address, changed in sorted(addresses.items(), key=lambda item: item[0]):
        page = SubElement(root, "url")
        SubElement(page, "loc").text = urls.absolute(address)
        if changed:
            SubElement(page, "lastmod").text = changed.isoformat()
    return xml_bytes(root)


def _robots(directory: Directory, urls: Urls) -> bytes:
    """Who may read what. Where no search engine may list a page, the page itself says so.

    It can do so only to a crawler that may read it; data and feeds have no place for that word.
    """
    crawlers = directory.site.crawlers
    data = () if crawlers.search else (f"Disallow: {urls.path}api/", f"Disallow: {urls.path}*.xml$")
    lines = [
        *_group(AI_CRAWLERS, urls, allowed=crawlers.ai),
        *_group(("*",), urls, *data, allowed=True),
        f"Sitemap: {urls.absolute(ADDRESS)}",
    ]
    return ("\n".join(lines) + "\n").encode()


def _group(agents: Iterable[str], urls: Urls, *more: str, allowed: bool) -> list[str]:
    """One group of robots.txt (RFC 9309): may these agents read what is here? `more` are rules."""
    rule = "Allow" if allowed else "Disallow"
    return [*(f"User-agent: {agent}" for agent in agents), f"{rule}: {urls.path}", *more, ""]
