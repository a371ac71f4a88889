"""What site.yml leaves open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TypeAlias
from urllib.parse import urlsplit

from sitegen.check import unsaid_of_operator
from sitegen.directory import Directory, months_later
from sitegen.doctor.advice import Advice
from sitegen.frontmatter import Source
from sitegen.models import Site

# Names that belong to nobody: https://www.rfc-editor.org/rfc/rfc2606
_EXAMPLE = re.compile(r"(?:.+\.)?(?:example(?:\.(?:com|net|org))?|invalid|test|localhost)")

# Advice with the field of site.yml that it is about.
Found: TypeAlias = Iterator[tuple[str, Advice]]


def is_example(address: str) -> bool:
    """Whether a web address or a mailbox is at a host that nobody can have."""
    host = urlsplit(address).hostname if "://" in address else address.rpartition("@")[2]
    return _EXAMPLE.fullmatch(host or "") is not None


def is_old(day: date | None, today: date) -> bool:
    """Whether a day lies more than a year back."""
    return day is not None and today > months_later(day, 12)


def of_settings(directory: Directory, source: Source) -> Iterator[Advice]:
    """What is missing of the settings, each at its line."""
    found = (
        *_of_state(directory.site),
        *_of_addresses(directory.site),
        *_of_operator(directory.site, directory.today),
        *_of_offers(directory.site),
    )
    for key, advice in found:
        yield replace(advice, where=f"{source.path}:{source.place((key,)).line}")


def _of_state(site: Site) -> Found:
    if site.sample:
        yield "sample", Advice("sample")
    elif site.as_of:
        yield "as_of", Advice("stands-still")
    if not site.consent:
        yield "consent", Advice("no-wording")


def _of_addresses(site: Site) -> Found:
    if is_example(site.url):
        yield "url", Advice("example-url", names=(site.url,))
    sent = tuple(address for address in _sent_to(site) if is_example(address))
    if sent:
        yield "relay", Advice("example-mail", names=sent)
    if site.repository is None:
        yield "repository", Advice("no-repository")
    elif is_example(site.repository):
        yield "repository", Advice("example-repository", names=(site.repository,))


def _of_operator(site: Site, today: date) -> Found:
    if unsaid := unsaid_of_operator(site):
        yield "operator", Advice("operator", names=unsaid)
    if site.operator and is_old(site.operator.last_review, today):
        yield "operator", Advice("old-review", params={"day": str(site.operator.last_review)})
    if site.currencies and is_old(site.currencies.on, today):
        yield "currencies", Advice("old-rates", params={"day": str(site.currencies.on)})


def _of_offers(site: Site) -> Found:
    if site.discussions is None:
        yield "discussions", Advice("no-discussions")
    doors = (site.joining.informed, site.joining.building)
    if not all(door.form or door.mailbox for door in doors):
        yield "joining", Advice("no-doors")
    if not site.bands:
        yield "bands", Advice("no-bands")


def _sent_to(site: Site) -> Iterator[str]:
    """Every mailbox and form to which readers send something, each once."""
    places = (site.relay, site.joining.informed, site.joining.building)
    yield from dict.fromkeys(
        address for place in places for address in (place.mailbox, place.form) if address
    )
