"""A whole file in one block: a profile, an assignment."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sitegen import reserved
from sitegen.bodies import length_problems
from sitegen.canonical import MODELS, TITLES, written
from sitegen.edits import changed
from sitegen.errors import ContentError, Problem
from sitegen.explain import fields_of, inner_model
from sitegen.frontmatter import Node, Source, read_markdown
from sitegen.intake.answers import Answers, missing, problem
from sitegen.intake.block import Block, block_of
from sitegen.intake.kept import with_kept
from sitegen.intake.lines import Line
from sitegen.intake.slugs import asked_slug, owned, slug_of_name
from sitegen.intake.submission import Declined, Desk, Draft
from sitegen.issue_forms import MAINTAINER, Form
from sitegen.models.fields import Content
from sitegen.ownership import Account, owner_of, owns
from sitegen.privacy import private_in
from sitegen.read import MARKDOWN_LIMIT

# Where a page is judged whose address cannot be told yet: no page has this one.
_NO_ADDRESS = "index"
_SLUG_LINE = re.compile(r"slug\s*:\s*(\S.*?)\s*", re.I)


def page_draft(desk: Desk, lines: Sequence[Line], answers: Answers | None) -> tuple[Draft, Source]:
    """The file as it would be, and what was read of the block. Raises Declined.

    What is not ticked is told together with everything else.
    """
    unticked = tuple(missing(answers)) if answers is not None else ()
    try:
        draft, source = _drafted(desk, lines, answers)
    except Declined as no:
        raise Declined(no.state, *unticked, *no.problems, slug=no.slug) from no
    return replace(draft, said=(*unticked, *draft.said)), source


def _drafted(desk: Desk, lines: Sequence[Line], answers: Answers | None) -> tuple[Draft, Source]:
    kind = desk.form.kind
    block = _block(desk, lines, answers)
    source = _read(desk, block)
    fields = tidied(source.data, MODELS[kind])
    for_another = _is_for_another(desk, answers)
    slug, said = _slug(desk, _asked(lines, answers), fields, for_another=for_another)
    path = desk.path(slug or _NO_ADDRESS)
    base = desk.base.fields(path)
    is_new = desk.base.file(path) is None
    owned_fields = _with_owner(desk, fields, base, is_new=is_new, for_another=for_another)
    if kind == "profile":
        start = block.lines[0].number
        above = [line for line in _sent(desk, lines, answers) if line.number < start]
        owned_fields = with_kept(owned_fields, base, above)
    else:
        found = reserved.not_theirs(fields, tidied(base, MODELS[kind]))
        said = (*said, *(problem("P156", **params) for _, params in found))
    completed = _completed(desk, owned_fields, base)
    text = written(completed, source.body, kind)
    source = replace(source, data=completed, body=source.body.rstrip())
    is_own = is_new or owns(desk.author, base)
    waits = for_another or not is_own or (is_new and kind == "profile")
    return Draft(slug, path, text, completed, source.body, block, is_new, waits, said=said), source


def _block(desk: Desk, lines: Sequence[Line], answers: Answers | None) -> Block:
    """The file among what was sent; below the form's own heading where there is one."""
    lines = _sent(desk, lines, answers)
    if not lines:
        raise Declined("needs-changes")
    kind = desk.form.kind
    block = block_of(lines, MODELS[kind], mailed=answers is None)
    if block is None:
        raise Declined("needs-changes", problem("P151", example=f"{TITLES[kind]}: …"))
    return block


def _sent(desk: Desk, lines: Sequence[Line], answers: Answers | None) -> Sequence[Line]:
    """The lines in which the file stands."""
    return lines if answers is None else own_lines(desk.form, answers)


def own_lines(form: Form, answers: Answers) -> list[Line]:
    """The lines of the file, as its author numbers them; none when there is no answer.

    The mark of a code block above is the form's own.
    """
    lines = answers.lines(form.block) if answers.text(form.block) else ()
    if lines and re.fullmatch(r"`{3,}[\w-]+\s*", lines[0].text):
        return [line._replace(number=max(1, line.number - 1)) for line in lines]
    return list(lines)


def _read(desk: Desk, block: Block) -> Source:
    try:
        source = read_markdown("", block.text.encode(), MARKDOWN_LIMIT)
        return _of_a_size(desk, source, block)
    except ContentError as error:
        # What was sent is public already: that is told even before the rest can be read.
        found = (*error.problems, *private_in(block.text, ""))
        seen = [replace(p, place=block.seen(p.place)) for p in found]
        raise Declined("needs-changes", *seen) from error


def _of_a_size(desk: Desk, source: Source, block: Block) -> Source:
    """The source, unless its text is so long that looking at it would take minutes."""
    found = list(length_problems(desk.form.collection, source))
    if any(len(source.body) > int(p.params["most"]) for p in found):
        raise ContentError(found)
    return source


