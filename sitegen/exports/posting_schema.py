"""The shape of assignments in the JSON API: what their pages show, and no more.

Of an anonymous client only silo and country are here: no name, no address, no terms of
reference on the client's own site, and not whose people are excluded, which would name it.
"""

from __future__ import annotations

from datetime import date

from sitegen.exports.texts import Text
from sitegen.models.assignment import (
    Budget,
    Contract,
    LanguageNeeds,
    Learned,
    Selection,
    SkillNeeds,
    Team,
    Work,
)
from sitegen.models.fields import Organisation
from sitegen.record import Record


class Client(Record):
    """Who needs the work; the name is absent when the client is anonymous."""

    name: str | None = None
    url: str | None = None
    anonymous: bool
    silo: str
    country: str | None = None


class ListedPosting(Record):
    """An assignment as lists show it; `open` says whether one can still answer today."""

    slug: str
    url: str
    api: str
    title: str
    status: str
    open: bool
    client: Client
    posted: date
    deadline: date | None = None
    starts: date | None = None
    skills: SkillNeeds
    sectors: tuple[str, ...]
    silos: tuple[str, ...]
    languages: LanguageNeeds
    work: Work
    kinds: tuple[str, ...]
    team: Team


class Postings(Record):
    """/api/v1/assignments.json: every assignment that is published, by slug."""

    assignments: tuple[ListedPosting, ...]


class Member(Record):
    """A person in the team; `profile` and `url` only of those who are listed."""

    name: str
    profile: str | None = None
    url: str | None = None
    role: str | None = None
    skills: tuple[str, ...]


class Outcome(Record):
    """What came of it; the client's words only where the client agreed."""

    on: date
    result: str
    client_words: str | None = None
    members_words: str | None = None
    learned: tuple[Learned, ...]


class PostingDetail(ListedPosting):
    """/api/v1/assignments/SLUG.json: an assignment as its page shows it."""

    body: Text
    budget: Budget | None = None
    deliverables: tuple[str, ...]
    reports_to: str | None = None
    terms_of_reference: str | None = None
    selection: Selection
    contract: Contract
    excludes: tuple[Organisation, ...]
    phases: tuple[str, ...]
    members: tuple[Member, ...]
    outcome: Outcome | None = None
