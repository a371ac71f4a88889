"""Words and formats in the reader's language. The only user of babel.

Everything the program or the site says is an English message id. A locale is one file
`locales/LOCALE.po`; English needs none. `python -m sitegen.i18n` prints the template of all
message ids (`make messages`).
"""

from __future__ import annotations

import gettext
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import BinaryIO

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, get_timezone_location
from babel.lists import format_list
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po
from babel.numbers import format_currency, format_decimal

from sitegen.described import lines_below_fields
from sitegen.errors import Params
from sitegen.faults import FAULTS
from sitegen.i18n.names import (
    MORE_LANGUAGES,
    countries,
    currencies,
    languages,
    names_of,
    older_codes,
    time_zones,
    zones_of,
)
from sitegen.messages import MESSAGES
from sitegen.reasons import REASONS
from sitegen.text import printable

LOCALES = Path(__file__).parent.parent / "locales"
SENTENCES = {**MESSAGES, **FAULTS}
__all__ = [
    "CEFR",
    "SENTENCES",
    "Translator",
    "countries",
    "currencies",
    "is_locale",
    "languages",
    "names_of",
    "older_codes",
    "template",
    "time_zones",
    "write_template",
    "zones_of",
]
# Every plural category that whole numbers below a million have comes up by here.
MOST_COUNTED = 200
CEFR = ("A1", "A2", "B1", "B2", "C1", "C2", "native")


def is_locale(tag: str) -> bool:
    """Tell whether words and formats of a locale are known."""
    try:
        Locale.parse(tag, sep="-")
    except (ValueError, UnknownLocaleError):
        return False
    return True


class Translator:
    """Says message ids, codes, names and formats in one locale."""

    def __init__(self, tag: str = "en", catalog: gettext.NullTranslations | None = None) -> None:
        self.tag = tag
        self.locale = Locale.parse(tag, sep="-")
        self._catalog = catalog or _load(tag)

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return self.locale.text_direction

    def gettext(self, message: str) -> str:
        """The message in this locale, or itself."""
        return self._catalog.gettext(message)

    def ngettext(self, singular: str, plural: str, count: int) -> str:
        """The form of the message for `count`."""
        return self._catalog.ngettext(singular, plural, count)

    def problem(self, code: str, params: Params) -> tuple[str, str]:
        """Text and hint of a Problem or SettingsError, with its values made printable."""
        message = SENTENCES[code]
        # A parameter may be a phrase of the program's own; a value from content is no message id.
        values = {name: printable(self.gettext(value), 300) for name, value in params.items()}
        text = self.gettext(message.text).format_map(values)
        return text, self.gettext(message.hint).format_map(values) if message.hint else ""

    def why(self, code: str) -> str:
        """Why a Problem or SettingsError is asked for, in one to three sentences."""
        return self.gettext(SENTENCES[code].why)

    def reason(self, code: str, params: Mapping[str, str | int]) -> str:
        """A match reason in words; `count` chooses the plural form."""
        singular, plural = REASONS[code]
        count = params.get("count", 1)
        text = self.ngettext(singular, plural, int(count)) if plural else self.gettext(singular)
        return text.format_map(params)

    def reason_forms(self, code: str) -> Mapping[str, str]:
        """The sentence of a reason, with its places, by the plural category of CLDR it is for."""
        singular, plural = REASONS[code]
        if not plural:
            return {"other": self.gettext(singular)}
        categories = {
            self.locale.plural_form(count): count for count in range(MOST_COUNTED, -1, -1)
        }
        return {
            category: self.ngettext(singular, plural, count)
            for category, count in sorted(categories.items())
        }

    def country(self, code: str) -> str:
        """`MA` → `Morocco`."""
        return str(self._territories.get(code, countries().get(code, code)))

    def language(self, code: str) -> str:
        """`fr` → `French`."""
        key = code.replace("-", "_")
        return str(self._languages.get(key, self.gettext(languages().get(code, code))))

    def day(self, value: date, style: str = "long") -> str:
        """`1 March 2027`; `style` is one of CLDR's (long, medium, short)."""
        if self.locale.language == "en" and style == "long":
            style = "d MMMM y"
        return format_date(value, style, self.locale)

    def month(self, value: date) -> str:
        """`March 2027`."""
        return format_date(value, "MMMM y", self.locale)

    def every(self, items: Iterable[str]) -> str:
        """`French, Arabic and Wolof`."""
        return format_list(list(items), "standard", self._british)

    def either(self, items: Iterable[str]) -> str:
        """`French or Arabic`."""
        return format_list(list(items), "or", self._british)

    # Babel looks each of these up anew, in all that a locale inherits.
    @cached_property
    def _territories(self) -> Mapping[str, str]:
        return dict(self.locale.territories)

    @cached_property
    def _languages(self) -> Mapping[str, str]:
        return dict(self.locale.languages)

    @cached_property
    def _british(self) -> Locale:
        return Locale.parse("en_GB") if self.locale.language == "en" else self.locale

    def number(self, value: int) -> str:
        """`90,000`."""
        return format_decimal(value, locale=self.locale)

    def currency(self, code: str) -> str:
        """`EUR` → `Euro`."""
        return str(self.locale.currencies.get(code, code))

    def money(self, value: int, currency: str) -> str:
        """`€450`: whole units."""
        return format_currency(
            value, currency, format="¤#,##0", locale=self.locale, currency_digits=False
        )

    def zone(self, name: str) -> str:
        """`Africa/Casablanca` → the place whose clock it is."""
        return get_timezone_location(name, locale=self.locale)


