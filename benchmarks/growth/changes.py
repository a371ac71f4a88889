"""One change in one profile: a word, a skill, a date; each time another one of the same kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path

from benchmarks.people import TODAY

FIRST_SKILL = re.compile(r'(?<=^skills: \[\{skill: ")[a-z0-9-]+(?=")', re.MULTILINE)
CONFIRMED = re.compile(r"(?<=^confirmed: \{on: )\S+(?=\}$)", re.MULTILINE)
OPEN = 'availability: {status: "open"'
# Of the sample's vocabulary.
SKILLS = (
    "board-development", "water-governance", "chairing-a-board", "statutes-and-bylaws",
    "founder-exit", "risk-oversight", "divided-boards", "closing-well", "succession-planning",
    "commons-governance",
)  # fmt: skip
WORDS = ("harbour", "orchard", "lantern", "saddle", "kettle", "meadow", "timber", "anchor")


def word(text: str, number: int) -> str:
    """One more word at the end of the text."""
    return f"{text.rstrip()} {WORDS[number % len(WORDS)].title()}.\n"


def skill(text: str, number: int) -> str:
    """Another skill in place of the first, with its level, its years and its evidence."""
    others = [one for one in SKILLS if f'"{one}"' not in text]
    return FIRST_SKILL.sub(others[number % len(others)], text)


def day(text: str, number: int) -> str:
    """Another day on which all of it was still true."""
    return CONFIRMED.sub(str(TODAY - timedelta(number + 1)), text)


def nothing(text: str, _number: int) -> str:
    """The file as it is."""
    return text


CHANGES: Mapping[str, Callable[[str, int], str]] = {
    "a word": word,
    "a skill": skill,
    "a date": day,
    "nothing": nothing,
}


def changed(content: Path) -> Path:
    """The profile that is changed: of somebody invented, who can be matched, in the middle."""
    found = [path for path in sorted((content / "profiles").glob("*.md")) if OPEN in _text(path)]
    return found[len(found) // 2]


def _text(path: Path) -> str:
    return path.read_text("utf-8")
