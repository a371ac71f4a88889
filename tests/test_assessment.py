"""What the guided self-assessment is made of, away from its page: the pure modules."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from sitegen.directory import Directory
from sitegen.prose import TAKEN_BACK, Phrases, sentences, without_marks
from sitegen.terms import fold_words
from tests.factories import directory, profile, vocabulary
from tests.scripts import run_module
from tests.test_skill_words import data

TOLD = """
import { sentences } from "./js/build/phrases.js";
import { Skills } from "./js/build/skills.js";
export default ({ skills, words, texts }) => {
  const all = new Skills(skills);
  all.add(words);
  return texts.map((text) => {
    const written = sentences(text);
    return [written, all.told(written).map(({ skill, sentence }) => [skill, sentence])];
  });
};
"""


def told_in_python(texts: Sequence[str]) -> list[Any]:
    """Sentences of each text, and skill and sentence of what is told, by `sitegen.prose`."""
    phrases = Phrases(vocabulary())
    person = directory({"ada": profile()}).people["ada"].profile
    found = []
    for text in texts:
        written = [one for one in sentences(person, text) if one.where == "text"]
        folded = [fold_words(one.text).split() for one in written]
        told = phrases.told(written, folded)
        found.append([[one.text for one in written], [[s, one.text] for s, one in told.items()]])
    return found


def told_in_script(texts: Sequence[str]) -> Any:
    return run_module(TOLD, {"skills": data("skills"), "words": data("words"), "texts": [*texts]})


def test_the_samples_own_texts_tell_the_same_skills_in_both(sample: Directory) -> None:
    texts = [without_marks(person.body) for person in sample.people.values()]
    expected = told_in_python(texts)
    assert sum(len(told) for _, told in expected) == 3
    assert told_in_script(texts) == expected


def test_texts_of_any_making_tell_the_same_skills_in_both() -> None:
    chosen = random.Random(20261126)  # noqa: S311  # no secret hangs on it
    names = [skill.label for skill in vocabulary().skills.values()]
    names += [
        name for skill in vocabulary().skills.values() for names in skill.aliases.values()
        for name in names
    ]  # fmt: skip
    fillers = [*TAKEN_BACK, "We", "led", "the", "Straße", "l’eau", "12", "wa-ter", "“so”", "ﬁnal"]
    ends = [". ", "! ", "? ", "… ", ".” ", '." ', "\n\n", ", ", " ", "; ", ".\n", ".’) "]

    def text() -> str:
        parts = []
        for _ in range(chosen.randint(1, 14)):
            word = chosen.choice(names if chosen.random() < 0.4 else fillers)
            word = word.upper() if chosen.random() < 0.2 else word
            parts.append(word + chosen.choice(ends if chosen.random() < 0.5 else [" "]))
        return "".join(parts)

    texts = [text() for _ in range(400)]
    # Marks are Markdown's: a story has none, and the page takes none away.
    texts = [one for one in texts if without_marks(one) == one]
    expected = told_in_python(texts)
    assert sum(len(told) for _, told in expected) > 200
    assert told_in_script(texts) == expected


STORIES: Mapping[str, tuple[str, list[str]]] = {
    "label": ("I did the succession planning.", ["succession-planning"]),
    "alias": ("Then co-op governance: ours.", ["cooperative-governance"]),
    "no accents": ("La Gouvernance COOPERATIVE.", ["cooperative-governance"]),
    "Spanish": ("La gobernanza cooperativa.", ["cooperative-governance"]),
    "never": ("I never did succession planning.", []),
    "next sentence": ("Succession planning? Not me.", ["succession-planning"]),
    "a wish": ("I want to learn succession planning.", []),
    "over two sentences": ("We had succession. Planning came later.", []),
    "hyphen": ("Bankruptcies and succession-planning!", ["succession-planning"]),
}


def test_a_story_names_a_skill_or_does_not() -> None:
    texts = [story for story, _ in STORIES.values()]
    found = told_in_script(texts)
    assert found == told_in_python(texts)
    named = [[skill for skill, _ in told] for _, told in found]
    expected = {name: skills for name, (_, skills) in STORIES.items()}
    assert dict(zip(STORIES, named, strict=True)) == expected


PARTED = """
import { Phrases, foldedWords, parted } from "./js/build/phrases.js";
export default ({ name, sentence }) => {
  const rule = { takenBack: ["never"], longWord: 10 };
  const phrases = new Phrases([{ id: "x", names: [foldedWords(name)] }], rule);
  const [{ places }] = phrases.told([sentence]);
  return parted(sentence, places);
};
"""


@pytest.mark.parametrize(
    ("name", "sentence", "parts"),
    [
        pytest.param(
            "l'eau",
            "Sur l’Eau, oui.",
            [["Sur ", False], ["l’Eau", True], [", oui.", False]],
            id="in",
        ),
        pytest.param("big straße", "Big STRASSE", [["Big STRASSE", True]], id="all of it"),
        pytest.param(
            "cafe\u0301 bar", "Café bar!", [["Café bar", True], ["!", False]], id="accents"
        ),
        # Folding parts this word at its vowels: nothing is marked rather than something else.
        pytest.param("जल प्रबंधन", "जल प्रबंधन", [["जल प्रबंधन", False]], id="vowel signs"),
    ],
)
def test_the_words_that_name_it_are_marked_as_they_were_written(
    name: str, sentence: str, parts: list[Any]
) -> None:
    assert run_module(PARTED, {"name": name, "sentence": sentence}) == parts


def test_words_that_stand_apart_are_marked_apart() -> None:
    source = """
