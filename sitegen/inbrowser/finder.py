"""`guides/finder.json`: the guides as the finder on /guides/ counts and shows them.

    {"version": 1, "points": {…},              those of sitegen/matching/guides/points.py
     "near": {PASSAGE: [PASSAGE]}, "livedIn": {TOPIC: [PASSAGE]}, "close": {SECTOR: [SECTOR]},
     "guides": [{"name", "url", "ask", "line", "takes", "wish",
                 "passed": {PASSAGE: [{"said", "left", "ago", "years", "role", "title",
                                       "sectors"}]},
                 "offers": [TOPIC], "spoken": {LANGUAGE: [RANK, WORDS]}, "worlds": [SILO],
                 "sectors": [SECTOR], "areas": [REGION]}]}

What is on asking only is not in it. Who has equal points keeps the order of the file, which is
drawn anew each month, by no merit.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from sitegen import urls
from sitegen.compact import compact
from sitegen.facets.people import regions
from sitegen.i18n import CEFR
from sitegen.matching import say
from sitegen.matching.guides import points
from sitegen.matching.guides.compare import Lived
from sitegen.matching.guides.features import Guide, Passed, guide_of
from sitegen.matching.guides.reasoning import left, passed
from sitegen.matching.guides.terms import Terms
from sitegen.urls import FINDER
from sitegen.views.bridge import findable
from sitegen.views.finder import role_of
from sitegen.views.person import guidance_text
from sitegen.views.words import Words

VERSION = 1


def finder_files(words: Words) -> dict[str, bytes]:
    """The file by its path; none where nobody guides."""
    directory, vocabulary = words.directory, words.vocabulary
    month, people = directory.today.strftime("%Y-%m"), list(findable(directory))
    if not people:
        return {}
    people.sort(key=lambda person: sha256(f"{month}/{person.slug}".encode()).hexdigest())
    terms, year = Terms(vocabulary), directory.today.year
    guides = [guide_of(person, 1, terms, year, private=False) for person in people]
    near = {p: terms.standings([p], ()) for p in vocabulary.passages}
    close = {sector: sorted(terms.close_sectors([sector])) for sector in vocabulary.sectors}
    found = {
        "version": VERSION,
        "points": _points(),
        "near": {p: sorted(other for other in known if other != p) for p, known in near.items()},
        "livedIn": {topic.id: topic.passages for topic in vocabulary.topics.values()},
        "close": {sector: others for sector, others in close.items() if others},
        "guides": [_guide(guide, words) for guide in guides],
    }
    return {FINDER.lstrip("/"): compact(found)}


def _points() -> Mapping[str, Any]:
    """What counts how much: one table for Python and for the browser."""
    return {
        "passage": points.PASSAGE,
        "topics": points.TOPICS,
        "firstTopic": points.FIRST_TOPIC,
        "mostTopics": points.MOST_TOPICS,
        "years": points.YEARS,
        "role": points.ROLE,
        "since": points.SINCE,
        "world": points.LONGEST_WORLD,
        "sector": points.SECTOR,
        "profileSector": points.PROFILE_SECTOR,
        "closeSector": points.CLOSE_SECTOR,
        "region": points.WORKED_IN_REGION,
        "language": {str(rank): points for rank, points in points.LANGUAGE.items()},
        "comfort": CEFR.index("C1"),
    }


def _guide(guide: Guide, words: Words) -> Mapping[str, Any]:
    person, profile = guide.person, guide.person.profile
    ask = words.contact("guidance", guide.slug, words.t.gettext("Ask about guidance"))
    return {
        "name": profile.name,
        "url": words.link(urls.profile(guide.slug)),
        "ask": ask.url,
        "line": profile.headline,
        "takes": guidance_text(person, words),
        "wish": profile.guidance.wish_i_had_known or "",
        "passed": {p: [_passed(one, words) for one in done] for p, done in guide.passed.items()},
        "offers": profile.guidance.offers,
        "spoken": _spoken(guide, words),
        "worlds": sorted(guide.worlds),
        "sectors": profile.sectors,
        "areas": sorted(regions(person, words.vocabulary)),
    }


def _spoken(guide: Guide, words: Words) -> Mapping[str, tuple[int, str]]:
    """Each language in which a talk is possible, with its rank, and in words."""
    levels = guide.person.profile.languages
    return {
        language: (rank, f"{words.t.language(tag)} ({words.fluency(levels[tag])})")
        for tag, language, rank in guide.spoken
    }


def _passed(one: Passed, words: Words) -> Mapping[str, Any]:
    """A passage in the sentences that proposals use, and what is compared of it."""
    lead, vocabulary, t = one.lead, words.vocabulary, words.t
    return {
        "said": say(passed(Lived(one, "same")), vocabulary, t),
        "left": "; ".join(say(reason, vocabulary, t) for reason in left(lead)),
        "ago": one.ago,
        "years": lead.years if lead else 0,
        "role": role_of(lead.venture.role) if lead else "",
        "title": lead.venture.role if lead else "",
        "sectors": lead.venture.sectors if lead else (),
    }
