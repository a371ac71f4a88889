"""A team in one sentence, and what of its reasons the public is told."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.i18n import Translator
from sitegen.matching.results import Reason, Team
from sitegen.matching.words import capital, phrase_of
from sitegen.vocabulary import Vocabulary

# What is missing, and what is to be settled before a contract: not for the public.
GAPS = (
    "team-missing",
    "team-missing-languages",
    "team-no-common",
    "team-days-short",
    "team-days-some",
    "team-days-not-stated",
)
COSTS = "team-cost-"


def team_sentence(
    team: Team, vocabulary: Vocabulary, translator: Translator, *, strengths_only: bool
) -> str:
    """What a team covers; unless only strengths are asked, of how much, and what is missing."""
    parts = _covered(team, strengths_only=strengths_only)
    said = capital("; ".join(phrase_of(part, vocabulary, translator) for part in parts)) + "."
    if not strengths_only and team.missing:
        missing = Reason("missing", {"skills": ",".join(team.missing)})
        said += " " + capital(phrase_of(missing, vocabulary, translator))
    return said


def _covered(team: Team, *, strengths_only: bool) -> Iterator[Reason]:
    asked, skills = len(team.covers) + len(team.missing), ",".join(team.covers)
    if not team.missing:
        yield Reason("both-skills" if asked == 2 else "all-skills", {"count": asked})
    elif not team.covers:
        yield Reason("no-skills")
    elif strengths_only:
        yield Reason("these-skills", {"skills": skills})
    else:
        counts = {"count": len(team.covers), "required": asked}
        yield Reason("some-skills", {**counts, "skills": skills})
    spoken = [tag for tag, speakers in team.languages.items() if speakers]
    if spoken:
        yield Reason("only-languages", {"languages": ",".join(spoken)})
    yield from (r for r in team.reasons if r.code == "team-silos")


def strengths_of(team: Team) -> tuple[Reason, ...]:
    """The reasons that the public may read: neither gaps nor anything about money."""
    return tuple(r for r in team.reasons if not _is_kept(r))


def kept_of(team: Team) -> tuple[Reason, ...]:
    """What is missing, what is to be settled, and how the cost stands to the budget."""
    return tuple(r for r in team.reasons if _is_kept(r))


def _is_kept(reason: Reason) -> bool:
    return reason.code in GAPS or reason.code.startswith(COSTS)
