"""What conditions and points read of a person: those who say the same are judged alike.

In which order somebody says it is left out: no judgement hangs on it.
"""

from __future__ import annotations

from collections.abc import Hashable

from sitegen.directory import Person


def languages(person: Person) -> Hashable:
    """The languages with their levels."""
    return frozenset(person.profile.languages.items())


def dates(person: Person) -> Hashable:
    """When they are free. How many days a month matters here only where some are taken."""
    window = person.profile.availability
    return window.start, window.until, person.taken and (window.days_per_month, person.taken)


def days(person: Person) -> Hashable:
    """How many days a month they are free; when that is matters only where some are taken."""
    window = person.profile.availability
    return window.days_per_month, person.taken and (window.start, window.until, person.taken)


def place(person: Person) -> Hashable:
    """Where they live, how and where they work."""
    works = person.profile.works
    return person.profile.based_in, *map(frozenset, (works.modes, works.travel)), works.days_away


def countries(person: Person) -> Hashable:
    """Where they live and have worked."""
    return person.profile.based_in.country, frozenset(person.profile.regions)


def money(person: Person) -> Hashable:
    """What they ask, and whether they work without."""
    terms = person.profile.engagement
    return terms.day_rate, terms.pro_bono


def kinds(person: Person) -> Hashable:
    """The kinds of work they take."""
    return frozenset(person.profile.engagement.kinds)


def contracts(person: Person) -> Hashable:
    """As whom they sign."""
    return frozenset(person.profile.engagement.contracts_as)


def declines(person: Person) -> Hashable:
    """What they do not work for."""
    return person.profile.declines


def ties(person: Person) -> Hashable:
    """The organisations they have anything to do with."""
    return person.profile.interests, person.profile.ventures


def presence(person: Person) -> Hashable:
    """Whether they take part, and how fresh their page is."""
    profile = person.profile
    shown = profile.listed, profile.matched, profile.availability.status
    return (*shown, person.freshness, profile.confirmed.on)
