"""Entries → every file of the search: an index that a browser fetches by term.

The scores are lunr's BM25, worked out in the browser from what stands here; the whole would be too
long to fetch (docs/decisions/0013-the-index-is-cut-by-term.md).
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sitegen.search.blocks import as_json, blocks
from sitegen.search.entries import DORMANT_BOOST, Entry
from sitegen.search.fields import BOOSTS, SHOWN
from sitegen.search.inverter import Inverter
from sitegen.search.lengths import STEPS, lengths_text
from sitegen.search.manifest import PATH, VERSION, content_hash

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
        cards.append(_shown(entry.card))
        texts.append(_shown([[field, text] for field in SHOWN for text in held[field]]))
    files = _Files()
    manifest = {
        "version": VERSION,
        "documents": {
            "people": kinds["person"],
            "dormant": kinds["dormant"],
            "assignments": kinds["assignment"],
        },
        "dormant": DORMANT_BOOST,
        "steps": STEPS,
        **_fields(inverter.steps(), files),
        **_terms(inverter, files),
        "cards": _folder("cards", cards, CARDS_A_BLOCK, files),
        "texts": _folder("texts", texts, TEXTS_A_BLOCK, files),
        "words": _by_length("words", ((pair[0], pair) for pair in inverter.words()), files),
        "columns": {
            group: files.put(f"columns/{group}-", raw)
            for group, raw in sorted((columns or {}).items())
        },
    }
    files[PATH] = as_json(manifest).encode()
    return files


class _Files(dict[str, bytes]):
    """Files by output path."""

    def put(self, start: str, raw: bytes) -> str:
        """Add a file whose name goes on with the hash of its content, which is given back."""
        name = content_hash(raw)
        self[f"search/{start}{name}.json"] = raw
        return name


def _shown(value: object) -> bytes:
    return unicodedata.normalize("NFC", as_json(value)).encode()


def _fields(steps: Mapping[str, bytes], files: _Files) -> Mapping[str, Any]:
    """Averages are of what is stored, in steps, and not of what was counted."""
    raw = as_json([lengths_text(held) for held in steps.values()]).encode()
    averages = {
        name: sum(map(STEPS.__getitem__, held)) / (len(held) or 1) for name, held in steps.items()
    }
    return {
        "fields": [[name, boost, averages[name]] for name, boost in BOOSTS.items()],
        "lengths": files.put("lengths-", raw),
    }


def _terms(inverter: Inverter, files: _Files) -> Mapping[str, Any]:
    firsts, names, terms = list[str](), list[str](), list[str]()

    def written() -> Iterable[tuple[str, str]]:
        for term, postings in inverter.terms():
            terms.append(term)
            yield term, as_json([term, *postings])

    for first, raw in blocks(written()):
        firsts.append(first)
        names.append(files.put("terms/", raw))
    lists = _by_length("vocabulary", ((term, term) for term in terms), files)
    return {"terms": [firsts, names], "vocabulary": lists}


def _folder(name: str, documents: Sequence[bytes], size: int, files: _Files) -> tuple[str, int]:
    """Blocks of documents in a folder whose name says what they all hold."""
    raws = [
        b"[%s]" % b",".join(documents[start : start + size])
        for start in range(0, len(documents), size)
    ]
    folder = content_hash(b"\n".join(raws))
    files.update({f"search/{name}-{folder}/{n}.json": raw for n, raw in enumerate(raws)})
    return folder, size


def _by_length(name: str, listed: Iterable[tuple[str, Any]], files: _Files) -> Mapping[str, str]:
    """(word, what is said of it) in order → a file for each length of word."""
    lists = defaultdict[int, list[Any]](list)
    for word, said in listed:
        lists[len(word)].append(said)
    return {
        str(length): files.put(f"{name}/{length}-", as_json(said).encode())
        for length, said in sorted(lists.items())
    }
