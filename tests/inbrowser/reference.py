"""What Python finds for people and postings when no text, sector or world is counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from sitegen.directory import Directory, Person, Posting
from sitegen.i18n import Translator
from sitegen.matching.change import change_of
from sitegen.matching.conditions import eligible, judge
from sitegen.matching.credit import Credits, credits_of
from sitegen.matching.pair import Pair
from sitegen.matching.pool import pool_of
from sitegen.matching.reasoning import gaps, strengths
from sitegen.matching.results import Check, Match, Reason
from sitegen.matching.score import MISSING, rounded, skills_share
from sitegen.matching.sentences import sentence
from sitegen.matching.skills import Skills
from sitegen.matching.text import Brief
from sitegen.matching.voice import voice_of
from sitegen.matching.words import say
from sitegen.models.assignment import SkillNeed

ENGLISH = Translator()


@dataclass(frozen=True)
class Asked:
    """A posting with what everybody brings for it; `bare` without sectors and worlds."""

    posting: Posting
    bare: Posting
    required: tuple[Credits, ...]
    desirable: tuple[Credits, ...]
    missing: Sequence[int]
    parts: Sequence[Sequence[int]]


class Reference:
    """All people of a directory before its open postings, by the fields alone."""

    def __init__(self, directory: Directory) -> None:
        self.directory = directory
        self.people = [person for _, person in sorted(directory.people.items())]
        self.postings = [p for _, p in sorted(directory.postings.items()) if p.is_open]
        vocabulary = directory.vocabulary
        self.voices = [voice_of(person, vocabulary, {}) for person in self.people]
        self._skills = Skills.of(self.voices, vocabulary)
        self._pool = pool_of(directory)
        self.asked = [self._ask(posting) for posting in self.postings]
        self.checks: set[tuple[str, str, bool]] = set()
        self.codes: set[str] = set()
        self._said = cache(self._say)

    def row(self, place: int) -> str:
        """Everything about one person, in the form of parity.js."""
        return "\n\n".join("\n".join(self._told(place, asked)) for asked in self.asked)

    def _ask(self, posting: Posting) -> Asked:
        assignment, weights = posting.assignment, self.directory.site.matching.weights
        needs = assignment.skills
        own = {need.skill for need in needs.required}
        every = own | {need.skill for need in needs.desirable}
        required = tuple(self._credits(need, own) for need in needs.required)
        desirable = tuple(self._credits(need, every) for need in needs.desirable)
        share = skills_share(required)
        helpful = skills_share(desirable) if desirable else share
        parts = rounded(np.array([weights.required * share, weights.desirable * helpful]))
        bare = assignment.model_copy(update={"sectors": (), "silos": ()})
        return Asked(
            posting,
            replace(posting, assignment=bare),
            required,
            desirable,
            np.sum([credits.points < MISSING for credits in required], axis=0).tolist(),
            parts.T.tolist(),
        )

    def _credits(self, need: SkillNeed, asked: set[str]) -> Credits:
        others = [s for s in self._pool.related.get(need.skill, ()) if s not in asked]
        who = np.arange(len(self.people))
        weight = self._pool.counts.need(need)
        return credits_of(need, weight, self._skills, others, who, np.zeros_like(who))

    def _told(self, place: int, asked: Asked) -> Iterator[str]:
        person, voice = self.people[place], self.voices[place]
        checks = tuple(judge(person, asked.posting, self.directory))
        profile = person.profile.model_copy(update={"regions": ()})
        pair = Pair(
            replace(person, profile=profile),
            asked.bare,
            {check.condition: check for check in checks},
            tuple(credits.one(place, voice) for credits in asked.required),
            tuple(credits.one(place, voice) for credits in asked.desirable),
            voice,
            Brief({}),
            None,
        )
        for check in checks:
            self.checks.add((check.condition, check.state, check.relaxed))
            relaxed = "relaxed" if check.relaxed else ""
            yield f"{check.condition} {check.state} {relaxed} {self._reason(check.reason)}"
        missing, parts = asked.missing[place], asked.parts[place]
        stands = standing(checks, missing, len(asked.required))
        yield f"{stands} {missing} {parts[0]} {parts[1]}"
        found = strengths(pair), gaps(pair), None if stands == "out" else change_of(pair)
        for reason in (*found[0], *found[1], *((found[2],) if found[2] else ())):
            yield self._reason(reason)
        match = _match(person, asked.posting, checks, found[0], found[1])
        for strengths_only in (False, True):
            vocabulary = self.directory.vocabulary
            yield sentence(match, vocabulary, ENGLISH, strengths_only=strengths_only)

    def _reason(self, reason: Reason) -> str:
        self.codes.add(reason.code)
        return self._said(reason.code, tuple(reason.params.items()))

    def _say(self, code: str, params: tuple[tuple[str, str | int], ...]) -> str:
        text = say(Reason(code, dict(params)), self.directory.vocabulary, ENGLISH)
        return f"{code}: {text}"


def standing(checks: Sequence[Check], missing: int, required: int) -> str:
    """`eligible`, `nearly` or `out`, as sitegen.matching.ranking takes people in."""
    if eligible(checks) is None:
        return "out"
    if any(check.state == "no" for check in checks):
        return "nearly" if missing * 2 <= required else "out"
    return "eligible" if missing < required else "out"


def _match(
    person: Person,
    posting: Posting,
    checks: tuple[Check, ...],
    found: tuple[Reason, ...],
    lacking: tuple[Reason, ...],
) -> Match:
    return Match(person.slug, posting.slug, 0, "good", {}, checks, found, lacking, 0)
