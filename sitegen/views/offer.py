"""What a client asks a person first: where, when, how, on what terms."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.directory import Person
from sitegen.views.words import FORMS, MODES, PRO_BONO, STAGES, Words


def eyebrow(person: Person, words: Words) -> str:
    """`Rabat, Morocco · serial founder`."""
    based = person.profile.based_in
    place = words.place(based.country, based.city, based.region)
    stage = person.profile.stage
    return f"{place} · {words.t.gettext(STAGES[stage])}" if stage else place


def free(person: Person, words: Words) -> str:
    """`from 1 March, 8 days a month`, or that the person asks first or is paused."""
    t, free_ = words.t, person.profile.availability
    if free_.status == "paused":
        return t.gettext("not at present")
    parts = [t.gettext("now")]
    if free_.start and free_.start > words.directory.today:
        same_year = free_.until is None or free_.until.year == free_.start.year
        start = words.soon(free_.start) if same_year else words.day(free_.start)
        parts = [t.gettext("from {day}").format(day=start)]
    if free_.until:
        parts[0] += " " + t.gettext("until {day}").format(day=words.day(free_.until))
    if free_.days_per_month:
        parts.append(words.days(free_.days_per_month))
    if free_.status == "limited":
        parts.append(t.gettext("ask first"))
    return ", ".join(parts)


def free_as_said(person: Person, words: Words) -> str:
    """When the person is free; with the month in which a dormant one said so."""
    offered = free(person, words)
    if person.freshness == "dormant":
        said = words.t.month(person.profile.confirmed.on)
        offered = words.t.gettext("said in {month}: {offer}").format(month=said, offer=offered)
    return words.sentence([offered])


def notice(person: Person, words: Words) -> str:
    """`4 weeks`, or nothing."""
    weeks = person.profile.availability.notice_weeks
    return words.t.ngettext("{n} week", "{n} weeks", weeks).format(n=weeks) if weeks else ""


def works(person: Person, words: Words) -> str:
    """How and where; nothing where neither is stated."""
    said, t = person.profile.works, words.t
    if not (said.modes or said.travel):
        return ""
    parts = [t.either(t.gettext(MODES[mode]) for mode in said.modes)] if said.modes else []
    if "anywhere" in said.travel:
        parts.append(t.gettext("travels anywhere"))
    elif "none" in said.travel:
        parts.append(t.gettext("does not travel"))
    elif said.travel:
        parts.append(t.gettext("travels in {areas}").format(areas=words.areas(said.travel)))
    if said.days_away:
        text = t.ngettext(
            "up to {n} day away a month", "up to {n} days away a month", said.days_away
        )
        parts.append(text.format(n=said.days_away))
    return words.sentence(parts)


def kinds(person: Person, words: Words) -> str:
    """What kinds of work the person takes on."""
    labels = (words.vocabulary.kinds[kind].label for kind in person.profile.engagement.kinds)
    return words.sentence([words.t.every(label.lower() for label in labels)])


def pro_bono(person: Person, words: Words) -> str:
    """`pro bono`, `some pro bono`, or nothing."""
    said = person.profile.engagement.pro_bono
    return words.t.gettext(PRO_BONO[said]) if said and said != "no" else ""


def contracts(person: Person, words: Words) -> str:
    """`as an individual or through a company`, or nothing."""
    forms = person.profile.engagement.contracts_as
    return words.t.either(words.t.gettext(FORMS[form]) for form in forms) if forms else ""


def _terms(person: Person, words: Words) -> str:
    """The site's band or "on request", never a figure."""
    engagement, t = person.profile.engagement, words.t
    rate = engagement.day_rate
    band = words.rate_band(rate.min, rate.currency) if rate else None
    paid = (
        t.gettext("rate band “{band}”").format(band=band) if band else t.gettext("rate on request")
    )
    parts = [paid, pro_bono(person, words)]
    if engagement.contracts_as:
        parts.append(t.gettext("signs {forms}").format(forms=contracts(person, words)))
    return words.sentence(parts)


def person_facts(person: Person, words: Words) -> Iterator[tuple[str, str]]:
    """Label and text of what a client asks first; what is not stated is left out."""
    t, profile = words.t, person.profile
    yield t.gettext("Free"), free_as_said(person, words)
    if notice(person, words):
        yield t.gettext("Notice"), notice(person, words)
    if works(person, words):
        yield t.gettext("Works"), works(person, words)
    if profile.engagement.kinds:
        yield t.gettext("Takes on"), kinds(person, words)
    yield t.gettext("Terms"), _terms(person, words)
    if profile.engagement.motivations:
        yield t.gettext("Moved by"), words.sentence(list(profile.engagement.motivations))
    # Beside a region only, a time zone would say the country after all.
    if profile.based_in.timezone and profile.based_in.country:
        yield t.gettext("Time zone"), t.zone(profile.based_in.timezone)
    yield t.gettext("Confirmed"), words.day(profile.confirmed.on)
