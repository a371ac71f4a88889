"""`search/manifest.json`: the one stable name, which leads to all others.

    version    3; another number is another format
    documents  how many {people, dormant, assignments}; numbered through in this order from 0
    dormant    the boost of the dormant
    fields     [name, boost, average length] in the order in which postings number them
    lengths    HASH of search/lengths-HASH.json: a text for each field, a sign for each document
    terms      [[first term of each block], [HASH of each: search/terms/HASH.json]]
    cards      [HASH, documents a block]: search/cards-HASH/BLOCK.json
    texts      [HASH, documents a block]: search/texts-HASH/BLOCK.json
    words      {LENGTH: HASH}: search/words/LENGTH-HASH.json, [word, documents that have it] …
    vocabulary {LENGTH: HASH}: search/vocabulary/LENGTH-HASH.json, the terms of that length
    columns    {facet group: HASH}: search/columns/GROUP-HASH.json, see sitegen/search/columns.py

A block of terms is [term, field, postings, field, postings …] for each term in order; postings and
lengths are written as sitegen/search/numbers.py says.
"""

from __future__ import annotations

from hashlib import sha256

VERSION = 3
PATH = "search/manifest.json"


def content_hash(raw: bytes) -> str:
    """What names a file after its content."""
    return sha256(raw).hexdigest()[:10]
