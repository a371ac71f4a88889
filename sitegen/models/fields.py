"""The kinds of value a field can hold: text → number, date, yes/no, id; each refusal has a code.

Front matter arrives as text (see `sitegen.frontmatter`). The types here turn it into values and
raise `PydanticCustomError` with a problem code and its parameters; `sitegen.validate` adds the
field's name and place. Ids are looked up in the validation context, a mapping from the kind of
thing ("skill", "sector" …) to the known ids, so that a model needs no import of the vocabulary.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any, TypeAlias, TypeVar
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, ValidationInfo
from pydantic_core import PydanticCustomError

from sitegen.i18n import CEFR, countries, currencies, languages, time_zones
from sitegen.text import refused_in
from sitegen.urls import is_slug

T = TypeVar("T")


class Content(BaseModel):
    """Base of everything read from a file: closed, frozen."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def refuse(code: str, **params: str | int) -> PydanticCustomError:
    """An error that `sitegen.validate` turns into a Problem with this code."""
    texts = {name: str(value) for name, value in params.items()}
    return PydanticCustomError(code, "{code}", {"code": code, **texts})


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise refuse("P016", expected="text", example='write one text in quotes: "…"')
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
    return re.sub(r"[ \t\n]+", " ", value)


def _of_text(read: Callable[[str], T]) -> BeforeValidator:
    """A validator that first makes sure of text, then reads it; values already read pass."""

    def validator(value: Any) -> Any:
        return read(_text(value)) if isinstance(value, str | list | dict) else value

    return BeforeValidator(validator)


def text(most: int) -> BeforeValidator:
    """One line of text with 1 to `most` characters, white space folded."""
    return BeforeValidator(lambda value: _sized(_text(value), most))


def one_of(*allowed: str) -> BeforeValidator:
    """One word of a closed list."""

    def read(value: str) -> str:
        if value not in allowed:
            raise refuse("P028", value=value, allowed=", ".join(allowed))
        return value

    return _of_text(read)


def known(kind: str) -> BeforeValidator:
    """An id that the validation context lists under `kind`; any id without a context."""

    def check(raw: Any, info: ValidationInfo) -> str:
        value = _sized(_text(raw), 64)
        ids = (info.context or {}).get(kind)
        if ids is not None and value not in ids:
            raise refuse("P012", value=value, kind=kind)
        return value

    return BeforeValidator(check)


def _yes_no(value: str) -> bool:
    if value not in ("yes", "no"):
        raise refuse("P020", value=value)
    return value == "yes"


def whole(least: int, most: int) -> BeforeValidator:
    """A whole number from `least` to `most`."""

    def read(value: str) -> int:
        if not re.fullmatch(r"-?[0-9]{1,9}", value):
            raise refuse("P021", value=value)
        number = int(value)
        if not least <= number <= most:
            raise refuse("P022", value=value, least=least, most=most)
        return number

    return _of_text(read)


def _decimal(value: str) -> Decimal:
    try:
        number = Decimal(value)
    except InvalidOperation:
        raise refuse("P039", value=value) from None
    if not number.is_finite() or not 0 < number < 10**9:
        raise refuse("P039", value=value)
    return number


def _day(value: str) -> date:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise refuse("P023", value=value)
    try:
        day = date.fromisoformat(value)
    except ValueError:
        raise refuse("P023", value=value) from None
    # Beyond these, months cannot be added to a day, and nobody means them.
    if not 1900 <= day.year <= 2199:
        raise refuse("P023", value=value)
    return day


def _listed(code: str, allowed: Callable[[], Any]) -> Callable[[str], str]:
    def read(value: str) -> str:
        if value not in allowed():
            raise refuse(code, value=value)
        return value

    return read


def is_language(tag: str) -> bool:
    """Tell whether a BCP 47 tag's language is known (`zh-Hant` through `zh`)."""
    return tag in languages() or (
        bool(re.fullmatch(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?", tag))
        and tag.split("-")[0] in languages()
    )


def _language(value: str) -> str:
    if not is_language(value):
        raise refuse("P031", value=value)
    return value


def _slug(value: str) -> str:
    if not is_slug(value):
        raise refuse("P034", value=value)
    return value


def is_public_url(value: str) -> bool:
    """Https, a host, no user name, no blank, at most 300 characters."""
    try:
        parts = urlsplit(value)
        return (
            parts.scheme == "https"
            and bool(parts.hostname)
            and "@" not in parts.netloc
            and len(value) <= 300
            and not any(c.isspace() or c in "<>\"'\\`" for c in value)
            and parts.port in (None, 443)
        )
    except ValueError:
        return False


def _url(value: str) -> str:
    if not is_public_url(value):
        raise refuse("P029", value=value)
    return value


def _years(value: str) -> int | None:
    """Years, or None for a plain yes."""
    if value == "yes":
        return None
    if not re.fullmatch(r"[0-9]{1,2}", value) or not 1 <= int(value) <= 70:
        raise refuse("P028", value=value, allowed="a number of years, or yes")
    return int(value)


def _area(value: str, info: ValidationInfo) -> str:
    regions = (info.context or {}).get("region")
    if value not in countries() and regions is not None and value not in regions:
        raise refuse("P012", value=value, kind="region")
    return value


def _named(value: Any) -> Any:
    return {"name": value} if isinstance(value, str) else value


def _travel(value: str, info: ValidationInfo) -> str:
    return value if value in ("anywhere", "none") else _area(value, info)


Lines: TypeAlias = Annotated[str, _of_text(str)]
YesNo: TypeAlias = Annotated[bool, _of_text(_yes_no)]
Day: TypeAlias = Annotated[date, _of_text(_day)]
Rate: TypeAlias = Annotated[Decimal, _of_text(_decimal)]
Country: TypeAlias = Annotated[str, _of_text(_listed("P030", countries))]
Currency: TypeAlias = Annotated[str, _of_text(_listed("P033", currencies))]
TimeZone: TypeAlias = Annotated[str, _of_text(_listed("P032", time_zones))]
Language: TypeAlias = Annotated[str, _of_text(_language)]
LanguageLevel: TypeAlias = Annotated[str, one_of(*CEFR[::-1])]
Slug: TypeAlias = Annotated[str, _of_text(_slug)]
Url: TypeAlias = Annotated[str, _of_text(_url)]
Years: TypeAlias = Annotated[int | None, _of_text(_years)]
Area: TypeAlias = Annotated[str, _of_text(str), AfterValidator(_area)]
TravelArea: TypeAlias = Annotated[str, _of_text(str), AfterValidator(_travel)]


class Organisation(Content):
    """An organisation by name, with its site where known."""

    name: Annotated[str, text(120)]
    url: Url | None = None


Named: TypeAlias = Annotated[Organisation, BeforeValidator(_named)]
SkillId: TypeAlias = Annotated[str, known("skill")]
SectorId: TypeAlias = Annotated[str, known("sector")]
SiloId: TypeAlias = Annotated[str, known("silo")]
PassageId: TypeAlias = Annotated[str, known("passage")]
TopicId: TypeAlias = Annotated[str, known("topic")]
KindId: TypeAlias = Annotated[str, known("kind")]
LabelId: TypeAlias = Annotated[str, known("label")]
PhaseId: TypeAlias = Annotated[str, known("phase")]
RoleId: TypeAlias = Annotated[str, known("role")]
Level: TypeAlias = Annotated[int, whole(1, 4)]
ContractForm: TypeAlias = Annotated[
    str, one_of("individual", "company", "cooperative", "association", "umbrella")
]
Known: TypeAlias = Mapping[str, frozenset[str]]
