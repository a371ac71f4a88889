"""Problems of a submission in Markdown: under the line or the question that its author knows.

An answer stands in public and keeps its own history, so it repeats nothing that must not stand
there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sitegen.errors import Place, Problem
from sitegen.findings import copyable_words
from sitegen.i18n import Translator
from sitegen.inert import markdown, markdown_code, markdown_sentence
from sitegen.intake.answers import NOWHERE
from sitegen.intake.submission import Result
from sitegen.messages.private import MESSAGES as PRIVATE
from sitegen.messages.reading import MESSAGES as UNREADABLE
from sitegen.privacy import found_in

# Besides private details: whose name or plan would be given away.
_SECRET = frozenset((*PRIVATE, "P040", "P042", "P048"))
# A comment holds 65,536 characters, and nobody mends more at once.
MOST = 30
# So much of a line is enough to find it again.
LINE = 90
SOFT = "  \n"


def is_private(problems: Sequence[Problem]) -> bool:
    """Whether something was sent that must not be public."""
    return any(problem.code in _SECRET for problem in problems)


def hides_more(result: Result) -> bool:
    """Whether a file could not be read, so that nobody knows yet what else is in it."""
    return result.draft is None and any(problem.code in UNREADABLE for problem in result.problems)


def told(problems: Sequence[Problem], result: Result, t: Translator) -> Iterator[str]:
    """The lines of a list: each place once, below it what is wrong there and what to write."""
    groups: dict[str, list[Problem]] = {}
    for problem in problems[:MOST]:
        groups.setdefault(_where(problem, result, t), []).append(problem)
    for where, group in groups.items():
        indent = "  " if where else ""
        if where:
            yield f"- {where}"
        for problem in group:
            params = {name: _withheld(value) for name, value in problem.params.items()}
            text, hint = copyable_words(replace(problem, params=params), t)
            yield f"{indent}- {markdown_sentence(text)} ({problem.code})" + (
                f"{SOFT}{indent}  → {markdown_sentence(hint)}" if hint else ""
            )
    more = len(problems) - MOST
    if more > 0:
        yield f"- {t.ngettext('and {n} more', 'and {n} more', more).format(n=more)}"
    yield ""


def _withheld(value: str) -> str:
    return "…" if any(found_in(value)) else value


def _where(problem: Problem, result: Result, t: Translator) -> str:
    """The question of the form, the line as it was sent, or the file and the line in it."""
    asked: Mapping[Place, str] = result.draft.asked if result.draft else {}
    if problem.place in asked:
        return t.gettext("below “{label}”:").format(label=markdown(asked[problem.place]))
    line = t.gettext("line {line}").format(line=problem.place.line)
    if problem.path:
        return f"{markdown_code(problem.path)}, {line}:"
    if problem.place == NOWHERE or _is_of_the_whole(problem, result):
        return ""
    secret = {found.place.line for found in result.problems if found.code in _SECRET}
    found = "" if problem.place.line in secret else result.lines.get(problem.place.line, "")
    sent = _shortened(found, problem.place.column)
    return f"{line}: {markdown_code(sent)}" if sent else f"{line}:"


def _is_of_the_whole(problem: Problem, result: Result) -> bool:
    """Whether something is missing that could stand on any line."""
    return problem.code == "P011" and problem.params["group"] == result.kind


def _shortened(line: str, column: int) -> str:
    """The part of a line around a column; nothing of a line that must not be repeated."""
    if any(found_in(line)):
        return ""
    start = max(0, min(column - LINE // 2, len(line) - LINE))
    part = line[start : start + LINE]
    return ("…" if start else "") + part.strip() + ("…" if start + LINE < len(line) else "")
