"""The sections as text for a terminal and as Markdown for an issue.

Whatever somebody else wrote stays on its line, starts none, and means nothing to a terminal, to a
log of workflows or to Markdown: no heading, no picture, no mention of an account.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.inert import markdown_code
from sitegen.text import printable
from sitegen.upkeep.sections import Line, Section

_LINKED = ("slug", "number")


def as_text(title: str, sections: Iterable[Section]) -> str:
    """A title, and a list for each section."""
    return "\n".join(_text_lines(title, sections))


def as_markdown(title: str, sections: Iterable[Section]) -> str:
    """The same with headings; foreign values as code, which no reader of Markdown looks into."""
    return "\n".join(_markdown_lines(title, sections))


def _text_lines(title: str, sections: Iterable[Section]) -> Iterator[str]:
    yield title
    for section in sections:
        yield from ("", section.title)
        for line in section.lines:
            foreign = {name: printable(value, 120) for name, value in line.foreign.items()}
            yield "- " + line.text.format_map({**line.own, **foreign})
        if not section.lines:
            yield f"  {section.nothing}"


def _markdown_lines(title: str, sections: Iterable[Section]) -> Iterator[str]:
    yield f"# {title}"
    for section in sections:
        yield from ("", f"## {section.title}", "")
        yield from (f"- {_markdown(line)}" for line in section.lines)
        if not section.lines:
            yield section.nothing


def _markdown(line: Line) -> str:
    values = {
        name: f"[{value}](<{line.link}>)" if line.link and name in _LINKED else value
        for name, value in line.own.items()
    }
    foreign = {name: markdown_code(value, 120) for name, value in line.foreign.items()}
    return line.text.format_map({**values, **foreign})
