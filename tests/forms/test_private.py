"""What must not be public is found in a form where `sitegen check` finds it: texts by class."""

from __future__ import annotations

import random
from functools import cache

from sitegen.privacy import found_in
from tests.forms.judging import form
from tests.scripts import run_module
from tests.test_privacy import BIRTHS, EMAILS, HARMLESS, PHONES, STREETS

MODULE = """
import { Privacy } from "./js/build/privacy.js";
import { size } from "./js/build/text.js";
export default ({ data, texts }) => {
  const privacy = new Privacy(data);
  return texts.map((text) => privacy.found(text).map(({ code, start }) => [code, start]));
};
"""
# Letters in either case that Python takes for one another, digits of other scripts and beyond the
# basic plane, marks that part a word, ends of lines, and what only looks like an address.
HOSTILE = (
    "amina＠example.org", "amina ＠ example.org", "AMINA@EXAMPLE.ORG", "amina@exam_ple.org",
    "ami\u0301na@example.org", "amina@exa\u0301mple.org", "𝒳@example.org", "木村@例.株式",
    "a@b.c", "amina@example.ₒrg", "amina (AT) example (DOT) org", "amina At example Dot org",
    "amina AT example DOT org AT DOT", "amina at example dot ORG", "amina at example dot orgy",
    "amina [ at ] example [ dot ] org", "amina\n@example.org", "amina @\nexample.org", "@@@@",
    "x" * 64 + "@example.org", "x" * 65 + "@example.org", "a@" + "b." * 7 + "org", "a@b.o1g",
    "chez moi", "AT DOT", "@", "＠", "arroba", "https://a@b.example/@amina@c.example",
    "https://b.example/0612345678?x=0612345678 0612345678", "http://x.example/\n0612345678",
    "٠٦١٢٣٤٥٦٧٨", "०६१२३४५६७८", "𝟎𝟔𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖", "𝟘𝟞𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠", "０６１２３４５６７８",
    "𝒳 +212 612 345 678", "²³¹ 612 345 678", "+212‑612‑345‑678", "+212\u00a0612\u00a0345",
    "+212\n612345678", "0612345678%", "0612345678a", "a0612345678", "é0612345678",
    "木0612345678", "0612345678木", "_0612345678", "(0612345678)", "=0612345678",
    "tel0612345678", "TÉL. 0612345678", "tél. 1998-2014", "WhatſApp: 771234567",
    "WHATSAPP: 771234567", "phone: 1 200 000", "771234567 (WHATſAPP)", "77 123 45 67 (Phone)",
    "77 123 45 67 (phoney)", "call me on: 555 1234", "CALL ME: 5551234", "t.me/+380501234567",
    "wa.me/" + "x" * 40 + "12345678", "wa.me/" + "x" * 41 + "12345678",
    "api.whatsapp.com/212612345678", "+1" + "2" * 15, "+1" + "2" * 13, "+" + "1 " * 20,
    "00 000 000", "0" * 11, "0" * 12, "1-800-555-0199-1", "978-3-16-148410-0 0612345678",
    "978031614841X", "9780316148410", "97 80 31 61 48 41 0", "BORN ON 12 MARCH 1961",
    "born on 12 MÄRZ 1961", "I waſ born on 12 March 1961", "İ born 12.3.1961", "dob: 1.1.61",
    "DOB:1961-03-12", "d.o.b. 12/3/1961", "the cooperative was born 12 March 1961",
    "She was born 12 March 1961", "NÉE LE 3 MARS 1961", "ne(e) le 3 mars 1961",
    "né(e) à Fès le 3 mars 1961", "Родилась 3 марта 1961", "РОДИЛСЯ 3.3.1961",
    "born in L’Aquila 12.3.1961", "born in 木村 1961-03-12",
    "born in Aix-en-Provence on 1.2.1961", "b.  12 March 1961", "ur. 3 marca 1961",
    "تاريخ الميلاد: ٣/٣/١٩٦١", "ولدت في ٣ مارس ١٩٦١", "born on the 12th of March, 1961",
    "born 31.12.2014-01", "14 ELM ROAD", "14 elm road", "14 Élm Road", "14 Ǆelm Road",
    "١٤ Elm Road", "14  Elm Road", "14 Elm\nRoad", "14 Elm Road\n", "Elm Road 7\n",
    "14 Elm Road Partners", "14 Elm Road Kitchen", "14 Elm Road in use", "14 Elm Road used",
    "2014 Elm Road", "20145 Elm Road", "1914 Elm Road, 14 Elm Road", "€14 Elm Road",
    "#14 Elm Road", "14a/7b Elm Road", "3 Mill Close", "3 Mill Close\n", "3 Mill Close x",
    "3 Mill Close (back)", "12 High Court", "12 Elm Court, Leeds", "Elm Road No. 7",
    "Elm Road # 7", "ELM Road 7", "Elm Road 7, Łódź", "12 RUE DE LA PAIX", "12 rue de la paix",
    "12 Rue d’Été", "12 rue De l'Église", "12 TER, AVENUE Foch", "rue de la Paix n° 12",
    "CALLE Mayor 12", "calle mayor 12", "C/Alcalá 45", "Carrera 7 No 45", "CRA. 7 # 45",
    "avenida 3a # 4", "VIA Garibaldi 12", "via Garibaldi 12", "Via Garibaldi 12",
    "PIAZZA Dante 3", "HAUPTSTRASSE 12", "Hauptstrasse 12", "Hauptstraße 12.", "Ödweg 3",
    "ödweg 3", "Am Platz 3", "Alter Platz 3", "UL. Długa 12", "ul.Długa 12", "УЛ. Ленина, Д. 5",
    "ул. ленина 5", "вулиця Шевченка 5", "شارع الحرية رقم ١٢", "زنقة الحرية ١٢،",
    "BAĞDAT Caddesi No: 12", "Bağdat Sokağı No 12", "jalan Sudirman 5", "Jl. Sudirman No.5",
    "南京路 12 號", "南路12号", "京12号", "p.o. box 12", "P.O.BOX: 12", "PO BOX A123",
    "Apartado de Correos 45", "CASILLA 12", "boîte postale: 7", "BOITE POSTALE 7",
    "Private Bag X12", "B.P.12", "bp 12", "BP 2014", "BP 12%", "BP 12 %", "S.L.P 12345",
    "SLP 123", "a" * 3000 + "@", "1 " * 1500, "Elm " * 500 + "Road 1", "\x00@\x00",
    "\u202e@example.org", "a\u200b@example.org", "",
)  # fmt: skip
WRAPS = (
    "{}", "x{}", "{}x", " {}.", "“{}”", "木{}木", "é {}\u0301", "({})\n", "1{}", "{}1", "**{}**",
    "/{}/",
)  # fmt: skip
PIECES = (
    "0", "6", "12", "1961", "٣", "𝟛", "+", "(", ")", "-", ".", "/", ",", " ", "\n", "@", "#",
    "'", "born ", "née à ", " le ", "at", " AT ", " dot ", "org", "Elm", " Road", "rue ", "de ",
    "La", "Via ", "No. ", "ul. ", "路", "号", "شارع ", "tel. ", "BP", "é", "İ", "ſ", "\u0301",
    "👩🏾‍🌾", "March ", "https://", "x.example",
)  # fmt: skip


