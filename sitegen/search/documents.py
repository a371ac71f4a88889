"""What results show and filters count: everything in words already, for the page's script."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sitegen import markup, urls
from sitegen.directory import Directory, Person, Posting
from sitegen.facets import FACETS, facet_values
from sitegen.i18n import Translator
from sitegen.urls import Urls
from sitegen.vocabulary import Vocabulary

FILTERS = ("silo", "sector", "language", "country")
LONGEST_LINE = 160
# The worlds of an assignment are drawn as if the client had been there longest.
CLIENT_YEARS, WANTED_YEARS = 25, 10

Document = Mapping[str, Any]

_FACETS = {facet.key: facet for facet in FACETS}


def person_ref(person: Person) -> str:
    """The reference of a person in the index."""
    return f"p:{person.slug}"


def posting_ref(posting: Posting) -> str:
    """The reference of an assignment in the index."""
    return f"a:{posting.slug}"


def documents(directory: Directory, links: Urls, translator: Translator) -> Document:
    """People in the order of the list, the dormant last, then assignments by deadline."""
    says = _Says(directory, links, translator)
    return {
        "version": 1,
        "documents": {
            **{person_ref(person): says.person(person) for person in directory.listed},
            **{posting_ref(posting): says.posting(posting) for posting in directory.open_postings},
        },
        "facets": _facets(directory, translator),
        "silos": list(directory.vocabulary.silos),
    }


def _facets(directory: Directory, translator: Translator) -> Document:
    """The filters with the values that occur: worlds in their own order, the rest by label."""
    found = facet_values(directory, translator)
    order = {silo: index for index, silo in enumerate(directory.vocabulary.silos)}
    return {
        key: {
            "label": translator.gettext(_FACETS[key].label),
            "values": {
                value.id: value.label
                for value in sorted(found[key], key=lambda value: order.get(value.id, 0))
            },
        }
        for key in FILTERS
    }


class _Says:
    """One directory in one language."""

    def __init__(self, directory: Directory, links: Urls, translator: Translator) -> None:
        self.directory = directory
        self.vocabulary: Vocabulary = directory.vocabulary
        self.links = links
        self.t = translator

    def person(self, person: Person) -> Document:
        profile = person.profile
        based, years = profile.based_in, profile.silos
        claims = sorted(
            (claim for claim in profile.skills if claim.again),
            key=lambda claim: (-person.level(claim.skill), -(claim.years or 0), claim.skill),
        )
        meta = [
            self.place(based.country, based.city, based.region),
            self.free(person),
            ", ".join([self.t.language(tag) for tag in profile.languages][:4]),
        ]
        facets = {key: _FACETS[key].of_person(person, self.vocabulary) for key in FILTERS}
        silos = {silo: years[silo] or 0 for silo in self.vocabulary.silos if silo in years}
        return {
            "kind": "person",
            "url": self.links.link(urls.profile(person.slug)),
            "title": profile.name,
            "native": profile.name_native or "",
            "line": profile.headline,
            "skills": self.skills(claim.skill for claim in claims),
            "meta": [part for part in meta if part],
            "silos": silos,
            "worlds": self.worlds(silos),
            "facets": {key: list(dict.fromkeys(values)) for key, values in facets.items()},
        }

    def posting(self, posting: Posting) -> Document:
        assignment, work = posting.assignment, posting.assignment.work
        client = assignment.client.silo
        meta = [
            self.t.gettext("Assignment"),
            self.place(work.country, work.city) or self.t.gettext("remote"),
            self.closes(assignment.deadline),
        ]
        facets = {key: _FACETS[key].of_posting(posting, self.vocabulary) for key in FILTERS}
        wanted = {client, *assignment.silos}
        years = {
            silo: CLIENT_YEARS if silo == client else WANTED_YEARS
            for silo in self.vocabulary.silos
            if silo in wanted
        }
        return {
            "kind": "assignment",
            "url": self.links.link(urls.assignment(posting.slug)),
            "title": assignment.title,
            "native": "",
            "line": textwrap.shorten(markup.plain(posting.body), LONGEST_LINE, placeholder=" …"),
            "skills": self.skills(need.skill for need in assignment.skills.required),
            "meta": meta,
            "silos": years,
            "worlds": self.bridged(client, years),
            "facets": {key: list(dict.fromkeys(values)) for key, values in facets.items()},
        }

    def skills(self, ids: Iterable[str]) -> list[str]:
        """The first three by label."""
        return [self.vocabulary.skills[skill].label for skill in ids][:3]

    def place(self, country: str | None, city: str | None, region: str | None = None) -> str:
        """`Rabat, Morocco`, or a region for somebody whom it could harm to be found."""
        if region:
            named = self.vocabulary.regions.get(region)
            return named.label if named else self.t.country(region)
        return ", ".join(
            part for part in (city, self.t.country(country) if country else "") if part
        )

    def free(self, person: Person) -> str:
        """When the person is free, or since when nobody knows."""
        t, availability = self.t, person.profile.availability
        if person.freshness == "dormant":
            month = t.month(person.profile.confirmed.on)
            return t.gettext("Not confirmed since {month}").format(month=month)
        if availability.status == "paused":
            return t.gettext("not at present")
        later = availability.start and availability.start > self.directory.today
        parts = [
            t.gettext("from {day}").format(day=t.day(availability.start))
            if availability.start and later
            else t.gettext("now")
        ]
        if availability.days_per_month:
            count = availability.days_per_month
            parts.append(t.ngettext("{n} day a month", "{n} days a month", count).format(n=count))
        if availability.status == "limited":
            parts.append(t.gettext("ask first"))
        return ", ".join(parts)

    def closes(self, deadline: date | None) -> str:
        """Until when an open assignment is open."""
        t = self.t
        return (
            t.gettext("closes {day}").format(day=t.day(deadline)) if deadline else t.gettext("open")
        )

    def worlds(self, silos: Mapping[str, int]) -> str:
        """The text twin of a person's signature: the worlds, the longest first."""
        t, found = self.t, []
        for silo, years in sorted(silos.items(), key=lambda item: -item[1]):
            spent = t.ngettext("{n} year", "{n} years", years).format(n=years)
            label = self.vocabulary.silos[silo].short
            found.append(f"{label} {spent}" if years else label)
        if not found:
            return t.gettext("Worlds: not stated")
        return f"{t.gettext('Worlds:')} {', '.join(found)}"

    def bridged(self, client: str, silos: Iterable[str]) -> str:
        """The text twin of an assignment's signature."""
        t, silo_label = self.t, self.vocabulary.silos
        text = t.gettext("Client: {client}").format(client=silo_label[client].label)
        others = t.every(silo_label[silo].label for silo in silos if silo != client)
        if others:
            text += "; " + t.gettext("bridges to {worlds}").format(worlds=others)
        return f"{t.gettext('Worlds:')} {text}"
