"""Lines as somebody sent them → the one file that stands in them.

Around it may be a greeting, a code fence, the marks of a quoted mail and a signature; in it what
programs for writing make of hyphens and blanks. Whatever is still wrong afterwards is for the
reader of files to say, at the line that the author sees.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sitegen.errors import Place
from sitegen.explain import fields_of, inner_model
from sitegen.frontmatter import FENCE
from sitegen.intake.lines import Line
from sitegen.intake.restored import restored
from sitegen.models.fields import Content
from sitegen.nearest import field_names

_DASHES = re.compile(r"\s*[-‐‑‒–—―−]+\s*")
_ONE_IS_ENOUGH = ("—", "―")
# In any script, with any colon or an equals sign: what is wrong with it, the reader of files
# says better.
_FIELD = re.compile(r"\s*[\"']?(?P<name>[^\W\d][\w '’-]{0,40}?)[\"']?\s*(?:[:=](?:\s|$)|[：﹕︰])")
_CODE = re.compile(r"\s*(?:`{3,}|~{3,}|[‘’´]{3,})\s*[\w-]*\s*")
_SIGNATURE = re.compile(
    r"--\s*|(?:sent|gesendet|envoyé|enviado) (?:from|mit|von|de|depuis|desde) .*", re.I
)
_MAIL_TAIL = 6
# One of the form, one of the author.
_MOST_CODE = 2
_ESCAPED = re.compile(r"[:\-\[{,]\s*&(?:quot|apos|#34|#39|#x27);")
_NO_BREAK = "\u00a0\u202f\u2007"
_INDENT = re.compile(rf"[ {_NO_BREAK}]+")
# Blanks around a name or behind a hyphen; a text in quotes that looks so may lose one, too.
_AROUND_NAME = re.compile(rf"(?:^ *|[{{,][ {_NO_BREAK}]*|- +)[\w-]+:[ {_NO_BREAK}]+")
_AFTER_HYPHEN = re.compile(rf"^ *-[ {_NO_BREAK}]+")
_BLANKS = str.maketrans(dict.fromkeys(_NO_BREAK, " "))
# A name at the start of a line, of a group or of an entry; telephones begin each with a capital.
_NAME = re.compile(r"(?P<before>^ *(?:- +)?\{? *|[{,] *)(?P<name>[A-Za-z_]+)(?=:(?: |$))")


@dataclass(frozen=True, slots=True)
class Block:
    """The file as text, and the place of each of its lines in what was sent."""

    text: str
    lines: Sequence[Line]

    def seen(self, place: Place) -> Place:
        """Where the author sees what stands at a place of the file."""
        line = self.lines[min(place.line, len(self.lines)) - 1]
        return Place(line.number, place.column + line.shift)


def block_of(lines: Sequence[Line], model: type[Content], *, mailed: bool) -> Block | None:
    """The file among the lines, or None.

    With two fields of the model it starts where the opening hyphens were lost, and the names of
    fields may begin with a capital. A signature is cut off only what was mailed.
    """
    names = frozenset(_names(model))
    start = _start(lines, names)
    if start is None:
        return None
    at, fenced = start
    found = list(_dedented(lines[at:] if fenced else [Line(FENCE, lines[at].number), *lines[at:]]))
    end = next((n for n, line in enumerate(found[1:], 1) if is_fence(line.text)), len(found))
    body = _without_code_fences(lines[:at], found[end + 1 :])
    if mailed:
        body = _without_signature(body)
    front = restored(_mended(found[1:end], names), model)
    marks = [found[0]._replace(text=FENCE), *front]
    if end < len(found):
        marks += [found[end]._replace(text=FENCE), *body]
    return Block("\n".join(line.text for line in marks).rstrip() + "\n", marks)


def _names(model: type[Content]) -> Iterator[str]:
    """The names of all fields of a kind of file, those inside groups too."""
    for name, info in fields_of(model).items():
        yield name
        inner = inner_model(info)
        if inner:
            yield from _names(inner)


def is_fence(text: str) -> bool:
    """Three hyphens, or what a program for writing made of them."""
    if not _DASHES.fullmatch(text):
        return False
    bare = text.strip()
    return bare in _ONE_IS_ENOUGH or sum(1 if c == "-" else 2 for c in bare) >= len(FENCE)


def _start(lines: Sequence[Line], fields: frozenset[str]) -> tuple[int, bool] | None:
    """Where the file begins, and whether with its hyphens."""
    for at, line in enumerate(lines):
        if is_fence(line.text):
            rest = (below.text for below in lines[at + 1 :])
            first = next((t for t in rest if t.strip() and not t.lstrip().startswith("#")), "")
            if _is_field(first):
                return at, True
    names = [line.text.partition(":")[0].strip().lower() for line in lines]
    known = [at for at, name in enumerate(names) if name in fields and ":" in lines[at].text]
    return (known[0], False) if len(known) >= 2 else None


def _is_field(text: str) -> bool:
    """A name of one word, or of several when people call a field so, and a colon."""
    found = _FIELD.match(text)
    return found is not None and (" " not in found["name"] or len(field_names(found["name"])) > 1)


def _dedented(lines: Sequence[Line]) -> Iterable[Line]:
    """Without the blanks that stand before every line, as in a block of code."""
    indent = _INDENT.match(lines[0].text)
    width = indent.end() if indent else 0
    for line in lines:
        blank = _INDENT.match(line.text)
        yield line.cut(min(width, blank.end())) if blank and width else line


def _without_code_fences(before: Sequence[Line], after: Sequence[Line]) -> Sequence[Line]:
    """Cut at the closing marks of the code blocks in which the file stands.

    Marks in the text itself come in pairs; those that are over close what was opened above.
    """
    opened = min(sum(_is_code(line) for line in before), _MOST_CODE)
    marks = [at for at, line in enumerate(after) if _is_code(line)]
    over = next(
        (n for n in range(opened, 0, -1) if len(marks) >= n and (len(marks) - n) % 2 == 0), 0
    )
    return after[: marks[-over]] if over else after


def _is_code(line: Line) -> bool:
    return _CODE.fullmatch(line.text) is not None


def _without_signature(lines: Sequence[Line]) -> Sequence[Line]:
    for at, line in enumerate(lines):
        bare = line.text.strip()
        if bare == "--" or (at >= len(lines) - _MAIL_TAIL and bare and _SIGNATURE.fullmatch(bare)):
            return lines[:at]
    return lines


def _mended(lines: Sequence[Line], names: frozenset[str]) -> list[Line]:
    """Fields in small letters, without blanks that are none and the entities of a mail in HTML."""
    escaped = any(_ESCAPED.search(line.text) for line in lines)
    plain = [line._replace(text=_plain(line.text, escaped=escaped)) for line in lines]
    return [line._replace(text=_in_small_letters(line.text, names)) for line in plain]


def _in_small_letters(text: str, names: frozenset[str]) -> str:
    """A line with the names of its fields as they are spelt; what stands in quotes stays."""

    def spelt(found: re.Match[str]) -> str:
        name = found["name"].lower()
        is_text = text.count('"', 0, found.start()) % 2 == 1
        return found[0] if is_text or name not in names else found["before"] + name

    return _NAME.sub(spelt, text)


def _plain(text: str, *, escaped: bool) -> str:
    if escaped:
        text = re.sub(r"[\r\n]", " ", html.unescape(text))
    blank = _INDENT.match(text)
    if blank:
        text = " " * blank.end() + text[blank.end() :]
    for pattern in (_AFTER_HYPHEN, _AROUND_NAME):
        text = pattern.sub(lambda match: match[0].translate(_BLANKS), text)
    return text
