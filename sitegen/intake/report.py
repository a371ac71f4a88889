"""The answer to a submission, in Markdown: what was understood, what to change, what comes next."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sitegen.errors import Place, Problem
from sitegen.findings import words
from sitegen.forget import what_stays
from sitegen.i18n import Translator
from sitegen.inert import markdown_code, markdown_sentence
from sitegen.intake.answers import NOWHERE
from sitegen.intake.submission import Desk, Result
from sitegen.intake.understood import Understood
from sitegen.messages import phrase
from sitegen.read import shown

TITLES = {
    "ready": phrase("Thank you: this is what we understood"),
    "needs-changes": phrase("Something needs to be changed"),
    "refused": phrase("This cannot be taken"),
}
# A comment holds 65,536 characters, and nobody mends more at once than these problems.
LONGEST = 58_000
MOST = 30
SOFT = "  \n  "


def report(result: Result, desk: Desk, translator: Translator) -> str:
    """The whole report; nothing in it comes alive, whatever was sent."""
    said = _within(LONGEST, _lines(result, desk, translator))
    title = f"### {translator.gettext('What happens next')}"
    return "\n".join([*said, title, "", *_next(result, desk, translator)]).rstrip("\n") + "\n"


def _within(longest: int, lines: Iterator[str]) -> Iterator[str]:
    """As many of the lines as there is room for."""
    for line in lines:
        longest -= len(line) + 1
        if longest < 0:
            yield from ("- …", "")
            return
        yield line


def outputs(result: Result, desk: Desk) -> str:
    """Lines `name=value` for the workflow: slugs, numbers and words of our own, nothing else."""
    number = desk.author.number
    rows = {"state": result.state, "slug": result.slug, "path": "", "branch": ""}
    if result.state == "ready":
        rows["path"] = f"{shown(desk.base.content)}/{result.path}"
        rows["branch"] = f"intake/{result.kind}-{result.slug}" + (f"-{number}" if number else "")
    rows["waits"] = "yes" if result.draft and result.draft.waits else "no"
    safe = {name: value for name, value in rows.items() if re.fullmatch(r"[\w./-]*", value, re.A)}
    return "".join(f"{name}={value}\n" for name, value in safe.items())


def _lines(result: Result, desk: Desk, t: Translator) -> Iterator[str]:
    say = t.gettext
    yield f"### {say(TITLES[result.state])}"
    yield ""
    if result.state != "ready":
        yield from _problems(result.problems, t)
    if result.draft is not None and result.kind != "remove":
        if result.state != "ready":
            yield f"### {say('What we understood')}"
            yield ""
        yield from _understood(result, desk, t)
    if result.state == "ready":
        yield from _planned(result, t)
        if result.problems:
            yield f"### {say('Look at this once more')}"
            yield ""
            yield from _problems(result.problems, t)
        if result.left:
            yield f"### {say('For the maintainers, before it is published')}"
            yield ""
            yield from _problems(result.left, t)


def _understood(result: Result, desk: Desk, t: Translator) -> Iterator[str]:
    if result.draft is not None:
        rows = Understood(desk.directory.vocabulary, t).rows(result.kind, result.draft)
        yield from (f"- **{label}:** {value}" for label, value in rows)
        yield ""


def _planned(result: Result, t: Translator) -> Iterator[str]:
    """The files, by name."""
    for title, paths in (
        (t.gettext("Written:"), list(result.plan.writes)),
        (t.gettext("Removed:"), list(result.plan.removals)),
    ):
        if paths:
            yield f"{title} {', '.join(markdown_code(shown(path)) for path in paths)}"
            yield ""


def _problems(problems: Sequence[Problem], t: Translator) -> Iterator[str]:
    for problem in problems[:MOST]:
        text, hint = words(problem, t)
        where = _where(problem, t)
        line = f"- {where}{markdown_sentence(text)} ({problem.code})"
        yield line + (f"{SOFT}→ {markdown_sentence(hint)}" if hint else "")
    more = len(problems) - MOST
    if more > 0:
        yield f"- {t.ngettext('and {n} more', 'and {n} more', more).format(n=more)}"
    yield ""


def _where(problem: Problem, t: Translator) -> str:
    line = t.gettext("line {line}").format(line=problem.place.line)
    if problem.path:
        return f"{markdown_code(problem.path)}, {line}: "
    return "" if problem.place == NOWHERE or problem.place == Place(1, 1) else f"{line}: "


def _next(result: Result, desk: Desk, t: Translator) -> Iterator[str]:
    if result.state != "ready":
        yield t.gettext(
            "Nothing was written. Change your text above (… → Edit): it is read again at once."
        )
        yield t.gettext("If this answer is no help, write to the people who keep the directory.")
        return
    days = desk.directory.site.relay.answers_within
    yield t.ngettext(
        "A maintainer of the directory reads it within {n} working day. Until then nothing is "
        "published.",
        "A maintainer of the directory reads it within {n} working days. Until then nothing is "
        "published.",
        days,
    ).format(n=days)
    yield t.gettext("Is something above not what you meant? Change your text: it is read again.")
    if result.kind == "remove":
        yield ""
        yield t.gettext("What stays elsewhere, and what the maintainers can ask for if you wish:")
        yield ""
        yield from (f"- {line}" for line in what_stays(t))
    if result.draft is not None and result.draft.waits:
        new = "" if result.slug in desk.directory.people else " --new"
        command = markdown_code(f"sitegen confirm {result.slug} --how mail --private DIR{new}")
        yield ""
        yield t.gettext("It waits until the person has answered from their own address:")
        yield ""
        yield f"- [ ] {t.gettext('answered')}: {command}"
