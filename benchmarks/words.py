"""Prose whose vocabulary grows as that of real prose does: sentences of the sample, some words new.

A small text repeated many times over has no rare words, and so an index of it is too small. Here
one long word in three is exchanged for a word of a growing vocabulary: a new one with
the probability of a Pitman-Yor process, otherwise an earlier one, the frequent ones more often.
Together with the sample's own words that follows Heaps' law with an exponent of about 0.55:
13,000 different words in 1,000 profiles, 50,000 in 10,000.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Sequence

# How often a word that may be exchanged is; how soon, and how steadily, new words come.
EXCHANGED, STRENGTH, DISCOUNT = 0.36, 850, 0.55
ENDINGS = ("", "", "", "s", "ing", "ed", "er", "ation", "ly", "able", "ment", "ity", "al", "ness")
ONSETS = "b br c ch d dr f g gr h j k l m n p pl pr r s sh st t tr v w".split()  # noqa: SIM905  # reads as words
VOWELS = "a a e e i i o o u u ai ea oo".split()  # noqa: SIM905  # reads as words
CODAS = ("", "", "", "", "", "", "n", "r", "l", "s", "t", "m", "nd", "st", "x")
CONTENT_WORD = re.compile(r"(?<![^\W_])(?<!['’])[a-z]{5,}(?!['’][a-z])(?![^\W_])")
SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[A-Z])")


def syllables(chosen: random.Random, count: int) -> str:
    """A word of so many syllables."""
    return "".join(
        chosen.choice(ONSETS) + chosen.choice(VOWELS) + chosen.choice(CODAS) for _ in range(count)
    )


class Prose:
    """Sentences for any number of people; the same seed gives the same ones."""

    def __init__(self, chosen: random.Random, bodies: Iterable[str]) -> None:
        self._chosen = chosen
        paragraphs = (part for body in bodies for part in body.split("\n\n"))
        self.sentences = [
            sentence
            for paragraph in paragraphs
            if paragraph[:1].isalpha() and "](" not in paragraph
            for sentence in SENTENCE.split(" ".join(paragraph.split()))
        ]
        self._used: list[str] = []
        self._stems: list[str] = []
        self._known: set[str] = set()

    def text(self, least: int, most: int) -> str:
        """Paragraphs of at least that many words together, and hardly more than the most."""
        wanted = self._chosen.randint(least, most)
        paragraphs: list[str] = []
        count = 0
        while count < wanted:
            paragraph = " ".join(self._chosen.choices(self.sentences, k=self._chosen.randint(3, 6)))
            count += paragraph.count(" ") + 1
            paragraphs.append(self.varied(paragraph))
        return "\n\n".join(paragraphs)

    def short(self, texts: Sequence[str], longest: int) -> str:
        """One of the texts with some words exchanged, at most so many characters long."""
        found = self.varied(self._chosen.choice(texts))
        return found if len(found) <= longest else f"{found[: longest - 1].rpartition(' ')[0]}."

    def varied(self, text: str) -> str:
        """The text with some of its content words exchanged."""
        return CONTENT_WORD.sub(
            lambda found: self._word() if self._chosen.random() < EXCHANGED else found[0], text
        )

    def _word(self) -> str:
        new = (STRENGTH + DISCOUNT * len(self._known)) / (STRENGTH + len(self._used))
        word = self._coined() if self._chosen.random() < new else self._chosen.choice(self._used)
        self._used.append(word)
        return word

    def _coined(self) -> str:
        """A word not seen yet: often an earlier one with another ending."""
        while True:
            if not self._stems or self._chosen.random() < 0.6:
                self._stems.append(syllables(self._chosen, self._chosen.choice((1, 1, 2, 2, 3))))
                stem = self._stems[-1]
            else:
                stem = self._chosen.choice(self._stems)
            word = stem + self._chosen.choice(ENDINGS)
            if word not in self._known:
                self._known.add(word)
                return word
