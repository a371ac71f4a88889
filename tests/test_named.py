"""What files for programs name is there: each kind of link, broken once."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from sitegen.links import broken_links
from sitegen.urls import Urls
from tests.conftest import URL

HERE = b"https://commonweave.example/directory/"
ADA = b"/directory/profiles/abdoulaye-traore/"
# A file, what stands there, what is put in its place, what must be told.
BROKEN = {
    "assignments/feed.xml": (rb'(<entry>.*?href=")[^"]+', rb"\1" + HERE + b"gone/"),
    "news/feed.xml": (rb'(rel="self"[^>]*href=")[^"]+', rb"\1https://old.example/news/feed.xml"),
    "sitemap.xml": (rb"(<loc>)[^<]+(</loc>\s*</url>\s*</urlset>)", rb"\1" + HERE + rb"gone/\2"),
    "robots.txt": (rb"sitemap\.xml", b"site-map.xml"),
    "api/v1/index.json": (rb"schema/matches\.json", b"schema/match.json"),
    "api/v1/profiles.json": (rb'("api":"[^"]*)\.json"', rb'\1.yml"'),
    "api/v1/matches.json": (rb'("url":"[^"]*/profiles/)', rb"\1x-"),
    "api/v1/profiles/abdoulaye-traore.json": (
        rb'("url":")' + HERE[:-1].removesuffix(b"/directory") + ADA,
        rb"\1" + HERE + b"gone/",
    ),
    "search/people/abdoulaye-traore.json": (ADA + rb'","address', b'/directory/gone/","address'),
    "search/manifest.json": (rb'("lengths":")\w{8}', rb"\g<1>00000000"),
    "search/matching/manifest.json": (rb'("people":")\w{8}', rb"\g<1>00000000"),
    "guides/finder.json": (rb'("url":"/directory/)profiles', rb"\1profile"),
}


def changed(pattern: bytes, put: bytes, raw: bytes) -> bytes:
    made, times = re.subn(pattern, put, raw, count=1, flags=re.DOTALL)
    assert times == 1, pattern
    return made


def test_what_a_file_names_and_is_not_there_is_told(site: Mapping[str, bytes]) -> None:
    urls = Urls(URL)
    script = next(path for path in site if path.endswith("js/search/find.js"))
    broken = BROKEN | {script: (rb'((?:from|import\()")[^"]+', rb"\1./gone.js")}
    planted = {
        **site,
        **{path: changed(*how, site[path]) for path, how in broken.items()},
    }
    cards = next(path for path in site if re.fullmatch(r"search/cards-\w+/7\.json", path))
    lost = {cards, *(path for path in site if path.startswith("search/columns/language-"))}
    found = [
        (problem.path, problem.params["value"])
        for problem in broken_links({k: raw for k, raw in planted.items() if k not in lost}, urls)
    ]
    assert {problem for problem, _ in found} == set(broken)
    told = {value for path, value in found if path == "search/manifest.json"}
    assert {f"/directory/{path}" for path in lost} < told


def test_what_a_member_wrote_is_no_link_of_ours(site: Mapping[str, bytes]) -> None:
    """An address of this site that is gone may stand in a text; no build stops over it."""
    path = "api/v1/profiles/abdoulaye-traore.json"
    profile = json.loads(site[path])
    profile["links"] = [{"kind": "website", "url": f"{URL}gone/"}]
    profile["headline"] = "/directory/gone/"
    planted = {**site, path: json.dumps(profile, separators=(",", ":")).encode()}
    assert list(broken_links(planted, Urls(URL))) == []
