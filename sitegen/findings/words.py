"""Problems in words: what every form of the findings says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sitegen.errors import Problem, SettingsError
from sitegen.i18n import Translator
from sitegen.messages import MESSAGES


def words(problem: Problem, translator: Translator) -> tuple[str, str]:
    """Text and hint of a problem; a suggestion wins over the general hint."""
    text, hint = translator.problem(problem.code, problem.params)
    if "suggestion" in problem.params:
        hint = translator.gettext("did you mean `{suggestion}`?").format_map(problem.params)
    return text, hint


def copyable_words(problem: Problem, translator: Translator) -> tuple[str, str]:
    """The same for Markdown: an example is code, so that it can be copied as it stands."""
    hint = MESSAGES[problem.code].hint
    example = problem.params.get("example", "")
    is_line = "{example}" in hint.removeprefix("{example}")
    if is_line and not {"`", "“"} & {*example, *hint}:
        problem = replace(problem, params={**problem.params, "example": f"`{example}`"})
    return words(problem, translator)


def settings_text(error: SettingsError, translator: Translator) -> str:
    """One or two lines for a failure that is not in the content."""
    text, hint = translator.problem(error.code, error.params)
    return f"sitegen: {error.code} {text}" + (f"\n  {hint}" if hint else "")


def counted(errors: int, warnings: int, translator: Translator) -> str:
    """`2 errors, 1 warning`; empty when there is nothing."""
    parts = []
    if errors:
        parts.append(translator.ngettext("{n} error", "{n} errors", errors).format(n=errors))
    if warnings:
        parts.append(
            translator.ngettext("{n} warning", "{n} warnings", warnings).format(n=warnings)
        )
    return ", ".join(parts)


def counted_all(
    problems: Sequence[Problem], elsewhere: Sequence[Problem], translator: Translator
) -> list[str]:
    """The last line of a report, when there is anything: how much of what, and where."""
    counts = []
    for found in (problems, elsewhere):
        errors = sum(problem.severity == "error" for problem in found)
        counts.append(counted(errors, len(found) - errors, translator))
    here, there = counts
    if not there:
        return [here] if here else []
    told = translator.gettext("{count} elsewhere, which stops nobody here").format(count=there)
    return [f"{here}; {told}" if here else told]


def unchanged_text(pages: int, people: int, folder: str, translator: Translator) -> str:
    """What a build says in one line that had nothing to do."""
    shown = translator.ngettext("{n} person", "{n} people", people).format(n=people)
    text = translator.ngettext(
        "Nothing has changed since the last build: {n} page ({people}) in {folder}.",
        "Nothing has changed since the last build: {n} pages ({people}) in {folder}.",
        pages,
    )
    return text.format(n=pages, people=shown, folder=folder)


def built_text(pages: int, people: int, folder: str, seconds: float, translator: Translator) -> str:
    """What a build did, in one line."""
    shown = translator.ngettext("{n} person", "{n} people", people).format(n=people)
    text = translator.ngettext(
        "Built {n} page ({people}) in {folder} in {seconds} s.",
        "Built {n} pages ({people}) in {folder} in {seconds} s.",
        pages,
    )
    return text.format(n=pages, people=shown, folder=folder, seconds=f"{seconds:.1f}")


def uploaded_text(sent: int, total: int, deleted: int, translator: Translator) -> str:
    """What an upload did, in one line."""
    text = translator.gettext("Uploaded {sent} of {total} files, deleted {deleted}.")
    return text.format(sent=sent, total=total, deleted=deleted)
