"""People → records of the JSON API."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen import urls
from sitegen.directory import Mark, Person
from sitegen.exports.person_schema import (
    BasedIn,
    Confirmation,
    Guidance,
    ListedPerson,
    Passage,
    PersonDetail,
    SiloYears,
    SkillDetail,
    SkillLevel,
    Terms,
    TrackRecord,
    Translation,
    VettingMark,
)
from sitegen.exports.texts import text_of
from sitegen.models.profile import SkillClaim
from sitegen.views.words import Words


def api_address(slug: str) -> str:
    """Address of a person's JSON file."""
    return f"/api/v1/profiles/{slug}.json"


def listed_person(person: Person, words: Words) -> ListedPerson:
    """A person for the list."""
    profile = person.profile
    return ListedPerson(
        slug=person.slug,
        url=words.urls.absolute(urls.profile(person.slug)),
        api=words.urls.absolute(api_address(person.slug)),
        name=profile.name,
        name_native=profile.name_native,
        headline=profile.headline,
        based_in=_base(person),
        languages=dict(profile.languages),
        skills=tuple(
            SkillLevel(skill=claim.skill, level=person.level(claim.skill))
            for claim in profile.skills
        ),
        sectors=profile.sectors,
        silos=tuple(SiloYears(silo=silo, years=years) for silo, years in profile.silos.items()),
        availability=profile.availability,
        confirmed_on=profile.confirmed.on,
        freshness=person.freshness,
    )


def person_detail(person: Person, words: Words) -> PersonDetail:
    """A person as their page shows them."""
    profile = person.profile
    common = dict(listed_person(person, words))
    common["skills"] = tuple(_skill(claim, person) for claim in profile.skills)
    return PersonDetail(
        **common,
        pronouns=profile.pronouns,
        stage=profile.stage,
        body=text_of(person.body, words),
        translations={
            locale: Translation(headline=headline, body=text_of(body, words))
            for locale, (headline, body) in person.translations.items()
        },
        in_my_words=profile.in_my_words,
        regions=profile.regions,
        ventures=profile.ventures,
        works=profile.works,
        terms=_terms(person, words),
        declines=profile.declines,
        interests=profile.interests,
        transitions=tuple(_passages(person, words)),
        guidance=_guidance(person),
        seeks=profile.guidance.seeks if profile.guidance.seeking_in_public else (),
        marks=tuple(_mark(mark) for mark in person.marks),
        record=tuple(_record(person, words)),
        links=profile.links,
        assisted=profile.assisted,
    )


def _base(person: Person) -> BasedIn:
    """A time zone names a city: who says only a region gives neither."""
    based = person.profile.based_in
    if based.country is None:
        return BasedIn(region=based.region)
    return BasedIn(country=based.country, city=based.city, timezone=based.timezone)


def _skill(claim: SkillClaim, person: Person) -> SkillDetail:
    found = person.confirmed.get(claim.skill)
    return SkillDetail(
        skill=claim.skill,
        level=person.level(claim.skill),
        claimed=claim.level,
        confirmed=Confirmation(level=found.level, by=found.by, on=found.on) if found else None,
        years=claim.years,
        again=claim.again,
        evidence=claim.evidence,
    )


def _terms(person: Person, words: Words) -> Terms:
    engagement = person.profile.engagement
    rate = engagement.day_rate
    return Terms(
        kinds=engagement.kinds,
        rate_band=words.rate_band(rate.min, rate.currency) if rate else None,
        pro_bono=engagement.pro_bono,
        contracts_as=engagement.contracts_as,
        motivations=engagement.motivations,
    )


def _passages(person: Person, words: Words) -> Iterator[Passage]:
    """Passages lived or being lived; one in preparation is for the overlay alone."""
    for transition in person.profile.transitions:
        if transition.state != "preparing":
            story = transition.story
            yield Passage(
                passage=transition.passage,
                state=transition.state,
                since=transition.since,
                venture=transition.venture,
                story=_story(story, words) if story else None,
            )


def _story(slug: str, words: Words) -> str | None:
    """The story's address, unless an unlisted person wrote it."""
    story = words.directory.articles["stories"][slug]
    author = words.directory.people.get(getattr(story.model, "by", ""))
    if author is None or not author.is_listed:
        return None
    return words.urls.absolute(f"/stories/{slug}/")


def _guidance(person: Person) -> Guidance | None:
    """What the person offers; nothing while paused, as on the page."""
    guidance = person.profile.guidance
    if guidance.paused or not (guidance.offers or guidance.privately):
        return None
    return Guidance(
        offers=guidance.offers,
        offers_privately=bool(guidance.privately),
        capacity=guidance.capacity,
        wish_i_had_known=guidance.wish_i_had_known,
    )


def _mark(mark: Mark) -> VettingMark:
    return VettingMark(
        label=mark.mark.label,
        by=mark.mark.by.name,
        on=mark.mark.on,
        until=mark.until,
        expired=mark.expired,
        url=mark.mark.url,
        skills=mark.mark.skills,
    )


def _record(person: Person, words: Words) -> Iterator[TrackRecord]:
    for record in person.record:
        assignment = words.directory.postings[record.slug].assignment
        yield TrackRecord(
            assignment=record.slug,
            title=assignment.title,
            url=words.urls.absolute(urls.assignment(record.slug)),
            status=assignment.status,
            skills=record.skills,
        )
