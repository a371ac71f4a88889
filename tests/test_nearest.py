"""What people write instead of the right value, and what they are told to write."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from sitegen import nearest
from sitegen.errors import Problem
from sitegen.frontmatter import read_markdown
from sitegen.read import MARKDOWN_LIMIT, read
from sitegen.validate import validate
from sitegen.vocabulary import Vocabulary
from tests.conftest import sample_directory

MINIMAL = Path(__file__).parent / "sites" / "minimal" / "content"
TOM = "profiles/tom-baker.md"
Case = tuple[str, str]


def ids(text: str) -> tuple[str, ...]:
    return tuple(text.split())


COUNTRIES: tuple[Case, ...] = (
    ("ma", "MA"),
    ("Maroc", "MA"),
    ("Morroco", "MA"),
    ("المغرب", "MA"),
    ("MAR", "MA"),
    ("Côte d'Ivoire", "CI"),
    ("Ivory Coast", "CI"),
    ("Deutschland", "DE"),
    ("Burma", "MM"),
    ("Swaziland", "SZ"),
    ("Congo", "CD CG"),
    ("DR Congo", "CD"),
    ("Congo-Brazzaville", "CG"),
    ("U.K.", "GB"),
    ("The Gambia", "GM"),
    ("Holland", "NL"),
    ("Czech Republic", "CZ"),
    ("Kenia", "KE"),
    ("Россия", "RU"),
    ("Paris", ""),
    ("Europe", ""),
    ("The Moon", ""),
)
LANGUAGES: tuple[Case, ...] = (
    ("FR", "fr"),
    ("français", "fr"),
    ("Portugese", "pt"),
    ("Castilian", "es"),
    ("Kiswahili", "sw"),
    ("Mandarin", "zh"),
    ("Farsi", "fa"),
    ("Darija", "ary"),
    ("Tamazight", "ber"),
    ("العربية", "ar"),
    ("English (UK)", "en"),
    ("UK", "en uk"),
    ("deu", "de"),
    ("en-us", "en-US"),
    ("Klingonese", ""),
    ("Sign language", ""),
)
CURRENCIES: tuple[Case, ...] = (
    ("€", "EUR"),
    ("CFA", "XOF XAF"),
    ("Naira", "NGN"),
    ("dirhams", "MAD AED"),
    ("Kenyan shilling", "KES"),
    ("US dollars", "USD"),
    ("USD $", "USD"),
    ("Peso", "MXN COP PHP"),
    ("Swiss franc", "CHF"),
    ("goats", ""),
)
ZONES: tuple[Case, ...] = (
    ("GMT+1", "Africa/Lagos Europe/Paris"),
    ("UTC+05:30", "Asia/Kolkata"),
    ("Paris", "Europe/Paris"),
    ("New Delhi", "Asia/Kolkata"),
    ("Africa/Rabat", "Africa/Casablanca"),
    ("Africa/Nairobbi", "Africa/Nairobi"),
    ("Maroc", "Africa/Casablanca"),
    ("EAT", "Africa/Nairobi"),
    ("São Paulo", "America/Sao_Paulo"),
    ("Brazil", ""),
    ("my time", ""),
)
DAYS: tuple[Case, ...] = (
    ("03/04/2027", "2027-04-03 2027-03-04"),
    ("25.12.2026", "2026-12-25"),
    ("12/10/26", "2026-10-12 2026-12-10"),
    ("12/31/2026", "2026-12-31"),
    ("2026/10/12", "2026-10-12"),
    ("2026–10–12", "2026-10-12"),
    ("2026-31-12", "2026-12-31"),
    ("20261012", "2026-10-12"),
    ("2026年10月12日", "2026-10-12"),
    ("٢٠٢٦-١٠-١٢", "2026-10-12"),
    ("12 août 2026", "2026-08-12"),
    ("3 de enero de 2026", "2026-01-03"),
    ("15 juin 2026", "2026-06-15"),
    ("October 12, 2026", "2026-10-12"),
    ("31.02.2026", ""),
    ("October 2026", ""),
    ("20 000 000", ""),
    ("soon", ""),
)
YES_NO: tuple[Case, ...] = (
    ("Yes", "yes"),
    ("NO", "no"),
    ("True", "yes"),
    ("on", "yes"),
    ("oui", "yes"),
    ("Sí", "yes"),
    ("nein", "no"),
    ("نعم", "yes"),
    ("perhaps", ""),
)
ADDRESSES: tuple[Case, ...] = (
    ("www.example.org", "https://www.example.org"),
    ("http//example.org", "https://example.org"),
    ("htps://example.org/a", "https://example.org/a"),
    ("https: //example.org", "https://example.org"),
    ("<https://example.org>", "https://example.org"),
    ("[our site](https://example.org)", "https://example.org"),
    ("our website", ""),
    ("@amina", ""),
)
SLUGS: tuple[Case, ...] = (
    ("Amina Diallo", "amina-diallo"),
    ("Łukasz Żółć", "lukasz-zolc"),
    ("木村", ""),
)
TABLES: tuple[tuple[str, Callable[[str], Sequence[str]], tuple[Case, ...]], ...] = (
    ("country", nearest.country, COUNTRIES),
    ("language", nearest.language, LANGUAGES),
    ("currency", nearest.currency, CURRENCIES),
    ("time zone", nearest.time_zone, ZONES),
    ("day", nearest.days, DAYS),
    ("yes or no", nearest.yes_or_no, YES_NO),
    ("web address", nearest.web_address, ADDRESSES),
    ("slug", nearest.slug, SLUGS),
)


@pytest.mark.parametrize(
    ("near", "written", "meant"),
    [
        pytest.param(near, written, meant, id=f"{name}: {written}")
        for name, near, cases in TABLES
        for written, meant in cases
    ],
)
def test_the_nearest_right_value_is_found(
    near: Callable[[str], Sequence[str]], written: str, meant: str
) -> None:
    assert tuple(near(written)) == ids(meant)


@cache
def vocabulary() -> Vocabulary:
    return sample_directory().vocabulary


@pytest.mark.parametrize(
    ("kind", "written", "meant"),
    [
        ("skill", "succesion planning", "succession-planning"),
        ("skill", "plaidoyer", "policy-advocacy"),
        ("skill", "sucesión", "succession-planning"),
        ("skill", "stepping down", "founder-exit"),
        ("skill", "board developement", "board-development"),
        ("sector", "farming", "agriculture"),
        ("sector", "helth", "health"),
        ("sector", "santé", "health"),
        ("sector", "women", "gender-equality"),
        ("sector", "eau", "water-and-sanitation"),
        ("silo", "ONG", "ngo"),
        ("silo", "gouvernement", "public"),
        ("topic", "burn-out", "burnout"),
        ("topic", "argent", "money"),
        ("kind", "board member", "board"),
        ("passage", "retired", "retiring"),
        ("region", "Afrique de l'Ouest", "west-africa"),
        ("region", "LATAM", "latin-america"),
    ],
)
def test_a_term_is_found_through_spelling_and_aliases(kind: str, written: str, meant: str) -> None:
    assert vocabulary().suggest(kind, written)[0] == meant


@pytest.mark.parametrize(
    "written", ["Governance", "gouvernance", "Corporate governance and board effectiveness"]
)
def test_a_family_written_as_a_skill_suggests_its_skills(written: str) -> None:
    skills = vocabulary().skills_by_family["governance"][:3]
    assert vocabulary().suggest("skill", written) == tuple(skill.id for skill in skills)


@pytest.mark.parametrize(
    ("kind", "written"),
    [("skill", "levée de fonds à la lune"), ("sector", "astrology"), ("passage", "moved abroad")],
)
def test_nothing_is_suggested_where_nothing_is_near(kind: str, written: str) -> None:
    assert vocabulary().suggest(kind, written) == ()


def found_in_a_profile(old: str, new: str) -> list[Problem]:
    """The problems of the minimal site with one edit of a profile."""
    sources = read(MINIMAL)
    text = (MINIMAL / TOM).read_text("utf-8")
    assert old in text
    raw = text.replace(old, new, 1).encode()
    changed = read_markdown(f"content/{TOM}", raw, MARKDOWN_LIMIT)
    profiles = {**sources.collections["profiles"], "tom-baker": changed}
    return validate(replace(sources, collections={**sources.collections, "profiles": profiles}))[1]


@pytest.mark.parametrize(
    ("field", "code", "told"),
    [
        ("e-mail", "P064", ""),
        ("Téléphone", "P064", ""),
        ("date de naissance", "P064", ""),
        ("location", "P010", "based_in"),
        ("country", "P019", "based_in: {country: x}"),
        ("pays", "P019", "based_in: {country: x}"),
        ("ville", "P019", "based_in: {city: x}"),
        ("bio", "P019", "below the second `---`"),
        ("title", "P010", "headline"),
        ("lang", "P010", "languages"),
        ("langues", "P010", "languages"),
        ("Sprachen", "P010", "languages"),
        ("rate", "P019", "engagement: {day_rate: {min: 450, max: 650, currency: EUR}}"),
        ("experience", "P010", "ventures"),
        ("available", "P010", "availability"),
        ("disponibilité", "P010", "availability"),
        ("nom", "P010", "name"),
        ("Name", "P010", "name"),
        ("compétences", "P010", "skills"),
        ("habilidades", "P010", "skills"),
        ("website", "P010", "links"),
        ("hobbies", "P010", ""),
    ],
)
def test_a_field_by_another_name_is_known(field: str, code: str, told: str) -> None:
    (problem,) = found_in_a_profile("sectors:", f"{field}: x\nsectors:")
    params = problem.params
    assert problem.code == code
    assert params.get("suggestion" if code == "P010" else "example", "") == told


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("[health]", "health and dairy", "sectors: [health, dairy]"),
        ("[health]", "[health; farming]", "health, agriculture"),
        ("{en: native}", "English, French", "languages: {en: …, fr: …}"),
        ("{en: native}", "[{en: native}, {fr: B1}]", "languages: {en: native, fr: B1}"),
        ("[health]", "Milk and healthcare", "sectors: [dairy, health]"),
        (
            "{skill: public-hearings, level: 2}",
            "Public hearings",
            "{skill: public-hearings, level: …}",
        ),
        ("{region: western-europe}", "Leeds, UK", "based_in: {country: GB, city: Leeds}"),
        ("{region: western-europe}", "Maroc", "based_in: {country: MA}"),
        ("{status: limited}", "limited", "availability: {status: limited}"),
        (
            "{skill: public-hearings, level: 2}",
            "public-hearings: 2",
            "{skill: public-hearings, level: 2}",
        ),
        (
            "{skill: public-hearings, level: 2}",
            "public-hearings",
            "{skill: public-hearings, level: …}",
        ),
    ],
)
def test_a_value_of_the_wrong_shape_is_put_into_the_right_one(
    old: str, new: str, told: str
) -> None:
    (problem,) = found_in_a_profile(old, new)
    assert problem.params["suggestion"] == told


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("{en: native}", "{en: mother tongue}", "native"),
        ("{en: native}", "{en: courant}", "C2` or `C1"),
        ("{status: limited}", "{status: available}", "open"),
        ("{status: limited}", "{status: Not available}", "paused"),
        ("{status: limited}", "{status: lmited}", "limited"),
    ],
)
def test_what_people_say_leads_to_the_word_of_a_closed_list(old: str, new: str, told: str) -> None:
    (problem,) = found_in_a_profile(old, new)
    assert (problem.code, problem.params["suggestion"]) == ("P028", told)


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("day_rate", "300 EUR", ("day_rate: {min: 300, currency: EUR}",)),
        ("day_rate", "300-1,400 euros", ("day_rate: {min: 300, max: 1400, currency: EUR}",)),
        ("budget", "€ 600 per day", ("budget: {max_day_rate: 600, currency: EUR}",)),
        ("budget", "600 a day", ()),
        ("budget", "EUR", ()),
        ("day_rate", "300 dirhams", ()),
    ],
)
def test_money_in_words_is_put_into_its_group(field: str, value: str, told: Sequence[str]) -> None:
    assert nearest.paid(field, value) == told


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("@amina", "amina"),
        ("https://github.com/amina-d/", "amina-d"),
        ("github.com/amina", "amina"),
        ("Amina Diallo", ""),
    ],
)
def test_an_account_is_named_and_nothing_else(written: str, told: str) -> None:
    (problem,) = found_in_a_profile("sectors:", f'github: "{written}"\nsectors:')
    assert (problem.code, problem.params.get("suggestion", "")) == ("P016", told)


def test_one_link_is_put_into_the_list_of_links() -> None:
    (problem,) = found_in_a_profile("sectors:", "linkedin: www.example.org/in/x\nsectors:")
    told = 'links: [{label: linkedin, url: "https://www.example.org/in/x"}]'
    assert (problem.code, problem.params["suggestion"]) == ("P010", told)


def test_a_text_with_commas_is_put_between_quotes() -> None:
    told = nearest.entry_of(["name", "role"], 'Weavers, "the" founder')
    assert told == ('{name: "Weavers, \\"the\\" founder", role: …}',)


def test_a_suggestion_cannot_steer_a_terminal() -> None:
    (problem,) = found_in_a_profile("[health]", '"health, a\\e[31mb"')
    assert "\x1b" not in problem.params["suggestion"]
