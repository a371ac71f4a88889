"""The JSON API, version 1: the same files for programs that the pages are for people.

Under one version names stay and meanings stay; fields may be added. Every kind of file has its
JSON Schema, made from the model that made the file. Null never occurs.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sitegen import urls
from sitegen.directory import Directory
from sitegen.exports import people, postings
from sitegen.exports.encode import json_bytes
from sitegen.exports.pairs import matches_record
from sitegen.exports.person_schema import People
from sitegen.exports.posting_schema import Postings
from sitegen.exports.terms import vocabulary_record
from sitegen.i18n import Translator
from sitegen.matching import Matches
from sitegen.record import Record, schema_of
from sitegen.urls import Urls
from sitegen.views.words import Words

VERSION = 1
ROOT = f"/api/v{VERSION}/"


class Kind(Record):
    """One kind of file; `url` with {slug} stands for as many files as the list names."""

    url: str
    schema_url: str


class Index(Record):
    """/api/v1/index.json: what there is, from which day, and on what terms."""

    version: int
    title: str
    url: str
    as_of: date
    sample: bool
    licence: str
    files: dict[str, Kind]


def api_files(
    directory: Directory, matches: Matches, links: Urls, translator: Translator
) -> dict[str, bytes]:
    """Every file under /api/v1/ that `open_data` and `matching.public` in site.yml allow."""
    words = Words(directory, translator, links, frozenset())
    records = dict(_records(matches, words))
    kinds = {_kind(address): type(record) for address, record in records.items()}
    kinds["index"] = Index
    records[f"{ROOT}index.json"] = _index(frozenset(kinds), words)
    files = {
        address: record.model_dump(mode="json", by_alias=True, exclude_none=True)
        for address, record in records.items()
    }
    for name, kind in kinds.items():
        address = _schema_address(name)
        files[address] = schema_of(kind, {"$id": links.absolute(address)})
    return {urls.output_path(address): json_bytes(files[address]) for address in sorted(files)}


def _records(matches: Matches, words: Words) -> Iterator[tuple[str, Record]]:
    """Address and content of each file but the index."""
    directory, allowed = words.directory, words.site.open_data
    if allowed.people:
        listed = sorted(directory.listed, key=lambda person: person.slug)
        rows = tuple(people.listed_person(person, words) for person in listed)
        yield f"{ROOT}profiles.json", People(profiles=rows)
        for person in listed:
            yield people.api_address(person.slug), people.person_detail(person, words)
    if allowed.assignments:
        found = [posting for _, posting in sorted(directory.postings.items())]
        offers = tuple(postings.listed_posting(posting, words) for posting in found)
        yield f"{ROOT}assignments.json", Postings(assignments=offers)
        for posting in found:
            yield postings.api_address(posting.slug), postings.posting_detail(posting, words)
    yield f"{ROOT}vocabulary.json", vocabulary_record(directory.vocabulary)
    yield f"{ROOT}matches.json", matches_record(matches, words)


def _kind(address: str) -> str:
    """`/api/v1/profiles/ada.json` is a profile, `/api/v1/profiles.json` the profiles."""
    collection, _, slug = address.removeprefix(ROOT).removesuffix(".json").partition("/")
    return collection.removesuffix("s") if slug else collection


def _schema_address(kind: str) -> str:
    return f"{ROOT}schema/{kind}.json"


def _index(kinds: frozenset[str], words: Words) -> Index:
    site, translator = words.site, words.t
    return Index(
        version=VERSION,
        title=site.title,
        url=words.urls.absolute("/"),
        as_of=words.directory.today,
        sample=site.sample,
        licence=translator.gettext(
            "What people wrote stays theirs. No licence comes with these files beyond what the "
            "law allows."
        ),
        files={
            kind: Kind(
                url=words.urls.absolute(_address(kind)),
                schema_url=words.urls.absolute(_schema_address(kind)),
            )
            for kind in sorted(kinds)
        },
    )


def _address(kind: str) -> str:
    """Where files of this kind are; {slug} where there are many."""
    many = kind in ("profile", "assignment")
    return f"{ROOT}{kind}s/{{slug}}.json" if many else f"{ROOT}{kind}.json"