def _load(tag: str) -> gettext.NullTranslations:
    path = LOCALES / f"{tag}.po"
    if not path.is_file():
        return gettext.NullTranslations()
    with path.open("rb") as stream:
        catalog = read_po(stream, locale=tag.replace("-", "_"))
    return _Catalogue(catalog)


class _Catalogue(gettext.NullTranslations):
    """A .po file used as it is: no compiled file to commit or forget."""

    def __init__(self, catalog: Catalog) -> None:
        super().__init__()
        self._messages = {m.id: m.string for m in catalog if m.id and m.string and not m.fuzzy}
        self._plural = gettext.c2py(catalog.plural_expr)

    def gettext(self, message: str) -> str:
        return str(self._messages.get(message, message))

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        forms = self._messages.get((msgid1, msgid2))
        return str(forms[self._plural(n)]) if forms else super().ngettext(msgid1, msgid2, n)


def _lines_of_models(folder: Path) -> Iterator[str]:
    for path in sorted(folder.glob("*.py")):
        yield from lines_below_fields(path.read_text("utf-8")).values()


def template(package: Path, templates: Path) -> Catalog:
    """Collect every message id of the program and of the templates."""
    catalog = Catalog(project="sitegen", charset="utf-8")
    for message in SENTENCES.values():
        for part in (message.text, message.hint, message.why):
            if part:
                catalog.add(part)
    for name in (*MORE_LANGUAGES.values(), *_lines_of_models(package / "models")):
        catalog.add(name)
    for singular, plural in REASONS.values():
        catalog.add((singular, plural) if plural else singular)
    options = {"**.html": {"newstyle_gettext": "true", "trimmed": "true"}}
    found = [
        *extract_from_dir(
            package, [("**.py", "python")], keywords={**DEFAULT_KEYWORDS, "phrase": None}
        ),
        *extract_from_dir(templates, [("**.html", "jinja2")], options),
    ]
    for name, _, message_id, _, _ in sorted(found, key=lambda row: (row[0], row[1])):
        catalog.add(message_id, locations=[(name, 0)])
    return catalog


def write_template(stream: BinaryIO) -> None:
    """Write the template of all message ids; without places or dates, so words alone change it."""
    from sitegen.resources import templates_dir  # needed by this command alone

    catalog = template(Path(__file__).parent.parent, templates_dir())
    write_po(stream, catalog, omit_header=True, sort_output=True, width=96, no_location=True)
