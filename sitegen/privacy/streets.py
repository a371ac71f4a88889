"""Street addresses and boxes at a post office, in the forms people write.

A number and the name of a street, in this order or the other; a street alone, a number alone and
an area code alone identify nobody and pass. Names start with a capital, where the script has any,
and years are no house numbers: "500 Main Street Partners", "a 12-street programme" and "Rue de la
Paix project" are no addresses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sitegen.privacy.lines import lines_with

_UPPER = r"A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁІЇЄ"
# Four pieces behind the first: without an end, each piece of a long chain would be tried anew.
_NAME = rf"[{_UPPER}][^\W\d_]*(?:['’.-][^\W\d_]+){{0,4}}\.?"
_NO = r"(?!(?:19|20)\d\d(?!\d))\d{1,5} ?[A-Za-z]?(?:[-/]\d{1,4}[A-Za-z]?)?"
_FREE = r"(?<![\w.,/€$£#+-])"
# Where an address goes on or ends: not `12 associations`.
_STOPS = r"(?=\s*(?:[,;.)\n·|]|$|\d{4,5}\b| in | \())"
_SMALL = (
    r"(?:(?:de|du|des|d['’]|la|le|les|l['’]|del|de los|da|do|dos|das|della|dei|di|van|der|den) ?)"
)
_SOME_NAMES = rf"(?:{_SMALL}){{0,3}}{_NAME}(?: {_SMALL}{{0,3}}{_NAME}){{0,3}}"

# Words that name a street and little else, and words that often name something else.
_STREET = r"(?:Street|Road|Rd|Avenue|Ave|Lane|Boulevard|Blvd|Crescent|Cres|Terrace|Mews|Highway)"
_OTHER = (
    r"(?:St|Ln|Drive|Dr|Close|Court|Ct|Square|Sq|Place|Pl|Way|Gardens|Grove|Hill|Row|Walk|Park)"
)
_COURT = r"(?:High|Supreme|Crown|County|Circuit|District|Appeals?|Magistrates|Labour|Civil) Court"
# `500 Main Street Partners`, `6 Ring Road clinics`: the street only names what follows.
_NAMES_MORE = (
    r"(?! (?!(?:in|near|at|and|where|until|since|is|was|or|off|behind|opposite|by|on)\b)[a-z]{3,})"
    r"(?!(?: [A-Z][\w&’'-]*){0,2} (?:Partners|Ltd|Limited|Inc|LLC|Foundation|Project|Group|Capital"
    r"|Markets?|Co-?op(?:erative)?|Fund|School|Church|Clinic|Hospital|Association|Trust|Theatre"
    r"|Kitchen|Bakery|Festival|Programme|Collective|Initiative|Residents|Associates|Ventures)\b)"
)
_BEFORE = rf"(?!The ){_NAME}|\d{{1,3}}(?:st|nd|rd|th)"


class _Form(NamedTuple):
    """A way to write an address: a number stands in it, and one of the pieces, if there are any.

    Pieces in small letters stand for either case. The number is no year but where the form
    `takes_years`.
    """

    pieces: Sequence[str]
    expression: re.Pattern[str]
    takes_years: bool


def _form(pieces: str, expression: str, *, takes_years: bool = False) -> _Form:
    return _Form(pieces.split(), re.compile(expression), takes_years)


_ENGLISH = "Street Road Rd Ave Lane Boulevard Blvd Cres Terrace Mews Highway"
_FRENCH = (
    "rue avenue av. boulevard bd blvd place impasse allée allee chemin quai route cours square"
)
_IBERIAN = "calle c/ avenida av. avda paseo plaza jirón jiron jr. rua travessa alameda praça praca"
_GERMANIC = "stra str. weg platz allee gasse damm ufer chaussee laan gracht gatan vägen veien sgade"
_SLAVIC = "ul. ulica ulice aleja ул. улица вул. вулиця проспект пр."
_BOXES = "box apartado postal postfach casilla private boite boîte"
FORMS = (
    # 14 Elm Road, Plot 45, Kampala Road; 3 Mill Close, where it is followed by nothing else.
    _form(_ENGLISH, rf"{_FREE}{_NO},? (?:(?:{_BEFORE}) ){{1,4}}{_STREET}\b\.?{_NAMES_MORE}"),
    _form("", rf"{_FREE}{_NO},? (?!{_COURT})(?:{_NAME} ){{1,3}}{_OTHER}\b\.?{_STOPS}"),
    _form(_ENGLISH, rf"\b(?:{_NAME} ){{1,3}}{_STREET},? (?:No\.? ?|Nr\.? ?|# ?){_NO}"),
    _form(_ENGLISH, rf"\b(?:{_NAME} ){{1,3}}{_STREET} {_NO}(?=, [{_UPPER}]|$)"),
    # 12 rue de la Paix, 12 bis, avenue Foch; Rue de la Paix 12, 1000 Bruxelles.
    _form(
        _FRENCH,
        rf"{_FREE}{_NO}(?: ?(?:bis|ter|quater))?,? (?i:rue|avenue|av\.|boulevard|bd\.?|blvd|place"
        rf"|impasse|all[ée]e|chemin|quai|route|cours|square|passage) {_SOME_NAMES}",
    ),
    _form(
        _FRENCH,
        rf"\b(?i:rue|avenue|av\.|boulevard|bd\.?|impasse|all[ée]e|chemin|quai) {_SOME_NAMES},? "
        rf"(?:n[°o]\.? ?)?{_NO}{_STOPS}",
    ),
    # Calle Mayor 12, Carrera 7 # 45-23, Rua das Flores, 123, Via Garibaldi 12.
    _form(
        f"{_IBERIAN} estrada rodovia",
        rf"\b(?i:calle|c/|avenida|av\.|avda\.?|paseo|plaza|jir[óo]n|jr\.|rua|travessa|alameda"
        rf"|pra[çc]a|estrada|rodovia) ?{_SOME_NAMES},? (?:(?i:n[.ºo°]{{1,2}}|num\.?|#) ?)?{_NO}"
        rf"{_STOPS}",
    ),
    _form(
        "calle carrera cra. kra cll avenida diagonal transversal",
        r"\b(?i:calle|carrera|cra\.|kra\.?|cll\.?|avenida|diagonal|transversal) \d{1,3} ?"
        r"[A-Za-z]? ?(?:#|[Nn]o\.?|n[°º]) ?\d{1,3}",
        takes_years=True,
    ),
    _form(
        "Via viale piazza corso vicolo via",
        rf"\b(?:(?i:viale|piazza|corso|vicolo)|[Vv]ia) {_SOME_NAMES},? (?:n\.? ?)?{_NO}{_STOPS}",
    ),
    # Hauptstraße 12, Berliner Straße 4a, Lindenweg 3, Prinsengracht 263.
    _form(
        _GERMANIC,
        rf"\b[{_UPPER}][^\W\d_]*(?:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse|damm|ufer|chaussee"
        rf"|laan|straat|gracht|gatan|vägen|veien|sgade) {_NO}{_STOPS}",
    ),
    _form(
        f"{_GERMANIC} ring",
        rf"\b(?:{_NAME} ){{1,2}}(?:Stra(?:ß|ss)e|Str\.|Weg|Platz|Allee|Gasse|Ring|Damm|Ufer) {_NO}"
        rf"{_STOPS}",
    ),
    # ul. Długa 12/3, ул. Ленина, д. 5.
    _form(
        _SLAVIC,
        rf"(?<!\w)(?i:ul\.|ulica|ulice|aleja|ул\.|улица|вул\.|вулиця|проспект|пр\.) ?"
        rf"{_SOME_NAMES},? (?:(?i:д\.|дом) ?)?{_NO}",
    ),
    # شارع الحرية 12, 12 شارع الحرية
    _form(
        "شارع زنقة نهج",
        rf"(?:شارع|زنقة|نهج)(?: [^\W\d_]+){{1,4}}[،,]? (?:رقم )?{_NO}{_STOPS}"
        rf"|{_FREE}{_NO}[،,]? (?:شارع|زنقة|نهج) [^\W\d_]+",
    ),
    # Bağdat Caddesi No: 12, Jalan Sudirman No. 5, 南京路12号.
    _form(
        "cad sok mahallesi",
        rf"\b(?:{_NAME} ){{1,2}}(?:Caddesi|Cad\.|Soka[kğ]ı?|Sok\.|Mahallesi) No ?[:.]? ?\d",
        takes_years=True,
    ),
    _form("jl. jalan", rf"\b(?:Jl\.|Jalan) ?{_SOME_NAMES},? (?:No\.? ?)?{_NO}{_STOPS}"),
    _form("号 號", r"[\u4e00-\u9fff]{2,8}[路街道] ?\d{1,5} ?[号號]", takes_years=True),
    # Boxes at a post office are how to reach somebody, too.
    _form(
        _BOXES,
        r"\b(?i:P\.? ?O\.? ?Box|Apartado(?: Postal| de Correos)?|Caixa Postal|Postfach|Casilla"
        r"|Private Bag|Bo[îi]te Postale)[ .:]{1,2}(?:No\.? ?)?[A-Z]?\d{1,6}",
        takes_years=True,
    ),
    _form("", r"\b(?:B\.? ?P\.?|S\.L\.P\.?) ?(?!(?:19|20)\d\d\b)\d{2,6}\b(?! ?%)"),
)
_NUMBER = re.compile(r"\d+")
_YEAR = re.compile(r"(?:19|20)\d\d")
# Nothing is found in a text without two letters in a row.
_LETTERS = re.compile(r"[^\W\d_]{2}")


class _Forms:
    """Some forms, and the pieces of all of them: looking for these first is many times as fast."""

    def __init__(self, forms: Iterable[_Form]) -> None:
        self.forms = tuple(forms)
        pieces = {piece for form in self.forms for piece in form.pieces}
        self.small = tuple(piece for piece in pieces if piece.islower())
        self.others = tuple(piece for piece in pieces if not piece.islower())

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where addresses start and end."""
        folded = text.lower()
        pieces = {piece for piece in self.small if piece in folded}
        pieces.update(piece for piece in self.others if piece in text)
        for form in self.forms:
            if not (form.pieces and pieces.isdisjoint(form.pieces)):
                yield from (found.span() for found in form.expression.finditer(text))


_ALL = _Forms(FORMS)
_TAKING_YEARS = _Forms(form for form in FORMS if form.takes_years)
# A text may be lines of several, each of which can end an address.
_TAKING_NO_YEARS = _Forms(
    form._replace(expression=re.compile(form.expression.pattern, re.M))
    if form.expression.pattern.endswith("|$)")
    else form
    for form in FORMS
    if not form.takes_years
)


def streets(text: str) -> Iterator[int]:
    """Where street addresses start, each once."""
    if not (_LETTERS.search(text) and may_hold_streets(text)):
        return
    after = 0
    for start, end in sorted(_ALL.spans(text)):
        if start >= after:
            yield start
        after = max(after, end)


def may_hold_streets(text: str) -> bool:
    """Whether a text, or lines of several, may hold any: no form goes on beyond a line."""
    numbered = lines_with(_NUMBER, text)
    housed = "\n".join(filter(_has_house, numbered.split("\n")))
    return any(_TAKING_NO_YEARS.spans(housed)) or any(_TAKING_YEARS.spans(numbered))


def _has_house(line: str) -> bool:
    return not all(map(_YEAR.fullmatch, _NUMBER.findall(line)))
