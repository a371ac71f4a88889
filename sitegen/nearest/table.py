"""Names that no list of names holds: what people say, and which code they mean by it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def _table(rows: str) -> Mapping[str, Sequence[str]]:
    """`CODE [CODE …]: name, name` a line → codes by name, those of all its lines."""
    table: dict[str, Sequence[str]] = {}
    for row in rows.strip().splitlines():
        codes, _, names = row.partition(": ")
        for name in map(str.strip, names.split(",")):
            table[name] = (*table.get(name, ()), *codes.split())
    return table


# Folded, as `terms.fold_words` leaves them.
COUNTRIES = _table(
    """
GB: uk, u k, england, scotland, wales, northern ireland, great britain, britain, angleterre
US: usa, u s a, u s, united states of america, america, etats unis d amerique, eeuu, ee uu
NL: holland, hollande, holanda
TR: turkey
MM: burma, birmanie
SZ: swaziland
CI: ivory coast, rci
CD: drc, dr congo, d r congo, rdc, rd congo, dem rep congo, democratic republic of the congo
CD: democratic republic of congo, zaire
CD CG: congo
CG: republic of the congo, republic of congo
CZ: czech republic
MK: macedonia
TL: east timor
PS: palestine, palestinian territory
AE: uae, u a e, emirates
VN: viet nam
KR KP: korea
IE: republic of ireland, eire
BF: burkina
ST: sao tome
BA: bosnia
CF: car
PG: png
VA: vatican
SO: somaliland
"""
)
LANGUAGES = _table(
    """
en: gb, english uk, english us, british english, american english
en uk: uk
es: castilian, castellano
fa: farsi, parsi
fa-AF: dari
zh: mandarin, putonghua, mandarin chinese
ary: darija, moroccan
arz: egyptian
ar: standard arabic, fusha
nl-BE: flemish, vlaams
id: bahasa
ms: bahasa melayu
ber: tamazight, amazigh
zu: isizulu
xh: isixhosa
st: sesotho
tn: setswana
ny: chichewa, nyanja
lg: luganda
rn: kirundi
ln: lingala
bm: bamanankan
ff: fulfulde, pulaar, peul, fulani
so: somali
om: oromo, afaan oromo
bn: bangla, bengali
my: burmese
ro: moldovan, moldavian
gd ga: gaelic
ht fr: creole, kreyol
nb: norwegian bokmal
fil: tagalog, pilipino
ku: kurdish, kurmanji
ckb: sorani
he: ivrit
"""
)
# Words of daily life for those of a closed list: how well a language, whether free, what became.
SAID = _table(
    """
native: mother tongue, first language, maternelle, langue maternelle, natif, native speaker
native: muttersprache, lengua materna, nativo, nativa, moedertaal, lingua madre
C2 C1: fluent, fluently, courant, couramment, fliessend, vloeiend, fluente, fluido, excellent
C2 C1: very good, tres bien, sehr gut, muy bien, advanced, avance, bilingual, bilingue, professional
B2 B1: good, bon, bien, gut, goed, bueno, intermediate, intermediaire, conversational, working
A2 A1: basic, basics, beginner, a little, little, some, debutant, notions, un peu, grundkenntnisse
A2 A1: basico, elementary
open: available, yes, oui, si, ja, free, disponible, libre, verfugbar, frei, now
paused: no, non, nein, not available, unavailable, busy, indisponible, occupe
limited: ask, ask first, partly, sometimes, on request
some: sometimes, parfois, manchmal, a veces, partly
handed-over: handed on, transferred, transmis, succession
sold: acquired
acquired: sold, bought, vendu, verkauft
running: active, ongoing, still running, en cours, current
closed: shut down, ended, bankrupt, ferme
left: resigned, quit, stepped down, retired
remote: online, home, from home, distance, a distance
onsite: on site, in person, office, sur place
through-it: done, over, finished, past
in-it: in progress, ongoing, now
"""
)
SIGNS = _table(
    """
EUR: €, euro, euros
GBP: £, pounds, pound, quid, sterling
USD: $, us$, usd$, dollars, dollar, bucks
XOF XAF: cfa, fcfa, f cfa, cfa franc, franc cfa, francs cfa
INR: ₹, rs, rs.
JPY: ¥
NGN: ₦
GHS: ₵, gh₵
KES: ksh, kshs, ksh.
UGX: ush, ugx.
TZS: tsh, tzs.
PHP: ₱
BRL: r$
ZAR: r
ILS: ₪
UAH: ₴
VND: ₫
TRY: ₺
CNY: rmb
"""
)
CURRENCIES = _table(
    """