def tidied(fields: Mapping[str, Node], model: type[Content] | None) -> dict[str, Node]:
    """The fields as the models read them: white space folded, known fields without a value gone."""
    infos = fields_of(model) if model else {}
    found = {key: _tidied(value, inner_model(infos.get(key))) for key, value in fields.items()}
    return {key: value for key, value in found.items() if value != "" or key not in infos}


def _tidied(node: Node, model: type[Content] | None) -> Node:
    if isinstance(node, str):
        return re.sub(r"[ \t\n]+", " ", node.strip())
    if isinstance(node, list):
        return [_tidied(part, model) for part in node]
    return dict(tidied(node, model))


def _is_for_another(desk: Desk, answers: Answers | None) -> bool:
    """Whether a maintainer sends what somebody else wrote. Raises Declined P154."""
    if answers is None:
        return desk.is_maintainer
    if answers.choice("sender") != MAINTAINER:
        return False
    if not desk.is_maintainer:
        raise Declined("refused", problem("P154"))
    return True


def _asked(lines: Sequence[Line], answers: Answers | None) -> str:
    """The address that the form names, or a line `slug: …` above a mailed file."""
    if answers is not None:
        return answers.text("slug")
    found = (_SLUG_LINE.fullmatch(line.text) for line in lines[:40])
    return next((match[1] for match in found if match), "")


def _slug(
    desk: Desk, asked: str, fields: Mapping[str, Node], *, for_another: bool
) -> tuple[str, tuple[Problem, ...]]:
    """The page that is meant: the one asked for, else that of the name.

    None without a name, which the rules for files tell; none of a name that gives no address, with
    the problem. Raises Declined.
    """
    name, label = fields.get(TITLES[desk.form.kind]), desk.form.field("slug").label
    if not asked and not (isinstance(name, str) and name):
        return "", ()
    try:
        slug = asked_slug(asked) if asked else slug_of_name(str(name), label)
    except Declined as no:
        return "", no.problems
    if desk.base.file(desk.path(slug)) is not None:
        owned(desk, slug)
    elif desk.form.kind == "profile" and not for_another:
        for other in _pages_of(desk):
            raise Declined("needs-changes", problem("P158", value=other, example=label), slug=slug)
    return slug, ()


def _pages_of(desk: Desk) -> Iterator[str]:
    """Profiles that the author's account owns."""
    for slug, source in desk.sources.collections["profiles"].items():
        if owns(desk.author, source.data):
            yield slug


def _with_owner(
    desk: Desk,
    fields: Mapping[str, Node],
    base: Mapping[str, Node],
    *,
    is_new: bool,
    for_another: bool,
) -> dict[str, Node]:
    """The fields with their owner: the base's, else the author, else whom a maintainer names."""
    owner = owner_of(base) if not is_new else None if for_another else desk.author
    if is_new and for_another:
        return dict(fields)
    _no_other_owner(desk, fields, owner)
    kept = {key: value for key, value in fields.items() if key not in ("github", "github_id")}
    if owner is None:
        return kept
    # An account may have been renamed since; its number stays.
    login = desk.author.login if owner.is_same(desk.author) else owner.login
    number = owner.number or (desk.author.number if owner.is_same(desk.author) else None)
    return {**kept, "github": login, **({"github_id": str(number)} if number else {})}


def _no_other_owner(desk: Desk, fields: Mapping[str, Node], owner: Account | None) -> None:
    """Raise Declined P153 where the block would give the file to somebody else."""
    known = [owner] if owner else []
    if owner is not None and owner.is_same(desk.author):
        known.append(desk.author)
    logins = {account.login.lower() for account in known}
    numbers = {str(account.number) for account in known if account.number}
    for field, allowed in (("github", logins), ("github_id", numbers)):
        value = fields.get(field, "")
        if value and str(value).lower() not in allowed:
            params = {"field": field, "value": str(value), "author": desk.author.login}
            raise Declined("refused", problem("P153", **params))


def _completed(desk: Desk, fields: dict[str, Node], base: Mapping[str, Node]) -> dict[str, Node]:
    """With what nobody has to write, and without what only the maintainers do."""
    if desk.form.kind == "profile":
        sent_today: Node = {"on": desk.today.isoformat()}
        return fields if "confirmed" in fields else {**fields, "confirmed": sent_today}
    found = {name for name, _ in reserved.not_theirs(fields, tidied(base, MODELS["assignment"]))}
    kept = [((name,), base[name]) for name in reserved.FIELDS if name in base]
    theirs = {key: value for key, value in fields.items() if key not in reserved.FIELDS}
    if "status" in found:
        theirs["status"] = base.get("status", "open")
    return changed(theirs, kept)
