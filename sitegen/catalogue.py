"""The long form of every code: for the terminal, and as docs/problems.md (`make problems`).

A message has gaps that a problem fills; here each shows its name: ‹value›.
"""

from __future__ import annotations

import difflib
import re
import string
import sys
import textwrap
from collections.abc import Iterable, Iterator, Sequence

from sitegen.errors import Problem, SettingsError
from sitegen.faults import FAMILY
from sitegen.i18n import SENTENCES, Translator
from sitegen.messages import FAMILIES, phrase

EVERY_FAMILY = (*FAMILIES, FAMILY)
WIDTH = 80
INDENT = "    "
MOST_NAMED = 3
KINDS = {
    "profile": phrase("a profile"),
    "assignment": phrase("an assignment"),
    "vetting": phrase("a file in vetting/"),
    "story": phrase("a story"),
    "vocabulary": phrase("a file in vocabulary/"),
    "method": phrase("vocabulary/method.yml"),
    "site": phrase("site.yml"),
    "log": phrase("log.yml of the private folder"),
    "": phrase("names of files"),
}


def explained(asked: Sequence[str], translator: Translator) -> str:
    """The long forms of these codes, or one line for each code there is when none is asked.

    Case and leading zeros do not matter: `p12` is P012. Raises SettingsError S036 for a text
    that is no code.
    """
    if not asked:
        return "\n\n".join(_listed(translator))
    codes = dict.fromkeys(_code(text) for text in asked)
    return "\n\n\n".join("\n\n".join(_long(code, translator)) for code in codes)


def more_about(problems: Iterable[Problem], translator: Translator) -> str:
    """The command that explains the first few codes of these problems."""
    codes = list(dict.fromkeys(problem.code for problem in problems))[:MOST_NAMED]
    return translator.gettext("sitegen explain {codes} says more").format(codes=" ".join(codes))


def _code(text: str) -> str:
    found = re.fullmatch(r"\s*([PS])0*([0-9]{1,3})\s*", text.upper())
    code = f"{found[1]}{found[2]:0>3}" if found else text.upper()
    if code not in SENTENCES:
        near = difflib.get_close_matches(code, sorted(SENTENCES), cutoff=0.5) or ["P012"]
        raise SettingsError("S036", value=text, near=", ".join(near))
    return code


def _listed(translator: Translator) -> Iterator[str]:
    for family in EVERY_FAMILY:
        lines = [f"{code}  {_said(code, translator)[0]}" for code in sorted(family.messages)]
        yield "\n".join([translator.gettext(family.title), *(f"  {line}" for line in lines)])


def _said(code: str, translator: Translator) -> tuple[str, str]:
    """Sentence and hint with the names of their gaps; no hint where it is one gap and no more."""
    message = SENTENCES[code]
    gaps = {name for part in message[:2] for _, name, *_ in string.Formatter().parse(part) if name}
    text, hint = translator.problem(code, {name: f"‹{name}›" for name in gaps})
    return text, "" if re.fullmatch(r"\{\w+\}", message.hint) else hint


def _long(code: str, translator: Translator) -> Iterator[str]:
    """The paragraphs of one code, for a terminal."""
    message = SENTENCES[code]
    text, hint = _said(code, translator)
    yield _wrapped(f"{code}  {text}")
    if hint:
        yield _wrapped(translator.gettext("What to do: {hint}").format(hint=hint))
    yield _wrapped(translator.gettext("Why: {why}").format(why=translator.why(code)))
    if message.wrong:
        kind = translator.gettext(KINDS[message.file])
        yield translator.gettext("Not like this ({kind}):").format(kind=kind)
        yield textwrap.indent(message.wrong, INDENT)
        yield translator.gettext("But like this:")
        yield textwrap.indent(message.right, INDENT)


def _wrapped(text: str) -> str:
    return textwrap.fill(text, WIDTH, break_long_words=False, break_on_hyphens=False)


def page() -> str:
    """docs/problems.md: every code in English, each under a heading of its own (#p012)."""
    return "\n\n".join(_page(Translator())) + "\n"


INTRODUCTION = """
# What a check says, and why

<!-- Made by `make problems` from sitegen/messages: change it there. -->

A check tells you the file, the line, the column and a code. Here is what each code means, why it
is asked, and how it looks when it is right. The codes never change their meaning. In a terminal,
`sitegen explain P012` shows the same.

What stands between ‹ and › is different each time. In the examples, `…` stands for what is left
out there. `error` means that nothing is published until it is mended; a `warning` only asks you
to look.
"""


def _page(translator: Translator) -> Iterator[str]:
    yield INTRODUCTION.strip("\n")
    yield "\n".join(
        f"- [{family.title}](#{_anchor(family.title)})"
        f": {', '.join(f'[{code}](#{code.lower()})' for code in sorted(family.messages))}"
        for family in EVERY_FAMILY
    )
    for family in EVERY_FAMILY:
        yield f"## {family.title}"
        yield family.lead
        for code in sorted(family.messages):
            yield from _entry(code, translator)


def _anchor(title: str) -> str:
    """The address that a heading gets on a page: small letters, hyphens for blanks."""
    return re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")


def _entry(code: str, translator: Translator) -> Iterator[str]:
    message = SENTENCES[code]
    text, hint = _said(code, translator)
    yield f"### {code}"
    yield f"**{text[0].upper()}{text[1:]}.**"
    if hint:
        yield f"What to do: {hint}"
    yield message.why
    if message.wrong:
        yield f"Not like this ({KINDS[message.file]}):"
        yield _fenced(message.wrong, message.file)
        yield "But like this:"
        yield _fenced(message.right, message.file)


def _fenced(example: str, kind: str) -> str:
    return f"```{'yaml' if kind else 'text'}\n{example}\n```"


if __name__ == "__main__":
    sys.stdout.buffer.write(page().encode())
