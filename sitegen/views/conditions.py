"""The conditions of an assignment: whose, until when, where, how long, for how much."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.directory import Posting
from sitegen.models.assignment import LanguageNeeds, Levels
from sitegen.urls import CLIENTS
from sitegen.views.words import FORMS, MODES, Named, Words


def client(posting: Posting, words: Words) -> Named:
    """The client's name, or what kind of client it is."""
    found = posting.assignment.client
    if found.name:
        return Named(found.name, found.url)
    silo = words.silo(found.silo).label
    return Named(words.t.gettext("{kind}, name not published").format(kind=silo))


def eyebrow(posting: Posting, words: Words) -> str:
    """`Example Foundation · Foundation, Netherlands`."""
    found = posting.assignment.client
    place = words.place(found.country, None)
    kind = words.silo(found.silo).label
    if not found.name:
        return f"{client(posting, words).label}, {place}" if place else client(posting, words).label
    return f"{found.name} · {kind}, {place}" if place else f"{found.name} · {kind}"


def status(posting: Posting, words: Words) -> str:
    """Open until when, or what became of it."""
    t, assignment = words.t, posting.assignment
    if posting.is_open:
        if not assignment.deadline:
            return t.gettext("open")
        return t.gettext("closes {day}").format(day=words.soon(assignment.deadline))
    return {
        "open": t.gettext("deadline passed"),
        "staffed": t.gettext("staffed, under way"),
        "completed": t.gettext("completed"),
        "ended-early": t.gettext("ended early"),
        "withdrawn": t.gettext("withdrawn"),
    }[assignment.status]


def place(posting: Posting, words: Words) -> str:
    """`Meknès, Morocco, partly on site`."""
    work = posting.assignment.work
    where = words.place(work.country, work.city)
    mode = words.t.gettext(MODES[work.mode])
    return f"{where}, {mode}" if where else mode


def people(posting: Posting, words: Words) -> str:
    """`one person`, `a team of 2 to 3`."""
    team, t = posting.assignment.team, words.t
    if team.max == 1:
        return t.gettext("one person")
    if team.min == team.max:
        return t.gettext("a team of {n}").format(n=team.max)
    if team.min == 1:
        return t.gettext("one person or a team of up to {n}").format(n=team.max)
    return t.gettext("a team of {least} to {most}").format(least=team.min, most=team.max)


def languages(needs: LanguageNeeds, words: Words) -> str:
    """Who must speak what."""
    t = words.t
    parts = []
    if needs.everyone:
        parts.append(t.every(_levels(needs.everyone, words)))
    if needs.any_of:
        options = (t.every(_levels(option, words)) for option in needs.any_of)
        parts.append(t.either(options))
    if needs.in_team:
        said = t.every(_levels(needs.in_team, words))
        parts.append(t.gettext("somebody in the team with {languages}").format(languages=said))
    if needs.useful:
        said = t.every(_levels(needs.useful, words))
        parts.append(t.gettext("{languages} would help").format(languages=said))
    return words.sentence(parts)


def _levels(levels: Levels, words: Words) -> list[str]:
    return [f"{words.t.language(tag)} {words.fluency(level)}" for tag, level in levels.items()]


def budget(posting: Posting, words: Words) -> str:
    """The day rate that the client offers, or pro bono with its reason."""
    found, t = posting.assignment.budget, words.t
    if found is None:
        return t.gettext("on request")
    if found.pro_bono:
        return t.gettext("pro bono: {reason}").format(reason=found.reason)
    most = t.money(found.max_day_rate or 0, found.currency or "")
    if found.min_day_rate:
        least = t.money(found.min_day_rate, found.currency or "")
        return t.gettext("{least} to {most} a day").format(least=least, most=most)
    return t.gettext("up to {most} a day").format(most=most)


def reduced_fees(words: Words) -> Named | None:
    """Where the terms of work that is pro bono or costs less are told, if they are."""
    if words.site.reduced_fees is None or CLIENTS not in words.pages:
        return None
    return Named(words.t.gettext("Pro bono and lower fees"), f"{words.link(CLIENTS)}#reduced-fees")


def _length(posting: Posting, words: Words) -> str:
    work, t = posting.assignment.work, words.t
    parts = [words.months(work.months)] if work.months else []
    if work.days_per_month:
        parts.append(words.days(work.days_per_month))
    if work.onsite_days_per_month:
        days = work.onsite_days_per_month
        parts.append(t.ngettext("{n} of them on site", "{n} of them on site", days).format(n=days))
    return ", ".join(parts)


def posting_facts(posting: Posting, words: Words) -> Iterator[tuple[str, str]]:
    """Label and text of what binds both sides; what is not stated is left out."""
    t, assignment = words.t, posting.assignment
    if posting.is_open and assignment.deadline:
        yield t.gettext("Open until"), words.day(assignment.deadline)
    else:
        yield t.gettext("Status"), words.sentence([status(posting, words)])
    if assignment.starts:
        begun = assignment.starts <= words.directory.today
        label = t.gettext("Started") if begun else t.gettext("Starts")
        yield label, words.day(assignment.starts)
    if _length(posting, words):
        yield t.gettext("Length"), words.sentence([_length(posting, words)])
    yield t.gettext("Where"), words.sentence([place(posting, words)])
    yield t.gettext("For"), words.sentence([people(posting, words)])
    spoken = languages(assignment.languages, words)
    if spoken:
        yield t.gettext("Languages"), spoken
    yield t.gettext("Pay"), words.sentence([budget(posting, words)])
    if _contract(posting, words):
        yield t.gettext("Contract"), _contract(posting, words)
    kinds = [words.vocabulary.kinds[kind].label for kind in assignment.kinds]
    if kinds:
        yield t.gettext("Kind"), words.sentence([t.every(k.lower() for k in kinds)])
    if assignment.reports_to:
        yield t.gettext("Reports to"), words.sentence([assignment.reports_to])
    yield t.gettext("Posted"), words.day(assignment.posted)


def _contract(posting: Posting, words: Words) -> str:
    found, t = posting.assignment.contract, words.t
    parts = []
    if found.forms:
        parts.append(t.either(t.gettext(FORMS[form]) for form in found.forms))
    if found.expenses is not None:
        parts.append(t.gettext("expenses paid") if found.expenses else t.gettext("no expenses"))
    if found.payment_days is not None:
        days = t.ngettext("paid within {n} day", "paid within {n} days", found.payment_days)
        parts.append(days.format(n=found.payment_days))
    return words.sentence(parts)
