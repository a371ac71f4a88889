"""What `check` asks members about their own text: a skill told and not listed, a field gainsaid.

Matching reads fields alone and guesses nothing, so what only the text says is asked for here.
Warnings, kindly put: the member knows better. A build never looks for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import chain, islice
from typing import NamedTuple

from sitegen.directory import Directory, months_later
from sitegen.errors import Problem
from sitegen.frontmatter import Loc, Source
from sitegen.models import Profile
from sitegen.prose import Phrases, Sentence, sentences
from sitegen.read import Sources
from sitegen.terms import fold_words
from sitegen.workers import Alone, Crew, in_turn

# More would be a form to fill in, and not a question.
MOST = 3
LONGEST_QUOTE = 100
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_BOOKED = re.compile(
    r"\b(?:booked|not free|not available|unavailable|under contract|cannot accept)\b[^.!?]*?"
    rf"\b(?:until|till|before)\s+(the\s+end\s+of\s+)?({'|'.join(_MONTHS)})\s+(\d{{4}})\b",
    re.I,
)
_DECLINES = re.compile(
    r"\bI\s+(?:do\s+not|don't|don’t|will\s+not|won't|won’t|never|no\s+longer)\s+"
    r"(?:(?:work|take\s+work|consult)\s+(?:for|with)\s+(?!free\b|nothing\b|less\b)"
    r"|(?:take|accept)\s+(?:an\s+|any\s+)?(?:money|work|assignments?)\s+(?:from|that|which)\b)",
    re.I,
)


def suggestion_problems(
    sources: Sources, directory: Directory, crew: Crew | None = None
) -> Iterator[Problem]:
    """At most three skills a profile, then what its text says of time and of clients.

    A crew shares what is worth it.
    """
    asking = _Asking(sources, directory, Phrases(directory.vocabulary))
    asked = in_turn(crew or Alone(), _of_one, asking, [*directory.people])
    return chain.from_iterable(asked)


class _Asking(NamedTuple):
    sources: Sources
    directory: Directory
    phrases: Phrases


def _of_one(asking: _Asking, slug: str) -> list[Problem]:
    return [*_suggested(slug, *asking)]


def _suggested(
    slug: str, sources: Sources, directory: Directory, phrases: Phrases
) -> Iterator[Problem]:
    person, source = directory.people[slug], sources.collections["profiles"][slug]
    profile = person.profile
    if not (profile.listed and profile.matched):
        return
    written = sentences(profile, person.body)
    folded = [fold_words(sentence.text).split() for sentence in written]
    listed = {claim.skill for claim in profile.skills}
    told = ((s, one) for s, one in phrases.told(written, folded).items() if s not in listed)
    for skill, sentence in islice(told, MOST):
        params = {"value": directory.vocabulary.skills[skill].label, "example": skill}
        yield _asked(source, ("skills",), "P180", sentence, **params)
    for sentence in written:
        yield from _of_time(profile, source, sentence, directory.today)
        yield from _of_clients(profile, source, sentence)


def _of_time(
    profile: Profile, source: Source, sentence: Sentence, today: date
) -> Iterator[Problem]:
    found = _BOOKED.search(sentence.text)
    if found:
        end_of, month, year = found.groups()
        day = date(int(year), _MONTHS.index(month.lower()) + 1, 1)
        day = months_later(day, 1) if end_of else day
        start = profile.availability.start
        if day > today and (start is None or start < day):
            example = f"from: {day.isoformat()}"
            yield _asked(source, ("availability",), "P181", sentence, example=example)


def _of_clients(profile: Profile, source: Source, sentence: Sentence) -> Iterator[Problem]:
    declined = profile.declines
    stated = declined.sectors or declined.silos or declined.note
    if not stated and _DECLINES.search(sentence.text):
        yield _asked(source, (), "P182", sentence)


def _asked(source: Source, loc: Loc, code: str, sentence: Sentence, **params: str) -> Problem:
    text = sentence.text
    quote = text if len(text) <= LONGEST_QUOTE else f"{text[:LONGEST_QUOTE].rsplit(' ', 1)[0]}…"
    return Problem(source.path, source.place(loc), code, {"quote": quote, **params}, "warning")
