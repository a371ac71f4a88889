"""Which page a submission is about."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence

from sitegen import nearest
from sitegen.intake.answers import problem
from sitegen.intake.submission import Declined, Desk
from sitegen.urls import RESERVED, is_slug

# What people copy from the address bar, or the name of the file.
_AROUND = re.compile(
    r"^(?:(?:https?://|www\.|[\w-]+\.)\S*?)?/?(?:content/)?(?:profiles|assignments)/"
    r"|(?:\.md|/)?(?:[#?]\S*)?$"
)
_MISSPELT = 0.8


def asked_slug(written: str) -> str:
    """The slug that stands in a form, an address or a file's name; raises Declined P157, P053."""
    found = _AROUND.sub("", written.strip().strip("`\"'"))
    slug = found if is_slug(found) else next(iter(nearest.slug(found)), "") if " " in found else ""
    if not slug:
        slug = found.lower() if is_slug(found.lower()) else ""
    if not slug:
        raise Declined("needs-changes", problem("P157", value=written))
    if slug in RESERVED:
        raise Declined("needs-changes", problem("P053", value=slug), slug=slug)
    return slug


def slug_of_name(name: str, label: str) -> str:
    """A name as an address: accents folded; raises Declined P159 where that gives none.

    `label` is what the form calls the answer that can be corrected.
    """
    found = next(iter(nearest.slug(name)), "")
    if not found or found in RESERVED:
        raise Declined("needs-changes", problem("P159", value=name, example=label))
    return found


def page_of(desk: Desk, written: str) -> str:
    """The slug of a page that exists and that the author may change.

    Raises Declined P157, P070 or P152.
    """
    slug = page_there(desk, written)
    owned(desk, slug)
    return slug


def page_there(desk: Desk, written: str) -> str:
    """The slug of a page that exists, whoever may change it. Raises Declined P157 or P070."""
    slug = asked_slug(written)
    if desk.base.file(desk.path(slug)) is None:
        kind = desk.form.collection.removesuffix("s")
        example = f"the address of yours ends with its name: /{desk.form.collection}/NAME/"
        near = nearest.joined(_near(desk, slug))
        found = problem("P070", kind=kind, value=slug, example=example, **near)
        raise Declined("needs-changes", found, slug=slug)
    return slug


def _near(desk: Desk, slug: str) -> Sequence[str]:
    """Pages of the same kind that are spelt nearly so."""
    pages = sorted(desk.sources.collections[desk.form.collection])
    return difflib.get_close_matches(slug, pages, n=2, cutoff=_MISSPELT)


def owned(desk: Desk, slug: str) -> None:
    """Raise Declined P152 unless the author may change the page."""
    if not desk.may_change(slug):
        raise Declined("refused", problem("P152", value=slug, example=f"{slug}-2"), slug=slug)
