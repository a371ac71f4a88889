"""Who seeks and who guides: what both chose to make public, or what a coordinator knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sitegen.directory import Directory, Person
from sitegen.matching.guides.features import Guide, Seeker, guide_of, seeker_of
from sitegen.matching.guides.terms import Terms
from sitegen.memo import ONCE, Memo
from sitegen.models.log import Introduction, Log
from sitegen.overlay import PrivateFacts
from sitegen.terms import fold_words

# A guide who does not say how many gets one, and the coordinator a question.
UNSTATED_CAPACITY = 1
UNDER_WAY = ("asked", "agreed")


@dataclass(frozen=True, slots=True)
class Both:
    """Everybody on the two sides, by slug."""

    seekers: tuple[Seeker, ...]
    guides: tuple[Guide, ...]


def both_sides(
    directory: Directory,
    facts: Mapping[str, PrivateFacts],
    log: Log,
    memo: Memo = ONCE,
    *,
    private: bool,
) -> Both:
    """Who seeks and who guides. Not `private`: only what both chose to make public counts."""
    people = [person for _, person in sorted(directory.people.items())]
    seeking = [p for p in people if (_seeks(p) if private else _seeks_in_public(p))]
    if not seeking:
        return Both((), ())
    rows = tuple(row for row in log.introductions if row.purpose is not None)
    busy = Counter(row.profile for row in rows if row.state in UNDER_WAY)
    guiding = [p for p in people if p.is_matched and _guides(p, private=private)]
    room = {p.slug: _room(p, facts.get(p.slug), busy[p.slug]) for p in guiding}
    terms, year = Terms(directory.vocabulary), directory.today.year

    def guide(person: Person) -> Guide:
        places = room[person.slug]
        return memo.of(
            ("guide", person.slug),
            (person, directory.vocabulary, f"{places} {year} {private}"),
            lambda: guide_of(person, places, terms, year, private=private),
        )

    return Both(
        tuple(seeker_of(p, terms, year, _met(p, rows), private=private) for p in seeking),
        tuple(guide(p) for p in guiding if room[p.slug] > 0),
    )


def _seeks(person: Person) -> bool:
    states = (transition.state for transition in person.profile.transitions)
    return bool(person.profile.guidance.seeks) or "preparing" in states


def _seeks_in_public(person: Person) -> bool:
    profile = person.profile
    chosen = profile.guidance.seeks and profile.guidance.seeking_in_public
    return bool(chosen) and profile.listed and profile.matched and person.freshness != "dormant"


def _guides(person: Person, *, private: bool) -> bool:
    guidance = person.profile.guidance
    offered = guidance.offers or (private and guidance.privately)
    lived = any(t.state == "through-it" for t in person.profile.transitions)
    return bool(offered) and not guidance.paused and lived


def _room(person: Person, facts: PrivateFacts | None, busy: int) -> int:
    """Places a guide has left: what they offer less their real load and whom they are asked for."""
    stated = person.profile.guidance.capacity
    load = (facts.guidance_load or 0) if facts else 0
    return (UNSTATED_CAPACITY if stated is None else stated) - load - busy


def _met(person: Person, rows: Iterable[Introduction]) -> Iterable[str]:
    """The guides whom the log names for somebody, by slug or by name."""
    name = fold_words(person.profile.name)
    for row in rows:
        if row.seeker == person.slug or fold_words(row.seeker or "") == name:
            yield row.profile
