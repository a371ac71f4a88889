"""The practice: phases, workbooks and results, each told from one file and with consent."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from shutil import copytree
from typing import Any
from urllib.parse import urljoin, urlsplit

from sitegen.check import directory_of
from sitegen.directory import Directory, Taken
from sitegen.doctor.used import unused
from sitegen.i18n import Translator
from sitegen.pages import words_for
from sitegen.pages.doors import door_views
from sitegen.pages.home import WAYS
from sitegen.pages.practice import fees_context
from sitegen.read import read
from sitegen.urls import Urls
from sitegen.views.experience import mark_view, network_views
from tests.conftest import CLOCK, ROOT
from tests.factories import assignment, directory, profile, site_files

MINIMAL = ROOT / "tests" / "sites" / "minimal" / "content"
BOARD = "assignments/first-elected-board.md"
LINKS = Urls("https://host.example/")
LINK = re.compile(r'<a [^>]*?href="([^"]+)"')


def built(content: Path) -> Mapping[str, bytes]:
    directory, _ = directory_of(read(content), None, CLOCK)
    return site_files(directory, Urls(directory.site.url))


def changed(tmp_path: Path, name: str, old: str, new: str) -> Mapping[str, bytes]:
    content = Path(copytree(MINIMAL, tmp_path / "content"))
    text = (content / name).read_text("utf-8")
    assert old in text
    (content / name).write_text(text.replace(old, new), "utf-8")
    return built(content)


def pages_with(text: str, files: Mapping[str, bytes]) -> set[str]:
    return {
        path.removesuffix("index.html")
        for path, raw in files.items()
        if path.endswith(".html") and text in html.unescape(raw.decode())
    }


def test_a_finished_assignment_appears_on_every_page_that_it_concerns(tmp_path: Path) -> None:
    files = changed(tmp_path, BOARD, "elected a board of nine", "elected a board of eleven")
    told = {"assignments/first-elected-board/", "results/"}
    assert pages_with("elected a board of eleven", files) == told
    assert pages_with("Count the people who are silent.", files) == told | {"method/listen/"}
    # Of two in the record one is done: it confirms, and leads to the results.
    person = files["profiles/leila-haddad/index.html"].decode()
    assert '<a href="/results/">Confirmed by 1 assignment</a>' in person
    assert 'href="/assignments/first-elected-board/"' in person


def test_without_the_clients_consent_nothing_is_told_beyond_its_own_page(tmp_path: Path) -> None:
    files = changed(tmp_path, BOARD, "consent: {client: yes, leila", "consent: {client: no, leila")
    assert pages_with("elected a board of nine", files) == {"assignments/first-elected-board/"}
    assert pages_with("She asked who was not in the room", files) == set()
    assert pages_with("Count the people who are silent.", files) == {
        "assignments/first-elected-board/"
    }


def test_an_assignment_that_ended_early_says_so(site: Mapping[str, bytes]) -> None:
    results = site["results/index.html"].decode()
    early = re.findall(r'id="([^"]+)">(?:(?!</article>).)*?It ended early\.', results, re.S)
    assert early[-1].split('id="')[-1] == "complaints-desk-at-a-recycler"
    assert "5 assignments completed · 1 ended early" in results
    assert '<p class="small">The client</p>' in results


def test_a_workbook_holds_every_phase_and_what_the_file_knows(
    sample: Directory, site: Mapping[str, bytes]
) -> None:
    books = {path.split("/")[1] for path in site if path.endswith("/workbook/index.html")}
    assert books == {
        p.slug for p in sample.postings.values() if p.is_open or p.assignment.status == "staffed"
    }
    for slug in books:
        page = site[f"assignments/{slug}/workbook/index.html"].decode()
        posting = sample.postings[slug]
        for phase in sample.vocabulary.method.phases:
            assert f"{phase.label} <span" in page, slug
        for member in posting.assignment.members:
            if member.profile:
                assert sample.people[member.profile].profile.name in page
        assert page.count("the weight lies here") == len(posting.assignment.phases)


def reachable(files: Mapping[str, bytes]) -> set[str]:
    """The addresses of pages that links lead to, from the front page on."""
    base = "https://commonweave.example/directory/"
    found, waiting = {base}, [base]
    while waiting:
        url = waiting.pop()
        path = f"{url.removeprefix(base)}index.html"
        for href in LINK.findall(files[path].decode()):
            target = urljoin(url, href).partition("#")[0].partition("?")[0]
            if target.startswith(base) and target.endswith("/") and target not in found:
                found.add(target)
                waiting.append(target)
    return {urlsplit(url).path.removeprefix("/directory") for url in found}


def test_every_label_phase_kind_passage_and_topic_has_words_is_used_and_is_reachable(
    sample: Directory, site: Mapping[str, bytes]
) -> None:
    vocabulary = sample.vocabulary
    words: dict[str, tuple[object, ...]] = {
        f"/method/{p.id}/": (p.purpose, p.questions, p.artefacts, p.client_provides, p.exit)
        for p in vocabulary.method.phases
    }
    words |= {f"/vetting/{t.id}/": (t.means, t.checked_by) for t in vocabulary.labels.values()}
    words |= {f"/kinds/{t.id}/": (t.summary,) for t in vocabulary.kinds.values()}
    words |= {f"/bridge/{t.id}/": (t.summary, t.told) for t in vocabulary.passages.values()}
    words |= {f"/guidance/{t.id}/": (t.question, t.told) for t in vocabulary.topics.values()}
    assert [address for address, said in words.items() if not all(said)] == []
    assert words.keys() - reachable(site) == set()
    # The first of the words stands on the page.
    pages = {a: site[f"{a[1:]}index.html"].decode() for a in words}
    shown = {a: html.unescape(page.partition("<main")[2]) for a, page in pages.items()}
    assert [address for address, said in words.items() if str(said[0]) not in shown[address]] == []
    left = unused(sample)
    names = ("labels", "phases", "roles", "kinds", "passages", "topics")
    assert {name: left[name] for name in names} == dict.fromkeys(names, ())
    outcomes = [p.assignment.outcome for p in sample.postings.values()]
    assert any(outcome.learned for outcome in outcomes if outcome)
    for label in vocabulary.labels.values():
        who = f"Given by {label.checked_by};"
        assert {"vetting/", f"vetting/{label.id}/"} <= pages_with(who, site)


def test_the_changes_of_the_method_stand_the_newest_first(sample: Directory) -> None:
    changes = sample.vocabulary.method.changes
    assert [c.on for c in changes] == sorted((c.on for c in changes), reverse=True)


def test_who_reads_the_work_from_outside_gives_it_none_of_their_days() -> None:
    roles = {"ada": "lead", "bo": "peer-reviewer", "cy": None}
    work = {"mode": "remote", "days_per_month": 6, "months": 2}
    members = [{"profile": s, **({"role": role} if role else {})} for s, role in roles.items()]
    running = {"status": "staffed", "starts": "2026-12-01", "members": members, "work": work}
    people = {slug: profile(name=slug) for slug in roles}
    found = directory(people, {"exit": assignment(**running)}).people
    taken = Taken(date(2026, 12, 1), date(2027, 2, 1), 6)
    assert {s: p.taken for s, p in found.items()} == {"ada": (taken,), "bo": (), "cy": (taken,)}
    assert all(len(person.record) == 1 for person in found.values())


def test_the_policy_names_the_lists_on_their_page_alone(site: Mapping[str, bytes]) -> None:
    named = "form-action 'self' https://lists.commonweave.example;"
    assert pages_with(named, site) == {"get-involved/"}
    assert len(pages_with("form-action 'self';", site)) == sum(
        path.endswith(".html") and path != "get-involved/index.html" for path in site
    )


def test_a_door_without_an_endpoint_leads_to_the_directorys_mailbox() -> None:
    found = directory({})
    views = door_views(words_for(found, Translator(), LINKS))
    assert [(v.form, v.mail.url.partition("?")[0]) for v in views] == [
        (None, f"mailto:{found.site.relay.mailbox}")
    ] * 2


def test_clients_read_what_each_kind_costs_and_the_terms_of_less(
    sample: Directory, site: Mapping[str, bytes]
) -> None:
    page = site["clients/index.html"].decode()
    prices = page[page.index('id="prices"') : page.index('id="reduced-fees"')]
    kinds = [link.split("/")[-2] for link in LINK.findall(prices)]
    assert kinds == list(sample.vocabulary.kinds)
    assert "usual band: Solidarity or Standard" in prices and "no band is usual" in prices
    assert "up to €450 a day" in page and "more than €800 a day" in page
    assert "No other client pays more for it" in page
    terms = 'href="/directory/clients/#reduced-fees"'
    free = {s for s, p in sample.postings.items() if (b := p.assignment.budget) and b.pro_bono}
    told = {"clients/", "propose/", *(f"assignments/{slug}/" for slug in free)}
    assert pages_with(terms, site) == told
    assert not any(fees_context(words_for(directory(), Translator(), LINKS)).values())


def test_a_network_says_what_it_checks_and_the_marks_it_gave_lead_there(
    sample: Directory, site: Mapping[str, bytes]
) -> None:
    page = site["vetting/index.html"].decode()
    for network in sample.site.networks:
        assert f'<a href="{network.url}">{network.name}</a>' in page
        assert network.checks in html.unescape(page)
    assert "Counts until 31 December 2027 for: Fellowship confirmed and Founder role" in page
    names = {network.name for network in sample.site.networks}
    given = {s for s, p in sample.people.items() for m in p.marks if m.mark.by.name in names}
    there = 'href="/directory/vetting/#networks"'
    assert pages_with(there, site) == {f"profiles/{slug}/" for slug in given}


def test_a_network_counts_for_its_labels_alone_and_for_no_longer_than_it_says() -> None:
    network: dict[str, Any] = {"name": "Fellows", "url": "https://f.example/", "checks": "A visit."}
    network |= {"counts_for": ["fellowship"], "until": "2026-11-15"}
    marks: list[Mapping[str, Any]] = [
        {"label": kind, "by": "fellows", "on": "2026-01-02"} for kind in ("fellowship", "method")
    ]
    found = directory({"ada": profile()}, vetting={"ada": marks}, networks=[network])
    words = words_for(found, Translator(), LINKS)
    (view,) = network_views(words)
    assert view.counts.startswith("Counted until 15 November 2026, and has to be looked at again")
    places = {mark_view(mark, words).url for mark in found.people["ada"].marks}
    assert places == {"/vetting/#networks", None}


def test_news_have_a_feed_and_tasks_say_whom_to_ask(site: Mapping[str, bytes]) -> None:
    feed = site["news/feed.xml"].decode()
    assert feed.index("What the assembly decided") < feed.index("The method is at version 1.2")
    assert 'href="/directory/news/feed.xml"' in site["news/index.html"].decode()
    task = site["help-wanted/skills-in-wolof/index.html"].decode()
    assert "Wolof and French" in task and "Fatou Camara, through the directory" in task
    talk = "discussions/new?category=questions&amp;title=What%20is%20this%20skill"
    assert talk in task and "discussions/new" not in site["about/index.html"].decode()


def test_the_front_page_leads_each_reader_to_pages_that_there_are(
    site: Mapping[str, bytes],
) -> None:
    home = site["index.html"].decode()
    listed = home[home.index('<dl class="readers">') : home.index("</dl>")]
    addresses = [link.removeprefix("/directory") for link in LINK.findall(listed)]
    assert addresses == [address for _, ways in WAYS for address, _ in ways]


def test_what_holds_for_both_sides_is_linked_where_it_matters(site: Mapping[str, bytes]) -> None:
    conduct = 'href="/directory/conduct/"'
    pages = pages_with(f"{conduct}>What holds for both sides", site)
    assert "assignments/exit-plan-dairy-cooperatives/" in pages
    assert pages_with(f'class="small" {conduct}', site)


def test_the_record_has_each_work_once_the_earliest_start_first() -> None:
    team = [{"profile": "ada"}, {"profile": "ben"}]
    later = assignment(status="staffed", starts="2026-12-01", members=team)
    sooner = assignment(status="staffed", starts="2026-11-20", members=team[:1])
    people = {slug: profile(name=slug.title()) for slug in ("ada", "ben", "cora")}
    found = directory(people, {"a-later": later, "b-sooner": sooner}).people
    assert {slug: [record.slug for record in one.record] for slug, one in found.items()} == {
        "ada": ["b-sooner", "a-later"],
        "ben": ["a-later"],
        "cora": [],
    }
