"""A skill that the vocabulary lacks: one entry at the end of its family."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sitegen import nearest
from sitegen.edits import with_entry
from sitegen.errors import ContentError
from sitegen.frontmatter import Node, Source, read_yaml
from sitegen.intake.answers import Answers, missing, problem
from sitegen.intake.slugs import slug_of_name
from sitegen.intake.submission import Declined, Desk, Draft
from sitegen.read import VOCABULARY_LIMIT
from sitegen.terms import fold_words
from sitegen.text import checked_text

PATH = "vocabulary/skills.yml"
_TAGGED = re.compile(r"([a-z]{2,3}(?:-[A-Za-z]{2,4})?)\s*:\s*(\S.*)")


def skill_draft(desk: Desk, answers: Answers) -> Draft:
    """The vocabulary with one more skill, every other byte as it was. Raises Declined.

    Anybody may propose one: what becomes of it is the maintainers' to say.
    """
    found = list(missing(answers))
    if found:
        raise Declined("needs-changes", *found)
    label = " ".join(answers.text("label").split())
    slug = slug_of_name(label, desk.form.field("label").label)
    if slug in desk.directory.vocabulary.skills:
        raise Declined("needs-changes", problem("P163", value=slug))
    row = _row(desk, answers, label, slug)
    try:
        text = checked_text(PATH, desk.base.file(PATH) or b"", VOCABULARY_LIMIT)
        made = _with(text, row)
    except ContentError as error:
        raise Declined("needs-changes", *error.problems) from error
    if made is None:
        raise Declined("needs-changes", problem("P160"))
    return Draft(slug, PATH, made, row, is_new=True)


def _row(desk: Desk, answers: Answers, label: str, slug: str) -> dict[str, Node]:
    families = desk.directory.vocabulary.families.values()
    names = {fold_words(word): f.id for f in families for word in (f.id, f.label, f.names.founder)}
    family = " ".join(answers.text("family").split())
    row: dict[str, Node] = {
        "id": slug,
        "label": label,
        "family": names.get(fold_words(family)) or next(iter(nearest.slug(family)), family),
    }
    aliases: dict[str, list[Node]] = {}
    for entry in answers.entries("aliases"):
        tagged = _TAGGED.fullmatch(entry)
        language, word = (tagged[1], tagged[2]) if tagged else ("en", entry)
        aliases.setdefault(language, []).append(word)
    if aliases:
        row["aliases"] = dict(aliases.items())
    related = [_skill(desk, word) for word in answers.entries("related")]
    return {**row, "related": list(related)} if related else row


def _skill(desk: Desk, word: str) -> str:
    skills = desk.directory.vocabulary.skills.values()
    return next(
        (s.id for s in skills if fold_words(word) in map(fold_words, (s.id, s.label))), word
    )


def _with(text: str, row: Mapping[str, Node]) -> str | None:
    """The text with the row behind the last one of its family, or of all."""

    def reader(found: str) -> Source:
        return read_yaml(PATH, found.encode(), VOCABULARY_LIMIT)

    rows = reader(text).data.get("skills")
    listed = rows if isinstance(rows, list) else []
    same = [
        n for n, r in enumerate(listed) if isinstance(r, dict) and r.get("family") == row["family"]
    ]
    last = same[-1] if same else len(listed) - 1
    return with_entry(text, reader, ("skills", last), dict(row))