import { parted } from "./js/build/phrases.js";
export default ({ sentence, places }) => parted(sentence, places);
"""
    asked = {"sentence": "We handed over our boats, all of them.", "places": [1, 2, 4]}
    assert run_module(source, asked) == [
        ["We ", False], ["handed over", True], [" our ", False], ["boats", True],
        [", all of them.", False],
    ]  # fmt: skip


NEARLY = """
import { sentences } from "./js/build/phrases.js";
import { Skills } from "./js/build/skills.js";
export default ({ skills, words, texts }) => {
  const all = new Skills(skills);
  all.add(words);
  return texts.map((text) => all.nearlyTold(sentences(text)));
};
"""


def nearly_told(texts: Sequence[str]) -> Any:
    asked = {"skills": data("skills"), "words": data("words"), "texts": [*texts]}
    return run_module(NEARLY, asked)


@pytest.mark.parametrize(
    ("story", "skill"),
    [
        pytest.param(
            "We handed the water points to committees of users.",
            "water-user-committees",
            id="plain",
        ),
        pytest.param("I led the merger of two organisations.", "merging-organisations", id="forms"),
    ],
)
def test_a_story_may_be_about_a_skill_that_it_does_not_name(story: str, skill: str) -> None:
    ((first, *others),) = nearly_told([story])
    assert skill in [one["skill"] for one in (first, *others)]
    assert first["sentence"] == story
    assert len(others) <= 5


def test_one_word_alone_is_chance() -> None:
    told = nearly_told(["I trained trainers.", "It was with what we had when they were there."])
    assert told == [[], []]


def test_evidence_finds_its_own_skill_more_often_than_not(sample: Directory) -> None:
    # What people write of a skill stands for a story that is told of it.
    people = [person.profile for person in sample.people.values()]
    texts = ["\n\n".join(one.evidence or "" for one in person.skills) for person in people]
    found = [{one["skill"] for one in each} for each in nearly_told(texts)]
    own = [{claim.skill for claim in person.skills} for person in people]
    assert max(len(shown) for shown in found) == 6
    hits = sum(bool(mine & shown) for mine, shown in zip(own, found, strict=True))
    assert hits >= 0.6 * len(people)


FIND = """
import { Skills } from "./js/build/skills.js";
export default ({ skills, words, query }) => {
  const all = new Skills(skills);
  all.add(words);
  return all.find(query).map(({ skill, also }) => [skill.id, also]);
};
"""


@pytest.mark.parametrize(
    ("query", "first"),
    [
        pytest.param("succession", ["succession-planning", ""], id="label"),
        pytest.param("gouvernance eau", ["water-governance", "gouvernance de l'eau"], id="French"),
        pytest.param("GOVERN wat", ["water-governance", ""], id="beginnings, any order"),
        pytest.param("борьба", ["anti-corruption", "борьба с коррупцией"], id="Russian"),
    ],
)
def test_a_skill_is_found_by_anybodys_words(query: str, first: list[str]) -> None:
    found = run_module(FIND, {"skills": data("skills"), "words": data("words"), "query": query})
    assert found[0] == first


def test_a_letter_finds_eight_and_not_all() -> None:
    found = run_module(FIND, {"skills": data("skills"), "words": data("words"), "query": "a"})
    assert len(found) == 8


def test_labels_stand_before_aliases_and_each_skill_once() -> None:
    skills = [
        {"id": "a", "label": "Old water", "family": "f", "aliases": ["water tower", "water"]},
        {"id": "b", "label": "Water", "family": "f", "aliases": []},
        {"id": "c", "label": "Fire", "family": "f", "aliases": ["no water"]},
    ]
    rule = {"takenBack": [], "longWord": 10, "common": [], "skills": skills}
    assert run_module(FIND, {"skills": rule, "words": {"c": ["waterfall"]}, "query": "water"}) == [
        ["b", ""], ["a", ""], ["c", "waterfall"],
    ]  # fmt: skip
    assert run_module(FIND, {"skills": rule, "words": {}, "query": " ., "}) == []


def claim(skill: str, level: int | str, evidence: str = "", **more: str) -> dict[str, str]:
    row = {"skill": skill, "level": str(level), "years": "", "again": "", "evidence": evidence}
    return row | more


NOTICES = """
import { notices } from "./js/build/notices.js";
export default ({ judged, words }) => judged.map((one) => notices(one, words));
"""
LEADING = {"leading": ["I led", " team of", "others"], "people": ["staff", " villages"]}
FIVE = [claim(name, 2) for name in "vwxyz"]


ASKED: Mapping[str, tuple[list[Any], list[list[str]]]] = {
    "nothing": ([], []),
    "all at the highest": ([claim(n, 4, "x") for n in "abc"], [["all-highest", "abc"]]),
    "two are not all": ([claim(n, 4, "x") for n in "ab"], []),
    "but one": ([*(claim(n, 4, "x") for n in "abc"), claim("d", 3, "x")], []),
    "tells of leading": (
        [claim("a", 2, "I LED nine"), claim("b", 1, "a team  of two"), claim("c", 2, "Alone.")],
        [["led-unclaimed", "ab"]],
    ),
    "a word and not its end": ([claim("a", 2, "I misled nobody")], []),
    "numbers of people": (
        [claim("a", 2, "Hired 34 young paid staff."), claim("b", 2, "one of 2 villages")],
        [["led-unclaimed", "ab"]],
    ),
    "other numbers": ([claim("a", 2, "1 staff, 12 pumps")], []),
    "something stands above": ([claim("a", 2, "I led it"), claim("b", 3, "x")], []),
    "no evidence": ([claim("a", 3), claim("b", 4, " "), claim("c", 2)], [["no-evidence", "ab"]]),
    "not again of few": ([claim("a", 2, again="no"), claim("b", 1)], [["not-again", "a"]]),
    "not again of many": ([*FIVE, claim("a", 2, again="no")], []),
}


def test_what_a_friend_would_ask() -> None:
    judged = [one for one, _ in ASKED.values()]
    found = run_module(NOTICES, {"judged": judged, "words": LEADING})
    made = [[[one["kind"], "".join(one["skills"])] for one in each] for each in found]
    expected = {name: notices for name, (_, notices) in ASKED.items()}
    assert dict(zip(ASKED, made, strict=True)) == expected


VOICES = """
import { byFamily, voices } from "./js/build/voices.js";
export default ({ judged, families, familyOf }) => {
  return voices(byFamily(judged, families, (skill) => familyOf[skill]));
};
"""


def test_four_worlds_name_each_family_once_at_its_highest_level() -> None:
    families = [
        {"id": id, "names": [{"who": who, "name": f"{id} {who}"} for who in ("A", "B")]}
        for id in ("gov", "end", "none")
    ]
    judged = [
        claim("a", 2, years="30"), claim("b", 3, years="4"), claim("c", 3, years="9"),
        claim("d", 4),
    ]  # fmt: skip
    family_of = {"a": "gov", "b": "gov", "c": "gov", "d": "end"}
    made = run_module(VOICES, {"judged": judged, "families": families, "familyOf": family_of})
    assert made[1] == {
        "who": "B",
        "levels": [
            {"level": "4", "names": [{"name": "end B", "years": ""}]},
            {"level": "3", "names": [{"name": "gov B", "years": "9"}]},
        ],
    }
    assert [voice["who"] for voice in made] == ["A", "B"]
    assert run_module(VOICES, {"judged": [], "families": families, "familyOf": {}}) == []


MIRROR = """
import { claims } from "./js/build/claims.js";
import { differences, mark, markedBy, mirrorOf } from "./js/build/mirror.js";
export default ({ tree, marked, by }) => {
  for (const [skill, level] of marked) mark(tree, skill, level);
  if (by) markedBy(tree, by);
  const found = mirrorOf(tree, claims(tree));
  return [found.by, Object.fromEntries(found.marks), differences(claims(tree), found.marks)];
};
"""


def tree(*rows: Mapping[str, str], **notes: Any) -> dict[str, Any]:
    fields = {"skills": [*rows]}
    return {"version": 1, "kind": "profile", "fields": fields, "body": "", "notes": notes}


def test_marks_lie_beside_claims_and_nothing_is_averaged() -> None:
    own = tree(claim("a", 2), claim("b", 3), claim("c", 4), claim("d", 1))
    marked = [["a", "3"], ["b", "3"], ["c", "1"], ["d", "2"], ["d", ""], ["gone", "4"]]
    assert run_module(MIRROR, {"tree": own, "marked": marked, "by": "Fatima"}) == [
        "Fatima",
        {"a": "3", "b": "3", "c": "1"},
        {"same": ["b"], "more": ["a"], "less": ["c"]},
    ]


@pytest.mark.parametrize("mirror", ["x", ["x"], {"by": ["x"], "marks": "4"}, {"marks": {"a": "9"}}])
def test_marks_of_any_shape_are_no_marks(mirror: Any) -> None:
    made = run_module(MIRROR, {"tree": tree(claim("a", 2), mirror=mirror), "marked": [], "by": ""})
    assert made == ["", {}, {"same": [], "more": [], "less": []}]


CLAIMS = """
import { choose, claims, putAside, say } from "./js/build/claims.js";
const doings = { choose, putAside, say };
export default ({ tree, does }) => {
  for (const [name, ...rest] of does) doings[name](tree, ...rest);
  return [tree.fields, claims(tree).map(({ skill, level }) => skill + level)];
};
"""


def test_what_was_said_of_a_skill_comes_back_with_it() -> None:
    does = [
        ["choose", "a"], ["choose", "b"], ["choose", "a"],
        ["say", "a", "evidence", "Nine."], ["say", "a", "level", "3"], ["say", "b", "years", "2"],
        ["say", "b", "years", ""], ["putAside", "a"], ["choose", "c"], ["choose", "a"],
    ]  # fmt: skip
    fields, ids = run_module(CLAIMS, {"tree": tree(), "does": does})
    assert ids == ["b", "c", "a3"]
    # In the order of a profile's fields, and only what is said.
    assert json.dumps(fields["skills"]) == json.dumps(
        [{"skill": "b"}, {"skill": "c"}, {"skill": "a", "level": "3", "evidence": "Nine."}]
    )


@pytest.mark.parametrize(
    ("skills", "ids"),
    [
        pytest.param("x", [], id="a text"),
        pytest.param({"a": "b"}, [], id="a table"),
        pytest.param(["a", ["b"], {"level": "3"}, {"skill": ["c"]}], [], id="rows of any shape"),
        pytest.param(
            [{"skill": "a", "level": "2"}, {"skill": "a", "level": "3"}], ["a2"], id="twice"
        ),
    ],
)
def test_claims_of_any_shape_are_read(skills: Any, ids: list[str]) -> None:
    assert (
        run_module(CLAIMS, {"tree": tree() | {"fields": {"skills": skills}}, "does": []})[1] == ids
    )


ROUTE = """
import { goingOn, judging, stepOf, stepsOf } from "./js/assess/route.js";
export default ({ chosen, fragments, hasStories }) => {
  const steps = stepsOf(["built", "ending"], chosen);
  const means = fragments.map((each) => stepOf(each, steps));
  return [steps, means, judging(chosen), goingOn(hasStories, chosen)];
};
"""


def test_an_address_means_a_step_or_another_place_of_the_page() -> None:
    chosen = [claim("a", 3), claim("b", "")]
    fragments = ["", "#skill-b", "#skill-z", "#main", "#governance", "#story-ending", "#sheet"]
    steps, means, judging, going = run_module(
        ROUTE, {"chosen": chosen, "fragments": fragments, "hasStories": False}
    )
    assert steps == [
        "start", "story-built", "story-ending", "skills", "skill-a", "skill-b",
        "look", "sheet", "mirror",
    ]  # fmt: skip
    assert means == ["start", "skill-b", "skills", None, None, "story-ending", "sheet"]
    assert (judging, going) == ("skill-b", "skill-b")


@pytest.mark.parametrize(
    ("chosen", "has_stories", "going"),
    [
        pytest.param([], False, None, id="nothing yet"),
        pytest.param([], True, "skills", id="stories told"),
        pytest.param([claim("a", 3)], True, "sheet", id="all judged"),
    ],
)
def test_who_comes_back_goes_on(chosen: list[Any], has_stories: bool, going: str | None) -> None:
    asked = {"chosen": chosen, "fragments": [], "hasStories": has_stories}
    assert run_module(ROUTE, asked)[3] == going
