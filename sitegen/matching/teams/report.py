"""Teams in the report of `sitegen match`: as JSON for programs, as lists for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sitegen.directory import Directory
from sitegen.i18n import Translator
from sitegen.matching.records import Why, why
from sitegen.matching.results import Reason, State, Team
from sitegen.matching.teams.sentences import kept_of, strengths_of, team_sentence
from sitegen.matching.words import say
from sitegen.messages import phrase
from sitegen.record import Record

PARTS = {
    "required": phrase("required"),
    "desirable": phrase("desirable"),
    "silos": phrase("silos"),
    "overlap": phrase("overlap"),
    "language": phrase("language"),
    "sectors": phrase("sectors"),
    "members": phrase("members"),
    "size": phrase("size"),
}


class Alone(Record):
    """What rests on one member: a skill, or a language of the team."""

    skill: str | None = None
    language: str | None = None
    profile: str


class TeamRecord(Record):
    """People who could do it together; `parts` add up to `value`.

    `covers`: by required skill who has it at the level, whoever would do it first; `languages`: by
    language asked of the team who speaks it, perhaps nobody. `overlap`: skills of more than one;
    `single`: what rests on one; `needed`: those without whom no team found covers as much.
    """

    members: tuple[str, ...]
    sentence: str
    covers: dict[str, tuple[str, ...]]
    missing: tuple[str, ...]
    languages: dict[str, tuple[str, ...]]
    silos: tuple[str, ...]
    sectors: tuple[str, ...]
    overlap: tuple[str, ...]
    single: tuple[Alone, ...]
    needed: tuple[str, ...]
    cost: State
    value: int
    parts: dict[str, int]
    reasons: tuple[Why, ...]


def team_records(
    teams: Sequence[Team], directory: Directory, translator: Translator
) -> tuple[TeamRecord, ...]:
    """The teams of a posting, best first, everything in words too."""
    speech = _Speech(directory, translator)
    return tuple(speech.record(team) for team in teams)


def teams_text(
    teams: Sequence[Team], posting: str, directory: Directory, translator: Translator
) -> Iterator[str]:
    """The teams of a posting as lines; nothing where the work is for one person."""
    size = directory.postings[posting].assignment.team
    if size.max == 1:
        return
    speech = _Speech(directory, translator)
    yield ""
    yield "  " + translator.gettext("Teams")
    if not teams:
        yield "  " + translator.gettext("Too few people meet every condition.")
    elif not teams[0].is_complete:
        yield "  " + translator.gettext("No team covers everything. These cover the most.")
    for number, team in enumerate(teams, 1):
        yield from speech.entry(number, team)


class _Speech:
    """Says teams of one directory in one language."""

    def __init__(self, directory: Directory, translator: Translator) -> None:
        self.directory = directory
        self.translator = translator

    def say(self, reason: Reason) -> str:
        return say(reason, self.directory.vocabulary, self.translator)

    def sentence(self, team: Team) -> str:
        vocabulary = self.directory.vocabulary
        return team_sentence(team, vocabulary, self.translator, strengths_only=False)

    def record(self, team: Team) -> TeamRecord:
        vocabulary = self.directory.vocabulary
        return TeamRecord(
            members=team.members,
            sentence=self.sentence(team),
            covers=dict(team.covers),
            missing=team.missing,
            languages=dict(team.languages),
            silos=team.silos,
            sectors=team.sectors,
            overlap=team.overlap,
            single=tuple(Alone(**{one.kind: one.id, "profile": one.profile}) for one in team.alone),
            needed=team.needed,
            cost=team.cost,
            value=sum(team.parts.values()),
            parts=dict(team.parts),
            reasons=tuple(why(reason, vocabulary, self.translator) for reason in team.reasons),
        )

    def entry(self, number: int, team: Team) -> Iterator[str]:
        people, gettext = self.directory.people, self.translator.gettext
        names = self.translator.every(people[slug].profile.name for slug in team.members)
        yield f"{number:3}. {names} ({', '.join(team.members)})"
        yield f"     {self.sentence(team)}"
        yield from (f"     + {self.say(reason)}" for reason in strengths_of(team))
        yield from (f"     {_mark(reason)} {self.say(reason)}" for reason in kept_of(team))
        points = (f"{gettext(PARTS[name])} {count}" for name, count in team.parts.items() if count)
        yield "     = " + ", ".join(points)


def _mark(reason: Reason) -> str:
    """A plus for what is settled, a question for what is open, a minus for a gap."""
    if reason.code.endswith("-yes"):
        return "+"
    return "?" if reason.code.endswith(("not-stated", "no-budget", "days-some")) else "-"
