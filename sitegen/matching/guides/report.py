"""Guides in the report of `sitegen match`: as JSON for programs, as lists for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.directory import Directory
from sitegen.i18n import Translator
from sitegen.matching.records import Condition, Why, condition, why
from sitegen.matching.results import GuideMatch, Guides, Reason
from sitegen.matching.words import say
from sitegen.messages import phrase
from sitegen.record import Record

PARTS = (
    phrase("passage"), phrase("topics"), phrase("language"), phrase("circumstances"),
    phrase("sectors"), phrase("region"), phrase("text"),
)  # fmt: skip


class GuideRecord(Record):
    """A guide for somebody who seeks one; `parts` add up to `score`."""

    profile: str
    score: int
    reasons: tuple[Why, ...]
    parts: dict[str, int]
    checks: tuple[Condition, ...]


def guide_records(
    guides: Guides, directory: Directory, translator: Translator
) -> dict[str, tuple[GuideRecord, ...]]:
    """By seeker the guides proposed, best first, everything in words too."""
    speech = _Speech(directory, translator)
    return {slug: tuple(speech.record(match) for match in found) for slug, found in guides.items()}


def guides_text(guides: Guides, directory: Directory, translator: Translator) -> str:
    """Who seeks, and below each the guides proposed with reasons and what is open."""
    speech = _Speech(directory, translator)
    said = ("\n".join(speech.seeker(slug, found)) for slug, found in guides.items())
    return "\n\n".join(said) or translator.gettext("Nobody seeks guidance.")


class _Speech:
    """Says guides of one directory in one language."""

    def __init__(self, directory: Directory, translator: Translator) -> None:
        self.directory = directory
        self.translator = translator

    def say(self, reason: Reason) -> str:
        return say(reason, self.directory.vocabulary, self.translator)

    def record(self, match: GuideMatch) -> GuideRecord:
        vocabulary = self.directory.vocabulary
        return GuideRecord(
            profile=match.profile,
            score=match.score,
            reasons=tuple(why(reason, vocabulary, self.translator) for reason in match.reasons),
            parts=dict(match.parts),
            checks=tuple(condition(c, vocabulary, self.translator) for c in match.checks),
        )

    def name(self, slug: str) -> str:
        return f"{self.directory.people[slug].profile.name} ({slug})"

    def seeker(self, slug: str, found: tuple[GuideMatch, ...]) -> Iterator[str]:
        yield self.name(slug)
        if not found:
            yield "  " + self.translator.gettext(
                "Nobody who has been through it has room and a language in common."
            )
        for number, match in enumerate(found, 1):
            yield f"{number:3}. {self.name(match.profile)}: {match.score}"
            yield from (f"     + {self.say(reason)}" for reason in match.reasons)
            yield from (f"     ? {text}" for text in self.to_ask(match))
            gettext = self.translator.gettext
            points = (f"{gettext(name)} {count}" for name, count in match.parts.items())
            yield "     = " + ", ".join(points)

    def to_ask(self, match: GuideMatch) -> Iterator[str]:
        """What is open, where no reason above has said it."""
        for check in match.checks:
            if check.state != "yes" and check.reason not in match.reasons:
                yield f"{self.translator.gettext(check.condition)}: {self.say(check.reason)}"
