"""Rules across the settings in site.yml."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from sitegen.errors import Problem, SettingsError
from sitegen.examples import EXAMPLES
from sitegen.frontmatter import Source
from sitegen.i18n import is_locale
from sitegen.models import Site
from sitegen.nearest import choices, joined, web_address
from sitegen.urls import Urls


def site_problems(site: Site, source: Source) -> Iterator[Problem]:
    """Everything that the settings must agree on."""
    total = site.matching.weights.total()
    if total != 100:
        yield _at(source, "matching", "weights", code="P081", sum=str(total))
    if site.sample and site.as_of is None:
        yield _at(source, "sample", code="P084", field="as_of", other="sample: yes")
    if site.relay.mailbox is None and site.relay.form is None:
        params = {"other": "`mailbox` or `form`", "example": EXAMPLES["relay"]}
        yield _at(source, "relay", code="P049", field="relay", **params)
    try:
        Urls(site.url)
    except SettingsError:
        params = {"field": "url", "value": site.url, **joined(web_address(site.url))}
        yield _at(source, "url", code="P029", **params)
    least = site.thresholds.smallest_count
    for year, count in site.guidance_given.items():
        if count < least:
            params = {"value": str(year), "count": str(count), "least": str(least)}
            yield _at(source, "guidance_given", str(year), code="P183", **params)
    yield from _prices(site, source)
    yield from _locales(site, source)
    yield from _orders(site, source)


def _locales(site: Site, source: Source) -> Iterator[Problem]:
    if not site.locales:
        yield _at(source, "locales", code="P027", field="locales", count="0", least="1")
    for index, locale in enumerate(site.locales):
        if not is_locale(locale):
            yield _at(source, "locales", index, code="P031", value=locale)


def _prices(site: Site, source: Source) -> Iterator[Problem]:
    """Bands of a price that are none."""
    known = tuple(band.id for band in site.bands)
    for index, price in enumerate(site.prices):
        for number, band in enumerate(price.bands):
            if band not in known:
                params = {"value": band, "kind": "band", "example": EXAMPLES["bands"]}
                params |= joined(choices(band, known))
                yield _at(source, "prices", index, "bands", number, code="P070", **params)


def _orders(site: Site, source: Source) -> Iterator[Problem]:
    """Limits that only make sense one below the other."""
    limits, months = site.matching.bands, site.thresholds
    pairs = [
        (("matching", "bands", "good"), limits.good, limits.strong, "good", "strong"),
        (("matching", "bands", "possible"), limits.possible, limits.good, "possible", "good"),
        (
            ("thresholds", "ageing_months"),
            months.ageing_months,
            months.dormant_months,
            "ageing_months",
            "dormant_months",
        ),
    ]
    for loc, low, high, first, second in pairs:
        if low > high:
            params = {"first": f"{first}: {low}", "second": f"{second}: {high}"}
            yield _at(source, *loc, code="P037", **params)
    tops = [band.up_to for band in site.bands]
    for index, (low_top, high_top) in enumerate(itertools.pairwise(tops)):
        # A rate falls into the first band that is high enough; one without a top takes all.
        if low_top is None or (high_top is not None and low_top > high_top):
            params = {"first": f"up_to: {low_top or '–'}", "second": f"up_to: {high_top or '–'}"}
            yield _at(source, "bands", index, code="P037", **params)


def _at(source: Source, *loc: str | int, code: str, **params: str) -> Problem:
    return Problem(source.path, source.place(loc), code, params)
