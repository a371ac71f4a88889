"""A mail that somebody still has to send: to whom, about what, why, and as a `mailto:` link."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from sitegen.i18n import Translator
from sitegen.text import printable

# Windows hands a program at most 2,083 characters.
LONGEST_LINK = 2_000
_MAILBOX = re.compile(r"[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody by name; `contact` as the private folder has it, `file` where it would stand."""

    name: str
    contact: str | None
    file: str

    @property
    def address(self) -> str | None:
        """The contact where it is one mailbox and nothing else."""
        contact = self.contact or ""
        return contact if _MAILBOX.fullmatch(contact) else None


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail and, for the coordinator alone, why it is due; `form` is a link for its reader."""

    to: tuple[Recipient, ...]
    subject: str
    text: str
    why: str = ""
    form: str | None = None

    def link(self, t: Translator) -> str | None:
        """The `mailto:` link; a text too long for it ends at a line.

        It names nobody while no address is known. None while one of two is missing: a mail to
        both must not go to one.
        """
        known = [recipient.address for recipient in self.to if recipient.address]
        if known and len(known) < len(self.to):
            return None
        to = ",".join(quote(address, safe="@") for address in known)
        start = f"mailto:{to}?subject={quote(printable(self.subject, 200), safe='')}&body="
        return start + self._body(LONGEST_LINK - len(start), t)

    def _body(self, room: int, t: Translator) -> str:
        whole = _encoded(self.text)
        if len(whole) <= room:
            return whole
        rest = _encoded("\n" + t.gettext("[The rest is too long for a link: copy the whole text.]"))
        kept = ""
        for line in self.text.splitlines(keepends=True):
            if len(kept) + len(_encoded(line)) + len(rest) > room:
                break
            kept += _encoded(line)
        return kept + rest

    def lines(self, t: Translator) -> Iterator[str]:
        """The mail as a terminal shows it."""
        for recipient in self.to:
            yield t.gettext("To: {recipient}").format(recipient=addressed(recipient, t))
        yield t.gettext("Subject: {subject}").format(subject=printable(self.subject, 200))
        yield ""
        yield self.text
        link = self.link(t)
        if link:
            yield ""
            yield link


def addressed(recipient: Recipient, t: Translator) -> str:
    """`Ada Example <ada@…>`, or how else she is reached, or where to write her address."""
    name = printable(recipient.name)
    if recipient.address:
        return f"{name} <{recipient.address}>"
    if recipient.contact:
        return f"{name}: {printable(recipient.contact, 200)}"
    return t.gettext("{name} (no address yet: write it as `contact` in {file})").format(
        name=name, file=recipient.file
    )


def _encoded(text: str) -> str:
    return quote(text.replace("\n", "\r\n"), safe="")
