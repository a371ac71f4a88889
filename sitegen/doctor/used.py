"""Which words of the vocabulary the content uses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sitegen.directory import Directory, Person
from sitegen.models import Assignment


def unused(directory: Directory) -> Mapping[str, tuple[str, ...]]:
    """The ids that nothing uses, by list, in the order of the vocabulary; lists without any too.

    Regions are left out: they divide the world, whoever lives there. What the vocabulary says of
    itself does not count, but for a field that holds one in use.
    """
    vocabulary, used = directory.vocabulary, _used(directory)
    known: Mapping[str, Iterable[str]] = {
        "skills": vocabulary.skills,
        "sectors": vocabulary.sectors,
        "silos": vocabulary.silos,
        "kinds": vocabulary.kinds,
        "labels": vocabulary.labels,
        "passages": vocabulary.passages,
        "topics": vocabulary.topics,
        "phases": (phase.id for phase in vocabulary.method.phases),
        "roles": (role.id for role in vocabulary.method.roles),
    }
    return {name: tuple(id for id in ids if id not in used[name]) for name, ids in known.items()}


def _used(directory: Directory) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = {
        name: set()
        for name in (
            *("skills", "sectors", "silos", "kinds", "labels"),
            *("passages", "topics", "phases", "roles"),
        )
    }
    uses = [use for person in directory.people.values() for use in _by_person(person)]
    for posting in directory.postings.values():
        uses += _by_assignment(posting.assignment)
    for article in directory.articles["stories"].values():
        for name in ("passages", "topics"):
            uses += [(name, id) for id in getattr(article.model, name)]
    for name, id in uses:
        found[name].add(id)
    # A role is used by the phases that call on it, a wider field by those within it.
    method = directory.vocabulary.method
    found["roles"].update(role for phase in method.phases for role in phase.roles)
    for sector in tuple(found["sectors"]):
        found["sectors"].update(directory.vocabulary.sector_with_parent(sector))
    return found


def _by_person(person: Person) -> Iterator[tuple[str, str]]:
    profile = person.profile
    guidance = profile.guidance
    yield from (("skills", claim.skill) for claim in profile.skills)
    yield from (("sectors", id) for id in profile.sectors)
    yield from (("silos", id) for id in profile.silos)
    yield from (("labels", mark.mark.label) for mark in person.marks)
    yield from (("passages", lived.passage) for lived in profile.transitions)
    yield from (("topics", id) for id in (*guidance.offers, *guidance.privately, *guidance.seeks))
    yield from (("kinds", id) for id in profile.engagement.kinds)


def _by_assignment(assignment: Assignment) -> Iterator[tuple[str, str]]:
    needs = (*assignment.skills.required, *assignment.skills.desirable)
    yield from (("skills", need.skill) for need in needs)
    yield from (("sectors", id) for id in assignment.sectors)
    yield from (("silos", id) for id in (*assignment.silos, assignment.client.silo))
    yield from (("kinds", id) for id in assignment.kinds)
    yield from (("phases", id) for id in assignment.phases)
    if assignment.outcome:
        yield from (("phases", lesson.phase) for lesson in assignment.outcome.learned)
