"""Findings for the summary of a job and for comments: by file, each with what to write."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from sitegen.errors import Problem
from sitegen.findings.words import copyable_words, counted
from sitegen.i18n import Translator
from sitegen.inert import markdown_code, markdown_sentence


def as_markdown(
    problems: Sequence[Problem], translator: Translator, elsewhere: Sequence[Problem] = ()
) -> str:
    """A heading with the count, then the problems under the names of their files."""
    say = translator.gettext
    title = _count(problems, translator) or say("Everything is in order")
    lines = [f"### {title}", "", *_by_file(problems, translator)]
    if elsewhere:
        lines += [
            f"### {say('Elsewhere on the site')}: {_count(elsewhere, translator)}",
            "",
            say("These are in files that this change does not touch. They do not stop it."),
            "",
            *_by_file(elsewhere, translator),
        ]
    return "\n".join(lines).rstrip("\n")


def _count(problems: Sequence[Problem], translator: Translator) -> str:
    errors = sum(problem.severity == "error" for problem in problems)
    return counted(errors, len(problems) - errors, translator)


def _by_file(problems: Sequence[Problem], translator: Translator) -> Iterator[str]:
    for path, group in itertools.groupby(problems, key=lambda problem: problem.path):
        yield markdown_code(path)
        yield ""
        for problem in group:
            text, hint = copyable_words(problem, translator)
            line = translator.gettext("line {line}").format(line=problem.place.line)
            severity = translator.gettext(problem.severity)
            first = f"- {line}: {severity} {problem.code}: {markdown_sentence(text)}"
            yield first + (f"  \n  → {markdown_sentence(hint)}" if hint else "")
        yield ""
