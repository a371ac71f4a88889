"""From what somebody typed to the documents that answer it."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any

import pytest

from sitegen.search.words import words
from tests.search.answering import answers
from tests.search.parity import said

PEOPLE = {
    "renee": said(
        name=["Renée Walters"],
        headline=["Founder of a water trust"],
        evidence=["Wrote the exit plan for a water utility, and it held."],
        places=["Nakuru", "Kenya"],
    ),
    "sara": said(
        name=["Sara Strasser", "سارة المثال"],
        headline=["Wasser für die Straße"],
        skills=["C++", "Water governance"],
        body=["清洁能源政策。By email."],
    ),
    "may": said(
        name=["May Will"],
        headline=["Cooperatives in mining"],
        words=["The plan was an exit.", "They will say exit", "plan nothing"],
        places=["Kenya", "Ghana"],
    ),
    "zed": said("dormant", name=["Zed Water"], headline=["Mines and mining towns"]),
    "supply": said(
        "assignment",
        headline=["Water supply in Ghana"],
        body=["Somebody who knows C# and answers e-mail"],
    ),
}
SLUGS = list(PEOPLE)

# What is typed: who answers it, the best first, and what else the answer says.
ANSWERS: Mapping[str, tuple[str, str, Mapping[str, Any]]] = {
    "without accents": ("renee", "renee", {}),
    "Arabic": ("سارة", "sara", {}),
    "Han within a run": ("能源", "sara", {}),
    "the last character of a run": ("策", "sara", {}),
    "ss for ß": ("strasse", "sara", {}),
    "programming language": ("C++", "sara", {}),
    "another": ("C#", "supply", {}),
    "half a word": ("coopera", "may", {"words": ["coopera*"]}),
    "other endings": ("mines ", "may zed", {}),
    "the best stands first": ("water ", "renee supply zed sara", {}),
    "all words": ("water kenya", "renee", {"some": "supply may zed sara"}),
    "a must is in some as well": ("+kenya water", "renee", {"some": "may"}),
    "unwanted": ("water -kenya ", "supply zed sara", {}),
    "unwanted by its stem": ("kenya -mine ", "renee", {}),
    "only unwanted, in the order of the list": ("-kenya", "sara zed supply", {"words": []}),
    "unwanted phrase": ('kenya -"exit plan"', "may", {}),
    "only an unwanted phrase": ('-"exit plan"', "sara may zed supply", {}),
    "phrase": ('"exit plan"', "renee", {"words": ["exit plan"]}),
    "phrase across Han": ('"能源政策"', "sara", {}),
    "phrase of a name": ('"renee walters"', "renee", {}),
    "phrase with words of every text": ('"plan was an exit"', "may", {}),
    "phrase of nothing else": ('"was an"', "may", {}),
    "phrase in a field": ('headline:"exit plan"', "", {}),
    "phrase and word": ('"exit plan" ghana', "", {"some": "renee"}),
    "words of every text are left out": ("the mine of ", "may zed", {"common": "the of"}),
    "where there are no others": ("will ", "may", {"only-common": "will"}),
    "a name may be one": ("name:may ", "may", {}),
    "field": ("name:water ", "zed", {}),
    "the same word in a field and anywhere": ("name:water water ", "zed", {}),
    "a word typed twice, once as a must": ("+kenya ghana kenya ", "may", {"some": "renee"}),
    "field of the page's texts": ("text:exit ", "may renee", {}),
    "weight": ("ghana^9 water ", "supply", {"some": "may renee zed sara"}),
    "hyphen or not": ("e-mail ", "supply sara", {}),
    "no hyphen": ("co-operative ", "may", {}),
    "possessive": ("Kenya's ", "renee may", {}),
    "one slip": ("watter ", "renee supply zed sara", {"instead": "water "}),
    "two slips in a long word": ("coperatves", "may", {"instead": "cooperatives"}),
    "the rest stays as it was": (
        '+Watter -mining "exit  plan" kenya',
        "renee",
        {"instead": '+water -mining "exit  plan" kenya'},
    ),
    "two words with slips": ("watter govrnance ", "sara", {"instead": "water governance "}),
    "each time it is typed": ("gverned GVERNED ", "sara", {"instead": None, "near": ["gverned"]}),
    "a word that is there is no slip": ("plan minning ", "may", {"instead": "plan mining "}),
    "nor one that only another field has": ("name:supply ", "", {"instead": None}),
    "nor one that only unwanted documents have": ("supply -ghana ", "", {"instead": None}),
    "numbers have no slips": ("20266 ", "", {"instead": None}),
    "nor have phrases": ('"watter utility"', "", {"instead": None}),
    "nor what is asked for with differences": ("gverns~1 ", "sara", {"instead": None}),
    "a stem with a slip": ("gvernes ", "sara", {"near": ["gvernes"], "instead": None}),
    "nothing is near": ("zzzzzz ", "", {"near": [], "instead": None}),
    "no words": ("+++ ", "", {"nothing": None}),
}  # fmt: skip


def slugs(docs: list[int]) -> str:
    return " ".join(SLUGS[doc] for doc in docs)


@pytest.fixture(scope="module")
def found() -> dict[str, Any]:
    all_found = answers(PEOPLE.values(), [text for text, _, _ in ANSWERS.values()])
    return dict(zip(ANSWERS, all_found, strict=True))


@pytest.mark.parametrize("case", ANSWERS)
def test_a_text_finds(case: str, found: dict[str, Any]) -> None:
    _, docs, more = ANSWERS[case]
    answer = found[case]
    notes = {note["code"]: " ".join(note["words"]) if "words" in note else None
             for note in answer["notes"]}  # fmt: skip
    told = {**answer, **notes, "some": slugs(answer["some"])}
    assert slugs(answer["docs"]) == docs
    assert {key: told[key] for key in more} == more
    assert answer["instead"] == more.get("instead")


def test_what_may_still_be_typed_is_not_said_to_be_looked_for_in_names_only() -> None:
    (found,) = answers(PEOPLE.values(), ["will"])
    assert found["notes"] == []


def test_what_is_asked_for_exactly_is_not_corrected() -> None:
    asked = [("watter kenya ", {"exact": True}), ("wills ", {"exact": True})]
    exact, name = answers(PEOPLE.values(), asked)
    assert (exact["docs"], slugs(exact["some"])) == ([], "renee may")
    assert (exact["instead"], exact["near"]) == (None, [])
    assert name["docs"] == []  # Names have no other endings.


def test_the_words_of_fields_can_be_those_of_the_page() -> None:
    (answer,) = answers(
        PEOPLE.values(), [("compétences:water ", {"names": {"compétences": "skills"}})]
    )
    assert slugs(answer["docs"]) == "sara"


def test_each_part_and_each_way_out_is_counted() -> None:
    answer, only = answers(PEOPLE.values(), ['ghana  +mining "exit plan" -sara ', "water "])
    assert only["without"] == []
    assert answer["docs"] == []
    assert [(part["word"], part["wanted"], slugs(part["docs"])) for part in answer["perWord"]] == [
        ("ghana", True, "may supply"),
        ("mining", True, "may zed"),
        ("exit plan", True, "renee"),
        ("sara", False, "sara"),
    ]
    assert [
        (way["word"], way["quotes"], way["text"], slugs(way["docs"])) for way in answer["without"]
    ] == [
        ("exit plan", False, "ghana +mining -sara", "may"),
        ("exit plan", True, "ghana +mining exit plan -sara", "may"),
    ]


def test_a_phrase_is_looked_for_among_some_of_the_words_where_that_is_asked() -> None:
    phrase = '"exit plan" kenya ghana'
    people = [*PEOPLE.values(), said(evidence=["An exit plan"], places=["Kenya", "Ghana"])]
    plain, some = answers(people, [phrase, (phrase, {"some": True})])
    assert plain["docs"] == some["docs"] == [5]
    assert (plain["some"], some["some"]) == ([], [0])


def test_a_phrase_is_read_for_in_as_many_documents_as_is_promised_and_that_is_said() -> None:
    people = [said(headline=["plan and exit"], body=["exit plan"]) for _ in range(230)]
    asked = ['"exit plan"', 'exit -"exit plan"', 'headline:"exit plan"']
    full, excluded, elsewhere = answers(people, asked)
    assert full["docs"] == list(range(200))
    assert full["notes"] == [{"code": "phrase", "read": 200, "of": 230}]
    assert excluded["docs"] == []
    assert excluded["notes"] == full["notes"]
    assert elsewhere["docs"] == []


def test_where_something_matched_is_told_without_what_is_unwanted() -> None:
    (answer,) = answers(PEOPLE.values(), ['water -"strasse kenya" governance'])
    assert slugs(answer["docs"]) == "sara"
    (matched,) = answer["matched"]
    assert {(each["field"], each["term"]) for each in matched} == {
        ("skills", "water"),
        ("skills", "governance"),
        ("skills", "govern"),
    }


def test_what_is_unwanted_leaves_the_order_alone() -> None:
    draw = random.Random(20261121)  # noqa: S311
    stock = ["water", "kenya", "exit", "plan", "dairy"]
    texts = [[" ".join(draw.choices(stock, k=5)) for _ in range(2)] for _ in range(60)]
    people = [said(headline=[one], body=[other]) for one, other in texts]
    plain, without = answers(people, ["water plan ", "water plan -headline:dairy "])
    dairy = {doc for doc, (headline, _) in enumerate(texts) if "dairy" in headline}
    assert without["docs"] == [doc for doc in plain["docs"] if doc not in dairy]
    assert 0 < len(without["docs"]) < len(plain["docs"])


def test_answers_keep_what_they_promise() -> None:
    """Laws, on drawn queries over drawn texts, held against the texts themselves."""
    draw = random.Random(20261117)  # noqa: S311
    stock = ["water", "kenya", "exit", "plan", "dairy", "credit", "union", "mail", "能源", "سارة"]
    texts = [[" ".join(draw.choices(stock, k=6)) for _ in range(2)] for _ in range(40)]
    people = [said(headline=[one], body=[other]) for one, other in texts]
    asked = [_drawn(draw, stock) for _ in range(150)]
    found = answers(people, [(" ".join(parts) + " ", {"some": True}) for parts in asked])
    held = [[words(text) for text in each] for each in texts]
    for parts, answer in zip(asked, found, strict=True):
        docs = [doc for doc in range(len(people)) if all(_has(held[doc], part) for part in parts)]
        assert sorted(answer["docs"]) == docs, parts
        wanted = [part for part in parts if part[0] != "-"]
        kept = [part for part in parts if part[0] in '+-"']
        counts = {doc: sum(_has(held[doc], part) for part in wanted) for doc in range(len(people))}
        some = [
            doc
            for doc, count in counts.items()
            if doc not in docs and count and all(_has(held[doc], part) for part in kept)
        ]
        assert sorted(answer["some"]) == some, parts
        ranked = [counts[doc] for doc in answer["some"]]
        assert ranked == sorted(ranked, reverse=True), parts


def _drawn(draw: random.Random, stock: list[str]) -> list[str]:
    plain = draw.sample(stock, k=draw.randrange(1, 4))
    signed = [draw.choice(["", "", "+", "-"]) + word for word in plain]
    phrase = [draw.choice(["", "-"]) + f'"{" ".join(draw.choices(stock, k=2))}"']
    return [*signed, *(phrase if draw.random() < 0.4 else [])]


def _has(texts: list[list[str]], part: str) -> bool:
    """Whether a document has what a part of a query asks for, or not what it does not want."""
    terms = words(part.strip('+-"'))
    found = any(
        text[start : start + len(terms)] == terms for text in texts for start in range(len(text))
    )
    return found != part.startswith("-")