GBP: pound sterling, british pound, sterling
USD: us dollar, american dollar
XOF XAF: cfa franc, franc cfa
NGN: naira
GHS: cedi
ETB: birr
BDT: taka
ZAR: rand
BRL: real, reai, reais
CNY: yuan, renminbi
JPY: yen
THB: baht
VND: dong
PLN: zloty
UAH: hryvnia
TRY: lira
CZK: koruna
HUF: forint
ILS: shekel, new shekel
GEL: lari
XOF XAF CHF: franc
MAD AED: dirham
KES UGX TZS: shilling
INR PKR NPR: rupee
ZMW MWK: kwacha
TND DZD JOD: dinar
SAR QAR: riyal
MXN COP PHP: peso
SEK NOK DKK: krona, krone
MGA: ariary
GMD: dalasi
AOA: kwanza
IDR: rupiah
MYR: ringgit
"""
)
CITIES = {
    name: zone
    for zone, names in {
        "Africa/Addis_Ababa": "addis",
        "Africa/Casablanca": "rabat marrakech marrakesh fes tanger tangier agadir",
        "Africa/Johannesburg": "cape-town capetown durban pretoria",
        "Africa/Lagos": "abuja kano ibadan douala-nigeria",
        "Africa/Nairobi": "mombasa kisumu",
        "Africa/Dar_es_Salaam": "arusha dodoma zanzibar",
        "Africa/Cairo": "alexandria",
        "Africa/Kinshasa": "rdc-kinshasa",
        "Africa/Porto-Novo": "cotonou",
        "America/Guayaquil": "quito",
        "America/New_York": "washington boston miami atlanta philadelphia",
        "America/Los_Angeles": "san-francisco seattle",
        "America/Sao_Paulo": "rio rio-de-janeiro brasilia",
        "America/Bogota": "medellin cali",
        "Asia/Kolkata": "delhi new-delhi mumbai bombay bangalore bengaluru chennai madras calcutta "
        "hyderabad pune",
        "Asia/Shanghai": "beijing peking shenzhen guangzhou",
        "Asia/Ho_Chi_Minh": "hanoi saigon",
        "Asia/Karachi": "lahore islamabad",
        "Asia/Dhaka": "chittagong",
        "Asia/Jerusalem": "tel-aviv",
        "Asia/Hebron": "ramallah",
        "Europe/Berlin": "munich munchen hamburg koln cologne frankfurt",
        "Europe/London": "manchester edinburgh leeds glasgow bristol cardiff",
        "Europe/Madrid": "barcelona valencia sevilla",
        "Europe/Paris": "lyon marseille bordeaux lille toulouse",
        "Europe/Rome": "milan milano turin torino naples napoli roma",
        "Europe/Zurich": "geneva geneve basel bern lausanne",
        "Europe/Amsterdam": "rotterdam the-hague utrecht",
        "Europe/Kyiv": "kiev lviv",
    }.items()
    for name in (name.replace("-", " ") for name in names.split())
}
# Clocks by their letters or by their distance from GMT. One zone where people live by that clock
# all year, one where summer moves it.
CLOCKS: Mapping[str, Sequence[str]] = {
    "GMT": ("Africa/Abidjan", "Europe/London"),
    "WET": ("Europe/Lisbon",),
    "BST": ("Europe/London",),
    **dict.fromkeys(("CET", "CEST", "MEZ"), ("Europe/Paris",)),
    **dict.fromkeys(("EET", "EEST"), ("Europe/Athens",)),
    "WAT": ("Africa/Lagos",),
    "CAT": ("Africa/Maputo",),
    "SAST": ("Africa/Johannesburg",),
    "EAT": ("Africa/Nairobi",),
    "IST": ("Asia/Kolkata",),
    **dict.fromkeys(("EST", "EDT", "ET", "EASTERN"), ("America/New_York",)),
    **dict.fromkeys(("CST", "CDT", "CENTRAL"), ("America/Chicago",)),
    **dict.fromkeys(("PST", "PDT", "PT", "PACIFIC"), ("America/Los_Angeles",)),
    "JST": ("Asia/Tokyo",),
    "GMT+1": ("Africa/Lagos", "Europe/Paris"),
    "GMT+2": ("Africa/Maputo", "Europe/Athens"),
    "GMT+3": ("Africa/Nairobi", "Europe/Istanbul"),
    "GMT+4": ("Asia/Dubai",),
    "GMT+5": ("Asia/Karachi",),
    "GMT+5:30": ("Asia/Kolkata",),
    "GMT+5:45": ("Asia/Kathmandu",),
    "GMT+6": ("Asia/Dhaka",),
    "GMT+7": ("Asia/Jakarta",),
    "GMT+8": ("Asia/Manila",),
    "GMT+9": ("Asia/Tokyo",),
    "GMT+10": ("Australia/Sydney",),
    "GMT-3": ("America/Sao_Paulo",),
    "GMT-5": ("America/Lima", "America/New_York"),
    "GMT-6": ("America/Guatemala", "America/Chicago"),
    "GMT-8": ("America/Los_Angeles",),
}
