"""Lays the example of a message into a copy of the minimal site, as its reader would."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from PIL import Image

from sitegen.frontmatter import FENCE

REST = "…"
BASES = {
    "profile": "profiles/tom-baker.md",
    "assignment": "assignments/dairy-exit-plan.md",
    "story": "stories/letting-go.md",
    "vetting": "vetting/tom-baker.yml",
    "site": "site.yml",
    "method": "vocabulary/method.yml",
}
# A file of each folder in which an example names files.
NAMED = {"profiles": "profiles/tom-baker.md", "pages": "pages/about.md"}
MARK = "- {label: identity, by: Vetting circle, on: 2026-02-01}\n"


def lay(kind: str, example: str, content: Path) -> list[str]:
    """Write what the example shows; give the paths of the files it is about, below `content`."""
    if not kind:
        names = example.splitlines()
        for name in names:
            _create(name, content)
        return names
    if kind == "vetting":
        name, text = BASES[kind], example + "\n"
    elif kind == "vocabulary":
        name = f"vocabulary/{example.split(':')[0]}.yml"
        text = _with_entries((content / name).read_text("utf-8"), example)
    else:
        name = BASES[kind]
        text = _with_fields((content / name).read_text("utf-8"), example)
    (content / name).write_text(text, "utf-8")
    return [name]


def _create(name: str, content: Path) -> None:
    """A sound file of that name; a person is called like it."""
    path = content / name
    if path.suffix in (".jpg", ".png"):
        stream = io.BytesIO()
        Image.new("RGB", (200, 200), "teal").save(stream, "JPEG" if name[-3] == "j" else "PNG")
        path.write_bytes(stream.getvalue())
    elif path.parent.name == "vetting":
        path.write_text(MARK, "utf-8")
    else:
        text = (content / NAMED[path.parent.name]).read_text("utf-8")
        person = path.stem.replace("-", " ").title()
        path.write_text(text.replace("name: Tom Baker", f"name: {person}"), "utf-8")


def _with_fields(base: str, example: str) -> str:
    """The fields of the example in place of those of the base; a whole file with the rest."""
    front, fence, body = base.removeprefix(f"{FENCE}\n").partition(f"\n{FENCE}\n")
    fields, lines = list(_blocks(front.splitlines())), example.splitlines()
    new = {_name(block) for block in _blocks(lines)}
    rest = [line for block in fields if _name(block) not in new for line in block]
    if FENCE not in lines:
        start = [FENCE] if fence else []
        return "\n".join([*start, *lines, *rest]) + (fence + body or "\n")
    if REST not in lines:
        return example + "\n"
    at = lines.index(REST)
    end = fence + body if at == len(lines) - 1 else "\n"
    return "\n".join([*lines[:at], *rest, *lines[at + 1 :]]) + end


def _with_entries(base: str, example: str) -> str:
    """The entries of the example in place of those with the same id, or at the end of the list."""
    key, *lines = example.splitlines()
    head, *entries = _blocks(base.splitlines(), r"  - |\w")
    assert head == [key], "an example of the vocabulary shows the first list of its file"
    shown = [block for block in _blocks(lines, r"  - ") if "id:" in block[0]]
    kept = [block for block in entries if _id(block) not in {_id(new) for new in shown}]
    return "\n".join(line for block in (head, *kept, *shown) for line in block) + "\n"


def _blocks(lines: Sequence[str], start: str = r"[^\W_]") -> Iterator[list[str]]:
    """Lines that start so, each with the lines that follow it."""
    block: list[str] = []
    for line in lines:
        if re.match(start, line) and block:
            yield block
            block = []
        block = [*block, line]
    if block:
        yield block


def _name(block: Sequence[str]) -> str:
    return re.split(r"\W", block[0], maxsplit=1)[0]


def _id(block: Sequence[str]) -> str:
    return block[0].partition("id: ")[2].partition(",")[0]
