"""What a kind of field is: how its text is read, and how it may be written, as JSON Schema.

Both sides stand next to each other, so that an editor and `sitegen check` say the same. The
schema side takes what our reader takes, whoever reads the file: an editor's YAML sees a number
where nothing is quoted, and true where `yes` stands. Only blanks around a quoted value, which
our reader drops, and lengths before Unicode composition are judged more strictly by an editor.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BeforeValidator, GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, PydanticCustomError

from sitegen.messages import phrase
from sitegen.ownership import LOGIN
from sitegen.text import refused_in
from sitegen.urls import MAX_SLUG, SLUG

T = TypeVar("T")
JsonSchema = dict[str, Any]

WHOLE = r"-?[0-9]{1,9}"
_WRITTEN = (str, list, dict)
_WRAP = re.compile(r"[ \t\n]{2,}|[\t\n]")
# What is expected where something of another shape stands.
TEXT = "text"
ACCOUNT = phrase("the name of an account on GitHub, and nothing else")
# What a reader of YAML 1.1 takes for yes and no when it is not quoted; NO is Norway to us.
_YAML_YES_NO = {"yes": True, "on": True, "true": True, "no": False, "off": False, "false": False}


@dataclass(frozen=True, slots=True)
class Kind:
    """Stands in `Annotated`: reads what a file says, and describes what it may say.

    `read` takes the value, and the validation info where it asks for it. `written` is called
    when a schema is asked for. A schema with an `$anchor` is shared: it becomes a definition.
    """

    read: Callable[..., Any]
    written: Callable[[], JsonSchema]

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return BeforeValidator(self.read).__get_pydantic_core_schema__(source, handler)

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchema:
        return self.written() if handler.mode == "validation" else handler(core)


def refuse(code: str, **params: str | int) -> PydanticCustomError:
    """An error that `sitegen.validate` turns into a Problem with this code."""
    texts = {name: str(value) for name, value in params.items()}
    return PydanticCustomError(code, "{code}", {"code": code, **texts})


def as_text(value: Any) -> str:
    """The text without blanks around it; P016 for another shape, P003 for what hides in it."""
    if not isinstance(value, str):
        raise refuse("P016", expected=TEXT, example='write one text in quotes: "…"')
    found = refused_in(value)
    if found:
        raise refuse("P003", found=found)
    return value.strip()


def _sized(value: str, most: int) -> str:
    if not value:
        raise refuse("P025")
    if len(value) > most:
        raise refuse("P024", length=len(value), most=most, over=len(value) - most)
    # A no-break space is meant; other white space only wraps a line in the file.
    return _WRAP.sub(" ", value)


def of_text(read: Callable[[str], T]) -> Callable[[Any], Any]:
    """A reader that first makes sure of text; values already read pass."""

    def reader(value: Any) -> Any:
        return read(as_text(value)) if isinstance(value, _WRITTEN) else value

    return reader


def words(allowed: Collection[str]) -> JsonSchema:
    """The schema of a closed list; a mapping says what each word means."""
    ordered = sorted(allowed) if isinstance(allowed, frozenset) else allowed
    names = ordered if isinstance(ordered, Mapping) else dict.fromkeys(ordered, "")
    rows: list[tuple[str | bool, str]] = [*names.items()]
    typed = {word: _YAML_YES_NO.get(word.lower()) for word in names}
    rows += [(twin, names[word]) for word, twin in typed.items() if twin is not None]
    schema: JsonSchema = {"enum": [word for word, _ in rows]}
    if isinstance(allowed, Mapping):
        schema["enumDescriptions"] = [name for _, name in rows]
    return schema


def text(most: int) -> Kind:
    """One line of text with 1 to `most` characters, white space folded."""
    return Kind(lambda value: _sized(as_text(value), most), lambda: written_text(most))


def written_text(most: int | None = None) -> JsonSchema:
    """The schema of a text; what looks like a number or a yes is text to us."""
    limit = {} if most is None else {"maxLength": most}
    return {"type": ["string", "number", "boolean"], "pattern": r"\S", **limit}


def login() -> Kind:
    """The name of an account, without the sign or the address that people put before it."""

    def read(value: str) -> str:
        bare = re.sub(r"^(?:(?:https?://)?(?:www\.)?github\.com/|@)|/$", "", value)
        if re.fullmatch(LOGIN, value):
            return value
        near = {"suggestion": bare} if re.fullmatch(LOGIN, bare) else {}
        raise refuse("P016", expected=ACCOUNT, **near)

    return Kind(
        of_text(read),
        lambda: {"type": ["string", "number"], "pattern": rf"^\s*{LOGIN}\s*$", "maxLength": 39},
    )


def one_of(*allowed: str) -> Kind:
    """One word of a closed list."""

    def read(value: str) -> str:
        if value not in allowed:
            raise refuse("P028", value=value, allowed=", ".join(allowed))
        return value

    return Kind(of_text(read), lambda: words(allowed))


def listed(code: str, name: str, allowed: Callable[[], Collection[str]]) -> Kind:
    """One code of a long list, a mapping where each has a name; refused with the problem `code`."""

    def read(value: str) -> str:
        if value not in allowed():
            raise refuse(code, value=value)
        return value

    return Kind(of_text(read), lambda: {"$anchor": name, **words(allowed())})


def known(kind: str) -> Kind:
    """An id that the validation context lists under `kind`; any id without a context."""

    def check(raw: Any, info: ValidationInfo) -> str:
        ids = (info.context or {}).get(kind)
        if ids is not None and isinstance(raw, str) and raw in ids:
            return raw
        value = _sized(as_text(raw), MAX_SLUG)
        if ids is not None and value not in ids:
            raise refuse("P012", value=value, kind=kind)
        return value

    return Kind(check, lambda: {"$anchor": kind, **written_slug()})


def written_slug() -> JsonSchema:
    """The schema of an id or a file's name."""
    return {
        "type": ["string", "integer"],
        "pattern": f"^{SLUG.pattern}$",
        "maxLength": MAX_SLUG,
    }


