"""The bridge: a page for every passage and topic, whom they name, what to read, and how to ask."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any
from urllib.parse import unquote

from sitegen.assets import Assets, bundle
from sitegen.directory import Directory
from sitegen.i18n import Translator
from sitegen.inbrowser.finder import finder_files
from sitegen.matching.matcher import match
from sitegen.models.site import Theme
from sitegen.models.terms import Passage, Topic
from sitegen.pages import all_pages, words_for
from sitegen.pages.bridge import bridge_context, guides_pages
from sitegen.render import Renderer
from sitegen.resources import assets_dir
from sitegen.shell import shell_of
from sitegen.urls import Urls, output_path
from sitegen.views.listing import PAGE_SIZE
from tests.factories import directory, profile

URLS = Urls("https://directory.example/")
DONE: Mapping[str, Any] = {"passage": "sold", "state": "through-it", "since": 2016}
STATES = ("preparing", "in-it", "through-it")


def guide(name: str = "Gil", **guidance: Any) -> Any:
    offered = {"offers": ["selling"], "capacity": 2} | guidance
    return profile(name=name, transitions=[DONE], guidance=offered)


@cache
def shell_assets() -> Assets:
    """The addresses that templates name; of what scripts load, the names alone."""
    loaded = ("js/lunr.js", *(f"data/{n}.json" for n in ("families", "form", "skills", "words")))
    return bundle(assets_dir(), Theme(), dict.fromkeys(loaded, b""))


def built(people: Mapping[str, Any], **more: Any) -> Mapping[str, str]:
    """The pages of a small site, and the data of the finder."""
    found = directory(people, **more)
    words = words_for(found, Translator(), URLS)
    pages = all_pages(words, match(found), {})
    renderer = Renderer(shell_of(words, pages, shell_assets()))
    files = {output_path(page.address): renderer.render(page) for page in pages}
    return {path: raw.decode() for path, raw in {**files, **finder_files(words)}.items()}


def main(page: str) -> str:
    return page.partition("<main")[2].partition("</main>")[0]


def terms(sample: Directory) -> Mapping[str, Passage | Topic]:
    vocabulary = sample.vocabulary
    passages = {f"bridge/{term.id}/": term for term in vocabulary.passages.values()}
    return {**passages, **{f"guidance/{term.id}/": term for term in vocabulary.topics.values()}}


def test_every_passage_and_topic_has_words(sample: Directory) -> None:
    for term in terms(sample).values():
        assert term.told, term.id
        if isinstance(term, Passage):
            assert tuple(term.helps) == STATES, term.id


def test_every_passage_and_topic_is_told_of_in_a_story(sample: Directory) -> None:
    models: list[Any] = [article.model for article in sample.articles["stories"].values()]
    told = {term for story in models for term in (*story.passages, *story.topics)}
    lived = {t.passage for p in sample.people.values() for t in p.profile.transitions}
    lived |= {topic for p in sample.people.values() for topic in p.profile.guidance.offers}
    known = {term.id for term in terms(sample).values()}
    assert known - told - lived == set()
    assert {*sample.vocabulary.passages} - told == set()
    assert all(story.states for story in models)


def test_every_passage_and_topic_is_reached_from_the_bridge_and_from_the_guides(
    sample: Directory, site: Mapping[str, bytes]
) -> None:
    bridge, guides = (main(site[f"{name}/index.html"].decode()) for name in ("bridge", "guides"))
    for address in terms(sample):
        assert f"{address}index.html" in site
        assert f'href="/directory/{address}"' in bridge
        assert f'href="/directory/{address}"' in guides


def test_the_list_of_guides_has_pages_and_the_ways_to_find_one_stand_on_the_first(
    sample: Directory, site: Mapping[str, bytes]
) -> None:
    pages = [main(site[f"guides/{path}index.html"].decode()) for path in ("", "page/2/")]
    listed = [page[page.index("All guides") :] for page in pages]
    names = [re.findall(r'<h3><bdi><a href="/directory/profiles/([^/"]+)/"', p) for p in listed]
    assert len(names[0]) == PAGE_SIZE
    assert [*names[0], *names[1]] == [person.slug for person in sample.guides]
    assert 'href="/directory/guides/page/2/"' in pages[0] and "By what weighs" in pages[0]
    assert "data-guides" not in pages[1] and "By what weighs" not in pages[1]
    assert "guides/page/3/index.html" not in site


def test_a_topic_names_eight_guides_and_says_how_many_more_there_are() -> None:
    found = directory({f"gil-{n:02}": guide(f"Gil {n:02}") for n in range(10)})
    (page,) = guides_pages(words_for(found, Translator(), URLS))
    (selling,) = (way for way in page.context()["topics"] if way.guides)
    assert (len(selling.guides), selling.count) == (8, "2 more")


def test_a_guide_says_what_they_lived_and_how_to_ask_them() -> None:
    page = built({"gil": guide(wish_i_had_known="The price is on page one.")})[
        "bridge/sold/index.html"
    ]
    assert "in 2016" in page and "The price is on page one." in page
    assert "Takes 2 people at a time" in page and "Arabic and French" in page
    links = [unquote(link) for link in re.findall(r'href="(mailto:[^"]+)"', main(page))]
    assert [link.rpartition("subject=")[2] for link in links] == [
        "Ask about guidance [guidance: gil]",
        "Ask for somebody who has been there [guidance: sold]",
    ]
    assert "answers within 5 working days" in main(page)


def test_one_word_takes_a_guide_out_everywhere() -> None:
    def told(**guidance: Any) -> set[str]:
        people = {"gil": guide(**guidance), "ada": guide("Ada")}
        found = {path: text for path, text in built(people).items() if "/profiles/gil/" in text}
        return {path for path in found if "guid" in path or "bridge" in path}

    about = {"guides/index.html", "guides/finder.json", "bridge/sold/index.html"}
    assert about | {"guidance/selling/index.html"} <= told()
    assert told(paused=True).isdisjoint({*about, "guidance/selling/index.html"})
    own = built({"gil": guide(paused=True)})["profiles/gil/index.html"]
    assert "Ask about guidance" not in own and "Offers guidance" not in own


def test_a_topic_on_asking_is_told_of_nobody_and_asking_is_offered() -> None:
    files = built({"gil": guide(privately=["burnout"])})
    assert "Gil" not in main(files["guidance/burnout/index.html"])
    assert "Some guides speak of more" in files["guidance/burnout/index.html"]
    assert "burnout" not in files["guides/finder.json"].partition('"guides":')[2]
    without = built({"gil": guide()})["guidance/burnout/index.html"]
    assert "Some guides speak of more" not in without and "Ask us all the same" in without


def test_many_guides_of_one_passage_take_several_pages() -> None:
    files = built({f"gil-{n}": guide(f"Gil {n:02}") for n in range(23)})
    for address in ("bridge/sold/", "guidance/selling/"):
        first, second = files[f"{address}index.html"], files[f"{address}page/2/index.html"]
        assert [page.count('class="fit"') for page in (first, second)] == [20, 3]
        assert f'href="/{address}page/2/"' in first and "Where are you with it?" not in second


def story(*passages: str, states: tuple[str, ...], on: str, **more: Any) -> Mapping[str, Any]:
    fields = {"title": on, "summary": "Told.", "passages": passages, "states": states, "on": on}
    return fields | more


def test_stories_come_in_the_order_of_the_readers_state_then_the_nearest_passage() -> None:
    told = {
        "near": story("merged", states=("in-it",), on="2026-01-03"),
        "second": story("sold", states=("preparing", "in-it"), on="2026-01-02"),
        "first": story("sold", states=("in-it",), on="2026-01-01"),
        "elsewhere": story("retiring", states=("in-it",), on="2026-01-05"),
        "beside": story("retiring", "merged", states=("in-it",), on="2026-01-04"),
    }
    files = built({}, stories=told)
    section = files["bridge/sold/index.html"].partition("If you are in it")[2].partition("<h3>")[0]
    assert re.findall(r"/stories/([a-z]+)/", section) == ["first", "second", "near"]
    order = files["stories/index.html"].partition("If you are in it")[2].partition("<h2>")[0]
    assert re.findall(r"/stories/([a-z]+)/", order) == [
        "elsewhere", "beside", "near", "first", "second",
    ]  # fmt: skip


def test_a_story_leads_to_its_passages_topics_and_the_next_one() -> None:
    told = {
        "one": story("sold", states=(), on="2026-01-01", topics=("money",), by="gil"),
        "two": story("sold", states=(), on="2026-01-02", topics=("grief",)),
        "three": story("closed", states=(), on="2026-01-03", topics=("money",)),
        "four": story("closed", states=(), on="2026-01-04", topics=("grief",)),
    }
    page = main(built({"gil": guide()}, stories=told)["stories/one/index.html"])
    for address in ("/bridge/sold/", "/guidance/money/", "/profiles/gil/", "/guides/"):
        assert f'href="{address}"' in page
    assert re.findall(r"/stories/([a-z]+)/", page.partition("Read next")[2]) == ["two", "three"]


def test_the_first_conversation_and_the_way_on_stand_below_the_bridge(
    site: Mapping[str, bytes],
) -> None:
    outline = site["bridge/first-conversation/index.html"].decode()
    for words in ("Forty-five minutes", "In confidence", "What it is not", "You owe no reason"):
        assert words in outline
    assert "Never again" in site["bridge/way-on/index.html"].decode()
    assert not {"first-conversation/index.html", "way-on/index.html"} & {*site}


def test_what_was_given_is_shown_of_whole_years_only(site: Mapping[str, bytes]) -> None:
    page = main(site["bridge/index.html"].decode())
    assert re.findall(r"In \d+, \d+ talks? with a guide began", page) == [
        "In 2025, 14 talks with a guide began",
        "In 2024, 9 talks with a guide began",
    ]
    words = words_for(directory({}, guidance_given={"2025": 4, "2026": 7}), Translator(), URLS)
    assert bridge_context(words)["given"] == ("In 2025, 4 talks with a guide began.",)


def test_no_story_tells_what_its_author_offers_on_asking_only(sample: Directory) -> None:
    for article in sample.articles["stories"].values():
        story: Any = article.model
        if story.by:
            guidance = sample.people[story.by].profile.guidance
            assert not {*guidance.privately} & {*story.topics}, article.slug
