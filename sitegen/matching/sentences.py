"""The one sentence that stands before everything else about a match."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.i18n import Translator
from sitegen.matching.results import Match, Reason
from sitegen.matching.words import capital, phrase_of, say
from sitegen.vocabulary import Vocabulary

FEW_PARTS = 3
# How required skills fall short without being missing: what is said, and of which gaps.
SHORT = {
    "below": ("required-below",),
    "unproven": ("required-unproven",),
    "unlisted": ("required-told", "required-text"),
}
MOST_HELPFUL = 2


def sentence(
    match: Match, vocabulary: Vocabulary, translator: Translator, *, strengths_only: bool
) -> str:
    """What fits; then, unless only strengths are asked, what is missing and what is to settle."""
    parts = _parts(match, strengths_only=strengths_only)
    said = [capital("; ".join(phrase_of(part, vocabulary, translator) for part in parts)) + "."]
    if not strengths_only:
        said += [say(rest, vocabulary, translator) for rest in _shortfalls(match)]
        settle = [c.reason for c in match.checks if c.state in ("no", "partly")]
        text = "; ".join(phrase_of(reason, vocabulary, translator) for reason in settle)
        if text:
            said.append(say(Reason("to-settle", {"text": text}), vocabulary, translator))
    return " ".join(said)


def _parts(match: Match, *, strengths_only: bool) -> list[Reason]:
    """Skills, one that is close or helps, languages, dates; worlds and sectors if those are few."""
    found = [
        *_skills(match, strengths_only=strengths_only),
        *_beside(match, strengths_only=strengths_only),
        *_conditions(match),
    ]
    for reason in match.strengths:
        if reason.code in ("silos", "sectors") and len(found) < FEW_PARTS:
            found.append(reason)
    return found or [check.reason for check in match.checks if check.condition == "open"]


def _skills(match: Match, *, strengths_only: bool) -> Iterator[Reason]:
    held = [r for r in match.strengths if r.code.startswith("required-skill")]
    short = sum(reason.code.startswith("required-") for reason in match.gaps)
    if not held:
        if not strengths_only:
            yield Reason("no-skills", {"count": short})
        return
    asked = int(held[0].params["required"])
    skills = ",".join(str(reason.params["skill"]) for reason in held)
    if not short:
        yield Reason("both-skills" if asked == 2 else "all-skills", {"count": asked})
    elif strengths_only:
        yield Reason("these-skills", {"skills": skills})
    else:
        yield Reason("some-skills", {"count": asked - short, "required": asked, "skills": skills})


def _beside(match: Match, *, strengths_only: bool) -> Iterator[Reason]:
    """A skill close to a required one, below its level, lived or told, else the desirable skills.

    What is below its level is named among the shortfalls, where those are told.
    """
    close = next((r for r in match.strengths if r.code.startswith("close-skill")), None)
    partial = next((r for r in match.strengths if r.code == "partial-skill"), None)
    lived = [r for r in match.strengths if r.code.startswith("lived-skill")]
    told = [r for r in match.strengths if r.code == "told-skill"]
    near = any(reason.code == "text-near" for reason in match.strengths)
    helpful = [r.params["skill"] for r in match.strengths if r.code.startswith("desirable-skill")]
    if close:
        yield Reason("close-skill", close.params)
    elif partial and strengths_only:
        yield partial
    elif lived or told:
        skills = ",".join(str(reason.params["skill"]) for reason in lived or told)
        yield Reason("lived-skills" if lived else "tells-skills", {"skills": skills})
    elif near:
        yield Reason("tells-near")
    elif helpful:
        yield Reason("also-skills", {"skills": ",".join(map(str, helpful[:MOST_HELPFUL]))})


def _conditions(match: Match) -> Iterator[Reason]:
    checks = {check.condition: check for check in match.checks}
    spoken = [
        str(checks[name].reason.params.get("spoken", "")) for name in ("languages", "team language")
    ]
    pairs = [pair for part in spoken for pair in part.split(",") if pair]
    if pairs:
        yield Reason(
            "only-languages", {"languages": ",".join(dict.fromkeys(p.split(" ")[0] for p in pairs))}
        )
    if checks["dates"].state == "yes":
        yield checks["dates"].reason


def _shortfalls(match: Match) -> Iterator[Reason]:
    """Required skills that are missing, else some that would help; then those below the level."""
    missing = _named(match, "required-missing", "required-unwanted")
    missing = missing or _named(match, "desirable-missing", "desirable-unwanted")[:MOST_HELPFUL]
    if missing:
        yield Reason("missing", {"skills": ",".join(missing)})
    for code, gap_codes in SHORT.items():
        skills = _named(match, *gap_codes)
        if skills:
            yield Reason(code, {"skills": ",".join(skills)})


def _named(match: Match, *codes: str) -> list[str]:
    return [str(reason.params["skill"]) for reason in match.gaps if reason.code in codes]
