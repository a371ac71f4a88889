"""Entries → every file of the search: an index that a browser fetches by term.

The scores are lunr's BM25, worked out in the browser from what stands here; the whole would be too
long to fetch (docs/decisions/0013-the-index-is-cut-by-term.md).
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sitegen.compact import compact
from sitegen.manifest import sum_of
from sitegen.search.blocks import blocks
from sitegen.search.entries import DORMANT_BOOST, Entry, Kind
from sitegen.search.fields import BOOSTS, SHOWN
from sitegen.search.inverter import Inverted, Inverter
from sitegen.search.lengths import STEPS, lengths_text
from sitegen.search.manifest import PATH, VERSION, content_hashes


def index_files(
    entries: Iterable[Entry], columns: Mapping[str, bytes] | None = None
) -> dict[str, bytes]:
    """Every file under `search/` by output path; needs no Directory.

    Entries stand in the order of their numbers: people, the dormant, assignments. Each is taken
    once and let go, so that a generator keeps the memory small. `columns` are the facets' by group.
    The same entries give the same bytes, whatever the process indexed before.
    """
    inverter, kinds = Inverter(), Counter[Kind]()
    cards, texts = list[bytes](), list[bytes]()
    for entry in entries:
        kinds[entry.kind] += 1
        held = held_texts(entry.texts)
        inverter.add(held)
        cards.append(document_raw(entry.card))
        texts.append(document_raw(shown_texts(held)))
    folders = {"cards": folder_of(map(sum_of, cards)), "texts": folder_of(map(sum_of, texts))}
    files = inverted_files(inverter, kinds, folders, columns or {})
    for name, documents in (("cards", cards), ("texts", texts)):
        for number, raw in enumerate(documents):
            files[document_path(name, folders[name], number)] = raw
    return files


def held_texts(texts: Mapping[str, Iterable[str]]) -> Mapping[str, list[str]]:
    """The texts of a document by field, without empty ones."""
    return {field: list(filter(None, texts[field])) for field in BOOSTS}


def shown_texts(held: Mapping[str, Iterable[str]]) -> list[list[str]]:
    """What stands word for word on the page of a document, each with its field."""
    return [[field, text] for field in SHOWN for text in held[field]]


def document_raw(document: object) -> bytes:
    """The file of one document, of its card or its texts: a list, though one stands in each."""
    return unicodedata.normalize("NFC", f"[{compact(document).decode()}]").encode()


def document_path(name: str, folder: str, number: int) -> str:
    """Where the card or the texts of a document are."""
    return f"search/{name}-{folder}/{number}.json"


def folder_of(sums: Iterable[str]) -> str:
    """The folder of files of which these are the SHA-256: its name says what they all hold."""
    return next(content_hashes("\n".join(sums).encode()))


def inverted_files(
    inverter: Inverter,
    kinds: Mapping[Kind, int],
    folders: Mapping[str, str],
    columns: Mapping[str, bytes],
) -> dict[str, bytes]:
    """All files but those of single documents; `kinds` says how many documents of each there are.

    `folders` are those of `cards` and of `texts`.
    """
    inverted, files = inverter.inverted(), _Files()
    manifest = {
        "version": VERSION,
        "documents": {
            "people": kinds.get("person", 0),
            "dormant": kinds.get("dormant", 0),
            "assignments": kinds.get("assignment", 0),
        },
        "dormant": DORMANT_BOOST,
        "steps": STEPS,
        **_fields(inverted.steps, files),
        **_terms(inverted, files),
        "cards": (folders["cards"], 1),
        "texts": (folders["texts"], 1),
        "words": _by_length("words", ((pair[0], pair) for pair in inverted.words()), files),
        "columns": {
            group: files.put(f"columns/{group}-", raw) for group, raw in sorted(columns.items())
        },
    }
    files[PATH] = compact(manifest)
    return files


class _Files(dict[str, bytes]):
    """Files by output path."""

    def put(self, start: str, raw: bytes) -> str:
        """Add a file whose name goes on with a hash of its content, which is given back.

        Of two files with the same hash, the second gets the next one of its own.
        """
        return next(
            name
            for name in content_hashes(raw)
            if self.setdefault(f"search/{start}{name}.json", raw) == raw
        )


def _fields(steps: Mapping[str, bytes], files: _Files) -> Mapping[str, Any]:
    """Averages are of what is stored, in steps, and not of what was counted."""
    raw = compact([lengths_text(held) for held in steps.values()])
    averages = {
        name: sum(map(STEPS.__getitem__, held)) / (len(held) or 1) for name, held in steps.items()
    }
    return {
        "fields": [[name, boost, averages[name]] for name, boost in BOOSTS.items()],
        "lengths": files.put("lengths-", raw),
    }


def _terms(inverted: Inverted, files: _Files) -> Mapping[str, Any]:
    starts, names, terms = list[str](), list[str](), list[str]()

    def written() -> Iterable[tuple[str, str]]:
        for term, entry in inverted.terms():
            terms.append(term)
            yield term, entry

    for start, raw in blocks(written()):
        starts.append(start)
        names.append(files.put("terms/", raw))
    lists = _by_length("vocabulary", ((term, term) for term in terms), files)
    return {"terms": [" ".join(starts), "".join(names)], "vocabulary": lists}


def _by_length(name: str, listed: Iterable[tuple[str, Any]], files: _Files) -> Mapping[str, str]:
    """(word, what is said of it) in order → a file for each length of word."""
    lists = defaultdict[int, list[Any]](list)
    for word, said in listed:
        lists[len(word)].append(said)
    return {
        str(length): files.put(f"{name}/{length}-", compact(said))
        for length, said in sorted(lists.items())
    }
