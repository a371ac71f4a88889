"""A build is whole or not at all, and the same input gives the same bytes."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import html5lib
import jinja2
import pytest

from sitegen import markup, parts, render
from sitegen.build import build
from sitegen.check import directory_of, strict_problems
from sitegen.directory import Directory, months_later
from sitegen.errors import ContentError, Place, Problem, SettingsError
from sitegen.kept import Anew
from sitegen.links import Lead, Stood, broken_links, follow, leads_of
from sitegen.manifest import MANIFEST
from sitegen.matching import Matches
from sitegen.models.site import Operator
from sitegen.order import Order
from sitegen.parts import Making
from sitegen.read import read, shown
from sitegen.urls import Urls
from sitegen.workers import Processes
from sitegen.write import MARKER
from tests import factories
from tests.conftest import CLOCK, ROOT, URL
from tests.factories import site_files

MINIMAL = ROOT / "tests" / "sites" / "minimal" / "content"


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by relative path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def order(content: Path, output: Path) -> Order:
    return Order(content, output, CLOCK)


ELSEWHERE = {
    "TZ": "Pacific/Kiritimati",
    "PYTHONHASHSEED": "7",
    "LC_ALL": "tr_TR.UTF-8",
    "LANG": "tr_TR.UTF-8",
}


@pytest.mark.slow
def test_two_builds_are_byte_identical_whatever_the_surroundings(
    tmp_path: Path, site: Mapping[str, bytes]
) -> None:
    """Another folder, time zone, locale and seed, another number of processes."""
    elsewhere = tmp_path / "another" / "place"
    shutil.copytree(ROOT / "content", elsewhere / "content")
    command = [sys.executable, "-m", "sitegen", "build"]
    subprocess.run(
        [*command, "--content", "content", "--output", "out", "--jobs", "2", "--base-url", URL],
        cwd=elsewhere,
        env={**os.environ, **ELSEWHERE},
        check=True,
        capture_output=True,
    )
    found = tree(elsewhere / "out")
    # The folder tells by one that it is ours, the list of sums by the other what it was made with.
    assert MARKER in found and found.pop(MANIFEST)
    del found[MARKER]
    assert found == {**site}


def test_the_order_in_which_files_were_made_changes_nothing(tmp_path: Path) -> None:
    shuffled = tmp_path / "content"
    for path in sorted(MINIMAL.rglob("*"), reverse=True):
        if path.is_file():
            target = shuffled / path.relative_to(MINIMAL)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target)
    build(order(shuffled, tmp_path / "a"))
    build(order(MINIMAL, tmp_path / "b"))
    assert tree(tmp_path / "a") == tree(tmp_path / "b")


def test_the_sample_does_not_rot(sample: Directory, site: Mapping[str, bytes]) -> None:
    assert sample.today == date(2026, 11, 16)
    assert b"16 November 2026" in site["index.html"]


def test_a_broken_file_leaves_the_old_site_as_it_was(tmp_path: Path) -> None:
    content, out = tmp_path / "content", tmp_path / "out"
    shutil.copytree(MINIMAL, content)
    build(order(content, out))
    before = tree(out)
    profile = content / "profiles" / "tom-baker.md"
    text = profile.read_text("utf-8")
    profile.write_text(text.replace("\nname:", "\nnome:"), "utf-8")
    assert profile.read_text("utf-8") != text
    with pytest.raises(ContentError):
        build(order(content, out))
    assert tree(out) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["content", "out"]


def test_a_deleted_profile_is_gone_from_every_file_of_the_next_build(tmp_path: Path) -> None:
    content, out = tmp_path / "content", tmp_path / "out"
    shutil.copytree(MINIMAL, content)
    for name in ("profiles/{}.jpg", "vetting/{}.yml"):
        shutil.copy(MINIMAL / name.format("leila-haddad"), content / name.format("mariama-sow"))
    build(order(content, out))
    assert any(b"Mariama Sow" in raw for raw in tree(out).values())
    gone = (out / "404.html").read_bytes()
    files = list(content.glob("*/mariama-sow.*"))
    assert len(files) == 3
    for path in files:
        path.unlink()
    build(order(content, out))
    traces = [p for p, raw in tree(out).items() if b"Mariama" in raw or "mariama-sow" in p]
    assert traces == []
    # What stands at their address from now on is the same for everybody, and says no reason.
    assert (out / "404.html").read_bytes() == gone
    assert re.findall(rb'<p class="lede">(.*)</p>', gone) == [
        b"It may have moved, or somebody took their page down, which they may do at any time."
    ]


@pytest.mark.parametrize(
    ("content", "months"),
    [
        *((MINIMAL, months) for months in (1, 60)),
        *(pytest.param(MINIMAL, months, marks=pytest.mark.slow) for months in (6, 12, 24)),
        (ROOT / "content", 24),
    ],
    ids=lambda value: "sample" if value == ROOT / "content" else None,
)
def test_the_site_still_builds_when_time_has_passed(content: Path, months: int) -> None:
    later = months_later(date(2026, 11, 16), months)
    directory, _ = directory_of(read(content), later, CLOCK)
    files = site_files(directory, Urls("https://host.example/"))
    assert b"dormant" not in files["index.html"]
    assert str(later.year).encode() in files["index.html"]


@pytest.mark.parametrize("fault", [OSError("no"), KeyboardInterrupt()], ids=["error", "Ctrl-C"])
def test_a_swap_that_fails_puts_the_old_site_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: BaseException
) -> None:
    out = tmp_path / "out"
    build(order(MINIMAL, out))
    before = tree(out)
    real, calls = Path.rename, []

    def rename(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == 2:
            raise fault
        return real(self, target)

    monkeypatch.setattr("sitegen.write.exchange", lambda *_: False)
    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises((SettingsError, KeyboardInterrupt)):
        build(order(MINIMAL, out))
    monkeypatch.undo()
    assert tree(out) == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_what_a_client_did_not_agree_to_is_not_published(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(MINIMAL, content)
    finished = content / "assignments" / "first-elected-board.md"
    text = finished.read_text("utf-8")
    words = re.search(r'client_words: "([^"]{20,60})', text)
    assert words and "client: yes" in text
    finished.write_text(text.replace("client: yes", "client: no"), "utf-8")
    hidden = content / "assignments" / "dairy-exit-plan.md"
    named = hidden.read_text("utf-8")
    anonymous = re.sub(r"(?m)^client: .*$", CLIENT, named)
    terms = 'terms_of_reference: "https://secret-client.example/terms.pdf"\nphases:'
    hidden.write_text(anonymous.replace("phases:", terms, 1), "utf-8")
    build(order(content, tmp_path / "out"))
    files = tree(tmp_path / "out")
    # Examples of fields have a client of that name.
    examples = ("propose/assignment.txt", "/data/form.json")
    published = b"".join(raw for path, raw in files.items() if not path.endswith(examples))
    assert words[1].encode() not in published
    assert b"secret-client" not in published
    assert b"Example Foundation" not in published


CLIENT = "client: {anonymous: yes, silo: foundation, country: NL}"


def test_text_that_speaks_of_markup_is_not_read_as_a_link() -> None:
    page = b'<!doctype html><p>Write href="/nowhere/" here.</p><a href="/">x</a>'
    files = {"index.html": page}
    assert list(broken_links(files, Urls("https://h.example/"))) == []


def test_completed_assignments_stay_in_the_sitemap(site: Mapping[str, bytes]) -> None:
    assert b"assignments/care-group-passes-to-staff/" in site["sitemap.xml"]
    assert b"assignments/leaving-zambia-well/" not in site["sitemap.xml"]


def test_search_engines_are_kept_out_below_a_base_path_too(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(MINIMAL, content)
    settings = content / "site.yml"
    settings.write_text(settings.read_text("utf-8") + "\ncrawlers: {search: no}\n", "utf-8")
    build(order(content, tmp_path / "out"))
    for path, raw in tree(tmp_path / "out").items():
        if path.endswith(".html"):
            assert b'<meta name="robots" content="noindex">' in raw, path


def test_a_folder_that_is_not_ours_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "dear.txt").write_text("mine")
    with pytest.raises(SettingsError) as caught:
        build(order(MINIMAL, tmp_path / "letters"))
    assert caught.value.code == "S002"
    assert tree(tmp_path / "letters") == {"dear.txt": b"mine"}


def test_the_output_cannot_lie_inside_the_content(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(MINIMAL, content)
    for out in (content / "site", tmp_path):
        with pytest.raises(SettingsError) as caught:
            build(order(content, out))
        assert caught.value.code in ("S002", "S012")


def test_an_empty_folder_may_become_the_site(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    build(order(MINIMAL, tmp_path / "out"))
    assert (tmp_path / "out" / MARKER).is_file()


def test_strict_wants_an_operator_unless_the_site_is_a_sample(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(MINIMAL, content)
    build(Order(content, tmp_path / "out", CLOCK, strict=True))
    settings = content / "site.yml"
    text = re.sub(r"(?m)^operator:.*\n", "", settings.read_text("utf-8"))
    settings.write_text(text.replace("sample: yes", "sample: no"), "utf-8")
    build(Order(content, tmp_path / "out", CLOCK))
    with pytest.raises(ContentError) as caught:
        build(Order(content, tmp_path / "out", CLOCK, strict=True))
    assert {problem.code for problem in caught.value.problems} == {"P084"}
    assert {problem.path for problem in caught.value.problems} == {shown(settings)}


def strict_fields(directory: Directory) -> list[str]:
    try:
        strict_problems("content", directory, ())
    except ContentError as error:
        return [problem.params["field"] for problem in error.problems]
    return []


def test_strict_wants_each_answer_of_the_operator_and_no_warning() -> None:
    answers: dict[str, Any] = {
        "legal_form": "An association.",
        "answers_for_data": "The board.",
        "funding": "Dues.",
        "complaints": "To the board.",
        "last_review": date(2026, 10, 1),
    }
    sample = factories.directory()
    for missing in ("", *answers):
        operator = Operator(
            name="An Example", **(answers | {missing: None} if missing else answers)
        )
        site = sample.site.model_copy(update={"sample": False, "operator": operator})
        fields = strict_fields(replace(sample, site=site))
        assert fields == ([f"operator.{missing}"] if missing else [])
    warning = Problem("content/profiles/ada.md", Place(1, 1), "P100", severity="warning")
    with pytest.raises(ContentError) as caught:
        strict_problems("content", sample, (warning,))
    assert caught.value.problems == (warning,)


def test_every_page_is_valid_html_to_a_strict_parser(site: Mapping[str, bytes]) -> None:
    # The parser is slow: every tenth page here, all of them in `make slow`.
    pages = [path for path in sorted(site) if path.endswith(".html")]
    for path in pages[::10]:
        strict_parse(path, site[path])


@pytest.mark.slow
def test_all_pages_are_valid_html_to_a_strict_parser(site: Mapping[str, bytes]) -> None:
    for path in site:
        if path.endswith(".html"):
            strict_parse(path, site[path])


def strict_parse(path: str, raw: bytes) -> None:
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(raw.decode(), scripting=True)
    assert [(path, place, code) for place, code, _ in parser.errors] == []


def test_the_strict_parser_can_fail() -> None:
    with pytest.raises(AssertionError):
        strict_parse("bad", b"<!doctype html><html><body><p><div></p></body></html>")


def test_every_internal_link_and_fragment_resolves_and_a_broken_one_is_named(
    site: Mapping[str, bytes],
) -> None:
    urls = Urls("https://commonweave.example/directory/")
    assert list(broken_links(site, urls)) == []
    page = site["index.html"]
    planted = {
        **site,
        "index.html": page.replace(b'href="/directory/skills/', b'href="/directory/skils/', 1),
    }
    found = list(broken_links(planted, urls))
    assert [(problem.code, problem.params["page"]) for problem in found] == [("P090", "index.html")]
    fragment = {**site, "index.html": page.replace(b'id="main"', b'id="elsewhere"', 1)}
    assert [p.params["value"] for p in broken_links(fragment, urls)] == ["#main"]


def test_what_the_pieces_of_a_site_name_is_followed_as_the_whole_is(
    site: Mapping[str, bytes],
) -> None:
    urls = Urls("https://commonweave.example/directory/")

    def pieces(files: Mapping[str, bytes]) -> set[Lead]:
        cuts = [dict(list(files.items())[start::5]) for start in range(5)]
        return {lead for cut in cuts for lead in leads_of(cut, urls)}

    leads = pieces(site)
    # Pages of which a part is meant are read once more, and no others.
    meant = {lead.path for lead in leads if lead.fragment}
    others = {path for path in site if path.endswith(".html")} - meant
    unread = {**site} | dict.fromkeys(others, b'<a href="/directory/nowhere/">')
    assert list(broken_links(unread, urls, leads)) == []
    for old, new in [
        (b'href="/directory/skills/', b'href="/directory/skils/'),
        (b'href="/directory/skills/', b'href="/elsewhere/skills/'),
        (b'id="main"', b'id="elsewhere"'),
    ]:
        planted = {**site, "index.html": site["index.html"].replace(old, new, 1)}
        found = list(broken_links(planted, urls, pieces(planted)))
        assert found == list(broken_links(planted, urls))
        assert found


def test_what_stood_is_read_again_where_what_it_names_does_not_stand(
    site: Mapping[str, bytes],
) -> None:
    urls = Urls("https://commonweave.example/directory/")
    leads = follow(site, urls).leads
    noted = frozenset(path for path in site if not path.endswith("manifest.json"))
    home = site["index.html"]
    stood = Stood(noted - {"index.html"}, leads, noted)
    unread = {path: home if path == "index.html" else raw for path, raw in site.items()}
    blank = dict.fromkeys((path for path in stood.paths if "/" in path), b'<a href="/nowhere/">')
    assert follow(unread | blank, urls, leads_of({"index.html": home}, urls), stood).problems == ()
    lost = {path: raw for path, raw in site.items() if not path.startswith("skills/")}
    gone = stood._replace(paths=stood.paths & lost.keys())
    assert follow(lost, urls, (), gone).problems == broken_links(lost, urls) != ()
    renamed = {**site, "index.html": home.replace(b'id="main"', b'id="elsewhere"')}
    again = follow(renamed, urls, (), stood._replace(leads=leads | {Lead("index.html", "main")}))
    assert again.problems == broken_links(renamed, urls) != ()


class _Inline(HTMLParser):
    """Collects what a strict policy forbids."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "style" or (tag == "script" and not given.get("src")):
            self.found.append(tag)
        self.found += [n for n in given if n == "style" or n.startswith("on")]
        for name in ("src", "srcset"):
            if (given.get(name) or "").startswith(("http", "//")):
                self.found.append(f"{tag} {name}={given[name]}")
        if tag == "link" and given.get("rel") in ("stylesheet", "icon", "preload"):
            assert (given.get("href") or "").startswith("/directory/assets/")


