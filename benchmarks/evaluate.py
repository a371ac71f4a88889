"""`make eval`: the matching against the judged sets, beside two baselines.

`python -m benchmarks.evaluate --each` adds every ranking with the grades behind the names. `prose`
counts people in a first five whom only their own text rules out, `unshown` those who are eligible
for something and in no first five.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.baselines import Rankings, by_labels, by_words, keeping_conditions, ordered
from benchmarks.conditions import at_least, broken, held_level
from benchmarks.judged import DAY, SETS, Judged, TeamNeed, judged_set
from benchmarks.measures import gini, mean, ndcg, precision
from sitegen.match import matched

SHOWN = 5
AIMS = f"{'aim':<34}{'':>7}{'0.94':>9}{'0.81':>7}{'0':>12}{'':>23}{'0.88':>9}"
HEAD = (
    f"{'':<34}{'nDCG@5':>7}{'nDCG@10':>9}{'P@3':>7}{'violations':>12}{'prose':>7}{'Gini':>7}"
    f"{'unshown':>9}{'guides':>9}"
)


@dataclass(frozen=True, slots=True)
class Proposed:
    """What a way of matching proposes; None where it proposes no such thing."""

    rankings: Rankings
    guides: Rankings | None = None
    teams: Mapping[str, Sequence[Sequence[str]]] | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """The measures of one way of matching.

    `violations` are people in the first five who break a hard condition that a field shows, `prose`
    those whom only their own text rules out; `unshown` are eligible somewhere and never in a first
    five. `teams` counts assignments whose first team is complete and valid.
    """

    ndcg5: float
    ndcg10: float
    precision3: float
    violations: tuple[tuple[str, str, tuple[str, ...]], ...]
    prose: int
    gini: float
    unshown: tuple[str, ...]
    guides: float | None = None
    teams: int | None = None


def proposed_by_matching(judged: Judged) -> Proposed:
    """What `sitegen match --format json` says with the private folder."""
    report = json.loads(matched(judged.content, judged.private, DAY, DAY, None, "json"))
    found = {slug: report["assignments"][slug] for slug in judged.grades}
    rankings = {slug: _profiles(entry["ranking"]) for slug, entry in found.items()}
    teams = {slug: [team["members"] for team in found[slug]["teams"]] for slug in judged.teams}
    guides = {seeker: _profiles(report["guides"][seeker]) for seeker in judged.guides}
    return Proposed(rankings, guides, teams)


def measure(judged: Judged, proposed: Proposed) -> Measured:
    """Every measure of what was proposed."""
    rows = [(ranking, judged.grades[slug]) for slug, ranking in proposed.rankings.items()]
    counts = _shown(judged, proposed.rankings)
    guides, teams = proposed.guides, proposed.teams
    return Measured(
        ndcg5=mean([ndcg(ranking, grades, 5) for ranking, grades in rows]),
        ndcg10=mean([ndcg(ranking, grades, 10) for ranking, grades in rows]),
        precision3=mean([precision(ranking, grades, 3, 2) for ranking, grades in rows]),
        violations=tuple(violations(judged, proposed.rankings)),
        prose=sum(
            who in judged.prose[slug]
            for slug, ranking in proposed.rankings.items()
            for who in ranking[:SHOWN]
        ),
        gini=gini(list(counts.values())),
        unshown=tuple(who for who, count in counts.items() if not count),
        guides=None
        if guides is None
        else mean([ndcg(guides[seeker], grades, 10) for seeker, grades in judged.guides.items()]),
        teams=None if teams is None else sum(_first_is_complete(judged, teams)),
    )


def violations(judged: Judged, rankings: Rankings) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Assignment, person and conditions of whoever breaks one among the first five."""
    people = judged.directory.people
    for slug, ranking in rankings.items():
        assignment = judged.directory.postings[slug].assignment
        for who in ranking[:SHOWN]:
            conditions = broken(judged.directory, people[who], assignment)
            if conditions:
                yield slug, who, conditions


def is_complete(judged: Judged, slug: str, need: TeamNeed, team: Sequence[str]) -> bool:
    """Tell whether a team has the size, covers skills and languages, and breaks no condition."""
    assignment = judged.directory.postings[slug].assignment
    people = [judged.directory.people[who] for who in team]
    if len(set(team)) != len(team) or not need.least <= len(team) <= need.most:
        return False
    if any(broken(judged.directory, person, assignment) for person in people):
        return False
    has_skills = all(
        any(held_level(person, skill) >= level for person in people)
        for skill, level in need.skills.items()
    )
    return has_skills and all(
        any(at_least(person.profile.languages.get(code), level) for person in people)
        for code, level in need.languages.items()
    )


