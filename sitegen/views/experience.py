"""What a person has done: skills with evidence, ventures, passages, the record, the marks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sitegen import urls
from sitegen.directory import Mark, Person
from sitegen.models.profile import SkillClaim, Transition, Venture
from sitegen.models.vetting import Network, VettingMark
from sitegen.terms import fold_words
from sitegen.urls import NETWORKS
from sitegen.views.words import OUTCOMES, Named, Words


@dataclass(frozen=True, slots=True)
class SkillView:
    """A skill with its level; `confirmed` is None or the level that others confirmed."""

    id: str
    skill: Named
    level: int
    level_word: str
    confirmed: int | None
    confirmed_text: str
    evidence: str | None
    note: str
    in_assignments: str


@dataclass(frozen=True, slots=True)
class VentureView:
    """Something founded or led, with what became of it."""

    name: str
    url: str | None
    role: str
    period: str
    outcome: str
    running: bool
    sectors: tuple[Named, ...]
    reach: str | None
    summary: str | None


@dataclass(frozen=True, slots=True)
class MarkView:
    """A vetting mark with its state."""

    label: str
    means: str
    text: str
    url: str | None
    expired: bool


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage out of a leading role."""

    passage: Named
    text: str
    story: Named | None


@dataclass(frozen=True, slots=True)
class RecordView:
    """An assignment in the record: what it was, for whom, when, what it confirmed."""

    assignment: Named
    text: str
    skills: str


def skill_groups(person: Person, words: Words) -> Iterator[tuple[Named, tuple[SkillView, ...]]]:
    """Families in the order of the person's own strongest skill; skills by level, then years."""
    claims = sorted(
        person.profile.skills,
        key=lambda c: (-person.level(c.skill), -(c.years or 0), c.skill),
    )
    families: dict[str, list[SkillClaim]] = {}
    for claim in claims:
        families.setdefault(words.vocabulary.skills[claim.skill].family, []).append(claim)
    for family, found in families.items():
        yield words.family(family), tuple(_skill(person, claim, words) for claim in found)


def _skill(person: Person, claim: SkillClaim, words: Words) -> SkillView:
    t = words.t
    confirmed = person.confirmed.get(claim.skill)
    text = ""
    if confirmed:
        text = t.gettext("Confirmed at this level by {by}, {month}")
        if confirmed.level != claim.level:
            text = t.gettext("Confirmed as “{level}” by {by}, {month}")
        level = words.level(confirmed.level)
        text = text.format(level=level, by=confirmed.by, month=t.month(confirmed.on))
    notes = [words.years(claim.years)] if claim.years else []
    if not claim.again:
        notes.append(t.gettext("can, but would rather not again"))
    count = sum(claim.skill in record.skills for record in person.record)
    used = t.ngettext("Used in {n} assignment here", "Used in {n} assignments here", count)
    return SkillView(
        claim.skill,
        words.skill(claim.skill),
        claim.level,
        words.level(claim.level),
        confirmed.level if confirmed else None,
        text,
        claim.evidence,
        ", ".join(notes),
        used.format(n=count) if count else "",
    )


def latest_first(ventures: tuple[Venture, ...]) -> list[Venture]:
    """Ventures, the running and the latest first."""
    return sorted(ventures, key=lambda v: (-(v.end or 9999), -v.start, v.name))


def venture_view(venture: Venture, words: Words) -> VentureView:
    """A venture in words."""
    t = words.t
    period = (
        f"{venture.start}–{venture.end}"
        if venture.end
        else t.gettext("since {year}").format(year=venture.start)
    )
    if venture.end == venture.start:
        period = str(venture.start)
    return VentureView(
        venture.name,
        venture.url,
        venture.role,
        period,
        t.gettext(OUTCOMES[venture.outcome]),
        venture.outcome == "running",
        tuple(words.sector(sector) for sector in venture.sectors),
        venture.reach,
        venture.summary,
    )


def passage_view(transition: Transition, words: Words) -> PassageView:
    """A passage in words, with its story where one is told."""
    t = words.t
    state = t.gettext("in the middle of it" if transition.state == "in-it" else "through it")
    if transition.since:
        since = {"in-it": t.gettext("in it since {year}"), "through-it": t.gettext("in {year}")}
        state = since[transition.state].format(year=transition.since)
    text = ", ".join(part for part in (transition.venture, state) if part)
    story = words.directory.articles["stories"].get(transition.story or "")
    return PassageView(
        words.passage(transition.passage),
        text,
        words.named(story.model.title, f"/stories/{story.slug}/") if story else None,
    )


def record_views(person: Person, words: Words) -> Iterator[RecordView]:
    """The track record, the latest first."""
    for record in reversed(person.record):
        posting = words.directory.postings[record.slug]
        assignment, t = posting.assignment, words.t
        client = assignment.client.name or words.silo(assignment.client.silo).label
        if assignment.outcome:
            when = t.month(assignment.outcome.on)
            if assignment.status == "ended-early":
                when = t.gettext("ended early, {month}").format(month=when)
        else:
            when = t.gettext("under way")
        yield RecordView(
            words.named(assignment.title, urls.assignment(record.slug)),
            f"{client} · {when}",
            t.every(words.skill(skill).label for skill in record.skills),
        )


def record_count(person: Person, words: Words) -> Named | None:
    """How many finished assignments confirm the person's skills; None where none does."""
    count = sum(bool(record.skills) for record in person.record)
    text = words.t.ngettext("Confirmed by {n} assignment", "Confirmed by {n} assignments", count)
    return words.named(text.format(n=count), urls.RESULTS) if count else None


@dataclass(frozen=True, slots=True)
class NetworkView:
    """A network whose own check counts; `counts` says for which labels and until when."""

    name: Named
    checks: str
    counts: str


def network_views(words: Words) -> tuple[NetworkView, ...]:
    """The networks of the site, in the order of the settings."""
    return tuple(_network(network, words) for network in words.site.networks)


def _network(network: Network, words: Words) -> NetworkView:
    t, labels = words.t, words.vocabulary.labels
    form = t.gettext("Counts until {day} for: {labels}")
    if network.until < words.directory.today:
        form = t.gettext("Counted until {day}, and has to be looked at again, for: {labels}")
    counts = form.format(
        labels=t.every(labels[label].label for label in network.counts_for),
        day=words.day(network.until),
    )
    return NetworkView(Named(network.name, network.url), network.checks, counts)


def _place_of(mark: VettingMark, words: Words) -> str | None:
    """Where one can read about a mark: where it says, else among the networks."""
    who = fold_words(mark.by.name)
    known = any(
        who == fold_words(network.name) and mark.label in network.counts_for
        for network in words.site.networks
    )
    return mark.url or (words.link(NETWORKS) if known else None)


def mark_view(mark: Mark, words: Words) -> MarkView:
    """A vetting mark in words."""
    t, label = words.t, words.vocabulary.labels[mark.mark.label]
    text = t.gettext("{by}, {day}").format(by=mark.mark.by.name, day=words.day(mark.mark.on))
    text = words.sentence([text])
    form = t.gettext("expired {day}") if mark.expired else t.gettext("holds until {day}")
    text = f"{text}; {form.format(day=words.day(mark.until))}"
    place = _place_of(mark.mark, words)
    return MarkView(label.label, label.means, text, place, mark.expired)
