"""Languages: what each person must speak, and what one of the team must."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sitegen.directory import Directory, Person, Posting
from sitegen.i18n import CEFR
from sitegen.matching.results import Check, Reason
from sitegen.models import Profile


@dataclass(frozen=True, slots=True)
class Spoken:
    """A language asked, and the level that a person has in it, if any."""

    language: str
    asked: str
    level: str | None

    @property
    def steps(self) -> int:
        """Steps below what is asked; a language that is missing is further away than any level."""
        if self.level is None:
            return len(CEFR)
        return max(0, CEFR.index(self.asked) - CEFR.index(self.level))

    @property
    def is_above(self) -> bool:
        """Better than what is asked."""
        return self.level is not None and CEFR.index(self.level) > CEFR.index(self.asked)


def compare(profile: Profile, asked: Mapping[str, str]) -> tuple[Spoken, ...]:
    """Each language asked with the best level a person has in it.

    `pt-BR` serves where `pt` is asked and the other way round; `zh-Hans` is not `zh-Hant`.
    """
    return tuple(Spoken(tag, level, _held(profile, tag)) for tag, level in asked.items())


def _held(profile: Profile, asked: str) -> str | None:
    bare = asked.split("-")[0]
    levels = [
        level
        for tag, level in profile.languages.items()
        if tag in (asked, bare) or (asked == bare and tag.split("-")[0] == bare)
    ]
    return max(levels, key=CEFR.index, default=None)


def for_each(profile: Profile, posting: Posting) -> tuple[Spoken, ...]:
    """What the person must speak: `everyone`, and of `any_of` the choice they are nearest to."""
    needs = posting.assignment.languages
    choices = [compare(profile, choice) for choice in needs.any_of]
    nearest = min(choices, key=lambda found: sum(one.steps for one in found), default=())
    return (*compare(profile, needs.everyone), *nearest)


def languages(person: Person, posting: Posting, _: Directory) -> Check:
    """Judge `everyone` and `any_of`; one language one step below is a near miss."""
    found = for_each(person.profile, posting)
    if not found:
        return Check("languages", "yes", Reason("languages-none"))
    short = [one for one in found if one.steps]
    if not short:
        return Check("languages", "yes", Reason("languages-yes", {"spoken": as_ids(found)}))
    relaxed = sum(one.steps for one in short) == 1
    first = short[0]
    params: dict[str, str | int] = {"language": first.language, "asked": first.asked}
    if first.level is None:
        return Check("languages", "no", Reason("languages-missing", params))
    params["level"] = first.level
    return Check("languages", "no", Reason("languages-below", params), relaxed)


def team_language(person: Person, posting: Posting, _: Directory) -> Check:
    """Judge one person for a team: what they do not speak, somebody else may."""
    needs = posting.assignment.languages.in_team
    if not needs:
        return Check("team language", "yes", Reason("team-language-none"))
    found = compare(person.profile, needs)
    short = [one for one in found if one.steps]
    if not short:
        return Check("team language", "yes", Reason("team-language-yes", {"spoken": as_ids(found)}))
    params = {"needs": ",".join(f"{one.language} {one.asked}" for one in short)}
    if posting.assignment.team.max == 1:
        return Check("team language", "no", Reason("team-language-no", params))
    return Check("team language", "not-stated", Reason("team-language-ask", params))


def as_ids(found: Iterable[Spoken]) -> str:
    """Languages with the person's level, as a parameter of a reason."""
    return ",".join(f"{one.language} {one.level}" for one in found)
