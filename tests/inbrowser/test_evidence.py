"""Claims with nothing to check are the same in the browser as in Python."""

from __future__ import annotations

import random
from typing import Any

import pytest

from sitegen.inbrowser.rules import EVIDENCE as RULES
from sitegen.matching.evidence import can_be_checked, unproven
from sitegen.models.profile import SkillClaim
from tests.factories import profile
from tests.inbrowser.varied import EVIDENCE, SKILLS
from tests.scripts import node, run_module

PEOPLE = 400
# One in ten of the words makes a page German, the first has fewer than that.
GERMAN = ("Aus Erfahrung in Kassel.", "Erfahrung mit Führung auf höchstem Niveau.")
PRAISE = "Renowned for it in the field."
TEXTS = (
    *EVIDENCE, "", "I did.", "We met at I'd say", "then: We led", "then… We led", "then, We led",
    "in ② places", "x²", "zwölf Dörfer", "over twenty", "tWenty", "ǅungla led it", "then ǅungla",
    "an Élan of ours", "१२ गाँव", "गाँव का काम", "  Led   it  Ada ", "ends with Ada's",
)  # fmt: skip
MODULE = """
import { canBeChecked, unproven } from "./js/match/evidence.js";
export default ({ evidence, texts, people }) => {
  const words = ["numbers", "praise", "german"].map((name) => [name, new Set(evidence[name])]);
  const rules = { evidence: { ...evidence, ...Object.fromEntries(words) } };
  return {
    texts: texts.map((text) => canBeChecked(text, rules.evidence)),
    unproven: people.map(({ claims, confirmed }) =>
      [...unproven(claims, (skill) => confirmed.includes(skill), rules)].sort(),
    ),
  };
};
"""
pytestmark = pytest.mark.skipif(node() is None, reason="no Node here")


def people() -> list[dict[str, Any]]:
    chosen = random.Random(11)  # noqa: S311  # no secret hangs on it
    found = []
    for _ in range(PEOPLE):
        skills = chosen.sample(SKILLS, chosen.randint(3, 12))
        told = [
            {
                "skill": skill,
                "level": chosen.choice((2, 3, 3, 4)),
                "evidence": chosen.choice((*EVIDENCE[1:3], EVIDENCE[0], *GERMAN, PRAISE)),
            }
            for skill in skills
        ]
        found.append({"claims": told, "confirmed": skills[: chosen.choice((0, 0, 1, 2))]})
    return found


def test_what_can_be_checked_and_who_writes_phrases() -> None:
    found = people()
    data = {"evidence": RULES, "texts": TEXTS, "people": found}
    answer = run_module(MODULE, data)
    assert dict(zip(TEXTS, answer["texts"], strict=True)) == {t: can_be_checked(t) for t in TEXTS}
    assert set(answer["texts"]) == {True, False}
    expected = []
    for one in found:
        claims = tuple(SkillClaim.model_construct(again=True, **claim) for claim in one["claims"])
        person = profile().model_copy(update={"skills": claims})
        expected.append(sorted(unproven(person, frozenset(one["confirmed"]))))
    assert answer["unproven"] == expected
    assert {bool(skills) for skills in expected} == {True, False}


def test_the_name_of_a_university_makes_no_page_german() -> None:
    told = ("Fellow, MIT D-Lab", "Lecturer at MIT Sloan", "Advisor to MIT Solve in Boston")
    claims: list[dict[str, Any]] = [
        {"skill": skill, "level": 3, "evidence": text}
        for skill, text in zip(SKILLS, told, strict=False)
    ]
    data = {"evidence": RULES, "texts": [], "people": [{"claims": claims, "confirmed": []}]}
    assert run_module(MODULE, data)["unproven"] == [[]]
    models = tuple(SkillClaim.model_construct(again=True, **claim) for claim in claims)
    assert not unproven(profile().model_copy(update={"skills": models}), frozenset())
