"""Street addresses and boxes at a post office, in the forms people write.

A number and the name of a street, in this order or the other; a street alone, a number alone and
an area code alone identify nobody and pass. Names start with a capital, where the script has any,
and years are no house numbers: "500 Main Street Partners", "a 12-street programme" and "Rue de la
Paix project" are no addresses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

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


# Each form with the pieces one of which every text of that form holds, in small letters where the
# form has them in either case: looking for these first keeps ten thousand profiles cheap.
_ENGLISH = "Street Road Rd Ave Lane Boulevard Blvd Cres Terrace Mews Highway"
_FRENCH = (
    "rue avenue av. boulevard bd blvd place impasse allée allee chemin quai route cours square"
)
_IBERIAN = "calle c/ avenida av. avda paseo plaza jirón jiron jr. rua travessa alameda praça praca "
_GERMANIC = "stra str. weg platz allee gasse damm ufer chaussee laan gracht gatan vägen veien sgade"
_SLAVIC = "ul. ulica ulice aleja ул. улица вул. вулиця проспект пр."
_BOXES = "box apartado postal postfach casilla private boite boîte"
_FORMS: tuple[tuple[str, str], ...] = (
    # 14 Elm Road, Plot 45, Kampala Road; 3 Mill Close, where it is followed by nothing else.
    (_ENGLISH, rf"{_FREE}{_NO},? (?:(?:{_BEFORE}) ){{1,4}}{_STREET}\b\.?{_NAMES_MORE}"),
    ("", rf"{_FREE}{_NO},? (?!{_COURT})(?:{_NAME} ){{1,3}}{_OTHER}\b\.?{_STOPS}"),
    (_ENGLISH, rf"\b(?:{_NAME} ){{1,3}}{_STREET},? (?:No\.? ?|Nr\.? ?|# ?){_NO}"),
    (_ENGLISH, rf"\b(?:{_NAME} ){{1,3}}{_STREET} {_NO}(?=, [{_UPPER}]|$)"),
    # 12 rue de la Paix, 12 bis, avenue Foch; Rue de la Paix 12, 1000 Bruxelles.
    (
        _FRENCH,
        rf"{_FREE}{_NO}(?: ?(?:bis|ter|quater))?,? (?i:rue|avenue|av\.|boulevard|bd\.?|blvd|place"
        rf"|impasse|all[ée]e|chemin|quai|route|cours|square|passage) {_SOME_NAMES}",
    ),
    (
        _FRENCH,
        rf"\b(?i:rue|avenue|av\.|boulevard|bd\.?|impasse|all[ée]e|chemin|quai) {_SOME_NAMES},? "
        rf"(?:n[°o]\.? ?)?{_NO}{_STOPS}",
    ),
    # Calle Mayor 12, Carrera 7 # 45-23, Rua das Flores, 123, Via Garibaldi 12.
    (
        f"{_IBERIAN} estrada rodovia",
        rf"\b(?i:calle|c/|avenida|av\.|avda\.?|paseo|plaza|jir[óo]n|jr\.|rua|travessa|alameda"
        rf"|pra[çc]a|estrada|rodovia) ?{_SOME_NAMES},? (?:(?i:n[.ºo°]{{1,2}}|num\.?|#) ?)?{_NO}"
        rf"{_STOPS}",
    ),
    (
        "calle carrera cra. kra cll avenida diagonal transversal",
        r"\b(?i:calle|carrera|cra\.|kra\.?|cll\.?|avenida|diagonal|transversal) \d{1,3} ?"
        r"[A-Za-z]? ?(?:#|[Nn]o\.?|n[°º]) ?\d{1,3}",
    ),
    (
        "Via viale piazza corso vicolo via",
        rf"\b(?:(?i:viale|piazza|corso|vicolo)|[Vv]ia) {_SOME_NAMES},? (?:n\.? ?)?{_NO}{_STOPS}",
    ),
    # Hauptstraße 12, Berliner Straße 4a, Lindenweg 3, Prinsengracht 263.
    (
        _GERMANIC,
        rf"\b[{_UPPER}][^\W\d_]*(?:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse|damm|ufer|chaussee"
        rf"|laan|straat|gracht|gatan|vägen|veien|sgade) {_NO}{_STOPS}",
    ),
    (
        f"{_GERMANIC} ring",
        rf"\b(?:{_NAME} ){{1,2}}(?:Stra(?:ß|ss)e|Str\.|Weg|Platz|Allee|Gasse|Ring|Damm|Ufer) {_NO}"
        rf"{_STOPS}",
    ),
    # ul. Długa 12/3, ул. Ленина, д. 5.
    (
        _SLAVIC,
        rf"(?<!\w)(?i:ul\.|ulica|ulice|aleja|ул\.|улица|вул\.|вулиця|проспект|пр\.) ?"
        rf"{_SOME_NAMES},? (?:(?i:д\.|дом) ?)?{_NO}",
    ),
    # شارع الحرية 12, 12 شارع الحرية
    (
        "شارع زنقة نهج",
        rf"(?:شارع|زنقة|نهج)(?: [^\W\d_]+){{1,4}}[،,]? (?:رقم )?{_NO}{_STOPS}"
        rf"|{_FREE}{_NO}[،,]? (?:شارع|زنقة|نهج) [^\W\d_]+",
    ),
    # Bağdat Caddesi No: 12, Jalan Sudirman No. 5, 南京路12号.
    (
        "cad sok mahallesi",
        rf"\b(?:{_NAME} ){{1,2}}(?:Caddesi|Cad\.|Soka[kğ]ı?|Sok\.|Mahallesi) No ?[:.]? ?\d",
    ),
    ("jl. jalan", rf"\b(?:Jl\.|Jalan) ?{_SOME_NAMES},? (?:No\.? ?)?{_NO}{_STOPS}"),
    ("号 號", r"[\u4e00-\u9fff]{2,8}[路街道] ?\d{1,5} ?[号號]"),
    # Boxes at a post office are how to reach somebody, too.
    (
        _BOXES,
        r"\b(?i:P\.? ?O\.? ?Box|Apartado(?: Postal| de Correos)?|Caixa Postal|Postfach|Casilla"
        r"|Private Bag|Bo[îi]te Postale)[ .:]{1,2}(?:No\.? ?)?[A-Z]?\d{1,6}",
    ),
    ("", r"\b(?:B\.? ?P\.?|S\.L\.P\.?) ?(?!(?:19|20)\d\d\b)\d{2,6}\b(?! ?%)"),
)
COMPILED = tuple((tuple(pieces.split()), re.compile(form)) for pieces, form in _FORMS)
# Nothing is found in a text without a digit and two letters in a row. Two searches: one
# expression for both would try the rest of the text again at every digit.
_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]{2}")


def streets(text: str) -> Iterator[int]:
    """Where street addresses start, each once."""
    if not (_DIGIT.search(text) and _LETTERS.search(text)):
        return
    folded, spans, after = text.lower(), list[tuple[int, int]](), 0
    for pieces, form in COMPILED:
        if not pieces or any(piece in (folded if piece.islower() else text) for piece in pieces):
            spans += (match.span() for match in form.finditer(text))
    for start, end in sorted(spans):
        if start >= after:
            yield start
        after = max(after, end)