def test_no_page_has_inline_script_or_style_or_loads_from_elsewhere(
    site: Mapping[str, bytes],
) -> None:
    for path, raw in site.items():
        if path.endswith(".html"):
            parser = _Inline()
            parser.feed(raw.decode())
            assert (path, parser.found) == (path, [])
            assert raw.index(b"Content-Security-Policy") < raw.index(b"<title>")


def test_an_unlisted_person_is_reachable_by_address_only(
    sample: Directory, site: Mapping[str, bytes]
) -> None:
    own = "profiles/isabel-quiroga/index.html"
    assert b'<meta name="robots" content="noindex">' in site[own]
    person = sample.people["isabel-quiroga"]
    assert [slug for slug, each in sample.people.items() if not each.profile.listed] == [
        person.slug
    ]
    # All that she wrote in sentences, and what an index makes of her name.
    written = re.findall(r"[\w ,.;-]{40,}", str(person.profile.model_dump()))
    assert len(written) > 6
    hers = [person.slug, "quiroga", "la voz de la vereda", *written, "and the potatoes are at"]
    for words in hers:
        sought = words.strip().lower().encode()
        traces = {path for path, raw in site.items() if sought in raw.lower()}
        assert traces <= {own}, words


def test_each_listed_person_is_reachable_from_the_list(
    sample: Directory, site: Mapping[str, bytes]
) -> None:
    lists = b"".join(
        raw for path, raw in site.items() if re.match(r"profiles/(page/\d+/)?index", path)
    )
    for person in sample.listed:
        link = f'"/directory/profiles/{person.slug}/"'.encode()
        assert link in lists


