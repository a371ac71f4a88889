"""Guides as the page of a public seeker shows them: in words, never with what is private."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sitegen.matching import GuideMatch, say
from sitegen.matching.guides.sentences import guide_sentence, other_reasons
from sitegen.views.matches import pair_hash
from sitegen.views.signature import Signature, signature
from sitegen.views.words import Named, Words

MOST_SHOWN = 3


@dataclass(frozen=True, slots=True)
class GuideView:
    """A guide who fits, why in one sentence, and what else is alike."""

    guide: Named
    headline: str
    sentence: str
    reasons: tuple[str, ...]
    signature: Signature


def public_guides(found: Iterable[GuideMatch], words: Words) -> tuple[GuideMatch, ...]:
    """The first few, best first; in strengths form their order says nothing."""
    listed = list(found)[:MOST_SHOWN]
    if words.site.matching.public == "strengths":
        listed.sort(key=lambda match: pair_hash(match.profile, match.seeker))
    return () if words.site.matching.public == "none" else tuple(listed)


def guide_views(found: Iterable[GuideMatch], words: Words) -> tuple[GuideView, ...]:
    """What the site may show of these guides, in words."""
    return tuple(_view(match, words) for match in public_guides(found, words))


def _view(match: GuideMatch, words: Words) -> GuideView:
    vocabulary, t = words.vocabulary, words.t
    profile = words.directory.people[match.profile].profile
    worlds = words.directory.people[match.seeker].profile.silos
    return GuideView(
        words.person(words.directory.people[match.profile]),
        profile.headline,
        guide_sentence(match, vocabulary, t),
        tuple(say(reason, vocabulary, t) for reason in other_reasons(match)),
        signature(profile.silos, words, wanted=worlds),
    )
