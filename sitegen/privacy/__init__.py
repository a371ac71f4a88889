"""What must never stand in a public file: how to reach people, where they live, their birthday.

git remembers for ever, so e-mail addresses, phone numbers, street addresses and dates of birth are
refused before anything is published, wherever they stand: in values, names of fields, the text
below, translations, labels of links. An organisation's street is refused as well: the people who
write here often run it from where they live.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from sitegen import markup
from sitegen.errors import Place, Problem
from sitegen.frontmatter import Loc, Node, Source
from sitegen.messages import phrase
from sitegen.privacy.births import births
from sitegen.privacy.contact import emails, may_hold_email, phones
from sitegen.privacy.lines import lines_with
from sitegen.privacy.streets import may_hold_streets, streets

URL = re.compile(r"https?://\S+")
ISBN = re.compile(r"\b97[89][ -]?(?:\d[ -]?){9}[\dX]\b")
_FOREIGN_DIGIT = re.compile(r"[^\D0-9]")
_DIGIT = re.compile(r"\d")
# Ids, short numbers and days: most values of a file.
_TELLS_NOTHING = re.compile(r"[a-z_-]*|[0-9]{1,6}|[12][0-9]{3}-[0-9]{2}-[0-9]{2}")
# What a running text is called where it holds something.
THE_TEXT = phrase("the text")
_MARKED = re.compile(r"[&*_`\\<\[]")
# Nothing is found in a text with none of these; most texts have none.
MAYBE = re.compile(r"[@＠\d]|\b(?:at|arroba|arobase|chez)\b", re.I)


def found_in(text: str) -> Iterator[tuple[str, int]]:
    """Codes of what must not stand in a text, with the offset of each."""
    if not MAYBE.search(text):
        return
    plain, bare = _searched(text)
    yield from (("P060", start) for start in emails(bare))
    if _DIGIT.search(plain):
        yield from (("P061", start) for start in phones(plain, bare))
        yield from (("P062", start) for start in births(bare))
        yield from (("P063", start) for start in streets(bare))


def _searched(text: str) -> tuple[str, str]:
    """A text with digits from 0 to 9 alone, and the same without addresses of pages and books."""
    plain = text if text.isascii() else _FOREIGN_DIGIT.sub(lambda digit: str(int(digit[0])), text)
    bare = ISBN.sub(_blank, plain) if "978" in plain or "979" in plain else plain
    return plain, URL.sub(_blank, bare)


def _blank(match: re.Match[str]) -> str:
    """Long numbers in addresses of pages and books, gone, length kept; user names stay."""
    return match[0] if "@" in match[0] else "\x00" * len(match[0])


def private_problems(source: Source, longest: int = 60_000) -> Iterator[Problem]:
    """Every private detail in the fields and the text of a file.

    A text of more than `longest` characters, which is refused as such, is searched only as it is
    written: Markdown slows down on long texts.
    """
    # What emphasis or entities hide in the source is whole again on the page.
    is_marked = _MARKED.search(source.body) and len(source.body.strip()) <= longest
    shown = markup.plain(source.body) if is_marked and not markup.is_tangled(source.body) else ""
    if not _may_hold_any((*_values(source.data), source.body, shown)):
        return
    for loc, value in _texts(source.data, ()):
        names = [str(part) for part in loc if isinstance(part, str)]
        for code, _ in found_in(value):
            yield Problem(source.path, source.place(loc), code, {"field": names[-1]})
    hidden = {code for code, _ in found_in(shown)} - {code for code, _ in found_in(source.body)}
    for code in sorted(hidden):
        yield Problem(source.path, Place(source.body_line, 1), code, {"field": THE_TEXT})
    yield from private_in(source.body, source.path, source.body_line)


def _may_hold_any(texts: Iterable[str]) -> bool:
    """Whether anything may be found in some texts: hardly any file has anything, and each is asked.

    All but e-mail addresses is on a line with a digit, and the same lines come again and again.
    """
    telling = [text for text in texts if not _TELLS_NOTHING.fullmatch(text)]
    plain, bare = _searched(lines_with(_DIGIT, *telling))
    found = chain(phones(plain, bare), births(bare))
    return may_hold_email("\n".join(telling)) or may_hold_streets(bare) or any(True for _ in found)


def private_in(text: str, path: str, first: int = 1) -> Iterator[Problem]:
    """Every private detail in a running text that begins on line `first` of a file."""
    for code, offset in found_in(text):
        before = text[:offset]
        place = Place(first + before.count("\n"), offset - before.rfind("\n"))
        yield Problem(path, place, code, {"field": THE_TEXT})


def _values(node: object) -> Iterator[str]:
    """The same texts without their places, for which hardly any file is asked."""
    waiting = [node]
    while waiting:
        found = waiting.pop()
        if isinstance(found, str):
            yield found
        elif isinstance(found, list):
            waiting += found
        elif isinstance(found, dict):
            yield from found
            waiting += found.values()


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
