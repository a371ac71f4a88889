"""Python's regular expressions → JavaScript's with the same meaning, for `new RegExp(…, "u")`.

JavaScript takes letters, digits and the ends of words for those of English, and knows no case for a
part of an expression alone: both are written out. What is not understood is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_PIECE = re.compile(
    r"\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\.|\[\^?(?:\\.|[^\]\\])+\]"
    r"|\(\?-?i:|\(\?<[=!]|\(\?[=!:]|[()]|.",
    re.DOTALL,
)
_PART = re.compile(r"\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\.|.", re.DOTALL)
_WORD, _DIGIT, _LETTER = r"\p{L}\p{N}_", r"\p{Nd}", r"\p{L}\p{Nl}\p{No}"
_EDGE = rf"(?:(?<=[{_WORD}])(?![{_WORD}])|(?<![{_WORD}])(?=[{_WORD}]))"
_OUTSIDE = {
    r"\w": f"[{_WORD}]",
    r"\d": _DIGIT,
    r"\s": r"\s",
    r"\S": r"\S",
    r"\b": _EDGE,
    r"\n": r"\n",
    ".": r"[^\n]",
    "$": r"(?=\n?$)",
}
_INSIDE = {r"\w": _WORD, r"\d": _DIGIT, r"\s": r"\s", r"\n": r"\n"}
_SYNTAX = frozenset("^$\\.*+?()[]{}|/")
# Other forms of a letter that Python takes for it where case does not count.
_TWINS = "ſKÅİı"


def javascript(expression: re.Pattern[str]) -> str:
    """The source of the same expression. Raises ValueError for what is not understood."""
    if expression.flags & ~(re.IGNORECASE | re.UNICODE):
        raise ValueError(f"flags of {expression.pattern}")
    return "".join(_translated(expression.pattern, bool(expression.flags & re.IGNORECASE)))


def _translated(source: str, ignores_case: bool) -> Iterator[str]:
    outer: list[bool] = []
    for piece in _PIECE.findall(source):
        if piece[0] == "(":
            outer.append(ignores_case)
            ignores_case = piece == "(?i:" or (ignores_case and piece != "(?-i:")
            yield "(?:" if piece.endswith("i:") else piece
        elif piece == ")":
            ignores_case = outer.pop()
            yield piece
        elif piece in _OUTSIDE:
            yield _OUTSIDE[piece]
        elif piece[0] == "[":
            yield _class(piece, ignores_case)
        elif piece[0] == "\\":
            yield _escape(piece)
        else:
            forms = _forms(piece) if ignores_case else piece
            yield f"[{forms}]" if len(forms) > 1 else forms


def _escape(piece: str) -> str:
    """A character behind a backslash; JavaScript allows none that is not needed."""
    if len(piece) > 2:
        return piece
    if piece[1].isalnum():
        raise ValueError(f"the escape {piece}")
    return piece if piece[1] in _SYNTAX else piece[1]


def _forms(character: str) -> str:
    """The letter in both cases, and what else Python takes for it."""
    named = (character.lower(), character.upper(), *_TWINS)
    same = (c for c in named if re.fullmatch(re.escape(character), c, re.IGNORECASE))
    return "".join(dict.fromkeys((character, *same)))


def _class(piece: str, ignores_case: bool) -> str:
    negated = piece[1] == "^"
    parts = _PART.findall(piece[1 + negated : -1])
    if negated and r"\W" in parts:
        rest = [part for part in parts if part != r"\W"]
        if sorted(rest) == sorted((r"\d", "_")):
            return f"[{_LETTER}]"
        return f"(?:(?![{_members(rest, ignores_case)}])[{_WORD}])"
    return f"[{'^' * negated}{_members(parts, ignores_case)}]"


def _members(parts: list[str], ignores_case: bool) -> str:
    made = []
    for index, part in enumerate(parts):
        is_range = part == "-" and 0 < index < len(parts) - 1
        if is_range:
            ends = (parts[index - 1], parts[index + 1])
            if ignores_case and any(end.isalpha() for end in ends):
                raise ValueError("a range of letters in either case")
            made.append("-")
        elif part in _INSIDE:
            made.append(_INSIDE[part])
        elif part[0] == "\\" and (len(part) > 2 or not part[1].isalnum()):
            made.append(part)
        elif len(part) == 1:
            made.append(_forms(part) if ignores_case else _member(part))
        else:
            raise ValueError(f"the escape {part} in a class")
    return "".join(made)


def _member(character: str) -> str:
    return f"\\{character}" if character in "-^[]\\" else character
