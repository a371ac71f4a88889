"""A folder of content → what the engines index, what is asked of them, and a page to ask on.

`python -m benchmarks.search.prepare CONTENT FOLDER`, in a process of its own: a directory of ten
thousand takes a minute to read, and memory that must not stand in anybody's figures.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path

from lunr.stop_word_filter import WORDS

from benchmarks.people import TODAY
from sitegen.assets import bundle
from sitegen.check import directory_of
from sitegen.facets import facet_values
from sitegen.i18n import Translator
from sitegen.kept import Anew
from sitegen.matching import Matches
from sitegen.pages import words_for
from sitegen.pages.finder import search_page
from sitegen.parts import Making
from sitegen.read import read
from sitegen.render import Renderer
from sitegen.resources import assets_dir
from sitegen.search.documents import documents
from sitegen.search.entries import Entry
from sitegen.search.lunr_js import lunr_js
from sitegen.shell import shell_of
from sitegen.urls import Urls, output_path
from sitegen.views.listing import page_count
from sitegen.views.words import Words

SEED, QUERIES = 20261126, 100
# What people ask for is written in these; the text of a page has the rest of the words.
SHORT = ("name", "headline", "skills", "sectors", "words", "places", "ventures")
WORD = re.compile(r"[^\W\d_]{3,}")


def prepare(content: Path, folder: Path) -> None:
    """Write entries.jsonl, pages/ for Pagefind, queries.json and site/."""
    directory, _ = directory_of(read(content), TODAY, TODAY)
    words = words_for(directory, Translator("en"), Urls("http://localhost"))
    texts = []
    with (folder / "entries.jsonl").open("w", encoding="utf-8") as lines:
        for document in documents(words):
            entry = document.entry(words)
            held = {field: [*filter(None, given)] for field, given in entry.texts.items()}
            texts.append({field: " ".join(held[field]) for field in held})
            line = {"kind": entry.kind, "texts": held, "card": entry.card}
            lines.write(json.dumps(line, ensure_ascii=False) + "\n")
            _write(folder / "pages" / f"{len(texts):06}" / "index.html", _html(entry, held))
    queries = _queries(random.Random(SEED), texts)
    _write(folder / "queries.json", json.dumps(queries, ensure_ascii=False).encode())
    blank = b'<!doctype html>\n<html lang="en"><title>-</title>\n'
    for path, raw in {**_site(words), "blank/index.html": blank}.items():
        _write(folder / "site" / path, raw)


def _write(path: Path, raw: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)


def _html(entry: Entry, texts: Mapping[str, Iterable[str]]) -> bytes:
    """The same text as a page: the title as its heading, a paragraph for each text."""
    title = escape(entry.card["title"])
    parts = (f"<p>{escape(text)}</p>" for each in texts.values() for text in each)
    body = "\n".join((f"<h1>{title}</h1>", *parts))
    return (
        f'<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>{title}</title>\n'
        f"<body><main data-pagefind-body>\n{body}\n</main>\n"
    ).encode()


def _queries(chosen: random.Random, texts: list[dict[str, str]]) -> list[str]:
    """One to three words that one entry has together: three in four from its short fields."""
    found: list[str] = []
    while len(found) < QUERIES:
        entry = chosen.choice(texts)
        near = [
            w for w in WORD.findall(" ".join(entry[f] for f in SHORT)) if w.lower() not in WORDS
        ]
        far = [w for w in WORD.findall(entry["body"]) if w.lower() not in WORDS] or near
        wanted = chosen.randint(1, 3)
        query = " ".join(
            chosen.choice(near if chosen.random() < 0.75 else far) for _ in range(wanted)
        )
        found.append(query)
    return found


def _site(words: Words) -> dict[str, bytes]:
    """The search page with all that it loads, and nothing that it links to."""
    assets = bundle(assets_dir(), words.site.theme, {"js/lunr.js": lunr_js()})
    values = facet_values(words.directory, words.t)
    page = search_page(words, values, page_count(len(words.directory.listed)))
    shell = shell_of(words, (page,), assets)
    rendered = {output_path(page.address): Renderer(shell).render(page)}
    making = Making(Anew(words.directory, Matches({})), words.urls)
    searched = {**making.files(("search", 0)), **making.files(("compare", 0))}
    return {**rendered, **assets.files, **searched}


if __name__ == "__main__":
    prepare(Path(sys.argv[1]), Path(sys.argv[2]))
