"""`sitegen check --links`: asks whether the links that lead out still lead to something.

What others do with their pages is nobody's mistake here: the answers are warnings, and a proposal
is never asked. This is the one part of the program that reaches for the network.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from typing import NamedTuple

from sitegen.bodies import body_links
from sitegen.errors import Place, Problem
from sitegen.frontmatter import Loc, Node, Source
from sitegen.messages import phrase
from sitegen.models.fields import is_public_url
from sitegen.outside.asking import Answer, ask_all
from sitegen.read import Sources
from sitegen.urls import with_plain_host

NO_NETWORK = (Answer.UNREACHABLE, Answer.UNKNOWN)
IN_TEXT = phrase("the text")


class Link(NamedTuple):
    """A link out of the content: where it leads, and the field and place where it stands."""

    url: str
    path: str
    field: str
    place: Place


def outside_problems(sources: Sources, is_wanted: Callable[[str], bool]) -> Iterator[Problem]:
    """A warning for each link of the wanted files that leads to nothing; each URL asked once."""
    links = [link for source in sources.texts() if is_wanted(source.path) for link in _of(source)]
    answers = asyncio.run(ask_all(sorted({link.url for link in links})))
    if links and all(answer in NO_NETWORK for answer in answers.values()):
        yield Problem(
            links[0].path, links[0].place, "P098", {"count": str(len(answers))}, "warning"
        )
        return
    for link in links:
        answer = answers[link.url]
        if answer is not None:
            params = {"field": link.field, "value": link.url, "reason": answer.value}
            yield Problem(link.path, link.place, "P097", params, "warning")


def _of(source: Source) -> Iterator[Link]:
    for loc, value in _values((), dict(source.data)):
        if is_public_url(value):
            field = ".".join(map(str, loc))
            yield Link(with_plain_host(value), source.path, field, source.place(loc))
    for href, place in body_links(source):
        if is_public_url(href):
            yield Link(with_plain_host(href), source.path, IN_TEXT, place)


def _values(loc: Loc, node: Node) -> Iterator[tuple[Loc, str]]:
    """Every value below a node, with where it stands."""
    if isinstance(node, str):
        yield loc, node
    elif isinstance(node, dict):
        for key, one in node.items():
            yield from _values((*loc, key), one)
    else:
        for index, one in enumerate(node):
            yield from _values((*loc, index), one)
