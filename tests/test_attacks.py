"""What strangers try goes through the whole program: refused by its code, or shown and inert."""

from __future__ import annotations

import html
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from sitegen.check import judged
from sitegen.errors import Problem, in_order
from sitegen.findings import FORMS
from sitegen.i18n import Translator
from sitegen.markup import ATTRIBUTES, OUTWARD, TAGS
from sitegen.read import read, shown
from tests.attacks.attack import INERT, Attack, path_of
from tests.attacks.table import ATTACKS, HARMLESS, REFUSED, SHOWN, control_rows, lay_all
from tests.conftest import CLOCK

Recorded = Callable[[str, object], None]
NUMBERED = list(enumerate(ATTACKS))


@dataclass(frozen=True)
class Found:
    """All attacks and all controls in one content, judged in one run."""

    content: Path
    problems: list[Problem]
    # By the path that a problem names.
    errors: Mapping[str, set[str]]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Found:
    content = tmp_path_factory.mktemp("attacks") / "content"
    lay_all(dict(NUMBERED) | control_rows(), content)
    problems = judged(read(content), None, CLOCK)[1]
    errors: dict[str, set[str]] = defaultdict(set)
    for problem in problems:
        if problem.severity == "error":
            errors[problem.path].add(problem.code)
    return Found(content, problems, errors)


def codes(found: Found, attack: Attack, number: int) -> set[str]:
    """The errors of the file of an attack, or of the folder that it made."""
    path = found.content / path_of(attack, number)
    return found.errors.get(shown(path), set()) | found.errors.get(shown(path.parent), set())


def test_the_table_is_large_and_of_every_class(record_property: Recorded) -> None:
    assert len(ATTACKS) >= 150 and len(control_rows()) >= 25
    assert min(Counter(attack.kind for attack in ATTACKS).values()) >= 3
    assert len({(attack.kind, attack.name) for attack in ATTACKS}) == len(ATTACKS)
    record_property("attacks tried", len(ATTACKS))
    record_property("attacks refused", len(REFUSED))
    record_property("attacks inert", len(HARMLESS))
    record_property("controls shown as written", len(control_rows()))


@pytest.mark.parametrize(
    ("number", "attack"), [pytest.param(n, a, id=f"{a.kind}: {a.name}") for n, a in NUMBERED]
)
def test_an_attack_is_refused_by_its_code_or_let_in(
    found: Found, number: int, attack: Attack
) -> None:
    of_file = codes(found, attack, number)
    if attack.outcome == INERT:
        assert of_file == set()
    else:
        assert attack.outcome in of_file


def test_what_people_write_is_let_in(found: Found) -> None:
    refused = {
        row.name: codes(found, row, number)
        for number, row in control_rows().items()
        if codes(found, row, number)
    }
    assert refused == {}


@pytest.mark.parametrize("form", FORMS)
def test_no_refusal_steers_a_terminal_or_a_workflow(found: Found, form: str) -> None:
    told = FORMS[form](in_order(found.problems), Translator(), ())
    assert "Traceback" not in told
    assert all(sign.isprintable() or sign == "\n" for sign in told)
    assert "##[" not in told
    if form == "github":
        ours = re.compile(r"::(error|warning|notice) file=[^:\n]*,line=\d+,[^:\n]*::.*")
        commands = [line for line in told.splitlines() if line.lstrip().startswith("::")]
        assert commands and [line for line in commands if not ours.fullmatch(line)] == []
    else:
        assert not re.search(r"(?m)^\s*::", told)


class _Tags(HTMLParser):
    """The elements of a page with the names of their attributes, its links, its words."""

    def __init__(self, raw: bytes) -> None:
        super().__init__()
        self.pairs: set[tuple[str, str]] = set()
        self.links: list[dict[str, str | None]] = []
        self.ids: list[str] = []
        self.words: list[str] = []
        self.feed(raw.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.pairs |= {(tag, ""), *((tag, name) for name, _ in attrs)}
        given = dict(attrs)
        self.ids += [given["id"] or ""] if "id" in given else []
        if {"href", "src", "action", "formaction"} & given.keys():
            self.links.append({**given, "": tag})

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.fixture(scope="module")
def pages(hostile: Mapping[str, bytes]) -> Mapping[str, _Tags]:
    return {path: _Tags(raw) for path, raw in hostile.items() if path.endswith(".html")}


def test_no_page_has_an_element_or_attribute_that_we_do_not_make(
    pages: Mapping[str, _Tags], site: Mapping[str, bytes]
) -> None:
    ours = {(tag, "") for tag in TAGS}
    ours |= {(tag, name) for tag, names in ATTRIBUTES.items() for name in names}
    # Of a text in another language, which nobody in the sample has.
    ours |= {("div", "lang"), ("div", "dir")}
    for path, raw in site.items():
        if path.endswith(".html"):
            ours |= _Tags(raw).pairs
    strange = {path: page.pairs - ours for path, page in pages.items() if page.pairs - ours}
    assert strange == {}


def test_no_page_has_an_id_twice(pages: Mapping[str, _Tags]) -> None:
    twice = {p: n for p, page in pages.items() for n, c in Counter(page.ids).items() if c > 1}
    assert twice == {}


def test_links_lead_to_this_site_or_over_https_and_vouch_for_nobody(
    pages: Mapping[str, _Tags],
) -> None:
    for path, page in pages.items():
        for link in page.links:
            target = str(link.get("href") or link.get("src") or link.get("action") or "")
            is_ours = re.match(r"/(?!/)|#|https://commonweave\.example/directory/|mailto:", target)
            if not is_ours:
                assert target.startswith("https://"), (path, target)
                assert (link[""], link.get("target")) == ("a", None), (path, link)
            if "talks.example" in target or "clinic.example" in target:
                assert set(OUTWARD.split()) <= set(str(link.get("rel")).split()), (path, link)


def test_a_host_of_another_script_is_shown_in_ascii(hostile: Mapping[str, bytes]) -> None:
    published = b"".join(raw for path, raw in hostile.items() if path.endswith(".html"))
    assert b"https://xn--pple-43d.example/" in published
    assert "https://аpple".encode() not in published


def test_files_for_programs_stay_whole(hostile: Mapping[str, bytes]) -> None:
    for path, raw in hostile.items():
        if path.endswith(".json"):
            json.loads(raw, parse_constant=pytest.fail)
        elif path.endswith(".xml"):
            assert b"<!DOCTYPE" not in raw.replace(b"&lt;!DOCTYPE", b"")
            ElementTree.fromstring(raw)  # noqa: S314 - our own file, without a document type


def test_nothing_of_the_machine_is_published(hostile: Mapping[str, bytes]) -> None:
    assert [path for path, raw in hostile.items() if b"root:x:0" in raw] == []


@pytest.mark.parametrize("name", [row.name for row in control_rows().values()])
def test_what_people_write_is_shown_as_written(name: str, pages: Mapping[str, _Tags]) -> None:
    number, row = next(item for item in control_rows().items() if item[1].name == name)
    assert isinstance(row.payload, str)
    page = pages[path_of(row, number).removesuffix(".md") + "/index.html"]
    if row.place == "url":
        assert row.payload in [link.get("href") for link in page.links]
    else:
        wanted = SHOWN.get(name, row.payload)
        assert wanted in html.unescape(" ".join("".join(page.words).split()))
