"""Fields and a text → the one way to write them: what a form, a mail or a program hands in.

Every value stands in double quotes, so that `NO`, `yes`, `3.10`, `# 1` and `a: b` mean to every
reader of YAML what they mean to ours; the fields follow the order of the model.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from sitegen.explain import fields_of, inner_model, model_at
from sitegen.frontmatter import FENCE, Loc, Node
from sitegen.models import Assignment, Profile, ProfileText, Story
from sitegen.models.fields import Content
from sitegen.text import is_refused

MODELS: Mapping[str, type[Content]] = {
    "profile": Profile,
    "translation": ProfileText,
    "assignment": Assignment,
    "story": Story,
}
# The field that a page is called by.
TITLES: Mapping[str, str] = {"profile": "name", "assignment": "title"}
# A list of plain texts stays on the line of its field up to this many characters.
WIDTH = 100
PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
# What YAML 1.1 takes for true, false or nothing; our own reader takes none of them for that.
MEANS_SOMETHING = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null"))
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


def written(fields: Mapping[str, Node], body: str, kind: str) -> str:
    """The canonical file of a kind of `MODELS`.

    Fields that the model does not know follow those that it knows, as they came. Groups and lists
    of groups take a line for each field. The body is composed (NFC) and ends with one line end.
    `frontmatter.read_markdown` gives back the same fields and that body, as long as no name of a
    field is longer than 150 characters and the whole is within its limits.
    """
    lines = [FENCE, *group_lines(fields, MODELS[kind], ""), FENCE]
    text = unicodedata.normalize("NFC", body.replace("\r\n", "\n").replace("\r", "\n")).rstrip()
    return "\n".join(lines) + "\n" + (f"{text}\n" if text else "")


def quoted(value: str) -> str:
    """A text in double quotes, on one line, in nothing but characters that a file may hold."""
    shown = "".join(_character(value, index) for index in range(len(value)))
    # Composing the file must not change the value: `n` of an escaped line end takes an accent too.
    if unicodedata.normalize("NFC", shown) != shown:
        shown = "".join(c if c < "\x7f" else _escaped(c) for c in shown)
    return f'"{shown}"'


def name(key: str) -> str:
    """A field's name: plain, or in quotes where a reader of YAML 1.1 would see something else."""
    plain = PLAIN.fullmatch(key) and key.lower() not in MEANS_SOMETHING
    return key if plain else quoted(key)


def flow(texts: Iterable[str]) -> str:
    """A list of texts on one line."""
    return f"[{', '.join(quoted(text) for text in texts)}]"


def _character(value: str, index: int) -> str:
    character = value[index]
    if character in _ESCAPES:
        return _ESCAPES[character]
    return _escaped(character) if is_refused(value, index) else character


def _escaped(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _in_order(fields: Mapping[str, Node], model: type[Content] | None) -> list[tuple[str, Node]]:
    """The fields in the order of the model."""
    known = list(fields_of(model)) if model else []
    ranks = {field: rank for rank, field in enumerate(known)}
    return sorted(fields.items(), key=lambda item: ranks.get(item[0], len(known)))


def group_at(kind: str, loc: Loc) -> type[Content] | None:
    """The model of the group at a place of a kind of file, where there is one."""
    return model_at(MODELS[kind], (part for part in loc if isinstance(part, str)))


def group_lines(
    fields: Mapping[str, Node], model: type[Content] | None, indent: str
) -> Iterator[str]:
    """The lines of a group, each behind `indent`."""
    infos = fields_of(model) if model else {}
    for key, value in _in_order(fields, model):
        start = f"{indent}{name(key)}:"
        short = _short(value, len(start))
        if short is not None:
            yield f"{start} {short}"
        else:
            yield start
            yield from _lines(value, inner_model(infos.get(key)), f"{indent}  ")


def _short(value: Node, before: int) -> str | None:
    """A value that stands on the line of its field, or None."""
    if isinstance(value, str):
        return quoted(value)
    if not value:
        return "{}" if isinstance(value, dict) else "[]"
    texts = [part for part in value if isinstance(part, str)] if isinstance(value, list) else []
    line = flow(texts)
    fits = texts and len(texts) == len(value) and before + 1 + len(line) <= WIDTH
    return line if fits else None


def _lines(value: Node, model: type[Content] | None, indent: str) -> Iterator[str]:
    """Lines of a value that takes more than one."""
    if isinstance(value, dict):
        yield from group_lines(value, model, indent)
        return
    for part in value:
        short = _short(part, len(indent) + 1)
        if short is not None:
            yield f"{indent}- {short}"
        elif isinstance(part, dict):
            first, *rest = group_lines(part, model, f"{indent}  ")
            yield f"{indent}- {first.lstrip()}"
            yield from rest
        else:
            yield f"{indent}-"
            yield from _lines(part, model, f"{indent}  ")
