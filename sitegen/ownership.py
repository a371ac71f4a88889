"""Who may change which file: owners are read from the base, never from what is proposed.

A profile or an assignment belongs to the account in its `github` field (with `github_id`, to
that account whatever it is called now). A file without owner is the maintainers'. Maintainers
are the accounts that CODEOWNERS names at the base.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sitegen.errors import SettingsError
from sitegen.frontmatter import Node

CODEOWNERS = ".github/CODEOWNERS"
# Logins that end in a hyphen were once given out; `_` stands in those of managed accounts.
LOGIN = r"[A-Za-z0-9][A-Za-z0-9_-]{0,38}"
_LOGIN = re.compile(LOGIN)
_APP = "[bot]"


@dataclass(frozen=True, slots=True)
class Account:
    """A login with its numeric id where known; logins are compared without regard to case."""

    login: str
    number: int | None = None

    def is_same(self, other: Account) -> bool:
        """By id where both have one (a login can be given up and taken), else by login."""
        if self.number is not None and other.number is not None:
            return self.number == other.number
        return self.login.lower() == other.login.lower()

    def __str__(self) -> str:
        return self.login if self.number is None else f"{self.login} (id {self.number})"


def is_login(value: str) -> bool:
    """Tell whether an account can be called so; `name[bot]` is the form of a program's."""
    return _LOGIN.fullmatch(value.removesuffix(_APP)) is not None


def account(login: str, number: int | None = None) -> Account:
    """Whoever the command line names. Raises SettingsError S020 for what no account is called."""
    if not is_login(login):
        raise SettingsError("S020", value=login)
    return Account(login, number)


def owner_of(fields: Mapping[str, Node]) -> Account | None:
    """The account that front matter names, or None; a text that is no login names nobody."""
    login, number = fields.get("github"), fields.get("github_id")
    if not isinstance(login, str) or not _LOGIN.fullmatch(login.strip()):
        return None
    stated = number.strip() if isinstance(number, str) else ""
    return Account(login.strip(), int(stated) if re.fullmatch(r"[0-9]{1,12}", stated) else None)


def owns(account: Account, fields: Mapping[str, Node]) -> bool:
    """Whether front matter names this account."""
    owner = owner_of(fields)
    return owner is not None and owner.is_same(account)


def maintainers(codeowners: bytes | None) -> tuple[Account, ...]:
    """The accounts that a CODEOWNERS file names; teams cannot be looked up and are left out.

    Every account on any line is a maintainer of everything: name nobody there for one folder only.
    """
    lines = (codeowners or b"").decode("utf-8", "replace").splitlines()
    # The first word is a pattern. An address (`docs@host.example`) is no account called `host`.
    owners = (word for line in lines for word in line.partition("#")[0].split()[1:])
    found = {word[1:].lower() for word in owners if word[0] == "@" and _LOGIN.fullmatch(word[1:])}
    return tuple(Account(login) for login in sorted(found))
