"""The kinds of value a field can hold: text → number, date, yes/no, id; each refusal has a code.

Front matter arrives as text (see `sitegen.frontmatter`). The types here turn it into values and
raise `PydanticCustomError` with a problem code and its parameters; `sitegen.validate` adds the
field's name and place. Ids are looked up in the validation context, a mapping from the kind of
thing ("skill", "sector" …) to the known ids, so that a model needs no import of the vocabulary.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any, TypeAlias
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema

from sitegen.i18n import CEFR, countries, currencies, languages, time_zones
from sitegen.models.kind import (
    JsonSchema,
    Kind,
    as_text,
    known,
    listed,
    of_text,
    one_of,
    refuse,
    text,
    whole,
    words,
    written_slug,
    written_text,
    written_whole,
)
from sitegen.urls import is_slug, with_plain_host

NUMBER_OR_YES = "a number of years, or yes"
_DATE = r"(?:19|2[01])[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
TAG = r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?"
_IN_ADDRESS = r"[^\s<>\"'\\`]"
HTTPS = (
    r"^[hH][tT][tT][pP][sS]://([^\s<>\"'\\`/?#@:]+|\[[0-9A-Fa-f:.]+\])(:(443)?)?"
    rf"([/?#]{_IN_ADDRESS}*)?$"
)


# pydantic makes one for each group of fields of each entry, hundreds of bytes long; few differ.
_GIVEN: dict[frozenset[str], set[str]] = {}


class Content(BaseModel):
    """Base of everything read from a file: closed, frozen.

    A text below a field says in one line what it holds: editors, docs/fields.md and new files
    show it (see `sitegen.described`).
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    def model_post_init(self, _: Any) -> None:
        """Share the set of the fields that were given with all who were given the same.

        Nobody adds to it: what is read is frozen.
        """
        object.__setattr__(self, "__pydantic_fields_set__", _shared(self.model_fields_set))

    def __getstate__(self) -> dict[Any, Any]:
        return {"values": self.__dict__, "given": self.model_fields_set}

    def __setstate__(self, state: dict[Any, Any]) -> None:
        # Quicker than what pydantic does, which allows for fields that are not declared or private.
        put = object.__setattr__
        put(self, "__dict__", state["values"])
        put(self, "__pydantic_fields_set__", _shared(state["given"]))
        put(self, "__pydantic_extra__", None)
        put(self, "__pydantic_private__", None)


def _shared(given: set[str]) -> set[str]:
    return _GIVEN.setdefault(frozenset(given), given)


def _yes_no(value: str) -> bool:
    if value not in ("yes", "no"):
        raise refuse("P020", value=value)
    return value == "yes"


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


def is_language(tag: str) -> bool:
    """Tell whether a BCP 47 tag's language is known (`zh-Hant` through `zh`)."""
    return tag in languages() or (bool(re.fullmatch(TAG, tag)) and tag.split("-")[0] in languages())


def _language(value: str) -> str:
    if not is_language(value):
        raise refuse("P031", value=value)
    return value


def _written_language() -> JsonSchema:
    """A tag with a name, or a language with a script, a country or both behind it."""
    more = {"type": "string", "pattern": f"^(?=.*-){TAG}$"}
    return {"$anchor": "language", "anyOf": [words(languages()), more]}


def _slug(value: str) -> str:
    if not is_slug(value):
        raise refuse("P034", value=value)
    return value


def is_public_url(value: str) -> bool:
    """Https, a host, no user name, no blank, at most 300 characters."""
    try:
        # What is in brackets, or composes to a sign that ends a host, is refused there.
        parts = urlsplit(value)
        return len(value) <= 300 and bool(re.fullmatch(HTTPS, value)) and bool(parts.hostname)
    except ValueError:
        return False


def _url(value: str) -> str:
    if not is_public_url(value):
        raise refuse("P029", value=value)
    return with_plain_host(value)


def _years(value: str) -> int | None:
    """Years, or None for a plain yes."""
    if value == "yes":
        return None
    if not re.fullmatch(r"[0-9]{1,2}", value) or not 1 <= int(value) <= 70:
        raise refuse("P028", value=value, allowed=NUMBER_OR_YES)
    return int(value)


def _area(value: Any, info: ValidationInfo) -> str:
    area = as_text(value)
    regions = (info.context or {}).get("region")
    if area not in countries() and regions is not None and area not in regions:
        raise refuse("P012", value=area, kind="region")
    return area


def _travel(value: Any, info: ValidationInfo) -> str:
    area = as_text(value)
    return area if area in TRAVEL else _area(area, info)


def _named(value: Any) -> Any:
    return {"name": value} if isinstance(value, str) else value


class _NameOrGroup(Kind):
    """A group of fields, or its `name` alone in its place."""

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchema:
        if handler.mode == "validation":
            return {"anyOf": [self.written(), handler(core)]}
        return handler(core)


TRAVEL = ("anywhere", "none")
_AREA = (COUNTRY := listed("P030", "country", countries), known("region"))

YesNo: TypeAlias = Annotated[bool, Kind(of_text(_yes_no), lambda: words(("yes", "no")))]
Day: TypeAlias = Annotated[
    date,
    Kind(of_text(_day), lambda: {"type": "string", "format": "date", "pattern": f"^{_DATE}$"}),
]
Rate: TypeAlias = Annotated[
    Decimal,
    Kind(
        of_text(_decimal),
        lambda: {
            "type": ["number", "string"],
            "exclusiveMinimum": 0,
            "exclusiveMaximum": 10**9,
            "pattern": r"^\+?[0-9_]*\.?[0-9_]*([eE][+-]?[0-9]+)?$",
        },
    ),
]
Country: TypeAlias = Annotated[str, COUNTRY]
Currency: TypeAlias = Annotated[str, listed("P033", "currency", currencies)]
TimeZone: TypeAlias = Annotated[str, listed("P032", "timezone", time_zones)]
Language: TypeAlias = Annotated[str, Kind(of_text(_language), _written_language)]
LanguageLevel: TypeAlias = Annotated[str, one_of(*CEFR[::-1])]
Slug: TypeAlias = Annotated[str, Kind(of_text(_slug), written_slug)]
Url: TypeAlias = Annotated[
    str,
    Kind(
        of_text(_url),
        lambda: {"type": "string", "format": "iri", "pattern": HTTPS, "maxLength": 300},
    ),
]
Years: TypeAlias = Annotated[
    int | None,
    Kind(of_text(_years), lambda: {"anyOf": [written_whole(1, 70), words(("yes",))]}),
]
Area: TypeAlias = Annotated[str, Kind(_area, lambda: {"anyOf": [kind.written() for kind in _AREA]})]
TravelArea: TypeAlias = Annotated[
    str,
    Kind(_travel, lambda: {"anyOf": [words(TRAVEL), *(kind.written() for kind in _AREA)]}),
]


class Organisation(Content):
    """An organisation by name, with its site where known."""

    name: Annotated[str, text(120)]
    """What it is called"""
    url: Url | None = None
    """Its web address"""


Named: TypeAlias = Annotated[Organisation, _NameOrGroup(_named, lambda: written_text(120))]
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
TransitionState: TypeAlias = Annotated[str, one_of("in-it", "through-it", "preparing")]
Known: TypeAlias = Mapping[str, frozenset[str]]
