"""The files of the search: what they hold, how they are named, and when they change."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cache
from hashlib import sha256

import pytest

from sitegen.directory import Directory
from sitegen.search import manifest as manifest_module
from sitegen.search.entries import Entry, Kind
from sitegen.search.fields import BOOSTS
from sitegen.search.index import _Files, index_files
from sitegen.search.inverter import Inverter
from sitegen.search.lengths import STEPS
from tests.factories import directory, profile
from tests.search.opened import Opened, read_numbers, search_of
from tests.search.parity import entries, said

CLEAN = """
import json, sys
from hashlib import sha256
from sitegen.search.entries import Entry, Kind
from sitegen.search.index import index_files
files = index_files(Entry(**fields) for fields in json.load(sys.stdin))
print(json.dumps({path: sha256(raw).hexdigest() for path, raw in files.items()}))
"""


@cache
def people() -> list[Entry]:
    return entries(300, 0.3)


def hashes(files: Mapping[str, bytes]) -> Mapping[str, str]:
    return {path: sha256(raw).hexdigest() for path, raw in files.items()}


def changed(found: list[Entry], number: int, **texts: str) -> list[Entry]:
    """The same people, one with other texts."""
    said = {**found[number].texts, **{field: [text] for field, text in texts.items()}}
    return [*found[:number], replace(found[number], texts=said), *found[number + 1 :]]


def new(found: list[Entry]) -> list[Entry]:
    person = Entry("person", {**found[3].texts, "name": ["Zyxa"]}, {"slug": "zyxa"})
    return [*found[:7], person, *found[7:]]


def renamed(found: list[Entry]) -> list[Entry]:
    moved = changed(found, 5, name="Zyxa Anew")
    return [*moved[:5], *moved[6:9], moved[5], *moved[9:]]


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(new, id="a new profile"),
        pytest.param(lambda found: changed(found, 5, body="Zyxa and water."), id="a changed one"),
        pytest.param(renamed, id="a renamed one"),
        pytest.param(lambda found: [*found[:5], *found[6:]], id="a removed one"),
    ],
)
def test_after_a_change_the_files_are_those_of_a_clean_build(
    change: Callable[[list[Entry]], list[Entry]],
) -> None:
    found = people()[:60]
    index_files(found)
    after = change(found)
    clean = subprocess.run(
        [sys.executable, "-c", CLEAN],
        input=json.dumps([asdict(entry) for entry in after]),
        capture_output=True,
        text=True,
        check=True,
    )
    assert hashes(index_files(after)) == json.loads(clean.stdout)
    assert hashes(index_files(after)) != hashes(index_files(found))
    assert hashes(_taken_over(found, after)) == json.loads(clean.stdout)


@dataclass
class Known:
    """A document that has been counted under a number."""

    entry: Entry
    number: int

    @property
    def kind(self) -> Kind:
        return self.entry.kind

    def files(self) -> Sequence[bytes]:
        return self.entry.files()

    def count(self, inverter: Inverter) -> None:
        inverter.again(self.number)


def _taken_over(before: list[Entry], after: list[Entry]) -> dict[str, bytes]:
    """The files of the index where those who have not changed are taken from one that was kept."""
    kept = Inverter()
    index_files(before, inverter=kept)
    # As it is kept from one build to the next.
    again = Inverter(pickle.loads(pickle.dumps(kept)))  # noqa: S301
    found = [Known(one, before.index(one)) if one in before else one for one in after]
    assert sum(isinstance(one, Entry) for one in found) <= 1
    return index_files(found, inverter=again)


def test_a_changed_text_changes_the_blocks_of_its_terms_only() -> None:
    before = Opened(index_files(people()))
    text = " ".join(people()[5].texts["body"])
    after = Opened(index_files(changed(people(), 5, body=f"zyxa {text.partition(' ')[2]} zyxa")))
    terms = {
        term
        for term in {*before.postings, *after.postings}
        if before.postings.get(term) != after.postings.get(term)
    }
    assert 2 <= len(terms) <= 3
    others = [
        [entry[0] for entry in block]
        for first, block in after.blocks.items()
        if before.blocks.get(first) != block
    ]
    assert 1 <= len(others) <= len(terms) < len(after.blocks) / 4
    assert all(terms & set(block) for block in others)
    assert before.manifest["cards"] == after.manifest["cards"]
    assert before.manifest["texts"] != after.manifest["texts"]


def test_the_order_of_the_files_does_not_matter(
    sample: Directory, site: Mapping[str, bytes]
) -> None:
    turned = replace(
        sample,
        people=dict(reversed(list(sample.people.items()))),
        postings=dict(reversed(list(sample.postings.items()))),
    )
    made = search_of(turned).files
    assert made == {path: site[path] for path in made}


def test_files_are_compact_and_normal_and_named_by_their_content(
    site: Mapping[str, bytes],
) -> None:
    # What is fetched by slug keeps its name, and is not of the index.
    by_slug = ("search/people/", "search/assignments/", "search/filters.json")
    manifests = ("search/manifest.json", "search/matching/manifest.json")
    unnamed = (*manifests, "search/cards-", "search/texts-")
    paths = [
        path
        for path in site
        if path.startswith("search/") and path.endswith(".json") and not path.startswith(by_slug)
    ]
    assert len(paths) > 100
    for path in paths:
        text = site[path].decode()
        assert unicodedata.is_normalized("NFC", text)
        assert text == json.dumps(json.loads(text), separators=(",", ":"), ensure_ascii=False)
        if not path.startswith(unnamed):
            assert path.endswith(f"{sha256(site[path]).hexdigest()[:8]}.json")


def test_files_whose_hashes_begin_alike_get_names_of_their_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(manifest_module, "LETTERS", 2)
    raws, files = [str(number).encode() for number in range(60)], _Files()
    names = {raw: files.put("terms/", raw) for raw in raws}
    assert len({*names.values()}) == len(raws)
    assert [files[f"search/terms/{names[raw]}.json"] for raw in raws] == raws
    assert files.put("terms/", raws[7]) == names[raws[7]]


def test_the_manifest_leads_to_every_file() -> None:
    columns = {"skill": b'{"a":1}', "silo": b'{"b":2}'}
    opened = Opened(index_files(people(), columns))
    manifest = opened.manifest
    named = {
        "manifest",
        f"lengths-{manifest['lengths']}",
        *(f"terms/{name}" for name in opened.block_names),
        *(f"{kind}-{manifest[kind][0]}/{n}" for kind in ("cards", "texts") for n in range(330)),
        *(f"{k}/{n}-{name}" for k in ("words", "vocabulary") for n, name in manifest[k].items()),
        *(f"columns/{group}-{name}" for group, name in manifest["columns"].items()),
    }
    assert {f"search/{name}.json" for name in named} == set(opened.files)
    assert opened.json(f"columns/skill-{manifest['columns']['skill']}") == {"a": 1}
    assert manifest["documents"] == {"people": 270, "dormant": 30, "assignments": 30}
    assert [(name, boost) for name, boost, _ in manifest["fields"]] == list(BOOSTS.items())


def test_postings_say_who_has_a_term_where_and_how_often() -> None:
    texts = ["", "water", "water, and water, and water", "way"]
    people = [said(body=[text]) for text in texts]
    opened = Opened(index_files(people))
    assert opened.postings == {"water": {"body": {1: 1, 2: 3}}, "way": {"body": {3: 1}}}
    assert opened.listed("vocabulary") == ["way", "water"]
    assert opened.listed("words") == [["way", 1], ["water", 2]]
    assert opened.documents("texts") == [[["body", text]] if text else [] for text in texts]


def test_lengths_are_exact_where_short_and_in_steps_where_long() -> None:
    counts = [0, 1, 4, 5, 7, 100, 400]
    people = [said(body=["water " * count]) for count in counts]
    opened = Opened(index_files(people))
    *_, body = opened.json(f"lengths-{opened.manifest['lengths']}")
    lengths = [opened.manifest["steps"][step] for step in read_numbers(body)]
    assert lengths == [0, 1, 4, 6, 8, 96, 384]
    assert opened.manifest["fields"][-1] == ["body", 1, sum(lengths) / len(lengths)]
    assert tuple(opened.manifest["steps"]) == STEPS


def test_a_text_that_many_share_is_counted_like_any_other() -> None:
    many = said(skills=["water fund", "fund of funds", "fund"])
    opened = Opened(index_files([many, said(skills=["fund"]), many]))
    assert opened.postings["fund"] == {"skills": {0: 4, 1: 1, 2: 4}}
    assert opened.postings["water"] == {"skills": {0: 1, 2: 1}}


def test_a_text_of_the_vocabulary_that_somebody_has_twice_counts_once() -> None:
    opened = Opened(index_files([said(sectors=["Water", "Water"]), said(sectors=["Water"])]))
    assert opened.postings["water"] == {"sectors": {0: 1, 1: 1}}


def test_aliases_are_there_or_not_however_many_and_however_often() -> None:
    many = said(aliases=["water fund", "fund of funds", "fund"])
    opened = Opened(index_files([many, said(), many]))
    assert opened.postings["fund"] == {"aliases": {0: 1, 2: 1}}
    (average,) = (mean for name, _, mean in opened.manifest["fields"] if name == "aliases")
    assert average == 1


def test_terms_are_in_the_order_in_which_javascript_compares() -> None:
    strange = profile(name="𠮷野家 𝔄da 😀", in_my_words=["ﬀ", "\uffee", "𞤀𞤣𞤤𞤢𞤥"])
    terms = list(search_of(directory({"ada": strange})).postings)
    assert max(map(max, terms)) <= "\uffff"
    assert terms == sorted(terms, key=lambda term: term.encode("utf-16-be"))


def test_an_empty_directory_has_an_index() -> None:
    opened = search_of(directory())
    assert opened.postings == {}
    assert opened.documents("cards") == []
