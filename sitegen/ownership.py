"""Who may change which file: owners are read from the base, never from what is proposed.

A profile or an assignment belongs to the account in its `github` field (with `github_id`, to
that account whatever it is called now). A file without owner is the maintainers'. Maintainers
are the accounts that CODEOWNERS names at the base.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sitegen.frontmatter import Node

CODEOWNERS = ".github/CODEOWNERS"
_LOGIN = re.compile(r"(?<=@)[A-Za-z0-9](?:[A-Za-z0-9-]{0,37}[A-Za-z0-9])?(?![\w/-])")


@dataclass(frozen=True, slots=True)
class Account:
    """A login with its numeric id where known; logins are compared without regard to case."""

    login: str
    number: int | None = None

    def is_same(self, other: Account) -> bool:
        """By id where both have one (a login can be given up and taken), else by login."""
        if self.number is not None and other.number is not None:
            return self.number == other.number
        return self.login.casefold() == other.login.casefold()


def owner_of(fields: Mapping[str, Node]) -> Account | None:
    """The account that front matter names, or None."""
    login, number = fields.get("github"), fields.get("github_id")
    if not isinstance(login, str) or not login.strip():
        return None
    digits = isinstance(number, str) and re.fullmatch(r"[0-9]{1,12}", number.strip())
    return Account(login.strip(), int(str(number)) if digits else None)


def maintainers(codeowners: bytes | None) -> tuple[Account, ...]:
    """The accounts that a CODEOWNERS file names; teams cannot be looked up and are left out."""
    lines = (codeowners or b"").decode("utf-8", "replace").splitlines()
    rules = (line.partition("#")[0] for line in lines)
    found = {match[0].casefold() for line in rules for match in _LOGIN.finditer(line)}
    return tuple(Account(login) for login in sorted(found))
