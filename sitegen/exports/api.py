"""The JSON API, version 1: the same files for programs that the pages are for people.

Under one version names stay and meanings stay; fields may be added. Every kind of file has its
JSON Schema, made from the model that made the file. Null never occurs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial

from sitegen import urls
from sitegen.directory import Directory
from sitegen.exports import people, postings
from sitegen.exports.encode import json_bytes
from sitegen.exports.pairs import matches_record
from sitegen.exports.person_schema import People, PersonDetail
from sitegen.exports.posting_schema import PostingDetail, Postings
from sitegen.exports.terms import AllTerms, vocabulary_record
from sitegen.i18n import Translator
from sitegen.matching import Matches
from sitegen.record import Record, schema_of
from sitegen.unmade import Unmade
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
) -> dict[str, Unmade]:
    """Every file under /api/v1/ that `open_data` and `matching.public` in site.yml allow."""
    words = Words(directory, translator, links, frozenset())
    files = dict(_records(matches, words))
    kinds = {_kind(address): kind for address, (kind, _) in files.items()} | {"index": Index}
    index = _index(frozenset(kinds), words)
    files[f"{ROOT}index.json"] = Index, Unmade(lambda: _json(index))
    found = {address: unmade for address, (_, unmade) in files.items()}
    for name, kind in kinds.items():
        address = _schema_address(name)
        found[address] = Unmade(partial(_schema, kind, links.absolute(address)), ())
    return {urls.output_path(address): found[address] for address in sorted(found)}


def _records(matches: Matches, words: Words) -> Iterator[tuple[str, tuple[type[Record], Unmade]]]:
    """Address, kind and content of each file but the index."""
    directory, allowed = words.directory, words.site.open_data
    if allowed.people:
        listed = sorted(person.slug for person in directory.listed)
        yield f"{ROOT}profiles.json", (People, Unmade(partial(_people, listed, words)))
        for slug in listed:
            yield (
                people.api_address(slug),
                (PersonDetail, Unmade(partial(_person, slug, words), ())),
            )
    if allowed.assignments:
        found = sorted(directory.postings)
        yield f"{ROOT}assignments.json", (Postings, Unmade(partial(_postings, found, words)))
        for slug in found:
            one = Unmade(partial(_posting, slug, words), ())
            yield postings.api_address(slug), (PostingDetail, one)
    vocabulary = directory.vocabulary
    one = Unmade(lambda: _json(vocabulary_record(vocabulary)), ())
    yield f"{ROOT}vocabulary.json", (AllTerms, one)
    record = matches_record(matches, words)
    yield f"{ROOT}matches.json", (type(record), Unmade(lambda: _json(record)))


def _people(slugs: Iterable[str], words: Words) -> bytes:
    found = words.directory.people
    return _json(People(profiles=tuple(people.listed_person(found[s], words) for s in slugs)))


def _person(slug: str, words: Words) -> bytes:
    return _json(people.person_detail(words.directory.people[slug], words))


def _postings(slugs: Iterable[str], words: Words) -> bytes:
    found = words.directory.postings
    listed = tuple(postings.listed_posting(found[slug], words) for slug in slugs)
    return _json(Postings(assignments=listed))


def _posting(slug: str, words: Words) -> bytes:
    return _json(postings.posting_detail(words.directory.postings[slug], words))


def _json(record: Record) -> bytes:
    return json_bytes(record.model_dump(mode="json", by_alias=True, exclude_none=True))


def _schema(kind: type[Record], address: str) -> bytes:
    return json_bytes(schema_of(kind, {"$id": address}))


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
