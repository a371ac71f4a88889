"""What object storage says of each file: its type, and for how long a browser may keep it."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import NamedTuple

from sitegen.media_types import TYPES, media_type
from sitegen.write import MARKER

# A name that changes with the content is never asked for again; every other file is asked for each
# time, which costs a short answer (304) where it is the same.
FOR_GOOD = "public, max-age=31536000, immutable"
ASKED_AGAIN = "no-cache"
_HASH = "[0-9a-f]{8}"
_NAMED_AFTER_CONTENT = re.compile(
    rf"assets/[0-9a-f]{{10}}/.+|photos/[^/]+-[0-9a-f]{{10}}-[^/]+"
    rf"|search/(?:lengths-{_HASH}|terms/{_HASH}|(?:cards|texts)-{_HASH}/\d+"
    rf"|(?:words|vocabulary|columns|matching)/[^/]+-{_HASH})\.json"
)
# By which rules files were sent; other rules send all of them again.
RULES = sha256(
    repr((sorted(TYPES.items()), FOR_GOOD, ASKED_AGAIN, _NAMED_AFTER_CONTENT.pattern)).encode()
).hexdigest()[:10]


class Headers(NamedTuple):
    """The values of Content-Type and Cache-Control."""

    content_type: str
    cache_control: str


def headers(path: str) -> Headers:
    """Both for a file of a site, by its path."""
    kind = media_type(f"{path}.txt" if path.startswith(MARKER) else path)
    return Headers(kind, FOR_GOOD if is_named_after_content(path) else ASKED_AGAIN)


def is_named_after_content(path: str) -> bool:
    """Tell whether another content would have another name."""
    return _NAMED_AFTER_CONTENT.fullmatch(path) is not None
