"""What the site gives to programs: one module a format, each from the directory to files."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sitegen.directory import Directory
from sitegen.exports.api import api_files
from sitegen.exports.feeds import feed_files
from sitegen.exports.own import own_files
from sitegen.exports.sitemap import sitemap_files
from sitegen.i18n import Translator
from sitegen.matching import Matches
from sitegen.unmade import Unmade
from sitegen.urls import Urls


def export_files(
    directory: Directory,
    matches: Matches,
    urls: Urls,
    translator: Translator,
    addresses: Mapping[str, date | None],
) -> dict[str, Unmade]:
    """Every format at once; `addresses` are the pages to be indexed and when they changed."""
    return {
        **api_files(directory, matches, urls, translator),
        **own_files(directory),
        **feed_files(directory, urls, translator),
        **sitemap_files(addresses, directory, urls),
    }
