"""What a path of the repository is: somebody's profile or assignment, or the maintainers' own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sitegen.messages import phrase
from sitegen.read import PHOTO_SUFFIXES, TRANSLATION
from sitegen.urls import is_slug

OWNED = ("profiles", "assignments")
_PHOTO = re.compile(rf"(?P<slug>.+)(?i:{'|'.join(map(re.escape, PHOTO_SUFFIXES))})", re.DOTALL)
_TEXTS = phrase("this text of the site")
_SEND = phrase("send them what you would write, and they bring it in")
# What is not a member's to change, by the first part of the path below the content, and where
# to turn instead.
_KEPT = {
    "vetting": (
        phrase("what was checked about a person"),
        phrase("ask them to add or to correct a mark"),
    ),
    "vocabulary": (
        phrase("the vocabulary"),
        phrase("propose a word with the form for skills, and they bring it in"),
    ),
    "site.yml": (
        phrase("what the site is set to"),
        phrase("tell them what you would change"),
    ),
    "pages": (_TEXTS, _SEND),
    "stories": (_TEXTS, _SEND),
    "news": (_TEXTS, _SEND),
    "help-wanted": (_TEXTS, _SEND),
}
_ELSEWHERE = (
    phrase("what is no profile and no assignment"),
    phrase("take it out; a change of the program goes in a proposal of its own"),
)


@dataclass(frozen=True, slots=True)
class Area:
    """What a path is.

    `main` is the file whose front matter names the owner, empty for what is the maintainers';
    `what` and `turn` then say so. `is_named` tells whether the file name can be an address.
    """

    folder: str
    slug: str = ""
    main: str = ""
    is_named: bool = True
    what: str = ""
    turn: str = ""


def area_of(path: str, content: str) -> Area:
    """The area of a path of the repository, for a site with this content folder."""
    inside = path.removeprefix(f"{content}/")
    folder, _, name = inside.partition("/") if inside != path else ("", "", "")
    slug = _slug_of(folder, name)
    if slug is None:
        what, turn = _KEPT.get(folder, _ELSEWHERE)
        return Area(folder, name.rpartition(".")[0], what=what, turn=turn)
    return Area(folder, slug, f"{content}/{folder}/{slug}.md", is_slug(slug))


def _slug_of(folder: str, name: str) -> str | None:
    """The slug of the profile or assignment to which a file belongs; it may be no slug at all."""
    if folder not in OWNED or "/" in name:
        return None
    photo = _PHOTO.fullmatch(name) if folder == "profiles" else None
    if photo:
        return photo["slug"]
    if not name.endswith(".md"):
        return None
    stem = name.removesuffix(".md")
    translated = TRANSLATION.fullmatch(stem) if folder == "profiles" else None
    return translated["slug"] if translated else stem
