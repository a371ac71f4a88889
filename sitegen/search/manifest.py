"""`search/manifest.json`: the one stable name, which leads to all others.

    version    5; another number is another format
    documents  how many {people, dormant, assignments}; numbered through in this order from 0
    dormant    the boost of the dormant
    fields     [name, boost, average length] in the order in which postings number them
    steps      the lengths that are told apart
    lengths    HASH of search/lengths-HASH.json: for each field a text, for each document a sign,
               the number of a step
    terms      [where each block begins, with blanks between; HASH of each, of eight letters, with
               nothing between: search/terms/HASH.json]
    cards      [HASH, documents a block]: search/cards-HASH/BLOCK.json
    texts      [HASH, documents a block]: search/texts-HASH/BLOCK.json
    words      {LENGTH: HASH}: search/words/LENGTH-HASH.json, [word, texts it finds] …
    vocabulary {LENGTH: HASH}: search/vocabulary/LENGTH-HASH.json, the terms of that length
    columns    {facet group: HASH}: search/columns/GROUP-HASH.json, see sitegen/search/columns.py

A block is a list of terms in order; where it begins is the shortest text that stands after every
term of the blocks before and not after its own first one. Each is a list: the term; then for each
field that has it the place of the field, a text with the gaps between the numbers of the documents,
and where a document has the term more than once another text with (gap between the places in the
first, times beyond two) for each such document. How numbers are written says
sitegen/search/numbers.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

VERSION = 5
PATH = "search/manifest.json"
LETTERS = 8


def content_hashes(raw: bytes) -> Iterator[str]:
    """What can name a file after its content, the next where one names another file.

    A manifest holds a thousand of them, which nothing compresses, so they are short.
    """
    digest = sha256(raw).hexdigest()
    return (digest[start : start + LETTERS] for start in range(0, len(digest), LETTERS))


def files_of(manifest: Mapping[str, Any]) -> Iterator[str]:
    """Path of each file that a manifest names."""
    yield f"search/lengths-{manifest['lengths']}.json"
    marks = manifest["terms"][1]
    for start in range(0, len(marks), LETTERS):
        yield f"search/terms/{marks[start : start + LETTERS]}.json"
    for name in ("cards", "texts"):
        mark, size = manifest[name]
        for block in range(-(-sum(manifest["documents"].values()) // size)):
            yield f"search/{name}-{mark}/{block}.json"
    for name in ("words", "vocabulary", "columns"):
        for part, mark in manifest[name].items():
            yield f"search/{name}/{part}-{mark}.json"
