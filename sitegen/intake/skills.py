"""A skill that the vocabulary lacks: one entry at the end of its family."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sitegen import nearest
from sitegen.edits import with_entry
from sitegen.errors import ContentError, Place
from sitegen.frontmatter import Node, Source, read_yaml
from sitegen.intake.answers import Answers, missing, problem
from sitegen.intake.slugs import slug_of_name
from sitegen.intake.submission import Declined, Desk, Draft
from sitegen.read import VOCABULARY_LIMIT
from sitegen.terms import fold_words
from sitegen.text import checked_text

PATH = "vocabulary/skills.yml"
# Fields of an entry that are answers of the form by the same name.
_ANSWERS = ("label", "family", "aliases", "related")
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
    return Draft(slug, PATH, made, row, is_new=True, asked=dict(_asked(desk, made, slug)))


def _asked(desk: Desk, text: str, slug: str) -> Iterator[tuple[Place, str]]:
    """Where each answer of the form now stands, with the label that it was given under."""
    source = _read(text)
    rows = source.data.get("skills")
    listed = rows if isinstance(rows, list) else []
    at = next(n for n, row in enumerate(listed) if isinstance(row, dict) and row.get("id") == slug)
    for loc, place in (*source.values.items(), *source.keys.items()):
        if loc[:2] == ("skills", at) and loc[2:3] and loc[2] in _ANSWERS:
            yield place, desk.form.field(str(loc[2])).label


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
    rows = _read(text).data.get("skills")
    listed = rows if isinstance(rows, list) else []
    same = [
        n for n, r in enumerate(listed) if isinstance(r, dict) and r.get("family") == row["family"]
    ]
    last = same[-1] if same else len(listed) - 1
    return with_entry(text, _read, ("skills", last), dict(row))


def _read(text: str) -> Source:
    return read_yaml(PATH, text.encode(), VOCABULARY_LIMIT)
