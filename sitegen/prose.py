"""What a profile tells in sentences: where each stands, and which skills are told there.

A skill is told where a sentence holds its label or an alias as whole words, folded. Sentences that
deny, wish or speak of others tell nothing: too little is found rather than something untrue.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sitegen.models import Profile
from sitegen.vocabulary import Vocabulary

Where = Literal["headline", "evidence", "ventures", "text"]
# A single word names a skill for certain only when it is long: `Veruntreuung`, not `fusion`.
LONG_WORD = 10
_END = re.compile(r"(?<=[.!?…])[\s\"”»’')]+(?=\S)|\n\s*\n")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_ITEM = re.compile(r"(?m)^\s*(?:[-*+]|\d{1,9}[.)])\s+|^#+\s+")
_MARK = re.compile(r"[*`#>]|(?<!\w)_|_(?!\w)")
# Words that take back what their sentence says, or move it to another person or day.
_TAKING_BACK = """
    not never no nobody none nothing without cannot neither nor t refuse refused avoid avoided
    would want wish hope learn learning someday
    pas jamais sans aucun aucune ni voudrais nunca sin ningun ninguna jamas quisiera
    nao sem nenhum nenhuma gostaria nicht nie kein keine keinen ohne mochte
"""
TAKEN_BACK = tuple(_TAKING_BACK.split())
_UNSAID = frozenset(TAKEN_BACK)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it was written, markup gone, and the part of the profile it stands in."""

    text: str
    where: Where


def sentences(profile: Profile, body: str) -> tuple[Sentence, ...]:
    """The sentences of a profile, but for what is said of skills that are never wanted again."""
    parts: list[tuple[Where, str]] = [("headline", profile.headline)]
    parts += [("evidence", claim.evidence or "") for claim in profile.skills if claim.again]
    parts += [("ventures", f"{one.role}\n\n{one.summary or ''}") for one in profile.ventures]
    parts.append(("text", without_marks(body)))
    return tuple(
        Sentence(text, where) for where, part in parts for text in map(_one_line, _END.split(part))
        if text
    )  # fmt: skip


def without_marks(text: str) -> str:
    """Markdown without its marks and the targets of its links; an item is a paragraph."""
    return _MARK.sub("", _LINK.sub(r"\1", _ITEM.sub("\n\n", text)))


def _one_line(text: str) -> str:
    return " ".join(text.split())


class Phrases:
    """The labels and aliases of all skills that are certain enough to be found in prose."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for skill, names in vocabulary.names_of_skills.items():
            for words in names:
                if " " in words or len(words) >= LONG_WORD:
                    first, *rest = words.split()
                    self._by_first.setdefault(first, []).append((tuple(rest), skill))

    def told(
        self, written: Iterable[Sentence], folded: Iterable[Sequence[str]]
    ) -> Mapping[str, Sentence]:
        """Each skill that is told, with the first sentence that tells it.

        `folded` are the words of each sentence, as `sitegen.terms.fold` leaves them.
        """
        found: dict[str, Sentence] = {}
        for sentence, words in zip(written, folded, strict=True):
            if _UNSAID.isdisjoint(words):
                for skill in self._in(words):
                    found.setdefault(skill, sentence)
        return found

    def _in(self, words: Sequence[str]) -> Iterator[str]:
        firsts = self._by_first
        # Most sentences hold none of the words that a name begins with.
        if firsts.keys().isdisjoint(words):
            return
        for index, word in enumerate(words):
            for rest, skill in firsts.get(word, ()):
                if tuple(words[index + 1 : index + 1 + len(rest)]) == rest:
                    yield skill
