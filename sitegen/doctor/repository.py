"""What is missing of the repository around the content."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sitegen.doctor.advice import Advice
from sitegen.doctor.shipped import fingerprint, shipped
from sitegen.issue_forms import FORMS
from sitegen.ownership import CODEOWNERS, maintainers
from sitegen.read import shown

# The account in the CODEOWNERS of the sample.
INVENTED = "commonweave-maintainer-sample"
TEMPLATES = ".github/ISSUE_TEMPLATE"


def of_repository(top: Path, url: str | None) -> Iterator[Advice]:
    """What is missing of the files at the top of a repository, whose site stands at `url`."""
    yield from _of_maintainers(top)
    files = shipped()
    gone = tuple(path for path in files if not (top / path).is_file())
    if gone:
        yield Advice("no-workflows", shown(top), names=gone)
    other = tuple(p for p in files if p not in gone and fingerprint(top / p) != files[p])
    if other:
        yield Advice("other-workflows", shown(top), names=other)
    forms = tuple(
        f.template for f in FORMS.values() if not (top / TEMPLATES / f.template).is_file()
    )
    if forms:
        yield Advice("no-forms", shown(top / TEMPLATES), names=forms)
    ways = top / TEMPLATES / "config.yml"
    if url and ways.is_file() and url.encode() not in ways.read_bytes():
        yield Advice("forms-elsewhere", shown(ways))


def _of_maintainers(top: Path) -> Iterator[Advice]:
    path = top / CODEOWNERS
    found = maintainers(path.read_bytes() if path.is_file() else None)
    ours = [account for account in found if account.login != INVENTED]
    if not ours:
        yield Advice("no-maintainer", shown(path))
    elif len(ours) == 1:
        yield Advice("one-maintainer", shown(path))
