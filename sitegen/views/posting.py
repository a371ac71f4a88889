"""An assignment's page, ready to print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from sitegen import markup, urls
from sitegen.directory import Posting
from sitegen.models.assignment import LanguageNeeds, Levels, Outcome, SkillNeed
from sitegen.views.matches import MatchView
from sitegen.views.signature import Signature, wanted_signature
from sitegen.views.words import FORMS, MODES, Action, Named, Words


@dataclass(frozen=True, slots=True)
class NeedView:
    """A skill asked for, with its level."""

    skill: Named
    level: int
    level_word: str


@dataclass(frozen=True, slots=True)
class Fit:
    """A person who fits: the match, their name and line, both signatures laid over each other."""

    match: MatchView
    person: Named
    headline: str
    signature: Signature


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """What came of a finished assignment."""

    day: str
    result: str
    client_words: str | None
    members_words: str | None
    client: str
    members: str
    learned: tuple[tuple[Named, str], ...]
    ended_early: bool


@dataclass(frozen=True, slots=True)
class PostingView:
    """Everything that an assignment's page says."""

    slug: str
    url: str
    title: str
    client: Named
    silo: Named
    eyebrow: str
    status: str
    is_open: bool
    signature: Signature
    facts: tuple[tuple[str, str], ...]
    body: Markup
    required: tuple[NeedView, ...]
    desirable: tuple[NeedView, ...]
    sectors: tuple[Named, ...]
    silos: tuple[Named, ...]
    deliverables: tuple[str, ...]
    criteria: tuple[tuple[str, int | None], ...]
    selection: str
    phases: tuple[Named, ...]
    terms_of_reference: str | None
    excludes: str
    team: tuple[tuple[Named, str], ...]
    outcome: OutcomeView | None
    fits: tuple[tuple[str, tuple[Fit, ...]], ...]
    nearly: tuple[Fit, ...]
    contact: Action | None


def posting_view(
    posting: Posting,
    words: Words,
    fits: tuple[tuple[str, tuple[Fit, ...]], ...],
    nearly: tuple[Fit, ...],
) -> PostingView:
    """Put everything about an assignment in words."""
    assignment, t = posting.assignment, words.t
    answer = t.gettext("Respond to this assignment")
    return PostingView(
        slug=posting.slug,
        url=words.link(urls.assignment(posting.slug)),
        title=assignment.title,
        client=client(posting, words),
        silo=words.silo(assignment.client.silo),
        eyebrow=eyebrow(posting, words),
        status=status(posting, words),
        is_open=posting.is_open,
        signature=wanted_signature(assignment.silos, assignment.client.silo, words, "large"),
        facts=tuple(_facts(posting, words)),
        body=markup.render(posting.body, words.link, top=3),
        required=tuple(_need(need, words) for need in assignment.skills.required),
        desirable=tuple(_need(need, words) for need in assignment.skills.desirable),
        sectors=tuple(words.sector(sector) for sector in assignment.sectors),
        silos=tuple(words.silo(silo) for silo in assignment.silos),
        deliverables=assignment.deliverables,
        criteria=tuple((c.text, c.weight) for c in assignment.selection.criteria),
        selection=_selection(posting, words),
        phases=tuple(_phase(phase, words) for phase in assignment.phases),
        terms_of_reference=assignment.terms_of_reference,
        # Whom an anonymous client excludes would say who the client is.
        excludes=""
        if assignment.client.anonymous
        else t.every(organisation.name for organisation in assignment.excludes),
        team=tuple(_team(posting, words)),
        outcome=_outcome(posting, assignment.outcome, words) if assignment.outcome else None,
        fits=fits,
        nearly=nearly,
        contact=words.contact("response", posting.slug, answer) if posting.is_open else None,
    )


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


def _length(posting: Posting, words: Words) -> str:
    work, t = posting.assignment.work, words.t
    parts = [words.months(work.months)] if work.months else []
    if work.days_per_month:
        parts.append(words.days(work.days_per_month))
    if work.onsite_days_per_month:
        days = work.onsite_days_per_month
        parts.append(t.ngettext("{n} of them on site", "{n} of them on site", days).format(n=days))
    return ", ".join(parts)


def _facts(posting: Posting, words: Words) -> Iterator[tuple[str, str]]:
    t, assignment = words.t, posting.assignment
    yield t.gettext("Status"), words.sentence([status(posting, words)])
    if assignment.starts:
        yield t.gettext("Starts"), words.day(assignment.starts)
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


def _need(need: SkillNeed, words: Words) -> NeedView:
    return NeedView(words.skill(need.skill), need.level, words.level(need.level))


def _phase(phase: str, words: Words) -> Named:
    found = next(p for p in words.vocabulary.method.phases if p.id == phase)
    link = words.named(found.label, "/method/")
    return Named(found.label, f"{link.url}#phase-{phase}" if link.url else None)


def _selection(posting: Posting, words: Words) -> str:
    decided = posting.assignment.selection.decided_by
    text = words.t.gettext("The client decides by {day}.")
    return text.format(day=words.day(decided)) if decided else ""


def member(slug: str, words: Words) -> Named:
    """A member of a team; whoever is not listed is "a member"."""
    person = words.directory.people.get(slug)
    if person is None or not person.is_listed:
        return Named(words.t.gettext("a member"))
    return words.named(person.profile.name, urls.profile(slug))


def _team(posting: Posting, words: Words) -> Iterator[tuple[Named, str]]:
    roles = {role.id: role.label for role in words.vocabulary.method.roles}
    for found in posting.assignment.members:
        yield member(found.profile, words), roles.get(found.role or "", "")


def _outcome(posting: Posting, outcome: Outcome, words: Words) -> OutcomeView:
    named = posting.assignment.client.name if outcome.consent.get("client") else None
    return OutcomeView(
        words.day(outcome.on),
        outcome.result,
        outcome.client_words,
        outcome.members_words,
        named or words.silo(posting.assignment.client.silo).label,
        words.t.every(member(m.profile, words).label for m in posting.assignment.members),
        tuple((_phase(item.phase, words), item.text) for item in outcome.learned),
        posting.assignment.status == "ended-early",
    )
