"""Circles in words, for the coordinator alone: who, on what, when, and why each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sitegen.directory import Directory, Person
from sitegen.i18n import CEFR, Translator
from sitegen.matching import say
from sitegen.matching.circles.forming import Circle, passages_of, zone_of
from sitegen.matching.circles.hours import local_minutes, spans
from sitegen.matching.guides.compare import Lived
from sitegen.matching.guides.features import Seeker, bare
from sitegen.matching.guides.people import Both
from sitegen.matching.guides.reasoning import passed
from sitegen.messages import phrase

STATES = {"preparing": phrase("prepares it"), "in-it": phrase("is in the middle of it")}


def circles_text(
    found: Sequence[Circle], sides: Both, directory: Directory, translator: Translator
) -> str:
    """All circles, and below them everybody who seeks and is in none, with what is missing."""
    speech = _Speech(directory, translator)
    said = ["\n".join(speech.circle(n, circle)) for n, circle in enumerate(found, 1)]
    placed = {slug for circle in found for slug in circle.slugs}
    alone = [seeker for seeker in sides.seekers if seeker.slug not in placed]
    if alone:
        said.append("\n".join(speech.alone(alone)))
    return "\n\n".join(said) or translator.gettext("Nobody seeks guidance.")


class _Speech:
    def __init__(self, directory: Directory, translator: Translator) -> None:
        self.directory = directory
        self.vocabulary = directory.vocabulary
        self.t = translator

    def circle(self, number: int, circle: Circle) -> Iterator[str]:
        label = self.vocabulary.passages[circle.passage].label
        hours = ", ".join(f"{first:02}:00–{last:02}:00" for first, last in spans(circle.hours))
        text = self.t.gettext("{passage}, in {language}; to begin at {hours} UTC")
        head = text.format(passage=label, language=self.t.language(circle.language), hours=hours)
        yield f"{number:3}. {head}"
        yield f"     * {self.guide(circle)}"
        yield from (f"     - {self.seeker(seeker, circle)}" for seeker in circle.seekers)

    def guide(self, circle: Circle) -> str:
        guide = circle.guide
        lived = [
            Lived(one, "near" if circle.is_near else "same", circle.passage)
            for done in self._known(circle)
            for one in guide.passed[done]
        ]
        said = say(passed(lived[0]), self.vocabulary, self.t)
        text = self.t.gettext("{name}, guide: {said}; {language}; {clock}")
        return text.format(
            name=self.name(guide.person), said=said, **self._common(guide.person, circle)
        )

    def _known(self, circle: Circle) -> list[str]:
        """The passage itself, or those of the guide's that are near to it."""
        if not circle.is_near:
            return [circle.passage]
        passages = self.vocabulary.passages
        return [
            done
            for done in circle.guide.passed
            if done in passages[circle.passage].near or circle.passage in passages[done].near
        ]

    def seeker(self, seeker: Seeker, circle: Circle) -> str:
        states = [
            self.t.gettext(STATES[one.state])
            for one in seeker.person.profile.transitions
            if one.passage == circle.passage and one.state in STATES
        ]
        topics = (self.vocabulary.topics[one].label for one in sorted(seeker.topics))
        asks = self.t.gettext("asks about {topics}").format(topics=self.t.every(topics))
        why = "; ".join([*states[:1], *([asks] if seeker.topics else [])])
        text = self.t.gettext("{name}: {said}; {language}; {clock}")
        return text.format(
            name=self.name(seeker.person), said=why, **self._common(seeker.person, circle)
        )

    def _common(self, person: Person, circle: Circle) -> dict[str, str]:
        levels = person.profile.languages
        tag = max(
            (tag for tag in levels if bare(tag) == circle.language),
            key=lambda tag: CEFR.index(levels[tag]),
        )
        minutes = local_minutes(zone_of(person), circle.hours[0], self.directory.today)
        clock = f"{minutes // 60:02}:{minutes % 60:02}"
        return {
            "language": f"{self.t.language(tag)} {levels[tag]}",
            "clock": self.t.gettext("from {clock} there").format(clock=clock),
        }

    def alone(self, seekers: Sequence[Seeker]) -> Iterator[str]:
        yield self.t.gettext("In no circle:")
        for seeker in seekers:
            yield f"     - {self.name(seeker.person)}: {self.missing(seeker)}"

    def missing(self, seeker: Seeker) -> str:
        if not zone_of(seeker.person):
            return self.t.gettext("their time zone is not stated")
        if not passages_of(seeker):
            return self.t.gettext("which way out it is about is not stated")
        return self.t.gettext(
            "too few who share the passage, a language and the hours, or no guide"
        )

    def name(self, person: Person) -> str:
        return f"{person.profile.name} ({person.slug})"
