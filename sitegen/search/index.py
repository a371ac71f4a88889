"""Entries → every file of the search: an index that a browser fetches by term.

The scores are lunr's BM25, worked out in the browser from what stands here; the whole would be too
long to fetch (docs/decisions/0013-the-index-is-cut-by-term.md).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sitegen.compact import compact
from sitegen.manifest import sum_of
from sitegen.search.blocks import blocks
from sitegen.search.entries import DORMANT_BOOST, FOLDERS, Document, File, Kind
from sitegen.search.fields import BOOSTS
from sitegen.search.inverter import Inverted, Inverter
from sitegen.search.lengths import STEPS, lengths_text
from sitegen.search.manifest import PATH, VERSION, content_hashes


def index_files(
    documents: Iterable[Document[File]],
    columns: Mapping[str, bytes] | None = None,
    inverter: Inverter | None = None,
    digest: Callable[[Any], str] = sum_of,
) -> dict[str, File | bytes]:
    """Every file under `search/` by output path; needs no Directory.

    Documents stand in the order of their numbers: people, the dormant, assignments. Each is taken
    once and let go, so that a generator keeps the memory small. `columns` are the facets' by group.
    Documents may be counted by an inverter that has counted before; `digest` gives the SHA-256 of
    their files. The same documents give the same files, whatever the process indexed before.
    """
    inverter, kinds = inverter or Inverter(), Counter[Kind]()
    found = list[Sequence[File]]()
    for document in documents:
        kinds[document.kind] += 1
        found.append(document.files())
        document.count(inverter)
    folders = {name: _folder(digest(one[at]) for one in found) for at, name in enumerate(FOLDERS)}
    files: dict[str, File | bytes] = {**_inverted(inverter, kinds, folders, columns or {})}
    for number, those in enumerate(found):
        for name, file in zip(FOLDERS, those, strict=True):
            files[f"search/{name}-{folders[name]}/{number}.json"] = file
    return files


def _folder(sums: Iterable[str]) -> str:
    """The folder of files of which these are the SHA-256: its name says what they all hold."""
    return next(content_hashes("\n".join(sums).encode()))


def _inverted(
    inverter: Inverter,
    kinds: Mapping[Kind, int],
    folders: Mapping[str, str],
    columns: Mapping[str, bytes],
) -> dict[str, bytes]:
    """All files but those of single documents, of which there are so many of each kind."""
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
