"""data/form.json: what stands in it, how large it is, and that nothing else has to be changed."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, cast

import pytest

from sitegen import canonical, unfinished
from sitegen.bodies import BODY
from sitegen.forms import fields, form_of, form_text
from sitegen.forms.expressions import javascript
from sitegen.forms.told import for_browser
from sitegen.frontmatter import Node
from sitegen.i18n import Translator, countries, currencies, languages, time_zones
from sitegen.messages import MESSAGES
from sitegen.messages.message import Message
from sitegen.models import Profile as Person
from sitegen.models.kind import text, whole
from sitegen.models.offer import Works
from sitegen.rules import COUNTS, RULES, Rule, given, some, when
from sitegen.schema import KINDS
from sitegen.urls import Urls
from sitegen.validate import entries
from tests.conftest import ROOT
from tests.factories import site_files, vocabulary
from tests.forms.drafts import Maker
from tests.forms.judging import Draft, directory, form, in_browser, in_check, told_in_check

KB = 1000
# In kB, compressed: of a part by itself, and of the whole. Groups hold the questions, too.
MOST = {"groups": 7.5, "lists": 11.5, "languages": 5.5, "private": 4, "messages": 2, "the rest": 2}
MOST_IN_ALL = 31


def compressed(value: Any) -> float:
    raw = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    return len(gzip.compress(raw, 6, mtime=0)) / KB


def parts() -> Mapping[str, Any]:
    named = {name: form()[name] for name in MOST if name in form()}
    return {**named, "the rest": {k: v for k, v in form().items() if k not in named}}


def test_it_is_small() -> None:
    sizes = {name: compressed(part) for name, part in parts().items()}
    print("\n".join(f"{name}: {size:.1f} kB" for name, size in sizes.items()))
    assert {name: size for name, size in sizes.items() if size > MOST[name]} == {}
    assert compressed(form()) <= MOST_IN_ALL


def test_it_stands_among_the_assets_of_every_site_with_the_same_bytes() -> None:
    found = directory(ROOT / "tests" / "sites" / "minimal" / "content")
    files = [site_files(found, Urls(found.site.url)) for _ in range(2)]
    (path,) = (path for path in files[0] if path.endswith("/form.json"))
    assert re.fullmatch(r"assets/[0-9a-f]{10}/data/form\.json", path)
    assert files[0][path] == files[1][path]
    assert files[0][path] == form_text(found.site, found.vocabulary, Translator())


def test_it_has_every_id_but_those_of_skills_and_every_code() -> None:
    lists = form()["lists"]
    known = vocabulary().known
    for kind in ("sector", "silo", "region", "passage", "topic", "kind", "phase"):
        assert lists[kind]["names"].keys() == known[kind], kind
        assert all(lists[kind]["names"].values())
    assert "names" not in lists["skill"]
    assert lists["country"]["names"].keys() == countries().keys()
    assert lists["currency"]["names"].keys() == currencies()
    assert lists["timezone"]["names"].keys() == time_zones()
    assert form()["languages"].keys() == languages().keys()
    assert set(lists["timezone"]["names"].values()) <= {"", *countries()}


def test_it_speaks_the_language_of_the_site() -> None:
    found = directory()
    french = form_of(found.site, found.vocabulary, Translator("fr"))
    assert french["lists"]["country"]["names"]["MA"] == "Maroc"
    assert french["languages"]["de"] == "allemand"
    assert french["lists"]["currency"]["names"]["EUR"] == "euro"


def test_what_only_maintainers_write_is_left_out_and_keeps_its_place() -> None:
    groups = form()["groups"]
    assert not {"members", "outcome", "github_id"} & groups["Assignment"]["fields"].keys()
    assert "github_id" not in groups["Profile"]["fields"]
    assert groups["Profile"]["order"] == list(Person.model_fields)
    assert not {"Member", "Outcome", "Learned"} & groups.keys()


def kept() -> Draft:
    draft = Maker(5).draft("assignment")
    outcome: Node = {"on": "2026-11-01", "result": "It goes on by itself."}
    more: dict[str, Node] = {"outcome": outcome, "members": [{"profile": "nadia-benali"}]}
    return draft._replace(fields={**more, **draft.fields, "status": "completed", "github_id": "7"})


def test_a_draft_keeps_what_is_left_out() -> None:
    (found,) = in_browser([kept()])
    assert found["file"] == kept().file
    assert found["problems"] == []


class Profile(Person):
    """With two fields more."""

    hens: Annotated[int, whole(1, 40)]
    names_of_hens: tuple[Annotated[str, text(10)], ...] = ()


@pytest.fixture
def fresh(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """The data of the forms is made anew, before and after."""
    form.cache_clear()
    yield monkeypatch
    monkeypatch.undo()
    form.cache_clear()


def said_of(draft: Draft) -> list[str]:
    """The sentences of a form, which are those of `check`."""
    (found,) = in_browser([draft])
    sentences = sorted(problem["text"] for problem in found["problems"])
    assert sentences == sorted(told.text for told in told_in_check(in_check([draft])[0]))
    assert found["file"] == draft.file
    return sentences


def test_a_field_and_a_limit_that_are_added_to_a_model_are_asked_for(
    fresh: pytest.MonkeyPatch,
) -> None:
    draft = Maker(1).draft("profile")
    fresh.setitem(KINDS, "profile", Profile)
    fresh.setitem(canonical.MODELS, "profile", Profile)
    for judges in (entries.MODELS, unfinished.MODELS):
        fresh.setitem(judges, "profiles", Profile)
    fresh.setitem(cast(Any, COUNTS), Profile, {("names_of_hens",): (0, 2)})
    form.cache_clear()
    assert said_of(draft) == ["`hens` is missing in `profile`"]
    wrong: dict[str, Node] = {"hens": "41", "names_of_hens": ["Berta", "B" * 11, "Bo"]}
    assert said_of(draft._replace(fields={**draft.fields, **wrong})) == [
        "`hens` is 41; it can be from 1 to 40",
        "`names_of_hens` has 3 entries; the limit is 2",
        "`names_of_hens` is 11 characters long; the limit is 10",
    ]


def test_a_rule_and_a_message_that_are_added_are_judged_and_said(fresh: pytest.MonkeyPatch) -> None:
    draft = Maker(1).draft("profile")
    fresh.setitem(MESSAGES, "P999", Message("`{field}` needs `{other}` ({{so}} it is)", "add it"))
    rule = Rule("P999", when(given("days_away"), some("travel")), "days_away",
                {"field": "days_away", "other": "travel"})  # fmt: skip
    fresh.setitem(cast(Any, RULES), Works, (rule,))
    fresh.setattr("sitegen.i18n.SENTENCES", {**MESSAGES})
    form.cache_clear()
    fields: dict[str, Node] = {**draft.fields, "works": {"days_away": "3"}}
    with pytest.raises(ValueError, match="a name in braces"):
        form()
    fresh.setitem(MESSAGES, "P999", Message("`{field}` needs `{other}`, {{so: it is}}", "add it"))
    fresh.setattr("sitegen.i18n.SENTENCES", {**MESSAGES})
    form.cache_clear()
    assert said_of(draft._replace(fields=fields)) == ["`days_away` needs `travel`, {so: it is}"]
    fields["works"] = {"days_away": "3", "travel": ["none"]}
    assert said_of(draft._replace(fields=fields)) == []


def test_a_message_is_filled_as_python_fills_it() -> None:
    for message in MESSAGES.values():
        for sentence in (message.text, message.hint):
            names = {name: f"<{name}>" for name in re.findall(r"\{(\w+)\}", sentence)}
            made = for_browser(sentence)
            filled = re.sub(r"\{(\w+)\}", lambda found: names[found[1]], made)  # noqa: B023
            assert filled == sentence.format_map(names)


@pytest.mark.parametrize(
    "schema",
    [{"type": "number"}, {"anyOf": [{"type": "array", "items": {"enum": ["a"]}}, {"enum": ["b"]}]}],
)
def test_a_kind_of_value_that_no_form_knows_stops_the_build(schema: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="no form knows"):
        fields.node_of(schema)


@pytest.mark.parametrize(
    ("expression", "flags"),
    [(r"\Aa", 0), (r"[\D]", 0), ("[a-z]", re.I), (r"[\t]", 0), ("a", re.M), (r"(a)\1", 0)],
)
def test_an_expression_that_is_not_understood_stops_the_build(expression: str, flags: int) -> None:
    with pytest.raises(ValueError, match=r"escape|range|flags"):
        javascript(re.compile(expression, flags))


def test_a_text_has_the_limits_of_its_kind() -> None:
    kinds = form()["kinds"]
    assert [(kinds[k]["least"], kinds[k]["most"]) for k in ("profile", "assignment")] == [
        BODY["profiles"],
        BODY["assignments"],
    ]
