"""What conditions and points read of a posting."""

from __future__ import annotations

from collections.abc import Hashable

from sitegen.directory import Posting


def languages(posting: Posting) -> Hashable:
    """What each person must speak."""
    needs = posting.assignment.languages
    return tuple(needs.everyone.items()), tuple(tuple(c.items()) for c in needs.any_of)


def in_team(posting: Posting) -> Hashable:
    """What one of the team must speak, and whether there is a team."""
    team = posting.assignment.team
    return tuple(posting.assignment.languages.in_team.items()), team.max


def spoken(posting: Posting) -> Hashable:
    """What each person must speak, and what would help."""
    return languages(posting), tuple(posting.assignment.languages.useful.items())


def time(posting: Posting) -> Hashable:
    """When, for how long, how many days a month."""
    work = posting.assignment.work
    return posting.assignment.starts, work.months, work.days_per_month


def place(posting: Posting) -> Hashable:
    """How and where the work is done."""
    work = posting.assignment.work
    return work.mode, work.country, work.city, work.onsite_days_per_month, work.days_per_month


def country(posting: Posting) -> Hashable:
    """Where the work is done."""
    return posting.assignment.work.country


def money(posting: Posting) -> Hashable:
    """What is paid."""
    return posting.assignment.budget


def kinds(posting: Posting) -> Hashable:
    """The kinds of work."""
    return posting.assignment.kinds


def contracts(posting: Posting) -> Hashable:
    """With whom the client signs."""
    return posting.assignment.contract.forms


def declines(posting: Posting) -> Hashable:
    """The sectors of the work, the world of the client."""
    return posting.assignment.sectors, posting.assignment.client.silo


def parties(posting: Posting) -> Hashable:
    """The client, and whom it keeps out."""
    return posting.assignment.client, posting.assignment.excludes


def nothing(_: Posting) -> Hashable:
    """The same is asked of everybody everywhere."""
    return None
