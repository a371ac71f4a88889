"""An assignment's page, ready to print."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from sitegen import markup, urls
from sitegen.directory import Posting
from sitegen.models.assignment import SkillNeed
from sitegen.views.conditions import client, eyebrow, posting_facts, reduced_fees, status
from sitegen.views.matches import MatchView
from sitegen.views.outcome import OutcomeView, outcome_view, team
from sitegen.views.own_page import ASSIGNMENT_FORMS, ENDING_FORMS, OwnPage, own_page
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
    reduced_fees: Named | None
    body: Markup
    required: tuple[NeedView, ...]
    desirable: tuple[NeedView, ...]
    sectors: tuple[Named, ...]
    silos: tuple[Named, ...]
    deliverables: tuple[str, ...]
    criteria: tuple[tuple[str, int | None], ...]
    selection: str
    phases: tuple[Named, ...]
    workbook: Named | None
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
        reduced_fees=reduced_fees(words)
        if assignment.budget and assignment.budget.pro_bono
        else None,
        body=markup.render(posting.body, words.link, top=3),
        required=needs(assignment.skills.required, words),
        desirable=needs(assignment.skills.desirable, words),
        sectors=tuple(words.sector(sector) for sector in assignment.sectors),
        silos=tuple(words.silo(silo) for silo in assignment.silos),
        deliverables=assignment.deliverables,
        criteria=criteria(posting),
        selection=decided_by(posting, words),
        phases=tuple(words.phase(phase) for phase in assignment.phases),
        workbook=_workbook(posting.slug, words),
        # Its address, like those excluded, would say who an anonymous client is.
        terms_of_reference=None if assignment.client.anonymous else assignment.terms_of_reference,
        excludes=""
        if assignment.client.anonymous
        else t.every(organisation.name for organisation in assignment.excludes),
        team=tuple(team(posting, words)),
        outcome=outcome_view(posting, words),
        fits=fits,
        nearly=nearly,
        teams=teams,
        contact=answer_to(posting, words),
        own=own_page(posting.slug, _forms(posting), words),
    )


def answer_to(posting: Posting, words: Words) -> Action:
    """What the page of an assignment asks its reader to do."""
    t = words.t
    if posting.is_open:
        return words.contact("response", posting.slug, t.gettext("Respond to this assignment"))
    return words.contact("similar", posting.slug, t.gettext("Propose an assignment like this"))


def needs(listed: Iterable[SkillNeed], words: Words) -> tuple[NeedView, ...]:
    """Skills asked for, with their levels in words."""
    return tuple(
        NeedView(need.skill, words.skill(need.skill), need.level, words.level(need.level))
        for need in listed
    )


def criteria(posting: Posting) -> tuple[tuple[str, int | None], ...]:
    """What the client looks at, each with its weight where one is stated."""
    return tuple((c.text, c.weight) for c in posting.assignment.selection.criteria)


def decided_by(posting: Posting, words: Words) -> str:
    """The day by which the client decides, as a sentence; nothing where none is stated."""
    day = posting.assignment.selection.decided_by
    text = words.t.gettext("The client decides by {day}.")
    return text.format(day=words.day(day)) if day else ""


def _forms(posting: Posting) -> Mapping[str, str]:
    """What its owner can send; how it ended from the day on which somebody does it."""
    begun = posting.assignment.status in ("staffed", "completed", "ended-early")
    return {**ASSIGNMENT_FORMS, **(ENDING_FORMS if begun else {})}


def _workbook(slug: str, words: Words) -> Named | None:
    """The pages to print; None once the work is done."""
    found = words.named(words.t.gettext("Workbook to print"), urls.workbook(slug))
    return found if found.url else None
