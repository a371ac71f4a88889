"""The matches as a ranking for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.directory import Directory
from sitegen.i18n import Translator
from sitegen.matching.exposure import MOST_NAMED, Exposure, exposure
from sitegen.matching.results import Match, Matches, PostingMatches, Reason
from sitegen.matching.sentences import sentence
from sitegen.matching.teams.report import teams_text
from sitegen.matching.words import say
from sitegen.messages import phrase

BANDS = {"strong": phrase("strong"), "good": phrase("good"), "possible": phrase("possible")}
PARTS = (
    phrase("required"), phrase("desirable"), phrase("text"), phrase("sectors"), phrase("silos"),
    phrase("availability"), phrase("rest"),
)  # fmt: skip


def as_text(
    matches: Matches, directory: Directory, translator: Translator, assignment: str | None
) -> str:
    """The ranking of one assignment, or of each, with reasons and what is open.

    Of all together also how evenly people are shown, who is most, and who is not at all.
    """
    speech = _Speech(directory, translator)
    wanted = sorted(matches.postings) if assignment is None else [assignment]
    found = ["\n".join(speech.posting(slug, matches.postings[slug])) for slug in wanted]
    if assignment is None:
        found.append("\n".join(speech.shown(exposure(matches))))
    return "\n\n".join(found)


class _Speech:
    """Says matches of one directory in one language."""

    def __init__(self, directory: Directory, translator: Translator) -> None:
        self.directory = directory
        self.translator = translator

    def say(self, reason: Reason) -> str:
        return say(reason, self.directory.vocabulary, self.translator)

    def sentence(self, found: Match) -> str:
        vocabulary = self.directory.vocabulary
        return sentence(found, vocabulary, self.translator, strengths_only=False)

    def shown(self, found: Exposure) -> Iterator[str]:
        """How evenly the first places are spread."""
        gettext = self.translator.gettext
        most = ", ".join(f"{who} {count}" for who, count in found.shown[:MOST_NAMED])
        never = ", ".join(found.never)
        nobody = gettext("nobody")
        yield gettext("Who stands among the first five")
        yield "  " + gettext("unevenness (Gini, 0 to 100): {n}").format(n=found.unevenness)
        yield "  " + gettext("most often: {names}").format(names=most or nobody)
        yield "  " + gettext("eligible and never: {names}").format(names=never or nobody)

    def posting(self, slug: str, posting: PostingMatches) -> Iterator[str]:
        gettext = self.translator.gettext
        yield f"{self.directory.postings[slug].assignment.title} ({slug})"
        if not posting.ranking:
            yield "  " + gettext("Nobody meets every condition.")
        for number, found in enumerate(posting.ranking, 1):
            yield from self.entry(f"{number:3}.", found)
        if posting.nearly:
            yield ""
            yield "  " + gettext("Nearly: one condition apart, which a talk may settle")
        for found in posting.nearly:
            yield from self.entry("   –", found)
        yield from teams_text(posting.teams, slug, self.directory, self.translator)

    def entry(self, mark: str, found: Match) -> Iterator[str]:
        gettext = self.translator.gettext
        name = self.directory.people[found.profile].profile.name
        yield f"{mark} {name} ({found.profile}): {gettext(BANDS[found.band])}, {found.score}"
        yield f"     {self.sentence(found)}"
        yield from (f"     + {self.say(reason)}" for reason in found.strengths)
        yield from (f"     - {self.say(reason)}" for reason in found.gaps)
        if found.change:
            yield f"     > {self.say(found.change)}"
        for check in found.checks:
            if check.state == "not-stated":
                condition = gettext(check.condition)
                yield f"     ? {condition}: {self.say(check.reason)}"
        points = (f"{gettext(name)} {count}" for name, count in found.parts.items())
        yield "     = " + ", ".join(points)
