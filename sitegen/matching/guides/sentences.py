"""Why a guide fits, in one sentence: what was lived, how it was left, which language."""

from __future__ import annotations

from sitegen.i18n import Translator
from sitegen.matching.results import GuideMatch, Reason
from sitegen.matching.words import capital, phrase_of
from sitegen.vocabulary import Vocabulary

FIRST = ("guide-passed", "guide-near", "guide-left", "spoken")


def guide_sentence(match: GuideMatch, vocabulary: Vocabulary, translator: Translator) -> str:
    """The reasons that stand first, as one sentence."""
    said = (r for r in match.reasons if r.code.startswith(FIRST))
    return capital("; ".join(phrase_of(r, vocabulary, translator) for r in said)) + "."


def other_reasons(match: GuideMatch) -> tuple[Reason, ...]:
    """What the sentence does not say."""
    return tuple(r for r in match.reasons if not r.code.startswith(FIRST))
