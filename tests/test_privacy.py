"""What is private is found; what only looks like it passes."""

from __future__ import annotations

import pytest

from sitegen.errors import Place
from sitegen.frontmatter import read_markdown
from sitegen.privacy import found_in, private_problems

EMAILS = (
    "write to amina@example.org",
    "amina.diallo+work@mail.example.co.uk",
    "amina @ example.org",
    "amina(at)example.org",
    "amina [at] example [dot] org",
    "amina at example dot org",
    "https://amina@example.org/inbox",
    "mailto:amina@example.org",
    "كتبوا إلى amina@example.org",
    "münchen@bücher.example",
)
PHONES = (
    "+212 612 345 678",
    "+212612345678",
    "+44 (0)20 7946 0958",
    "+254 712 345 678 any time",
    "00212 6 12 34 56 78",
    "0033612345678",
    "06 12 34 56 78",
    "0612345678",
    "020 7946 0958",
    "(0)20 7946 0958",
    "0171/1234567",
    "(212) 555-0123",
    "212-555-0123",
    "tel. 555 1234 567",
    "WhatsApp: 771234567",
    "call me on 555 1234",
    "https://wa.me/212612345678",
    "+٢١٢ ٦١٢ ٣٤٥ ٦٧٨",
)
BIRTHS = (
    "I was born on 12 March 1961",
    "born 12.3.1961 in Rabat",
    "Amina, born on March 12, 1961",
    "born on the 12th of March 1961",
    "Date of birth: 1961-03-12",
    "DOB 12/03/1961",
    "my birthday is 12 March 1961",
    "née le 3 mars 1961",
    "nacida el 3 de marzo de 1961",
    "geboren am 3. März 1961",
)
HARMLESS = (
    "1998–2014",
    "1998-2014",
    "from 01.03.2014 to 30.06.2019",
    "09-10-2026",
    "2026-10-12",
    "90,000 members",
    "90 000 000 people",
    "+12 000 000 euros in ten years",
    "+40% in 2014",
    "+1,200,000",
    "4 + 5",
    "00:30 and 08:00-17:00",
    "open 08.00-17.00",
    "0.0612345678",
    "ISBN 978-3-16-148410-0",
    "978 0 306 40615 7",
    "9780306406157",
    "ISBN 0-306-40615-2",
    "https://orcid.example/0000-0002-1825-0097",
    "0000-0002-1825-0097",
    "https://video.example/watch/0612345678",
    "https://medium.example/@amina",
    "@amina@social.example",
    "@ the market",
    "mangoes@2.50 a kilo",
    "we looked at polka dot fabrics",
    "mobile 2014-2019",
    "phone banking for 1 200 000 people",
    "a WhatsApp group of 300 villages, 12 districts",
    "007 films and 0 regrets",
    "convention 169 of 1989",
    "C++ 2011",
    "born in 1961",
    "born in a village of 300",
    "Our cooperative was born on 12 May 1994",
    "the federation that they were, born 3 times in 2014",
    "stillborn 2014-01-01 plans",
    "EUR 450-650 a day, 8 days",
)


def codes(text: str) -> list[str]:
    return [code for code, _ in found_in(text)]


@pytest.mark.parametrize("text", EMAILS)
def test_an_email_address_is_found(text: str) -> None:
    assert codes(text) == ["P060"]


@pytest.mark.parametrize("text", PHONES)
def test_a_phone_number_is_found(text: str) -> None:
    assert codes(text) == ["P061"]


@pytest.mark.parametrize("text", BIRTHS)
def test_a_date_of_birth_is_found(text: str) -> None:
    assert codes(text) == ["P062"]


@pytest.mark.parametrize("text", HARMLESS)
def test_what_only_looks_private_passes(text: str) -> None:
    assert codes(text) == []


def test_the_offset_leads_to_what_was_found() -> None:
    text = "Write to amina@example.org or call +212 612 345 678."
    found = list(found_in(text))
    assert found == [("P060", text.index("amina")), ("P061", text.index("+212"))]


def test_names_of_fields_and_the_text_below_are_searched_too() -> None:
    source = read_markdown(
        "a.md",
        b"---\nskills:\n  - {evidence: call 0612345678}\nbob@example.org: x\n---\n"
        b"Hello\n  +212 612 345 678\n",
        1024,
    )
    assert [(p.code, p.place, p.params["field"]) for p in private_problems(source)] == [
        ("P060", Place(4, 18), "bob@example.org"),
        ("P061", Place(3, 16), "evidence"),
        ("P061", Place(7, 3), "the text"),
    ]


@pytest.mark.parametrize("unit", ["a", "1", "0 ", "+1 ", "a.", "@", "a@", "a@a.", "(0)", "born "])
def test_no_text_takes_long(unit: str) -> None:
    # 64 kB of it; an expression that tries every start again would take minutes.
    assert len(list(found_in(unit * (65_536 // len(unit))))) < 65_536
