"""A person's page, ready to print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from sitegen import markup, urls
from sitegen.directory import Person
from sitegen.initials import initials
from sitegen.views.experience import (
    MarkView,
    PassageView,
    RecordView,
    SkillView,
    VentureView,
    latest_first,
    mark_view,
    passage_view,
    record_count,
    record_views,
    skill_groups,
    venture_view,
)
from sitegen.views.guides import GuideView
from sitegen.views.matches import MatchView
from sitegen.views.offer import eyebrow, person_facts
from sitegen.views.own_page import PROFILE_FORMS, OwnPage, own_page
from sitegen.views.signature import Signature, signature
from sitegen.views.words import Action, Named, Words


@dataclass(frozen=True, slots=True)
class TranslationView:
    """Headline and text in another language."""

    language: str
    tag: str
    headline: str
    body: Markup


@dataclass(frozen=True, slots=True)
class Portrait:
    """A photo's addresses by size, or initials."""

    sources: Mapping[str, str]
    initials: str


@dataclass(frozen=True, slots=True)
class Opening:
    """An open assignment for a person: the match, its title, both signatures over each other."""

    match: MatchView
    assignment: Named
    signature: Signature


@dataclass(frozen=True, slots=True)
class PersonView:
    """Everything that a person's page says."""

    slug: str
    url: str
    name: str
    native: str | None
    pronouns: str | None
    headline: str
    eyebrow: str
    portrait: Portrait
    signature: Signature
    body: Markup
    translations: tuple[TranslationView, ...]
    skills: tuple[tuple[Named, tuple[SkillView, ...]], ...]
    in_my_words: tuple[str, ...]
    sectors: tuple[Named, ...]
    ventures: tuple[VentureView, ...]
    facts: tuple[tuple[str, str], ...]
    languages: tuple[Named, ...]
    regions: str
    declines: str
    interests: str
    passages: tuple[PassageView, ...]
    guidance: tuple[Named, ...]
    guidance_text: str
    wish: str | None
    seeks: tuple[Named, ...]
    guides: tuple[GuideView, ...]
    record: tuple[RecordView, ...]
    record_count: Named | None
    marks: tuple[MarkView, ...]
    links: tuple[Named, ...]
    notices: tuple[str, ...]
    fits: tuple[Opening, ...]
    nearly: tuple[Opening, ...]
    contact: Action
    ask: Action | None
    own: OwnPage
    listed: bool


def portrait(person: Person, photos: Mapping[str, Mapping[str, str]]) -> Portrait:
    """The person's photo by size, else initials."""
    return Portrait(photos.get(person.slug, {}), initials(person.profile.name))


def person_view(
    person: Person,
    words: Words,
    photos: Mapping[str, Mapping[str, str]],
    fits: tuple[Opening, ...],
    nearly: tuple[Opening, ...],
    guides: tuple[GuideView, ...],
) -> PersonView:
    """Put everything about a person in words."""
    profile, t = person.profile, words.t
    guidance = profile.guidance
    guiding = is_guide(person)
    return PersonView(
        slug=person.slug,
        url=words.link(urls.profile(person.slug)),
        name=profile.name,
        native=profile.name_native,
        pronouns=profile.pronouns,
        headline=profile.headline,
        eyebrow=eyebrow(person, words),
        portrait=portrait(person, photos),
        signature=signature(profile.silos, words, "large"),
        body=markup.render(person.body, words.link, top=3),
        translations=tuple(_translations(person, words)),
        skills=tuple(skill_groups(person, words)),
        in_my_words=profile.in_my_words,
        sectors=tuple(words.sector(sector) for sector in profile.sectors),
        ventures=tuple(venture_view(venture, words) for venture in latest_first(profile.ventures)),
        facts=tuple(person_facts(person, words)),
        languages=tuple(words.language(*item) for item in profile.languages.items()),
        regions=words.areas(profile.regions),
        declines=_declines(person, words),
        interests=t.every(f"{i.name} ({i.role})" if i.role else i.name for i in profile.interests),
        passages=tuple(passage_view(transition, words) for transition in profile.transitions),
        guidance=guidance_topics(person, words),
        guidance_text=guidance_text(person, words),
        wish=guidance.wish_i_had_known if guiding else None,
        seeks=tuple(words.topic(name) for name in guidance.seeks),
        guides=guides,
        record=tuple(record_views(person, words)),
        record_count=record_count(person, words),
        marks=tuple(mark_view(mark, words) for mark in person.marks),
        links=tuple(Named(link.label, link.url) for link in profile.links),
        notices=tuple(_notices(person, words)),
        fits=fits,
        nearly=nearly,
        contact=contact_with(person, words),
        ask=words.contact("guidance", person.slug, t.gettext("Ask about guidance"))
        if guiding
        else None,
        own=own_page(person.slug, PROFILE_FORMS, words, is_built=person.is_listed),
        listed=person.is_listed,
    )


def contact_with(person: Person, words: Words) -> Action:
    """The way to propose an assignment to somebody."""
    label = words.t.gettext("Propose an assignment to {name}").format(name=person.profile.name)
    return words.contact("assignment", person.slug, label)


def is_guide(person: Person) -> bool:
    """Whether the person offers guidance, in public or on asking, and does not pause."""
    guidance = person.profile.guidance
    return bool(guidance.offers or guidance.privately) and not guidance.paused


def guidance_topics(person: Person, words: Words) -> tuple[Named, ...]:
    """What the person offers guidance on in public; nothing while paused."""
    if not is_guide(person):
        return ()
    return tuple(words.topic(name) for name in person.profile.guidance.offers)


def _translations(person: Person, words: Words) -> Iterator[TranslationView]:
    for tag, (headline, body) in person.translations.items():
        text = markup.render(body, words.link, top=4)
        yield TranslationView(words.t.language(tag), tag, headline, text)


def _declines(person: Person, words: Words) -> str:
    declines = person.profile.declines
    named = [
        *(words.sector(sector).label.lower() for sector in declines.sectors),
        *(words.silo(silo).label.lower() for silo in declines.silos),
    ]
    text = words.sentence([words.every(named)]) if named else ""
    return f"{text}. {declines.note}" if text and declines.note else text or declines.note or ""


def guidance_text(person: Person, words: Words) -> str:
    """How many people at a time, and whether there are topics on asking; nothing while paused."""
    if not is_guide(person):
        return ""
    t, guidance = words.t, person.profile.guidance
    parts = []
    if guidance.capacity == 0:
        parts.append(t.gettext("takes nobody new at present"))
    elif guidance.capacity:
        text = t.ngettext("{n} person at a time", "{n} people at a time", guidance.capacity)
        parts.append(t.gettext("Takes {people}").format(people=text.format(n=guidance.capacity)))
    if guidance.privately:
        parts.append(
            t.gettext("other topics on asking")
            if guidance.offers
            else t.gettext("topics on asking")
        )
    return words.sentence(parts)


def _notices(person: Person, words: Words) -> Iterator[str]:
    t, profile = words.t, person.profile
    if person.freshness == "dormant":
        text = t.gettext("Not confirmed since {day}. Details may be out of date.")
        yield text.format(day=words.day(profile.confirmed.on))
    if profile.availability.status == "paused":
        yield t.gettext("{name} is taking a break and accepts no assignments at present.").format(
            name=profile.name
        )
    if not profile.listed:
        yield t.gettext("This page is not listed: only people with its address find it.")
    if profile.assisted:
        yield t.gettext("Somebody helped to write this page; the consent is the person's own.")
