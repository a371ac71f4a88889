"""The matches as JSON for programs. The models that make the report describe it, too."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, Literal

from sitegen.directory import Directory
from sitegen.i18n import Translator
from sitegen.matching.guides.report import GuideRecord, guide_records
from sitegen.matching.records import Condition, Why, condition, why
from sitegen.matching.results import Band, Guides, Match, Matches, PostingMatches
from sitegen.matching.sentences import sentence
from sitegen.matching.teams.report import TeamRecord, team_records
from sitegen.record import Record, schema_of

JSON_VERSION: Literal[1] = 1
TITLE = "What `sitegen match --format json` prints"


class MatchRecord(Record):
    """A person for an assignment; `parts` add up to `score`.

    `change` is the one thing that would change it, null where there is none.
    """

    profile: str
    score: int
    band: Band
    sentence: str
    reasons: tuple[Why, ...]
    gaps: tuple[Why, ...]
    checks: tuple[Condition, ...]
    parts: dict[str, int]
    change: Why | None


class PostingRecord(Record):
    """The people for an assignment, who fails one condition by little, and teams; best first."""

    ranking: tuple[MatchRecord, ...]
    nearly: tuple[MatchRecord, ...]
    teams: tuple[TeamRecord, ...]


class MatchReport(Record):
    """Assignments by their slug, and guides by the slug of who seeks one, best first.

    Of one assignment alone there are no guides, and of the guides alone no assignments.
    """

    version: Literal[1]
    as_of: date
    assignments: dict[str, PostingRecord] | None = None
    guides: dict[str, tuple[GuideRecord, ...]] | None = None


def as_json(
    matches: Matches, directory: Directory, translator: Translator, assignment: str | None = None
) -> str:
    """One assignment, or each and the guides; keys sorted, lists best first."""
    wanted = matches.postings if assignment is None else [assignment]
    postings = {slug: _posting(matches.postings[slug], directory, translator) for slug in wanted}
    if assignment is not None:
        return _encoded(directory, assignments=postings)
    guides = guide_records(matches.guides, directory, translator)
    return _encoded(directory, assignments=postings, guides=guides)


def guides_json(guides: Guides, directory: Directory, translator: Translator) -> str:
    """The guides alone, in the form that the whole report has them."""
    return _encoded(directory, guides=guide_records(guides, directory, translator))


def report_schema() -> dict[str, Any]:
    """The JSON Schema of the report."""
    return schema_of(MatchReport, {"title": TITLE})


def _encoded(directory: Directory, **parts: Any) -> str:
    report = MatchReport(version=JSON_VERSION, as_of=directory.today, **parts)
    values = report.model_dump(mode="json", exclude_unset=True)
    return json.dumps(values, ensure_ascii=False, indent=2, sort_keys=True)


def _posting(found: PostingMatches, directory: Directory, translator: Translator) -> PostingRecord:
    return PostingRecord(
        ranking=tuple(_match(match, directory, translator) for match in found.ranking),
        nearly=tuple(_match(match, directory, translator) for match in found.nearly),
        teams=team_records(found.teams, directory, translator),
    )


def _match(found: Match, directory: Directory, translator: Translator) -> MatchRecord:
    vocabulary = directory.vocabulary
    return MatchRecord(
        profile=found.profile,
        score=found.score,
        band=found.band,
        sentence=sentence(found, vocabulary, translator, strengths_only=False),
        reasons=tuple(why(reason, vocabulary, translator) for reason in found.strengths),
        gaps=tuple(why(reason, vocabulary, translator) for reason in found.gaps),
        checks=tuple(condition(check, vocabulary, translator) for check in found.checks),
        parts=dict(found.parts),
        change=why(found.change, vocabulary, translator) if found.change else None,
    )
