"""An assignment's page, ready to print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from sitegen import markup, urls
from sitegen.directory import Posting
from sitegen.models.assignment import Outcome, SkillNeed
from sitegen.views.conditions import client, eyebrow, posting_facts, status
from sitegen.views.matches import MatchView
from sitegen.views.own_page import ASSIGNMENT_FORMS, OwnPage, own_page
from sitegen.views.signature import Signature, wanted_signature
from sitegen.views.teams import TeamView
from sitegen.views.words import Action, Named, Words


@dataclass(frozen=True, slots=True)
class NeedView:
    """A skill asked for, with its level."""

    id: str
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
    teams: tuple[TeamView, ...]
    contact: Action
    own: OwnPage


def posting_view(
    posting: Posting,
    words: Words,
    fits: tuple[tuple[str, tuple[Fit, ...]], ...],
    nearly: tuple[Fit, ...],
    teams: tuple[TeamView, ...],
) -> PostingView:
    """Put everything about an assignment in words."""
    assignment, t = posting.assignment, words.t
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
        facts=tuple(posting_facts(posting, words)),
        body=markup.render(posting.body, words.link, top=3),
        required=needs(assignment.skills.required, words),
        desirable=needs(assignment.skills.desirable, words),
        sectors=tuple(words.sector(sector) for sector in assignment.sectors),
        silos=tuple(words.silo(silo) for silo in assignment.silos),
        deliverables=assignment.deliverables,
        criteria=criteria(posting),
        selection=decided_by(posting, words),
        phases=tuple(_phase(phase, words) for phase in assignment.phases),
        # Its address, like those excluded, would say who an anonymous client is.
        terms_of_reference=None if assignment.client.anonymous else assignment.terms_of_reference,
        excludes=""
        if assignment.client.anonymous
        else t.every(organisation.name for organisation in assignment.excludes),
        team=tuple(_team(posting, words)),
        outcome=_outcome(posting, assignment.outcome, words) if assignment.outcome else None,
        fits=fits,
        nearly=nearly,
        teams=teams,
        contact=words.contact("response", posting.slug, t.gettext("Respond to this assignment"))
        if posting.is_open
        else words.contact("similar", posting.slug, t.gettext("Propose an assignment like this")),
        own=own_page(posting.slug, ASSIGNMENT_FORMS, words),
    )


def needs(listed: Iterable[SkillNeed], words: Words) -> tuple[NeedView, ...]:
    """Skills asked for, with their levels in words."""
    return tuple(
        NeedView(need.skill, words.skill(need.skill), need.level, words.level(need.level))
        for need in listed
    )


def criteria(posting: Posting) -> tuple[tuple[str, int | None], ...]:
    """What the client looks at, each with its weight where one is stated."""
    return tuple((c.text, c.weight) for c in posting.assignment.selection.criteria)


def _phase(phase: str, words: Words) -> Named:
    found = next(p for p in words.vocabulary.method.phases if p.id == phase)
    link = words.named(found.label, "/method/")
    return Named(found.label, f"{link.url}#phase-{phase}" if link.url else None)


def decided_by(posting: Posting, words: Words) -> str:
    """The day by which the client decides, as a sentence; nothing where none is stated."""
    day = posting.assignment.selection.decided_by
    text = words.t.gettext("The client decides by {day}.")
    return text.format(day=words.day(day)) if day else ""


def member(slug: str | None, words: Words) -> Named:
    """A member of a team; whoever is withheld or not listed is "a member"."""
    person = words.directory.people.get(slug) if slug else None
    if person is None or not person.is_listed:
        return Named(words.t.gettext("a member"))
    return words.named(person.profile.name, urls.profile(person.slug))


def _team(posting: Posting, words: Words) -> Iterator[tuple[Named, str]]:
    roles = {role.id: role.label for role in words.vocabulary.method.roles}
    for found in posting.assignment.members:
        yield member(found.profile, words), roles.get(found.role or "", "")


def _outcome(posting: Posting, outcome: Outcome, words: Words) -> OutcomeView:
    named = posting.assignment.client.name if outcome.consent.get("client") else None
    return OutcomeView(
        words.day(outcome.on),
        outcome.result,
        outcome.client_words if outcome.consent.get("client") else None,
        outcome.members_words,
        named or words.silo(posting.assignment.client.silo).label,
        words.t.every(member(m.profile, words).label for m in posting.assignment.members),
        tuple((_phase(item.phase, words), item.text) for item in outcome.learned),
        posting.assignment.status == "ended-early",
    )
