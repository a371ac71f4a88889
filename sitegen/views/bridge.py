"""Guides as the pages of the bridge show them: what they lived, what they wish they had known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from sitegen.directory import Directory, Person
from sitegen.views.experience import passage_view
from sitegen.views.person import guidance_text
from sitegen.views.signature import Signature, signature
from sitegen.views.words import Action, Named, Words


@dataclass(frozen=True, slots=True)
class Lived:
    """A passage that a guide went through, with the venture and the year where they are told."""

    passage: Named
    text: str


@dataclass(frozen=True, slots=True)
class Guide:
    """A guide in a list: `takes` says how many people, `languages` in which ones."""

    name: Named
    native: str | None
    headline: str
    signature: Signature
    lived: tuple[Lived, ...]
    wish: str
    takes: str
    languages: str
    ask: Action


def passed(person: Person) -> frozenset[str]:
    """The passages that somebody has come out of."""
    return frozenset(t.passage for t in person.profile.transitions if t.state == "through-it")


def findable(directory: Directory) -> tuple[Person, ...]:
    """The guides whom a reader finds by their own situation, by name.

    Other than for a proposal, an offer on asking only is enough: it is not told, and the passages
    of who makes it stand on their page.
    """
    return tuple(
        person
        for person in directory.guides
        if person.is_matched and passed(person) and person.profile.guidance.capacity != 0
    )


def guides_through(passage: str, directory: Directory) -> tuple[Person, ...]:
    """The guides who have been through a passage, by name."""
    return _by(directory, passed).get(passage, ())


def guides_on(topic: str, directory: Directory) -> tuple[Person, ...]:
    """The guides who offer a topic in public, by name; what is on asking only counts nowhere."""
    return _by(directory, _offers).get(topic, ())


def _offers(person: Person) -> frozenset[str]:
    return frozenset(person.profile.guidance.offers)


def _by(
    directory: Directory, held: Callable[[Person], frozenset[str]]
) -> Mapping[str, tuple[Person, ...]]:
    """The guides by each thing they hold, by name."""

    def found() -> Mapping[str, tuple[Person, ...]]:
        people: dict[str, list[Person]] = {}
        for person in directory.guides:
            for one in held(person):
                people.setdefault(one, []).append(person)
        return {one: tuple(those) for one, those in people.items()}

    return directory.once(held, found)


def guide_views(people: Iterable[Person], words: Words, passage: str = "") -> tuple[Guide, ...]:
    """These guides in words, with what they lived: all of it, or one passage alone."""
    return tuple(_guide(person, words, passage) for person in people)


def _guide(person: Person, words: Words, passage: str) -> Guide:
    profile, t = person.profile, words.t
    done = [one for one in profile.transitions if one.state == "through-it"]
    told = [passage_view(one, words) for one in done if passage in ("", one.passage)]
    return Guide(
        words.person(person),
        profile.name_native,
        profile.headline,
        signature(profile.silos, words),
        tuple(Lived(view.passage, view.text) for view in told),
        profile.guidance.wish_i_had_known or "",
        guidance_text(person, words),
        words.every(t.language(tag) for tag in profile.languages),
        words.contact("guidance", person.slug, t.gettext("Ask about guidance")),
    )
