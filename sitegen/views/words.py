"""Ids and values → the reader's words and links."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from sitegen import urls
from sitegen.directory import Directory, Person
from sitegen.i18n import Translator
from sitegen.messages import phrase
from sitegen.urls import Urls


@dataclass(frozen=True, slots=True)
class Named:
    """A label, and where it leads if anywhere."""

    label: str
    url: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    """The one thing to do on a page."""

    label: str
    url: str
    note: str


LEVELS = (
    "",
    phrase("has taken part"),
    phrase("has done it alone"),
    phrase("has led it"),
    phrase("others learn it from them"),
)
STAGES = {
    "leading": phrase("leads what they founded"),
    "stepping-back": phrase("stepping back"),
    "between": phrase("between ventures"),
    "serial": phrase("serial founder"),
    "post-venture": phrase("founder, handed on"),
}
OUTCOMES = {
    "running": phrase("still running"),
    "handed-over": phrase("handed over"),
    "merged": phrase("merged"),
    "acquired": phrase("acquired"),
    "spun-out": phrase("spun out"),
    "closed": phrase("closed"),
    "left": phrase("left"),
}
MODES = {
    "remote": phrase("remote"),
    "onsite": phrase("on site"),
    "hybrid": phrase("partly on site"),
}
FORMS = {
    "individual": phrase("as an individual"),
    "company": phrase("through a company"),
    "cooperative": phrase("through a cooperative"),
    "association": phrase("through an association"),
    "umbrella": phrase("through an umbrella company"),
}
PRO_BONO = {"yes": phrase("pro bono"), "some": phrase("some pro bono"), "no": ""}
BANDS = {
    "strong": phrase("Strong fit"),
    "good": phrase("Good fit"),
    "possible": phrase("Possible fit"),
}
FLUENCY = {"native": phrase("native")}


class Words:
    """Says everything about one directory in one language, with links below one base URL."""

    def __init__(
        self, directory: Directory, translator: Translator, links: Urls, pages: frozenset[str]
    ) -> None:
        """`pages` are the addresses that exist: a label without a page is not a link."""
        self.directory = directory
        self.vocabulary = directory.vocabulary
        self.site = directory.site
        self.t = translator
        self.urls = links
        self.pages = pages

    def link(self, address: str) -> str:
        """An address as a link from any page."""
        return self.urls.link(address)

    def named(self, label: str, address: str, note: str = "") -> Named:
        """A label that links to an address where that page exists."""
        return Named(label, self.link(address) if address in self.pages else None, note)

    def person(self, person: Person) -> Named:
        """Somebody with their page."""
        return self.named(person.profile.name, urls.profile(person.slug))

    def skill(self, skill: str) -> Named:
        """A skill with its page."""
        return self.named(self.vocabulary.skills[skill].label, urls.facet("skills", skill))

    def family(self, family: str) -> Named:
        """A family of skills with its page."""
        return self.named(self.vocabulary.families[family].label, urls.facet("families", family))

    def sector(self, sector: str) -> Named:
        """A sector with its page."""
        return self.named(self.vocabulary.sectors[sector].label, urls.facet("sectors", sector))

    def silo(self, silo: str) -> Named:
        """A world of work with its page."""
        return self.named(self.vocabulary.silos[silo].label, urls.facet("silos", silo))

    def passage(self, passage: str) -> Named:
        """A way out of a leading role with its page."""
        return self.named(self.vocabulary.passages[passage].label, urls.passage(passage))

    def topic(self, topic: str) -> Named:
        """A topic of guidance with its page."""
        return self.named(self.vocabulary.topics[topic].label, urls.topic(topic))

    def language(self, tag: str, level: str = "") -> Named:
        """A language with its page and the level in words."""
        name, address = self.t.language(tag), urls.facet("languages", tag)
        return self.named(name, address, self.fluency(level))

    def fluency(self, level: str) -> str:
        """`C1`, or the word for native."""
        return self.t.gettext(FLUENCY[level]) if level in FLUENCY else level

    def country(self, code: str) -> Named:
        """A country with its page."""
        return self.named(self.t.country(code), urls.facet("countries", code))

    def phase(self, phase: str) -> Named:
        """A phase of the method with its page."""
        label = next(p.label for p in self.vocabulary.method.phases if p.id == phase)
        return self.named(label, urls.phase(phase))

    def area(self, area: str) -> str:
        """The name of a region id or of a country code."""
        region = self.vocabulary.regions.get(area)
        return region.label if region else self.t.country(area)

    def areas(self, areas: Iterable[str]) -> str:
        """Areas as a list in words."""
        return self.every(self.area(area) for area in areas)

    def every(self, labels: Iterable[str]) -> str:
        """Labels as a list; with semicolons where a label holds an "and" of its own."""
        listed = list(labels)
        if any(" and " in label for label in listed) and len(listed) > 1:
            return "; ".join(listed)
        return self.t.every(listed)

    def level(self, level: int) -> str:
        """A level of a skill in words."""
        return self.t.gettext(LEVELS[level])

    def months(self, count: int) -> str:
        """`6 months`."""
        return self.t.ngettext("{n} month", "{n} months", count).format(n=count)

    def days(self, count: int) -> str:
        """`8 days a month`."""
        return self.t.ngettext("{n} day a month", "{n} days a month", count).format(n=count)

    def years(self, count: int) -> str:
        """`9 years`."""
        return self.t.ngettext("{n} year", "{n} years", count).format(n=count)

    def day(self, value: date) -> str:
        """A date in words."""
        return self.t.day(value)

    def soon(self, value: date) -> str:
        """A date without its year where that is this year or the coming one's first half."""
        near = 0 <= (value - self.directory.today).days < 300
        if not near:
            return self.t.day(value)
        return self.t.day(value, "d MMMM" if self.t.locale.language == "en" else "long")

    def place(self, country: str | None, city: str | None, region: str | None = None) -> str:
        """`Rabat, Morocco`, or a region for somebody whom it could harm to be found."""
        if not country:
            return self.area(region) if region else ""
        return ", ".join(part for part in (city, self.t.country(country)) if part)

    def rate_band(self, amount: int, currency: str) -> str | None:
        """The label of the site's band that a day rate falls into; None where none can say."""
        band = self.site.band_of(amount, currency)
        return band.label if band else None

    def contact(self, purpose: str, slug: str, label: str) -> Action:
        """The relay's address with purpose and slug; no member's address is ever published."""
        relay = self.site.relay
        note = self.t.ngettext(
            "Goes to the directory ({where}), which answers within {n} working day.",
            "Goes to the directory ({where}), which answers within {n} working days.",
            relay.answers_within,
        ).format(n=relay.answers_within, where=relay.mailbox or self.t.gettext("its form"))
        if relay.form:
            join = "&" if "?" in relay.form else "?"
            return Action(label, f"{relay.form}{join}purpose={purpose}&about={slug}", note)
        subject = quote(f"{label} [{purpose}: {slug}]", safe="")
        return Action(label, f"mailto:{relay.mailbox}?subject={subject}", note)

    def sentence(self, parts: Sequence[str]) -> str:
        """Parts with semicolons, the first letter large."""
        text = "; ".join(part for part in parts if part)
        return text[:1].upper() + text[1:]
