"""What crawlers are told: the pages there are, and who may read them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from xml.etree.ElementTree import Element, SubElement

from sitegen.directory import Directory
from sitegen.exports.encode import xml_bytes
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
) -> dict[str, bytes]:
    """sitemap.xml of these pages with the day of their last change, and robots.txt.

    Whatever is not to be indexed is not among `addresses`.
    """
    root = Element("urlset", {"xmlns": SITEMAP})
    for address, changed in sorted(addresses.items(), key=lambda item: item[0]):
        page = SubElement(root, "url")
        SubElement(page, "loc").text = urls.absolute(address)
        if changed:
            SubElement(page, "lastmod").text = changed.isoformat()
    return {"sitemap.xml": xml_bytes(root), "robots.txt": _robots(directory, urls)}


def _robots(directory: Directory, urls: Urls) -> bytes:
    crawlers = directory.site.crawlers
    lines = [
        *_group(AI_CRAWLERS, urls, allowed=crawlers.ai),
        *_group(("*",), urls, allowed=crawlers.search),
        f"Sitemap: {urls.absolute(ADDRESS)}",
    ]
    return ("\n".join(lines) + "\n").encode()


def _group(agents: Iterable[str], urls: Urls, *, allowed: bool) -> list[str]:
    """One group of robots.txt (RFC 9309): these agents may read everything here, or nothing."""
    rule = "Allow" if allowed else "Disallow"
    return [*(f"User-agent: {agent}" for agent in agents), f"{rule}: {urls.path}", ""]