def whole(least: int, most: int) -> Kind:
    """A whole number from `least` to `most`."""

    def read(value: str) -> int:
        if not re.fullmatch(WHOLE, value):
            raise refuse("P021", value=value)
        number = int(value)
        if not least <= number <= most:
            raise refuse("P022", value=value, least=least, most=most)
        return number

    return Kind(of_text(read), lambda: written_whole(least, most))


def written_whole(least: int, most: int) -> JsonSchema:
    """The schema of a whole number, plain or in quotes."""
    return {
        "type": ["integer", "string"],
        "minimum": least,
        "maximum": most,
        "pattern": f"^0*{_digits(least, most)}$",
    }


def _digits(least: int, most: int) -> str:
    """A pattern for the numbers of a range, both from 0."""
    ranges = []
    for length in range(len(str(least)), len(str(most)) + 1):
        low = max(least, 10 ** (length - 1) if length > 1 else 0)
        high = min(most, 10**length - 1)
        ranges.append(_between(str(low), str(high)))
    return f"(?:{'|'.join(ranges)})"


def _between(low: str, high: str) -> str:
    """A pattern for the numbers between two of one length."""
    rest = len(low) - 1
    zeros, nines = "0" * rest, "9" * rest
    if not low or low == high:
        return low
    if low[1:] == zeros and high[1:] == nines:
        return f"[{low[0]}-{high[0]}]" + "[0-9]" * rest
    if low[0] == high[0]:
        return low[0] + _between(low[1:], high[1:])
    parts = [low[0] + _between(low[1:], nines), high[0] + _between(zeros, high[1:])]
    if int(high[0]) - int(low[0]) > 1:
        parts.insert(1, f"[{int(low[0]) + 1}-{int(high[0]) - 1}]" + "[0-9]" * rest)
    return f"(?:{'|'.join(parts)})"


def formed(form: str, most: int, pattern: str, allowed: str) -> Kind:
    """A text of a form that editors know by a name; `allowed` says which in words."""
    whatever, whole_text = text(most), re.compile(pattern)

    def read(value: Any) -> str:
        found: str = whatever.read(value)
        if not whole_text.fullmatch(found):
            raise refuse("P028", value=found, allowed=allowed)
        return found

    limits = {"pattern": f"^{pattern}$", "maxLength": most}
    return Kind(read, lambda: {"type": "string", "format": form, **limits})
