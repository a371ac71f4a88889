"""The mails themselves: what the texts need, taken from the directory and the private folder."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from sitegen import urls
from sitegen.directory import Mark, Person, Posting
from sitegen.i18n import Translator
from sitegen.issue_forms import FORMS
from sitegen.local import Local
from sitegen.matching import Reason, say
from sitegen.models.log import Introduction
from sitegen.read import shown
from sitegen.upkeep.mail import Mail, Recipient
from sitegen.upkeep.texts import worded
from sitegen.urls import Urls


class Letters:
    """Writes the mails of one directory in the language of its site."""

    def __init__(self, found: Local, private: Path) -> None:
        self.found = found
        self.private = private
        self.directory = found.directory
        self.site = found.directory.site
        self.urls = Urls(self.site.url)
        self.t = Translator(self.site.locales[0])

    def ask(self, person: Person, posting: Posting, reasons: Iterable[Reason]) -> Mail:
        """Ask somebody whether they may be introduced to the client of an assignment."""
        vocabulary, t = self.directory.vocabulary, self.t
        said = "\n".join(f"- {say(reason, vocabulary, t)}" for reason in reasons)
        missing = t.gettext("[Write here why you thought of them: the page does not say it.]")
        why = {"reasons": said, "by_hand": "" if said else missing}
        values = {**self._about(posting), **why}
        client = self._client(posting) if self.found.is_named_in_public(posting.slug) else ""
        return self._mail("ask", person, {**values, "client": client or self._unnamed(posting)})

    def introduce(self, person: Person, posting: Posting) -> Mail:
        """Introduce somebody who said yes and the client to each other."""
        client = self._client(posting) or self.t.gettext("client")
        values = {
            **self._about(posting),
            **self._person(person),
            "client": client,
            "headline": person.profile.headline.rstrip("."),
        }
        to = (self.recipient(person), self._recipient("assignments", posting.slug, client))
        return Mail(to, *worded("introduce", self.t, self._with(values)))

    def ask_guide(self, guide: Person, seeker: str) -> Mail:
        """Ask a guide whether they would talk with somebody, who stays unnamed."""
        guidance = guide.profile.guidance
        known = self.directory.people.get(seeker)
        sought = known.profile.guidance.seeks if known else ()
        offered = (*guidance.offers, *guidance.privately)
        shared = [topic for topic in offered if topic in sought]
        values = {
            "shared": self._topics(shared),
            "offers": "" if shared else self._topics(offered),
        }
        return self._mail("ask-guide", guide, values)

    def introduce_guide(self, guide: Person, seeker: str) -> Mail:
        """Introduce a guide who said yes and the one who seeks guidance to each other."""
        name = self.seeker_name(seeker)
        to = (self._recipient("profiles", seeker, name), self.recipient(guide))
        values = {**self._person(guide), "seeker": name}
        return Mail(to, *worded("introduce-guide", self.t, self._with(values)))

    def declined(self, person: Person) -> Mail:
        """Thank somebody for a no."""
        return self._mail("declined", person, {})

    def again(self, person: Person, row: Introduction) -> Mail:
        """Ask once more, who did not answer."""
        return self._mail("again", person, {"about": self.about(row), "day": self.t.day(row.on)})

    def met(self, person: Person, row: Introduction) -> Mail:
        """Thank somebody who was introduced, and ask what came of it."""
        values = {"about": self.about(row), "day": self.t.day(row.on)}
        return self._mail("thanks-met", person, values)

    def done(self, person: Person, posting: Posting, day: date) -> Mail:
        """Thank somebody for a completed assignment."""
        values = {**self._about(posting), "day": self.t.day(day)}
        return self._mail("thanks-done", person, values)

    def mark(self, person: Person, mark: Mark) -> Mail:
        """Say that a mark ends soon."""
        values = {
            "label": self.directory.vocabulary.labels[mark.mark.label].label,
            "by": mark.mark.by.name,
            "day": self.t.day(mark.mark.on),
            "until": self.t.day(mark.until),
            **self._person(person),
        }
        return self._mail("mark", person, values)

    def still_true(self, person: Person, state: str) -> Mail:
        """Ask whether a page is still true; `state` says what the site does with it meanwhile."""
        form, t = self.form(person), self.t
        how = t.gettext("If it is still true, answer “yes”, and that is all.")
        if form:
            how = t.gettext(
                "If it is still true, this form is one click with your GitHub account. You may as "
                "well answer “yes” to this mail.\n{form}"
            ).format(form=form)
        day = t.day(person.profile.confirmed.on)
        values = {**self._person(person), "day": day, "state": state, "form": how}
        return self._mail("still-true", person, values, form)

    def form(self, person: Person) -> str | None:
        """The one-click form, for those with an account; None without one or a repository."""
        repository = self.site.repository
        if not (repository and person.profile.github):
            return None
        return urls.issue_form(repository, FORMS["confirm"].template, person.slug)

    def recipient(self, person: Person) -> Recipient:
        """A person with the address that the private folder holds."""
        return self._recipient("profiles", person.slug, person.profile.name)

    def about(self, row: Introduction) -> str:
        """What an introduction is about, in a few words; a seeker stays unnamed."""
        posting = self.directory.postings.get(row.assignment or "")
        if posting:
            return posting.assignment.title
        return row.assignment or self.t.gettext("a talk with somebody who seeks guidance")

    def seeker_name(self, seeker: str) -> str:
        """The name behind a slug, or the name as it was given."""
        known = self.directory.people.get(seeker)
        return known.profile.name if known else seeker

    def _recipient(self, collection: str, slug: str, name: str) -> Recipient:
        facts = self.found.facts.get(slug)
        known = self.directory.people if collection == "profiles" else self.directory.postings
        file = self.private / collection / f"{slug if slug in known else 'NAME'}.yml"
        return Recipient(name, facts.contact if facts and slug in known else None, shown(file))

    def _mail(
        self, kind: str, person: Person, values: dict[str, str], form: str | None = None
    ) -> Mail:
        named = self._with({"name": person.profile.name, **values})
        subject, text = worded(kind, self.t, named)
        return Mail((self.recipient(person),), subject, text, form=form)

    def _with(self, values: dict[str, str]) -> dict[str, str]:
        count = self.site.relay.answers_within
        days = self.t.ngettext("{n} working day", "{n} working days", count).format(n=count)
        return {"site": self.site.title, "days": days, **values}

    def _person(self, person: Person) -> dict[str, str]:
        page = self.urls.absolute(urls.profile(person.slug))
        return {"person": person.profile.name, "page": page}

    def _about(self, posting: Posting) -> dict[str, str]:
        link = self.urls.absolute(urls.assignment(posting.slug))
        return {"title": posting.assignment.title, "link": link}

    def _client(self, posting: Posting) -> str:
        return posting.assignment.client.name or ""

    def _unnamed(self, posting: Posting) -> str:
        """A client whom the public file does not name, by the kind and the country."""
        client, t = posting.assignment.client, self.t
        kind = self.directory.vocabulary.silos[client.silo].label
        where = t.country(client.country) if client.country else ""
        facts = ", ".join(part for part in (kind, where) if part)
        return t.gettext("A client who is not named yet ({facts})").format(facts=facts)

    def _topics(self, topics: Iterable[str]) -> str:
        labels = (self.directory.vocabulary.topics[topic].label for topic in topics)
        return "\n".join(f"- {label}" for label in labels)
