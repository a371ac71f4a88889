"""What upkeep finds, as values: nothing here is in words yet, nor chosen for who may read it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sitegen.directory import Directory, Mark, Person, Posting
from sitegen.local import Local
from sitegen.matching import Matches
from sitegen.matching.exposure import Exposure, exposure
from sitegen.matching.matcher import match
from sitegen.models.log import Introduction
from sitegen.terms import fold_words
from sitegen.upkeep.ages import PageAge, aged_pages, ending_marks, talks_begun, waiting_rows
from sitegen.upkeep.waiting import Waiting
from sitegen.vocabulary import WHERE, Vocabulary
from sitegen.workers import crew_of, worth_having


@dataclass(frozen=True, slots=True)
class Scope:
    """What a report is about: only what has `stale`d, only what is `public`, what was given."""

    stale: bool = False
    public: bool = False
    has_private: bool = False
    has_waiting: bool = False


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything on one day, what is urgent first.

    `outdated` are people who agreed to another wording than the newest of the site.
    `talks` are the years with how many talks with a guide began in each.
    `words` are those that the vocabulary lacks, with the number of people who write them.
    `unseen` are people who take part in matching and are shown with no open assignment;
    `exposure` is how evenly the others stand among the first, None where nobody asked.
    """

    today: date
    pages: tuple[PageAge, ...]
    marks: tuple[tuple[Person, Mark], ...]
    overdue: tuple[Posting, ...]
    waiting: tuple[Waiting, ...]
    asked: tuple[Introduction, ...]
    agreed: tuple[Introduction, ...]
    outdated: tuple[Person, ...]
    talks: tuple[tuple[int, int], ...] = ()
    words: tuple[tuple[str, int], ...] = ()
    unseen: tuple[Person, ...] = ()
    exposure: Exposure | None = None


def found_in(local: Local, waiting: Iterable[Waiting], scope: Scope) -> Findings:
    """What upkeep finds within a scope; in public only of listed people."""
    directory = local.directory
    listed = {person.slug for person in directory.listed}
    people = listed if scope.public else set(directory.people)
    patience = directory.site.relay.answers_within
    rows = local.log.introductions
    words = lacking_words(directory, people)
    # A word that few people write says who they are.
    least = directory.site.thresholds.smallest_count if scope.public else 1
    matches = None if scope.stale else match(directory, local.facts, crew_of(worth_having()))
    return Findings(
        directory.today,
        tuple(p for p in aged_pages(directory, timedelta(0)) if p.person.slug in people),
        tuple(r for r in ending_marks(directory, expired=True) if r[0].slug in people),
        overdue(directory),
        tuple(one for one in waiting if not scope.stale or one.days > patience),
        waiting_rows(rows, directory, "asked", beyond=patience if scope.stale else -1),
        waiting_rows(rows, directory, "agreed", beyond=patience if scope.stale else -1),
        outdated(directory, people),
        () if scope.stale else talks_begun(rows),
        () if scope.stale else tuple(w for w in words if w[1] >= least),
        unseen(directory, matches) if matches else (),
        exposure(matches) if matches else None,
    )


def outdated(directory: Directory, people: Iterable[str]) -> tuple[Person, ...]:
    """Of these people who agreed to another wording than the last in site.yml, by slug."""
    newest = next(reversed(tuple(directory.site.consent)), None)
    found = (directory.people[slug] for slug in sorted(people))
    return tuple(person for person in found if person.profile.consent.wording != newest)


def overdue(directory: Directory) -> tuple[Posting, ...]:
    """Assignments past their deadline that nobody has closed, the oldest first."""
    found = [p for p in directory.postings.values() if p.closed and p.assignment.status == "open"]
    return tuple(sorted(found, key=lambda p: (p.assignment.deadline or date.max, p.slug)))


def lacking_words(directory: Directory, people: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """Words of `in_my_words` that are no label or alias, the most frequent first.

    Spellings that fold to the same words count together, under the first of them.
    """
    known = _known_words(directory.vocabulary)
    counts: Counter[str] = Counter()
    spellings: dict[str, str] = {}
    for slug in sorted(people):
        written = {fold_words(word): word for word in directory.people[slug].profile.in_my_words}
        for folded, word in written.items():
            if folded and folded not in known:
                counts[folded] += 1
                spellings.setdefault(folded, word)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple((spellings[folded], count) for folded, count in ranked)


def _known_words(vocabulary: Vocabulary) -> frozenset[str]:
    terms = [term for kind in WHERE for term in vocabulary.terms(kind).values()]
    names = [name for term in terms for found in term.aliases.values() for name in found]
    labels = [
        word for term in (*terms, *vocabulary.families.values()) for word in (term.id, term.label)
    ]
    return frozenset(fold_words(name) for name in (*names, *labels))


def unseen(directory: Directory, matches: Matches) -> tuple[Person, ...]:
    """People who take part in matching, and whom the site shows with no open assignment."""
    least = directory.site.matching.bands.possible
    shown = {
        found.profile
        for posting in matches.postings.values()
        for found in posting.ranking
        if found.score >= least
    }
    people: Mapping[str, Person] = directory.people
    return tuple(p for slug, p in sorted(people.items()) if p.is_matched and slug not in shown)
