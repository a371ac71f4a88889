"""What a maintainer reads when somebody leaves."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.findings import as_text
from sitegen.forget.planned import Forgetting
from sitegen.i18n import Translator
from sitegen.messages import phrase
from sitegen.read import shown

# As of 2026: https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/
# removing-sensitive-data-from-a-repository
STAYS = (
    phrase("git: every earlier version of these files, in this repository and in each copy of it"),
    phrase("pull requests and issues: their text, its earlier versions, and the commits they hold"),
    phrase("the host: pages of commits that it keeps ready, and artifacts of builds"),
    phrase("forks and clones of other people; search engines and archives of the web"),
)
ASK = (
    phrase("Write all history anew without these files: git filter-repo --invert-paths {paths}"),
    phrase("Do the same for the lines of other files: git filter-repo --replace-text FILE"),
    phrase(
        "Push it with force to every branch and tag, and ask those who have a copy to clone anew."
    ),
    phrase(
        "Ask the host's support to drop the pages it keeps ready and the commits of pull requests; "
        "say the repository, the numbers of the pull requests, and the first commit that changed."
    ),
    phrase("Delete the issues and the artifacts in which the person is named, or ask for that."),
    phrase("Ask the owners of forks one by one; ask search engines through their removal forms."),
)


def what_stays(translator: Translator) -> list[str]:
    """What git, forks, the host and the web still hold when somebody has left."""
    return [translator.gettext(line) for line in STAYS]


def told(found: Forgetting, translator: Translator, *, done: bool) -> str:
    """The whole report, for a terminal; `done` says whether the plan was carried out."""
    return "\n".join(_lines(found, translator, done))


def _lines(found: Forgetting, translator: Translator, done: bool) -> Iterator[str]:
    say = translator.gettext
    removed, changed = (say("Removed:"), say("Changed:"))
    if not done:
        yield say("Nothing was touched. This would happen:")
        removed, changed = (say("Removes:"), say("Changes:"))
    yield removed
    yield from (f"  {shown(path)}" for path in found.plan.removals)
    if found.plan.writes:
        yield changed
        yield from (f"  {shown(path)}" for path in found.plan.writes)
    if found.mentions:
        yield say("Read these, which no program can rewrite:")
        yield as_text(found.mentions, translator)
    yield say("The next build knows nothing of them. What stays elsewhere:")
    yield from (f"  - {line}" for line in what_stays(translator))
    yield say("If the person asks for that, too:")
    paths = " ".join(f"--path {shown(path)}" for path in found.published)
    yield from (f"  {n}. {say(line).format(paths=paths)}" for n, line in enumerate(ASK, 1))
