"""The people who take part in matching, as columns by field.

    {"of": how many take part, "slugs": […], "columns": {FIELD: COLUMN}}

A COLUMN is that of sitegen/inbrowser/columns.py, the FIELDS those of assets/js/match/person.js,
which makes the same of a draft. What pages do not show is left out: the town of whoever names only
a region, and the day rate. Pages show a band of the site or "on request", never a figure, so
`band`, the place of that band in the rules, is all there is. Above `MOST` people it is those who
come first by a hash of their slug, which is the order in any case: the alphabet would starve its
end.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any

from sitegen.directory import Directory, Person
from sitegen.inbrowser.columns import column
from sitegen.matching.organisations import party
from sitegen.matching.voice import Voice
from sitegen.models import Site

MOST = 2000
# Marks of a skill, added up: never again; a claim with nothing to check.
NEVER, UNPROVEN = 1, 2

Values = Sequence[Hashable]


def people_columns(directory: Directory, voices: Mapping[str, Voice]) -> Mapping[str, Any]:
    """The columns of at most `MOST` people; `voices` are those of all who take part, by slug."""
    order = sorted(voices, key=lambda slug: sha256(slug.encode()).hexdigest())[:MOST]
    people = [directory.people[slug] for slug in order]
    rows = [said(person, voices[person.slug], directory.site) for person in people]
    return {
        "of": len(voices),
        "slugs": order,
        "columns": {field: column([row[field] for row in rows]) for field in FIELDS},
    }


def said(person: Person, voice: Voice, site: Site) -> Mapping[str, Values]:
    """What conditions and skills read of a person, by field; none where nothing is stated."""
    return {field: tuple(read(person, voice, site)) for field, read in FIELDS.items()}


def _claims(person: Person, voice: Voice, _: Site) -> Iterator[Hashable]:
    for claim in person.profile.skills:
        never = NEVER * (not claim.again)
        yield claim.skill, claim.level, never + UNPROVEN * (claim.skill in voice.unproven)


def _confirmed(person: Person, _: Voice, __: Site) -> Iterator[Hashable]:
    for skill, found in sorted(person.confirmed.items()):
        yield skill, found.level, found.by


def _passages(person: Person, _: Voice, __: Site) -> Iterator[Hashable]:
    for one in person.profile.transitions:
        if one.state == "through-it":
            yield one.passage, one.since


def _taken(person: Person, _: Voice, __: Site) -> Iterator[Hashable]:
    for taken in person.taken:
        yield taken.start.isoformat(), taken.end.isoformat(), taken.days


def _city(person: Person, _: Voice, __: Site) -> Values:
    based = person.profile.based_in
    return _stated(based.city if based.country else None)


def _band(person: Person, _: Voice, site: Site) -> Values:
    rate = person.profile.engagement.day_rate
    band = site.band_of(rate.min, rate.currency) if rate else None
    return _stated(site.bands.index(band) if band else None)


def _ties(person: Person, _: Voice, __: Site) -> Iterator[Hashable]:
    """Name, domain, and "held", or the year in which it was left, null where that is not stated."""
    for interest in person.profile.interests:
        yield interest.name, party(interest.name, interest.url).domain, "held"
    for venture in person.profile.ventures:
        is_held = venture.outcome == "running" and venture.end is None
        left = "held" if is_held else venture.end
        yield venture.name, party(venture.name, venture.url).domain, left


def _stated(value: Hashable | None) -> Values:
    return () if value is None else (value,)


def _day(read: Callable[[Person], Any]) -> Callable[[Person, Voice, Site], Values]:
    def day(person: Person, _: Voice, __: Site) -> Values:
        found = read(person)
        return (found.isoformat(),) if found else ()

    return day


def _one(read: Callable[[Person], Hashable | None]) -> Callable[[Person, Voice, Site], Values]:
    return lambda person, _, __: _stated(read(person))


def _many(read: Callable[[Person], Values]) -> Callable[[Person, Voice, Site], Values]:
    return lambda person, _, __: read(person)


FIELDS: Mapping[str, Callable[[Person, Voice, Site], Values | Iterator[Hashable]]] = {
    "claims": _claims,
    "confirmed": _confirmed,
    "passages": _passages,
    "languages": _many(lambda p: tuple(p.profile.languages.items())),
    "from": _day(lambda p: p.profile.availability.start),
    "until": _day(lambda p: p.profile.availability.until),
    "days": _one(lambda p: p.profile.availability.days_per_month),
    "taken": _taken,
    "modes": _many(lambda p: p.profile.works.modes),
    "travel": _many(lambda p: p.profile.works.travel),
    "away": _one(lambda p: p.profile.works.days_away),
    "country": _one(lambda p: p.profile.based_in.country),
    "region": _one(lambda p: p.profile.based_in.region),
    "city": _city,
    "kinds": _many(lambda p: p.profile.engagement.kinds),
    "band": _band,
    "proBono": _one(lambda p: p.profile.engagement.pro_bono),
    "contracts": _many(lambda p: p.profile.engagement.contracts_as),
    "declinedSectors": _many(lambda p: p.profile.declines.sectors),
    "declinedSilos": _many(lambda p: p.profile.declines.silos),
    "ties": _ties,
    "status": _one(lambda p: p.profile.availability.status),
    "confirmedOn": _day(lambda p: p.profile.confirmed.on),
}
