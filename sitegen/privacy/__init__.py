"""What must never stand in a public file: how to reach people, where they live, their birthday.

git remembers for ever, so e-mail addresses, phone numbers, street addresses and dates of birth are
refused before anything is published, wherever they stand: in values, names of fields, the text
below, translations, labels of links. An organisation's street is refused as well: the people who
write here often run it from where they live.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from sitegen import markup
from sitegen.errors import Place, Problem
from sitegen.frontmatter import Loc, Node, Source
from sitegen.messages import phrase
from sitegen.privacy.births import births
from sitegen.privacy.contact import emails, phones
from sitegen.privacy.streets import streets

URL = re.compile(r"https?://\S+")
ISBN = re.compile(r"\b97[89][ -]?(?:\d[ -]?){9}[\dX]\b")
_FOREIGN_DIGIT = re.compile(r"(?![0-9])\d")
# What a running text is called where it holds something.
THE_TEXT = phrase("the text")
_MARKED = re.compile(r"[&*_`\\<\[]")
# Nothing is found in a text with none of these; most texts have none.
MAYBE = re.compile(r"[@＠\d]|\b(?:at|arroba|arobase|chez)\b", re.I)


# Names of fields, ids, numbers and dates come again and again: nine texts of ten in a file.
_SHORT = 40


def found_in(text: str) -> Sequence[tuple[str, int]]:
    """Codes of what must not stand in a text, with the offset of each."""
    if not MAYBE.search(text):
        return ()
    return _found_again(text) if len(text) <= _SHORT else tuple(_found(text))


@lru_cache(maxsize=4096)
def _found_again(text: str) -> Sequence[tuple[str, int]]:
    return tuple(_found(text))


def _found(text: str) -> Iterator[tuple[str, int]]:
    plain = _FOREIGN_DIGIT.sub(lambda match: str(int(match[0])), text)
    bare = URL.sub(_blank, ISBN.sub(_blank, plain))
    yield from (("P060", start) for start in emails(bare))
    yield from (("P061", start) for start in phones(plain, bare))
    yield from (("P062", start) for start in births(bare))
    yield from (("P063", start) for start in streets(bare))


def _blank(match: re.Match[str]) -> str:
    """Long numbers in addresses of pages and books, gone, length kept; user names stay."""
    return match[0] if "@" in match[0] else "\x00" * len(match[0])


def private_problems(source: Source, longest: int = 60_000) -> Iterator[Problem]:
    """Every private detail in the fields and the text of a file.

    A text of more than `longest` characters, which is refused as such, is searched only as it is
    written: Markdown slows down on long texts.
    """
    for loc, value in _texts(source.data, ()):
        names = [str(part) for part in loc if isinstance(part, str)]
        for code, _ in found_in(value):
            yield Problem(source.path, source.place(loc), code, {"field": names[-1]})
    # What emphasis or entities hide in the source is whole again on the page.
    is_readable = len(source.body.strip()) <= longest and not markup.is_tangled(source.body)
    if is_readable and _MARKED.search(source.body):
        shown = {code for code, _ in found_in(markup.plain(source.body))}
        for code in sorted(shown - {code for code, _ in found_in(source.body)}):
            yield Problem(source.path, Place(source.body_line, 1), code, {"field": THE_TEXT})
    yield from private_in(source.body, source.path, source.body_line)


def private_in(text: str, path: str, first: int = 1) -> Iterator[Problem]:
    """Every private detail in a running text that begins on line `first` of a file."""
    for code, offset in found_in(text):
        before = text[:offset]
        place = Place(first + before.count("\n"), offset - before.rfind("\n"))
        yield Problem(path, place, code, {"field": THE_TEXT})


def _texts(node: object, loc: Loc) -> Iterator[tuple[Loc, str]]:
    """Every text in nested data; keys count as text too, since anybody can type one."""
    waiting: list[tuple[Loc, Node | object]] = [(loc, node)]
    while waiting:
        at, found = waiting.pop()
        if isinstance(found, str):
            yield at, found
        elif isinstance(found, list):
            waiting += [((*at, index), value) for index, value in enumerate(found)]
        elif isinstance(found, dict):
            for key, value in found.items():
                yield (*at, key), key
                waiting.append(((*at, key), value))
