"""The report in words, section by section; how a value is made harmless is left to the form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from sitegen import urls
from sitegen.findings import words as words_of
from sitegen.i18n import Translator
from sitegen.local import Local
from sitegen.matching.exposure import MOST_NAMED
from sitegen.models.log import Introduction
from sitegen.upkeep.ages import ago
from sitegen.upkeep.findings import Findings, Scope
from sitegen.upkeep.waiting import Waiting
from sitegen.urls import Urls

MOST_IN_PUBLIC = 60
MOST_WORDS = 20


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with values: `own` are ours, `foreign` are somebody's text; `link` goes on it all.

    The first of the values named `slug` or `number` carries the link.
    """

    text: str
    own: Mapping[str, str] = field(default_factory=dict)
    foreign: Mapping[str, str] = field(default_factory=dict)
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a title, or what stands there when there are none."""

    title: str
    nothing: str
    lines: tuple[Line, ...]


def sections(found: Findings, local: Local, t: Translator, scope: Scope) -> Iterator[Section]:
    """The sections that this reader may see, in the order of urgency.

    An issue holds no more than some 60,000 characters, so in public a section has an end.
    """
    words = _Words(found, local, t)
    listed = [*_aged(words, scope), *(() if scope.stale else _lasting(words, scope))]
    for section in listed:
        yield _cut(section, MOST_IN_PUBLIC, t) if scope.public else section


def _aged(words: _Words, scope: Scope) -> Iterator[Section]:
    """What grows old; what was not given is not spoken of."""
    t = words.t
    if scope.has_waiting:
        lines = words.waiting_counted() if scope.public else words.waiting()
        yield Section(t.gettext("Submissions that wait"), t.gettext("None waits."), tuple(lines))
    if scope.has_private:
        lines = words.introductions()
        yield Section(t.gettext("Introductions"), t.gettext("Nobody waits."), tuple(lines))
        doubts = tuple(words.doubts())
        if doubts:
            yield Section(t.gettext("To mend in the private folder"), "", doubts)
    pages, marks = tuple(words.pages()), tuple(words.marks())
    yield Section(t.gettext("Pages to confirm"), t.gettext("Every page is fresh."), pages)
    yield Section(t.gettext("Marks that end"), t.gettext("No mark ends soon."), marks)
    title = t.gettext("Assignments past their deadline")
    yield Section(title, t.gettext("None is open still."), tuple(words.overdue()))
    older = tuple(words.outdated_counted() if scope.public else words.outdated())
    if older:
        yield Section(t.gettext("Consent to an older wording"), "", older)


def _lasting(words: _Words, scope: Scope) -> Iterator[Section]:
    """What the directory lacks."""
    t = words.t
    nothing = t.gettext("It has every word that people write.")
    if scope.public:
        nothing = t.gettext("It has every word that several people write.")
    if scope.has_private:
        title = t.gettext("Talks with a guide that began")
        yield Section(title, t.gettext("None yet."), tuple(words.talks()))
    title = t.gettext("Words that the vocabulary lacks")
    yield _cut(Section(title, nothing, tuple(words.lacking())), MOST_WORDS, t)
    lines = words.unseen_counted() if scope.public else words.unseen()
    title = t.gettext("Never shown with an assignment")
    nothing = t.gettext("Everybody who takes part is shown somewhere.")
    yield Section(title, nothing, tuple(lines))
    lines = words.exposure_counted() if scope.public else words.exposure()
    title = t.gettext("Who stands among the first five")
    yield Section(title, t.gettext("Nobody is eligible for an open assignment."), tuple(lines))


def _cut(section: Section, most: int, t: Translator) -> Section:
    rest = len(section.lines) - most
    if rest <= 0:
        return section
    text = t.ngettext("and {count} more", "and {count} more", rest)
    return replace(section, lines=(*section.lines[:most], Line(text, {"count": str(rest)})))


class _Words:
    def __init__(self, found: Findings, local: Local, t: Translator) -> None:
        self.found = found
        self.local = local
        self.directory = local.directory
        self.urls = Urls(local.directory.site.url)
        self.t = t

    def waiting(self) -> Iterator[Line]:
        text = self.t.gettext("{number}: {title} ({kind}), {ago}")
        for one in self.found.waiting:
            own = {"number": str(one.number), "kind": one.kind, "ago": ago(one.days, self.t)}
            yield Line(text, own, {"title": one.title}, one.url)

    def waiting_counted(self) -> Iterator[Line]:
        text = self.t.gettext("{kind}: {count}, the oldest {ago}")
        for kind, ones in by_kind(self.found.waiting).items():
            oldest = ago(max(one.days for one in ones), self.t)
            yield Line(text, {"kind": kind, "count": str(len(ones)), "ago": oldest})

    def introductions(self) -> Iterator[Line]:
        asked = self.t.gettext("{slug}: asked about {about} on {day}, {ago}")
        agreed = self.t.gettext("{slug}: said yes to {about} on {day}, {ago}, not introduced yet")
        for text, rows in ((asked, self.found.asked), (agreed, self.found.agreed)):
            yield from (self._row(text, row) for row in rows)

    def _row(self, text: str, row: Introduction) -> Line:
        days = (self.found.today - row.on).days
        own = {"slug": row.profile, "day": self.t.day(row.on), "ago": ago(days, self.t)}
        about = row.assignment or self.t.gettext("guidance for {name}").format(name=row.seeker)
        return Line(text, own, {"about": about}, self.page(row.profile))

    def doubts(self) -> Iterator[Line]:
        for problem in self.local.doubts:
            text, hint = words_of(problem, self.t)
            own = {"line": str(problem.place.line)}
            foreign = {"path": problem.path, "text": text, "hint": hint}
            yield Line(self.t.gettext("{path}, line {line}: {text}; {hint}"), own, foreign)

    def pages(self) -> Iterator[Line]:
        t = self.t
        for page in self.found.pages:
            text = t.gettext("{slug}: ageing, confirmed {ago}, dormant after {day}")
            if page.dormant < self.found.today:
                text = t.gettext("{slug}: dormant since {day}, confirmed {ago}")
            slug = page.person.slug
            own = {"slug": slug, "ago": ago(page.days, t), "day": t.day(page.dormant)}
            yield Line(text, own, link=self.page(slug))

    def marks(self) -> Iterator[Line]:
        ending = self.t.gettext("{slug}: {label} ends on {day}")
        expired = self.t.gettext("{slug}: {label} ended on {day}")
        for person, mark in self.found.marks:
            own = {"slug": person.slug, "day": self.t.day(mark.until)}
            label = self.directory.vocabulary.labels[mark.mark.label].label
            text = expired if mark.expired else ending
            yield Line(text, own, {"label": label}, self.page(person.slug))

    def overdue(self) -> Iterator[Line]:
        text = self.t.gettext("{slug}: {title}, deadline {day}, {ago}")
        for posting in self.found.overdue:
            deadline = posting.assignment.deadline or self.found.today
            days = ago((self.found.today - deadline).days, self.t)
            own = {"slug": posting.slug, "day": self.t.day(deadline), "ago": days}
            link = self.urls.absolute(urls.assignment(posting.slug))
            yield Line(text, own, {"title": posting.assignment.title}, link)

    def talks(self) -> Iterator[Line]:
        """Each year with what of it may be published: a running count would tell of one person."""
        t, least = self.t, self.directory.site.thresholds.smallest_count
        for year, count in self.found.talks:
            text = t.gettext("{year}: {count}; for site.yml: guidance_given: {entry}")
            if year >= self.found.today.year:
                text = t.gettext("{year}: {count} so far; publish it when the year is over")
            elif count < least:
                text = t.gettext("{year}: {count}; too few to be published")
            entry = f"{{{year}: {count}}}"
            yield Line(text, {"year": str(year), "count": str(count), "entry": entry})

    def outdated(self) -> Iterator[Line]:
        text = self.t.gettext("{slug}: agreed to {wording} on {day}")
        for person in self.found.outdated:
            consent = person.profile.consent
            own = {"slug": person.slug, "day": self.t.day(consent.on)}
            yield Line(text, own, {"wording": consent.wording}, self.page(person.slug))

    def outdated_counted(self) -> Iterator[Line]:
        count = len(self.found.outdated)
        if count:
            text = self.t.ngettext("{count} person", "{count} people", count)
            yield Line(text, {"count": str(count)})

    def lacking(self) -> Iterator[Line]:
        for word, count in self.found.words:
            text = self.t.ngettext("{word}: {count} person", "{word}: {count} people", count)
            yield Line(text, {"count": str(count)}, {"word": word})

    def unseen(self) -> Iterator[Line]:
        for person in self.found.unseen:
            own = {"slug": person.slug}
            yield Line("{slug}: {name}", own, {"name": person.profile.name}, self.page(person.slug))

    def unseen_counted(self) -> Iterator[Line]:
        count = len(self.found.unseen)
        if count:
            text = self.t.ngettext("{count} person", "{count} people", count)
            yield Line(text, {"count": str(count)})

    def exposure(self) -> Iterator[Line]:
        found, t = self.found.exposure, self.t
        yield from self.exposure_counted()
        for slug, times in found.shown[:MOST_NAMED] if found else ():
            text = t.ngettext("{slug}: {count} time", "{slug}: {count} times", times)
            yield Line(text, {"slug": slug, "count": str(times)}, link=self.page(slug))
        for slug in found.never if found else ():
            yield Line(t.gettext("{slug}: never"), {"slug": slug}, link=self.page(slug))

    def exposure_counted(self) -> Iterator[Line]:
        found, t = self.found.exposure, self.t
        if found is None or not found.eligible:
            return
        text = t.gettext("unevenness (Gini, 0 to 100): {n}")
        yield Line(text, {"n": str(found.unevenness)})
        text = t.ngettext(
            "{count} person is eligible for something",
            "{count} people are eligible for something",
            found.eligible,
        )
        yield Line(text, {"count": str(found.eligible)})
        text = t.gettext("never there: {count}")
        yield Line(text, {"count": str(len(found.never))})

    def page(self, slug: str) -> str:
        return self.urls.absolute(urls.profile(slug))


def by_kind(waiting: Iterable[Waiting]) -> dict[str, list[Waiting]]:
    """Submissions by kind, the kinds by name."""
    found: dict[str, list[Waiting]] = {}
    for one in sorted(waiting, key=lambda one: one.kind):
        found.setdefault(one.kind, []).append(one)
    return found
