"""What was understood of a submission, in plain words, to compare with what was meant.

It speaks of fields as they were written, right or wrong; every value is shown inert.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from sitegen.frontmatter import Node
from sitegen.i18n import Translator, countries, is_locale
from sitegen.inert import markdown
from sitegen.intake.submission import Draft
from sitegen.messages import phrase
from sitegen.views.words import LEVELS, MODES
from sitegen.vocabulary import Vocabulary

Row = tuple[str, str]
STATUS = {
    "open": phrase("open"),
    "limited": phrase("limited: asks first"),
    "paused": phrase("paused: the page stays, no matching"),
}


class Understood:
    """Rows of a label and a value in Markdown, for one draft."""

    def __init__(
        self, vocabulary: Vocabulary, consent: Mapping[str, str], translator: Translator
    ) -> None:
        self.vocabulary = vocabulary
        self.consent = consent
        self.t = translator

    def rows(self, kind: str, draft: Draft) -> Iterator[Row]:
        """Everything that a reader would ask first; only what is stated."""
        rows: Mapping[str, Callable[[Mapping[str, Node]], Iterator[Row]]] = {
            "remove": self.leaving,
            "profile": self.profile,
            "assignment": self.assignment,
            "confirm": self.changed,
            "pause": self.changed,
            "offer-guidance": self.guidance,
            "outcome": self.outcome,
            "members-outcome": self.outcome,
            "propose-skill": self.skill,
        }
        for label, value in rows[kind](draft.fields) if kind in rows else ():
            if value:
                yield self.t.gettext(label), value
        if draft.body and kind in ("profile", "assignment"):
            yield self.t.gettext("Text"), self.text(draft.body)

    def profile(self, fields: Mapping[str, Node]) -> Iterator[Row]:
        """A person."""
        yield phrase("Name"), self.said(fields, "name")
        yield phrase("Headline"), self.said(fields, "headline")
        yield phrase("Lives in"), self.place(_group(fields, "based_in"))
        languages = _group(fields, "languages").items()
        yield phrase("Languages"), ", ".join(f"{self.language(k)} {_text(v)}" for k, v in languages)
        for claim in _rows(fields, "skills"):
            yield phrase("Skill"), self.claim(claim)
        yield phrase("Sectors"), self.terms(fields, "sectors", "sector")
        worlds = _group(fields, "silos")
        yield phrase("Worlds"), ", ".join(self.term("silo", silo) for silo in worlds)
        for venture in _rows(fields, "ventures"):
            yield (
                phrase("Venture"),
                self.several(venture, ("name", "role", "from", "to", "outcome")),
            )
        yield from self.changed(fields)
        yield from self.guidance(fields)
        yield phrase("Account that may change the page"), self.said(fields, "github")
        yield phrase("Agreed to"), self.agreed(_group(fields, "consent"))

    def changed(self, fields: Mapping[str, Node]) -> Iterator[Row]:
        """What changes most often."""
        free = _group(fields, "availability")
        status = str(free.get("status", ""))
        shown = self.t.gettext(STATUS[status]) if status in STATUS else _text(status)
        yield phrase("Free"), shown
        yield phrase("Free from"), self.said(free, "from")
        yield phrase("Free until"), self.said(free, "until")
        yield phrase("Days a month"), self.said(free, "days_per_month")
        yield phrase("Confirmed on"), self.said(_group(fields, "confirmed"), "on")

    def guidance(self, fields: Mapping[str, Node]) -> Iterator[Row]:
        """What somebody can be asked about."""
        group = _group(fields, "guidance")
        yield phrase("Can be asked about"), self.terms(group, "offers", "topic")
        yield phrase("In private only"), self.terms(group, "privately", "topic")
        yield phrase("People at a time"), self.said(group, "capacity")
        yield phrase("Wishes they had known"), self.said(group, "wish_i_had_known")

    def assignment(self, fields: Mapping[str, Node]) -> Iterator[Row]:
        """A piece of work."""
        client, work = _group(fields, "client"), _group(fields, "work")
        yield phrase("Title"), self.said(fields, "title")
        unnamed = client.get("anonymous") == "yes"
        shown = self.several(
            client, ("silo", "country") if unnamed else ("name", "silo", "country")
        )
        yield phrase("Anonymous client") if unnamed else phrase("Client"), shown
        yield phrase("Status"), self.said(fields, "status")
        for name in ("posted", "deadline", "starts"):
            yield LABELS[name], self.said(fields, name)
        for name in ("required", "desirable"):
            for need in _rows(_group(fields, "skills"), name):
                yield LABELS[name], self.claim(need)
        mode = str(work.get("mode", ""))
        yield phrase("Where"), self.t.gettext(MODES[mode]) if mode in MODES else _text(mode)
        yield phrase("Place"), self.place(work)
        yield phrase("Days a month"), self.said(work, "days_per_month")

    def leaving(self, fields: Mapping[str, Node]) -> Iterator[Row]:
        """What a removal means, in words."""
        told = phrase("the page, its photo and its marks; who is named elsewhere becomes a member")
        yield phrase("Taken down"), self.t.gettext(told)

    def outcome(self, fields: Mapping[str, Node]) -> Iterator[Row]:
        """How an assignment ended."""
        group = _group(fields, "outcome")
        yield phrase("Status"), self.said(fields, "status")
        yield phrase("Ended on"), self.said(group, "on")
        yield phrase("What came of it"), self.said(group, "result")
        yield phrase("The client says"), self.said(group, "client_words")
        yield phrase("The members say"), self.said(group, "members_words")
        for lesson in _rows(group, "learned"):
            yield phrase("It taught"), self.several(lesson, ("phase", "text"))
        yield phrase("The client is named"), self.said(_group(group, "consent"), "client")

    def skill(self, fields: Mapping[str, Node]) -> Iterator[Row]:
        """A new entry of the vocabulary."""
        yield phrase("Skill"), self.said(fields, "label")
        family = self.vocabulary.families.get(str(fields.get("family")))
        yield phrase("Family"), markdown(family.label) if family else self.said(fields, "family")
        words = [w for found in _group(fields, "aliases").values() for w in _texts(found)]
        yield phrase("Other words"), ", ".join(map(markdown, words))
        yield phrase("Near it"), self.terms(fields, "related", "skill")

    def said(self, fields: Mapping[str, Node], name: str) -> str:
        """A text as it was written."""
        return _text(fields.get(name, ""))

    def several(self, fields: Mapping[str, Node], names: tuple[str, ...]) -> str:
        """Texts of a group, as written."""
        return ", ".join(part for part in (self.said(fields, name) for name in names) if part)

    def term(self, kind: str, value: str) -> str:
        """A term by its label, where there is one."""
        found = self.vocabulary.terms(kind).get(value)
        return markdown(found.label if found else value)

    def agreed(self, consent: Mapping[str, Node]) -> str:
        """The whole wording that somebody agrees to, and since when."""
        wording = self.consent.get(str(consent.get("wording")), "")
        return f"“{markdown(wording, 4000)}” ({self.said(consent, 'on')})" if wording else ""

    def terms(self, fields: Mapping[str, Node], name: str, kind: str) -> str:
        """A list of terms by their labels."""
        return ", ".join(self.term(kind, value) for value in _texts(fields.get(name, [])))

    def claim(self, claim: Mapping[str, Node]) -> str:
        """A skill with its level in words."""
        level = str(claim.get("level", ""))
        known = level.isascii() and level.isdigit() and 0 < int(level) < len(LEVELS)
        word = self.t.gettext(LEVELS[int(level)]) if known else markdown(level)
        return f"{self.term('skill', str(claim.get('skill', '')))}: {word}"

    def language(self, tag: str) -> str:
        """A language by its name."""
        return markdown(self.t.language(tag) if is_locale(tag) else tag)

    def place(self, group: Mapping[str, Node]) -> str:
        """A town and a country, or a region."""
        country = str(group.get("country", ""))
        named = markdown(self.t.country(country)) if country in countries() else markdown(country)
        region = self.term("region", str(group["region"])) if "region" in group else ""
        return ", ".join(part for part in (self.said(group, "city"), named, region) if part)

    def text(self, body: str) -> str:
        """How long the text is, and how it begins and ends: a signature left in it shows there."""
        words = body.split()
        count = self.t.ngettext("{n} word", "{n} words", len(words)).format(n=len(words))
        ends = f"{' '.join(words[:6])} … {' '.join(words[-6:])}" if len(words) > 12 else body
        return f"{count}: “{markdown(ends)}”"


LABELS = {
    "posted": phrase("Posted"),
    "deadline": phrase("Deadline"),
    "starts": phrase("Starts"),
    "required": phrase("Needs"),
    "desirable": phrase("Would help"),
}


def _text(node: Node) -> str:
    return markdown(node) if isinstance(node, str) else ""


def _texts(node: Node) -> list[str]:
    return [part for part in node if isinstance(part, str)] if isinstance(node, list) else []


def _group(fields: Mapping[str, Node], name: str) -> Mapping[str, Node]:
    found = fields.get(name)
    return found if isinstance(found, dict) else {}


def _rows(fields: Mapping[str, Node], name: str) -> list[Mapping[str, Node]]:
    found = fields.get(name)
    rows = found if isinstance(found, list) else []
    return [row for row in rows if isinstance(row, dict)]