def _first_is_complete(
    judged: Judged, teams: Mapping[str, Sequence[Sequence[str]]]
) -> Iterator[bool]:
    for slug, need in judged.teams.items():
        proposed = teams.get(slug, ())
        yield bool(proposed) and is_complete(judged, slug, need, proposed[0])


def _shown(judged: Judged, rankings: Rankings) -> Counter[str]:
    """How often everybody who is eligible for any of these stands among the first five."""
    directory = judged.directory
    postings = [directory.postings[slug].assignment for slug in rankings]
    counts = Counter(
        {
            who: 0
            for who, person in directory.people.items()
            if any(not broken(directory, person, assignment) for assignment in postings)
        }
    )
    counts.update(who for ranking in rankings.values() for who in ranking[:SHOWN] if who in counts)
    return counts


def _profiles(entries: Sequence[Any]) -> list[str]:
    return [entry["profile"] for entry in entries]


def _row(name: str, found: Measured) -> str:
    guides = "–" if found.guides is None else f"{found.guides:.3f}"
    return (
        f"{name:<34}{found.ndcg5:>7.3f}{found.ndcg10:>9.3f}{found.precision3:>7.3f}"
        f"{len(found.violations):>12}{found.prose:>7}{found.gini:>7.2f}{len(found.unshown):>9}"
        f"{guides:>9}"
    )


def _parts(judged: Judged, proposed: Proposed) -> Iterator[tuple[str, Proposed]]:
    """What was proposed for each part of the set by itself."""
    for name, is_harder in (("easier", False), ("harder", True)) if judged.harder else ():
        chosen = {
            slug: ranking
            for slug, ranking in proposed.rankings.items()
            if (slug in judged.harder) is is_harder
        }
        yield f"  its {name} part, {len(chosen)} assignments", Proposed(chosen)


def _perfect(judged: Judged) -> Proposed:
    """The order of the grades themselves: what could be reached."""
    rankings = {slug: ordered(row, slug) for slug, row in judged.grades.items()}
    guides = {slug: ordered(row, slug) for slug, row in judged.guides.items()}
    return Proposed(rankings, guides)


def _each(rankings: Rankings, grades: Mapping[str, Mapping[str, int]]) -> Iterator[str]:
    for slug, row in grades.items():
        yield f"\n{slug}  nDCG@10 {ndcg(rankings[slug], row, 10):.3f}"
        names = [f"{who} {row.get(who, 0)}" for who in rankings[slug][:10]]
        yield "  " + ", ".join(names)
        lost = [f"{who} {grade}" for who, grade in row.items() if who not in rankings[slug][:10]]
        yield "  not there: " + (", ".join(lost) or "nobody")


def main(arguments: Sequence[str]) -> None:
    """Print a table for each set; with `--each` also every ranking."""
    for name in SETS:
        with judged_set(name) as judged:
            print("\n".join(_told(name, judged, "--each" in arguments)), end="\n\n")


def _told(name: str, judged: Judged, each: bool) -> Iterator[str]:
    ours = proposed_by_matching(judged)
    found = {way: measure(judged, proposed) for way, proposed in _ways(judged, ours).items()}
    count = len(judged.directory.people)
    seekers = len(judged.guides)
    yield f"{name} set: {len(judged.grades)} assignments, {count} people, {seekers} seekers\n"
    yield HEAD
    yield from (_row(way, row) for way, row in found.items())
    yield AIMS
    yield from _notes(judged, found["matching"])
    if each:
        yield from _each(ours.rankings, judged.grades)
        yield from _each(ours.guides or {}, judged.guides if ours.guides else {})


def _ways(judged: Judged, ours: Proposed) -> Mapping[str, Proposed]:
    (words, word_guides), (labels, label_guides) = by_words(judged), by_labels(judged)
    return {
        "matching": ours,
        **dict(_parts(judged, ours)),
        "BM25": Proposed(words, word_guides),
        "exact labels": Proposed(labels, label_guides),
        "BM25, conditions kept": Proposed(keeping_conditions(judged, words)),
        "exact labels, conditions kept": Proposed(keeping_conditions(judged, labels)),
        "the grades themselves": _perfect(judged),
    }


def _notes(judged: Judged, found: Measured) -> Iterator[str]:
    yield f"\nfirst team complete and valid: {found.teams} of {len(judged.teams)} (aim: 5 of 6)"
    for slug, who, conditions in found.violations:
        yield f"violation: {who} for {slug}: {', '.join(conditions)}"


if __name__ == "__main__":
    main(sys.argv[1:])
