"""The answer to a submission, in Markdown: what was understood, what to change, what comes next."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.forget import what_stays
from sitegen.i18n import Translator
from sitegen.inert import markdown_code
from sitegen.intake.specimen import specimen
from sitegen.intake.submission import Desk, Draft, Result
from sitegen.intake.told import hides_more, is_private, told
from sitegen.intake.understood import Understood
from sitegen.messages import phrase
from sitegen.read import shown

TITLES = {
    "ready": phrase("Thank you: this is what we understood"),
    "needs-changes": phrase("Something needs to be changed"),
    "refused": phrase("This cannot be taken"),
}
# A comment holds 65,536 characters.
LONGEST = 58_000


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
        yield from told(result.problems, result, t)
        yield from _more(result, desk, t)
    if result.draft is not None and not is_private(result.problems):
        if result.state != "ready":
            yield f"### {say('What we understood')}"
            yield ""
        yield from _understood(result, desk, t)
    if result.state == "ready":
        yield from _planned(result, desk, t)
        if result.problems:
            yield f"### {say('Look at this once more')}"
            yield ""
            yield from told(result.problems, result, t)
        if result.left:
            yield f"### {say('For the maintainers, before it is published')}"
            yield ""
            yield from told(result.left, result, t)


def _more(result: Result, desk: Desk, t: Translator) -> Iterator[str]:
    """What somebody needs to know besides the list."""
    if is_private(result.problems):
        yield t.gettext(
            "What you sent is public already, and changing it leaves it in the history of this "
            "page. Press “edited” above your text, open the earlier version, and choose “Options”, "
            "“Delete revision from history”. If you cannot find that, say so below: a maintainer "
            "does it. This answer does not repeat what it understood, so that it is not kept here."
        )
        yield ""
    elif hides_more(result):
        yield t.gettext("The rest can only be read when this is mended; more may follow.")
        yield ""
    repository = desk.directory.site.repository
    words = (p for p in result.problems if p.code == "P012" and "suggestion" not in p.params)
    if repository and any(words):
        form = t.gettext("All words of the lists: {url}")
        yield form.format(url=f"{repository.rstrip('/')}/tree/HEAD/content/vocabulary")
        yield ""
    if any(problem.code == "P151" for problem in result.problems):
        yield t.gettext("It looks like this. Copy it, and write what is yours in its place:")
        yield ""
        yield from (
            "```",
            *specimen(desk.form.kind, desk.directory.site, desk.today, t).splitlines(),
            "```",
        )
        yield ""


def _understood(result: Result, desk: Desk, t: Translator) -> Iterator[str]:
    if result.draft is not None:
        consent = desk.directory.site.consent
        understood = Understood(desk.directory.vocabulary, consent, t)
        rows = understood.rows(result.kind, result.draft)
        yield from (f"- **{label}:** {value}" for label, value in rows)
        yield ""


def _planned(result: Result, desk: Desk, t: Translator) -> Iterator[str]:
    """The files, by name, and the address of a new page."""
    for title, paths in (
        (t.gettext("Removed:"), list(result.plan.removals)),
        (t.gettext("Written:"), list(result.plan.writes)),
    ):
        if paths:
            yield f"{title} {', '.join(markdown_code(shown(path)) for path in paths)}"
            yield ""
    if result.draft is not None and result.draft.is_new and desk.form.block:
        address = f"{desk.directory.site.url.rstrip('/')}/{desk.form.collection}/{result.slug}/"
        form = t.gettext("The address of the page will be {address}.")
        yield form.format(address=markdown_code(address))
        yield ""


def _next(result: Result, desk: Desk, t: Translator) -> Iterator[str]:
    site = desk.directory.site
    if result.state != "ready":
        yield t.gettext(
            "Nothing was written, and nothing is lost. Change your text above (… → Edit): it is "
            "read again at once, as often as you like."
        )
        yield t.gettext(
            "If this answer is no help, say so below, or write to the people who keep the "
            "directory: “Write to the directory” on every page of {url}"
        ).format(url=markdown_code(site.url))
        return
    yield t.ngettext(
        "A maintainer of the directory reads it within {n} working day. Until then nothing on the "
        "site changes.",
        "A maintainer of the directory reads it within {n} working days. Until then nothing on the "
        "site changes.",
        site.relay.answers_within,
    ).format(n=site.relay.answers_within)
    yield t.gettext("Is something above not what you meant? Change your text: it is read again.")
    if result.kind == "remove":
        yield ""
        yield t.gettext("What stays elsewhere, and what the maintainers can ask for if you wish:")
        yield ""
        yield from (f"- {line}" for line in what_stays(t))
    if result.draft is not None and result.draft.waits:
        yield from _waits(result.draft, desk, t)


def _waits(draft: Draft, desk: Desk, t: Translator) -> Iterator[str]:
    """Who is asked first, in words for the author; below them what the maintainers do."""
    person = draft.slug if desk.form.collection == "profiles" else draft.speaker
    yield ""
    if draft.is_new and not desk.is_maintainer:
        yield t.gettext(
            "You are new here, so we ask once by mail whether it is you. If we have no address of "
            "yours yet, write to us first: “Write to the directory” on every page of {url}"
        ).format(url=markdown_code(desk.directory.site.url))
    elif person:
        yield t.gettext("It waits until the person has answered from their own address.")
    else:
        yield t.gettext("It waits until the client has answered from their own address.")
    yield ""
    yield t.gettext("For the maintainers:")
    yield ""
    if person:
        new = "" if person in desk.directory.people else " --new"
        command = markdown_code(f"sitegen confirm {person} --how mail --private DIR{new}")
        yield f"- [ ] {t.gettext('answered')}: {command}"
    else:
        # The log of answers is of people alone.
        yield f"- [ ] {t.gettext('answered')}"