@cache
def texts() -> tuple[str, ...]:
    """What is known by class, each in several surroundings, and pieces put together at random."""
    known = (*EMAILS, *PHONES, *BIRTHS, *STREETS, *HARMLESS, *HOSTILE)
    chance = random.Random(7)  # noqa: S311  # no secret hangs on it
    wrapped = [chance.choice(WRAPS).format(text) for text in known for _ in range(2)]
    mixed = ["".join(chance.choices(PIECES, k=chance.randint(3, 14))) for _ in range(3000)]
    return tuple(dict.fromkeys([*known, *wrapped, *mixed]))


def test_the_table_is_large_and_has_finds_of_every_kind() -> None:
    codes = [code for text in texts() for code, _ in found_in(text)]
    assert len(HOSTILE) + len(STREETS) + len(BIRTHS) + len(PHONES) + len(EMAILS) >= 300
    assert all(codes.count(code) > 100 for code in ("P060", "P061", "P062", "P063"))
    assert sum(not [*found_in(text)] for text in texts()) > 1000


def test_the_same_is_found_at_the_same_places() -> None:
    found = run_module(MODULE, {"data": form()["private"], "texts": texts()})
    expected = [[list(each) for each in found_in(text)] for text in texts()]
    apart = [
        (text, here, there)
        for text, here, there in zip(texts(), found, expected, strict=True)
        if here != there
    ]
    assert apart == []
