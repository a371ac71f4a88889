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


def _works(person: Person, words: Words) -> str:
    works, t = person.profile.works, words.t
    parts = [t.either(t.gettext(MODES[mode]) for mode in works.modes)] if works.modes else []
    if "anywhere" in works.travel:
        parts.append(t.gettext("travels anywhere"))
    elif "none" in works.travel:
        parts.append(t.gettext("does not travel"))
    elif works.travel:
        parts.append(t.gettext("travels in {areas}").format(areas=words.areas(works.travel)))
    if works.days_away:
        text = t.ngettext(
            "up to {n} day away a month", "up to {n} days away a month", works.days_away
        )
        parts.append(text.format(n=works.days_away))
    return words.sentence(parts)


def _terms(person: Person, words: Words) -> str:
    """The site's band or "on request", never a figure."""
    engagement, t = person.profile.engagement, words.t
    rate = engagement.day_rate
    band = words.rate_band(rate.min, rate.currency) if rate else None
    paid = (
        t.gettext("rate band “{band}”").format(band=band) if band else t.gettext("rate on request")
    )
    parts = [paid]
    if engagement.pro_bono and engagement.pro_bono != "no":
        parts.append(t.gettext(PRO_BONO[engagement.pro_bono]))
    if engagement.contracts_as:
        forms = t.either(t.gettext(FORMS[form]) for form in engagement.contracts_as)
        parts.append(t.gettext("signs {forms}").format(forms=forms))
    return words.sentence(parts)


def person_facts(person: Person, words: Words) -> Iterator[tuple[str, str]]:
    """Label and text of what a client asks first; what is not stated is left out."""
    t, profile = words.t, person.profile
    offered = free(person, words)
    if person.freshness == "dormant":
        said = t.month(profile.confirmed.on)
        offered = t.gettext("said in {month}: {offer}").format(month=said, offer=offered)
    yield t.gettext("Free"), words.sentence([offered])
    notice = profile.availability.notice_weeks
    if notice:
        weeks = t.ngettext("{n} week", "{n} weeks", notice).format(n=notice)
        yield t.gettext("Notice"), weeks
    if profile.works.modes or profile.works.travel:
        yield t.gettext("Works"), _works(person, words)
    kinds = [words.vocabulary.kinds[kind].label for kind in profile.engagement.kinds]
    if kinds:
        yield t.gettext("Takes on"), words.sentence([t.every(k.lower() for k in kinds)])
    yield t.gettext("Terms"), _terms(person, words)
    if profile.engagement.motivations:
        yield t.gettext("Moved by"), words.sentence(list(profile.engagement.motivations))
    # Beside a region only, a time zone would say the country after all.
    if profile.based_in.timezone and profile.based_in.country:
        yield t.gettext("Time zone"), t.zone(profile.based_in.timezone)
    yield t.gettext("Confirmed"), words.day(profile.confirmed.on)
