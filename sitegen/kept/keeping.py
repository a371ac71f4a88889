"""What a build takes over from the last one, and what it keeps for the next."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from sitegen.cache import Kind
from sitegen.directory import Directory
from sitegen.i18n import Translator
from sitegen.kept.facts import Facts, sum_of_text
from sitegen.kept.ledger import Anew, Entry, Filed, Ledger, Noted
from sitegen.kept.traced import Before, Traced
from sitegen.kept.work import packed
from sitegen.last_build import Last
from sitegen.links import Lead
from sitegen.matching import Matches
from sitegen.memo import Memo
from sitegen.pages import addresses
from sitegen.read import Sources

# So few values are sooner worked out once more than all others are written again.
FEW = 50
# Pages that are named by those alone who read what they are of.
_SINGLE = re.compile(r"/(?:profiles|assignments)/.+|.*/page/\d+/")


class Keeping:
    """For one build; without a last one, whether or not it left anything, nothing is kept."""

    def __init__(
        self, last: Last | None, sources: Sources, directory: Directory, matches: Matches
    ) -> None:
        # The SHA-256 of what is kept, which is on the disk at once: it may be large.
        self.kept: dict[Kind, str] = {}
        self.ledger = Anew(directory, matches)
        self._before = Before("")
        self._last = last
        self._files: dict[str, str] = {}
        self._noted, self._values = dict[str, Traced](), dict[str, Traced]()
        if last:
            facts = Facts(sources, directory, matches)
            frame = sum_of_text((facts.rest, directory.today, _frame(directory)))
            self._before = Before.of(last.kept("files"), frame)
            index = last.kept("index") if self._before.files else None
            self.ledger = Ledger(directory, matches, facts, self._before, index)

    @cached_property
    def leads(self) -> frozenset[Lead]:
        """What the files of the last site named of each other."""
        return frozenset(Lead(*lead) for lead in self._before.leads)

    @property
    def paths(self) -> frozenset[str]:
        """The files of the site that the next one may take over."""
        return frozenset(self._files.values())

    def work(self, memo: Memo) -> None:
        """Keep what was worked out, unless most of it is kept already."""
        made, asked = memo.made
        is_much = made > min(FEW, asked // 10)
        if self._last and (is_much or memo.has_begun or memo.has_gone("source")):
            self._keep("work", packed(memo))

    def take(self, files: Filed, noted: Noted) -> None:
        """Hear of files of the site that were made or stood, and of what was noted meanwhile."""
        self._noted |= noted.files
        self._values |= noted.values
        if noted.counted:
            self._keep("index", noted.counted)
        for path, one in files.items():
            if isinstance(one, Entry):
                self._files[one.name] = path

    def _keep(self, kind: Kind, raw: bytes) -> None:
        if self._last:
            self.kept[kind] = self._last.keep(kind, raw)

    def stood(self, entry: Entry) -> tuple[str, str]:
        """The path and the SHA-256 of a file in the last site."""
        made = self._before.files[entry.name]
        return made.path, made.digest

    def files(self, sums: Mapping[str, str], leads: Iterable[Lead]) -> None:
        """Keep what was noted of the files of the site, of which these are the SHA-256 by path."""
        ledger, noted = self.ledger, self._noted
        if isinstance(ledger, Ledger):
            files = {name: (at, sums[at], noted.get(name)) for name, at in self._files.items()}
            self._keep("files", self._before.kept(files, self._values, ledger.sum_of, leads))


def _frame(directory: Directory) -> list[str]:
    """The addresses that any page may name; a page for each person is not among them."""
    found = addresses(directory, Translator(directory.site.locales[0]))
    return sorted(address for address in found if not _SINGLE.fullmatch(address))
