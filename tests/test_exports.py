"""What programs get: complete, described by its schemas, and never more than the pages show."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from xml.etree import ElementTree

import pytest
from jsonschema import Draft202012Validator, ValidationError

from sitegen.directory import Article, Directory
from sitegen.edits import changed
from sitegen.exports import export_files
from sitegen.exports.api import api_files
from sitegen.exports.feeds import feed_files
from sitegen.exports.own import own_files
from sitegen.exports.sitemap import sitemap_files
from sitegen.frontmatter import read_markdown
from sitegen.i18n import Translator
from sitegen.matching.matcher import match
from sitegen.models import News, Profile
from sitegen.pages import words_for
from sitegen.pages.articles import pages as article_pages
from sitegen.read import MARKDOWN_LIMIT
from sitegen.unmade import made
from sitegen.unpublished import dotted, unpublished
from sitegen.urls import Urls
from sitegen.validate import parse
from tests.conftest import ROOT
from tests.factories import BODY, assignment, directory, profile

BASE = "https://host.example/base/"
ENGLISH = Translator()
ATOM = "{http://www.w3.org/2005/Atom}"
CANARY = "CANARY"
RATES = ("4319", "7873")

NEED = {"required": [{"skill": "succession-planning", "level": 3}]}
UNLISTED = {"name": f"{CANARY} Unlisted", "listed": False}
ANONYMOUS = {
    "name": f"{CANARY} Client",
    "url": "https://canary-client.example/",
    "anonymous": True,
    "silo": "corporate",
    "country": "NL",
}
OUTCOME = {
    "on": date(2026, 9, 1),
    "result": "The board leads.",
    "skills": {"ada": ["succession-planning"], "canary-unlisted": ["succession-planning"]},
    "client_words": "They left on the day they had named.",
    "learned": [{"phase": "listen", "text": "Ask the cook."}],
    "consent": {"client": True, "ada": True, "canary-unlisted": True},
}


def populated(**settings: Any) -> Directory:
    """People listed and not, assignments open and done, a canary in each private field."""
    people = {
        "ada": profile(
            github="canary-hub",
            github_id=990099,
            engagement={
                "kinds": ["advisory"],
                "day_rate": {"min": RATES[0], "max": RATES[1], "currency": "EUR"},
            },
            consent={"on": date(2019, 1, 23), "wording": "v1"},
            guidance={"offers": ["identity"], "privately": ["burnout"], "capacity": 2},
            declines={"sectors": ["tobacco"], "note": "No work in secret."},
            transitions=[
                {"passage": "merged", "state": "through-it", "since": 2014, "story": "told-by-ada"},
                {"passage": "closed", "state": "preparing", "venture": f"{CANARY} Venture"},
                {"passage": "sold", "state": "in-it", "story": "told-in-canary"},
            ],
            silos={"community": 16, "foundation": True},
        ),
        "bea": profile(
            name="Bea Region",
            based_in={
                "region": "west-africa",
                "timezone": "Africa/Bamako",
                "city": f"{CANARY} City",
            },
            guidance={"offers": ["identity"], "paused": True},
        ),
        "cai": profile(name="Cai Dormant", confirmed={"on": date(2025, 1, 1)}),
        "canary-unlisted": profile(**UNLISTED),
    }
    team = [{"profile": "ada", "role": "lead"}, {"profile": "canary-unlisted", "role": "member"}]
    postings = {
        "open-one": assignment(skills=NEED, budget=budget(450)),
        "secret": assignment(
            title="Quiet advice",
            client=ANONYMOUS,
            excludes=[{"name": f"{CANARY} Dairy", "url": "https://canary-dairy.example/"}],
            terms_of_reference="https://canary-terms.example/tor.pdf",
            github="canary-client-hub",
        ),
        "done": assignment(title="Done", status="completed", members=team, outcome=OUTCOME),
        "late": assignment(title="Late", posted=date(2026, 1, 1), deadline=date(2026, 2, 1)),
    }
    story = {"title": "Letting go", "summary": "How it was.", "on": date(2026, 5, 1)}
    stories = {
        "told-by-ada": {**story, "by": "ada"},
        "told-in-canary": {**story, "by": "canary-unlisted"},
    }
    return directory(people, postings, stories=stories, **settings)


def budget(most: int) -> Mapping[str, Any]:
    return {"max_day_rate": most, "currency": "EUR"}


def api(found: Directory, base: str = BASE) -> dict[str, bytes]:
    return made(api_files(found, match(found), Urls(base), ENGLISH))


def every_file(found: Directory, base: str = BASE) -> dict[str, bytes]:
    addresses = {"/": None, "/profiles/ada/": date(2026, 10, 12)}
    return made(export_files(found, match(found), Urls(base), ENGLISH, addresses))


def loaded(files: Mapping[str, bytes], name: str) -> Any:
    return json.loads(files[f"api/v1/{name}.json"])


MODES = [{"public": "strengths"}, {"public": "full"}, {"public": "none"}]
mode = pytest.mark.parametrize("matching", MODES, ids=[found["public"] for found in MODES])


def kind_of(path: str) -> str:
    """`api/v1/profiles/ada.json` → `profile`, by the addresses in the index."""
    parts = path.removeprefix("api/v1/").removesuffix(".json").split("/")
    return {"profiles": "profile", "assignments": "assignment"}[parts[0]] if parts[1:] else parts[0]


@mode
def test_every_file_is_valid_by_its_published_schema(matching: Mapping[str, str]) -> None:
    files = api(populated(matching=matching))
    schemas = {path: json.loads(raw) for path, raw in files.items() if "/schema/" in path}
    for schema in schemas.values():
        Draft202012Validator.check_schema(schema)
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        assert schema["$id"].removeprefix(BASE) in files
    checked = 0
    for path in files.keys() - schemas.keys():
        schema = schemas[f"api/v1/schema/{kind_of(path)}.json"]
        Draft202012Validator(schema).validate(json.loads(files[path]))
        checked += 1
    assert checked == 3 + 4 + 5


def test_every_date_and_every_part_of_a_file_is_described_and_nothing_else_is_let_in() -> None:
    files = api(populated())
    schema, ada = loaded(files, "schema/profile"), loaded(files, "profiles/ada")
    assert schema["properties"]["confirmed_on"] == {"format": "date", "type": "string"}
    with pytest.raises(ValidationError, match="'email' was unexpected"):
        Draft202012Validator(schema).validate({**ada, "email": "ada"})
    with pytest.raises(ValidationError, match="is not of type 'string'"):
        Draft202012Validator(schema).validate({**ada, "pronouns": None})


def test_the_index_names_every_kind_of_file_with_its_schema() -> None:
    files = api(populated())
    index = loaded(files, "index")
    assert index["version"] == 1
    assert index["as_of"] == "2026-11-16"
    assert index["sample"] is True
    assert index["files"]["profile"] == {
        "url": "https://host.example/base/api/v1/profiles/{slug}.json",
        "schema_url": "https://host.example/base/api/v1/schema/profile.json",
    }
    assert sorted(index["files"]) == [
        "assignment",
        "assignments",
        "index",
        "matches",
        "profile",
        "profiles",
        "vocabulary",
    ]
    for kind in index["files"].values():
        assert kind["schema_url"].removeprefix(BASE) in files


def test_json_is_compact_with_sorted_keys() -> None:
    found = directory({"ada": profile(name_native="نادية")})
    raw = api(found)["api/v1/profiles/ada.json"]
    again = json.dumps(json.loads(raw), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert raw == f"{again}\n".encode()


PROFILE_FIELDS = {
    "api", "assisted", "availability", "based_in", "body", "confirmed_on", "declines",
    "freshness", "guidance", "headline", "in_my_words", "interests", "languages", "links",
    "marks", "name", "record", "regions", "sectors", "seeks", "silos", "skills", "slug",
    "terms", "transitions", "translations", "url", "ventures", "works",
}  # fmt: skip


def test_a_person_is_published_as_the_page_shows_them() -> None:
    ada = loaded(api(populated()), "profiles/ada")
    assert set(ada) == PROFILE_FIELDS
    assert ada["url"] == "https://host.example/base/profiles/ada/"
    assert ada["guidance"] == {"offers": ["identity"], "offers_privately": True, "capacity": 2}
    assert ada["declines"]["note"] == "No work in secret."
    assert ada["silos"] == [{"silo": "community", "years": 16}, {"silo": "foundation"}]
    assert ada["record"] == [
        {
            "assignment": "done",
            "title": "Done",
            "url": "https://host.example/base/assignments/done/",
            "status": "completed",
            "skills": ["succession-planning"],
        }
    ]
    assert ada["transitions"] == [
        {
            "passage": "merged",
            "state": "through-it",
            "since": 2014,
            "story": "https://host.example/base/stories/told-by-ada/",
        },
        {"passage": "sold", "state": "in-it"},
    ]


def test_a_confirmed_level_stands_beside_the_claimed_one() -> None:
    mark = {
        "label": "interview",
        "by": "The vetting circle",
        "on": date(2026, 5, 1),
        "skills": [{"skill": "dairy-value-chains", "level": 2}],
    }
    found = directory({"ada": profile()}, vetting={"ada": [mark]})
    skills = {row["skill"]: row for row in loaded(api(found), "profiles/ada")["skills"]}
    assert skills["dairy-value-chains"] == {
        "skill": "dairy-value-chains",
        "level": 2,
        "claimed": 1,
        "again": True,
        "confirmed": {"level": 2, "by": "The vetting circle", "on": "2026-05-01"},
    }


def test_the_body_is_safe_html_with_absolute_links_and_plain_words() -> None:
    body = "Read [my story](/stories/mine/) & <script>alert(1)</script>."
    found = directory({"ada": profile()}, bodies={"ada": body})
    assert loaded(api(found), "profiles/ada")["body"] == {
        "html": '<p>Read <a href="https://host.example/base/stories/mine/">my story</a> &amp; '
        "&lt;script&gt;alert(1)&lt;/script&gt;.</p>",
        "text": "Read my story & <script>alert(1)</script>.",
    }


def test_a_text_in_another_language_comes_with_the_person() -> None:
    found = directory({"ada": profile()}, translations={("ada", "fr"): "A fondé une caisse"})
    translations = loaded(api(found), "profiles/ada")["translations"]
    assert translations["fr"]["headline"] == "A fondé une caisse"
    assert translations["fr"]["body"]["text"] == BODY


def test_a_rate_is_a_band_of_the_site_and_never_a_figure() -> None:
    band = {"id": "senior", "label": "Senior", "currency": "EUR", "includes": "A day."}
    terms = loaded(api(populated(bands=[band])), "profiles/ada")["terms"]
    assert terms == {
        "kinds": ["advisory"],
        "rate_band": "Senior",
        "contracts_as": [],
        "motivations": [],
    }


def test_who_says_only_a_region_is_not_found_by_city_or_time_zone() -> None:
    assert loaded(api(populated()), "profiles/bea")["based_in"] == {"region": "west-africa"}


def test_guidance_that_is_paused_is_not_offered() -> None:
    assert "guidance" not in loaded(api(populated()), "profiles/bea")


@pytest.mark.parametrize(
    ("seeking", "shown"), [(True, ["money"]), (False, [])], ids=["in public", "in the overlay only"]
)
def test_who_seeks_guidance_is_told_only_where_they_chose_so(
    seeking: bool, shown: list[str]
) -> None:
    person = profile(guidance={"seeks": ["money"], "seeking_in_public": seeking})
    assert loaded(api(directory({"ada": person})), "profiles/ada")["seeks"] == shown


@mode
def test_unlisted_people_and_private_values_are_in_no_file(matching: Mapping[str, str]) -> None:
    for path, raw in every_file(populated(matching=matching)).items():
        for secret in (CANARY, "canary", *RATES, "990099", "2019-01-23", "Bamako"):
            assert secret.encode() not in raw, path
            assert secret not in path
        if "/profiles/" in path:
            assert b"burnout" not in raw


def test_an_unlisted_member_of_a_team_is_a_member() -> None:
    done = loaded(api(populated()), "assignments/done")
    assert done["members"] == [
        {
            "name": "Ada Example",
            "profile": "ada",
            "url": "https://host.example/base/profiles/ada/",
            "role": "lead",
            "skills": ["succession-planning"],
        },
        {"name": "a member", "role": "member", "skills": []},
    ]
    assert done["outcome"]["client_words"] == "They left on the day they had named."


def test_the_clients_words_need_the_clients_consent() -> None:
    outcome = {**OUTCOME, "skills": {}, "consent": {"ada": True}}
    members = [{"profile": "ada"}]
    posting = assignment(status="completed", members=members, outcome=outcome)
    found = api(directory({"ada": profile()}, {"done": posting}))
    assert "client_words" not in loaded(found, "assignments/done")["outcome"]


def test_a_named_client_is_published_with_whom_it_excludes() -> None:
    posting = assignment(excludes=["Example Dairy"], terms_of_reference="https://t.example/tor")
    found = loaded(api(directory({}, {"exit": posting})), "assignments/exit")
    assert found["client"] == {
        "name": "Example Foundation",
        "anonymous": False,
        "silo": "foundation",
        "country": "NL",
    }
    assert found["excludes"] == [{"name": "Example Dairy"}]
    assert found["terms_of_reference"] == "https://t.example/tor"
    assert found["open"] is True


def test_an_anonymous_client_is_a_silo_and_a_country() -> None:
    found = loaded(api(populated()), "assignments/secret")
    assert found["client"] == {"anonymous": True, "silo": "corporate", "country": "NL"}
    assert found["excludes"] == []


def test_an_assignment_past_its_deadline_is_published_as_not_open() -> None:
    assert loaded(api(populated()), "assignments/late")["open"] is False


def test_what_people_change_their_page_from_is_their_file_without_what_no_page_shows(
    sample: Directory,
) -> None:
    files = made(own_files(sample))
    assert set(files) == {f"profiles/{person.slug}/fields.json" for person in sample.listed}
    for person in sample.listed:
        found = json.loads(files[f"profiles/{person.slug}/fields.json"])
        source = read_markdown(
            "", (ROOT / f"content/profiles/{person.slug}.md").read_bytes(), MARKDOWN_LIMIT
        )
        kept = {dotted(loc): (loc, node) for loc, node in unpublished(source.data)}
        assert found["kept"] == list(kept)
        whole = changed(found["fields"], list(kept.values()))
        model, problems = parse(Profile, source, whole, sample.vocabulary)
        owners = {"github": person.profile.github, "github_id": person.profile.github_id}
        assert problems == []
        assert model is not None and model.model_copy(update=owners) == person.profile
        assert found["body"] == source.body
    assert not own_files(directory({"ada": profile(listed=False)}))
    text = b"".join(files.values()).decode()
    assert not re.search(r'"github|"day_rate"|"min"|"privately"|"wording"', text)


def test_no_open_data_of_people_leaves_no_person_in_any_json() -> None:
    files = api(populated(open_data={"people": False}))
    assert not any("profile" in path for path in files)
    assert not any(b"Ada Example" in raw or b"/ada" in raw for raw in files.values())
    assert loaded(files, "matches") == {"public": "none"}


def test_no_open_data_of_assignments_leaves_no_assignment_files() -> None:
    files = api(populated(open_data={"assignments": False}))
    assert not any("assignment" in path for path in files)
    assert loaded(files, "matches") == {"public": "none"}


def test_in_strengths_form_matches_have_reasons_for_and_nothing_else() -> None:
    matches = loaded(api(populated()), "matches")
    assert matches["public"] == "strengths"
    assert sorted(matches["assignments"]) == ["open-one", "secret"]
    bands = matches["assignments"]["open-one"]
    assert set(bands) == {"url", "strong", "good", "possible", "teams"}
    pairs = [*bands["strong"], *bands["good"], *bands["possible"]]
    assert pairs
    for pair in pairs:
        assert set(pair) == {"profile", "name", "url", "reasons"}
        for reason in pair["reasons"]:
            assert set(reason) == {"code", "text"}


def test_within_a_band_the_order_is_a_hash_of_the_pair() -> None:
    people = {f"person-{letter}": profile(name=f"Person {letter}") for letter in "abcdefgh"}
    found = directory(people, {"exit": assignment()})
    bands = loaded(api(found), "matches")["assignments"]["exit"]
    shown = [pair["profile"] for band in ("strong", "good", "possible") for pair in bands[band]]
    assert len(shown) == 8
    expected = sorted(people, key=lambda p: hashlib.sha256(f"{p}/exit".encode()).hexdigest())
    assert shown == expected


def test_in_full_form_matches_have_points_conditions_and_gaps() -> None:
    matches = loaded(api(populated(matching={"public": "full"})), "matches")
    assert matches["public"] == "full"
    pair = matches["assignments"]["secret"]["ranking"][0]
    assert sum(pair["parts"].values()) == pair["score"]
    assert {"conditions", "gaps", "missing", "band"} <= set(pair)


def nearly_fitting(public: str) -> Directory:
    """Somebody who fits but for one skill, and somebody who fits but for one step of French."""
    asked = [*NEED["required"], {"skill": "water-governance", "level": 2}]
    work = {"skills": {"required": asked}, "languages": {"everyone": {"fr": "C1"}}}
    people = {"ada": profile(), "ben": profile(name="Ben Nearly", languages={"fr": "B2"})}
    return directory(people, {"the-work": assignment(**work)}, matching={"public": public})


def test_in_full_form_the_one_change_that_would_help_is_published_where_there_is_one() -> None:
    found = loaded(api(nearly_fitting("full")), "matches")["assignments"]["the-work"]
    assert [pair["change"] for pair in (*found["ranking"], *found["nearly"])] == [
        {
            "code": "change-skill",
            "text": "With water governance at level 2, one more required skill would be met",
        },
        {
            "code": "change-language",
            "text": "With French C1, no condition would stand in the way",
        },
    ]
    whole = loaded(api(populated(matching={"public": "full"})), "matches")
    assert "change" not in whole["assignments"]["open-one"]["ranking"][0]


@pytest.mark.parametrize("public", ["strengths", "none"])
def test_outside_full_form_no_file_has_a_change_or_a_near_miss(public: str) -> None:
    files = api(nearly_fitting(public))
    for name in ("matches", "schema/matches"):
        raw = files[f"api/v1/{name}.json"].decode()
        assert not any(word in raw for word in ("change", "nearly", "ben", "would be met"))


def test_where_matching_is_not_public_only_that_is_said() -> None:
    assert loaded(api(populated(matching={"public": "none"})), "matches") == {"public": "none"}


def test_nobodys_ties_are_held_against_a_client_without_a_name() -> None:
    matches = loaded(api(populated(matching={"public": "full"})), "matches")
    conditions = {
        slug: [row["condition"] for row in found["ranking"][0]["conditions"]]
        for slug, found in matches["assignments"].items()
    }
    assert "conflict" in conditions["open-one"]
    assert "conflict" not in conditions["secret"]
    assert "money" in conditions["secret"]


def test_the_vocabulary_is_published_with_levels_and_aliases() -> None:
    words = loaded(api(populated()), "vocabulary")
    skill = next(row for row in words["skills"] if row["id"] == "succession-planning")
    assert skill["aliases"]["en"]
    assert sorted(words["families"][0]["levels"]) == ["1", "2", "3", "4"]
    assert len(words["silos"]) == 8
    assert words["method"]["phases"]


def test_all_formats_together_are_each_of_them() -> None:
    files = every_file(populated())
    assert {path.split("/")[0] for path in files} == {
        "api",
        "assignments",
        "profiles",
        "robots.txt",
        "sectors",
        "sitemap.xml",
        "skills",
    }


def test_the_same_directory_gives_the_same_bytes() -> None:
    assert list(every_file(populated()).items()) == list(every_file(populated()).items())


def test_every_address_of_the_site_has_the_base_path() -> None:
    for path, raw in every_file(populated()).items():
        for part in raw.decode().split("https://host.example")[1:]:
            assert part.startswith("/base/"), path


FEEDS = [
    "assignments/feed.xml",
    "sectors/agriculture/feed.xml",
    "skills/cooperative-governance/feed.xml",
    "skills/dairy-value-chains/feed.xml",
    "skills/succession-planning/feed.xml",
]


def feed(files: Mapping[str, bytes], path: str) -> ElementTree.Element:
    return ElementTree.fromstring(files[path])  # noqa: S314  # our own output


def texts(root: ElementTree.Element, path: str) -> list[str | None]:
    return [found.text for found in root.findall("/".join(ATOM + p for p in path.split("/")))]


def test_there_is_a_feed_for_assignments_and_for_each_skill_and_sector_somebody_has() -> None:
    assert sorted(made(feed_files(populated(), Urls(BASE), ENGLISH))) == FEEDS


@pytest.mark.parametrize("path", FEEDS)
def test_a_feed_has_what_atom_requires(path: str) -> None:
    root = feed(made(feed_files(populated(), Urls(BASE), ENGLISH)), path)
    assert root.tag == f"{ATOM}feed"
    assert texts(root, "author/name") == ["Commonweave"]
    own = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert own == {"self": f"{BASE}{path}", "alternate": f"{BASE}{path.removesuffix('feed.xml')}"}
    for element in (root, *root.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            (text,) = texts(element, name)
            assert text
        (moment,) = texts(element, "updated")
        assert moment is not None
        assert moment.endswith("T00:00:00Z")
    ids = texts(root, "entry/id")
    assert len(ids) == len(set(ids)) > 0


def test_a_skills_feed_has_open_assignments_and_listed_people_newest_first() -> None:
    files = made(feed_files(populated(), Urls(BASE), ENGLISH))
    root = feed(files, "skills/succession-planning/feed.xml")
    assert texts(root, "id") == ["tag:host.example,2026:/base/skills/succession-planning/feed.xml"]
    assert texts(root, "entry/id") == [
        "tag:host.example,2026:/base/assignments/open-one/",
        "tag:host.example,2026:/base/assignments/secret/",
        "tag:host.example,2026:/base/profiles/ada/",
        "tag:host.example,2026:/base/profiles/bea/",
        "tag:host.example,2026:/base/profiles/cai/",
    ]
    assert texts(root, "entry/updated") == [
        "2026-11-01T00:00:00Z",
        "2026-11-01T00:00:00Z",
        "2026-10-12T00:00:00Z",
        "2026-10-12T00:00:00Z",
        "2025-01-01T00:00:00Z",
    ]
    assert texts(root, "updated") == ["2026-11-01T00:00:00Z"]


def test_an_id_on_a_site_at_the_root_is_the_address_of_the_page() -> None:
    files = made(feed_files(populated(), Urls("https://host.example:8000"), ENGLISH))
    ids = texts(feed(files, "assignments/feed.xml"), "entry/id")
    assert ids[0] == "tag:host.example,2026:/assignments/open-one/"


def test_a_feed_holds_the_thirty_newest() -> None:
    first = date(2026, 1, 1)
    postings = {
        f"work-{n:02}": assignment(posted=first + timedelta(days=n), deadline=None)
        for n in range(35)
    }
    files = made(feed_files(directory({}, postings), Urls(BASE), ENGLISH))
    links = [
        link.get("href")
        for link in feed(files, "assignments/feed.xml").findall(f"{ATOM}entry/{ATOM}link")
    ]
    assert links == [f"{BASE}assignments/work-{n:02}/" for n in range(34, 4, -1)]


def test_news_stand_the_newest_first_and_those_of_a_day_by_their_names() -> None:
    days = {"b-old": 1, "c-new": 9, "a-new": 9, "d-newest": 10, "a-old": 1}
    news = {
        slug: Article(slug, News(title=slug, on=f"2026-11-{day:02}", summary="It came."), "Text.")
        for slug, day in days.items()
    }
    found = replace(directory(), articles={**directory().articles, "news": news})
    files = made(feed_files(found, Urls(BASE), ENGLISH))
    ordered = ["d-newest", "a-new", "c-new", "a-old", "b-old"]
    assert texts(feed(files, "news/feed.xml"), "entry/title") == ordered
    words = words_for(found, ENGLISH, Urls(BASE))
    (listed,) = (page for page in article_pages(words) if page.address == "/news/")
    assert [named.label for named, _, _ in listed.context()["entries"]] == ordered
    # Whatever they are: a person before an assignment whose name comes later.
    ada = profile(name="Ada", confirmed={"on": date(2026, 11, 1)})
    files = made(feed_files(directory({"ada": ada}, {"exit": assignment()}), Urls(BASE), ENGLISH))
    mixed = feed(files, "skills/succession-planning/feed.xml")
    assert [title != "Ada" for title in texts(mixed, "entry/title")] == [False, True]


def test_a_feed_without_entries_is_as_old_as_the_directory() -> None:
    files = made(feed_files(directory(), Urls(BASE), ENGLISH))
    assert list(files) == ["assignments/feed.xml"]
    assert texts(feed(files, "assignments/feed.xml"), "updated") == ["2026-11-16T00:00:00Z"]


def test_markup_in_a_title_stays_text() -> None:
    hostile = 'R&D </title><script src="x">'
    found = directory({}, {"exit": assignment(title=hostile)})
    files = made(feed_files(found, Urls(BASE), ENGLISH))
    root = feed(files, "assignments/feed.xml")
    assert texts(root, "entry/title") == [hostile]
    assert b"<script" not in files["assignments/feed.xml"]
    assert b"<!DOCTYPE" not in files["assignments/feed.xml"]


def test_the_sitemap_lists_addresses_in_order_with_the_day_of_their_change() -> None:
    addresses = {"/profiles/ada/": date(2026, 10, 12), "/": None}
    assert made(sitemap_files(addresses, directory(), Urls(BASE)))["sitemap.xml"] == (
        b"<?xml version='1.0' encoding='utf-8'?>\n"
        b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        b"  <url>\n"
        b"    <loc>https://host.example/base/</loc>\n"
        b"  </url>\n"
        b"  <url>\n"
        b"    <loc>https://host.example/base/profiles/ada/</loc>\n"
        b"    <lastmod>2026-10-12</lastmod>\n"
        b"  </url>\n"
        b"</urlset>\n"
    )


ROBOTS = """\
User-agent: GPTBot
User-agent: ClaudeBot
User-agent: Google-Extended
User-agent: CCBot
User-agent: PerplexityBot
User-agent: Bytespider
User-agent: Applebot-Extended
User-agent: Amazonbot
User-agent: meta-externalagent
{ai}: /base/

User-agent: *
Allow: /base/
{search}
Sitemap: https://host.example/base/sitemap.xml
"""


@pytest.mark.parametrize(
    ("search", "ai"),
    [(True, False), (True, True), (False, False), (False, True)],
    ids=["search only", "both", "neither", "AI only"],
)
def test_robots_are_told_what_the_site_allows(search: bool, ai: bool) -> None:
    found = directory(crawlers={"search": search, "ai": ai})
    rest = "" if search else "Disallow: /base/api/\nDisallow: /base/*.xml$\n"
    expected = ROBOTS.format(search=rest, ai="Allow" if ai else "Disallow")
    assert made(sitemap_files({}, found, Urls(BASE)))["robots.txt"].decode() == expected