def test_no_private_figure_of_a_person_is_published(
    sample: Directory, site: Mapping[str, bytes]
) -> None:
    for slug, person in sample.people.items():
        page = site[f"profiles/{slug}/index.html"].decode()
        text = re.sub(r"<[^>]*>", " ", page)
        rate = person.profile.engagement.day_rate
        if rate and rate.max:
            assert not re.search(rf"\b{rate.min}\b.{{0,12}}\b{rate.max}\b", text), slug


def test_the_site_works_under_any_base_path() -> None:
    directory, _ = directory_of(read(MINIMAL), None, CLOCK)
    for base in ("https://host.example/", "https://host.example/a/b/", "http://127.0.0.1:8000"):
        files = site_files(directory, Urls(base))
        assert f'href="{Urls(base).path}profiles/"'.encode() in files["index.html"]


def test_what_others_prepare_is_not_worked_out_again(
    sample: Directory, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, seen = os.getpid(), set[object]()

    def elsewhere(owner: object, name: str) -> None:
        real = getattr(owner, name)

        def called(*given: object) -> object:
            seen.update([given[-1] if name == "convert" else name] if os.getpid() == here else [])
            return real(*given)

        monkeypatch.setattr(owner, name, called)

    monkeypatch.setattr(markup, "_kept", {})
    monkeypatch.setattr(render._COMPILED, "kept", {})
    elsewhere(jinja2.Environment, "_parse")
    elsewhere(markup._MARKDOWN, "convert")
    elsewhere(parts, "bundle")
    making = Making(Anew(sample, Matches({})), Urls("https://h.example/"))
    making.prepare(Processes(2))
    assert set(making.texts) <= set(markup._kept)
    page = next(page for page in making.pages if page.address == "/profiles/nadia-benali/")
    assert making.renderer.render(page).startswith(b"<!doctype html>")
    # First sentences of assignments are read by themselves.
    assert seen.isdisjoint({"_parse", "bundle", *making.texts})
