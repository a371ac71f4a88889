"""Why a pair fits and what it lacks. A reason cites only what stands in the fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.directory import Person
from sitegen.matching.credit import WHOLE, Credit
from sitegen.matching.pair import Pair
from sitegen.matching.results import Reason
from sitegen.matching.score import MISSING
from sitegen.matching.spoken import as_ids, compare, for_each
from sitegen.matching.worlds import sectors_known, silos_known
from sitegen.prose import Sentence

MOST_STRENGTHS = 5
LONGEST_QUOTE = 120
MOST_WORDS = 3


def strengths(pair: Pair) -> tuple[Reason, ...]:
    """Best first, at most five: skills as asked, rare ones first, then what else fits."""
    close = tuple(_close(pair))
    cited = {reason.params["other_skill"] for reason in close}
    found = [
        *_full(pair, "required", pair.required),
        *close,
        *_partial(pair),
        *_lived(pair),
        *_told(pair),
        *(r for r in _full(pair, "desirable", pair.desirable) if r.params["skill"] not in cited),
        *_worlds(pair),
        *_conditions(pair),
    ]
    return tuple(found[:MOST_STRENGTHS])


def gaps(pair: Pair) -> tuple[Reason, ...]:
    """Required skills short of what is asked, then desirable ones, then conditions to settle."""
    skills = [
        *(_short(pair, "required", credit) for credit in pair.required if not credit.is_full),
        *(_short(pair, "desirable", credit) for credit in pair.desirable if not credit.is_full),
    ]
    open_ends = (check.reason for check in pair.checks.values() if check.state in ("no", "partly"))
    return (*skills, *open_ends)


def _full(pair: Pair, group: str, credits: Iterable[Credit]) -> Iterator[Reason]:
    """Skills at the level asked. `required` says how many skills the posting requires."""
    held = sorted((c for c in credits if c.is_full), key=lambda credit: -credit.weight)
    for credit in held:
        skill = credit.need.skill
        params: dict[str, str | int] = {"skill": skill, "required": len(pair.required)}
        yield _evident(f"{group}-skill", skill, params, pair.person)


def _partial(pair: Pair) -> Iterator[Reason]:
    """Required skills below the level asked, said with the level they have."""
    for credit in pair.required:
        if credit.through == "skill" and not credit.unproven and MISSING <= credit.points < WHOLE:
            yield Reason("partial-skill", {"skill": credit.need.skill, "level": credit.level})


def _close(pair: Pair) -> Iterator[Reason]:
    """Skills one step from a required one where they count for something, the best first."""
    for credit in sorted(pair.required, key=lambda credit: -credit.points):
        if credit.through == "close" and credit.points >= MISSING:
            params: dict[str, str | int] = {
                "skill": credit.need.skill,
                "other_skill": credit.name,
            }
            yield _evident("close-skill", credit.name, params, pair.person)


def _lived(pair: Pair) -> Iterator[Reason]:
    """Required skills that a completed passage shows."""
    for credit in pair.required:
        if credit.through == "passage":
            passage = pair.voice.lived[credit.need.skill]
            params: dict[str, str | int] = {"skill": credit.need.skill, "passage": credit.name}
            if passage.since is None:
                yield Reason("lived-skill", params)
            else:
                yield Reason("lived-skill-year", {**params, "year": passage.since})


def _told(pair: Pair) -> Iterator[Reason]:
    """Required skills that are told and not listed; then, once, how near the text is at all."""
    for credit in pair.required:
        if credit.through == "told":
            sentence = pair.voice.told[credit.need.skill]
            yield Reason("told-skill", {"skill": credit.need.skill, **_quoted(sentence)})
    if pair.quoted:
        common = ", ".join(pair.brief.in_common(pair.quoted.text)[:MOST_WORDS])
        yield Reason("text-near", {"common": common, **_quoted(pair.quoted)})


def _quoted(sentence: Sentence) -> dict[str, str | int]:
    return {"quote": cut(sentence.text), "where": sentence.where}


def _evident(code: str, skill: str, params: dict[str, str | int], person: Person) -> Reason:
    """Add who confirmed the skill, and the evidence that the person gives."""
    if skill in person.confirmed:
        code, params = f"{code}-confirmed", {**params, "name": person.confirmed[skill].by}
    evidence = next((c.evidence for c in person.profile.skills if c.skill == skill), None)
    if evidence:
        code, params = f"{code}-quoted", {**params, "quote": cut(evidence)}
    return Reason(code, params)


def cut(text: str) -> str:
    """Shorten a quote at a word."""
    if len(text) <= LONGEST_QUOTE:
        return text
    kept = text[: LONGEST_QUOTE - 1].rsplit(" ", 1)[0]
    return kept.rstrip(" ,;:.–-") + "…"


def _worlds(pair: Pair) -> Iterator[Reason]:
    known = silos_known(pair.person)
    silos = [silo for silo in pair.posting.assignment.silos if silo in known]
    if silos:
        yield Reason("silos", {"silos": ",".join(silos), "count": len(silos)})
    sectors_of = sectors_known(pair.person)
    sectors = [sector for sector in pair.posting.assignment.sectors if sector in sectors_of]
    if sectors:
        yield Reason("sectors", {"sectors": ",".join(sectors), "count": len(sectors)})


def _conditions(pair: Pair) -> Iterator[Reason]:
    profile, asked = pair.person.profile, pair.posting.assignment.languages
    spoken = {
        one.language: one
        for one in (
            *for_each(profile, pair.posting),
            *compare(profile, asked.in_team),
            *compare(profile, asked.useful),
        )
        if not one.steps
    }
    if spoken:
        yield Reason("spoken", {"spoken": as_ids(spoken.values())})
    dates, place = pair.checks["dates"], pair.checks["place"]
    if dates.state == "yes":
        yield dates.reason
    country = pair.posting.assignment.work.country
    if place.state == "yes" and place.reason.code == "place-home":
        yield place.reason
    elif country and country in profile.regions:
        yield Reason("country-known", {"country": country})


def _short(pair: Pair, group: str, credit: Credit) -> Reason:
    """What is short of one need, said of the page and never of the person."""
    skill, params = credit.need.skill, {"skill": credit.need.skill}
    if skill in pair.voice.unwanted and credit.through != "close":
        return Reason(f"{group}-unwanted", params)
    if credit.points < MISSING and credit.through != "skill":
        return Reason(f"{group}-missing", params)
    if credit.through == "close":
        return Reason(f"{group}-close", {**params, "other_skill": credit.name})
    if credit.through != "skill":
        return Reason(f"{group}-{credit.through}", params)
    if credit.unproven and credit.level >= credit.need.level:
        return Reason(f"{group}-unproven", {**params, "level": credit.level})
    levels = {"level": credit.level, "asked": credit.need.level}
    return Reason(f"{group}-below", {**params, **levels})
