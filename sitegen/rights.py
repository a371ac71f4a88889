"""Whether a proposal changes only what is its author's, and why not.

Owners, maintainers and names are read from the base, so that no proposal can give itself a right.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from sitegen.areas import Area, area_of
from sitegen.errors import Place, Problem, in_order
from sitegen.frontmatter import Source
from sitegen.messages import phrase
from sitegen.ownership import CODEOWNERS, Account, maintainers, owner_of, owns
from sitegen.proposal import Proposal, source_of, stated_owner
from sitegen.reserved import not_theirs
from sitegen.revisions import ABSENT, Change
from sitegen.text import printable
from sitegen.twins import Names, is_safe

PLAIN_FILE = "100644"
SKILLS = "vocabulary/skills.yml"
_ITSELF = phrase("put the file itself here")
_ODD = {
    "100755": (
        phrase("a file marked as a program"),
        phrase("take the mark away: git update-index --chmod=-x FILE"),
    ),
    "120000": (phrase("a link to another file"), _ITSELF),
    "160000": (phrase("a repository inside this one"), _ITSELF),
}
_UNREADABLE = phrase("its front matter cannot be read")
_ASK = phrase("only the maintainers change it: ask them")


def judge(proposal: Proposal) -> tuple[Problem, ...]:
    """Every reason why a proposal must not be merged; none when its author may do all of it."""
    return in_order(_Judge(proposal).problems())


class _Judge:
    def __init__(self, proposal: Proposal) -> None:
        self.changes = proposal.changes
        self.base, self.head = proposal.base, proposal.head
        self.author, self.content, self.form = proposal.author, proposal.content, proposal.form
        keepers = maintainers(self.base.file(CODEOWNERS))
        self.is_maintainer = any(self.author.is_same(keeper) for keeper in keepers)

    @cached_property
    def names(self) -> Names:
        """Every path that stands after the merge."""
        gone = {change.path for change in self.changes if change.after == ABSENT}
        new = {change.path for change in self.changes if change.after != ABSENT}
        return Names((set(self.base.paths("")) - gone) | new)

    def problems(self) -> Iterator[Problem]:
        own = []
        for change in self.changes:
            area = area_of(change.path, self.content)
            found = self.shape(change) or list(self.rights(change, area))
            if not found:
                own.append((change, area))
            yield from found
        if not self.is_maintainer:
            yield from self.several(own)

    def problem(self, change: Change, code: str, /, **params: str) -> Problem:
        return self.problem_at(change.path, Place(1, 1), code, params)

    def problem_at(self, path: str, place: Place, code: str, params: dict[str, str]) -> Problem:
        # Some forms of findings print a path as it is, and this one a stranger chose.
        return Problem(printable(path, 1_000), place, code, params)

    def shape(self, change: Change) -> list[Problem]:
        """What nobody may put here, whoever it is."""
        if change.after == ABSENT:
            return []
        if not is_safe(change.path):
            other = phrase("something else: it holds signs that no name needs")
            return [self.problem(change, "P146", other=other)]
        twin = self.names.twin(change.path) if change.before == ABSENT else None
        if twin is not None:
            return [self.problem(change, "P146", other=twin)]
        if change.after != PLAIN_FILE and (self.is_content(change.path) or not self.is_maintainer):
            odd = (phrase("a special file"), _ITSELF)
            found, turn = _ODD.get(change.after, odd)
            return [self.problem(change, "P145", found=found, turn=turn)]
        return []

    def is_content(self, path: str) -> bool:
        """Whether a path is in the content, or where it or a folder above it stands."""
        return f"{path}/".startswith(f"{self.content}/") or f"{self.content}/".startswith(
            f"{path}/"
        )

    def rights(self, change: Change, area: Area) -> Iterator[Problem]:
        if self.is_maintainer:
            if area.folder == "vetting" and self.is_about_author(area.slug):
                yield self.problem(change, "P148", author=str(self.author))
        elif self.is_by_form(change, area):
            return
        elif not area.main:
            yield self.problem(change, "P143", what=area.what, turn=area.turn)
        elif not area.is_named:
            yield self.problem(change, "P050")
        else:
            yield from list(self.belonging(change, area)) or self.reserved(change, area)

    def reserved(self, change: Change, area: Area) -> Iterator[Problem]:
        """What stands in an owner's own file and is written by the maintainers only."""
        if area.folder != "assignments" or self.form == "outcome":
            return
        trees = (self.base, self.head)
        before, after = (source_of(change.path, tree.file(change.path)) for tree in trees)
        if after is not None:
            # A field that is gone from a file is changed by that, other than in a form.
            kept = before.data if before else {}
            fields = {**dict.fromkeys(kept, ""), **after.data}
            for name, params in not_theirs(fields, kept):
                yield self.problem_at(change.path, after.place((name,)), "P156", params)

    def is_by_form(self, change: Change, area: Area) -> bool:
        """What the intake's own code writes besides the files of whoever sent a form."""
        if ABSENT in (change.before, change.after):
            # The marks of a page go with the page, of which the deletion is judged by itself.
            page = f"{self.content}/profiles/{area.slug}.md"
            is_gone = any(c.path == page and c.after == ABSENT for c in self.changes)
            return self.form == "remove" and area.folder == "vetting" and is_gone
        if self.form == "remove" and area.folder in ("assignments", "stories"):
            # There the name of whoever leaves is taken out; the owner stays.
            trees = (self.base, self.head)
            before, after = (source_of(change.path, tree.file(change.path)) for tree in trees)
            return (
                before is not None
                and after is not None
                and stated_owner(before) == stated_owner(after)
            )
        return self.form == "propose-skill" and change.path == f"{self.content}/{SKILLS}"

    def is_about_author(self, slug: str) -> bool:
        path = f"{self.content}/profiles/{slug}.md"
        sources = (source_of(path, tree.file(path)) for tree in (self.base, self.head))
        return any(owns(self.author, source.data) for source in sources if source)

    def belonging(self, change: Change, area: Area) -> Iterator[Problem]:
        """The rights to a file that belongs to somebody: to the owner of `area.main`."""
        raw = self.base.file(area.main)
        if raw is None:
            yield from self.new(change, area)
            return
        source = source_of(area.main, raw)
        owner = owner_of(source.data) if source else None
        if source is None or owner is None:
            detail = phrase("no account stands in its field `github`") if source else _UNREADABLE
            yield self.problem(change, "P144", detail=detail, turn=_ASK)
        elif not owner.is_same(self.author):
            yield self.problem(change, "P140", owner=str(owner), author=str(self.author))
        elif change.path == area.main and change.after != ABSENT:
            yield from self.handover(change, source, owner)

    def new(self, change: Change, area: Area) -> Iterator[Problem]:
        """The rights where the base has no file that names an owner."""
        if change.path != area.main:
            # With the profile in the same proposal, its own judgement is that of its photo.
            if not any(other.path == area.main for other in self.changes):
                detail = phrase("there is no profile of this name")
                turn = phrase("name it like your profile; what belongs to none is the maintainers'")
                yield self.problem(change, "P144", detail=detail, turn=turn)
        elif change.before != ABSENT:
            # Git may lay this change over the file's new name, which can be somebody else's.
            detail = phrase("it was moved or removed since you began")
            turn = phrase("begin again from what stands there now, or ask the maintainers")
            yield self.problem(change, "P144", detail=detail, turn=turn)
        else:
            source = source_of(change.path, self.head.file(change.path))
            if source is None:
                yield self.unreadable(change)
            elif not self.is_authors(owner_of(source.data)):
                yield self.stated(source, "P141", author=str(self.author), login=self.author.login)

    def handover(self, change: Change, before: Source, owner: Account) -> Iterator[Problem]:
        """One's own file stays one's own: another owner is the maintainers' to write."""
        after = source_of(change.path, self.head.file(change.path))
        if after is None:
            yield self.unreadable(change)
            return
        same = all(
            before.data.get(name) == after.data.get(name) for name in ("github", "github_id")
        )
        if not same and not self.is_authors(owner_of(after.data)):
            yield self.stated(after, "P142", owner=str(owner), login=owner.login)

    def is_authors(self, stated: Account | None) -> bool:
        """Whether a proposed owner is the author by login, and by id where one is written.

        An id that nobody can compare is refused: it could be anybody's.
        """
        return (
            stated is not None
            and Account(stated.login).is_same(Account(self.author.login))
            and stated.number in (None, self.author.number)
        )

    def stated(self, source: Source, code: str, /, **params: str) -> Problem:
        stated = owner_of(source.data)
        value = str(stated) if stated else phrase("nobody")
        place = source.place(("github",))
        return self.problem_at(source.path, place, code, {"value": value, **params})

    def unreadable(self, change: Change) -> Problem:
        turn = phrase(
            "mend it first: `sitegen check` says where; only its owner or a maintainer sends it"
        )
        return self.problem(change, "P144", detail=_UNREADABLE, turn=turn)

    def several(self, own: Iterable[tuple[Change, Area]]) -> Iterator[Problem]:
        """One profile in a proposal; a new name for it is one removed and one added."""
        touched: dict[bool, dict[str, Change]] = defaultdict(dict)
        for change, area in own:
            if area.folder == "profiles":
                is_kept = self.head.file(area.main) is not None
                touched[is_kept].setdefault(area.main, change)
        for changes in touched.values():
            first, *others = changes
            for main in others:
                yield self.problem(changes[main], "P147", first=first)
