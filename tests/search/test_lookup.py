"""What the page's engine finds, and what it fetches for it."""

from __future__ import annotations

from typing import Any

from sitegen.search.index import index_files
from tests.factories import directory, profile
from tests.scripts import run_module
from tests.search.opened import search_of
from tests.search.parity import said

OPEN = """
import { openIndex } from "./js/search/lookup.js";
import { fetchJson, LoadError } from "./js/search/load.js";
import { answer } from "./js/search/answer.js";
import { MOST_BLOCKS } from "./js/search/shards.js";

const opened = (files, fetched = []) =>
  openIndex("search/manifest.json", async (url) => {
    fetched.push(url);
    return JSON.parse(files[url]);
  });
"""


def run(source: str, files: dict[str, bytes], **more: Any) -> Any:
    data = {"files": {path: raw.decode() for path, raw in files.items()}, **more}
    return run_module(OPEN + source, data)


def test_words_find_whom_they_mean() -> None:
    people = {
        "cpp": profile(in_my_words=["I write C++"]),
        "sharp": profile(in_my_words=["I write C#"]),
        "see": profile(in_my_words=["I write C"]),
        "rivers": profile(name="Ada Rivers"),
        "renee": profile(name="Renée Roy"),
        "sara": profile(name="Sara", name_native="سَارة"),
        "street": profile(in_my_words=["Straße und Weg"]),
        "energy": profile(in_my_words=["清洁能源"]),
        "alone": profile(in_my_words=["水"]),
    }
    expected = {
        "C++": ["cpp"],
        "c#": ["sharp"],
        "C": ["see"],
        "rivers": ["rivers"],
        "river": [],
        "renee": ["renee"],
        "سارة": ["sara"],
        "strasse": ["street"],
        "能源": ["energy"],
        "洁": ["energy"],
        "源": ["energy"],
        "水": ["alone"],
    }
    source = """
    export default async ({ files, typed }) => {
      const index = await opened(files);
      const found = {};
      for (const text of typed) {
        const { docs } = await answer(index, `${text} `, { exact: true });
        const cards = await index.cards(docs);
        found[text] = cards.map(({ slug }) => slug).sort();
      }
      return found;
    };
    """
    files = dict(search_of(directory(people)).files)
    assert run(source, files, typed=list(expected)) == expected


def test_an_index_tells_of_its_documents() -> None:
    source = """
    export default async ({ files }) => {
      const index = await opened(files);
      const docs = [0, 1, 2];
      return {
        size: index.size,
        dormant: docs.map((doc) => index.isDormant(doc)),
        cards: await index.cards([2, 0]),
        texts: await index.texts([1, 2]),
        words: [await index.words(5), await index.words(40)],
        column: await index.column("silo"),
        all: (await index.lookup([])).map(({ doc, score }) => [doc, score]),
      };
    };
    """
    found = [
        said("person", name=["Ada"], body=["water"]),
        said("dormant", name=["Bo"], body=["water"]),
        said("assignment", headline=["Wells"]),
    ]
    assert run(source, index_files(found, {"silo": b'["columns"]'})) == {
        "size": 3,
        "dormant": [False, True, False],
        "cards": [{"headline": ["Wells"]}, {"name": ["Ada"], "body": ["water"]}],
        "texts": [[["name", "Bo"], ["body", "water"]], [["headline", "Wells"]]],
        "words": [[["water", 2], ["wells", 1]], []],
        "column": ["columns"],
        "all": [[0, 0], [1, 0], [2, 0]],
    }


def test_a_result_says_where_it_matched_and_the_dormant_sink() -> None:
    source = """
    export default async ({ files }) => {
      const index = await opened(files);
      const hits = await index.lookup([{ term: "water" }, { term: "zyxa" }]);
      return hits.map(({ doc, matched }) => [doc, [...matched]]);
    };
    """
    found = [
        said(name=["Zyxa"]),
        said("dormant", evidence=["water"], body=["water"]),
        said("assignment", evidence=["water"], body=["water"]),
    ]
    assert run(source, index_files(found)) == [
        [0, [["zyxa", ["name"]]]],
        [2, [["water", ["evidence", "body"]]]],
        [1, [["water", ["evidence", "body"]]]],
    ]


def test_a_query_fetches_the_blocks_of_its_terms_and_each_file_once() -> None:
    source = """
    export default async ({ files }) => {
      const fetched = [];
      const index = await opened(files, fetched);
      await index.lookup([{ term: "w0100" }, { term: "w0101" }]);
      await index.lookup([{ term: "w0100" }]);
      return [index.manifest.terms[0].length, fetched.map((url) => url.split(/[/-]/)[1])];
    };
    """
    blocks, fetched = run(source, many_terms())
    assert blocks > 10
    assert fetched == ["manifest.json", "lengths", "terms"]


def test_a_beginning_of_too_many_terms_is_cut_and_says_so() -> None:
    source = """
    export default async ({ files }) => {
      const fetched = [];
      const index = await opened(files, fetched);
      const long = await index.lookup([{ term: "w", wildcard: true }]);
      const blocks = fetched.filter((url) => url.includes("/terms/")).length;
      const short = await index.lookup([{ term: "w01", wildcard: true }]);
      return [long.length > 0, long.cut, blocks - MOST_BLOCKS, short.length > 0, short.cut];
    };
    """
    assert run(source, many_terms()) == [True, True, 0, True, False]


def test_what_could_not_be_loaded_is_told_and_asked_for_again() -> None:
    source = """
    export default async ({ files }) => {
      let broken = true;
      const index = await openIndex("search/manifest.json", async (url) => {
        if (broken && url.includes("/terms/")) throw new LoadError(url, 503);
        return JSON.parse(files[url]);
      });
      const query = () => index.lookup([{ term: "water" }]);
      const error = await query().catch((found) => [found.name, found.status]);
      broken = false;
      return [error, (await query()).length];
    };
    """
    assert run(source, index_files([said(body=["water"])])) == [["LoadError", 503], 1]


def test_an_empty_directory_answers() -> None:
    source = """
    export default async ({ files }) => {
      const index = await opened(files);
      const clauses = [
        { term: "water" },
        { term: "wat", wildcard: true },
        { term: "watr", editDistance: 1 },
        { term: "water", presence: "required" },
      ];
      return Promise.all([...clauses.map((clause) => index.lookup([clause])), index.lookup([])]);
    };
    """
    assert run(source, index_files([])) == [[], [], [], [], []]


def many_terms() -> dict[str, bytes]:
    """An index of so many rare terms that it has more blocks than one beginning may take."""
    people = [
        said(body=[" ".join(f"w{number:04}x" + "z" * 40 for number in range(n, n + 300))])
        for n in range(0, 6000, 300)
    ]
    return index_files([*people, said(body=["w0100 w0101"])])


def test_half_a_file_is_asked_for_once_more_past_what_the_browser_kept() -> None:
    source = """
    export default async ({ answers }) => {
      const asked = [];
      globalThis.fetch = async (url, { cache }) => {
        asked.push(cache);
        const { type, body } = answers.shift();
        return new Response(body, { headers: { "content-type": type } });
      };
      const ask = () => fetchJson("x", { cache: "no-cache" }).catch(({ status }) => status);
      return [await ask(), await ask(), await ask(), asked];
    };
    """
    half, page = {"type": "text/plain", "body": "[1"}, {"type": "text/html; x", "body": "<p>"}
    answers = [half, {**half, "body": "[1]"}, half, half, page]
    asked = ["no-cache", "reload", "no-cache", "reload", "no-cache"]
    assert run(source, {}, answers=answers) == [[1], 200, 410, asked]
