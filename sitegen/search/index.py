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
from sitegen.search.blocks import blocks
from sitegen.search.entries import DORMANT_BOOST, Entry
from sitegen.search.fields import BOOSTS, SHOWN
from sitegen.search.inverter import Inverted, Inverter
from sitegen.search.lengths import STEPS, lengths_text
from sitegen.search.manifest import PATH, VERSION, content_hashes

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
    cards, texts = _Folder("cards", CARDS_A_BLOCK), _Folder("texts", TEXTS_A_BLOCK)
    for entry in entries:
        kinds[entry.kind] += 1
        held = {field: list(filter(None, entry.texts[field])) for field in BOOSTS}
        inverter.add(held)
        cards.add(entry.card)
        texts.add([[field, text] for field in SHOWN for text in held[field]])
    inverted, files = inverter.inverted(), _Files()
    manifest = {
        "version": VERSION,
        "documents": {
            "people": kinds["person"],
            "dormant": kinds["dormant"],
            "assignments": kinds["assignment"],
        },
        "dormant": DORMANT_BOOST,
        "steps": STEPS,
        **_fields(inverted.steps, files),
        **_terms(inverted, files),
        "cards": cards.put(files),
        "texts": texts.put(files),
        "words": _by_length("words", ((pair[0], pair) for pair in inverted.words()), files),
        "columns": {
            group: files.put(f"columns/{group}-", raw)
            for group, raw in sorted((columns or {}).items())
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


class _Folder:
    """Blocks of documents in a folder whose name says what they all hold."""

    def __init__(self, name: str, size: int) -> None:
        self._name, self._size = name, size
        self._blocks, self._open = list[bytes](), list[str]()

    def add(self, document: object) -> None:
        """Write the next document."""
        self._open.append(unicodedata.normalize("NFC", compact(document).decode()))
        if len(self._open) == self._size:
            self._close()

    def put(self, files: _Files) -> tuple[str, int]:
        """Add the files, and give what the manifest says of them."""
        if self._open:
            self._close()
        folder = next(content_hashes(b"\n".join(self._blocks)))
        files.update(
            (f"search/{self._name}-{folder}/{n}.json", raw) for n, raw in enumerate(self._blocks)
        )
        return folder, self._size

    def _close(self) -> None:
        self._blocks.append(f"[{','.join(self._open)}]".encode())
        self._open.clear()


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
