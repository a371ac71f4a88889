"""Entries → every file of the search: an index that a browser fetches by term.

The scores are lunr's BM25, worked out in the browser from what stands here; the whole would be too
long to fetch (docs/decisions/0011-the-index-is-cut-by-term.md).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sitegen.search.blocks import as_json, blocks
from sitegen.search.entries import DORMANT_BOOST, Entry
from sitegen.search.fields import BOOSTS, SHOWN
from sitegen.search.inverter import Inverter
from sitegen.search.manifest import PATH, VERSION, content_hash
from sitegen.search.numbers import length_of, lengths_text, postings_text

CARDS_A_BLOCK = 1
TEXTS_A_BLOCK = 1


def index_files(
    entries: Iterable[Entry], columns: Mapping[str, bytes] | None = None
) -> dict[str, bytes]:
    """Every file under `search/` by output path; needs no Directory.

    Entries stand in the order of their numbers: people, the dormant, assignments. Each is taken
    once and let go, so that a generator keeps the memory small. `columns` are the facets' by group.
    The same entries give the same bytes, whatever the process indexed before.
    """
    inverter, kinds = Inverter(), Counter[str]()
    cards, texts = list[bytes](), list[bytes]()
    for entry in entries:
        kinds[entry.kind] += 1
        held = {field: [text for text in entry.texts[field] if text] for field in BOOSTS}
        inverter.add(held)
        cards.append(as_json(entry.card).encode())
        texts.append(as_json([[field, text] for field in SHOWN for text in held[field]]).encode())
    files: dict[str, bytes] = {}
    terms = inverter.terms()
    manifest: Mapping[str, Any] = {
        "version": VERSION,
        "documents": {
            "people": kinds["person"],
            "dormant": kinds["dormant"],
            "assignments": kinds["assignment"],
        },
        "dormant": DORMANT_BOOST,
        "fields": [[field, boost, _average(inverter, field)] for field, boost in BOOSTS.items()],
        "lengths": _lengths(inverter, files),
        "terms": _terms(inverter, terms, files),
        "cards": _folder("cards", cards, CARDS_A_BLOCK, files),
        "texts": _folder("texts", texts, TEXTS_A_BLOCK, files),
        "words": _by_length("words", inverter.written_words(), files),
        "vocabulary": _by_length("vocabulary", ((term, term) for term in terms), files),
        "columns": {
            group: _put(f"search/columns/{group}-", raw, files)
            for group, raw in sorted((columns or {}).items())
        },
    }
    files[PATH] = as_json(manifest).encode()
    return files


def _put(path: str, raw: bytes, files: dict[str, bytes]) -> str:
    name = content_hash(raw)
    files[f"{path}{name}.json"] = raw
    return name


def _average(inverter: Inverter, field: str) -> float:
    """Of what is stored, in steps, and not of what was counted: that is what the scores see."""
    codes = inverter.lengths[field]
    return sum(map(length_of, codes)) / len(codes) if codes else 0


def _lengths(inverter: Inverter, files: dict[str, bytes]) -> str:
    raw = as_json([lengths_text(codes) for codes in inverter.lengths.values()]).encode()
    return _put("search/lengths-", raw, files)


def _terms(
    inverter: Inverter, terms: Iterable[str], files: dict[str, bytes]
) -> tuple[list[str], list[str]]:
    firsts, names = list[str](), list[str]()
    for first, raw in blocks((term, _postings(inverter, term)) for term in terms):
        firsts.append(first)
        names.append(_put("search/terms/", raw, files))
    return firsts, names


def _postings(inverter: Inverter, term: str) -> str:
    """One entry of a block; sitegen/search/manifest.py says how it is written."""
    entry: list[str | int] = [term]
    for field, found in inverter.postings(term):
        entry += [field, postings_text(found)]
    return as_json(entry)


def _folder(
    name: str, documents: Sequence[bytes], size: int, files: dict[str, bytes]
) -> tuple[str, int]:
    """Blocks of documents in a folder whose name says what they all hold."""
    raws = [
        b"[%s]" % b",".join(documents[start : start + size])
        for start in range(0, len(documents), size)
    ]
    folder = content_hash(b"\n".join(raws))
    files.update({f"search/{name}-{folder}/{n}.json": raw for n, raw in enumerate(raws)})
    return folder, size


def _by_length(
    name: str, listed: Iterable[tuple[str, Any]], files: dict[str, bytes]
) -> dict[str, str]:
    """(word, what is said of it) in order → a file for each length of word."""
    lists = defaultdict[int, list[Any]](list)
    for word, said in listed:
        lists[len(word)].append(said)
    return {
        str(length): _put(f"search/{name}/{length}-", as_json(said).encode(), files)
        for length, said in sorted(lists.items())
    }
