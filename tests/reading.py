"""How hard an English text is to read: the grade of Flesch and Kincaid.

0.39 × words per sentence + 11.8 × syllables per word − 15.59; the formula is of J. P. Kincaid and
others, "Derivation of new readability formulas for Navy enlisted personnel", Research Branch
Report 8-75, 1975. A syllable is a group of vowels; a silent `e`, `es` or `ed` at the end is none,
and vowels that are spoken apart are two. That errs now and then by one, up as often as down.
"""

from __future__ import annotations

import re

WORD = re.compile(r"[a-zà-öø-ÿ]+(?:[’'][a-z]+)?")
SENTENCE = re.compile(r"[.!?…]+[”’\"')]*(?=\s|$)|\n\s*\n")
VOWELS = re.compile(r"[aeiouyà-öø-ÿ]+")
SILENT = re.compile(r"(?:[^laeiouysxzcg]es|[^tdaeiouy]ed|[^laeiouy]e|[aeiouy]le)$")
APART = re.compile(r"ia(?!l)|io(?!n|us)|iet|ien|[aeiou]ing|ea$|ism$|[^gq]ua(?!r)")


def syllables(word: str) -> int:
    """Of one word in lower case, at least one."""
    plain = word.replace("’", "").replace("'", "")
    groups = len(VOWELS.findall(plain))
    silent = groups > 1 and SILENT.search(plain) is not None
    return max(1, groups - silent + len(APART.findall(plain)))


def grade(text: str) -> float:
    """The school grade of a text without markup."""
    words = WORD.findall(text.lower())
    sentences = [part for part in SENTENCE.split(text) if WORD.search(part.lower())]
    spoken = sum(map(syllables, words))
    return 0.39 * len(words) / len(sentences) + 11.8 * spoken / len(words) - 15.59
