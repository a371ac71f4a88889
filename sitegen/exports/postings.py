"""Assignments → records of the JSON API."""

from __future__ import annotations

from sitegen import urls
from sitegen.directory import Posting
from sitegen.exports.posting_schema import Client, ListedPosting, Member, Outcome, PostingDetail
from sitegen.exports.texts import text_of
from sitegen.models import Assignment
from sitegen.models.assignment import Member as TeamMember
from sitegen.views.words import Words


def api_address(slug: str) -> str:
    """Address of an assignment's JSON file."""
    return f"/api/v1/assignments/{slug}.json"


def listed_posting(posting: Posting, words: Words) -> ListedPosting:
    """An assignment for the list."""
    assignment = posting.assignment
    return ListedPosting(
        slug=posting.slug,
        url=words.urls.absolute(urls.assignment(posting.slug)),
        api=words.urls.absolute(api_address(posting.slug)),
        title=assignment.title,
        status=assignment.status,
        open=posting.is_open,
        client=_client(assignment),
        posted=assignment.posted,
        deadline=assignment.deadline,
        starts=assignment.starts,
        skills=assignment.skills,
        sectors=assignment.sectors,
        silos=assignment.silos,
        languages=assignment.languages,
        work=assignment.work,
        kinds=assignment.kinds,
        team=assignment.team,
    )


def posting_detail(posting: Posting, words: Words) -> PostingDetail:
    """An assignment as its page shows it."""
    assignment = posting.assignment
    named = not assignment.client.anonymous
    return PostingDetail(
        **dict(listed_posting(posting, words)),
        body=text_of(posting.body, words),
        budget=assignment.budget,
        deliverables=assignment.deliverables,
        reports_to=assignment.reports_to,
        terms_of_reference=assignment.terms_of_reference if named else None,
        selection=assignment.selection,
        contract=assignment.contract,
        excludes=assignment.excludes if named else (),
        phases=assignment.phases,
        members=tuple(_member(member, assignment, words) for member in assignment.members),
        outcome=_outcome(assignment),
    )


def _client(assignment: Assignment) -> Client:
    client = assignment.client
    named = not client.anonymous
    return Client(
        name=client.name if named else None,
        url=client.url if named else None,
        anonymous=client.anonymous,
        silo=client.silo,
        country=client.country,
    )


def _member(member: TeamMember, assignment: Assignment, words: Words) -> Member:
    """A listed person by name; anybody else is "a member", and so is everybody in no open data."""
    person = words.directory.people.get(member.profile) if member.profile else None
    if person is None or not person.is_listed or not words.site.open_data.people:
        return Member(name=words.t.gettext("a member"), role=member.role, skills=())
    outcome = assignment.outcome
    return Member(
        name=person.profile.name,
        profile=person.slug,
        url=words.urls.absolute(urls.profile(person.slug)),
        role=member.role,
        skills=outcome.skills.get(person.slug, ()) if outcome else (),
    )


def _outcome(assignment: Assignment) -> Outcome | None:
    outcome = assignment.outcome
    if outcome is None:
        return None
    return Outcome(
        on=outcome.on,
        result=outcome.result,
        client_words=outcome.client_words if outcome.consent.get("client") else None,
        members_words=outcome.members_words,
        learned=outcome.learned,
    )
